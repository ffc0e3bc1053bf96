"""Direction of a figure from one year to the next."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from kinerja.aturan.pertumbuhan import compute_selisih

Arah: TypeAlias = Literal["naik", "turun", "tetap"]


@dataclass(frozen=True, slots=True)
class Perubahan:
    """Direction and signed difference (unrounded, in the unit of the inputs)."""

    arah: Arah
    selisih: Decimal


def compare_tahun(kini: Decimal, lalu: Decimal) -> Perubahan:
    """Compare two unrounded figures; "tetap" only when they are equal to the last digit."""
    selisih = compute_selisih(kini, lalu)
    if selisih == 0:
        return Perubahan("tetap", selisih)
    return Perubahan("naik" if selisih > 0 else "turun", selisih)
