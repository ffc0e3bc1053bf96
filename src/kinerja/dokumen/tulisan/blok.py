"""Parts of a text as blocks of the document, and its headings as parts of the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kinerja.dokumen.model import (
    Bagian,
    Baris,
    Blok,
    Catatan,
    Citra,
    Gambar,
    Kolom,
    Paragraf,
    Tabel,
    catatan,
    teks,
)
from kinerja.dokumen.tulisan.baca import read_tulisan
from kinerja.dokumen.tulisan.unsur import GambarTulisan, Subjudul, TabelTulisan, Unsur

TANPA_JUDUL_TABEL = "Data pendukung"
_TANDA_SUBJUDUL = "\x1e"
"""No text of a report holds that character, and renderers drop it."""
_LEBAR_TERBESAR = 36


def convert_tulisan(isi: str, awalan: str, gambar: Mapping[str, Citra]) -> tuple[Blok, ...]:
    """The blocks of a text; tables and figures get ids that begin with `awalan`.

    A heading becomes a marked paragraph, which `raise_subjudul` turns into a part once the document stands.
    """
    return tuple(_ke_blok(u, f"{awalan}-{n}", gambar) for n, u in enumerate(read_tulisan(isi), 1))


def _ke_blok(unsur: Unsur, id_: str, gambar: Mapping[str, Citra]) -> Blok:
    match unsur:
        case Subjudul():
            return Paragraf((teks(unsur.teks, tebal=True), teks(_TANDA_SUBJUDUL)))
        case TabelTulisan():
            return _ke_tabel(unsur, id_)
        case GambarTulisan():
            return _ke_gambar(unsur, id_, gambar)
        case _:
            return unsur


def _ke_tabel(tabel: TabelTulisan, id_: str) -> Tabel:
    lebar = [
        min(max(6, *(len(b[n]) for b in (tabel.kolom, *tabel.baris))), _LEBAR_TERBESAR)
        for n in range(len(tabel.kolom))
    ]
    kolom = tuple(Kolom(*satu) for satu in zip(tabel.kolom, lebar, tabel.rata, strict=True))
    return Tabel(id_, tabel.judul or TANPA_JUDUL_TABEL, kolom, tuple(Baris(b) for b in tabel.baris))


def _ke_gambar(unsur: GambarTulisan, id_: str, gambar: Mapping[str, Citra]) -> Gambar | Catatan:
    citra = gambar.get(unsur.nama)
    if citra is None:
        return catatan("perhatian", f"Gambar “{unsur.judul or unsur.nama}” tidak ditemukan.")
    return Gambar(id_, unsur.judul or unsur.alt, unsur.alt or unsur.judul, citra)


def raise_subjudul(bagian: Bagian) -> Bagian:
    """The same part, what follows each heading of a text in a part of its own before the parts beneath it."""
    potongan: list[tuple[str, list[Blok]]] = [("", [])]
    for blok in bagian.isi:
        if isinstance(blok, Paragraf) and blok.isi and blok.isi[-1] == teks(_TANDA_SUBJUDUL):
            potongan.append((_judul(blok), []))
        else:
            potongan[-1][1].append(blok)
    anak = (
        Bagian(f"{bagian.id}-subjudul-{n}", judul, tuple(isi), bernomor=False, dalam_daftar=False)
        for n, (judul, isi) in enumerate(potongan[1:], 1)
    )
    semua = (*anak, *(raise_subjudul(satu) for satu in bagian.anak))
    return replace(bagian, isi=tuple(potongan[0][1]), anak=semua)


def _judul(blok: Paragraf) -> str:
    return "".join(getattr(satu, "isi", "") for satu in blok.isi[:-1])
