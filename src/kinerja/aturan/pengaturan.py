"""Choices the law leaves to the instansi: one frozen record, every choice printed with its explanation.

Wording, default and source of each field are in the parameter file of the same name; a test keeps them equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from kinerja.aturan.pilihan import KumpulanPilihan


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
class Pengaturan(KumpulanPilihan):
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


PENGATURAN_BAWAAN: Final = Pengaturan()
