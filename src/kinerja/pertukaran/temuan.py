"""What is wrong with a workbook, as data: where, what was read, which rule, how to mend it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from kinerja.dasar.urai import kutip
from kinerja.pertukaran.lembar import BUKU, cari_lembar

_SEL = re.compile(r"([A-Z]*)([0-9]+)")


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


def susun(temuan: Temuan) -> tuple[bool, int, int, int, str]:
    """A key to sort by: what rejects the file first, then sheet by sheet and row by row.

    What concerns the whole workbook or a sheet of another name comes before the sheets: it is a cause.
    """
    lembar = cari_lembar(temuan.lembar)
    cocok = _SEL.match(temuan.sel)
    kolom, baris = (cocok[1], int(cocok[2])) if cocok else ("", 0)
    tempat = -1 if lembar is None else BUKU.index(lembar)
    return temuan.tingkat is not Tingkat.GALAT, tempat, baris, len(kolom), kolom
