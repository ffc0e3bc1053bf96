"""Names of columns and cells; places are (row, column) from 0."""

import re

Tempat = tuple[int, int]
_RUJUKAN = re.compile(r"([A-Za-z]{1,9})([0-9]{1,12})")


def nama_kolom(indeks: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    hasil = ""
    indeks += 1
    while indeks:
        indeks, sisa = divmod(indeks - 1, 26)
        hasil = chr(65 + sisa) + hasil
    return hasil


def nama_sel(tempat: Tempat) -> str:
    """(11, 5) -> F12"""
    return f"{nama_kolom(tempat[1])}{tempat[0] + 1}"


def urai_rujukan(rujukan: str) -> Tempat | None:
    """F12 -> (11, 5); None for what is no reference to a cell."""
    cocok = _RUJUKAN.fullmatch(rujukan)
    if cocok is None:
        return None
    kolom = 0
    for huruf in cocok[1].upper():
        kolom = kolom * 26 + ord(huruf) - 64
    return int(cocok[2]) - 1, kolom - 1
