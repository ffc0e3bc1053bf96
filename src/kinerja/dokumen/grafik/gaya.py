"""Colours, fills and sizes of the drawings; one unit is one CSS pixel when the drawing is 16 cm wide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kinerja.dokumen.model import Status

Pola = Literal["polos", "miring", "datar", "balik", "tegak"]

LEBAR = 605.0
"""Width of every drawing: the 16 cm text column of the report."""
TINGGI_MAKS = 831.0
"""22 cm: what fits on one page beneath a heading and above a caption."""
HURUF_MIN = 9.0
TEPI = 6.0

TINTA = "#1b2733"
TINTA_REDUP = "#4a5866"
KISI = "#dde3e9"
SUMBU = "#5b6b7a"
ACUAN = "#8a1c3c"
PUTIH = "#ffffff"
_BIRU = "#1f4e79"

POLA: tuple[Pola, ...] = ("polos", "miring", "datar", "balik", "tegak")


@dataclass(frozen=True, slots=True)
class Isian:
    """How a bar is filled: colour, outline and a pattern that survives a black-and-white printer."""

    isi: str
    garis: str
    pola: Pola = "polos"
    warna_pola: str = PUTIH


# Light and dark alternate, so neighbours differ by more than 3:1 in grey too; every outline is dark.
_DERET = (
    Isian("#b3cfe8", _BIRU, "polos", _BIRU),
    Isian(_BIRU, _BIRU, "polos", PUTIH),
    Isian("#fbe6c2", "#855600", "miring", "#855600"),
    Isian("#17706a", "#17706a", "datar", PUTIH),
    Isian(PUTIH, "#46525e", "balik", "#46525e"),
    Isian("#6d3a66", "#6d3a66", "tegak", PUTIH),
)

TUNGGAL = _DERET[1]
TANPA_DATA = Isian(PUTIH, "#7a8794", "miring", "#7a8794")

STATUS: dict[Status, Isian] = {
    "tercapai": Isian("#17706a", "#17706a"),
    "tidak_tercapai": Isian("#fbdfd0", "#ad3d0c", "miring", "#ad3d0c"),
    "tanpa_nilai": Isian("#e4e8ec", "#66727f"),
}
NAMA_STATUS: dict[Status, str] = {
    "tercapai": "Tercapai",
    "tidak_tercapai": "Tidak tercapai",
    "tanpa_nilai": "Tanpa nilai",
}


def isian_deret(urutan: int) -> Isian:
    """Fill of the series at `urutan` (from 0) among several; thirty are distinct."""
    dasar = _DERET[urutan % len(_DERET)]
    pola = POLA[(POLA.index(dasar.pola) + urutan // len(_DERET)) % len(POLA)]
    return Isian(dasar.isi, dasar.garis, pola, dasar.warna_pola)
