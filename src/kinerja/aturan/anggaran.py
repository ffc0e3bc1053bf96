"""Budget figures: absorption, remainder, Nilai Kinerja Anggaran (NKA) and its predicate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.aturan.kategori import Kategori, classify
from kinerja.aturan.parameter import RujukanAturan, as_angka, as_teks, load_parameter
from kinerja.aturan.pecahan import to_desimal, to_pecahan
from kinerja.aturan.pengaturan import PENGATURAN_BAWAAN, Pengaturan


@dataclass(frozen=True, slots=True)
class HasilNka:
    """NKA, unrounded, with the rule of its budget year."""

    nilai: Decimal
    aturan: RujukanAturan


def compute_nka(smart: Decimal, ikpa: Decimal, *, pada: date) -> HasilNka:
    """Weighted sum of planning score (SMART until TA 2023) and IKPA, both 0–100.

    `pada` is a day of the budget year scored, not the day of computing: weights are 60/40 for TA 2022–2023
    and 50/50 from TA 2024 (PMK 62/2023 Pasal 249). BelumBerlaku before TA 2022.
    """
    parameter = load_parameter("bobot_nka")
    bobot = parameter.pada(pada).peta
    nilai = to_pecahan(as_angka(bobot["perencanaan"])) * to_pecahan(smart)
    nilai += to_pecahan(as_angka(bobot["pelaksanaan"])) * to_pecahan(ikpa)
    return HasilNka(to_desimal(nilai), parameter.rujuk(pada, as_teks(bobot["rumus"])))


def compute_predikat_nka(
    nilai: Decimal, *, pengaturan: Pengaturan = PENGATURAN_BAWAAN, pada: date
) -> Kategori | None:
    """Predicate of an unrounded NKA in the scale the instansi uses; None when it uses none."""
    return classify(nilai, pengaturan.skala_predikat_nka, pada)


def compute_serapan(pagu: int, realisasi: int) -> Decimal | None:
    """realisasi / pagu × 100 in percent points (rupiah in); None when pagu is zero or negative."""
    if pagu <= 0:
        return None
    return to_desimal(to_pecahan(realisasi) / pagu * 100)


def compute_sisa(pagu: int, realisasi: int) -> int:
    """What is left of the pagu, in rupiah; negative when it is exceeded."""
    return pagu - realisasi
