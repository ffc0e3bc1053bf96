"""Running headers and footers: lines that come back at the same place of many pages, page numbers aside."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from kinerja.dokumen.baca.keterangan import read_keterangan
from kinerja.dokumen.baca.pdf.baris import BarisPdf
from kinerja.dokumen.baca.pdf.uraian import UraianHalaman, list_baris

_TEPI = 0.13
"""Share of the page at its top and bottom where such lines stand."""
_TERSEDIKIT = 3
_KEKERAPAN = 0.4
_CELAH = 3.0
_NOMOR = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_HANYA_NOMOR = re.compile(r"[\s|–—-]*(?:hal(?:aman)?\.?)?\s*(?:\d{1,4}|[ivxlc]{1,7})[\s|–—-]*", re.IGNORECASE)


def buang_kepala_kaki(halaman: list[UraianHalaman]) -> None:
    """Take running headers, footers and page numbers out of all pages."""
    tampil: dict[tuple[str, int], list[int]] = defaultdict(list)
    for nomor, satu in enumerate(halaman):
        for kunci in {_kunci(b, satu) for b in _tepi(satu)}:
            tampil[kunci].append(nomor)
    tetap = [kunci for kunci, nomor in tampil.items() if _is_tetap(nomor)]
    for satu in halaman:
        tepi = _tepi(satu)
        berulang = [b for b in tepi if _is_berulang(_kunci(b, satu), tetap)]
        buang = {id(b) for b in tepi if _HANYA_NOMOR.fullmatch(b.teks) or _is_serumpun(b, berulang)}
        satu.isi = [i for i in satu.isi if id(i) not in buang]


def _is_tetap(nomor: list[int]) -> bool:
    """On every page or every second page of its stretch; a heading that starts some pages here and there is not."""
    return len(nomor) >= _TERSEDIKIT and len(nomor) >= _KEKERAPAN * (nomor[-1] - nomor[0] + 1)


def _is_berulang(kunci: tuple[str, int], tetap: list[tuple[str, int]]) -> bool:
    """The same place and the same beginning: on a landscape page the gaps inside the line are wider."""
    teks, jarak = kunci
    return any(j == jarak and (t.startswith(teks) or teks.startswith(t)) for t, j in tetap)


def _is_serumpun(baris: BarisPdf, berulang: list[BarisPdf]) -> bool:
    """One of the lines that come back, or the title of a chapter in the same print right beside one."""
    return any(
        abs(b.dasar - baris.dasar) <= 1.6 * b.ukuran and abs(b.ukuran - baris.ukuran) < 0.3 for b in berulang
    )


def _tepi(halaman: UraianHalaman) -> list[BarisPdf]:
    bawah, atas = _TEPI * halaman.tinggi, (1 - _TEPI) * halaman.tinggi
    tepi = [b for b in list_baris(halaman.isi) if not bawah < b.dasar < atas]
    # "Tabel 4 Target dan realisasi" and "Tabel 9 Target dan realisasi" at the top of two pages are two captions.
    return [b for b in tepi if read_keterangan((b.ke_teks(),)) is None]


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
