"""A ZIP archive from a stranger: what it unpacks to is measured before anything is believed."""

import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from kinerja.dokumen.baca.galat import BerkasDitolak, jelaskan_os

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_DTD = b"<!DOCTYPE"
_LEMBAR = b"sheetData"
_DAPAT_JALAN = ("vbaproject.bin", ".exe", ".js")
_POTONGAN = 2**20
_TAK_TERBATAS = 2**62


@dataclass(frozen=True, slots=True)
class Batas:
    """Limits of an untrusted workbook.

    Bytes of the file and unpacked; number of parts and sheets; per sheet the highest row and column, the
    cells of the rectangle they span, and the merged ranges.
    """

    berkas: int = 50 * 2**20
    terurai: int = 160 * 2**20
    bagian: int = 2_000
    lembar: int = 60
    baris: int = 250_000
    kolom: int = 64
    sel: int = 6_000_000
    gabungan: int = 10_000


BATAS = Batas()


@dataclass(frozen=True, slots=True)
class Wujud:
    """A kind of archive: the part it cannot lack, its extension, and what people call it."""

    inti: str
    akhiran: str
    sebutan: str
    lampiran: str = ""
    """Folder of pictures and the like, which may hold anything because nobody reads it."""


XLSX = Wujud("xl/workbook.xml", ".xlsx", "buku kerja")
DOCX = Wujud("word/document.xml", ".docx", "dokumen Word", "word/media/")


def muat_berkas(berkas: Path, batas: Batas) -> bytes:
    """The bytes of a file that looks like a ZIP archive.

    Raises BerkasDitolak.
    """
    try:
        sifat = berkas.stat()
        if stat.S_ISDIR(sifat.st_mode):
            raise BerkasDitolak(f"{berkas} adalah folder. Sebutkan berkas .xlsx di dalamnya.")
        if not stat.S_ISREG(sifat.st_mode):
            raise BerkasDitolak(f"{berkas} bukan berkas biasa.")
        with berkas.open("rb") as aliran:
            _periksa_awal(berkas.name, aliran.read(8))
            if sifat.st_size > batas.berkas:
                raise BerkasDitolak(
                    f"{berkas.name} berukuran {_mb(sifat.st_size)}; paling besar {_mb(batas.berkas)}."
                )
            aliran.seek(0)
            return aliran.read(batas.berkas)
    except OSError as galat:
        raise BerkasDitolak(f"{berkas} tidak dapat dibuka: {jelaskan_os(galat)}.") from galat


def _periksa_awal(nama: str, awal: bytes) -> None:
    if not awal:
        raise BerkasDitolak(f"{nama} kosong. Salin atau unduh ulang berkasnya.")
    if awal == _OLE:
        raise BerkasDitolak(
            f"{nama} terkunci sandi atau masih berformat Excel lama (.xls). Simpan ulang sebagai .xlsx "
            "tanpa sandi."
        )
    if not awal.startswith(b"PK"):
        raise BerkasDitolak(f"{nama} bukan berkas XLSX. Pilih buku kerja .xlsx hasil `kinerja templat`.")


def is_bermakro(bagian: Iterable[str]) -> bool:
    """Whether the parts of an archive, by their names, hold something that could run."""
    return any(nama.lower().endswith(_DAPAT_JALAN) or "activex" in nama.lower() for nama in bagian)


@contextmanager
def buka_arsip(nama: str, isi: bytes) -> Iterator[zipfile.ZipFile]:
    """The archive; whatever turns out broken inside the block is refused.

    Raises BerkasDitolak.
    """
    try:
        with zipfile.ZipFile(BytesIO(isi)) as arsip:
            yield arsip
    except (zipfile.BadZipFile, zlib.error, EOFError, UnicodeDecodeError, NotImplementedError) as galat:
        raise BerkasDitolak(
            f"{nama} rusak: arsipnya tidak utuh. Unduh atau simpan ulang berkasnya."
        ) from galat


def periksa_arsip(nama: str, arsip: zipfile.ZipFile, batas: Batas, wujud: Wujud = XLSX) -> list[str]:
    """Check every part; the names of those that can hold cells.

    Unpacks to nowhere and counts, because the sizes an archive declares about itself may be lies.

    Raises BerkasDitolak.
    """
    _periksa_daftar(nama, arsip, batas, wujud)
    sisa = batas.terurai
    lembar = []
    for bagian in arsip.infolist():
        ukuran, bersel = _periksa_bagian(nama, arsip, bagian, sisa, wujud)
        if ukuran > sisa:
            raise _terlalu_besar(nama, batas, wujud)
        sisa -= ukuran
        if bersel:
            lembar.append(bagian.filename)
    return lembar


def _periksa_daftar(nama: str, arsip: zipfile.ZipFile, batas: Batas, wujud: Wujud) -> None:
    bagian = arsip.infolist()
    if len(bagian) > batas.bagian:
        raise BerkasDitolak(f"{nama} memuat {len(bagian)} bagian; ini bukan {wujud.sebutan} biasa.")
    if len({b.filename for b in bagian}) < len(bagian):
        raise BerkasDitolak(f"{nama} rusak: bagiannya bernama sama. Simpan ulang berkasnya.")
    if any(b.flag_bits & 1 for b in bagian):
        raise BerkasDitolak(f"{nama} terkunci sandi. Simpan ulang tanpa sandi.")
    if wujud.inti not in arsip.namelist():
        raise BerkasDitolak(
            f"{nama} bukan {wujud.sebutan} {wujud.akhiran}. Buka di Office atau LibreOffice, lalu simpan sebagai "
            f"{wujud.akhiran}."
        )
    if any(b.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for b in bagian):
        raise BerkasDitolak(
            f"{nama} dimampatkan dengan cara yang tidak biasa. Simpan ulang sebagai {wujud.akhiran}."
        )
    if sum(b.file_size for b in bagian) > batas.terurai:
        raise _terlalu_besar(nama, batas, wujud)


def _periksa_bagian(
    nama: str, arsip: zipfile.ZipFile, bagian: zipfile.ZipInfo, sisa: int, wujud: Wujud
) -> tuple[int, bool]:
    """Bytes of the part, counted until they exceed `sisa`, and whether it can hold cells."""
    ukuran, bersel, ekor = 0, False, b""
    dibaca = not wujud.lampiran or not bagian.filename.startswith(wujud.lampiran)
    for potongan in alirkan(arsip, bagian.filename):
        if dibaca and not ukuran and potongan.startswith(_UTF16):
            raise BerkasDitolak(
                f"{nama} memakai penyandian selain UTF-8. Simpan ulang sebagai {wujud.akhiran}."
            )
        ukuran += len(potongan)
        if ukuran > sisa:
            break
        sambung = ekor + potongan
        if dibaca and _DTD in sambung:
            raise BerkasDitolak(
                f"{nama} memuat DTD, yang tidak dipakai {wujud.sebutan}. Simpan ulang berkasnya."
            )
        bersel = bersel or _LEMBAR in sambung
        ekor = potongan[-len(_LEMBAR) :]
    return ukuran, bersel


def alirkan(arsip: zipfile.ZipFile, bagian: str) -> Iterator[bytes]:
    """The true bytes of a part, piece by piece, whatever size it declares."""
    keterangan = arsip.getinfo(bagian)
    keterangan.file_size = _TAK_TERBATAS
    try:
        aliran = arsip.open(keterangan)
    except ValueError as galat:
        # The list of parts sends the reader to a place before the file begins.
        raise zipfile.BadZipFile(f"{bagian} tidak ada di tempatnya") from galat
    with aliran as isi:
        while potongan := isi.read(_POTONGAN):
            yield potongan


def _terlalu_besar(nama: str, batas: Batas, wujud: Wujud) -> BerkasDitolak:
    saran = "Kecilkan gambarnya, atau bagi dokumennya."
    if wujud is XLSX:
        saran = "Biasanya karena ribuan baris kosong berformat: hapus baris kosong di bawah data, lalu simpan ulang."
    return BerkasDitolak(f"{nama} mengembang menjadi lebih dari {_mb(batas.terurai)}. {saran}")


def _mb(ukuran: int) -> str:
    return f"{ukuran / 2**20:.0f} MB"
