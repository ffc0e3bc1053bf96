"""The text of a paragraph as it would be printed: inserted text and field results yes, deleted and hidden text no."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from kinerja.dokumen.baca.word.gaya import W
from kinerja.dokumen.model import Teks

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DILEWATI = {
    f"{W}{n}"
    for n in ("del", "moveFrom", "pPr", "instrText", "delText", "delInstrText", "rPr", "footnoteReference")
} | {f"{MC}Fallback"}
_KOTAK_TEKS = f"{W}txbxContent"
_TEKS = f"{W}t"
_PENGGANTI = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": " ",
    f"{W}cr": " ",
    f"{W}noBreakHyphen": "-",
}
_DAUN = {_TEKS, _KOTAK_TEKS, *_PENGGANTI}
_GAMBAR = {f"{W}drawing", f"{W}pict", f"{W}object"}


@dataclass(slots=True)
class IsiAlinea:
    """Text, text boxes anchored in it, and the text alternatives of its figures (one for each figure)."""

    teks: str = ""
    kotak: list[etree._Element] = field(default_factory=list)
    gambar: list[str] = field(default_factory=list)
    tebal: bool = False


def read_alinea(p: etree._Element) -> IsiAlinea:
    """What a `w:p` holds."""
    hasil = IsiAlinea()
    potongan: list[str] = []
    tebal: list[bool] = []
    for unsur in _telusuri(p):
        if unsur.tag == _TEKS:
            potongan.append(unsur.text or "")
            tebal.append(_is_nyala(unsur, "b"))
        elif unsur.tag == _KOTAK_TEKS:
            hasil.kotak.append(unsur)
        elif unsur.tag in _GAMBAR:
            if _is_gambar(unsur):
                hasil.gambar.append(_alternatif(unsur))
        else:
            potongan.append(_PENGGANTI[unsur.tag])
    hasil.teks = "".join(potongan)
    hasil.tebal = bool(tebal) and all(tebal)
    return hasil


def list_lari(p: etree._Element) -> Iterator[Teks]:
    """The printed runs of a `w:p` with their looks, text boxes left out."""
    for unsur in _telusuri(p):
        if unsur.tag in _PENGGANTI:
            yield Teks(_PENGGANTI[unsur.tag])
        elif unsur.tag == _TEKS:
            yield Teks(unsur.text or "", tebal=_is_nyala(unsur, "b"), miring=_is_nyala(unsur, "i"))


def _telusuri(unsur: etree._Element) -> Iterator[etree._Element]:
    """The printed leaves beneath an element, in order; figures before the text boxes inside them."""
    tumpukan = [*reversed(unsur)]
    while tumpukan:
        satu = tumpukan.pop()
        if satu.tag in _DILEWATI or (satu.tag == f"{W}r" and satu.find(f"{W}rPr/{W}vanish") is not None):
            continue
        if satu.tag in _DAUN:
            yield satu
            continue
        if satu.tag in _GAMBAR:
            yield satu
        tumpukan += reversed(satu)


def _is_nyala(t: etree._Element, sifat: str) -> bool:
    """Whether the run of a text says of itself that it is bold ("b") or italic ("i")."""
    induk = t.getparent()
    satu = induk.find(f"{W}rPr/{W}{sifat}") if induk is not None else None
    return satu is not None and satu.get(f"{W}val", "1") not in ("0", "false", "off")


def _is_gambar(unsur: etree._Element) -> bool:
    """A picture, a chart or an embedded object; a bare text box is none."""
    return unsur.tag == f"{W}object" or any(
        etree.QName(u).localname in ("pic", "chart", "imagedata", "relIds") for u in unsur.iter(etree.Element)
    )


def _alternatif(unsur: etree._Element) -> str:
    sifat = next(unsur.iter(f"{WP}docPr"), None)
    return sifat.get("descr", "") if sifat is not None else ""
