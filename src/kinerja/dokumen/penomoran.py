"""Numbers of chapters, tables and figures: assigned once, the same in PDF, DOCX and HTML.

Chapters are "BAB I", parts "A.", "1.", "a.", "1)", "a)", "(1)", "(a)"; tables and figures count per chapter
("Tabel 3.12"), in the front matter without a chapter ("Tabel 1"), in an annex with its number ("Tabel L1.2").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kinerja.dokumen.model import Bagian, Blok, Catatan, Daftar, Dokumen, Gambar, Paragraf, Rujukan, Tabel

_ROMAWI = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


class GandaId(ValueError):
    """Two parts of one document carry the same id."""


class RujukanTanpaTujuan(ValueError):
    """A cross-reference points to an id that the document does not have."""


@dataclass(frozen=True, slots=True)
class Butir:
    """One line of a table of contents or of a list of tables or figures."""

    id: str
    label: str
    judul: str
    tingkat: int


@dataclass(slots=True)
class Penomoran:
    """`label` maps each id to its printed label; the three lists are in reading order."""

    label: dict[str, str] = field(default_factory=dict)
    awalan: dict[str, str] = field(default_factory=dict)
    """What stands before a heading: "BAB III", "A.", "" for an unnumbered one."""
    tingkat: dict[str, int] = field(default_factory=dict)
    daftar_isi: list[Butir] = field(default_factory=list)
    daftar_tabel: list[Butir] = field(default_factory=list)
    daftar_gambar: list[Butir] = field(default_factory=list)


def romawi(nilai: int) -> str:
    """Roman numeral of a small positive number (1-399)."""
    hasil = ""
    for besar, tanda in _ROMAWI:
        banyak, nilai = divmod(nilai, besar)
        hasil += tanda * banyak
    return hasil


def huruf(urutan: int) -> str:
    """1 -> a, 26 -> z, 27 -> aa."""
    hasil = ""
    while urutan:
        urutan, sisa = divmod(urutan - 1, 26)
        hasil = chr(97 + sisa) + hasil
    return hasil


def nomori(dokumen: Dokumen) -> Penomoran:
    """Number every part, table and figure of `dokumen`.

    Chapters (but those of a surat) and annexes are always numbered; `bernomor` matters for the parts beneath.
    Raises GandaId when two of them share an id, RujukanTanpaTujuan when a reference leads nowhere.
    """
    hasil = Penomoran()
    polos = dokumen.depan if dokumen.rupa == "laporan" else dokumen.depan + dokumen.bab
    for bagian in polos:
        _nomori_bagian(hasil, bagian, 1, "", "")
    _nomori_isi(hasil, polos, "")
    for urutan, bab in enumerate(dokumen.bab if dokumen.rupa == "laporan" else (), 1):
        _nomori_bagian(hasil, bab, 1, f"BAB {romawi(urutan)}", f"Bab {romawi(urutan)}")
        _nomori_isi(hasil, (bab,), f"{urutan}.")
    for urutan, lampiran in enumerate(dokumen.lampiran, 1):
        _nomori_bagian(hasil, lampiran, 1, f"LAMPIRAN {urutan}", f"Lampiran {urutan}")
        _nomori_isi(hasil, (lampiran,), f"L{urutan}.")
    for tujuan in (r.ke for blok in dokumen.blok() for r in _rujukan(blok)):
        if tujuan not in hasil.label:
            raise RujukanTanpaTujuan(f"rujukan ke {tujuan!r} tidak punya tujuan")
    return hasil


def _rujukan(blok: Blok) -> Iterator[Rujukan]:
    match blok:
        case Paragraf() | Catatan():
            yield from (satu for satu in blok.isi if isinstance(satu, Rujukan))
        case Daftar():
            for butir in blok.butir:
                yield from _rujukan(butir)


def _nomori_bagian(hasil: Penomoran, bagian: Bagian, tingkat: int, awalan: str, label: str) -> None:
    _daftarkan(hasil, bagian.id, label or bagian.judul)
    hasil.awalan[bagian.id] = awalan
    hasil.tingkat[bagian.id] = tingkat
    if bagian.dalam_daftar:
        hasil.daftar_isi.append(Butir(bagian.id, awalan, bagian.judul, tingkat))
    for anak, nomor in _urutkan(bagian.anak, tingkat + 1):
        jalur = f"{label}.{nomor.strip('.()')}" if nomor and label else ""
        _nomori_bagian(hasil, anak, tingkat + 1, nomor, jalur)


def _urutkan(anak: tuple[Bagian, ...], tingkat: int) -> Iterator[tuple[Bagian, str]]:
    urutan = 0
    for bagian in anak:
        urutan += bagian.bernomor
        yield bagian, _nomor(urutan, tingkat) if bagian.bernomor else ""


def _nomor(urutan: int, tingkat: int) -> str:
    match tingkat:
        case 2:
            return f"{huruf(urutan).upper()}."
        case 3:
            return f"{urutan}."
        case 4:
            return f"{huruf(urutan)}."
        case 5:
            return f"{urutan})"
        case 6:
            return f"{huruf(urutan)})"
        case _:
            return f"({urutan})" if tingkat % 2 else f"({huruf(urutan)})"


def _nomori_isi(hasil: Penomoran, puncak: tuple[Bagian, ...], awalan: str) -> None:
    tabel = gambar = 0
    for bagian in (b for p in puncak for b in p.telusuri()):
        for blok in bagian.isi:
            if isinstance(blok, Tabel):
                tabel += 1
                label = f"Tabel {awalan}{tabel}"
                hasil.daftar_tabel.append(Butir(blok.id, label, blok.judul, 1))
            elif isinstance(blok, Gambar):
                gambar += 1
                label = f"Gambar {awalan}{gambar}"
                hasil.daftar_gambar.append(Butir(blok.id, label, blok.judul, 1))
            else:
                continue
            _daftarkan(hasil, blok.id, label)


def _daftarkan(hasil: Penomoran, kunci: str, label: str) -> None:
    if kunci in hasil.label:
        raise GandaId(f"id {kunci!r} dipakai dua kali")
    hasil.label[kunci] = label
