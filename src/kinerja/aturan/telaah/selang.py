"""What a printed number can mean: an interval, and the verdict between a computed and a printed one.

A number printed with d decimals stands for every value that rounds to it, ends included (whoever rounds ties to
even, up or down is not wrong). Cut instead of rounded, it stands for the values from itself away from zero.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import reduce

from kinerja.aturan.pecahan import to_desimal
from kinerja.dasar.cetak import bulatkan, cetak_angka


@dataclass(frozen=True, slots=True)
class Selang:
    """All values from `bawah` to `atas`, both included."""

    bawah: Fraction
    atas: Fraction

    @classmethod
    def titik(cls, nilai: Decimal | Fraction | int) -> Selang:
        """One value and nothing beside it."""
        return cls(Fraction(nilai), Fraction(nilai))

    def __contains__(self, nilai: Fraction) -> bool:
        return self.bawah <= nilai <= self.atas

    def __add__(self, lain: Selang) -> Selang:
        return Selang(self.bawah + lain.bawah, self.atas + lain.atas)

    def __neg__(self) -> Selang:
        return Selang(-self.atas, -self.bawah)

    def __sub__(self, lain: Selang) -> Selang:
        return self + -lain

    def __mul__(self, lain: Selang) -> Selang:
        ujung = [a * b for a in (self.bawah, self.atas) for b in (lain.bawah, lain.atas)]
        return Selang(min(ujung), max(ujung))

    def __truediv__(self, lain: Selang) -> Selang:
        """ZeroDivisionError when the divisor may be zero."""
        if Fraction(0) in lain:
            raise ZeroDivisionError("the divisor may be zero")
        return self * Selang(1 / lain.atas, 1 / lain.bawah)

    def is_beririsan(self, lain: Selang) -> bool:
        """Whether some value lies in both."""
        return self.bawah <= lain.atas and lain.bawah <= self.atas

    @property
    def tengah(self) -> Fraction:
        """The value in the middle."""
        return (self.bawah + self.atas) / 2


def jumlahkan(semua: Iterable[Selang]) -> Selang:
    """Sum; zero for nothing."""
    return reduce(Selang.__add__, semua, Selang.titik(0))


@dataclass(frozen=True, slots=True)
class Cetakan:
    """A number as printed.

    `teks` raw; `nilai` in the unit of the fact (percent points, whole rupiah); `desimal` as in
    `kinerja.dasar.angka.Bacaan`; `persis` when the printed digits are the whole value (counts, rupiah, targets).
    """

    teks: str
    nilai: Decimal
    desimal: int
    persis: bool = False

    @property
    def titik(self) -> Fraction:
        """The printed digits taken literally."""
        return Fraction(self.nilai)

    @property
    def selang(self) -> Selang:
        """What the printed digits can stand for."""
        return Selang.titik(self.nilai) if self.persis else self.selang_bulat

    @property
    def selang_bulat(self) -> Selang:
        """The values that round to the printed digits."""
        setengah = _langkah(self.desimal) / 2
        return Selang(self.titik - setengah, self.titik + setengah)

    @property
    def selang_potong(self) -> Selang:
        """The values that become the printed digits when the rest is cut off.

        The far end belongs to the next number; it is included here and excluded in `nilai_cetakan`.
        """
        langkah = _langkah(self.desimal)
        if self.nilai.is_signed():
            return Selang(self.titik - langkah, self.titik)
        return Selang(self.titik, self.titik + langkah)


class Putusan(StrEnum):
    """How a computed and a printed number relate."""

    COCOK = "cocok"
    SERI = "cocok bila setengah dibulatkan ke bawah"
    DIPOTONG = "cocok hanya bila dipotong"
    TIDAK = "tidak cocok"


def nilai_cetakan(cetakan: Cetakan, titik: Fraction, selang: Selang) -> Putusan:
    """Compare a printed number with what was computed.

    `titik` is computed from the printed inputs taken literally, `selang` from all that they can stand for. A
    literal result that rounds to the print is right at once; one that must be cut to give the print is cut,
    even where hidden digits of the inputs could excuse it; after that hidden digits excuse everything they can.
    """
    if bulatkan(to_desimal(titik), cetakan.desimal) == cetakan.nilai:
        return Putusan.COCOK
    if titik in cetakan.selang_bulat:
        return Putusan.SERI
    if _is_dipotong(cetakan, titik):
        return Putusan.DIPOTONG
    if selang.is_beririsan(cetakan.selang_bulat):
        return Putusan.COCOK
    return Putusan.DIPOTONG if selang.is_beririsan(cetakan.selang_potong) else Putusan.TIDAK


def _is_dipotong(cetakan: Cetakan, titik: Fraction) -> bool:
    sisa = abs(titik) - abs(cetakan.titik)
    searah = titik * cetakan.titik > 0 or cetakan.titik == 0
    return searah and 0 <= sisa < _langkah(cetakan.desimal)


def cetak_selang(selang: Selang, desimal: int = 4) -> str:
    """Print "97,35–97,45", or one number where both ends print alike."""
    bawah, atas = (cetak_angka(bulatkan(to_desimal(ujung), desimal)) for ujung in (selang.bawah, selang.atas))
    return bawah if bawah == atas else f"{bawah}–{atas}"


def _langkah(desimal: int) -> Fraction:
    return Fraction(10) ** -desimal
