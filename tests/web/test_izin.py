"""Who may open what: every route × every peran × own and foreign, generated from the URL table.

A route without a row in HAK fails, and so does a row without a route.
"""

import datetime
from collections.abc import Iterator

from django.db import transaction
from django.test import Client, TestCase
from django.urls import URLPattern, get_resolver
from django.urls.resolvers import URLResolver
from django.utils import timezone
from tests.web.hak import FORMAT, HAK
from tests.web.orang import make_orang, read_halaman
from tests.web.panggung import TAHUN, Panggung, make_panggung

from kinerja.akses.izin import PERAN_DITUGASKAN, Peran
from kinerja.akses.operations import Tugas


def list_rute(pola=None) -> Iterator[str]:
    """Names of all routes of the URL table."""
    for satu in get_resolver().url_patterns if pola is None else pola:
        if isinstance(satu, URLResolver):
            yield from list_rute(satu.url_patterns)
        elif isinstance(satu, URLPattern):
            yield str(satu.name)


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


def list_harus(rute: str) -> dict[tuple[str, str], int]:
    """Codes of a guest, of every peran in the office itself, and in another one."""
    hak = HAK[rute]
    harus = {("tamu", ""): hak.tamu}
    for peran in PERAN_DITUGASKAN:
        boleh = peran in hak.peran
        harus["sendiri", peran] = hak.boleh if boleh else hak.tanpa_izin
        harus["lain", peran] = hak.asing if hak.asing_semua or boleh else hak.tanpa_izin
        if rute == "beranda":
            harus["lain", peran] = 302  # to the reader's own office
    return harus


def test_setiap_rute_ada_barisnya():
    assert set(HAK) == set(list_rute())


class TestIzin(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.panggung = make_panggung()

    def test_siapa_mendapat_apa(self):
        """A guest, every peran in the office itself, every peran in another one: one table of codes per route."""
        for rute in HAK:
            with self.subTest(rute):
                assert self.buka_semua(rute) == list_harus(rute)

    def buka_semua(self, rute: str) -> dict[tuple[str, str], int]:
        didapat = {("tamu", ""): buka(Client(), rute, self.panggung)}
        for letak, peran in self.panggung.sesi:
            with transaction.atomic():
                didapat[letak, peran] = buka(self.panggung.masuk_sebagai(letak, peran), rute, self.panggung)
                transaction.set_rollback(True)
        return didapat

    def test_asing_dan_tidak_ada_sama_persis(self):
        klien = self.panggung.masuk_sebagai("lain", Peran.PENYUSUN)
        asing, hampa = (klien.get(f"/{k}/{TAHUN}/") for k in (self.panggung.kantor.kunci, "tidak-ada"))
        isi = [
            read_halaman(j).replace(k, "")
            for j, k in ((asing, self.panggung.kantor.kunci), (hampa, "tidak-ada"))
        ]
        assert isi[0] == isi[1]

    def test_penugasan_orang_lain_tidak_dapat_ditebak(self):
        """An id of an assignment that belongs to another account than the one in the address."""
        asing = make_orang("orang-jauh", Tugas(Peran.OPERATOR, self.panggung.lain))
        klien = self.panggung.masuk_sebagai("sendiri", Peran.ADMIN)
        alamat = f"/pengguna/bawahan/peran/{asing.penugasan.get().pk}/akhiri/"
        assert klien.post(alamat, {"alasan": "coba"}).status_code == 404
        assert asing.penugasan.exists()

    def test_admin_cabang_tidak_dapat_memilih_lingkup_orang_lain(self):
        klien = self.panggung.masuk_sebagai("sendiri", Peran.ADMIN)
        for isi in (
            {"tugas-peran": "operator", "tugas-satker": self.panggung.lain.kunci},
            {"tugas-peran": "admin"},
        ):
            jawaban = klien.post("/pengguna/bawahan/peran/", isi)
            assert jawaban.status_code in {200, 403}
        assert make_orang("bawahan").penugasan.count() == 1

    def test_riwayat_kantor_hanya_memuat_rantainya_sendiri(self):
        make_orang("orang-jauh", Tugas(Peran.OPERATOR, self.panggung.lain))
        isi = self.panggung.masuk_sebagai("sendiri", Peran.PENYUSUN).get(
            f"/{self.panggung.kantor.kunci}/{TAHUN}/riwayat/"
        )
        teks = isi.content.decode()
        assert "memberi peran" in teks
        assert "bawahan" in teks
        assert "orang-jauh" not in teks
