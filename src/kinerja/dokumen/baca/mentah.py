"""What the readers collect before it is put together by `rakit`: cells and tables without their final places."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.dokumen.baca.naskah import JudulBaca, KeteranganBaca, Letak, ParagrafBaca


@dataclass(slots=True)
class SelMentah:
    """A cell; `kolom` from 1. `letak` knows what the format knows: page and box, or the cell of a sheet."""

    teks: str
    kolom: int
    bentang_kolom: int = 1
    bentang_baris: int = 1
    letak: Letak = field(default_factory=Letak)
    nilai: Decimal | None = None
    rumus: str = ""


@dataclass(slots=True)
class TabelMentah:
    """All rows of a table as they stand; `kepala` is how many the file itself declares as header."""

    baris: list[list[SelMentah]]
    letak: Letak = field(default_factory=Letak)
    keterangan: KeteranganBaca | None = None
    kepala: int | None = None

    @property
    def lebar(self) -> int:
        """How many columns it has."""
        return max((s.kolom + s.bentang_kolom - 1 for b in self.baris for s in b), default=0)


@dataclass(slots=True)
class GambarMentah:
    """A figure."""

    letak: Letak = field(default_factory=Letak)
    alternatif: str = ""
    keterangan: KeteranganBaca | None = None


Unsur = JudulBaca | ParagrafBaca | KeteranganBaca | TabelMentah | GambarMentah
"""One item of a document in reading order; a caption still stands by itself."""
