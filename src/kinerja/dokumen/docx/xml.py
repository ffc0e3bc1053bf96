"""WordprocessingML elements in few words; every text passes `bersihkan`, nothing is pasted as markup."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree
from lxml.etree import _Element

from kinerja.dokumen.karakter import bersihkan

Elemen: TypeAlias = _Element
NS_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = f"{{{NS_W}}}"
_NSMAP = {"w": NS_W, "r": NS_R}
JAGA_SPASI = "{http://www.w3.org/XML/1998/namespace}space"


def buat(nama: str, **atribut: str | int) -> Elemen:
    """A new `w:nama` element; the attributes are in the same namespace."""
    return etree.Element(W + nama, {W + k: str(v) for k, v in atribut.items()}, _NSMAP)


def sisip(induk: Elemen, nama: str, **atribut: str | int) -> Elemen:
    """A new `w:nama` element at the end of `induk`."""
    return etree.SubElement(induk, W + nama, {W + k: str(v) for k, v in atribut.items()})


def alinea(induk: Elemen, gaya: str) -> Elemen:
    """A new paragraph of style `gaya`; its first child is always its `w:pPr`."""
    p = etree.SubElement(induk, W + "p")
    sisip(sisip(p, "pPr"), "pStyle", val=gaya)
    return p


def larik(
    induk: Elemen, teks: str, *, tebal: bool | None = None, miring: bool = False, gaya: str = ""
) -> Elemen:
    """A run of text; line breaks and tabs inside `teks` become their elements.

    `tebal=None` leaves the weight to the style of the paragraph.
    """
    r = etree.SubElement(induk, W + "r")
    if tebal is not None or miring or gaya:
        _atur_larik(r, tebal, miring, gaya)
    isi_larik(r, teks)
    return r


def isi_larik(r: Elemen, teks: str) -> None:
    """Text at the end of a run."""
    for urutan, baris in enumerate(bersihkan(teks).split("\n")):
        if urutan:
            sisip(r, "br")
        _isi_baris(r, baris)


def _atur_larik(r: Elemen, tebal: bool | None, miring: bool, gaya: str) -> None:
    rpr = sisip(r, "rPr")
    if gaya:
        sisip(rpr, "rStyle", val=gaya)
    if tebal is not None:
        sisip(rpr, "b", val=int(tebal))
    if miring:
        sisip(rpr, "i")


def _isi_baris(r: Elemen, baris: str) -> None:
    for urutan, ruas in enumerate(baris.split("\t")):
        if urutan:
            sisip(r, "tab")
        if ruas:
            t = etree.SubElement(r, W + "t")
            t.text = ruas
            t.set(JAGA_SPASI, "preserve")
