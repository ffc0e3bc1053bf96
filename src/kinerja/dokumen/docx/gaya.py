"""A paragraph style as a record, and the XML it becomes.

Lengths are twips, letter sizes half-points, as in the file format.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kinerja.dokumen.docx.rupa import EMAS, GARIS, HURUF, TINTA
from kinerja.dokumen.docx.xml import Elemen, buat, sisip

Sisi = Literal["top", "left", "bottom", "right"]


@dataclass(frozen=True, slots=True)
class Garis:
    """A border; `tebal` in eighths of a point."""

    sisi: Sisi
    tebal: int
    warna: str
    bentuk: str = "single"


@dataclass(frozen=True, slots=True)
class Gaya:
    """A paragraph style; what is left out is inherited from `dasar`."""

    id: str
    nama: str
    dasar: str = "Normal"
    lanjut: str = ""
    ukuran: int = 0
    tebal: bool | None = None
    miring: bool = False
    kapital: bool = False
    warna: str = ""
    rata: str = ""
    sebelum: int | None = None
    sesudah: int | None = None
    baris: int = 0
    """Line height in 240ths of a line; with `tepat` in twips, whatever the letters need."""
    tepat: bool = False
    kiri: int = 0
    kanan: int = 0
    gantung: int = 0
    sambung: bool | None = None
    """Keep together, and on the same page as the next paragraph."""
    tingkat: int | None = None
    nomor: int = 0
    latar: str = ""
    garis: tuple[Garis, ...] = ()
    tab: tuple[tuple[str, int, str], ...] = ()
    """Tab stops: alignment, position, leader."""


def gaya_alinea(gaya: Gaya) -> Elemen:
    """The `w:style` of a paragraph style."""
    hasil = buat("style", type="paragraph", styleId=gaya.id)
    sisip(hasil, "name", val=gaya.nama)
    sisip(hasil, "basedOn", val=gaya.dasar)
    if gaya.lanjut:
        sisip(hasil, "next", val=gaya.lanjut)
    sisip(hasil, "qFormat")
    ppr = sisip(hasil, "pPr")
    _atur_ikatan(ppr, gaya)
    _atur_hiasan(ppr, gaya)
    _atur_jarak(ppr, gaya)
    _atur_huruf(sisip(hasil, "rPr"), gaya)
    return hasil


def _atur_ikatan(ppr: Elemen, gaya: Gaya) -> None:
    if gaya.sambung is not None:
        sisip(ppr, "keepNext", val=int(gaya.sambung))
        sisip(ppr, "keepLines", val=int(gaya.sambung))
    if gaya.nomor:
        sisip(sisip(ppr, "numPr"), "numId", val=gaya.nomor)


def _atur_hiasan(ppr: Elemen, gaya: Gaya) -> None:
    if gaya.garis:
        bingkai = sisip(ppr, "pBdr")
        for garis in gaya.garis:
            sisip(bingkai, garis.sisi, val=garis.bentuk, sz=garis.tebal, space=6, color=garis.warna)
    if gaya.latar:
        sisip(ppr, "shd", val="clear", color="auto", fill=gaya.latar)
    if gaya.tab:
        tab = sisip(ppr, "tabs")
        for rata, posisi, titik in gaya.tab:
            sisip(tab, "tab", val=rata, leader=titik, pos=posisi)


def _atur_jarak(ppr: Elemen, gaya: Gaya) -> None:
    jarak: dict[str, str | int] = {}
    if gaya.sebelum is not None:
        jarak["before"] = gaya.sebelum
    if gaya.sesudah is not None:
        jarak["after"] = gaya.sesudah
    if gaya.baris:
        jarak |= {"line": gaya.baris, "lineRule": "exact" if gaya.tepat else "auto"}
    if jarak:
        sisip(ppr, "spacing", **jarak)
    if gaya.kiri or gaya.kanan:
        sisip(ppr, "ind", left=gaya.kiri, right=gaya.kanan, hanging=gaya.gantung)
    if gaya.rata:
        sisip(ppr, "jc", val=gaya.rata)
    if gaya.tingkat is not None:
        sisip(ppr, "outlineLvl", val=gaya.tingkat)


def _atur_huruf(rpr: Elemen, gaya: Gaya) -> None:
    if gaya.tebal is not None:
        sisip(rpr, "b", val=int(gaya.tebal))
    if gaya.miring:
        sisip(rpr, "i")
    if gaya.kapital:
        sisip(rpr, "caps")
    if gaya.warna:
        sisip(rpr, "color", val=gaya.warna)
    if gaya.ukuran:
        sisip(rpr, "sz", val=gaya.ukuran)
        sisip(rpr, "szCs", val=gaya.ukuran)


def gaya_bawaan() -> Elemen:
    """What holds unless a style says otherwise; the language lets Word check the spelling."""
    hasil = buat("docDefaults")
    rpr = sisip(sisip(hasil, "rPrDefault"), "rPr")
    sisip(rpr, "rFonts", ascii=HURUF, hAnsi=HURUF, eastAsia=HURUF, cs=HURUF)
    sisip(rpr, "sz", val=22)
    sisip(rpr, "szCs", val=22)
    sisip(rpr, "lang", val="id-ID", eastAsia="id-ID", bidi="ar-SA")
    ppr = sisip(sisip(hasil, "pPrDefault"), "pPr")
    sisip(ppr, "spacing", after=0, line=264, lineRule="auto")
    return hasil


def gaya_dasar() -> Iterator[Elemen]:
    """The three default styles, on which all others rest."""
    for jenis, id_, nama in (
        ("paragraph", "Normal", "Normal"),
        ("character", "DefaultParagraphFont", "Default Paragraph Font"),
        ("table", "TableNormal", "Normal Table"),
    ):
        gaya = buat("style", type=jenis, default=1, styleId=id_)
        sisip(gaya, "name", val=nama)
        yield gaya


def gaya_larik() -> Iterator[Elemen]:
    """Character styles: the two halves of a chapter heading, which the running header picks up."""
    nomor, judul = (buat("style", type="character", styleId=id_) for id_ in ("NomorBab", "JudulBab"))
    for gaya, nama in ((nomor, "Nomor Bab"), (judul, "Judul Bab")):
        sisip(gaya, "name", val=nama)
        sisip(gaya, "basedOn", val="DefaultParagraphFont")
        sisip(gaya, "qFormat")
    rpr = sisip(nomor, "rPr")
    sisip(rpr, "color", val=EMAS)
    sisip(rpr, "spacing", val=30)
    sisip(rpr, "sz", val=24)
    yield from (nomor, judul)


def gaya_tabel() -> Elemen:
    """The table style: thin rules, a stronger one above and below."""
    gaya = buat("style", type="table", styleId="TabelKinerja")
    sisip(gaya, "name", val="Tabel Kinerja")
    sisip(gaya, "basedOn", val="TableNormal")
    sisip(gaya, "qFormat")
    tblpr = sisip(gaya, "tblPr")
    bingkai = sisip(tblpr, "tblBorders")
    for sisi in ("top", "left", "bottom", "right", "insideH", "insideV"):
        tepi = sisi in ("top", "bottom")
        sisip(bingkai, sisi, val="single", sz=8 if tepi else 4, space=0, color=TINTA if tepi else GARIS)
    sel = sisip(tblpr, "tblCellMar")
    for sisi, lebar in (("top", 34), ("left", 90), ("bottom", 34), ("right", 90)):
        sisip(sel, sisi, w=lebar, type="dxa")
    return gaya
