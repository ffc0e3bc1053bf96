"""Where a year ends if it goes on as it went: a simple linear pace. An estimate, never a realisasi.

No article asks for it; it helps a head of office to look ahead. Whoever shows it marks it as "perkiraan".
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from kinerja.aturan.agregasi import AgregasiBulan
from kinerja.aturan.pecahan import to_desimal, to_pecahan

BULAN_SETAHUN: Final = 12
BULAN_TERSEDIKIT: Final = 3
"""One quarter: fewer months say nothing about a pace."""


class CaraPerkiraan(StrEnum):
    """How an estimate follows from what is known."""

    LAJU = "laju"
    """What accumulates goes on at the same pace: realisasi × 12 ÷ months filled."""
    TETAP = "tetap"
    """A share, a mean, a maximum or a position does not accumulate: it stays where it is."""


RUMUS: Final = {
    CaraPerkiraan.LAJU: "perkiraan = realisasi × 12 ÷ banyaknya bulan terisi",
    CaraPerkiraan.TETAP: "perkiraan = realisasi sampai kini",
}


@dataclass(frozen=True, slots=True)
class Perkiraan:
    """The estimate for the end of the year, unrounded, in the unit of the realisasi, with its formula."""

    nilai: Decimal
    cara: CaraPerkiraan

    @property
    def rumus(self) -> str:
        """The formula in words."""
        return RUMUS[self.cara]


def compute_perkiraan(
    realisasi: Decimal, agregasi: AgregasiBulan, *, berpasangan: bool, bulan_terisi: int
) -> Perkiraan | None:
    """The year's end at the pace of `bulan_terisi` months; None below three months and for a whole year.

    `berpasangan`: the realisasi is a quotient of numerator and denominator; both go on at the same pace, so that
    it stays. Only a plain value that is summed over months grows.
    """
    if not BULAN_TERSEDIKIT <= bulan_terisi < BULAN_SETAHUN:
        return None
    if agregasi is not AgregasiBulan.JUMLAH or berpasangan:
        return Perkiraan(realisasi, CaraPerkiraan.TETAP)
    return Perkiraan(to_desimal(to_pecahan(realisasi) * BULAN_SETAHUN / bulan_terisi), CaraPerkiraan.LAJU)
