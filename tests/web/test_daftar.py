"""The table of indicators: searching, filtering, sorting, and its CSV."""

import csv
import io
import re
from decimal import Decimal

import pytest
from django.test import TestCase
from hypothesis import given
from hypothesis import strategies as st
from tests.web.kantor_contoh import ALAMAT, KUNCI, TAHUN, load_contoh

from kinerja.antarmuka.web.sajian.daftar import amankan, angka_csv
from kinerja.organisasi.queries import get_satker
from kinerja.pengukuran.queries import compute_kinerja
from kinerja.perencanaan.models import Indikator

pytestmark = pytest.mark.django_db

DAFTAR = f"{ALAMAT}indikator/"
UNDUHAN = f"{ALAMAT}indikator.csv"


class TestDaftar(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        load_contoh()

    def kode(self, **saringan: str) -> list[str]:
        html = self.client.get(DAFTAR, saringan).content.decode()
        return re.findall(r'class="kode" data-label="Kode">([^<]+)<', html)

    def baris(self, **saringan: str) -> list[dict[str, str]]:
        jawaban = self.client.get(UNDUHAN, saringan)
        isi = jawaban.content.decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(isi), delimiter=";"))

    def semua(self):
        return [h for s in compute_kinerja(get_satker(KUNCI), TAHUN) for h in s.indikator]

    def test_semua_menurut_urutan_rencana(self):
        assert self.kode() == [h.indikator.kode for h in self.semua()]

    def test_disaring_menurut_status(self):
        for status, tercapai in (("tercapai", True), ("tidak_tercapai", False), ("tanpa_nilai", None)):
            benar = [h.indikator.kode for h in self.semua() if h.kini.capaian.tercapai is tercapai]
            assert self.kode(status=status) == benar
            assert benar

    def test_dicari_dalam_kode_nama_dan_penanggung_jawab(self):
        assert self.kode(q="pas-2.1") == ["PAS-2.1"]
        assert "PAS-2.1" in self.kode(q="OVERSTAYING  tahanan")
        assert "AHU-1.1" in self.kode(q="subbidang pelayanan administrasi hukum umum")
        assert self.kode(q="tidak akan ada") == []

    def test_tidak_ada_yang_cocok_mengatakan_apa_yang_harus_dilakukan(self):
        assert "hapus saringan" in self.client.get(DAFTAR, {"q": "zzz"}).content.decode()

    def test_disaring_menurut_unit(self):
        kode = self.kode(unit="KI")
        assert kode
        assert all(k.startswith("KI-") for k in kode)

    def test_diurutkan_menurut_capaian_dan_yang_tanpa_nilai_selalu_terakhir(self):
        ada = sorted(
            (h for h in self.semua() if h.kini.capaian.nilai is not None), key=lambda h: h.kini.capaian.nilai
        )
        kode = [h.indikator.kode for h in ada]
        assert self.kode(urut="capaian")[:-1] == kode
        assert set(self.kode(urut="capaian", arah="turun")[: len(kode)]) == set(kode)
        assert self.kode(urut="capaian", arah="turun")[0] == kode[-1]
        assert self.kode(urut="capaian", arah="turun")[-1] == "KI-2.1"

    def test_diurutkan_menurut_kode_dan_nama(self):
        assert self.kode(arah="turun") == self.kode()[::-1]
        nama = dict(Indikator.objects.values_list("kode", "nama"))
        assert [nama[k].casefold() for k in self.kode(urut="nama")] == sorted(
            nama[k].casefold() for k in self.kode()
        )

    def test_isian_aneh_diabaikan(self):
        assert self.kode(status="'; DROP", urut="x", arah="y", unit="") == self.kode()
        html = self.client.get(DAFTAR, {"q": '"><script>alert(1)</script>'}).content.decode()
        assert "<script>alert" not in html

    def test_kepala_kolom_menyebut_arah_dan_menyimpan_saringan(self):
        html = self.client.get(DAFTAR, {"q": "anak", "urut": "capaian"}).content.decode()
        assert 'aria-sort="ascending"' in html
        assert 'href="?q=anak&amp;urut=capaian&amp;arah=turun"' in html
        html = self.client.get(DAFTAR, {"q": "anak", "urut": "capaian", "arah": "turun"}).content.decode()
        assert 'aria-sort="descending"' in html

    def test_csv_memuat_semua_angka(self):
        jawaban = self.client.get(UNDUHAN)
        assert jawaban["Content-Type"] == "text/csv; charset=utf-8"
        assert jawaban["Content-Disposition"] == f'attachment; filename="indikator-{KUNCI}-{TAHUN}.csv"'
        assert jawaban.content.startswith(b"\xef\xbb\xbfKode;Indikator;")
        baris = {b["Kode"]: b for b in self.baris()}
        assert list(baris) == self.kode()
        satu = baris["PAS-2.1"]
        assert (satu["Target"], satu["Pembilang"], satu["Penyebut"]) == ("90", "2500", "2566")
        assert (satu["Realisasi"], satu["Capaian (%)"]) == ("97,427903", "108,253226")
        assert baris["AHU-1.1"]["Capaian (%)"].startswith("-362,")
        assert (baris["KI-2.1"]["Realisasi"], baris["KI-2.1"]["Status"]) == ("", "Tidak ada objek")

    def test_csv_mengikuti_saringan(self):
        assert [b["Kode"] for b in self.baris(status="tidak_tercapai")] == self.kode(status="tidak_tercapai")

    def test_csv_tidak_menjalankan_rumus(self):
        jahat = '=HYPERLINK("http://jahat.example";"klik")'
        Indikator.objects.filter(kode="PAS-2.1").update(nama=jahat, satuan="@SUM(A1)")
        satu = next(b for b in self.baris() if b["Kode"] == "PAS-2.1")
        assert satu["Indikator"] == f"'{jahat}"
        assert satu["Satuan"] == "'@SUM(A1)"

    def test_csv_head(self):
        assert self.client.head(UNDUHAN).status_code == 200


@given(st.text())
def test_teks_csv_tidak_pernah_dimulai_dengan_tanda_rumus(teks):
    aman = amankan(teks)
    assert not aman.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert aman.removeprefix("'") == teks.removeprefix("'") or aman == teks


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12))
def test_angka_csv_terbaca_kembali(nilai):
    assert Decimal(angka_csv(nilai).replace(",", ".")) == nilai


@pytest.mark.parametrize(
    ("nilai", "cetak"), [(None, ""), (Decimal(0), "0"), (Decimal("1E+3"), "1000"), (Decimal("-0.5"), "-0,5")]
)
def test_angka_csv(nilai, cetak):
    assert angka_csv(nilai) == cetak
