"""A table after its columns and rows are understood, whatever it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kinerja.aturan.telaah.fakta import Tempat
from kinerja.aturan.telaah.selang import Cetakan


class JenisTabel(StrEnum):
    """What kind of table it is; decides who reads its rows."""

    RENCANA = "rencana"
    CAPAIAN = "capaian"
    RENSTRA = "renstra"
    RIWAYAT = "riwayat"
    CAPAIAN_SASARAN = "capaian sasaran"
    ANGGARAN_SASARAN = "anggaran sasaran"
    BELANJA = "belanja"
    PROGRAM = "anggaran program"
    NILAI = "nilai"


class JenisBaris(StrEnum):
    """What a row is."""

    DATA = "data"
    JUMLAH = "jumlah"
    KESELURUHAN = "jumlah keseluruhan"
    RATA_RATA = "rata-rata"
    KELOMPOK = "kelompok"


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its role in `kosakata.yaml`, its year in a row of years, its header as printed."""

    peran: str
    judul: str = ""
    tahun: int | None = None


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell with a number; `cetakan` None when the text is none ("-"); `catatan` what stands in brackets after it."""

    teks: str
    cetakan: Cetakan | None
    satuan: str
    tempat: Tempat
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class Baris:
    """A row: its words as lines (`teks`) or by role (`kata`), and a cell per numeric column.

    `lengkap` is False when cells were put together by guess or one is missing.
    """

    jenis: JenisBaris
    nomor: int | None
    teks: tuple[str, ...]
    sel: tuple[Sel | None, ...]
    tempat: Tempat
    kata: dict[str, str]
    lengkap: bool = True

    @property
    def label(self) -> str:
        """All words of the row."""
        return " ".join(self.teks)


@dataclass(frozen=True, slots=True)
class TabelUrai:
    """`kolom` are the numeric columns only, in the order of the cells; `kepala` all header words."""

    jenis: JenisTabel
    judul: str
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    tempat: Tempat
    kepala: str = ""
    peran: tuple[str, ...] = ()

    def indeks(self, peran: str) -> int | None:
        """Position of the first numeric column with a role."""
        return next((i for i, kolom in enumerate(self.kolom) if kolom.peran == peran), None)
