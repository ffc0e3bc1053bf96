"""Read a DOCX by its XML: headings, paragraphs, lists, captions, tables, text boxes, tracked changes."""

from __future__ import annotations

from kinerja.dokumen.baca.arsip import BATAS, DOCX, Batas, buka_arsip, periksa_arsip
from kinerja.dokumen.baca.galat import BerkasDitolak
from kinerja.dokumen.baca.kendala import Kendala
from kinerja.dokumen.baca.naskah import Naskah
from kinerja.dokumen.baca.rakit import rakit
from kinerja.dokumen.baca.word.alir import alirkan_badan
from kinerja.dokumen.baca.word.bagian import muat_bagian
from kinerja.dokumen.baca.word.gaya import read_gaya


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
