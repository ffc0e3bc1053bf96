"""HTML elements in few words; every text passes `bersihkan`, nothing is pasted as markup."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree
from lxml.etree import _Element

from kinerja.dokumen.karakter import bersihkan

Elemen: TypeAlias = _Element


def sisip(induk: Elemen, nama: str, kelas: str = "", **atribut: str | int) -> Elemen:
    """A new element at the end of `induk`; in a name of an attribute `_` stands for "-"."""
    hasil = etree.SubElement(induk, nama)
    if kelas:
        hasil.set("class", kelas)
    for kunci, nilai in atribut.items():
        hasil.set(kunci.rstrip("_").replace("_", "-"), bersihkan(str(nilai)))
    return hasil


def tulis(induk: Elemen, teks: str) -> Elemen:
    """Add `teks` at the end of `induk`, its line breaks as <br>; returns `induk`."""
    pertama, *sisa = bersihkan(teks).split("\n")
    if len(induk):
        induk[-1].tail = (induk[-1].tail or "") + pertama
    else:
        induk.text = (induk.text or "") + pertama
    for baris in sisa:
        etree.SubElement(induk, "br").tail = baris
    return induk
