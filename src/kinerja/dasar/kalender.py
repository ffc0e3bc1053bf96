"""Working days: Monday to Friday, without national holidays and cuti bersama.

Five working days a week: Perpres 21/2023 Pasal 3 (1)-(2). Holidays are data (`data/libur.yaml`), each with
the decree that set it. A year without data raises, because a deadline counted over an unknown year would
silently take its holidays for working days.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from kinerja.dasar.berkas_yaml import read_yaml
from kinerja.dasar.periode import Bulan

_SABTU = 5
_SATU_HARI = timedelta(days=1)


class KalenderBelumAda(LookupError):
    """There is no holiday data for this year; the message is in Indonesian."""

    def __init__(self, tahun: int) -> None:
        super().__init__(
            f"Kalender hari libur tahun {tahun} belum ada. "
            "Tambahkan SKB tiga menteri tahun itu ke data libur sebelum menghitung hari kerja."
        )
        self.tahun = tahun


class HariKerjaTidakAda(ValueError):
    """A month has fewer working days than asked for, or the count asked for is below one."""


class JenisLibur(StrEnum):
    LIBUR_NASIONAL = "libur nasional"
    CUTI_BERSAMA = "cuti bersama"


@dataclass(frozen=True, slots=True)
class HariLibur:
    """A day off; `dasar_hukum` is the decree that set it."""

    tanggal: date
    nama: str
    jenis: JenisLibur
    dasar_hukum: str


def hari_libur(tahun: int) -> Mapping[date, HariLibur]:
    """Return the holidays and cuti bersama of a year by date, in order; those on weekends too.

    Raises `KalenderBelumAda` for a year without data.
    """
    semua = _muat()
    if tahun not in semua:
        raise KalenderBelumAda(tahun)
    return semua[tahun]


def is_hari_kerja(tanggal: date) -> bool:
    """Tell whether it is a working day; raises `KalenderBelumAda` for a year without data."""
    libur = hari_libur(tanggal.year)
    return tanggal.weekday() < _SABTU and tanggal not in libur


def tambah_hari_kerja(tanggal: date, jumlah: int) -> date:
    """Return the working day `jumlah` working days after the date (before it when negative).

    The date itself is not counted: 1 gives the next working day. 0 gives the date back unchanged, even when
    it is a holiday. Raises `KalenderBelumAda` when the way leads into a year without data.
    """
    langkah = _SATU_HARI if jumlah > 0 else -_SATU_HARI
    sisa = abs(jumlah)
    while sisa:
        tanggal += langkah
        sisa -= is_hari_kerja(tanggal)
    return tanggal


def hari_kerja_ke(nomor: int, bulan: Bulan) -> date:
    """Return the working day number `nomor`, from 1, of a month ("hari kerja ke-5").

    Raises `HariKerjaTidakAda` outside the month and `KalenderBelumAda` for a year without data.
    """
    banyak_hari = (bulan.akhir - bulan.mulai).days + 1
    hari_kerja = [
        hari for selisih in range(banyak_hari) if is_hari_kerja(hari := bulan.mulai + selisih * _SATU_HARI)
    ]
    if not 1 <= nomor <= len(hari_kerja):
        raise HariKerjaTidakAda(f"{bulan} tidak mempunyai hari kerja ke-{nomor}.")
    return hari_kerja[nomor - 1]


@cache
def _muat() -> Mapping[int, Mapping[date, HariLibur]]:
    berkas = resources.files("kinerja.dasar") / "data" / "libur.yaml"
    isi: dict[int, dict[str, Any]] = read_yaml(berkas.read_text(encoding="utf-8"))["tahun"]
    return MappingProxyType({tahun: _baca_tahun(data) for tahun, data in isi.items()})


def _baca_tahun(data: Mapping[str, Any]) -> Mapping[date, HariLibur]:
    libur = [
        HariLibur(tanggal, rincian["nama"], jenis, data["keputusan"][rincian["dasar"]]["dasar_hukum"])
        for jenis in JenisLibur
        for tanggal, rincian in data[jenis.name.lower()].items()
    ]
    return MappingProxyType({satu.tanggal: satu for satu in sorted(libur, key=lambda satu: satu.tanggal)})
