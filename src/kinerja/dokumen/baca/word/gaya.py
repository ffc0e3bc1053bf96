"""The styles of a Word file: which are headings, how deep, and which belong to a table of contents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_JUDUL = re.compile(r"(?:heading|judul|überschrift|titre)\s*(\d)", re.IGNORECASE)
_DAFTAR = re.compile(r"(?:toc|toa|table of figures|table of authorities|tabel gambar)\b", re.IGNORECASE)
_ISI_BIASA = 9
_RANTAI_TERPANJANG = 20


@dataclass(frozen=True, slots=True)
class Gaya:
    """`tingkat` of a heading, else None; `daftar` for an entry of a table of contents; `butir` for a list."""

    tingkat: int | None = None
    daftar: bool = False
    butir: bool = False


def read_gaya(akar: etree._Element) -> Mapping[str, Gaya]:
    """Style id -> what it means; what a style does not say, it takes from the one it is based on."""
    semua = {s.get(f"{W}styleId", ""): s for s in akar.iter(f"{W}style") if s.get(f"{W}type") == "paragraph"}
    return {kode: _urai(kode, semua) for kode in semua}


def _urai(kode: str, semua: Mapping[str, etree._Element]) -> Gaya:
    tingkat: int | None = None
    daftar = butir = tetap = False
    for _ in range(_RANTAI_TERPANJANG):
        gaya = semua.get(kode)
        if gaya is None:
            break
        nama = _nilai(gaya, "name")
        daftar = daftar or bool(_DAFTAR.match(nama))
        butir = butir or gaya.find(f"{W}pPr/{W}numPr") is not None
        if not tetap and (sendiri := _tingkat(gaya, nama)) is not None:
            tingkat, tetap = (sendiri if sendiri <= _ISI_BIASA else None), True
        kode = _nilai(gaya, "basedOn")
    return Gaya(tingkat, daftar, butir and tingkat is None)


def _tingkat(gaya: etree._Element, nama: str) -> int | None:
    """Level from 1, 10 for what is declared as body text, None when the style does not say."""
    garis = gaya.find(f"{W}pPr/{W}outlineLvl")
    if garis is not None:
        return baca_bulat(garis, _ISI_BIASA) + 1
    cocok = _JUDUL.match(nama)
    return int(cocok[1]) if cocok else None


def _nilai(unsur: etree._Element, nama: str) -> str:
    anak = unsur.find(f"{W}{nama}")
    return anak.get(f"{W}val", "") if anak is not None else ""


def baca_bulat(unsur: etree._Element | None, bawaan: int) -> int:
    """The `w:val` of an element as a small whole number."""
    nilai = unsur.get(f"{W}val", "") if unsur is not None else ""
    return int(nilai) if nilai.isdecimal() and len(nilai) < 5 else bawaan
