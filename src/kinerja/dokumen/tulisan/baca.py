"""Read a text: paragraphs, `## subjudul`, lists, tables, `![alt](gambar:nama "judul")`, **bold** and *italic*.

Nothing else of Markdown is switched on, HTML least of all: what is not in that list is printed as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from kinerja.dokumen.model import Daftar, Paragraf, Perataan, Sebaris, Teks
from kinerja.dokumen.tulisan.unsur import GambarTulisan, Subjudul, TabelTulisan, Unsur

SKEMA_GAMBAR = "gambar:"
JUDUL_TABEL = "Tabel:"
"""A paragraph that begins so and stands right before a table is its caption."""
_DIPAKAI = ("heading", "list", "table", "emphasis", "escape", "image", "newline")
_RATA: dict[str, Perataan] = {"text-align:right": "kanan", "text-align:center": "tengah"}
_KALI = re.compile(r"(?<=\d)\*(?=\d)")
"""Between digits a star multiplies: two of them in one line are no emphasis."""
_KATA = re.compile(r"\w[\w.,%/-]*")


def read_tulisan(isi: str) -> tuple[Unsur, ...]:
    """The parts of a text in reading order; no text is refused."""
    hasil: list[Unsur] = []
    for simpul in SyntaxTreeNode(_pengurai().parse(_KALI.sub(r"\*", isi))).children:
        for unsur in _baca(simpul):
            if isinstance(unsur, TabelTulisan) and hasil and (judul := _judul_tabel(hasil[-1])) is not None:
                hasil[-1] = TabelTulisan(judul, unsur.kolom, unsur.rata, unsur.baris)
            else:
                hasil.append(unsur)
    return tuple(hasil)


def count_kata(isi: str) -> int:
    """How many words somebody wrote; marks of the layout do not count."""
    return sum(len(_KATA.findall(teks)) for unsur in read_tulisan(isi) for teks in list_teks(unsur))


def list_teks(unsur: Unsur) -> Iterator[str]:
    """Everything of a part that is printed, piece by piece."""
    match unsur:
        case Paragraf():
            yield polos(unsur.isi)
        case Daftar():
            yield from (polos(b.isi) for b in unsur.butir)
        case Subjudul():
            yield unsur.teks
        case TabelTulisan():
            yield from (unsur.judul, *unsur.kolom, *(sel for baris in unsur.baris for sel in baris))
        case _:
            yield unsur.judul


def polos(isi: Iterable[Sebaris]) -> str:
    """Runs as plain text."""
    return "".join(satu.isi for satu in isi if isinstance(satu, Teks))


@cache
def _pengurai() -> MarkdownIt:
    return MarkdownIt("zero").enable(list(_DIPAKAI))


def _judul_tabel(sebelum: Unsur) -> str | None:
    """The caption in the paragraph before a table, None where that is running text."""
    teks = polos(sebelum.isi) if isinstance(sebelum, Paragraf) else ""
    return teks.removeprefix(JUDUL_TABEL).strip() if teks.startswith(JUDUL_TABEL) else None


def _baca(simpul: SyntaxTreeNode) -> Iterator[Unsur]:
    match simpul.type:
        case "paragraph":
            yield from _baca_paragraf(simpul.children[0])
        case "heading":
            yield Subjudul(polos(_sebaris(simpul.children[0])))
        case "table":
            yield _baca_tabel(simpul)
        case _:
            yield from _baca_daftar(simpul)


def _baca_paragraf(sebaris: SyntaxTreeNode) -> Iterator[Unsur]:
    """Its text, and every picture in it as a part of its own at the place where it stands."""
    teks: list[SyntaxTreeNode] = []
    for anak in sebaris.children:
        if anak.type == "image":
            yield from _tutup_paragraf(teks)
            teks = []
            yield _baca_gambar(anak)
        else:
            teks.append(anak)
    yield from _tutup_paragraf(teks)


def _tutup_paragraf(simpul: list[SyntaxTreeNode]) -> Iterator[Paragraf]:
    isi = _rapikan(_lari(simpul, tebal=False, miring=False))
    if isi:
        yield Paragraf(isi)


def _baca_gambar(simpul: SyntaxTreeNode) -> GambarTulisan:
    return GambarTulisan(
        str(simpul.attrs["src"]).removeprefix(SKEMA_GAMBAR),
        simpul.content.strip(),
        str(simpul.attrs.get("title", "")).strip(),
    )


def _baca_tabel(simpul: SyntaxTreeNode) -> TabelTulisan:
    baris = [sel for bagian in simpul.children for sel in bagian.children]
    isi = [tuple(polos(_sebaris(sel.children[0])) for sel in satu.children) for satu in baris]
    rata = tuple(_RATA.get(str(sel.attrs.get("style", "")), "kiri") for sel in baris[0].children)
    return TabelTulisan("", isi[0], rata, tuple(isi[1:]))


def _baca_daftar(simpul: SyntaxTreeNode) -> Iterator[Unsur]:
    """One list; the document has no lists in lists, so what lies deeper follows as items of the same list."""
    butir: list[Paragraf] = []
    lain: list[Unsur] = []
    for satu in simpul.children:
        for anak in satu.children:
            for unsur in _baca(anak):
                if isinstance(unsur, Paragraf):
                    butir.append(unsur)
                elif isinstance(unsur, Daftar):
                    butir += unsur.butir
                else:
                    lain.append(unsur)
    yield Daftar(tuple(butir), bernomor=simpul.type == "ordered_list")
    yield from lain


def _sebaris(simpul: SyntaxTreeNode) -> tuple[Teks, ...]:
    return _rapikan(_lari(simpul.children, tebal=False, miring=False))


def _lari(simpul: Iterable[SyntaxTreeNode], *, tebal: bool, miring: bool) -> Iterator[Teks]:
    for satu in simpul:
        if satu.type == "strong":
            yield from _lari(satu.children, tebal=True, miring=miring)
        elif satu.type == "em":
            yield from _lari(satu.children, tebal=tebal, miring=True)
        elif satu.type == "image":
            yield Teks(satu.content, tebal, miring)
        else:
            yield Teks(" " if satu.type in ("softbreak", "hardbreak") else satu.content, tebal, miring)


def _rapikan(lari: Iterable[Teks]) -> tuple[Teks, ...]:
    """Neighbours of one look joined, no space at either end, nothing empty."""
    hasil: list[Teks] = []
    for satu in lari:
        if hasil and (hasil[-1].tebal, hasil[-1].miring) == (satu.tebal, satu.miring):
            hasil[-1] = Teks(hasil[-1].isi + satu.isi, satu.tebal, satu.miring)
        elif satu.isi:
            hasil.append(satu)
    if hasil:
        hasil[0] = Teks(hasil[0].isi.lstrip(), hasil[0].tebal, hasil[0].miring)
        hasil[-1] = Teks(hasil[-1].isi.rstrip(), hasil[-1].tebal, hasil[-1].miring)
    return tuple(satu for satu in hasil if satu.isi)
