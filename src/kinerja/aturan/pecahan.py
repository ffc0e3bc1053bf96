"""Exact arithmetic of the rules: fractions inside, decimals at the door."""

from __future__ import annotations

from decimal import ROUND_DOWN, Context, Decimal
from fractions import Fraction
from typing import Final

DIGIT: Final = 50
# Truncated, not rounded: a tie of the printed decimals (0.125) is itself a short decimal, so a truncated
# expansion never crosses one and `dasar.cetak.bulatkan` (half up) prints what the exact value would print.
_KONTEKS: Final = Context(prec=DIGIT, rounding=ROUND_DOWN)


def to_pecahan(nilai: Decimal | int) -> Fraction:
    """Turn a finite number into the fraction it is; NaN raises ValueError, infinity OverflowError."""
    return Fraction(nilai)


def to_desimal(pecahan: Fraction) -> Decimal:
    """Turn a fraction into a Decimal: exact when it fits in 50 significant digits, else cut after 50."""
    return _KONTEKS.divide(Decimal(pecahan.numerator), Decimal(pecahan.denominator))
