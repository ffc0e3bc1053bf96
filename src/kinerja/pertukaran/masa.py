"""Rows that hold from one day to another: no end before the start, no two at a time where only one can be."""

import datetime
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from kinerja.dasar.cetak import cetak_tanggal
from kinerja.pertukaran.baca import Baris, IsiLembar
from kinerja.pertukaran.konteks import Konteks

SELAMANYA = datetime.date.max


class Masa(NamedTuple):
    """One stretch of time; `baris` is its row, None when only the database knows it; `isi` what holds then."""

    dari: datetime.date
    sampai: datetime.date
    isi: Any
    baris: Baris | None

    def memuat(self, hari: datetime.date) -> bool:
        """Whether it holds on that day."""
        return self.dari <= hari <= self.sampai


def make_masa(b: Baris, isi: Any = None) -> Masa:
    """The stretch a row speaks of; without an end it lasts."""
    return Masa(b.isi["berlaku_dari"], b.isi["berlaku_sampai"] or SELAMANYA, isi, b)


def tolak_terbalik(konteks: Konteks, isi: IsiLembar) -> None:
    """Reject rows that end before they start, and drop them."""
    terbalik = [b for b in isi.baris if (b.isi["berlaku_sampai"] or SELAMANYA) < b.isi["berlaku_dari"]]
    for b in terbalik:
        konteks.tolak(isi, b, "berlaku_sampai", "Masa berlaku berakhir sebelum mulai.", "Periksa tanggalnya.")
    konteks.buang(isi, {b.nomor for b in terbalik})


def tolak_tumpang(konteks: Konteks, isi: IsiLembar, kelompok: Iterable[Sequence[Masa]], sebutan: str) -> None:
    """Reject rows that overlap with another of their group, each group by date; `sebutan` is what they tell of."""
    tumpang = [
        (kini, berikut)
        for masa in kelompok
        for kini, berikut in pairwise(masa)
        if kini.sampai >= berikut.dari and (kini.baris or berikut.baris)
    ]
    for kini, berikut in tumpang:
        b, kolom, lain = (
            (berikut.baris, "berlaku_dari", kini)
            if berikut.baris
            else (kini.baris, "berlaku_sampai", berikut)
        )
        aturan = f"Masa berlaku bertumpang dengan {sebutan} yang mulai {cetak_tanggal(lain.dari)}."
        konteks.tolak(isi, b, kolom, aturan, f"Isi Berlaku Sampai pada {sebutan} yang lebih lama.")
        konteks.buang(isi, {b.nomor})
