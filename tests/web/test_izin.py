"""Who may open what: every route × every peran × own and foreign, generated from the URL table.

A route without a row in HAK fails, and so does a row without a route.
"""

import datetime
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver
from django.urls.resolvers import URLResolver
from django.utils import timezone
from tests.anggaran.ekspor import make_omspan
from tests.basisdata.dunia import make_dunia, make_target
from tests.basisdata.pelanggaran_laporan import make_penulisan
from tests.basisdata.pelanggaran_perjanjian import make_versi_perjanjian
from tests.basisdata.pelanggaran_survei import make_survei
from tests.basisdata.pelanggaran_telaah import make_rekomendasi, make_reviu, make_temuan, make_tersimpan
from tests.web.hak import FORMAT, HAK, NARASI, SURVEI
from tests.web.orang import login, make_orang, read_halaman

from kinerja.akses.izin import PERAN_DITUGASKAN, Peran
from kinerja.akses.models import Pengguna
from kinerja.akses.operations import Tugas
from kinerja.akses.pelaku import BARIS_PERINTAH
from kinerja.organisasi.models import RiwayatSatker, Satker, UnitKerja
from kinerja.pengukuran.berkas import Unggahan
from kinerja.pengukuran.models import DataDukung, LembarPengukuran, PembukaanKunci, TargetKinerja
from kinerja.pengukuran.operations.data_dukung import add_bukti_target, add_data_dukung
from kinerja.pengukuran.operations.lembar import open_lembar, set_pelapor
from kinerja.pengukuran.sel import list_kunci_lembar
from kinerja.perencanaan.models import Indikator, Target
from kinerja.pertukaran.kementerian.impor import Berkas, upload_sumber

pytestmark = pytest.mark.django_db
TAHUN = 2023
HASIL_TELAAH = {"berkas": ["a.pdf"], "fakta": 1, "pemeriksaan": 1, "detik": 0, "kendala": [], "temuan": []}


def list_rute(pola=None) -> Iterator[str]:
    """Names of all routes of the URL table."""
    for satu in get_resolver().url_patterns if pola is None else pola:
        if isinstance(satu, URLResolver):
            yield from list_rute(satu.url_patterns)
        elif isinstance(satu, URLPattern):
            yield str(satu.name)


@dataclass(frozen=True, slots=True)
class Panggung:
    """One office with a plan and a report, another beside it, and somebody who works in the first."""

    kantor: Satker
    lain: Satker
    penugasan: int
    lembar: int
    pk: dict[str, int]
    """What `pk` means in the addresses of some routes."""
    target: int


@pytest.fixture
def panggung() -> Panggung:
    d = make_dunia()
    make_target(d)
    lain = Satker.objects.create(kunci="kanwil-lain", jenis="kanwil")
    RiwayatSatker.objects.create(
        satker=lain, nama="Lain", nama_singkat="Lain", berlaku_dari=d.riwayat.berlaku_dari
    )
    Target.objects.create(indikator=d.indikator, satker=lain, tahun=TAHUN, jenis="pk", nilai=1)
    bawahan = make_orang("bawahan", Tugas(Peran.OPERATOR, d.satker))
    lembar, bukti, pembukaan = buka_bulan(d.satker, d.indikator, bawahan)
    pk = {
        "unduh_bukti": bukti.pk,
        "cabut_bukti": bukti.pk,
        "jawab_buka": pembukaan.pk,
        "pembukaan": pembukaan.pk,
    }
    pk |= dict.fromkeys(("telaah_tersimpan", "hapus_telaah"), make_tersimpan(d, hasil=HASIL_TELAAH).pk)
    pk |= dict.fromkeys(("minta_pengecualian", "putus_pengecualian"), make_temuan(d).pk)
    pk |= dict.fromkeys(NARASI, make_penulisan(d).pk)
    pk |= dict.fromkeys(SURVEI, make_survei(d, rahasia="r").pk)
    pk["tugas_perjanjian"] = make_versi_perjanjian(d).perjanjian_id
    make_rekomendasi(make_reviu(d))
    target, bukti_target = make_target_kinerja(d.unit_kerja, bawahan)
    pk["cabut_bukti_target"] = bukti_target.pk
    pk["pratinjau_anggaran"] = upload_ekspor(d.satker)
    return Panggung(d.satker, lain, bawahan.penugasan.get().pk, lembar.pk, pk, target.pk)


def upload_ekspor(satker: Satker) -> int:
    """A ministry file that waits."""
    berkas = Berkas("ekspor.xlsx", make_omspan(), "OM-SPAN", "bulanan")
    siapa = {"oleh": BARIS_PERINTAH, "pada": timezone.now()}
    return upload_sumber(berkas=berkas, satker=satker, tahun=TAHUN, **siapa).pk


def make_target_kinerja(unit: UnitKerja, oleh: Pengguna) -> tuple[TargetKinerja, DataDukung]:
    """A target kinerja with evidence of January."""
    target = TargetKinerja.objects.create(unit_kerja=unit, tahun=TAHUN, nomor=1, teks="Target")
    unggahan = Unggahan("bukti.pdf", io.BytesIO(b"%PDF-1.7\n"))
    bukti, temuan = add_bukti_target(
        target_id=target.pk, bulan=1, unggahan=unggahan, oleh=oleh, pada=timezone.now()
    )
    assert temuan == ()
    return target, bukti


def buka_bulan(
    kantor: Satker, indikator: Indikator, oleh: Pengguna
) -> tuple[LembarPengukuran, DataDukung, PembukaanKunci]:
    """A month open for entry, with evidence and a request to open its lock."""
    kini = timezone.now()
    siapa = {"kantor": kantor, "tahun": TAHUN, "oleh": BARIS_PERINTAH, "pada": kini}
    set_pelapor(pelapor={indikator.pk: [kantor.pk]}, **siapa)
    open_lembar(bulan=[1], **siapa)
    # The sheet that owes the cell, not the one above it.
    lembar = next(s for s in LembarPengukuran.objects.filter(tahun=TAHUN) if list_kunci_lembar(s))
    bukti, temuan = add_data_dukung(
        lembar_id=lembar.pk,
        indikator_id=indikator.pk,
        unggahan=Unggahan("bukti.pdf", io.BytesIO(b"%PDF-1.7\n")),
        oleh=oleh,
        pada=kini,
    )
    assert temuan == ()
    pembukaan = PembukaanKunci.objects.create(
        lembar=lembar, alasan="uji", sampai=kini + timedelta(days=1), diminta_oleh=oleh, diminta_pada=kini
    )
    return lembar, bukti, pembukaan


def isi_alamat(p: Panggung) -> dict[str, object]:
    return {
        "satker": p.kantor.kunci, "tahun": TAHUN, "kode": "SK.1.1", "format": "html", "bahasa": "id",
        "rahasia": "tebakan", "nama_akun": "bawahan", "pk": p.penugasan,
        "lembar": p.lembar, "bulan": 1, "target": p.target, "triwulan": 1,
        "komentar": 1, "revisi": 0, "jenis": "narasi", "kode_sasaran": "SK.1", "semula": 0, "menjadi": 0,
        "bawahan": p.kantor.kunci, "ke": 1, "nomor": 1, "dokumen": "catatan-hasil-reviu",
        "pilihan": "lantai_nol", "perjanjian": "PK.1", "pihak": "pertama", "lama": 1, "baru": 1, "naskah": "sk_tim",
    }  # fmt: skip


def buka(klien: Client, rute: str, p: Panggung) -> int:
    # Patterns are looked at by hand: reverse() complains of arguments too many.
    kemungkinan = get_resolver().reverse_dict.getlist(rute)
    (bentuk, nama), *_ = kemungkinan[0][0]
    semua = isi_alamat(p)
    semua["pk"] = p.pk.get(rute, p.penugasan)
    semua["format"] = FORMAT.get(rute, semua["format"])
    alamat = "/" + bentuk % {n: semua[n] for n in nama}
    isi = (
        {
            "alasan": "uji",
            "versi": "1",
            "berlaku_sampai": (timezone.now() + datetime.timedelta(days=7)).date().isoformat(),
            "tindakan": "kembalikan",
            "sampai": "2099-01-31",
        }
        if HAK[rute].cara == "post"
        else {}
    )
    return getattr(klien, HAK[rute].cara)(alamat, isi).status_code


def masuk_sebagai(tugas: Tugas) -> Client:
    klien = Client()
    login(klien, make_orang(f"orang-{tugas.peran}", tugas))
    return klien


def test_setiap_rute_ada_barisnya():
    assert set(HAK) == set(list_rute())


@pytest.mark.parametrize("rute", HAK)
def test_siapa_mendapat_apa(panggung, rute):
    """A guest, every peran in the office itself, every peran in another one: one table of codes per route."""
    didapat = {("tamu", ""): buka(Client(), rute, panggung)}
    harus = {("tamu", ""): HAK[rute].tamu}
    for peran in PERAN_DITUGASKAN:
        for letak, kantor in (("sendiri", panggung.kantor), ("lain", panggung.lain)):
            with transaction.atomic():
                didapat[letak, peran] = buka(masuk_sebagai(Tugas(peran, kantor)), rute, panggung)
                transaction.set_rollback(True)
        harus["sendiri", peran], harus["lain", peran] = list_harus(rute, peran)
    assert didapat == harus


def list_harus(rute: str, peran: Peran) -> tuple[int, int]:
    """Codes in the office itself and in another one."""
    hak = HAK[rute]
    sendiri = hak.boleh if peran in hak.peran else hak.tanpa_izin
    if rute == "beranda":
        return sendiri, 302  # to the reader's own office
    return sendiri, hak.asing if hak.asing_semua or peran in hak.peran else hak.tanpa_izin


def test_asing_dan_tidak_ada_sama_persis(panggung):
    klien = masuk_sebagai(Tugas(Peran.PENYUSUN, panggung.lain))
    asing, hampa = (klien.get(f"/{k}/{TAHUN}/") for k in (panggung.kantor.kunci, "tidak-ada"))
    isi = [read_halaman(j).replace(k, "") for j, k in ((asing, panggung.kantor.kunci), (hampa, "tidak-ada"))]
    assert isi[0] == isi[1]


def test_penugasan_orang_lain_tidak_dapat_ditebak(panggung):
    """An id of an assignment that belongs to another account than the one in the address."""
    asing = make_orang("orang-jauh", Tugas(Peran.OPERATOR, panggung.lain))
    klien = masuk_sebagai(Tugas(Peran.ADMIN, panggung.kantor))
    alamat = f"/pengguna/bawahan/peran/{asing.penugasan.get().pk}/akhiri/"
    assert klien.post(alamat, {"alasan": "coba"}).status_code == 404
    assert asing.penugasan.exists()


def test_admin_cabang_tidak_dapat_memilih_lingkup_orang_lain(panggung):
    klien = masuk_sebagai(Tugas(Peran.ADMIN, panggung.kantor))
    for isi in ({"tugas-peran": "operator", "tugas-satker": panggung.lain.kunci}, {"tugas-peran": "admin"}):
        jawaban = klien.post("/pengguna/bawahan/peran/", isi)
        assert jawaban.status_code in {200, 403}
    assert make_orang("bawahan").penugasan.count() == 1


def test_riwayat_kantor_hanya_memuat_rantainya_sendiri(panggung):
    make_orang("orang-jauh", Tugas(Peran.OPERATOR, panggung.lain))
    isi = masuk_sebagai(Tugas(Peran.PENYUSUN, panggung.kantor)).get(
        f"/{panggung.kantor.kunci}/{TAHUN}/riwayat/"
    )
    teks = isi.content.decode()
    assert "memberi peran" in teks
    assert "bawahan" in teks
    assert "orang-jauh" not in teks
