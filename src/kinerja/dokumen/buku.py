"""Tables of numbers for a spreadsheet, and the same tables for the document model.

Text is written as text whatever it begins with, so that nothing people typed ever becomes a formula or a link.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

import xlsxwriter

from kinerja.dasar.cetak import bulatkan, cetak_angka, cetak_persen, cetak_rupiah
from kinerja.dokumen.model import Baris, Kolom, Tabel

Bentuk = Literal["teks", "angka", "persen", "rupiah"]
Isi = str | int | Decimal | None
TIDAK_ADA = "–"
_PALING_PANJANG = 32_000
"""Excel refuses a longer cell."""
_NAMA_TERPANJANG = 31
_TERLARANG = re.compile(r"[\[\]:*?/\\']")
_FORMAT = MappingProxyType({"angka": "#,##0.######", "persen": '0.00"%"', "rupiah": "#,##0"})
_TANPA_TAFSIR = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(frozen=True, slots=True)
class KolomBuku:
    """A column: its head, its width in characters, and how its numbers are shown (a percentage is 97.43, not 0.97)."""

    judul: str
    lebar: int = 14
    bentuk: Bentuk = "teks"


@dataclass(frozen=True, slots=True)
class LembarBuku:
    """One sheet: `nama` for its tab, `judul` as caption; a cell None is empty, never a zero."""

    nama: str
    judul: str
    kolom: tuple[KolomBuku, ...]
    baris: tuple[tuple[Isi, ...], ...]
    catatan: str = ""


def render_buku(lembar: Sequence[LembarBuku]) -> bytes:
    """The sheets as a workbook: caption, remark and head on top, head frozen and filtered."""
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, {"in_memory": True, **_TANPA_TAFSIR}) as buku:
        kepala = buku.add_format({"bold": True, "bg_color": "#e9eef3", "text_wrap": True, "valign": "top"})
        gaya = {b: buku.add_format({"num_format": f, "valign": "top"}) for b, f in _FORMAT.items()}
        gaya["teks"] = buku.add_format({"text_wrap": True, "valign": "top"})
        tebal = buku.add_format({"bold": True})
        for nomor, satu in enumerate(lembar, 1):
            tujuan = buku.add_worksheet(_sebut(satu.nama, nomor))
            tujuan.write_string(0, 0, satu.judul, tebal)
            tujuan.write_string(1, 0, satu.catatan)
            for k, kolom in enumerate(satu.kolom):
                tujuan.set_column(k, k, kolom.lebar)
                tujuan.write_string(2, k, kolom.judul, kepala)
                for b, baris in enumerate(satu.baris, 3):
                    _tulis(tujuan, (b, k), baris[k], gaya[kolom.bentuk])
            tujuan.freeze_panes(3, 1)
            tujuan.autofilter(2, 0, max(len(satu.baris), 1) + 2, len(satu.kolom) - 1)
    return wadah.getvalue()


def _sebut(nama: str, nomor: int) -> str:
    """A name Excel takes: short, without its special signs, and no other sheet's."""
    bersih = " ".join(_TERLARANG.sub(" ", nama).split()) or "Lembar"
    return f"{nomor} {bersih}"[:_NAMA_TERPANJANG].rstrip()


def _tulis(
    tujuan: xlsxwriter.worksheet.Worksheet,
    tempat: tuple[int, int],
    isi: Isi,
    gaya: xlsxwriter.format.Format,
) -> None:
    if isinstance(isi, str):
        tujuan.write_string(*tempat, isi[:_PALING_PANJANG], gaya)
    elif isi is not None:
        tujuan.write_number(*tempat, isi, gaya)


def convert_lembar(lembar: LembarBuku, id_: str) -> Tabel:
    """The same sheet as a table of a document, its numbers printed."""
    return Tabel(
        id=id_,
        judul=lembar.judul,
        kolom=tuple(Kolom(k.judul, k.lebar, "kiri" if k.bentuk == "teks" else "kanan") for k in lembar.kolom),
        baris=tuple(
            Baris(tuple(cetak_isi(isi, k.bentuk) for isi, k in zip(baris, lembar.kolom, strict=True)))
            for baris in lembar.baris
        ),
        catatan=lembar.catatan,
    )


def cetak_isi(isi: Isi, bentuk: Bentuk) -> str:
    """A cell as people read it: at most two decimals."""
    if isi is None:
        return TIDAK_ADA
    if isinstance(isi, str):
        return isi or TIDAK_ADA
    if bentuk == "persen":
        return cetak_persen(Decimal(isi))
    return cetak_rupiah(isi) if bentuk == "rupiah" else cetak_angka(bulatkan(isi, 2))
