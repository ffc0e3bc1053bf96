"""Widths of the columns of a printed table: as its author asked, but never narrower than its numbers.

Lengths are in thousandths of an em (text) or of a point (page), as integers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from string import digits

from kinerja.dokumen.model import Tabel
from kinerja.dokumen.typst.fon import FOLDER_FON, baca_lebar

LEBAR_TEGAK = 453_500
"""Width of the text on a portrait page: 160 mm."""
LEBAR_MENDATAR = 700_100
"""Width of the text on a landscape page: 247 mm."""
_SISI = 10_300
"""Padding left and right of a cell and its rule: 2 x 1.7 mm and a little slack."""
_UKURAN = (90, 85, 80, 75, 70)
"""Font sizes to try, in tenths of a point."""
_KATA_UTUH = 7_000
"""A word up to this width widens its column; a longer one is broken."""
_SHY, _ZWSP = "\u00ad", "\u200b"
_TERBESAR = 1000

_KONSONAN = r"(?:ng|ny|sy|kh|(?<!n)g|(?<![ns])y|(?<!k)h|[bcdfjklmnpqrstvwxz])"
_SUKU = re.compile(rf"(?<=\w\w)(?={_KONSONAN}[aiueo]\w)", re.IGNORECASE)
_POTONG = re.compile(r"[^\W\d_]+|\d+|[\W_]")


@dataclass(frozen=True, slots=True)
class Ukuran:
    """`huruf` in tenths of a point; `kolom` the width of each column in thousandths of a point."""

    huruf: int
    kolom: tuple[int, ...]

    def muat(self, kolom: int) -> int:
        """Thousandths of an em of text that fit on one line of column `kolom`."""
        return max(_TERBESAR, (self.kolom[kolom] - _SISI) * 10 // self.huruf)


@lru_cache(maxsize=1)
def _lebar_huruf() -> defaultdict[str, int]:
    lebar = {chr(kode): maju for kode, maju in baca_lebar(FOLDER_FON / "SourceSans3_700Bold.ttf").items()}
    angka = max(lebar[satu] for satu in digits)
    return defaultdict(lambda: _TERBESAR, lebar | dict.fromkeys(digits, angka))


@lru_cache(maxsize=16384)
def ukur(teks: str) -> int:
    """Width of `teks` on one line, in the bold table font (the widest a cell can be)."""
    return sum(map(_lebar_huruf().__getitem__, teks))


def tentukan_ukuran(tabel: Tabel) -> Ukuran:
    """Column widths and font size with which every number and every ordinary word of `tabel` fits.

    The asked widths are kept where they suffice; a narrow column takes from the wide ones, and if that is
    not enough the letters shrink. When nothing is enough the words must be broken (`penggal`).
    """
    tersedia = LEBAR_MENDATAR if tabel.mendatar else LEBAR_TEGAK
    perlu = [_perlu(sel) for sel in _isi_kolom(tabel)]
    for huruf in _UKURAN:
        terkecil = [p * huruf // 10 + _SISI for p in perlu]
        if sum(terkecil) <= tersedia:
            return Ukuran(huruf, _bagi([max(k.lebar, 1) for k in tabel.kolom], terkecil, tersedia))
    jumlah = sum(terkecil)
    return Ukuran(huruf, tuple(t * tersedia // jumlah for t in terkecil))


def _isi_kolom(tabel: Tabel) -> list[list[str]]:
    kolom = [[k.judul] for k in tabel.kolom]
    for baris in tabel.baris:
        if baris.jenis != "kelompok":
            for isi, sel in zip(kolom, baris.sel, strict=True):
                isi.append(sel)
    return kolom


def _perlu(sel: Iterable[str]) -> int:
    return max((_perlu_kata(kata) for isi in sel for kata in isi.split()), default=0)


def _perlu_kata(kata: str) -> int:
    lebar = ukur(kata)
    return lebar if any(map(str.isdigit, kata)) else min(lebar, _KATA_UTUH)


def _bagi(diminta: Sequence[int], terkecil: Sequence[int], tersedia: int) -> tuple[int, ...]:
    """Share `tersedia` in proportion to `diminta`, giving every column at least its `terkecil`."""
    tetap: dict[int, int] = {}
    while True:
        sisa = tersedia - sum(tetap.values())
        bobot = sum(lebar for n, lebar in enumerate(diminta) if n not in tetap)
        bagian = {n: sisa * lebar // bobot for n, lebar in enumerate(diminta) if n not in tetap}
        kurang = {n: terkecil[n] for n, lebar in bagian.items() if lebar < terkecil[n]}
        if not kurang:
            return tuple((tetap | bagian)[n] for n in range(len(diminta)))
        tetap |= kurang


def penggal(teks: str, muat: int) -> str:
    """`teks` with invisible break points in each word wider than `muat` thousandths of an em."""
    if ukur(teks) <= muat:
        return teks
    return re.sub(r"\S+", lambda kata: _penggal_kata(kata[0], muat), teks)


def _penggal_kata(kata: str, muat: int) -> str:
    if ukur(kata) <= muat:
        return kata
    potong = (_SUKU.sub(_SHY, bagian) for bagian in _POTONG.findall(kata))
    return _ZWSP.join(_paksa(bagian, muat) for bagian in potong)


def _paksa(bagian: str, muat: int) -> str:
    terlebar = max(map(ukur, bagian.split(_SHY)))
    return bagian if terlebar + ukur("-") <= muat else _ZWSP.join(bagian.replace(_SHY, ""))


def taksir_baris(teks: str, muat: int) -> int:
    """Lines that `teks` will take in a column, estimated a little high."""
    return sum(1 + ukur(baris) * 11 // (muat * 10) for baris in teks.split("\n"))
