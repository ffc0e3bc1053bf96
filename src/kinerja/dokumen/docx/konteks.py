"""What every writer of a part of the Word file needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docx.document import Document as Wadah
from docx.oxml.shape import CT_Blip

from kinerja.dokumen.docx.medan import Penanda
from kinerja.dokumen.docx.xml import Elemen
from kinerja.dokumen.penomoran import Penomoran


@dataclass(slots=True)
class Konteks:
    """`badan` grows while the document is written; `lebar` is the text width of the page, in twips."""

    badan: Elemen
    wadah: Wadah
    nomor: Penomoran
    tanda: Penanda
    svg: Mapping[str, str]
    lebar: int
    surat: bool = False
    gambar: list[tuple[str, CT_Blip]] = field(default_factory=list)
    """Places that still want their picture, each with the key of its SVG."""
    nomor_halaman: list[tuple[str, Elemen]] = field(default_factory=list)
    """Runs that still want the number of the page on which the part with that id stands."""
