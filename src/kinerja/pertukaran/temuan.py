"""What is wrong with a workbook, as data: where, what was read, which rule, how to mend it."""

from dataclasses import dataclass
from enum import StrEnum

from kinerja.dasar.urai import kutip


class Tingkat(StrEnum):
    """GALAT rejects the whole file; PERINGATAN lets it in."""

    GALAT = "galat"
    PERINGATAN = "peringatan"


@dataclass(frozen=True, slots=True)
class Temuan:
    """One problem. `sel` is like "F12", or "12" for a whole row; `terbaca` the text as it stands there.

    `lembar` is "" when the whole workbook is meant.
    """

    lembar: str
    sel: str
    terbaca: str
    aturan: str
    cara: str
    tingkat: Tingkat = Tingkat.GALAT

    @property
    def tempat(self) -> str:
        """ "Realisasi!F12" """
        return f"{self.lembar}!{self.sel}" if self.sel else self.lembar or "Buku kerja"

    def __str__(self) -> str:
        terbaca = f"terbaca {kutip(self.terbaca)}. " if self.terbaca else ""
        return f"{self.tempat}: {terbaca}{self.aturan} {self.cara}"
