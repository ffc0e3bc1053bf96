"""Choices the law leaves to the instansi: one frozen record, every choice printed with its explanation.

Wording, default and source of each field are in the parameter file of the same name; a test keeps them equal.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum
from typing import Final

from kinerja.aturan.parameter import load_parameter
from kinerja.dasar.cetak import cetak_angka


class TargetNol(StrEnum):
    """What a target of zero gives."""

    KHUSUS = "khusus"
    TIDAK_TERHITUNG = "tidak_terhitung"


class TargetNegatif(StrEnum):
    """What a target below zero gives."""

    TIDAK_TERHITUNG = "tidak_terhitung"
    MUTLAK = "mutlak"


class RentangDiAtas(StrEnum):
    """Direction of the formula for a realisasi above the target range."""

    TURUN = "turun"
    NAIK = "naik"


class RataSasaran(StrEnum):
    """Which capaian the mean of a sasaran takes."""

    AGREGAT = "agregat"
    MENTAH = "mentah"


class RumusEfisiensi(StrEnum):
    """The named efficiency formulas (see `efisiensi`)."""

    PMK = "pmk"
    SELISIH = "selisih"
    RASIO = "rasio"


@dataclass(frozen=True, slots=True)
class ButirPengaturan:
    """One choice as the report prints it; `kode` is the field of `Pengaturan`."""

    nama: str
    nilai_cetak: str
    penjelasan: str
    dasar: str
    kode: str


@dataclass(frozen=True, slots=True)
class Pengaturan:
    """The choices in force for an instansi; percentages in points, None = the choice is not used."""

    batas_atas_capaian: Decimal | None = None
    lantai_nol: bool = True
    target_nol: TargetNol = TargetNol.KHUSUS
    target_negatif: TargetNegatif = TargetNegatif.TIDAK_TERHITUNG
    rentang_di_atas: RentangDiAtas = RentangDiAtas.TURUN
    rata_sasaran: RataSasaran = RataSasaran.AGREGAT
    skala_kategori: str | None = None
    skala_predikat_nka: str | None = "skala_nka"
    rumus_efisiensi: RumusEfisiensi = RumusEfisiensi.PMK
    batas_capaian_efisiensi: Decimal | None = Decimal(100)
    paragraf_pihak_kedua: bool = True

    def daftar(self) -> tuple[ButirPengaturan, ...]:
        """Every choice in field order, in Indonesian, for the report's chapter on rules."""
        return tuple(describe_pilihan(f.name, getattr(self, f.name)) for f in fields(self))


PENGATURAN_BAWAAN: Final = Pengaturan()


def name_pilihan(nilai: Decimal | bool | str | None) -> str:
    """The key of a choice in its parameter file: "tanpa", "ya", "tidak", a number or the choice itself."""
    if nilai is None:
        return "tanpa"
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    return format(nilai, "f") if isinstance(nilai, Decimal) else str(nilai)


def describe_pilihan(kode: str, nilai: Decimal | bool | str | None) -> ButirPengaturan:
    """One choice as it is printed: wording and source from the parameter file `kode`."""
    parameter = load_parameter(kode)
    kunci = name_pilihan(nilai)
    if isinstance(nilai, Decimal):
        cetak = f"{cetak_angka(nilai)}%"
    elif kode.startswith("skala_") and nilai is not None:
        cetak = load_parameter(kunci).uraian
    else:
        cetak = parameter.pilihan[kunci]
    return ButirPengaturan(
        parameter.uraian, cetak, parameter.penjelasan, parameter.nilai[-1].dasar_hukum, kode
    )
