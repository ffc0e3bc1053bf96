"""Walk the tags of an XML part of an untrusted workbook, without building a tree."""

from collections.abc import Callable, Iterable
from xml.parsers import expat

from kinerja.dokumen.baca.galat import BerkasDitolak

Penangan = Callable[[str, list[str]], None]
"""Called with the name of each opened tag and its attributes as [name, value, name, value, …]."""


def buat_pengurai(mulai: Penangan) -> expat.XMLParserType:
    """A parser that calls `mulai`."""
    pengurai = expat.ParserCreate()
    pengurai.ordered_attributes = True
    pengurai.buffer_text = True
    pengurai.StartElementHandler = mulai
    return pengurai


def umpankan(nama: str, pengurai: expat.XMLParserType, potongan: Iterable[bytes]) -> None:
    """Give the parser all pieces; `nama` is the file, for the message.

    Raises BerkasDitolak when they are not well-formed XML.
    """
    try:
        for satu in potongan:
            pengurai.Parse(satu, False)
        pengurai.Parse(b"", True)
    except expat.ExpatError as galat:
        raise BerkasDitolak(
            f"{nama} rusak: isinya bukan XML yang utuh. Simpan ulang sebagai .xlsx."
        ) from galat


def ambil(atribut: list[str], nama: str) -> str | None:
    """The value of one attribute; its prefix counts: `r:id` is not `id`."""
    for indeks in range(0, len(atribut), 2):
        if atribut[indeks] == nama:
            return atribut[indeks + 1]
    return None


def tanpa_awalan(nama: str) -> str:
    """x:row -> row"""
    return nama.rpartition(":")[2]
