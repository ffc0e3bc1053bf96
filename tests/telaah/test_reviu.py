"""The reviu by APIP: who may write, what must stand before it is signed, and that what is signed stays."""

import dataclasses
import datetime
import io

import docx
import pytest
from django.db import IntegrityError, transaction
from pypdfium2 import PdfDocument
from tests.akses.kantor import HARI, PADA, TAHUN, Instansi, make_instansi, make_orang

from kinerja.akses.izin import Peran
from kinerja.akses.models import Pengguna
from kinerja.akses.operations import Tugas
from kinerja.akses.pemisahan import OrangSama
from kinerja.akses.queries import AksesDitolak
from kinerja.aturan.reviu import Isian, Jawaban, list_kriteria
from kinerja.dokumen.docx import render_docx
from kinerja.dokumen.pdf import render_pdf
from kinerja.jejak.models import Jejak
from kinerja.jejak.queries import verify_jejak
from kinerja.telaah.models import KeadaanTindakLanjut, Reviu
from kinerja.telaah.operations import reviu as op
from kinerja.telaah.queries import get_isi, get_reviu_untuk, is_utuh, list_rekomendasi, list_reviu, read_isian
from kinerja.telaah.reviu.isi import KONSEP, Bukti, IsiReviu, print_kode, read_isi, write_isi
from kinerja.telaah.reviu.naskah import compose_catatan, compose_pernyataan

pytestmark = pytest.mark.django_db

DATA = op.DataReviu(
    surat_tugas="ST-12/IJ/2024", tanggal_surat_tugas=HARI, mulai=HARI,
    selesai=HARI + datetime.timedelta(days=4), ketua="Auditor Madya", anggota="Auditor Muda\n\nAuditor Pertama\n",
    tempat="Jakarta", penandatangan="Inspektur Wilayah I",
)  # fmt: skip
SYARAT = {"III.3", "III.6", "III.9"}
SEMUA_YA = {
    k.kode: Isian(Jawaban.TIDAK_BERLAKU if k.kode in SYARAT else Jawaban.YA) for k in list_kriteria(HARI)
}
BUKTI = {"I.2": (Bukti("Target tersaji untuk 60 dari 60 indikator.", ("Tabel 2.1", "Tabel 3.1")),)}
ANJURAN = op.DataRekomendasi(
    "Lengkapi analisis.", "Kepala Bagian Program", HARI + datetime.timedelta(days=30)
)


@pytest.fixture
def kantor() -> Instansi:
    return make_instansi()


@pytest.fixture
def apip(kantor: Instansi) -> Pengguna:
    return make_orang("auditor", Tugas(Peran.APIP, kantor.kanwil))


@pytest.fixture
def reviu(kantor: Instansi, apip: Pengguna) -> Reviu:
    return op.open_reviu(satker=kantor.kanwil, tahun=TAHUN, data=DATA, oleh=apip, pada=PADA)


def isi_kini(reviu: Reviu) -> IsiReviu:
    return get_isi(reviu, BUKTI, data_umum=(("Indikator", "60"),), kode_laporan="7f3a-91c2", tanggal=HARI)


def sign(reviu: Reviu, apip: Pengguna, isian: dict[str, Isian] = SEMUA_YA) -> Reviu:
    op.answer_kriteria(reviu=reviu, isian=isian, oleh=apip, pada=PADA)
    return op.sign_reviu(reviu=reviu, isi=isi_kini(reviu), oleh=apip, pada=PADA)


@pytest.mark.parametrize("peran", [Peran.PENYUSUN, Peran.VERIFIKATOR, Peran.OPERATOR])
def test_hanya_apip_lingkupnya_yang_menulis(kantor, reviu, peran):
    orang = make_orang("lain", Tugas(peran, kantor.kanwil))
    apip_lain = make_orang("auditor-lain", Tugas(Peran.APIP, kantor.lain))
    for oleh in (orang, apip_lain):
        with pytest.raises(AksesDitolak):
            op.open_reviu(satker=kantor.kanwil, tahun=TAHUN, data=DATA, oleh=oleh, pada=PADA)
        with pytest.raises(AksesDitolak):
            op.answer_kriteria(reviu=reviu, isian=SEMUA_YA, oleh=oleh, pada=PADA)
        with pytest.raises(AksesDitolak):
            op.add_rekomendasi(reviu=reviu, data=ANJURAN, oleh=oleh, pada=PADA)
        with pytest.raises(AksesDitolak):
            op.update_reviu(reviu=reviu, data=DATA, oleh=oleh, pada=PADA)
        with pytest.raises(AksesDitolak):
            op.sign_reviu(reviu=reviu, isi=isi_kini(reviu), oleh=oleh, pada=PADA)
    assert read_isian(reviu) == {}
    with pytest.raises(AksesDitolak) as ditolak:
        get_reviu_untuk(apip_lain, kantor.kanwil, TAHUN, 1, PADA)
    assert ditolak.value.asing


def test_satu_reviu_berjalan_yang_berikutnya_bernomor_dua(kantor, reviu, apip):
    with pytest.raises(op.ReviuDitolak, match="masih berjalan"):
        op.open_reviu(satker=kantor.kanwil, tahun=TAHUN, data=DATA, oleh=apip, pada=PADA)
    sign(reviu, apip)
    kedua = op.open_reviu(satker=kantor.kanwil, tahun=TAHUN, data=DATA, oleh=apip, pada=PADA)
    assert [r.ke for r in list_reviu(kantor.kanwil, TAHUN)] == [2, 1]
    assert get_reviu_untuk(apip, kantor.kanwil, TAHUN, 2, PADA) == kedua


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [({"ketua": " "}, "wajib diisi"), ({"selesai": HARI.replace(year=2023)}, "sebelum dimulai")],
)
def test_data_penugasan_diperiksa(kantor, apip, ganti, pesan):
    data = dataclasses.replace(DATA, **ganti)
    with pytest.raises(op.ReviuDitolak, match=pesan):
        op.open_reviu(satker=kantor.kanwil, tahun=TAHUN, data=data, oleh=apip, pada=PADA)


def test_hanya_jawaban_yang_berubah_disimpan_dan_dicatat(reviu, apip):
    isian = {"I.1": Isian(Jawaban.YA), "I.2": Isian(catatan="lihat Bab II")}
    assert op.answer_kriteria(reviu=reviu, isian=isian, oleh=apip, pada=PADA) == 2
    assert op.answer_kriteria(reviu=reviu, isian=isian, oleh=apip, pada=PADA) == 0
    isian["I.1"] = Isian(Jawaban.TIDAK, "belum")
    assert op.answer_kriteria(reviu=reviu, isian=isian, oleh=apip, pada=PADA) == 1
    assert read_isian(reviu) == isian
    jejak = Jejak.objects.filter(tindakan="reviu.jawab")
    assert [set(j.menjadi.split('"')) & {"I.1", "I.2"} for j in jejak] == [{"I.1", "I.2"}, {"I.1"}]
    assert verify_jejak().utuh
    with pytest.raises(op.ReviuDitolak, match=r"IV\.1"):
        op.answer_kriteria(reviu=reviu, isian={"IV.1": Isian()}, oleh=apip, pada=PADA)


def test_tidak_ditandatangani_selama_ada_yang_kurang(reviu, apip):
    with pytest.raises(op.ReviuDitolak) as ditolak:
        op.sign_reviu(reviu=reviu, isi=isi_kini(reviu), oleh=apip, pada=PADA)
    assert len(ditolak.value.alasan) == 23
    op.answer_kriteria(
        reviu=reviu, isian=SEMUA_YA | {"I.5": Isian(Jawaban.TIDAK, "kosong")}, oleh=apip, pada=PADA
    )
    with pytest.raises(op.ReviuDitolak, match="sedikitnya satu rekomendasi"):
        op.sign_reviu(reviu=reviu, isi=isi_kini(reviu), oleh=apip, pada=PADA)
    op.add_rekomendasi(reviu=reviu, data=ANJURAN, oleh=apip, pada=PADA)
    tanpa = dataclasses.replace(isi_kini(reviu), kode_laporan="", tanggal=None)
    with pytest.raises(op.ReviuDitolak, match=r"belum berkode.*belum ada"):
        op.sign_reviu(reviu=reviu, isi=tanpa, oleh=apip, pada=PADA)
    lama = isi_kini(reviu)
    op.answer_kriteria(reviu=reviu, isian={"I.5": Isian(Jawaban.YA)}, oleh=apip, pada=PADA)
    with pytest.raises(op.ReviuDitolak, match="berubah sejak"):
        op.sign_reviu(reviu=reviu, isi=lama, oleh=apip, pada=PADA)
    assert op.sign_reviu(reviu=reviu, isi=isi_kini(reviu), oleh=apip, pada=PADA).ditandatangani


def test_yang_ditandatangani_beku(reviu, apip):
    rekomendasi = op.add_rekomendasi(reviu=reviu, data=ANJURAN, oleh=apip, pada=PADA)
    resmi = sign(reviu, apip)
    assert is_utuh(resmi)
    assert get_isi(resmi, {}).butir[1].bukti == BUKTI["I.2"]
    assert read_isi(resmi.isi) == get_isi(resmi, {})
    assert write_isi(read_isi(resmi.isi)) == resmi.isi
    tulis = (
        lambda: op.answer_kriteria(reviu=reviu, isian={"I.1": Isian()}, oleh=apip, pada=PADA),
        lambda: op.update_reviu(reviu=reviu, data=DATA, oleh=apip, pada=PADA),
        lambda: op.add_rekomendasi(reviu=reviu, data=ANJURAN, oleh=apip, pada=PADA),
        lambda: op.remove_rekomendasi(rekomendasi=rekomendasi, oleh=apip, pada=PADA),
        lambda: op.sign_reviu(reviu=reviu, isi=isi_kini(reviu), oleh=apip, pada=PADA),
    )
    for satu in tulis:
        with pytest.raises(op.ReviuDitolak, match="sudah ditandatangani"):
            satu()
    with pytest.raises(IntegrityError), transaction.atomic():
        Reviu.objects.update(isi="{}")


def test_sidik_membuka_perubahan(reviu, apip):
    resmi = sign(reviu, apip)
    resmi.isi = resmi.isi.replace("Auditor Madya", "Auditor Lain")
    assert not is_utuh(resmi)
    assert not is_utuh(Reviu())


def test_rekomendasi_dihapus_yang_berikutnya_naik(reviu, apip):
    satu, _dua = [op.add_rekomendasi(reviu=reviu, data=ANJURAN, oleh=apip, pada=PADA) for _ in range(2)]
    op.remove_rekomendasi(rekomendasi=satu, oleh=apip, pada=PADA)
    assert [r.rekomendasi.nomor for r in list_rekomendasi(reviu, PADA)] == [1]
    kosong = dataclasses.replace(ANJURAN, uraian=" ")
    with pytest.raises(op.ReviuDitolak, match="wajib diisi"):
        op.add_rekomendasi(reviu=reviu, data=kosong, oleh=apip, pada=PADA)


def test_tindak_lanjut_dilaporkan_kantor_dinilai_apip_lain(kantor, reviu, apip):
    rekomendasi = op.add_rekomendasi(reviu=reviu, data=ANJURAN, oleh=apip, pada=PADA)
    rangkap = make_orang("rangkap", Tugas(Peran.PENYUSUN, kantor.kanwil), Tugas(Peran.APIP, kantor.kanwil))
    lapor = {"rekomendasi": rekomendasi, "oleh": rangkap, "pada": PADA}
    with pytest.raises(op.ReviuDitolak, match="setelah reviu ditandatangani"):
        op.report_tindak_lanjut(uraian="Sudah.", **lapor)
    sign(reviu, apip)
    rekomendasi.reviu.refresh_from_db()
    (awal,) = list_rekomendasi(reviu, PADA + datetime.timedelta(days=60))
    assert (awal.keadaan, awal.terlambat) == ("belum ditindaklanjuti", True)
    with pytest.raises(op.ReviuDitolak, match="wajib diisi"):
        op.report_tindak_lanjut(uraian=" ", **lapor)
    with pytest.raises(AksesDitolak):
        op.report_tindak_lanjut(rekomendasi=rekomendasi, uraian="Sudah.", oleh=apip, pada=PADA)
    op.report_tindak_lanjut(uraian="Analisis dilengkapi.", **lapor)
    nilai = {"keadaan": KeadaanTindakLanjut.SESUAI, "uraian": "Diperiksa."}
    with pytest.raises(OrangSama):
        op.judge_tindak_lanjut(**nilai, **lapor)
    with pytest.raises(op.ReviuDitolak, match="Penilaian"):
        op.judge_tindak_lanjut(
            **lapor | {"oleh": apip}, **nilai | {"keadaan": KeadaanTindakLanjut.DILAPORKAN}
        )
    op.judge_tindak_lanjut(**nilai, **lapor | {"oleh": apip})
    (akhir,) = list_rekomendasi(reviu, PADA + datetime.timedelta(days=60))
    assert (akhir.keadaan, akhir.terlambat, len(akhir.langkah)) == ("sesuai", False, 2)


def baca_pdf(isi: bytes) -> list[str]:
    with PdfDocument(isi) as pdf:
        return [" ".join(h.get_textpage().get_text_bounded().split()) for h in pdf]


def test_pernyataan_satu_halaman_dalam_bunyi_peraturan(reviu, apip):
    resmi = sign(reviu, apip)
    (halaman,) = baca_pdf(render_pdf(compose_pernyataan(get_isi(resmi, {}), print_kode(resmi.sidik))).isi)
    assert halaman.startswith("PERNYATAAN TELAH DIREVIU KANWIL TAHUN ANGGARAN 2023")
    assert "memberikan keyakinan terbatas" in halaman
    assert "tidak terdapat kondisi atau hal-hal yang menimbulkan perbedaan" in halaman
    assert "Jakarta, 15 Januari 2024" in halaman
    assert "Inspektur Wilayah I," in halaman
    assert f"Kode verifikasi {resmi.sidik[:4]}-{resmi.sidik[4:8]}" in halaman
    assert "kecuali" not in halaman


def test_pernyataan_tidak_menyembunyikan_yang_tidak_dipenuhi(reviu, apip):
    op.add_rekomendasi(reviu=reviu, data=ANJURAN, oleh=apip, pada=PADA)
    resmi = sign(reviu, apip, SEMUA_YA | {"I.5": Isian(Jawaban.TIDAK, "Saran belum ditulis.")})
    isi, kode = get_isi(resmi, {}), print_kode(resmi.sidik)
    (halaman,) = baca_pdf(render_pdf(compose_pernyataan(isi, kode)).isi)
    assert "kecuali atas hal-hal berikut" in halaman
    assert "Butir I.5 tidak dipenuhi: Telah menyajikan upaya perbaikan ke depan." in halaman
    catatan = " ".join(baca_pdf(render_pdf(compose_catatan(isi, kode)).isi))
    for teks in (
        "19 dipenuhi, 1 tidak dipenuhi, dan 3 tidak berlaku", "Saran belum ditulis.", "Lengkapi analisis.",
        "Kepala Bagian Program", "14 Februari 2024", "Anggota 2 Auditor Pertama", "ST-12/IJ/2024",
        "Keyakinan yang diberikan terbatas", "60 dari 60 indikator (Tabel 2.1; Tabel 3.1).",
    ):  # fmt: skip
        assert teks in catatan


def test_konsep_menyatakan_dirinya_konsep_dan_docx_memuat_hal_yang_sama(reviu):
    isi = dataclasses.replace(isi_kini(reviu), tanggal=None, catatan="Satu.\nDua.")
    dokumen = compose_catatan(isi, print_kode(reviu.sidik))
    assert dokumen.kode == KONSEP
    naskah = docx.Document(io.BytesIO(render_docx(dokumen)))
    teks = [p.text for p in naskah.paragraphs]
    assert any("belum ditandatangani" in t for t in teks)
    assert {"Satu.", "Dua.", "Tidak ada rekomendasi."} <= set(teks)
    sel = [s.text for t in naskah.tables for b in t.rows for s in b.cells]
    assert sel.count("belum dijawab") == 23
    assert any("60 dari 60 indikator" in s for s in sel)
