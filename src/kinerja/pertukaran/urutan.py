"""The place of a row in the report: what is stored keeps its place, new rows come behind it."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from itertools import count

Nama = tuple[Hashable, ...]


def beri_urutan(nama: Iterable[Nama], tersimpan: Mapping[Nama, int]) -> dict[Nama, int]:
    """name -> place among the names that share all but their last part.

    `tersimpan` holds the places in the database. A workbook of three rows says nothing about the order of the
    others, so stored names keep their place; new ones follow in the order given.
    """
    akhir: dict[Nama, int] = defaultdict(int)
    for satu, tempat in tersimpan.items():
        akhir[satu[:-1]] = max(akhir[satu[:-1]], tempat)
    berikut = {kelompok: count(tempat + 1) for kelompok, tempat in akhir.items()}
    baru = (n for n in dict.fromkeys(nama) if n not in tersimpan)
    return {**tersimpan, **{n: next(berikut.setdefault(n[:-1], count(1))) for n in baru}}
