"""Reporting periods: month, quarter, half-year, year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

_NAMA_BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_ROMAWI = ("I", "II", "III", "IV")
# The old spellings are still common in offices; "agt" and "ags" are both printed.
_EJAAN_LAIN = {"pebruari": 2, "peb": 2, "agt": 8, "ags": 8, "sept": 9, "nopember": 11, "nop": 11}


class PeriodeTidakSah(ValueError):
    """A period was asked for with a number outside its year, or a year without four digits."""


class PeriodeTidakDikenal(ValueError):
    """A text does not name a period; the message is in Indonesian."""


def nama_bulan(bulan: int) -> str:
    """Return the Indonesian name of month 1..12; raises `PeriodeTidakSah` outside."""
    if not 1 <= bulan <= 12:
        raise PeriodeTidakSah(f"Bulan {bulan} tidak ada; bulan bernomor 1 sampai dengan 12.")
    return _NAMA_BULAN[bulan - 1]


def tambah_bulan(tanggal: date, banyak: int) -> date:
    """The same day so many months later, or the last day of that month where it has none."""
    tahun, bulan = divmod(tanggal.year * 12 + tanggal.month - 1 + banyak, 12)
    return date(tahun, bulan + 1, min(tanggal.day, calendar.monthrange(tahun, bulan + 1)[1]))


@dataclass(frozen=True, slots=True, order=True)
class Periode:
    """A part of one year, `nomor` counted from 1; ordered by time among periods of the same length.

    Use the subclasses. Raises `PeriodeTidakSah` for a number or year that does not exist.
    """

    tahun: int
    nomor: int

    PANJANG: ClassVar[int] = 12
    """Length in months."""

    def __post_init__(self) -> None:
        if not 1000 <= self.tahun <= 9999:
            raise PeriodeTidakSah(f"Tahun {self.tahun} tidak ditulis dengan empat angka.")
        if not 1 <= self.nomor <= 12 // self.PANJANG:
            raise PeriodeTidakSah(f"{type(self).__name__} {self.nomor} tidak ada dalam satu tahun.")

    @classmethod
    def memuat(cls, tanggal: date) -> Self:
        """Return the period of this length that contains the date."""
        return cls(tanggal.year, (tanggal.month - 1) // cls.PANJANG + 1)

    @property
    def mulai(self) -> date:
        """The first day."""
        return date(self.tahun, (self.nomor - 1) * self.PANJANG + 1, 1)

    @property
    def akhir(self) -> date:
        """The last day."""
        bulan = self.nomor * self.PANJANG
        return date(self.tahun, bulan, calendar.monthrange(self.tahun, bulan)[1])

    @property
    def nama(self) -> str:
        """The Indonesian name: "April 2023", "Triwulan II 2023", "Semester I 2023", "Tahun 2023"."""
        return f"{type(self).__name__} {_ROMAWI[self.nomor - 1]} {self.tahun}"

    @property
    def daftar_bulan(self) -> tuple[Bulan, ...]:
        """The months inside, in order."""
        akhir = self.nomor * self.PANJANG
        return tuple(Bulan(self.tahun, bulan) for bulan in range(akhir - self.PANJANG + 1, akhir + 1))

    def sebelum(self) -> Self:
        """Return the period just before."""
        return self._geser(-1)

    def sesudah(self) -> Self:
        """Return the period just after."""
        return self._geser(1)

    def _geser(self, langkah: int) -> Self:
        per_tahun = 12 // self.PANJANG
        tahun, sisa = divmod(self.tahun * per_tahun + self.nomor - 1 + langkah, per_tahun)
        return type(self)(tahun, sisa + 1)

    def __contains__(self, tanggal: date) -> bool:
        return self.mulai <= tanggal <= self.akhir

    def __str__(self) -> str:
        return self.nama


@dataclass(frozen=True, slots=True, order=True)
class Bulan(Periode):
    """A calendar month, `nomor` 1..12."""

    PANJANG: ClassVar[int] = 1

    @property
    def nama(self) -> str:
        return f"{nama_bulan(self.nomor)} {self.tahun}"


@dataclass(frozen=True, slots=True, order=True)
class Triwulan(Periode):
    """A quarter, `nomor` 1..4."""

    PANJANG: ClassVar[int] = 3


@dataclass(frozen=True, slots=True, order=True)
class Semester(Periode):
    """A half-year, `nomor` 1..2."""

    PANJANG: ClassVar[int] = 6


@dataclass(frozen=True, slots=True, order=True)
class Tahun(Periode):
    """A calendar and budget year: `Tahun(2023)`."""

    nomor: int = 1

    @property
    def nama(self) -> str:
        return f"Tahun {self.tahun}"


_NOMOR_BULAN = (
    {nama.casefold(): nomor for nomor, nama in enumerate(_NAMA_BULAN, 1)}
    | {nama[:3].casefold(): nomor for nomor, nama in enumerate(_NAMA_BULAN, 1)}
    | _EJAAN_LAIN
)
# Whole words against a table: replacing "I" by 1 inside the text is how "II" becomes "IVI".
_NOMOR_ROMAWI = {romawi.casefold(): nomor for nomor, romawi in enumerate(_ROMAWI, 1)} | {
    str(nomor): nomor for nomor in range(1, 5)
}
_JENIS: dict[str, type[Triwulan] | type[Semester]] = {
    "triwulan": Triwulan,
    "tw": Triwulan,
    "semester": Semester,
    "smt": Semester,
}
_POLA_TAHUN = re.compile(r"(?:tahun )?(?P<tahun>[0-9]{4})")
_POLA_BULAN = re.compile(r"(?:bulan )?(?P<bulan>[a-z]+)\.? (?:tahun )?(?P<tahun>[0-9]{4})")
_POLA_KODE = re.compile(r"b(?P<bulan>[0-9]{2}) (?:tahun )?(?P<tahun>[0-9]{4})")
_POLA_ISO = re.compile(r"(?P<tahun>[0-9]{4})-(?P<bulan>[0-9]{2})")
_POLA_BAGIAN = re.compile(
    r"(?P<jenis>triwulan|tw|semester|smt)\.? ?(?P<nomor>[ivx]+|[0-9]+) (?:tahun )?(?P<tahun>[0-9]{4})"
)


def baca_periode(teks: str) -> Bulan | Triwulan | Semester | Tahun:
    """Read "Triwulan II 2023", "TW2 2023", "Semester I 2023", "April 2023", "B06 2023", "2023-04", "2023".

    Raises `PeriodeTidakDikenal` for any other text.
    """
    rata = " ".join(teks.casefold().split())
    try:
        periode = _cocokkan(rata)
    except PeriodeTidakSah as sebab:
        raise PeriodeTidakDikenal(f'Periode "{teks}" tidak dikenal. {sebab}') from sebab
    if periode is None:
        saran = 'Tulis seperti "Triwulan II 2023" atau "April 2023".'
        raise PeriodeTidakDikenal(f'Periode "{teks}" tidak dikenal. {saran}')
    return periode


def _cocokkan(rata: str) -> Bulan | Triwulan | Semester | Tahun | None:
    if cocok := _POLA_TAHUN.fullmatch(rata):
        return Tahun(int(cocok["tahun"]))
    if cocok := _POLA_KODE.fullmatch(rata) or _POLA_ISO.fullmatch(rata):
        return Bulan(int(cocok["tahun"]), int(cocok["bulan"]))
    if (cocok := _POLA_BULAN.fullmatch(rata)) and cocok["bulan"] in _NOMOR_BULAN:
        return Bulan(int(cocok["tahun"]), _NOMOR_BULAN[cocok["bulan"]])
    if (cocok := _POLA_BAGIAN.fullmatch(rata)) and cocok["nomor"] in _NOMOR_ROMAWI:
        return _JENIS[cocok["jenis"]](int(cocok["tahun"]), _NOMOR_ROMAWI[cocok["nomor"]])
    return None
