"""Capaian: target against realisasi, by polarity, exact; and the mean of a sasaran.

The formula divides by |target|, so one expression serves every sign: for a positive target
1 + (R − T)/T = R/T (naik) and 1 − (R − T)/T = (2T − R)/T (turun).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final, TypeAlias

from kinerja.aturan.parameter import RujukanAturan, load_parameter
from kinerja.aturan.pecahan import to_desimal, to_pecahan
from kinerja.aturan.pengaturan import (
    PENGATURAN_BAWAAN,
    Pengaturan,
    RataSasaran,
    RentangDiAtas,
    TargetNegatif,
    TargetNol,
)

__all__ = [
    "Capaian",
    "CapaianSasaran",
    "Keadaan",
    "Polaritas",
    "RujukanAturan",
    "Target",
    "compute_capaian",
    "compute_capaian_sasaran",
]

_SERATUS: Final = Fraction(100)


class Polaritas(StrEnum):
    """Which realisasi is good: higher, lower, equal to the target, inside the range."""

    NAIK = "naik"
    TURUN = "turun"
    STABIL = "stabil"
    RENTANG = "rentang"


class Keadaan(StrEnum):
    """Empty is not zero, not "no object" (0 of 0) and not "cannot be computed"."""

    TERISI = "terisi"
    TIDAK_ADA_OBJEK = "tidak_ada_objek"
    BELUM_ADA = "belum_ada"
    TIDAK_TERHITUNG = "tidak_terhitung"


@dataclass(frozen=True, slots=True)
class Target:
    """A target in the unit of the indicator: `nilai`, or `bawah` and `atas` for polarity RENTANG."""

    nilai: Decimal | None = None
    bawah: Decimal | None = None
    atas: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Capaian:
    """A capaian in percent points.

    `nilai` is unrounded with its sign, `nilai_agregat` after floor and cap, `tercapai` the test >= 100 on the
    exact value (`eksak`, a fraction, which `nilai` cuts after 50 digits).
    """

    keadaan: Keadaan
    nilai: Decimal | None
    nilai_agregat: Decimal | None
    tercapai: bool | None
    aturan: RujukanAturan
    catatan: str
    eksak: Fraction | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class CapaianSasaran:
    """The mean of a sasaran, never without its failed and missing indicators (indices into the input).

    `jumlah` counts all indicators, with and without a value. `tercapai` is the test >= 100 of an indicator on the
    exact mean, None without one: the mean is judged as what it is made of (PermenPANRB 53/2014 Lampiran II,
    capaian kinerja organisasi per sasaran; no law sets another threshold). It says nothing of `gagal`.
    """

    nilai: Decimal | None
    jumlah: int
    gagal: tuple[int, ...]
    tanpa_nilai: tuple[int, ...]
    aturan: RujukanAturan
    catatan: str = ""
    tercapai: bool | None = None


_Hasil: TypeAlias = tuple[Fraction | None, str]

_TANPA_NILAI: Final = {
    Keadaan.TIDAK_ADA_OBJEK: "Tidak ada objek yang diukur.",
    Keadaan.BELUM_ADA: "Realisasi belum ada.",
    Keadaan.TIDAK_TERHITUNG: "Realisasi tidak terhitung.",
}


def compute_capaian(
    target: Target | None,
    realisasi: Decimal | None,
    polaritas: Polaritas,
    *,
    keadaan: Keadaan = Keadaan.TERISI,
    pengaturan: Pengaturan = PENGATURAN_BAWAAN,
    pada: date,
) -> Capaian:
    """Compute capaian in percent points by the rule in force on `pada` (PermenPANRB 53/2014 and guideline).

    Never raises on data: a missing target or realisasi and a zero or negative target give a state and a note.
    BelumBerlaku when no rule was in force on `pada`.
    """
    aturan = load_parameter(f"capaian_{polaritas}").rujuk(pada)
    if keadaan is Keadaan.TERISI and realisasi is None:
        keadaan = Keadaan.BELUM_ADA
    if keadaan is not Keadaan.TERISI or realisasi is None:
        return Capaian(keadaan, None, None, None, aturan, _TANPA_NILAI[keadaan])
    batas = _read_batas(target, polaritas)
    if batas is None:
        return Capaian(Keadaan.BELUM_ADA, None, None, None, aturan, "Target belum ditetapkan.")
    nilai, catatan = _hitung(batas, to_pecahan(realisasi), polaritas, pengaturan)
    if nilai is None:
        return Capaian(Keadaan.TIDAK_TERHITUNG, None, None, None, aturan, catatan)
    agregat, catatan_agregat = _batasi(nilai, pengaturan)
    catatan = " ".join(filter(None, (catatan, catatan_agregat)))
    tercapai = nilai >= _SERATUS
    return Capaian(Keadaan.TERISI, to_desimal(nilai), to_desimal(agregat), tercapai, aturan, catatan, nilai)


def compute_capaian_sasaran(
    daftar: Sequence[Capaian], *, pengaturan: Pengaturan = PENGATURAN_BAWAAN, pada: date
) -> CapaianSasaran:
    """Unweighted mean over the indicators that have a value; None when none has.

    Floor and cap of `pengaturan` are applied here to the exact values, so capaian computed under other
    settings cannot leak in. The others are named in `tanpa_nilai`, never counted as zero.
    """
    bernilai = [(i, c, c.nilai) for i, c in enumerate(daftar) if c.nilai is not None]
    eksak = [to_pecahan(nilai) if c.eksak is None else c.eksak for _, c, nilai in bernilai]
    if pengaturan.rata_sasaran is RataSasaran.AGREGAT:
        eksak = [_batasi(nilai, pengaturan)[0] for nilai in eksak]
    rata = sum(eksak, Fraction(0)) / len(eksak) if eksak else None
    ada = {i for i, _, _ in bernilai}
    tanpa_nilai = tuple(i for i in range(len(daftar)) if i not in ada)
    return CapaianSasaran(
        nilai=None if rata is None else to_desimal(rata),
        tercapai=None if rata is None else rata >= _SERATUS,
        jumlah=len(daftar),
        gagal=tuple(i for i, c, _ in bernilai if not c.tercapai),
        tanpa_nilai=tanpa_nilai,
        aturan=load_parameter("capaian_sasaran").rujuk(pada),
        catatan=_note_tanpa_nilai(len(tanpa_nilai), len(daftar)),
    )


def _note_tanpa_nilai(tanpa: int, jumlah: int) -> str:
    if not tanpa:
        return ""
    return f"{tanpa} dari {jumlah} indikator tidak bernilai dan tidak ikut dirata-rata."


def _read_batas(target: Target | None, polaritas: Polaritas) -> tuple[Fraction, Fraction] | None:
    """Both ends of the target (equal unless it is a range); None while it is not complete."""
    if target is None:
        return None
    rentang = polaritas is Polaritas.RENTANG
    bawah, atas = (target.bawah, target.atas) if rentang else (target.nilai, target.nilai)
    return None if bawah is None or atas is None else (to_pecahan(bawah), to_pecahan(atas))


def _hitung(
    batas: tuple[Fraction, Fraction], realisasi: Fraction, polaritas: Polaritas, pengaturan: Pengaturan
) -> _Hasil:
    bawah, atas = batas
    if polaritas is not Polaritas.RENTANG:
        return _bandingkan(bawah, realisasi, polaritas, pengaturan)
    if bawah > atas:
        return None, "Batas bawah target lebih besar daripada batas atasnya."
    if realisasi < bawah:
        return _bandingkan(bawah, realisasi, Polaritas.NAIK, pengaturan)
    if realisasi <= atas:
        return _SERATUS, ""
    naik = pengaturan.rentang_di_atas is RentangDiAtas.NAIK
    return _bandingkan(atas, realisasi, Polaritas.NAIK if naik else Polaritas.TURUN, pengaturan)


def _bandingkan(
    target: Fraction, realisasi: Fraction, polaritas: Polaritas, pengaturan: Pengaturan
) -> _Hasil:
    if target == 0:
        return _bandingkan_nol(realisasi, polaritas, pengaturan)
    if target < 0 and pengaturan.target_negatif is TargetNegatif.TIDAK_TERHITUNG:
        return None, "Target negatif: capaian tidak terhitung (pengaturan “target negatif”)."
    catatan = "Target negatif: dibagi nilai mutlaknya (pengaturan “target negatif”)." if target < 0 else ""
    simpangan = (realisasi - target) / abs(target)
    if polaritas is Polaritas.STABIL:
        simpangan = -abs(simpangan)
    elif polaritas is Polaritas.TURUN:
        simpangan = -simpangan
    return _SERATUS * (1 + simpangan), catatan


def _bandingkan_nol(realisasi: Fraction, polaritas: Polaritas, pengaturan: Pengaturan) -> _Hasil:
    if pengaturan.target_nol is TargetNol.KHUSUS:
        if realisasi == 0:
            return _SERATUS, "Target dan realisasi nol: dihitung 100% (pengaturan “target nol”)."
        if polaritas is Polaritas.TURUN and realisasi > 0:
            return Fraction(
                0
            ), "Target nol dengan realisasi di atas nol: dihitung 0% (pengaturan “target nol”)."
    return None, "Target nol: capaian tidak terhitung (pengaturan “target nol”)."


def _batasi(nilai: Fraction, pengaturan: Pengaturan) -> tuple[Fraction, str]:
    """Apply floor and cap for aggregates; the note names the setting that changed the value."""
    if nilai < 0 and pengaturan.lantai_nol:
        return Fraction(0), "Capaian negatif: dihitung 0% dalam rata-rata sasaran (pengaturan “lantai nol”)."
    batas = pengaturan.batas_atas_capaian
    if batas is not None and nilai > to_pecahan(batas):
        return to_pecahan(
            batas
        ), "Capaian melebihi batas atas dalam rata-rata sasaran (pengaturan “batas atas capaian”)."
    return nilai, ""
