"""Read an XLSX workbook from a stranger: limits first, then values with the place of each cell.

Formulas are read by the value their program stored last; nothing is ever evaluated.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import cast

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, load_workbook

from kinerja.dokumen.baca.arsip import BATAS, Batas, alirkan, buka_arsip, muat_berkas, periksa_arsip
from kinerja.dokumen.baca.buku import baca_isi_buku
from kinerja.dokumen.baca.galat import BerkasDitolak
from kinerja.dokumen.baca.letak import nama_sel
from kinerja.dokumen.baca.pindai import Pindaian, pindai_lembar
from kinerja.dokumen.baca.polos import is_polos

__all__ = [
    "BATAS",
    "Batas",
    "BerkasDitolak",
    "GalatSel",
    "Isi",
    "LembarMentah",
    "Persen",
    "baca_xlsx",
    "ke_desimal",
]

_BULAT_PERSIS = 2**53


@dataclass(frozen=True, slots=True)
class GalatSel:
    """A formula that has no value: `teks` is the error it shows, "" when it was never computed."""

    teks: str

    def __str__(self) -> str:
        return self.teks


class Persen(float):
    """A number shown as percent: 0.974 stands in the cell, 97.4% on the screen."""

    def __str__(self) -> str:
        return f"{self.angka:f}%"

    @property
    def angka(self) -> Decimal:
        """The number before the percent sign, exactly as typed."""
        return ke_desimal(self * 100)


def ke_desimal(isi: float) -> Decimal:
    """The number a person typed, out of the binary float a spreadsheet made of it.

    A spreadsheet shows at most 15 digits; what it stores beyond them is noise: 97.73000000000001.
    """
    if isi.is_integer() and abs(isi) <= _BULAT_PERSIS:
        return Decimal(int(isi))
    return Decimal(format(isi, ".15g"))


Isi = str | float | bool | datetime.date | datetime.datetime | datetime.time | datetime.timedelta | GalatSel
"""What a cell holds; an empty cell is ""."""


@dataclass(frozen=True, slots=True)
class LembarMentah:
    """One sheet: rows from the top, all as wide as the widest, and the merged ranges as (first row, first
    column, last row, last column), all from 0."""

    nama: str
    baris: list[list[Isi]]
    gabungan: tuple[tuple[int, int, int, int], ...]


def baca_xlsx(berkas: Path, batas: Batas = BATAS) -> Iterator[LembarMentah]:
    """The sheets of a workbook in order, each read when it is asked for.

    Raises BerkasDitolak for anything that is not a readable workbook within `batas`.
    """
    isi = muat_berkas(berkas, batas)
    pindaian = _periksa(berkas.name, isi, batas)
    try:
        buku = load_workbook(BytesIO(isi))
    except CalamineError as galat:
        raise BerkasDitolak(
            f"{berkas.name} bukan buku kerja Excel yang utuh. Buka di Excel atau LibreOffice, lalu simpan "
            "ulang sebagai .xlsx."
        ) from galat
    lembar = [s.name for s in buku.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
    if len(lembar) > batas.lembar:
        raise BerkasDitolak(f"{berkas.name} memuat {len(lembar)} lembar; paling banyak {batas.lembar}.")
    with buku:
        for nama in lembar:
            yield _baca_lembar(buku, nama, pindaian.get(nama, Pindaian()))


def _periksa(nama: str, isi: bytes, batas: Batas) -> dict[str, Pindaian]:
    """Sheet name -> its special cells. Every part that can hold cells is checked, named as a sheet or not."""
    with buka_arsip(nama, isi) as arsip:
        bersel = periksa_arsip(nama, arsip, batas)
        buku = baca_isi_buku(nama, arsip)
        pindaian = {
            b: pindai_lembar(nama, alirkan(arsip, b), batas, buku.gaya_persen)
            for b in bersel
            if buku.gaya_persen or not is_polos(alirkan(arsip, b), batas)
        }
    return {lembar: pindaian[bagian] for lembar, bagian in buku.lembar.items() if bagian in pindaian}


def _baca_lembar(buku: CalamineWorkbook, nama: str, pindaian: Pindaian) -> LembarMentah:
    try:
        lembar = buku.get_sheet_by_name(nama)
    except CalamineError as galat:
        raise BerkasDitolak(_jelaskan_rusak(nama, pindaian)) from galat
    gabungan = tuple((*mulai, *akhir) for mulai, akhir in lembar.merged_cell_ranges or ())
    baris = cast(list[list[Isi]], lembar.to_python(skip_empty_area=False))
    _lengkapi(baris, pindaian)
    return LembarMentah(nama, baris, gabungan)


def _lengkapi(baris: list[list[Isi]], pindaian: Pindaian) -> None:
    """Put back what the reader left out. Its grid ends at the last value; an error may stand beyond."""
    tinggi = max((b for b, _ in pindaian.galat), default=-1) + 1
    lebar = max((k for _, k in pindaian.galat), default=-1) + 1
    baris.extend([] for _ in range(tinggi - len(baris)))
    lebar = max(lebar, *map(len, baris)) if baris else lebar
    if pindaian.galat:
        for satu in baris:
            satu.extend([""] * (lebar - len(satu)))
    for (nomor, kolom), teks in pindaian.galat.items():
        baris[nomor][kolom] = GalatSel(teks)
    for nomor, kolom in pindaian.persen:
        if nomor < len(baris) and kolom < lebar and type(asli := baris[nomor][kolom]) is float:
            baris[nomor][kolom] = Persen(asli)


def _jelaskan_rusak(nama: str, pindaian: Pindaian) -> str:
    """The reader knows the seven old errors only and gives up on a sheet with a newer one, such as #SPILL!."""
    sel = [f"{nama_sel(tempat)} ({teks[:20]})" for tempat, teks in pindaian.galat.items() if teks]
    if not sel:
        return f"Lembar {nama!r} rusak dan tidak dapat dibaca. Simpan ulang berkasnya."
    return f"Lembar {nama!r} memuat galat rumus: {', '.join(sel[:5])}. Perbaiki rumusnya, lalu simpan ulang."
