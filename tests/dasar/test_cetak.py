from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kinerja.dasar.angka import Kebiasaan, baca_angka
from kinerja.dasar.cetak import (
    bulatkan,
    cetak_angka,
    cetak_persen,
    cetak_rupiah,
    cetak_rupiah_ringkas,
    cetak_tanggal,
)

PENCETAK: list[Callable[..., str]] = [cetak_angka, cetak_persen, cetak_rupiah, cetak_rupiah_ringkas]
nilai_apa_pun = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=Decimal("-1E40"), max_value=Decimal("1E40")
)


@pytest.mark.parametrize(
    ("nilai", "desimal", "hasil"),
    [
        ("58.985", 2, "58.99"),
        ("90.095", 2, "90.10"),
        ("0.5", 0, "1"),
        ("-0.5", 0, "-1"),
        ("2.4999", 0, "2"),
        ("9.95", 1, "10.0"),
        ("1250", -2, "1300"),
        ("49", -2, "0"),
        ("-0.004", 2, "0.00"),
        ("0.0000001", 2, "0.00"),
        ("12345678901234567890123456789012345.675", 2, "12345678901234567890123456789012345.68"),
    ],
)
def test_round_half_up(nilai: str, desimal: int, hasil: str) -> None:
    # zero at a negative place is 0E+2; as an integer it is plain
    bulat = bulatkan(Decimal(nilai), desimal)
    assert format(bulat, "f") == hasil or (desimal < 0 and str(int(bulat)) == hasil)


@given(nilai_apa_pun, st.integers(min_value=-5, max_value=12))
def test_rounding_moves_at_most_half_a_step_and_is_stable(nilai: Decimal, desimal: int) -> None:
    hasil = bulatkan(nilai, desimal)
    assert abs(Fraction(hasil) - Fraction(nilai)) <= Fraction(1, 2) / Fraction(10) ** desimal
    assert bulatkan(hasil, desimal) == hasil
    assert not (hasil.is_zero() and hasil.is_signed())


@pytest.mark.parametrize(
    ("nilai", "desimal", "teks"),
    [
        (Decimal("1234567.89"), None, "1.234.567,89"),
        (Decimal("1234567.890"), None, "1.234.567,89"),
        (Decimal("98.50"), None, "98,5"),
        (Decimal("98.00"), None, "98"),
        (Decimal("98.5"), 2, "98,50"),
        (Decimal("100"), 0, "100"),
        (Decimal("1E+3"), None, "1.000"),
        (Decimal("1E+3"), 1, "1.000,0"),
        (Decimal("0E+3"), None, "0"),
        (Decimal("1E-7"), None, "0,0000001"),
        (Decimal("-0"), None, "0"),
        (Decimal("-0.00"), 1, "0,0"),
        (Decimal("-0.04"), 1, "0,0"),
        (Decimal("-3.62"), None, "−3,62"),
        (Decimal("0.123"), None, "0,123"),
        (Decimal("1350"), -2, "1.400"),
        (-1234, None, "−1.234"),
        (999, None, "999"),
        (Decimal("12345678901234567890123456789012"), None, "12.345.678.901.234.567.890.123.456.789.012"),
    ],
)
def test_number(nilai: Decimal | int, desimal: int | None, teks: str) -> None:
    assert cetak_angka(nilai, desimal) == teks


def test_percent() -> None:
    assert cetak_persen(Decimal("97.425")) == "97,43%"
    assert cetak_persen(Decimal("-362.4"), 1) == "−362,4%"
    assert cetak_persen(100, 0) == "100%"


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (0, "Rp0"),
        (1234567, "Rp1.234.567"),
        (-1234567, "−Rp1.234.567"),
        (Decimal("1234.00"), "Rp1.234"),
        (Decimal("1234.5"), "Rp1.234,50"),
        (Decimal("1234.999"), "Rp1.235"),
        (Decimal("-0.001"), "Rp0"),
    ],
)
def test_rupiah(nilai: Decimal | int, teks: str) -> None:
    assert cetak_rupiah(nilai) == teks


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (0, "Rp0"),
        (999, "Rp999"),
        (Decimal("999.5"), "Rp1 ribu"),
        (1000, "Rp1 ribu"),
        (1250, "Rp1,3 ribu"),
        (999_949, "Rp999,9 ribu"),
        (999_950, "Rp1 juta"),
        (12_466_600_000, "Rp12,5 miliar"),
        (1_300_000_000, "Rp1,3 miliar"),
        (-2_758_850_000, "−Rp2,8 miliar"),
        (999_950_000_000, "Rp1 triliun"),
        (1_234_500_000_000_000, "Rp1.234,5 triliun"),
    ],
)
def test_short_rupiah(nilai: Decimal | int, teks: str) -> None:
    assert cetak_rupiah_ringkas(nilai) == teks


@given(st.integers(min_value=-(10**20), max_value=10**20))
@example(13_485_000_000_000_000)
def test_short_rupiah_reads_back_within_its_printed_precision(nilai: int) -> None:
    bacaan = baca_angka(cetak_rupiah_ringkas(nilai), kebiasaan=Kebiasaan.KOMA)
    assert bacaan.nilai is not None
    satuan_terkecil = 10 ** max(len(str(abs(nilai))) - 2, 0)
    assert abs(bacaan.nilai - nilai) <= satuan_terkecil


@pytest.mark.parametrize("cetak", PENCETAK)
@pytest.mark.parametrize("bukan", [float(1), True, "1", None])
def test_only_exact_numbers_are_printed(cetak: Callable[..., str], bukan: Any) -> None:
    with pytest.raises(TypeError, match="Decimal or int expected"):
        cetak(bukan)


@pytest.mark.parametrize("cetak", PENCETAK)
@pytest.mark.parametrize("bukan", ["NaN", "Infinity", "-Infinity"])
def test_only_finite_numbers_are_printed(cetak: Callable[..., str], bukan: str) -> None:
    with pytest.raises(ValueError, match="finite"):
        cetak(Decimal(bukan))


@given(nilai_apa_pun)
def test_no_exponent_no_hyphen_no_negative_zero(nilai: Decimal) -> None:
    for cetak in PENCETAK:
        teks = cetak(nilai)
        assert "E" not in teks
        assert "-" not in teks
        assert any(huruf in "123456789" for huruf in teks) or "−" not in teks


def test_date() -> None:
    assert cetak_tanggal(date(2023, 1, 2)) == "2 Januari 2023"
    assert cetak_tanggal(date(2024, 12, 31)) == "31 Desember 2024"
