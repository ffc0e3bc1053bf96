"""The body of a Word file as one flow of items, each with the element it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from kinerja.dokumen.baca.keterangan import read_keterangan
from kinerja.dokumen.baca.mentah import GambarMentah, Unsur
from kinerja.dokumen.baca.naskah import BarisTeks, JudulBaca, Letak, ParagrafBaca
from kinerja.dokumen.baca.word.gaya import Gaya, W, baca_bulat
from kinerja.dokumen.baca.word.tabel import is_bingkai, list_anak, read_tabel
from kinerja.dokumen.baca.word.teks import IsiAlinea, read_alinea

Berasal = tuple[Unsur, etree._Element]
_BAB = re.compile(r"BAB\s+[IVXLC\d]+$", re.IGNORECASE)
_DAFTAR = re.compile(r"\t\s*[\divxlc]{1,7}\s*$", re.IGNORECASE)
_JUDUL_TERPANJANG = 200
_DALAM_TERBANYAK = 20


def alirkan_badan(akar: etree._Element, gaya: Mapping[str, Gaya]) -> Iterator[Berasal]:
    """The items in reading order; a text box follows the paragraph it is anchored in, a nested table its outer one."""
    badan = akar.find(f"{W}body")
    if badan is not None:
        bergaya = any(g.tingkat for p in badan.iter(f"{W}p") if (g := _gaya(p, gaya)))
        yield from _Pengalir(gaya, bergaya).alirkan(badan, 0)


class _Pengalir:
    """Counts paragraphs while it walks."""

    def __init__(self, gaya: Mapping[str, Gaya], bergaya: bool) -> None:
        self.gaya = gaya
        self.bergaya = bergaya
        self.nomor = 0

    def alirkan(self, wadah: etree._Element, dalam: int) -> Iterator[Berasal]:
        """What stands in a body, a cell or a text box."""
        if dalam > _DALAM_TERBANYAK:
            return
        for anak in list_anak(wadah):
            if anak.tag == f"{W}p":
                yield from self._alinea(anak, dalam)
            elif anak.tag == f"{W}tbl":
                yield from self._tabel(anak, dalam)

    def _tabel(self, tbl: etree._Element, dalam: int) -> Iterator[Berasal]:
        tabel = read_tabel(tbl)
        if is_bingkai(tabel):
            yield from self.alirkan(tabel.sel[0][0], dalam + 1)
            return
        yield tabel.mentah, tbl
        for sarang in tabel.sarang:
            if dalam < _DALAM_TERBANYAK:
                yield from self._tabel(sarang, dalam + 1)

    def _alinea(self, p: etree._Element, dalam: int) -> Iterator[Berasal]:
        isi = read_alinea(p)
        self.nomor += 1
        for alternatif in isi.gambar:
            yield GambarMentah(Letak(baris=self.nomor), alternatif), p
        if isi.teks.strip():
            yield self._kenali(p, isi), p
        for kotak in isi.kotak:
            yield from self.alirkan(kotak, dalam + 1)

    def _kenali(self, p: etree._Element, isi: IsiAlinea) -> Unsur:
        baris = (BarisTeks(" ".join(isi.teks.split()), Letak(baris=self.nomor)),)
        gaya = _gaya(p, self.gaya)
        butir = gaya.butir or p.find(f"{W}pPr/{W}numPr") is not None
        if gaya.daftar or _DAFTAR.search(isi.teks):
            return ParagrafBaca(baris)
        if gaya.tingkat is None and (keterangan := read_keterangan(baris)) is not None:
            return keterangan
        if gaya.tingkat is not None:
            return JudulBaca(baris, gaya.tingkat)
        if not self.bergaya and _is_judul(isi):
            return JudulBaca(baris, 1 if _BAB.match(baris[0].teks) else None)
        return ParagrafBaca(baris, butir)


def _gaya(p: etree._Element, gaya: Mapping[str, Gaya]) -> Gaya:
    """The style of a paragraph; an outline level of its own goes before."""
    nama = p.find(f"{W}pPr/{W}pStyle")
    hasil = gaya.get(nama.get(f"{W}val", ""), Gaya()) if nama is not None else Gaya()
    garis = p.find(f"{W}pPr/{W}outlineLvl")
    if garis is None:
        return hasil
    tingkat = baca_bulat(garis, 9) + 1
    return Gaya(tingkat if tingkat <= 9 else None, hasil.daftar, hasil.butir)


def _is_judul(isi: IsiAlinea) -> bool:
    """A short bold line, in a file whose author did not use heading styles."""
    teks = isi.teks.strip()
    return isi.tebal and len(teks) <= _JUDUL_TERPANJANG and not teks.endswith((".", ",", ";"))
