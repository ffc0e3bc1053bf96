"""A copy of a PDF with each remark as a highlight, appended to the original bytes, which stay as they are."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from kinerja.dokumen.baca.pdf.halaman import Bingkai, Kotak
from kinerja.dokumen.tandai.tanda import PENULIS, HasilTanda, TakDapatDitandai, Tanda

_KUNING = (255, 209, 0, 110)
_CATATAN = 20.0
"""Side of the sign for a remark about a whole page."""
_LEBIH = 1.5


def tandai_pdf(isi: bytes, tanda: Sequence[Tanda]) -> HasilTanda:
    """Mark the box of each remark, or its text on the page, or the page itself; needs a page number.

    Raises TakDapatDitandai for what is no PDF that can be opened.
    """
    try:
        dokumen = pypdfium2.PdfDocument(isi)
    except pypdfium2.PdfiumError as galat:
        raise TakDapatDitandai("PDF terkunci sandi atau rusak.") from galat
    with dokumen:
        tersisa = [t for t in tanda if not 1 <= (t.letak.halaman or 0) <= len(dokumen)]
        for nomor in sorted({t.letak.halaman or 0 for t in tanda if t not in tersisa}):
            _tandai_halaman(dokumen, nomor, [t for t in tanda if t.letak.halaman == nomor])
        keluar = BytesIO()
        dokumen.save(keluar, flags=pdfium.FPDF_INCREMENTAL)
    return HasilTanda(keluar.getvalue(), tuple(tersisa))


def _tandai_halaman(dokumen: pypdfium2.PdfDocument, nomor: int, tanda: list[Tanda]) -> None:
    halaman = dokumen[nomor - 1]
    lembar = halaman.get_textpage()
    bingkai = Bingkai(halaman)
    try:
        for satu in tanda:
            kotak = _cari_kotak(lembar, bingkai, satu)
            if kotak:
                _sorot(halaman, bingkai, kotak, satu.isi)
            else:
                _tempel(halaman, bingkai, satu.isi)
    finally:
        lembar.close()
        halaman.close()


def _cari_kotak(lembar: pypdfium2.PdfTextPage, bingkai: Bingkai, tanda: Tanda) -> list[Kotak]:
    """The boxes of the text inside the box of the remark, else that box; without a box the text on the page."""
    batas = tanda.letak.kotak
    temu = list(_cari_teks(lembar, bingkai, tanda.teks)) if tanda.teks.strip() else []
    if batas is None:
        return temu[0] if temu else []
    return next((k for k in temu if all(_is_di_dalam(satu, batas) for satu in k)), [batas])


def _cari_teks(lembar: pypdfium2.PdfTextPage, bingkai: Bingkai, teks: str) -> list[list[Kotak]]:
    hasil = []
    pencari = lembar.search(" ".join(teks.split()))
    while (temu := pencari.get_next()) is not None:
        banyak = lembar.count_rects(*temu)
        hasil.append([bingkai.kotak(*lembar.get_rect(n)) for n in range(banyak)])
    pencari.close()
    return hasil


def _is_di_dalam(dalam: Kotak, luar: Kotak) -> bool:
    x, y = (dalam[0] + dalam[2]) / 2, (dalam[1] + dalam[3]) / 2
    return luar[0] <= x <= luar[2] and luar[1] <= y <= luar[3]


def _sorot(halaman: pypdfium2.PdfPage, bingkai: Bingkai, kotak: list[Kotak], isi: str) -> None:
    """One highlight over all boxes."""
    anotasi = pdfium.FPDFPage_CreateAnnot(halaman.raw, pdfium.FPDF_ANNOT_HIGHLIGHT)
    semua = []
    for kiri, bawah, kanan, atas in kotak:
        (a, b), (c, d) = bingkai.balik(kiri - _LEBIH, bawah), bingkai.balik(kanan + _LEBIH, atas)
        x1, y1, x2, y2 = min(a, c), min(b, d), max(a, c), max(b, d)
        titik = pdfium.FS_QUADPOINTSF(x1, y2, x2, y2, x1, y1, x2, y1)
        pdfium.FPDFAnnot_AppendAttachmentPoints(anotasi, ctypes.byref(titik))
        semua.append((x1, y1, x2, y2))
    luas = (
        min(k[0] for k in semua),
        min(k[1] for k in semua),
        max(k[2] for k in semua),
        max(k[3] for k in semua),
    )
    _isi_anotasi(anotasi, luas, isi)


def _tempel(halaman: pypdfium2.PdfPage, bingkai: Bingkai, isi: str) -> None:
    """A note in the upper left corner, for a remark about the page."""
    anotasi = pdfium.FPDFPage_CreateAnnot(halaman.raw, pdfium.FPDF_ANNOT_TEXT)
    x, y = bingkai.balik(_CATATAN, bingkai.tinggi - _CATATAN)
    _isi_anotasi(anotasi, (x, y - _CATATAN, x + _CATATAN, y), isi)


def _isi_anotasi(anotasi: Any, luas: Kotak, isi: str) -> None:
    kiri, bawah, kanan, atas = luas
    pdfium.FPDFAnnot_SetRect(anotasi, ctypes.byref(pdfium.FS_RECTF(kiri, atas, kanan, bawah)))
    pdfium.FPDFAnnot_SetColor(anotasi, pdfium.FPDFANNOT_COLORTYPE_Color, *_KUNING)
    pdfium.FPDFAnnot_SetFlags(anotasi, pdfium.FPDF_ANNOT_FLAG_PRINT)
    for kunci, nilai in ((b"Contents", isi), (b"T", PENULIS)):
        wadah = ctypes.create_string_buffer(nilai.encode("utf-16-le") + b"\x00\x00")
        pdfium.FPDFAnnot_SetStringValue(anotasi, kunci, ctypes.cast(wadah, pdfium.FPDF_WIDESTRING))
    pdfium.FPDFPage_CloseAnnot(anotasi)
