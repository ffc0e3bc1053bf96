"""Growth, difference, direction, scale conversion, weighted survey means, and the exact core."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import strategies as st
from tests.aturan.sifat import bilangan, periksa, periksa_dengan_mutan, positif

from kinerja.aturan.kecenderungan import Perubahan, compare_tahun
from kinerja.aturan.konversi import convert_skala, revert_skala
from kinerja.aturan.pecahan import DIGIT, to_desimal, to_pecahan
from kinerja.aturan.pertumbuhan import compute_pertumbuhan, compute_selisih
from kinerja.aturan.survei import RespondenNegatif, compute_rata_tertimbang

D = Decimal


@pytest.mark.parametrize(
    ("kini", "lalu", "persen"),
    [("110", "100", "10"), ("0", "100", "-100"), ("-50", "100", "-150"), ("5", "0", None), ("5", "-1", None)],
)
def test_pertumbuhan(kini: str, lalu: str, persen: str | None) -> None:
    assert compute_pertumbuhan(D(kini), D(lalu)) == (None if persen is None else D(persen))


def test_pertumbuhan_bertanda_sama_dengan_selisih() -> None:
    def sifat(hitung: Any, kini: Decimal, lalu: Decimal) -> None:
        tumbuh, selisih = hitung(kini, lalu), compute_selisih(kini, lalu)
        assert (tumbuh > 0, tumbuh == 0) == (selisih > 0, selisih == 0)
        assert abs(to_pecahan(tumbuh) - (Fraction(kini) / Fraction(lalu) - 1) * 100) < Fraction(1, 10**40)

    def mutan(kini: Decimal, lalu: Decimal) -> Decimal | None:
        """Divides by this year's figure."""
        return compute_pertumbuhan(kini, lalu if kini <= 0 else kini)

    periksa_dengan_mutan(sifat, bilangan, positif, asli=compute_pertumbuhan, mutan=mutan)


@pytest.mark.parametrize(
    ("kini", "lalu", "perubahan"),
    [
        ("98.54", "84.59", Perubahan("naik", D("13.95"))),
        ("-362.4", "-7.8", Perubahan("turun", D("-354.6"))),
        ("3.90", "3.9", Perubahan("tetap", D(0))),
        ("1E+40", "1", Perubahan("naik", D(10**40 - 1))),
    ],
)
def test_kecenderungan(kini: str, lalu: str, perubahan: Perubahan) -> None:
    assert compare_tahun(D(kini), D(lalu)) == perubahan


def test_kecenderungan_berbalik_bila_tahun_ditukar() -> None:
    lawan = {"naik": "turun", "turun": "naik", "tetap": "tetap"}

    def sifat(banding: Any, kini: Decimal, geser: int) -> None:
        lalu = kini + D(geser).scaleb(-3)
        maju, mundur = banding(kini, lalu), banding(lalu, kini)
        assert (mundur.arah, mundur.selisih) == (lawan[maju.arah], -maju.selisih)
        assert (maju.arah == "tetap") == (kini == lalu)

    def mutan(kini: Decimal, lalu: Decimal) -> Perubahan:
        """Compares what is printed with two decimals."""
        return compare_tahun(round(kini, 2), round(lalu, 2))

    periksa_dengan_mutan(sifat, bilangan, st.integers(-9, 9), asli=compare_tahun, mutan=mutan)


def test_konversi_skala() -> None:
    assert (convert_skala(D(100)), revert_skala(D(4))) == (4, 100)
    assert convert_skala(D("97.73")) == D("3.9092")
    assert revert_skala(D("3.95")) == D("98.75")
    assert convert_skala(D(90), 30) == revert_skala(D(1), D(3))
    with pytest.raises(ZeroDivisionError):
        convert_skala(D(1), 0)


def test_konversi_pulang_pergi() -> None:
    """With 0.111 for 1/9, as in published tables, a perfect 4.00 gives 99.90: the trip must close."""

    def sifat(pulang: Callable[[Decimal], Decimal], nilai: Decimal) -> None:
        assert pulang(convert_skala(nilai)) == nilai

    def mutan(nilai: Decimal) -> Decimal:
        return nilai * D("0.111") * 9 * 25

    periksa_dengan_mutan(sifat, positif, asli=revert_skala, mutan=mutan)


def test_survei_tertimbang() -> None:
    assert compute_rata_tertimbang([(D("3.85"), 22), (D("3.64"), 18)]) == D("3.7555")
    assert compute_rata_tertimbang([(D(4), 1), (D(1), 0)]) == 4
    assert compute_rata_tertimbang([]) is None
    assert compute_rata_tertimbang([(D(4), 0)]) is None
    with pytest.raises(RespondenNegatif):
        compute_rata_tertimbang([(D(4), 3), (D(1), -1)])


def test_survei_sama_dengan_setiap_orang_dihitung_sekali() -> None:
    def sifat(hitung: Any, daftar: list[tuple[Decimal, int]]) -> None:
        perorangan = [(nilai, 1) for nilai, banyak in daftar for _ in range(banyak)]
        assert hitung(daftar) == hitung(perorangan)

    def mutan(daftar: Iterable[tuple[Decimal, int]]) -> Decimal | None:
        """The plain mean of the offices."""
        return compute_rata_tertimbang([(nilai, 1) for nilai, banyak in daftar if banyak])

    strategi = st.lists(st.tuples(positif, st.integers(0, 6)), max_size=5)
    periksa_dengan_mutan(sifat, strategi, asli=compute_rata_tertimbang, mutan=mutan)


def test_pecahan_bolak_balik_dan_tidak_melampaui() -> None:
    """Short decimals survive exactly; long ones are cut toward zero, so they never cross a tie or 100."""

    def sifat(_: None, nilai: Decimal, atas: int, bawah: int) -> None:
        assert to_desimal(to_pecahan(nilai)) == nilai
        pecahan = Fraction(atas, bawah)
        desimal = Fraction(to_desimal(pecahan))
        assert abs(desimal) <= abs(pecahan)
        assert abs(pecahan - desimal) <= abs(pecahan) / 10 ** (DIGIT - 1)

    periksa(sifat, bilangan, st.integers(-(10**9), 10**9), st.integers(1, 10**6), dengan=None)
    assert to_desimal(Fraction(10**60 - 1, 10**60)) < 1


@pytest.mark.parametrize(("nilai", "galat"), [("NaN", ValueError), ("Infinity", OverflowError)])
def test_bukan_bilangan_ditolak(nilai: str, galat: type[Exception]) -> None:
    with pytest.raises(galat):
        to_pecahan(D(nilai))
