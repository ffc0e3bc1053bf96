"""The picture on the cover of the Word file: the same dark field and woven band as in the PDF."""

from __future__ import annotations

from lxml import etree

KUNCI_SAMPUL = "\0sampul"
"""Key of the cover picture among the figures; no id of a part can be equal to it in an XML file."""
LEBAR_MM, TINGGI_MM = 210, 182
"""The paper's width, and the field with the band."""
_SATUAN = 10
"""Units to the millimetre."""
_BIDANG, _KOTAK = 1680, 70
_TINTA, _TINTA_MUDA, _EMAS, _PUTIH = "#12324f", "#5f7891", "#b8872b", "#ffffff"


def gambar_sampul() -> str:
    """The dark field and, below it, a band of lozenges and triangles as in many regional cloths."""
    lebar, tinggi = LEBAR_MM * _SATUAN, TINGGI_MM * _SATUAN
    akar = etree.Element("svg", viewBox=f"0 0 {lebar} {tinggi}", width="793.7", height="687.9")
    akar.set("xmlns", "http://www.w3.org/2000/svg")
    etree.SubElement(akar, "path", d=f"M0 0H{lebar}V{tinggi}H0z", fill=_TINTA)
    for x in range(0, lebar + _KOTAK, _KOTAK):
        for warna, jalur in (
            (_EMAS, "l35 -35 l35 35 l-35 35z"),
            (_PUTIH, "m21 0 l14 -14 l14 14 l-14 14z"),
            (_TINTA_MUDA, "m-35 -70 l35 35 l35 -35z"),
            (_TINTA_MUDA, "m-35 70 l35 -35 l35 35z"),
        ):
            etree.SubElement(akar, "path", d=f"M{x} {_BIDANG + _KOTAK} {jalur}", fill=warna)
    return etree.tostring(akar, encoding="unicode")
