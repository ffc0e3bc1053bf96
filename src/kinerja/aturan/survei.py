"""Survey means weighted by respondents."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from kinerja.aturan.pecahan import to_desimal, to_pecahan


class RespondenNegatif(ValueError):
    """A number of respondents below zero."""


def compute_rata_tertimbang(daftar: Iterable[tuple[Decimal, int]]) -> Decimal | None:
    """Σ(nilai × responden) / Σ responden over (nilai, responden) pairs; None without any respondent."""
    butir = [(to_pecahan(nilai), responden) for nilai, responden in daftar]
    if any(responden < 0 for _, responden in butir):
        raise RespondenNegatif("jumlah responden tidak boleh negatif")
    responden = sum(r for _, r in butir)
    if responden == 0:
        return None
    return to_desimal(sum((n * r for n, r in butir), Fraction(0)) / responden)
