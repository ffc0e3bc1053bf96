"""A Word file from a stranger, opened to be written into."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from kinerja.dokumen.baca.arsip import BATAS, DOCX, Batas, buka_arsip, periksa_arsip
from kinerja.dokumen.baca.galat import BerkasDitolak


def open_docx(nama: str, isi: bytes, batas: Batas = BATAS) -> Document:
    """The file as the library for writing knows it, every part of it measured first.

    Raises BerkasDitolak for what is damaged, too large, or no Word file.
    """
    with buka_arsip(nama, isi) as arsip:
        periksa_arsip(nama, arsip, batas, DOCX)
    try:
        return docx.Document(BytesIO(isi))
    except (PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError) as galat:
        raise BerkasDitolak(f"{nama} bukan dokumen Word yang dapat dibuka: {galat}") from galat
