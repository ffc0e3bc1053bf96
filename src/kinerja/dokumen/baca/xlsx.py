"""Read an XLSX workbook from a stranger: limits first, then values with the place of each cell.

Formulas are read by the value their program stored last; nothing is ever evaluated.
"""

import datetime
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from python_calamine import CalamineError, CalamineWorkbook, ZipError, load_workbook

Isi = str | float | bool | datetime.date | datetime.datetime | datetime.time | datetime.timedelta
"""What a cell holds; an empty cell is ""."""

# A reader that keeps a sheet as a dense grid can be killed by one cell far away: XFD1048576.
_KOLOM_JAUH = re.compile(rb'r="(?:[A-Z]{3}|B[M-Z]|[C-Z][A-Z])[0-9]')
_NOMOR_BARIS = re.compile(rb'<(?:\w+:)?row [^>]{0,200}?\br="([0-9]{1,9})"')
_TUMPANG = 300
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class BerkasDitolak(ValueError):
    """The file cannot be read as a workbook; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Batas:
    """Limits of an untrusted workbook: bytes of the file, bytes unpacked, parts, sheets, rows (64 columns)."""

    berkas: int = 50 * 2**20
    terurai: int = 200 * 2**20
    bagian: int = 2_000
    lembar: int = 60
    baris: int = 250_000


BATAS = Batas()


@dataclass(frozen=True, slots=True)
class LembarMentah:
    """One sheet: rows from the top, and the merged ranges as (first row, first column, last row, last column)."""

    nama: str
    baris: list[list[Isi]]
    gabungan: tuple[tuple[int, int, int, int], ...]


def baca_xlsx(berkas: Path, batas: Batas = BATAS) -> Iterator[LembarMentah]:
    """The sheets of a workbook in order, each read when it is asked for.

    Raises BerkasDitolak for anything that is not a readable workbook within `batas`.
    """
    _periksa(berkas, batas)
    try:
        buku = load_workbook(str(berkas))
    except (CalamineError, ZipError, OSError) as galat:
        raise BerkasDitolak(
            f"{berkas.name} bukan buku kerja Excel yang utuh. Buka di Excel atau LibreOffice, lalu simpan "
            "ulang sebagai .xlsx."
        ) from galat
    with buku:
        if len(buku.sheet_names) > batas.lembar:
            raise BerkasDitolak(
                f"{berkas.name} memuat {len(buku.sheet_names)} lembar; paling banyak {batas.lembar}."
            )
        for nama in buku.sheet_names:
            yield _baca_lembar(buku, nama)


def _baca_lembar(buku: CalamineWorkbook, nama: str) -> LembarMentah:
    try:
        lembar = buku.get_sheet_by_name(nama)
    except CalamineError as galat:
        raise BerkasDitolak(f"Lembar {nama!r} rusak dan tidak dapat dibaca.") from galat
    gabungan = tuple((*mulai, *akhir) for mulai, akhir in lembar.merged_cell_ranges or ())
    return LembarMentah(nama, lembar.to_python(skip_empty_area=False), gabungan)


def _periksa(berkas: Path, batas: Batas) -> None:
    try:
        ukuran = berkas.stat().st_size
        with berkas.open("rb") as aliran:
            awal = aliran.read(8)
            if awal == _OLE:
                raise BerkasDitolak(
                    f"{berkas.name} terkunci sandi atau masih berformat Excel lama (.xls). Simpan ulang "
                    "sebagai .xlsx tanpa sandi."
                )
            if not awal.startswith(b"PK"):
                raise BerkasDitolak(
                    f"{berkas.name} bukan berkas XLSX. Pilih buku kerja .xlsx hasil `kinerja templat`."
                )
            if ukuran > batas.berkas:
                raise BerkasDitolak(
                    f"{berkas.name} berukuran {_mb(ukuran)}; paling besar {_mb(batas.berkas)}."
                )
            _periksa_arsip(berkas.name, aliran, batas)
    except OSError as galat:
        raise BerkasDitolak(f"{berkas} tidak dapat dibuka: {galat.strerror}.") from galat


def _periksa_arsip(nama: str, aliran: IO[bytes], batas: Batas) -> None:
    try:
        with zipfile.ZipFile(aliran) as arsip:
            bagian = arsip.infolist()
            if len(bagian) > batas.bagian:
                raise BerkasDitolak(f"{nama} memuat {len(bagian)} bagian; ini bukan buku kerja biasa.")
            if "xl/workbook.xml" not in arsip.namelist():
                raise BerkasDitolak(f"{nama} bukan buku kerja Excel (xl/workbook.xml tidak ada).")
            if any(b.flag_bits & 1 for b in bagian):
                raise BerkasDitolak(f"{nama} terkunci sandi. Simpan ulang tanpa sandi.")
            _periksa_isi(nama, arsip, batas)
    except (zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError) as galat:
        raise BerkasDitolak(
            f"{nama} rusak: arsipnya tidak utuh. Unduh atau simpan ulang berkasnya."
        ) from galat


def _periksa_isi(nama: str, arsip: zipfile.ZipFile, batas: Batas) -> None:
    """Unpack to nowhere and count: the sizes an archive declares about itself may be lies."""
    if sum(b.file_size for b in arsip.infolist()) > batas.terurai:
        raise _terlalu_besar(nama, batas)
    sisa = batas.terurai
    for bagian in arsip.infolist():
        ekor = b""
        with arsip.open(bagian) as isi:
            while potongan := isi.read(2**20):
                sisa -= len(potongan)
                if sisa < 0:
                    raise _terlalu_besar(nama, batas)
                if bagian.filename.startswith("xl/worksheets/"):
                    _periksa_luas(nama, ekor + potongan, batas)
                    ekor = potongan[-_TUMPANG:]


def _periksa_luas(nama: str, xml: bytes, batas: Batas) -> None:
    if _KOLOM_JAUH.search(xml):
        raise BerkasDitolak(
            f"{nama} memuat isi di luar kolom BL. Hapus kolom di kanan data, lalu simpan ulang."
        )
    # Rows are written in order, so the last of a piece is its highest.
    akhir = xml.rfind(b"<row ")
    nomor = _NOMOR_BARIS.match(xml, akhir) if akhir >= 0 else None
    if nomor and int(nomor[1]) > batas.baris:
        raise BerkasDitolak(
            f"{nama} memuat baris ke-{int(nomor[1])}; paling banyak {batas.baris} baris per lembar. Hapus "
            "baris kosong di bawah data, atau bagi berkasnya."
        )


def _terlalu_besar(nama: str, batas: Batas) -> BerkasDitolak:
    return BerkasDitolak(
        f"{nama} mengembang menjadi lebih dari {_mb(batas.terurai)}; biasanya karena ribuan baris kosong "
        "berformat. Hapus baris kosong di bawah data, lalu simpan ulang."
    )


def _mb(ukuran: int) -> str:
    return f"{ukuran / 2**20:.0f} MB"
