"""A remark for a place of a document."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.dokumen.baca.naskah import Letak

PENULIS = "Telaah Kinerja"


@dataclass(frozen=True, slots=True)
class Tanda:
    """`isi` is put at `letak`; `teks`, as printed, narrows the place or finds it where the place is not exact."""

    letak: Letak
    isi: str
    teks: str = ""


@dataclass(frozen=True, slots=True)
class HasilTanda:
    """The annotated copy, and the remarks whose place was not found in it."""

    isi: bytes
    tak_terpasang: tuple[Tanda, ...]


class TakDapatDitandai(ValueError):
    """The file is no PDF or DOCX that can be opened; the message says why."""
