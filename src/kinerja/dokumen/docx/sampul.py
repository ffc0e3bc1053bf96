"""The cover page: the same dark field and woven band as in the PDF, with the titles as real text on it."""

from __future__ import annotations

from docx.shared import Mm
from lxml import etree

from kinerja.dokumen.docx.konteks import Konteks
from kinerja.dokumen.docx.lukisan import lukis
from kinerja.dokumen.docx.rupa import LEBAR_TEGAK
from kinerja.dokumen.docx.xml import Elemen, alinea, larik, sisip
from kinerja.dokumen.grafik.sampul import KUNCI_SAMPUL, LEBAR_MM, TINGGI_MM
from kinerja.dokumen.model import Dokumen
from kinerja.dokumen.typst.lebar import ukur

_ALAS_JUDUL = 6650
"""Twips from the top of the text to the end of the title: 146 mm down the page."""
_JARAK_TAHUN, _JARAK_TEMPAT = 1900, 2500
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


def _jangkar(k: Konteks) -> Elemen:
    """The picture behind the text at the corner of the page, marked as decoration for screen readers."""
    lukisan = lukis(k, KUNCI_SAMPUL, (Mm(LEBAR_MM), Mm(TINGGI_MM)), "Hiasan sampul")
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
