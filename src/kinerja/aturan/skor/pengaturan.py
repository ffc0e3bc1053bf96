"""Choices the rules of the scores leave open, or whose text nobody has confirmed: settings of the instansi.

Wording, default and source of each field are in the parameter file of the same name.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kinerja.aturan.pilihan import KumpulanPilihan


class RumusKonsistensi(StrEnum):
    """Over what the consistency of spending with its plan is measured."""

    KUMULATIF = "kumulatif"
    BULANAN = "bulanan"


class RpdNol(StrEnum):
    """What a month without plan gives although money was spent: nothing, or no month at all."""

    KETAT = "ketat"
    LEWATI = "lewati"


class AgregasiKeluaran(StrEnum):
    """How the outputs of a satker become one."""

    RATA = "rata"
    PAGU = "pagu"


class RevisiNol(StrEnum):
    """What a quarter without any revision of the DIPA gives (PER-5/PB/2022)."""

    SERATUS = "seratus"
    SERATUS_SEPULUH = "seratus_sepuluh"


class TanpaObjek(StrEnum):
    """What becomes of the weight of a part that has no object inside an indicator."""

    BAGI = "bagi"
    NOL = "nol"


class HariLaporKeluaran(StrEnum):
    """By which working day outputs were to be reported under PER-5/PB/2022."""

    KELIMA = "kelima"
    KESEPULUH = "kesepuluh"


@dataclass(frozen=True, slots=True)
class PengaturanSkor(KumpulanPilihan):
    """The choices in force for the scores of an instansi."""

    rumus_konsistensi: RumusKonsistensi = RumusKonsistensi.KUMULATIF
    rpd_nol: RpdNol = RpdNol.KETAT
    agregasi_keluaran: AgregasiKeluaran = AgregasiKeluaran.RATA
    batasi_keluaran: bool = True
    revisi_dipa_nol: RevisiNol = RevisiNol.SERATUS
    tanpa_objek: TanpaObjek = TanpaObjek.BAGI
    hari_lapor_keluaran: HariLaporKeluaran = HariLaporKeluaran.KELIMA


PENGATURAN_SKOR_BAWAAN: Final = PengaturanSkor()
