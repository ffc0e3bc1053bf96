"""The cover page: the same dark field and woven band as in the PDF, with the titles as real text on it."""

from __future__ import annotations

from docx.shared import Mm
from lxml import etree

from kinerja.dokumen.docx.konteks import Konteks
from kinerja.dokumen.docx.lukisan import lukis
from kinerja.dokumen.docx.rupa import EMAS_MUDA, LEBAR_TEGAK, PUTIH, TINTA
from kinerja.dokumen.docx.xml import Elemen, alinea, larik, sisip
from kinerja.dokumen.model import Dokumen
from kinerja.dokumen.typst.lebar import ukur

KUNCI_SAMPUL = "\0sampul"
"""Key of the cover picture among the figures; no id of a part can be equal to it in an XML file."""
_LEBAR, _TINGGI_BIDANG, _TINGGI = 2100, 1680, 1820
"""Tenths of a millimetre: the paper, the dark field, the field with the band."""
_ALAS_JUDUL = 6650
"""Twips from the top of the text to the end of the title: 146 mm down the page."""
_JARAK_TAHUN, _JARAK_TEMPAT = 1900, 2500
_TINTA_MUDA = "5F7891"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TATA = {
    "simplePos": "0",
    "relativeHeight": "0",
    "behindDoc": "1",
    "locked": "1",
    "layoutInCell": "0",
    "allowOverlap": "1",
}
_HIASAN = "http://schemas.microsoft.com/office/drawing/2017/decorative"


def tulis_sampul(k: Konteks, dokumen: Dokumen) -> None:
    """Office, title, year, place and date.

    The distances depend on how many lines the long texts take: Word and LibreOffice place frames and text
    boxes differently, ordinary paragraphs alike. An estimate wrong by one line still keeps clear of the band.
    """
    p = alinea(k.badan, "SampulInstansi")
    sisip(sisip(p, "r"), "drawing").append(_jangkar(k))
    larik(p, dokumen.instansi)
    tinggi = 340 * _taksir_baris(dokumen.instansi.upper(), 13)
    p = alinea(k.badan, "Title")
    tinggi += 800 * _taksir_baris(dokumen.judul, 34)
    sisip(p[0], "spacing", before=max(_ALAS_JUDUL - tinggi, 400))
    larik(p, dokumen.judul)
    larik(alinea(k.badan, "Subtitle"), dokumen.subjudul)
    p = alinea(k.badan, "SampulTahun")
    sisip(p[0], "spacing", before=_JARAK_TAHUN)
    larik(p, str(dokumen.tahun))
    p = alinea(k.badan, "SampulTempat")
    sisip(p[0], "spacing", before=_JARAK_TEMPAT)
    larik(p, f"{dokumen.tempat_tanggal}\nKode verifikasi {dokumen.kode}")


def _taksir_baris(teks: str, ukuran: int) -> int:
    """Lines that `teks` takes across the page in letters of `ukuran` points."""
    muat = LEBAR_TEGAK * 50 // ukuran
    baris, sisa = 1, muat
    for kata in teks.split():
        lebar = ukur(f"{kata} ")
        if lebar > sisa and sisa < muat:
            baris, sisa = baris + 1, muat
        sisa -= lebar
    return baris


def svg_sampul() -> str:
    """The dark field and, below it, a band of lozenges and triangles as in many regional cloths."""
    akar = etree.Element("svg", viewBox=f"0 0 {_LEBAR} {_TINGGI}", width="793.7", height="687.9")
    akar.set("xmlns", "http://www.w3.org/2000/svg")
    etree.SubElement(akar, "path", d=f"M0 0H{_LEBAR}V{_TINGGI}H0z", fill=f"#{TINTA}")
    for x in range(0, _LEBAR + 70, 70):
        for warna, jalur in (
            (EMAS_MUDA, "l35 -35 l35 35 l-35 35z"),
            (PUTIH, "m21 0 l14 -14 l14 14 l-14 14z"),
            (_TINTA_MUDA, "m-35 -70 l35 35 l35 -35z"),
            (_TINTA_MUDA, "m-35 70 l35 -35 l35 35z"),
        ):
            d = f"M{x} {_TINGGI_BIDANG + 70} {jalur}"
            etree.SubElement(akar, "path", d=d, fill=f"#{warna}")
    return etree.tostring(akar, encoding="unicode")


def _jangkar(k: Konteks) -> Elemen:
    """The picture behind the text at the corner of the page, marked as decoration for screen readers."""
    lukisan = lukis(k, k.png[KUNCI_SAMPUL], (Mm(_LEBAR // 10), Mm(_TINGGI // 10)), "Hiasan sampul")
    lukisan.docPr.set("descr", "")
    ext = etree.SubElement(etree.SubElement(lukisan.docPr, f"{_A}extLst"), f"{_A}ext")
    ext.set("uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}")
    etree.SubElement(ext, f"{{{_HIASAN}}}decorative", {"val": "1"})
    jangkar = etree.Element(f"{_WP}anchor", {str(n): str(v) for n, v in lukisan.attrib.items()} | _TATA)
    etree.SubElement(jangkar, f"{_WP}simplePos", x="0", y="0")
    for arah in ("positionH", "positionV"):
        posisi = etree.SubElement(jangkar, f"{_WP}{arah}", relativeFrom="page")
        etree.SubElement(posisi, f"{_WP}posOffset").text = "0"
    ukuran, *sisa = list(lukisan)
    jangkar.append(ukuran)
    etree.SubElement(jangkar, f"{_WP}wrapNone")
    jangkar.extend(sisa)
    return jangkar
