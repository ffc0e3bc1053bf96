"""The three named efficiency formulas, by hand and by property."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import strategies as st
from tests.aturan.sifat import periksa_dengan_mutan

from kinerja.aturan.efisiensi import Efisiensi, RumusEfisiensi, compute_efisiensi
from kinerja.aturan.parameter import BelumBerlaku
from kinerja.aturan.pengaturan import Pengaturan

PADA = date(2023, 12, 31)
D = Decimal
rupiah = st.integers(1, 10**12)
persen = st.decimals(min_value=1, max_value=300, places=2)


def efisiensi(capaian: str, rumus: str, realisasi: int = 80, pagu: int = 100, **lain: Any) -> Efisiensi:
    lain = {"pada": PADA, **lain}
    return compute_efisiensi(
        pagu=pagu, realisasi=realisasi, capaian=D(capaian), rumus=RumusEfisiensi(rumus), **lain
    )


@pytest.mark.parametrize(
    ("rumus", "capaian", "nilai", "satuan"),
    [
        ("pmk", "100", "20", "%"),
        ("pmk", "80", "0", "%"),
        ("pmk", "50", "-60", "%"),
        ("selisih", "100", "20", "poin"),
        ("selisih", "50", "-30", "poin"),
        ("selisih", "0", "-80", "poin"),
        ("selisih", "-10", "-90", "poin"),
        ("rasio", "100", "0.8", "rasio"),
        ("rasio", "50", "1.6", "rasio"),
    ],
)
def test_tiga_rumus(rumus: str, capaian: str, nilai: str, satuan: str) -> None:
    hasil = efisiensi(capaian, rumus)
    assert (hasil.nilai, hasil.satuan, hasil.catatan) == (D(nilai), satuan, "")
    assert hasil.aturan.kode == f"efisiensi_{rumus}"
    assert hasil.rumus_cetak == hasil.aturan.rumus


@pytest.mark.parametrize("rumus", ["pmk", "selisih", "rasio"])
def test_capaian_dipotong_dan_disebut(rumus: str) -> None:
    hasil = efisiensi("566.67", rumus)
    assert hasil.nilai == efisiensi("100", rumus).nilai
    assert "batas capaian dalam rumus efisiensi" in hasil.catatan
    bebas = efisiensi("200", rumus, pengaturan=Pengaturan(batas_capaian_efisiensi=None))
    assert bebas.nilai == {"pmk": 60, "selisih": 120, "rasio": D("0.4")}[rumus]
    assert bebas.catatan == ""


@pytest.mark.parametrize(
    ("rumus", "capaian", "pagu", "catatan"),
    [
        ("pmk", "100", 0, "Pagu nol"),
        ("selisih", "100", 0, "Pagu nol"),
        ("pmk", "0", 100, "Capaian nol"),
        ("rasio", "0", 100, "Capaian nol"),
        ("rasio", "-362.4", 100, "Capaian nol atau negatif"),
    ],
)
def test_tidak_terhitung(rumus: str, capaian: str, pagu: int, catatan: str) -> None:
    hasil = efisiensi(capaian, rumus, pagu=pagu)
    assert hasil.nilai is None
    assert hasil.catatan.startswith(catatan)


def test_rumus_pmk_bertanggal() -> None:
    assert efisiensi("100", "pmk", pada=date(2020, 1, 1)).aturan.dasar_hukum == "PMK 214/PMK.02/2017"
    assert efisiensi("100", "pmk").aturan.dasar_hukum == "PMK 22/PMK.02/2021"
    assert "PMK 62/2023" in efisiensi("100", "pmk", pada=date(2024, 1, 1)).aturan.dasar_hukum
    with pytest.raises(BelumBerlaku):
        efisiensi("100", "pmk", pada=date(2017, 12, 31))


def test_ketiga_rumus_sepakat_tentang_arah() -> None:
    """Efficient by one formula is efficient by all: positive, positive, below one."""

    def sifat(hitung: Any, pagu: int, realisasi: int, capaian: Decimal) -> None:
        a, b, c = (
            hitung(pagu=pagu, realisasi=realisasi, capaian=capaian, rumus=r, pada=PADA).nilai
            for r in (RumusEfisiensi.PMK, RumusEfisiensi.SELISIH, RumusEfisiensi.RASIO)
        )
        assert (a > 0, a == 0) == (b > 0, b == 0) == (c < 1, c == 1)

    def mutan(*, rumus: RumusEfisiensi, capaian: Decimal, **lain: Any) -> Efisiensi:
        """Forgets the cap in one of the formulas."""
        bebas = Pengaturan(batas_capaian_efisiensi=None if rumus is RumusEfisiensi.RASIO else D(100))
        return compute_efisiensi(rumus=rumus, capaian=capaian, pengaturan=bebas, **lain)

    periksa_dengan_mutan(
        sifat, st.integers(1, 1000), st.integers(1, 2000), persen, asli=compute_efisiensi, mutan=mutan
    )


@pytest.mark.parametrize("rumus", list(RumusEfisiensi))
def test_satuan_uang_tidak_berpengaruh(rumus: RumusEfisiensi) -> None:
    def sifat(hitung: Any, pagu: int, realisasi: int, capaian: Decimal, kali: int) -> None:
        satu = hitung(pagu=pagu, realisasi=realisasi, capaian=capaian, rumus=rumus, pada=PADA)
        ribu = hitung(pagu=pagu * kali, realisasi=realisasi * kali, capaian=capaian, rumus=rumus, pada=PADA)
        assert satu.nilai == ribu.nilai

    def mutan(*, pagu: int, **lain: Any) -> Efisiensi:
        """Leaves rupiah in the result."""
        hasil = compute_efisiensi(pagu=pagu, **lain)
        return replace(hasil, nilai=None if hasil.nilai is None else hasil.nilai + pagu)

    strategi = (rupiah, rupiah, persen, st.integers(2, 1000))
    periksa_dengan_mutan(sifat, *strategi, asli=compute_efisiensi, mutan=mutan)
