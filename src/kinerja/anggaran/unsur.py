"""The elements of a published score by the names they are stored under, as the rules take them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from kinerja.aturan.skor.ikpa.masukan import Indikator
from kinerja.aturan.skor.ikpa.nilai import KomponenIkpa, get_bobot
from kinerja.aturan.skor.masukan import KomponenPerencanaan, KomponenSmart

KONVERSI = "Konversi Bobot"
PENGURANG = "Pengurang Dispensasi SPM"
UNSUR_SMART: Mapping[str, str] = MappingProxyType(
    {
        "Penyerapan Anggaran": "penyerapan",
        "Konsistensi RPD": "konsistensi",
        "Capaian Keluaran": "capaian_keluaran",
        "Efisiensi": "efisiensi",
    }
)
UNSUR_PERENCANAAN: Mapping[str, str] = MappingProxyType(
    {"Efektivitas": "efektivitas", "Efisiensi SBK": "efisiensi"}
)
"""Since TA 2024."""
UNSUR_IKPA: Mapping[str, Indikator] = MappingProxyType(
    {
        "Revisi DIPA": Indikator.REVISI_DIPA,
        "Deviasi Halaman III DIPA": Indikator.DEVIASI,
        "Penyerapan Anggaran": Indikator.PENYERAPAN,
        "Belanja Kontraktual": Indikator.KONTRAKTUAL,
        "Penyelesaian Tagihan": Indikator.TAGIHAN,
        "Pengelolaan UP dan TUP": Indikator.UP_TUP,
        "Dispensasi SPM": Indikator.DISPENSASI,
        "Capaian Output": Indikator.CAPAIAN_OUTPUT,
    }
)
_NOL, _PENUH = Decimal(0), Decimal(100)


def read_komponen_smart(unsur: Mapping[str, Decimal]) -> KomponenSmart:
    """The four variables of SMART; None for one that was not published."""
    return KomponenSmart(**{medan: unsur.get(nama) for nama, medan in UNSUR_SMART.items()})


def read_komponen_perencanaan(unsur: Mapping[str, Decimal]) -> KomponenPerencanaan:
    """The two sides of the planning score since TA 2024."""
    return KomponenPerencanaan(**{medan: unsur.get(nama) for nama, medan in UNSUR_PERENCANAAN.items()})


def drop_tanpa_objek(unsur: Mapping[str, Decimal], pada: date) -> dict[str, Decimal]:
    """The published columns without those that have no object, so that each may be changed alone.

    BelumBerlaku before TA 2022.
    """
    sumbangan = read_komponen_ikpa(unsur, pada).sumbangan
    tanpa = {nama for nama, i in UNSUR_IKPA.items() if sumbangan[i] is None}
    return {n: v for n, v in unsur.items() if n != KONVERSI and n not in tanpa}


def read_komponen_ikpa(unsur: Mapping[str, Decimal], pada: date) -> KomponenIkpa:
    """The published columns of IKPA.

    The table prints 0 for an indicator without object as well as for one that earned nothing. The columns with 0
    have no object where their weights together are what the printed konversi bobot leaves out.
    BelumBerlaku before TA 2022.
    """
    bobot = get_bobot(pada)
    nol = {i for nama, i in UNSUR_IKPA.items() if unsur.get(nama) == _NOL and i in bobot}
    lepas = _PENUH - unsur.get(KONVERSI, _PENUH)
    tanpa_objek = nol if sum((bobot[i] for i in nol), _NOL) == lepas else set()
    sumbangan = {i: None if i in tanpa_objek else unsur.get(nama) for nama, i in UNSUR_IKPA.items()}
    return KomponenIkpa(sumbangan, unsur.get(PENGURANG, _NOL))
