"""Who may open what: every route × every peran × own and foreign, generated from the URL table.

A route without a row in HAK fails, and so does a row without a route.
"""

import datetime
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
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
SEMUA = tuple(p.value for p in PERAN_DITUGASKAN)
KE_MASUK, ADA, DITOLAK, ASING, SALAH_CARA = 302, 200, 403, 404, 405
HASIL_TELAAH = {"berkas": ["a.pdf"], "fakta": 1, "pemeriksaan": 1, "detik": 0, "kendala": [], "temuan": []}


@dataclass(frozen=True, slots=True)
class Hak:
    """Codes of a route: not logged in; with a peran that may; with another; for somebody else's object."""

    tamu: int = KE_MASUK
    boleh: int = ADA
    tanpa_izin: int = ADA
    asing: int = ADA
    peran: tuple[str, ...] = SEMUA
    cara: str = "get"
    asing_semua: bool = False
    """Somebody else's object does not exist for anybody, whatever his peran."""


UMUM = Hak(tamu=ADA)
SENDIRI = Hak()
"""About the reader's own account: the same for everybody."""
PASTIKAN = Hak(boleh=302, tanpa_izin=302, asing=302)
"""Asks for the password once more, or has nothing to show."""
TANPA_CARA = Hak(boleh=DITOLAK, tanpa_izin=DITOLAK, asing=DITOLAK)
"""Proving once more who one is, with an account that has no password and no key."""
SATKER = Hak(asing=ASING)
ADMIN = Hak(tanpa_izin=DITOLAK, asing=DITOLAK, peran=("admin",))
AKUN = Hak(tanpa_izin=DITOLAK, asing=ASING, peran=("admin",))
AKUN_POST = Hak(boleh=302, tanpa_izin=DITOLAK, asing=ASING, peran=("admin",), cara="post")
KE_TUGAS = Hak(boleh=302, tanpa_izin=302, asing=302, cara="post")
LEMBAR_POST = Hak(boleh=302, tanpa_izin=302, asing=ASING, cara="post")
"""Who may see a sheet is told on it why a step is not his; to anybody else it does not exist."""
TARGET_POST = Hak(
    boleh=302, tanpa_izin=DITOLAK, asing=ASING, peran=("operator",), cara="post", asing_semua=True
)
TERSIMPAN = Hak(tanpa_izin=DITOLAK, asing=ASING, peran=("penyusun", "apip"), asing_semua=True)
SALAH_ISI = Hak(boleh=422, tanpa_izin=422, asing=ASING, cara="post")
"""An assessment without a number, an upload without a file."""
FORMAT = dict.fromkeys(
    ("unduh_anggaran", "unduh_rekonsiliasi", "unduh_dasbor", "unduh_target", "unduh_papan"), "xlsx"
) | {
    "unduh_reviu": "docx",
    "unduh_perjanjian": "docx",
    "unduh_pohon": "svg",
    "unduh_tabel_iku": "docx",
    "unduh_lembar_iku": "docx",
}
TANPA_ISI = Hak(boleh=400, tanpa_izin=400, asing=ASING, cara="post")
"""Cells without any cell in them."""

PUBLIK_ASING = Hak(tamu=404, boleh=404, tanpa_izin=404, asing=404)
"""Open to everybody who has the link; a guessed one leads nowhere."""
OPERATOR_POST = Hak(
    boleh=302, tanpa_izin=DITOLAK, asing=ASING, peran=("operator",), cara="post", asing_semua=True
)
SURVEI = ("survei", "ekspor_survei", "kertas_survei", "templat_survei", "agregat_survei", "tutup_survei")
SURVEI = (*SURVEI, "unggah_survei", "populasi_survei", "buka_kembali_survei")
"""Routes whose `pk` is that of a survey."""
PENYUSUN_POST = Hak(
    boleh=302, tanpa_izin=DITOLAK, asing=ASING, peran=("penyusun",), cara="post", asing_semua=True
)
_NARASI = (
    "narasi",
    "pratinjau_narasi",
    "status_narasi",
    "pemilik_narasi",
    "komentar_narasi",
    "tutup_komentar",
)
NARASI = (*_NARASI, "tambah_gambar", "versi_narasi", "tugas_laporan")
"""Routes whose `pk` is that of a text."""

PERENCANA = Hak(tanpa_izin=DITOLAK, asing=ASING, peran=("perencana",), asing_semua=True)
PERENCANA_POST = replace(PERENCANA, boleh=302, cara="post")
PERENCANA_SALAH = replace(PERENCANA, boleh=422, cara="post")
"""A form without what it must hold."""
RENCANA_BERSAMA = replace(PERENCANA, boleh=DITOLAK)
"""A plan two offices use: the perencana of one of them does not change it for both."""
RENCANA_BERSAMA_POST = replace(RENCANA_BERSAMA, cara="post")

PERENCANA = Hak(tanpa_izin=DITOLAK, asing=ASING, peran=("perencana",), asing_semua=True)

HAK: dict[str, Hak] = {
    "tugas_perjanjian": Hak(boleh=302, tanpa_izin=302, asing=ASING),
    "perjanjian": SATKER,
    "perjanjian_baru": PERENCANA,
    "jabatan": SATKER,
    "satu_perjanjian": SATKER,
    "versi_perjanjian": replace(PERENCANA, boleh=302, cara="post"),
    "ubah_perjanjian": Hak(boleh=422, tanpa_izin=422, asing=ASING, cara="post"),
    "langkah_perjanjian": Hak(
        boleh=302,
        tanpa_izin=DITOLAK,
        asing=ASING,
        peran=("verifikator", "pimpinan"),
        cara="post",
        asing_semua=True,
    ),
    "tanda_tangan_perjanjian": Hak(boleh=404, tanpa_izin=404, asing=ASING),
    "banding_perjanjian": SATKER,
    "unduh_perjanjian": SATKER,
    "tanda_tangan_elektronik_laporan": Hak(boleh=404, tanpa_izin=404, asing=ASING),
    "unduh_laporan_elektronik": Hak(boleh=404, tanpa_izin=404, asing=ASING),
    "surat": SATKER,
    "satu_surat": SATKER,
    "unduh_templat_surat": SATKER,
    "simpan_templat_surat": LEMBAR_POST,
    "sahkan": UMUM,
    "tugas_laporan": Hak(boleh=302, tanpa_izin=302, asing=ASING),
    "susun": SATKER,
    "bagikan_narasi": PENYUSUN_POST,
    "mulai_laporan": replace(PENYUSUN_POST, peran=("penyusun", "pimpinan")),
    "langkah_laporan": LEMBAR_POST,
    "tanda_tangan_laporan": SATKER,
    "minta_revisi": PENYUSUN_POST,
    "putus_revisi": Hak(boleh=404, tanpa_izin=404, asing=ASING, cara="post"),
    "unduh_final": Hak(boleh=404, tanpa_izin=404, asing=ASING),
    "unduh_naskah": SATKER,
    "unggah_naskah": LEMBAR_POST,
    "terima_naskah": LEMBAR_POST,
    "gambar_narasi": Hak(boleh=404, tanpa_izin=404, asing=ASING),
    "narasi": SATKER,
    "pratinjau_narasi": Hak(asing=ASING, cara="post"),
    "status_narasi": replace(PENYUSUN_POST, peran=("verifikator", "penyusun", "pimpinan")),
    "pemilik_narasi": PENYUSUN_POST,
    "komentar_narasi": replace(
        PENYUSUN_POST, peran=("operator", "verifikator", "penyusun", "pimpinan", "apip")
    ),
    "tutup_komentar": replace(PENYUSUN_POST, peran=("operator", "verifikator", "penyusun", "pimpinan")),
    "tambah_gambar": LEMBAR_POST,
    "versi_narasi": Hak(boleh=404, tanpa_izin=404, asing=ASING),
    **dict.fromkeys(
        ("rencana", "pohon", "unduh_pohon", "tabel_iku", "unduh_tabel_iku", "lembar_iku"), SATKER
    ),
    **dict.fromkeys(
        ("unduh_lembar_iku", "sasaran_rencana", "aksi_rencana", "versi_rencana", "beda_versi"), SATKER
    ),
    **dict.fromkeys(("renstra", "sasaran_baru", "indikator_baru"), RENCANA_BERSAMA),
    **dict.fromkeys(("indikator_rencana", "impor_iku"), PERENCANA),
    "kaitkan_sasaran": RENCANA_BERSAMA_POST,
    "pemilik_indikator": PERENCANA_SALAH,
    "target_rencana": PERENCANA_POST,
    "urungkan_rencana": PERENCANA_POST,
    "hapus_rencana": RENCANA_BERSAMA_POST,
    "realisasi_aksi": Hak(boleh=404, tanpa_izin=404, asing=ASING, cara="post"),
    "sehat": UMUM,
    "bahasa": Hak(tamu=302, boleh=302, tanpa_izin=302, asing=302),
    "account_login": Hak(tamu=ADA, boleh=302, tanpa_izin=302, asing=302),
    "account_inactive": UMUM,
    "tautan": Hak(tamu=404, boleh=404, tanpa_izin=404, asing=404),
    "mfa_authenticate": PASTIKAN,
    "mfa_login_webauthn": Hak(tamu=302, boleh=302, tanpa_izin=302, asing=302),
    "account_logout": Hak(),
    "account_reauthenticate": TANPA_CARA,
    "mfa_reauthenticate": TANPA_CARA,
    "mfa_reauthenticate_webauthn": TANPA_CARA,
    "akun_saya": SENDIRI,
    "account_change_password": PASTIKAN,
    "account_set_password": SENDIRI,
    "mfa_index": SENDIRI,
    "mfa_activate_totp": SENDIRI,
    "mfa_deactivate_totp": Hak(boleh=404, tanpa_izin=404, asing=404),
    "mfa_view_recovery_codes": Hak(boleh=404, tanpa_izin=404, asing=404),
    "mfa_generate_recovery_codes": SENDIRI,
    "mfa_list_webauthn": SENDIRI,
    "mfa_add_webauthn": SENDIRI,
    "mfa_edit_webauthn": Hak(boleh=404, tanpa_izin=404, asing=404),
    "mfa_remove_webauthn": Hak(boleh=404, tanpa_izin=404, asing=404),
    **dict.fromkeys(("isi_survei", "terima_kasih_survei", "hasil_survei_publik"), PUBLIK_ASING),
    "daftar_survei": SENDIRI,
    "buka_survei": replace(OPERATOR_POST, boleh=404, tanpa_izin=404),
    **dict.fromkeys(("survei", "ekspor_survei"), SATKER),
    **dict.fromkeys(("kertas_survei", "templat_survei"), replace(OPERATOR_POST, boleh=ADA, cara="get")),
    **dict.fromkeys(("agregat_survei", "tutup_survei", "unggah_survei"), replace(OPERATOR_POST, boleh=422)),
    **dict.fromkeys(("populasi_survei", "buka_kembali_survei"), OPERATOR_POST),
    "papan": SENDIRI,
    "unduh_papan": SENDIRI,
    "unduh_dasbor": SATKER,
    "anggaran": SATKER,
    "unduh_anggaran": SATKER,
    "skor_anggaran": SATKER,
    "uraian_skor": SATKER,
    "andaian_skor": SATKER,
    "rekonsiliasi": SATKER,
    "unduh_rekonsiliasi": SATKER,
    "impor_anggaran": Hak(tanpa_izin=DITOLAK, asing=ASING, peran=("penyusun",), asing_semua=True),
    "pratinjau_anggaran": Hak(tanpa_izin=DITOLAK, asing=ASING, peran=("penyusun",), asing_semua=True),
    "daftar_target": SATKER,
    "unduh_target": SATKER,
    "target_kinerja": SATKER,
    # The form of this test saw a version that nobody wrote.
    "isi_bulan_target": Hak(
        boleh=422, tanpa_izin=DITOLAK, asing=ASING, peran=("operator",), cara="post", asing_semua=True
    ),
    "cabut_bukti_target": TARGET_POST,
    "tambah_bukti_target": SALAH_ISI,
    "nilai_target": SALAH_ISI,
    "verifikasi_target": SALAH_ISI,
    "telaah": SENDIRI,
    "hasil_telaah": Hak(boleh=302, tanpa_izin=302, asing=302, cara="post"),
    "telaah_tersimpan": TERSIMPAN,
    "hapus_telaah": replace(TERSIMPAN, boleh=302, cara="post"),
    "temuan": SATKER,
    "minta_pengecualian": replace(TERSIMPAN, boleh=302, cara="post", peran=("penyusun",)),
    "putus_pengecualian": Hak(boleh=404, tanpa_izin=404, asing=404, cara="post"),
    "reviu": SATKER,
    "satu_reviu": SATKER,
    "unduh_reviu": SATKER,
    "penugasan_reviu": replace(SATKER, cara="post"),
    "rekomendasi_reviu": replace(SATKER, cara="post"),
    "tindak_lanjut_reviu": LEMBAR_POST,
    "tanda_tangan_reviu": replace(TERSIMPAN, boleh=302, cara="post", peran=("apip",)),
    "tugas": SENDIRI,
    "antrean": SENDIRI,
    "penuhi_tenggat": Hak(boleh=404, tanpa_izin=404, asing=404, cara="post"),
    "buat_kalender": Hak(cara="post"),
    "cabut_kalender": KE_TUGAS,
    "kalender": Hak(tamu=404, boleh=404, tanpa_izin=404, asing=404),
    "pindah_banyak": KE_TUGAS,
    "lembar": SATKER,
    "simpan_sel": TANPA_ISI,
    "tempel_sel": TANPA_ISI,
    "konfirmasi_peringatan": Hak(boleh=404, tanpa_izin=404, asing=ASING, cara="post"),
    "pindah_lembar": LEMBAR_POST,
    "minta_buka": LEMBAR_POST,
    "jawab_buka": LEMBAR_POST,
    "pembukaan": Hak(boleh=302, tanpa_izin=302, asing=ASING),
    "catatan": SATKER,
    "tambah_bukti": LEMBAR_POST,
    "unduh_bukti": Hak(
        tanpa_izin=404, asing=ASING, peran=("operator", "verifikator", "penyusun", "pimpinan", "apip")
    ),
    "cabut_bukti": LEMBAR_POST,
    "pengisian": SATKER,
    "buka_bulan": Hak(
        boleh=302, tanpa_izin=DITOLAK, asing=ASING, peran=("penyusun",), cara="post", asing_semua=True
    ),
    "unduh_pengisian_csv": SATKER,
    "unduh_pengisian_xlsx": SATKER,
    "kisi_indikator": SATKER,
    "simpan_sel_indikator": TANPA_ISI,
    "tempel_sel_indikator": TANPA_ISI,
    "konfirmasi_peringatan_indikator": Hak(boleh=404, tanpa_izin=404, asing=ASING, cara="post"),
    "beranda": Hak(boleh=302, tanpa_izin=302, asing=ADA),
    "aturan": SENDIRI,
    "kantor": Hak(boleh=302, tanpa_izin=302, asing=ASING),
    "dasbor": SATKER,
    "daftar_indikator": SATKER,
    "unduh_csv": SATKER,
    "indikator": SATKER,
    "kelengkapan": SATKER,
    "laporan": SATKER,
    "riwayat": SATKER,
    "unduh_riwayat": SATKER,
    "unduh": SATKER,
    "daftar_pengguna": Hak(tanpa_izin=DITOLAK, asing=ADA, peran=("admin",)),
    "pengguna_baru": Hak(tanpa_izin=DITOLAK, asing=ADA, peran=("admin",)),
    "pengguna": AKUN,
    "beri_peran": Hak(boleh=ADA, tanpa_izin=DITOLAK, asing=ASING, peran=("admin",), cara="post"),
    "akhiri_peran": AKUN_POST,
    "buat_tautan": Hak(boleh=ADA, tanpa_izin=DITOLAK, asing=ASING, peran=("admin",), cara="post"),
    "ubah_aktif": AKUN_POST,
    "lepas_pengaman": AKUN_POST,
}


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
        "perjanjian": "PK.1", "pihak": "pertama", "lama": 1, "baru": 1, "naskah": "sk_tim",
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
