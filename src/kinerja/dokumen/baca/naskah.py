"""A document as it was read: headings, paragraphs, tables and captions in reading order, each with its place.

Every reader (text, PDF, DOCX, HTML, XLSX) yields this one shape, so that a check need not know the format.
Nothing is interpreted here: texts and numbers are kept as they stand in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

JenisNaskah = Literal["teks", "pdf", "docx", "html", "xlsx"]
JenisKeterangan = Literal["tabel", "gambar"]


@dataclass(frozen=True, slots=True)
class Letak:
    """Where something stands, as far as the format knows; everything is counted from 1.

    `halaman` page; `baris` line of a text file, paragraph of a Word file or web page; `tabel` ordinal of the table
    in the document, `baris_tabel` and `kolom` inside it (header rows included); `sel` a cell of a workbook
    ("Lembar!F12"); `kotak` left, bottom, right, top on the page in points from its lower left corner.
    """

    halaman: int | None = None
    baris: int | None = None
    tabel: int | None = None
    baris_tabel: int | None = None
    kolom: int | None = None
    sel: str = ""
    kotak: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class BarisTeks:
    """One line as it was read."""

    teks: str
    letak: Letak


@dataclass(frozen=True, slots=True)
class _Berbaris:
    baris: tuple[BarisTeks, ...]

    @property
    def teks(self) -> str:
        """All lines joined by one space each."""
        return " ".join(satu.teks.strip() for satu in self.baris)

    @property
    def letak(self) -> Letak:
        """Place of the first line."""
        return self.baris[0].letak

    def letak_pada(self, posisi: int) -> Letak:
        """Place of the line that holds character `posisi` (from 0) of `teks`."""
        awal = 0
        for satu in self.baris:
            awal += len(satu.teks.strip()) + 1
            if posisi < awal:
                return satu.letak
        return self.baris[-1].letak


@dataclass(frozen=True, slots=True)
class JudulBaca(_Berbaris):
    """A heading; `tingkat` 1 is a chapter, None where the format does not tell."""

    tingkat: int | None = None


@dataclass(frozen=True, slots=True)
class ParagrafBaca(_Berbaris):
    """A paragraph or one item of a list (`butir`)."""

    butir: bool = False


@dataclass(frozen=True, slots=True)
class KeteranganBaca(_Berbaris):
    """A caption ("Tabel 12. …") that belongs to the table or figure beside it; `nomor` as printed ("12", "3.4")."""

    jenis: JenisKeterangan = "tabel"
    nomor: str = ""
    judul: str = ""


@dataclass(frozen=True, slots=True)
class SelBaca:
    """A cell. A merged cell stands once, with its span; `nilai` and `rumus` only where the file stores them."""

    teks: str
    letak: Letak
    bentang_kolom: int = 1
    bentang_baris: int = 1
    nilai: Decimal | None = None
    rumus: str = ""


@dataclass(frozen=True, slots=True)
class TabelBaca:
    """A table whose cells are known. `kepala` are the header rows, repeated headers after a page break dropped;
    `penomor` are rows that only number the columns ("(1) (2) … (5) = (4)/(3) × 100"), in neither of the others.
    """

    keterangan: KeteranganBaca | None
    kepala: tuple[tuple[SelBaca, ...], ...]
    baris: tuple[tuple[SelBaca, ...], ...]
    letak: Letak
    penomor: tuple[tuple[SelBaca, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class TabelAlir:
    """A table of which only the flow of lines is left (text extracted from a PDF): cells cannot be told apart.

    Without a caption it has at least one line.
    """

    keterangan: KeteranganBaca | None
    baris: tuple[BarisTeks, ...]

    @property
    def letak(self) -> Letak:
        """Place of the caption, or of the first line."""
        return self.baris[0].letak if self.keterangan is None else self.keterangan.letak


@dataclass(frozen=True, slots=True)
class GambarBaca:
    """A figure: its caption and, where the format has one, its text alternative."""

    keterangan: KeteranganBaca | None
    alternatif: str
    letak: Letak


BlokBaca = JudulBaca | ParagrafBaca | TabelBaca | TabelAlir | GambarBaca


@dataclass(frozen=True, slots=True)
class Naskah:
    """A whole document. `tak_terbaca` are pages without a text layer: reported, never skipped in silence."""

    jenis: JenisNaskah
    blok: tuple[BlokBaca, ...]
    halaman: int | None = None
    tak_terbaca: tuple[int, ...] = ()

    def tabel(self) -> Iterator[TabelBaca | TabelAlir]:
        """The tables in reading order."""
        return (blok for blok in self.blok if isinstance(blok, TabelBaca | TabelAlir))
