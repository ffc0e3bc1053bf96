"""Running headers and footers: lines that come back at the same place of many pages, page numbers aside."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from kinerja.dokumen.baca.pdf.baris import BarisPdf
from kinerja.dokumen.baca.pdf.uraian import UraianHalaman, list_baris

_TEPI = 0.13
"""Share of the page at its top and bottom where such lines stand."""
_TERSEDIKIT = 3
_CELAH = 3.0
_NOMOR = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_HANYA_NOMOR = re.compile(r"[\s|–—-]*(?:hal(?:aman)?\.?)?\s*(?:\d{1,4}|[ivxlc]{1,7})[\s|–—-]*", re.IGNORECASE)


def buang_kepala_kaki(halaman: list[UraianHalaman]) -> None:
    """Take running headers, footers and page numbers out of all pages."""
    hitung = Counter(kunci for satu in halaman for kunci in {_kunci(b, satu) for b in _tepi(satu)})
    for satu in halaman:
        tepi = _tepi(satu)
        buang = {
            id(b) for b in tepi if hitung[_kunci(b, satu)] >= _TERSEDIKIT or _HANYA_NOMOR.fullmatch(b.teks)
        }
        satu.isi = [i for i in satu.isi if id(i) not in buang]


def _tepi(halaman: UraianHalaman) -> list[BarisPdf]:
    bawah, atas = _TEPI * halaman.tinggi, (1 - _TEPI) * halaman.tinggi
    return [b for b in list_baris(halaman.isi) if not bawah < b.dasar < atas]


def _kunci(baris: BarisPdf, halaman: UraianHalaman) -> tuple[str, int]:
    jarak = baris.dasar if baris.dasar < halaman.tinggi / 2 else baris.dasar - halaman.tinggi
    return _NOMOR.sub("#", _awal(baris)), round(jarak / 4)


def _awal(baris: BarisPdf) -> str:
    """The line up to its first wide gap: beyond it stands the title of the chapter."""
    hasil = baris.kata[0].teks
    for kata, lanjut in pairwise(baris.kata):
        if lanjut.kiri - kata.kanan > _CELAH * kata.ukuran:
            break
        hasil += f" {lanjut.teks}"
    return hasil
