"""The two-row header of a table, read from the `kelompok` of its columns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from kinerja.dokumen.model import Kolom


@dataclass(frozen=True, slots=True)
class KelompokKolom:
    """Adjacent columns under one header; `judul` is "" for a single column without a group."""

    judul: str
    kolom: tuple[Kolom, ...]


def kelompokkan(kolom: tuple[Kolom, ...]) -> tuple[KelompokKolom, ...]:
    """The columns in order, adjacent ones with the same non-empty `kelompok` together."""
    hasil: list[KelompokKolom] = []
    for judul, anggota in groupby(kolom, lambda k: k.kelompok):
        if judul:
            hasil.append(KelompokKolom(judul, tuple(anggota)))
        else:
            hasil += (KelompokKolom("", (satu,)) for satu in anggota)
    return tuple(hasil)
