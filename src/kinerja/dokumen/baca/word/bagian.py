"""One part of a Word file as a tree."""

from __future__ import annotations

import zipfile

from lxml import etree

from kinerja.dokumen.baca.arsip import alirkan
from kinerja.dokumen.baca.galat import BerkasDitolak

_INTI_TERBESAR = 64 * 2**20
"""A tree takes ten times the bytes of its XML."""


def muat_bagian(nama: str, arsip: zipfile.ZipFile, bagian: str) -> etree._Element:
    """The tree of a part; an empty one when the archive has no such part.

    Raises BerkasDitolak.
    """
    if bagian not in arsip.namelist():
        return etree.Element("kosong")
    isi = b"".join(alirkan(arsip, bagian))
    if len(isi) > _INTI_TERBESAR:
        raise BerkasDitolak(f"{nama} memuat teks yang terlalu besar. Bagi dokumennya.")
    pengurai = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(isi, pengurai)
    except etree.XMLSyntaxError as galat:
        raise BerkasDitolak(
            f"{nama} rusak: isinya bukan XML yang utuh. Simpan ulang sebagai .docx."
        ) from galat
