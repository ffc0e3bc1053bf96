"""What a sheet and a column of the official workbook are, and the columns many sheets share."""

from dataclasses import dataclass
from enum import StrEnum


class Jenis(StrEnum):
    """How the cells of a column are read."""

    TEKS = "teks"
    KUNCI = "kunci (huruf kecil, angka, tanda hubung)"
    KODE = "kode (huruf, angka, titik, tanda hubung)"
    RUJUKAN = "rujukan"
    ANGKA = "angka"
    BULAT = "bilangan bulat"
    RUPIAH = "rupiah bulat"
    TAHUN = "tahun"
    BULAN = "bulan (1–12 atau namanya)"
    TANGGAL = "tanggal"
    PILIHAN = "pilihan"


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: found by `judul` or one of `sinonim`, whatever its place.

    An empty cell is read as `bawaan`. `panjang` and `terbesar` are what the database holds: letters of a
    text, the highest whole number; `persen` tells whether a percentage may stand in a column of numbers,
    `negatif` whether a whole number may be below zero.
    """

    kunci: str
    judul: str
    jenis: Jenis = Jenis.TEKS
    wajib: bool = True
    pilihan: tuple[str, ...] = ()
    sinonim: tuple[str, ...] = ()
    bawaan: str | None = None
    panjang: int = 20_000
    terbesar: int = 32_767
    persen: bool = True
    negatif: bool = False
    catatan: str = ""
    lebar: int = 16


@dataclass(frozen=True, slots=True)
class Lembar:
    """A sheet; no two of its rows may agree in all the columns of `tunggal`.

    `sebutan` lists the columns by which rows of other sheets name a row of this one, in full and in part.
    """

    nama: str
    uraian: str
    kolom: tuple[Kolom, ...]
    tunggal: tuple[str, ...]
    sebutan: tuple[tuple[str, ...], ...] = ()


def kolom_kunci(kunci: str, judul: str, panjang: int, catatan: str = "", *, wajib: bool = True) -> Kolom:
    return Kolom(kunci, judul, Jenis.KUNCI, wajib, panjang=panjang, catatan=catatan, lebar=22)


def kolom_kode(
    kunci: str, judul: str, panjang: int, *, wajib: bool = True, sinonim: tuple[str, ...] = ()
) -> Kolom:
    return Kolom(kunci, judul, Jenis.KODE, wajib, sinonim=sinonim, panjang=panjang, lebar=14)


def kolom_rujukan(kunci: str, judul: str, catatan: str = "", *, wajib: bool = True, lebar: int = 22) -> Kolom:
    return Kolom(kunci, judul, Jenis.RUJUKAN, wajib, panjang=250, catatan=catatan, lebar=lebar)


def kolom_nama(kunci: str, judul: str, panjang: int, catatan: str = "", *, lebar: int = 40) -> Kolom:
    return Kolom(kunci, judul, Jenis.TEKS, panjang=panjang, catatan=catatan, lebar=lebar)


def kolom_teks(kunci: str, judul: str, catatan: str = "", *, wajib: bool = False, lebar: int = 40) -> Kolom:
    return Kolom(kunci, judul, Jenis.TEKS, wajib, catatan=catatan, lebar=lebar)


def kolom_pilihan(
    kunci: str, judul: str, pilihan: list[str], catatan: str = "", *, wajib: bool = True, lebar: int = 16
) -> Kolom:
    return Kolom(kunci, judul, Jenis.PILIHAN, wajib, tuple(pilihan), catatan=catatan, lebar=lebar)


def kolom_angka(kunci: str, judul: str, catatan: str = "") -> Kolom:
    return Kolom(kunci, judul, Jenis.ANGKA, wajib=False, catatan=catatan)


def kolom_rupiah(
    kunci: str, judul: str, catatan: str = "Rupiah penuh tanpa desimal.", *, wajib: bool = True
) -> Kolom:
    return Kolom(kunci, judul, Jenis.RUPIAH, wajib, terbesar=10**15, catatan=catatan, lebar=20)


KOLOM_SATKER = kolom_rujukan(
    "satker", "Satker", "Kunci satker (misalnya kanwil-sumsel) atau kode satker enam angka."
)
KOLOM_TAHUN = Kolom("tahun", "Tahun", Jenis.TAHUN, sinonim=("tahun anggaran", "ta"), lebar=8)
KOLOM_INDIKATOR = kolom_rujukan("indikator", "Indikator", "Kode indikator, misalnya PAS-2.1.", lebar=14)
KOLOM_BERLAKU_DARI = Kolom("berlaku_dari", "Berlaku Dari", Jenis.TANGGAL, lebar=14)
KOLOM_BERLAKU_SAMPAI = Kolom("berlaku_sampai", "Berlaku Sampai", Jenis.TANGGAL, wajib=False, lebar=14)
