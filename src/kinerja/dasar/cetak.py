"""Print numbers, money and dates the Indonesian way. The only printer of the program.

Only `Decimal` and `int` are accepted; a float is a mistake of the caller and raises TypeError, because its
binary value is not the number that was measured. NaN and infinity raise ValueError.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal

from kinerja.dasar.periode import nama_bulan

_MINUS = "−"
_SKALA_RUPIAH = ((0, ""), (3, " ribu"), (6, " juta"), (9, " miliar"), (12, " triliun"))


def bulatkan(nilai: Decimal | int, desimal: int) -> Decimal:
    """Round half up (away from zero) to `desimal` places; negative places round to tens, hundreds, ...

    Exact at any length (no 28-digit limit); a result of zero has no sign.
    """
    eksak = _eksak(nilai)
    # One digit more than the number itself: 9.95 becomes 10.0.
    presisi = max(eksak.adjusted() + desimal + 2, 1)
    konteks = Context(prec=presisi, rounding=ROUND_HALF_UP)
    hasil = eksak.quantize(Decimal((0, (1,), -desimal)), context=konteks)
    return hasil.copy_abs() if hasil.is_zero() else hasil


def cetak_angka(nilai: Decimal | int, desimal: int | None = None) -> str:
    """Print "1.234.567,89"; without `desimal` as many decimals as the value has, trailing zeros dropped."""
    eksak = _eksak(nilai) if desimal is None else bulatkan(nilai, desimal)
    bulat, _, pecahan = format(eksak.copy_abs(), ",f").partition(".")
    if desimal is None:
        pecahan = pecahan.rstrip("0")
    angka = bulat.replace(",", ".") + (f",{pecahan}" if pecahan else "")
    return f"{_MINUS}{angka}" if eksak < 0 else angka


def cetak_persen(nilai: Decimal | int, desimal: int = 2) -> str:
    """Print percent points: 97.43 is "97,43%"."""
    return f"{cetak_angka(nilai, desimal)}%"


def cetak_rupiah(nilai: int | Decimal) -> str:
    """Print "Rp1.234.567"; cents only when there are any, then always two: "Rp1.234,50"."""
    bulat = bulatkan(nilai, 2)
    return _beri_rp(cetak_angka(bulat, 0 if bulat == bulatkan(bulat, 0) else 2))


def cetak_rupiah_ringkas(nilai: int | Decimal) -> str:
    """Print "Rp1,3 miliar": one decimal, dropped when it is zero; below one thousand in whole rupiah."""
    # Chosen after rounding, so 999.950 becomes "Rp1 juta" and not "Rp1.000 ribu".
    calon = [(bulatkan(nilai, min(1, pangkat) - pangkat), pangkat, nama) for pangkat, nama in _SKALA_RUPIAH]
    bulat, pangkat, nama = next((satu for satu in calon if satu[0].adjusted() < satu[1] + 3), calon[-1])
    presisi = len(bulat.as_tuple().digits)
    return _beri_rp(cetak_angka(bulat.scaleb(-pangkat, Context(prec=presisi)))) + nama


def cetak_tanggal(tanggal: date) -> str:
    """Print "2 Januari 2023"."""
    return f"{tanggal.day} {nama_bulan(tanggal.month)} {tanggal.year}"


def _beri_rp(angka: str) -> str:
    return f"{_MINUS}Rp{angka[1:]}" if angka.startswith(_MINUS) else f"Rp{angka}"


def _eksak(nilai: Decimal | int) -> Decimal:
    if isinstance(nilai, bool) or not isinstance(nilai, Decimal | int):
        raise TypeError(f"Decimal or int expected, not {type(nilai).__name__}")
    eksak = Decimal(nilai)
    if not eksak.is_finite():
        raise ValueError(f"a finite number expected, not {eksak}")
    return eksak
