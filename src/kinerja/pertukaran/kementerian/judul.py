"""Find the header of an exported table: one row, or two with merged cells above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.dokumen.baca.xlsx import LembarMentah
from kinerja.pertukaran.kementerian.medan import suggest_medan
from kinerja.pertukaran.sel import ke_teks

_BARIS_TERJAUH = 20
_PALING_SEDIKIT = 2


@dataclass(frozen=True, slots=True)
class Judul:
    """The header texts by column, and the index of the first row of data."""

    teks: tuple[str, ...]
    awal: int
    dikenal: int
    """How many of them are known."""


def find_judul(mentah: LembarMentah, jenis: str) -> Judul | None:
    """The header of which most columns are known; None when no row names two of them."""
    terbaik: Judul | None = None
    for nomor in range(min(len(mentah.baris), _BARIS_TERJAUH)):
        for tinggi in (1, 2):
            teks = _gabungkan(mentah, nomor, tinggi)
            dikenal = len({m for t in teks if (m := suggest_medan(t, jenis))})
            if dikenal >= _PALING_SEDIKIT and (terbaik is None or dikenal > terbaik.dikenal):
                terbaik = Judul(teks, _lewati_nomor(mentah, nomor + tinggi), dikenal)
    return terbaik


def _gabungkan(mentah: LembarMentah, awal: int, tinggi: int) -> tuple[str, ...]:
    """The texts of `tinggi` rows above each other; what is merged sideways stands over all its columns."""
    baris = [[ke_teks(sel) for sel in b] for b in mentah.baris[awal : awal + tinggi]]
    for atas, kiri, bawah, kanan in mentah.gabungan:
        if awal <= atas < awal + len(baris) and kanan > kiri:
            baris[atas - awal][kiri : kanan + 1] = [baris[atas - awal][kiri]] * (kanan - kiri + 1)
        del bawah
    return tuple(" ".join(dict.fromkeys(t for t in kolom if t)) for kolom in zip(*baris, strict=True))


def _lewati_nomor(mentah: LembarMentah, awal: int) -> int:
    """Beneath a header often stands a row that numbers the columns: 1, 2, 3 or (1), (2), (3)."""
    if awal < len(mentah.baris) and _is_nomor([ke_teks(s).strip("()") for s in mentah.baris[awal]]):
        return awal + 1
    return awal


def _is_nomor(teks: Sequence[str]) -> bool:
    ada = [t for t in teks if t]
    return len(ada) > _PALING_SEDIKIT and ada == [str(n) for n in range(1, len(ada) + 1)]
