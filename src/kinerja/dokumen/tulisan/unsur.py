"""The parts of a text: paragraphs and lists of the document model, and what becomes one only in its place."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.dokumen.model import Daftar, Paragraf, Perataan


@dataclass(frozen=True, slots=True)
class Subjudul:
    """A heading inside a text; in the document it begins a part of its own, without a number."""

    teks: str


@dataclass(frozen=True, slots=True)
class TabelTulisan:
    """A table as typed: head, alignment of each column, rows of as many cells; `judul` "" while it has none."""

    judul: str
    kolom: tuple[str, ...]
    rata: tuple[Perataan, ...]
    baris: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class GambarTulisan:
    """A picture by the name it was stored under; `alt` and `judul` "" while nobody wrote them."""

    nama: str
    alt: str
    judul: str


Unsur = Paragraf | Daftar | Subjudul | TabelTulisan | GambarTulisan
