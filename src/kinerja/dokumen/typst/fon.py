"""Reads from the shipped TrueType files which characters they have and how wide they are."""

from __future__ import annotations

import struct
from functools import lru_cache
from pathlib import Path

FOLDER_FON = Path(__file__).resolve().parent.parent / "fon"
_UNICODE_PENUH = (3, 10)
"""Platform and encoding of a `cmap` subtable in format 12 (OpenType specification)."""


def berkas_fon() -> tuple[Path, ...]:
    """Every shipped font file, in a fixed order."""
    return tuple(sorted(FOLDER_FON.glob("*.ttf")))


@lru_cache
def baca_lebar(berkas: Path) -> dict[int, int]:
    """Advance width in thousandths of an em of each code point the font can print."""
    isi = berkas.read_bytes()
    letak = _tabel(isi)
    per_em: int = struct.unpack_from(">H", isi, letak[b"head"] + 18)[0]
    banyak: int = struct.unpack_from(">H", isi, letak[b"hhea"] + 34)[0]
    maju = struct.unpack_from(">" + "Hh" * banyak, isi, letak[b"hmtx"])[::2]
    return {
        kode: maju[min(glif, banyak - 1)] * 1000 // per_em
        for awal, akhir, glif_awal in _kelompok(isi, letak[b"cmap"])
        for glif, kode in enumerate(range(awal, akhir + 1), glif_awal)
    }


def _tabel(isi: bytes) -> dict[bytes, int]:
    (banyak,) = struct.unpack_from(">H", isi, 4)
    butir = (struct.unpack_from(">4sII", isi, 12 + 16 * n) for n in range(banyak))
    return {tanda: letak for tanda, _, letak in butir}


def _kelompok(isi: bytes, cmap: int) -> list[tuple[int, int, int]]:
    """The (first code, last code, first glyph) groups of the full Unicode subtable."""
    (banyak,) = struct.unpack_from(">H", isi, cmap + 2)
    subtabel = (struct.unpack_from(">HHI", isi, cmap + 4 + 8 * n) for n in range(banyak))
    letak = next(cmap + geser for *jenis, geser in subtabel if tuple(jenis) == _UNICODE_PENUH)
    (jumlah,) = struct.unpack_from(">I", isi, letak + 12)
    return [struct.unpack_from(">III", isi, letak + 16 + 12 * n) for n in range(jumlah)]
