"""What the tags of a PDF add to its geometry: where headings stand and how deep, what figures show.

The geometry stays the judge of everything else, because most foreign files are untagged or tagged badly.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from kinerja.dokumen.baca.pdf.halaman import Bingkai, Kotak

_TINGKAT_TERDALAM = 40
_UNSUR_TERBANYAK = 50_000
_JUDUL = {f"H{n}": n for n in range(1, 7)}
_PEMBUNGKUS = {"Table", "TOC", "TOCI"}


@dataclass(slots=True)
class Petunjuk:
    """Tagged headings as (level, box) and figures as (text alternative, box)."""

    judul: list[tuple[int, Kotak]] = field(default_factory=list)
    gambar: list[tuple[str, Kotak]] = field(default_factory=list)


def read_petunjuk(halaman: pypdfium2.PdfPage) -> Petunjuk:
    """The hints of a page; empty without tags."""
    pohon = pdfium.FPDF_StructTree_GetForPage(halaman.raw)
    hasil = Petunjuk()
    try:
        ditandai = list(_list_tanda(pohon)) if pohon else []
        kotak = _read_kotak(halaman) if ditandai else {}
    finally:
        if pohon:
            pdfium.FPDF_StructTree_Close(pohon)
    for peran, alternatif, isi in ditandai:
        luas = [kotak[n] for n in isi if n in kotak]
        if luas:
            batas = _gabung(luas)
            if peran == "Figure":
                hasil.gambar.append((alternatif, batas))
            else:
                hasil.judul.append((_JUDUL[peran], batas))
    return hasil


_Tanda = tuple[str, str, list[int]]


def _list_tanda(pohon: Any) -> Iterator[_Tanda]:
    """Role, text alternative and marked contents of each heading and figure."""
    sisa = _UNSUR_TERBANYAK
    tumpukan = [
        (pdfium.FPDF_StructTree_GetChildAtIndex(pohon, n), 0)
        for n in range(pdfium.FPDF_StructTree_CountChildren(pohon))
    ]
    while tumpukan and sisa:
        unsur, dalam = tumpukan.pop()
        sisa -= 1
        if not unsur:
            continue
        peran = _read_string(pdfium.FPDF_StructElement_GetType, unsur)
        if peran in _JUDUL or peran == "Figure":
            yield (
                peran,
                _read_string(pdfium.FPDF_StructElement_GetAltText, unsur),
                list(_list_isi(unsur, dalam)),
            )
        elif dalam < _TINGKAT_TERDALAM and peran not in _PEMBUNGKUS:
            banyak = min(pdfium.FPDF_StructElement_CountChildren(unsur), _UNSUR_TERBANYAK)
            tumpukan += [
                (pdfium.FPDF_StructElement_GetChildAtIndex(unsur, n), dalam + 1) for n in range(banyak)
            ]


def _list_isi(unsur: Any, dalam: int) -> Iterator[int]:
    """The marked contents of an element and of those beneath it."""
    for n in range(min(pdfium.FPDF_StructElement_CountChildren(unsur), _UNSUR_TERBANYAK)):
        nomor = pdfium.FPDF_StructElement_GetChildMarkedContentID(unsur, n)
        if nomor >= 0:
            yield nomor
        elif dalam < _TINGKAT_TERDALAM and (anak := pdfium.FPDF_StructElement_GetChildAtIndex(unsur, n)):
            yield from _list_isi(anak, dalam + 1)


def _read_string(baca: Callable[..., int], unsur: Any) -> str:
    panjang = baca(unsur, None, 0)
    if panjang <= 2:
        return ""
    wadah = ctypes.create_string_buffer(panjang)
    baca(unsur, wadah, panjang)
    return wadah.raw[:-2].decode("utf-16-le", errors="replace")


def _read_kotak(halaman: pypdfium2.PdfPage) -> dict[int, Kotak]:
    """The box of each marked content."""
    bingkai = Bingkai(halaman)
    nilai = [ctypes.c_float() for _ in range(4)]
    hasil: dict[int, Kotak] = {}
    for n in range(min(pdfium.FPDFPage_CountObjects(halaman.raw), _UNSUR_TERBANYAK)):
        objek = pdfium.FPDFPage_GetObject(halaman.raw, n)
        nomor = pdfium.FPDFPageObj_GetMarkedContentID(objek)
        if nomor >= 0:
            pdfium.FPDFPageObj_GetBounds(objek, *map(ctypes.byref, nilai))
            kotak = bingkai.kotak(*(v.value for v in nilai))
            hasil[nomor] = _gabung([hasil[nomor], kotak]) if nomor in hasil else kotak
    return hasil


def _gabung(kotak: list[Kotak]) -> Kotak:
    return (
        min(k[0] for k in kotak),
        min(k[1] for k in kotak),
        max(k[2] for k in kotak),
        max(k[3] for k in kotak),
    )
