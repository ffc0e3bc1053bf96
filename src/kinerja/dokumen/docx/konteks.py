"""What every writer of a part of the Word file needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from docx.document import Document as Wadah

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
    halaman: Mapping[str, str | int]
    png: Mapping[str, bytes]
    lebar: int
    urutan_gambar: Iterator[int] = field(default_factory=lambda: count(1))
