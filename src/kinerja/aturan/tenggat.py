"""Deadlines: rules as data, and when something of a period is due.

A rule says in words when its window opens and closes: "tanggal 10 bulan berikutnya", "hari kerja ke-5 bulan
berikutnya", "31 Desember", "2 Januari tahun berikutnya pukul 12.00 WIB". Counting starts at the last month of
the period. Without an hour a deadline ends with its day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from typing import Final

from kinerja.aturan.parameter import BelumBerlaku, as_teks, list_parameter, load_parameter
from kinerja.dasar.kalender import hari_kerja_ke
from kinerja.dasar.periode import Bulan, Periode, Semester, Tahun, Triwulan, nama_bulan

_AWALAN: Final = "tenggat_"
ZONA: Final = {
    nama: timezone(timedelta(hours=jam), nama) for nama, jam in (("WIB", 7), ("WITA", 8), ("WIT", 9))
}
WIB: Final = ZONA["WIB"]
_AKHIR_HARI: Final = time(23, 59, 59)
_BULAN: Final = {nama_bulan(n).casefold(): n for n in range(1, 13)}
_POLA: Final = re.compile(
    r"(?:hari kerja ke-(?P<kerja>\d{1,2})|(?P<akhir>hari terakhir)|(?:tanggal )?(?P<tanggal>\d{1,2}))"
    r" (?:bulan (?P<relatif>ini|berikutnya)|(?P<bulan>[a-z]+)(?: tahun (?P<tahun>ini|berikutnya))?)"
    r"(?: pukul (?P<jam>\d{1,2})\.(?P<menit>\d{2})(?: (?P<zona>wib|wita|wit))?)?"
)

JENIS_PERIODE: Final[Mapping[str, type[Bulan | Triwulan | Semester | Tahun]]] = {
    "bulan": Bulan,
    "triwulan": Triwulan,
    "semester": Semester,
    "tahun": Tahun,
}


class BatasTidakDikenal(ValueError):
    """A text does not say when something is due; the message is in Indonesian."""


class TenggatTidakDikenal(LookupError):
    """There is no deadline rule of that kode."""


@dataclass(frozen=True, slots=True)
class Batas:
    """One end of a window: a day of a month, a working day of it, or its last day (`tanggal` 0)."""

    tanggal: int
    hari_kerja: bool
    geser_bulan: int
    bulan: int | None
    geser_tahun: int
    jam: time | None
    zona: timezone

    def hitung(self, periode: Periode, *, awal: bool = False) -> datetime:
        """The moment for this period: of `awal` the beginning of the day, else its end, unless an hour is set.

        Raises KalenderBelumAda for working days of a year without holiday data and BatasTidakDikenal for a day
        its month does not have.
        """
        jam = self.jam or (time.min if awal else _AKHIR_HARI)
        return datetime.combine(self._hari(periode), jam, self.zona)

    def _hari(self, periode: Periode) -> date:
        akhir = Bulan.memuat(periode.akhir)
        if self.bulan is not None:
            bulan = Bulan(akhir.tahun + self.geser_tahun, self.bulan)
        else:
            bulan = akhir.sesudah() if self.geser_bulan else akhir
        if self.hari_kerja:
            return hari_kerja_ke(self.tanggal, bulan)
        if self.tanggal > bulan.akhir.day:
            raise BatasTidakDikenal(f"{bulan} tidak mempunyai tanggal {self.tanggal}.")
        return bulan.mulai.replace(day=self.tanggal) if self.tanggal else bulan.akhir


@cache
def parse_batas(teks: str) -> Batas:
    """Read a rule in words; raises BatasTidakDikenal."""
    cocok = _POLA.fullmatch(" ".join(teks.casefold().split()))
    if cocok is None or (cocok["bulan"] and cocok["bulan"] not in _BULAN):
        saran = '"tanggal 10 bulan berikutnya", "hari kerja ke-5 bulan berikutnya", atau "31 Desember"'
        raise BatasTidakDikenal(f'Batas waktu "{teks}" tidak dikenal. Tulis seperti {saran}.')
    angka = int(cocok["kerja"] or cocok["tanggal"] or 0)
    if not cocok["akhir"] and not 1 <= angka <= 31:
        raise BatasTidakDikenal(f'Batas waktu "{teks}" menyebut hari yang tidak ada.')
    return Batas(
        tanggal=angka,
        hari_kerja=bool(cocok["kerja"]),
        geser_bulan=int(cocok["relatif"] == "berikutnya"),
        bulan=_BULAN[cocok["bulan"]] if cocok["bulan"] else None,
        geser_tahun=int(cocok["tahun"] == "berikutnya"),
        jam=_parse_jam(teks, cocok["jam"], cocok["menit"]),
        zona=ZONA[(cocok["zona"] or "wib").upper()],
    )


def _parse_jam(teks: str, jam: str | None, menit: str | None) -> time | None:
    if jam is None or menit is None:
        return None
    if int(jam) > 23 or int(menit) > 59:
        raise BatasTidakDikenal(f'Batas waktu "{teks}" menyebut jam yang tidak ada.')
    return time(int(jam), int(menit))


@dataclass(frozen=True, slots=True)
class AturanTenggat:
    """A deadline rule in force: what is due to which system, per which kind of period, from and until when."""

    kode: str
    kegiatan: str
    sistem: str
    jenis_periode: str
    pelaksana: str
    mulai: str
    batas: str
    dasar_hukum: str
    versi: date


@dataclass(frozen=True, slots=True)
class Tenggat:
    """When something of one period is due; `mulai` is the first moment of its window, None without one."""

    aturan: AturanTenggat
    periode: Periode
    mulai: datetime | None
    batas: datetime

    def is_lewat(self, pada: datetime) -> bool:
        """Whether the deadline has passed at that moment."""
        return pada > self.batas

    def count_hari(self, pada: datetime) -> int:
        """Calendar days to the deadline in its own time zone; negative when it has passed."""
        zona = self.batas.tzinfo
        return (self.batas.date() - pada.astimezone(zona).date()).days


def list_kode_tenggat() -> tuple[str, ...]:
    """The kode of every deadline rule there is."""
    return tuple(n.removeprefix(_AWALAN) for n in list_parameter() if n.startswith(_AWALAN))


def get_aturan_tenggat(kode: str, pada: date) -> AturanTenggat | None:
    """The rule of that kode in force on a day, None before its first; raises TenggatTidakDikenal."""
    if kode not in list_kode_tenggat():
        raise TenggatTidakDikenal(f"Tidak ada tenggat {kode!r}.")
    try:
        nilai = load_parameter(f"{_AWALAN}{kode}").pada(pada)
    except BelumBerlaku:
        return None
    isi = {kunci: as_teks(teks) for kunci, teks in nilai.peta.items()}
    return AturanTenggat(
        kode=kode,
        kegiatan=isi["kegiatan"],
        sistem=isi["sistem"],
        jenis_periode=isi["periode"],
        pelaksana=isi["pelaksana"],
        mulai=isi.get("mulai", ""),
        batas=isi["batas"],
        dasar_hukum=nilai.dasar_hukum,
        versi=nilai.mulai,
    )


def compute_tenggat(aturan: AturanTenggat, periode: Periode) -> Tenggat:
    """When `periode` is due; raises BatasTidakDikenal and KalenderBelumAda (see `Batas.hitung`)."""
    mulai = parse_batas(aturan.mulai).hitung(periode, awal=True) if aturan.mulai else None
    return Tenggat(aturan, periode, mulai, parse_batas(aturan.batas).hitung(periode))


def list_periode(aturan: AturanTenggat, tahun: int) -> tuple[Periode, ...]:
    """The periods of a year for which the rule asks, in order of time."""
    jenis = JENIS_PERIODE[aturan.jenis_periode]
    return tuple(jenis(tahun, nomor) for nomor in range(1, 12 // jenis.PANJANG + 1))
