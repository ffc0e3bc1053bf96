"""Which rows of a table are its header, which only number the columns, which repeat the header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kinerja.dokumen.baca.mentah import SelMentah

_PENOMOR = re.compile(r"\(?\s*(\d{1,2})\s*\)?\.?\s*(?:[=:].*)?|\(\s*(\d{1,2})\s*=.*\)")
_NILAI = re.compile(
    r"(?:Rp\.?\s*)?[-−]?(?:\d[\d.]*[.,]\d+|\d+)\s*%|Rp\.?\s*[-−]?\d[\d.,]*|[-−]?\d[\d.]*[.,]\d+"
)
_BULAT = re.compile(r"\d+\.?")
_TAHUN = range(1945, 2100)
Baris = Sequence[SelMentah]


def count_kepala(baris: Sequence[Baris], lebar: int) -> int:
    """How many rows from the top are header; 0 for a table that begins with data.

    A header reaches as far as its cells do: beneath a cell over several columns there must be one more row.
    """
    if len(baris) < 2 or _is_data(baris[0]):
        return 0
    jangkau = 1
    nomor = 0
    while nomor < min(jangkau, len(baris) - 1):
        jangkau = max(jangkau, nomor + max((s.bentang_baris for s in baris[nomor]), default=1))
        berkelompok = any(s.bentang_kolom > 1 for s in baris[nomor])
        if berkelompok and not _is_data(baris[nomor + 1]) and not is_penomor(baris[nomor + 1], lebar):
            jangkau = max(jangkau, nomor + 2)
        nomor += 1
    return nomor


def is_penomor(baris: Baris, lebar: int) -> bool:
    """Whether a row only numbers the columns: "(1) (2) … (5) = (4)/(3) × 100"."""
    teks = [s.teks.strip() for s in baris if s.teks.strip()]
    cocok = [_PENOMOR.fullmatch(t) for t in teks]
    if len(teks) < 2 or len(teks) * 2 < lebar or None in cocok:
        return False
    angka = [int(c[1] or c[2]) for c in cocok if c]
    berurut = all(b == a + 1 for a, b in pairwise(angka))
    return angka[0] == 1 and berurut and (len(teks) > 2 or "(" in teks[0])


def is_sama(satu: Baris, lain: Baris) -> bool:
    """Whether two rows say the same; an empty row says nothing."""
    isi = [(s.kolom, "".join(s.teks.split()).casefold()) for s in satu]
    return any(teks for _, teks in isi) and isi == [
        (s.kolom, "".join(s.teks.split()).casefold()) for s in lain
    ]


def _is_data(baris: Baris) -> bool:
    """Whether a row holds values, as no header does."""
    teks = [s.teks.strip() for s in baris if s.teks.strip()]
    if not teks or any(_NILAI.fullmatch(t) for t in teks):
        return True
    bulat = [t for t in teks[1:] if _BULAT.fullmatch(t) and int(t.rstrip(".")) not in _TAHUN]
    return bool(bulat and _BULAT.fullmatch(teks[0]) and any(not _BULAT.fullmatch(t) for t in teks))
