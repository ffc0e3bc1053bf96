"""What is wrong with a workbook, as data: where, what was read, which rule, how to mend it."""

from dataclasses import dataclass
from enum import StrEnum


class Tingkat(StrEnum):
    """GALAT rejects the whole file; PERINGATAN lets it in."""

    GALAT = "galat"
    PERINGATAN = "peringatan"


@dataclass(frozen=True, slots=True)
class Temuan:
    """One problem. `sel` is like "F12", or "12" for a whole row; `terbaca` the text as it stands there."""

    lembar: str
    sel: str
    terbaca: str
    aturan: str
    cara: str
    tingkat: Tingkat = Tingkat.GALAT

    @property
    def tempat(self) -> str:
        """ "Realisasi!F12" """
        return f"{self.lembar}!{self.sel}" if self.sel else self.lembar

    def __str__(self) -> str:
        return f"{self.tempat}: terbaca {self.terbaca!r}. {self.aturan} {self.cara}"


def nama_kolom(indeks: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    hasil = ""
    indeks += 1
    while indeks:
        indeks, sisa = divmod(indeks - 1, 26)
        hasil = chr(65 + sisa) + hasil
    return hasil
