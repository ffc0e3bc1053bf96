"""Budget scores and category scales."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import strategies as st
from tests.aturan.sifat import periksa_dengan_mutan

from kinerja.aturan.anggaran import (
    HasilNka,
    compute_nka,
    compute_predikat_nka,
    compute_serapan,
    compute_sisa,
)
from kinerja.aturan.kategori import Kategori, classify, list_skala
from kinerja.aturan.parameter import BelumBerlaku, ParameterTidakDikenal, as_angka, as_peta, load_parameter
from kinerja.aturan.pengaturan import Pengaturan

TA_2023, TA_2024 = date(2023, 12, 31), date(2024, 1, 1)
D = Decimal
skor = st.decimals(min_value=0, max_value=100, places=2)


@pytest.mark.parametrize(
    ("smart", "ikpa", "pada", "nka"),
    [
        ("89.14", "98.01", TA_2023, "92.688"),
        ("90.18", "98.06", TA_2023, "93.332"),  # printed 93.31: it was computed with another IKPA
        ("18.70", "99.27", TA_2024, "58.985"),
        ("84.63", "95.56", TA_2024, "90.095"),
    ],
)
def test_nka(smart: str, ikpa: str, pada: date, nka: str) -> None:
    assert compute_nka(D(smart), D(ikpa), pada=pada).nilai == D(nka)


def test_nka_menyebut_aturan_tahunnya() -> None:
    lama, baru = (compute_nka(D(1), D(1), pada=p).aturan for p in (TA_2023, TA_2024))
    assert (lama.rumus, lama.versi.year) == ("60% × nilai SMART + 40% × nilai IKPA", 2022)
    assert "PMK 62/2023 Pasal 249" in baru.dasar_hukum
    with pytest.raises(BelumBerlaku):
        compute_nka(D(1), D(1), pada=date(2021, 12, 31))


def test_bobot_nka_berjumlah_satu() -> None:
    for nilai in load_parameter("bobot_nka").nilai:
        assert as_angka(nilai.peta["perencanaan"]) + as_angka(nilai.peta["pelaksanaan"]) == 1


def test_nka_di_antara_kedua_nilainya() -> None:
    def sifat(hitung: Any, smart: Decimal, ikpa: Decimal) -> None:
        for pada in (TA_2023, TA_2024):
            hasil = hitung(smart, ikpa, pada=pada).nilai
            assert min(smart, ikpa) <= hasil <= max(smart, ikpa)
        tertinggal = (hitung(smart, ikpa, pada=TA_2023).nilai - hitung(ikpa, smart, pada=TA_2023).nilai) * (
            smart - ikpa
        )
        assert tertinggal >= 0

    def mutan(smart: Decimal, ikpa: Decimal, *, pada: date) -> HasilNka:
        """Permutes the weights, as the prose of the sample report does."""
        return compute_nka(ikpa, smart, pada=pada)

    periksa_dengan_mutan(sifat, skor, skor, asli=compute_nka, mutan=mutan)


@pytest.mark.parametrize(
    ("nilai", "predikat"),
    [
        ("100", "Sangat Baik"),
        ("90.0001", "Sangat Baik"),
        ("90", "Baik"),
        ("80", "Cukup"),
        ("60", "Kurang"),
        ("50", "Sangat Kurang"),
        ("0", "Sangat Kurang"),
    ],
)
def test_predikat_nka(nilai: str, predikat: str) -> None:
    hasil = compute_predikat_nka(D(nilai), pada=TA_2024)
    assert hasil is not None
    assert (hasil.nama, hasil.skala) == (predikat, "Predikat nilai kinerja anggaran PMK 62/2023")
    assert hasil.aturan.dasar_hukum == "PMK 62/2023 Pasal 249 ayat (8)"


def test_predikat_nka_dapat_dimatikan() -> None:
    assert compute_predikat_nka(D(90), pengaturan=Pengaturan(skala_predikat_nka=None), pada=TA_2023) is None


@pytest.mark.parametrize(
    ("skala", "nilai", "nama"),
    [
        ("skala_permendagri_86_2017", "566", "Sangat Tinggi"),
        ("skala_permendagri_86_2017", "90.5", "Sangat Tinggi"),
        ("skala_permendagri_86_2017", "90", "Tinggi"),
        ("skala_permendagri_86_2017", "75.0", "Sedang"),
        ("skala_permendagri_86_2017", "65", "Rendah"),
        ("skala_permendagri_86_2017", "-362.4", "Sangat Rendah"),
        ("skala_kemenkeu_warna", "100", "Hijau"),
        ("skala_kemenkeu_warna", "99.999", "Kuning"),
        ("skala_kemenkeu_warna", "80", "Kuning"),
        ("skala_kemenkeu_warna", "79.99", "Merah"),
    ],
)
def test_kategori(skala: str, nilai: str, nama: str) -> None:
    hasil = classify(D(nilai), skala, TA_2023)
    assert hasil is not None
    assert hasil.nama == nama
    assert hasil.skala == load_parameter(skala).uraian


def test_tanpa_nilai_atau_tanpa_skala_tanpa_kategori() -> None:
    assert classify(None, "skala_nka", TA_2023) is None
    assert classify(D(100), None, TA_2023) is None


def test_skala_salah_atau_belum_ada() -> None:
    with pytest.raises(ParameterTidakDikenal):
        classify(D(1), "skala_rahasia", TA_2023)
    with pytest.raises(BelumBerlaku):
        classify(D(1), "skala_permendagri_86_2017", date(2016, 12, 31))


def test_daftar_skala() -> None:
    assert list_skala() == ("skala_kemenkeu_warna", "skala_nka", "skala_permendagri_86_2017")


@pytest.mark.parametrize("skala", list_skala())
def test_pita_menurun_dan_menutup_semua_bilangan(skala: str) -> None:
    for versi in load_parameter(skala).nilai:
        pita = [as_peta(p) for p in versi.daftar]
        batas = [as_angka(p.get("lebih_dari", p.get("minimal", D(0)))) for p in pita[:-1]]
        assert batas == sorted(batas, reverse=True)
        assert len(set(batas)) == len(batas)
        assert set(pita[-1]) == {"nama"}


@pytest.mark.parametrize("skala", list_skala())
def test_kategori_tidak_pernah_turun_saat_nilai_naik(skala: str) -> None:
    urutan = [as_peta(p)["nama"] for p in load_parameter(skala).pada(TA_2024).daftar]

    def sifat(hitung: Any, satu: Decimal, dua: Decimal) -> None:
        rendah, tinggi = (urutan.index(hitung(n, skala, TA_2024).nama) for n in sorted((satu, dua)))
        assert rendah >= tinggi

    def mutan(nilai: Decimal, skala: str, pada: date) -> Kategori | None:
        """Classifies what is left instead of what was reached."""
        return classify(100 - nilai, skala, pada)

    nilai = st.integers(0, 15_000).map(lambda n: D(n) / 100)
    periksa_dengan_mutan(sifat, nilai, nilai, asli=classify, mutan=mutan)


@pytest.mark.parametrize(
    ("pagu", "realisasi", "serapan", "sisa"),
    [(200, 150, "75", 50), (100, 0, "0", 100), (100, 120, "120", -20), (0, 0, None, 0), (-5, 1, None, -6)],
)
def test_serapan_dan_sisa(pagu: int, realisasi: int, serapan: str | None, sisa: int) -> None:
    assert compute_serapan(pagu, realisasi) == (None if serapan is None else D(serapan))
    assert compute_sisa(pagu, realisasi) == sisa
