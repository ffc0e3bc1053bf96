"""Read a DOCX by its XML: headings, paragraphs, lists, captions, tables, text boxes, tracked changes."""

from __future__ import annotations

import zipfile

from lxml import etree

from kinerja.dokumen.baca.arsip import BATAS, DOCX, Batas, alirkan, buka_arsip, periksa_arsip
from kinerja.dokumen.baca.galat import BerkasDitolak
from kinerja.dokumen.baca.kendala import Kendala
from kinerja.dokumen.baca.naskah import Naskah
from kinerja.dokumen.baca.rakit import rakit
from kinerja.dokumen.baca.word.alir import alirkan_badan
from kinerja.dokumen.baca.word.gaya import read_gaya

_INTI_TERBESAR = 64 * 2**20
"""A tree takes ten times the bytes of its XML."""


def read_docx(nama: str, isi: bytes, batas: Batas = BATAS) -> tuple[Naskah | None, tuple[Kendala, ...]]:
    """The document in a Word file; inserted text is read, deleted text is not."""
    try:
        with buka_arsip(nama, isi) as arsip:
            periksa_arsip(nama, arsip, batas, DOCX)
            akar = muat_bagian(nama, arsip, DOCX.inti)
            gaya = read_gaya(muat_bagian(nama, arsip, "word/styles.xml"))
    except BerkasDitolak as galat:
        return None, (Kendala("ditolak", str(galat), fatal=True),)
    unsur = [satu for satu, _ in alirkan_badan(akar, gaya)]
    return Naskah("docx", rakit(unsur)), ()


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
