"""Efficiency of resources (analysis 6 of PermenPANRB 53/2014): three named formulas, always printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from kinerja.aturan.parameter import RujukanAturan, load_parameter
from kinerja.aturan.pecahan import to_desimal, to_pecahan
from kinerja.aturan.pengaturan import PENGATURAN_BAWAAN, Pengaturan, RumusEfisiensi
from kinerja.dasar.cetak import cetak_angka

__all__ = ["Efisiensi", "RumusEfisiensi", "compute_efisiensi"]

_SATUAN: Final = {RumusEfisiensi.PMK: "%", RumusEfisiensi.SELISIH: "poin", RumusEfisiensi.RASIO: "rasio"}


@dataclass(frozen=True, slots=True)
class Efisiensi:
    """Efficiency in `satuan` ("%", "poin" or "rasio"); None with the reason in `catatan`."""

    nilai: Decimal | None
    rumus_cetak: str
    satuan: str
    aturan: RujukanAturan
    catatan: str


def compute_efisiensi(
    *,
    pagu: int,
    realisasi: int,
    capaian: Decimal,
    rumus: RumusEfisiensi,
    pengaturan: Pengaturan = PENGATURAN_BAWAAN,
    pada: date,
) -> Efisiensi:
    """Compute efficiency from rupiah and an unrounded capaian in percent points.

    The capaian is capped first (setting `batas_capaian_efisiensi`), or an easy target would manufacture
    efficiency. BelumBerlaku when the formula was not in force on `pada`.
    """
    aturan = load_parameter(f"efisiensi_{rumus}").rujuk(pada)
    dipakai, catatan = _potong(to_pecahan(capaian), pengaturan.batas_capaian_efisiensi)
    if pagu <= 0:
        nilai, catatan = None, "Pagu nol: efisiensi tidak terhitung."
    elif dipakai <= 0 and rumus is not RumusEfisiensi.SELISIH:
        nilai, catatan = None, "Capaian nol atau negatif: efisiensi tidak terhitung."
    else:
        nilai = to_desimal(_hitung(rumus, dipakai, Fraction(realisasi, pagu) * 100))
    return Efisiensi(nilai, aturan.rumus, _SATUAN[rumus], aturan, catatan)


def _hitung(rumus: RumusEfisiensi, capaian: Fraction, serapan: Fraction) -> Fraction:
    """Both in percent points; pagu cancels out of the PMK formula: (PA·C − RA)/(PA·C) = (C − serapan)/C."""
    if rumus is RumusEfisiensi.RASIO:
        return serapan / capaian
    selisih = capaian - serapan
    return selisih if rumus is RumusEfisiensi.SELISIH else selisih / capaian * 100


def _potong(capaian: Fraction, batas: Decimal | None) -> tuple[Fraction, str]:
    if batas is None or capaian <= to_pecahan(batas):
        return capaian, ""
    pengaturan = "pengaturan “batas capaian dalam rumus efisiensi”"
    return to_pecahan(batas), f"Capaian yang dipakai dipotong pada {cetak_angka(batas)}% ({pengaturan})."
