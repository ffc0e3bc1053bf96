"""The machine's evidence on the sample office, and our own report through the telaah."""

import datetime

import pytest
from django.utils import timezone
from tests.web.kantor_contoh import KUNCI, TAHUN, load_contoh

from kinerja.akses.pelaku import Sistem
from kinerja.aturan.reviu import list_kriteria
from kinerja.dokumen.model import Bagian, Dokumen, Tabel, paragraf
from kinerja.dokumen.penomoran import nomori
from kinerja.organisasi.models import Satker
from kinerja.pelaporan.lkjip.susun import compose_lkjip
from kinerja.pelaporan.queries import get_data_laporan
from kinerja.pengukuran.models import LembarPengukuran
from kinerja.perencanaan.models import Indikator
from kinerja.telaah.laporan import LaporanTakTerbaca, telaah_dokumen
from kinerja.telaah.operations.temuan import save_temuan
from kinerja.telaah.reviu.bukti import compute_bukti, compute_data_umum, read_bahan

pytestmark = pytest.mark.django_db

KRITERIA = list_kriteria(datetime.date(TAHUN, 12, 31))


def baca(satker: Satker) -> dict[str, str]:
    """Evidence as one text per criterion."""
    bahan = read_bahan(satker, TAHUN, compose_lkjip(get_data_laporan(satker, TAHUN)))
    return {k: " ".join(b.teks for b in v) for k, v in compute_bukti(bahan, KRITERIA).items()}


def test_bukti_menghitung_kantor_contoh_dan_mengikuti_datanya():
    load_contoh()
    satker = Satker.objects.get(kunci=KUNCI)
    dokumen = compose_lkjip(get_data_laporan(satker, TAHUN))
    bahan = read_bahan(satker, TAHUN, dokumen)
    bukti = compute_bukti(bahan, KRITERIA)
    assert set(bukti) == {k.kode for k in KRITERIA}
    assert bukti["I.2"][0].teks == "Target tersaji untuk 60 dari 60 indikator."
    assert bukti["I.2"][0].letak[0].startswith("Tabel ")
    assert "59 dari 60" in bukti["I.3"][0].teks
    assert "perlu pemeriksaan pereviu" in bukti["III.3"][0].teks
    assert "Tidak ada hasil telaah" in bukti["II.5"][0].teks
    assert "Tidak ada lembar" in bukti["II.6"][0].teks
    assert dict(compute_data_umum(bahan))["Indikator kinerja"] == "60"
    _hasil, temuan = telaah_dokumen(dokumen)
    assert all(t.bagian for t in temuan)
    label = nomori(dokumen).label
    isi = {b.id: {label[t.id].split()[-1] for t in b.isi if isinstance(t, Tabel)} for b in dokumen.bagian()}
    letak = [(t.bagian, t.temuan.utama.tempat.tabel) for t in temuan if t.temuan.utama.tempat.tabel]
    assert letak
    assert [s for s in letak if s[1] not in isi[s[0]]] == []
    judul = {t.bagian: t.judul for t in temuan}
    assert len(set(judul.values())) == len(judul)
    save_temuan(satker=satker, tahun=TAHUN, temuan=temuan, oleh=Sistem(), pada=timezone.now())
    Indikator.objects.filter(kode="PAS-2.1").update(rumus="", penanggung_jawab=None)
    LembarPengukuran.objects.create(satker=satker, tahun=TAHUN, bulan=1)
    kini = baca(satker)
    assert "59 dari 60" in kini["II.4"]
    assert "Tanpa rumus: 1 indikator, antara lain PAS-2.1." in kini["III.10"]
    assert "1 lembar pengukuran bulanan: 1 draf" in kini["II.3"]
    assert "0 dari 1 lembar" in kini["II.6"]
    fatal = sum(t.temuan.tingkat == "fatal" and t.temuan.kepastian == "pasti" for t in temuan)
    assert f"telaah terakhir: {fatal} fatal" in kini["II.5"]


def test_laporan_tanpa_angka_bukan_laporan_yang_lulus():
    kosong = Dokumen(
        "J", "S", "Kantor", TAHUN, "", "k", bab=(Bagian("a", "Bab", (paragraf("Tanpa angka."),)),)
    )
    with pytest.raises(LaporanTakTerbaca, match="0 fakta"):
        telaah_dokumen(kosong)
