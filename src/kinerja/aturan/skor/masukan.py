"""What SMART and the planning score are computed from; rupiah as whole numbers, shares in percent points."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class BulanAnggaran:
    """One month (1–12): planned withdrawal (RPD, last revision) and spending of that month, negative if corrected."""

    bulan: int
    rencana: int
    realisasi: int


@dataclass(frozen=True, slots=True)
class CapaianKeluaran:
    """A rincian output: volumes, and the money meant for it and spent on it."""

    kode: str
    target: Decimal
    realisasi: Decimal
    pagu: int
    belanja: int


@dataclass(frozen=True, slots=True)
class MasukanSmart:
    """A satker's year up to the last of `bulan`; `pagu` is the whole year's.

    `berencana` False: its RPD is not known, which is not a plan of zero.
    """

    pagu: int
    bulan: tuple[BulanAnggaran, ...] = ()
    keluaran: tuple[CapaianKeluaran, ...] = ()
    berencana: bool = True


@dataclass(frozen=True, slots=True)
class KomponenSmart:
    """The four variables as the application prints them, in percent points; None where not computable.

    `efisiensi` lies within −20 … +20, the others within 0 … 100.
    """

    penyerapan: Decimal | None
    konsistensi: Decimal | None
    capaian_keluaran: Decimal | None
    efisiensi: Decimal | None


@dataclass(frozen=True, slots=True)
class KomponenPerencanaan:
    """The two sides of a planning score since TA 2024, each 0–100, as the application of the ministry gives them."""

    efektivitas: Decimal | None
    efisiensi: Decimal | None
