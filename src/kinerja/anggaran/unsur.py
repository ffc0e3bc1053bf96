"""The elements of a published score by the names they are stored under, as the rules take them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from kinerja.anggaran.models import Instrumen, SkorAnggaran
from kinerja.aturan.parameter import BelumBerlaku
from kinerja.aturan.skor.ikpa.masukan import Indikator
from kinerja.aturan.skor.ikpa.nilai import KomponenIkpa, get_bobot
from kinerja.aturan.skor.masukan import KomponenPerencanaan, KomponenSmart
from kinerja.aturan.skor.smart import get_batas_smart, is_smart
from kinerja.aturan.skor.terbit import find_tanpa_objek
from kinerja.aturan.skor.uraian import SERATUS
from kinerja.dasar.cetak import cetak_angka

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
CARA_NILAI = (
    "Periksa angkanya pada aplikasi Kementerian Keuangan; unsur IKPA ditulis sebagai nilai kali bobotnya."
)
_NOL = Decimal(0)


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
    """The published columns of IKPA; one without object has none, as the printed konversi bobot tells.

    BelumBerlaku before TA 2022.
    """
    terbit = {i: unsur.get(nama) for nama, i in UNSUR_IKPA.items()}
    # A conversion that no choice of columns explains leaves them as they are printed; the difference shows.
    tanpa = find_tanpa_objek(terbit, unsur[KONVERSI], pada=pada) if KONVERSI in unsur else None
    sumbangan = {i: None if i in (tanpa or ()) else nilai for i, nilai in terbit.items()}
    return KomponenIkpa(sumbangan, unsur.get(PENGURANG, _NOL))


def get_batas_unsur(instrumen: str, unsur: str, pada: date) -> tuple[Decimal, Decimal] | None:
    """Lowest and highest published value of an element in that budget year; None where no rule knows it.

    A column of IKPA is its value times its weight, so it never exceeds the weight.
    """
    if unsur in (SkorAnggaran.NILAI, KONVERSI, *UNSUR_PERENCANAAN):
        return _NOL, SERATUS
    try:
        if instrumen == Instrumen.SMART:
            return get_batas_smart(pada).get(UNSUR_SMART.get(unsur, "")) if is_smart(pada) else None
        bobot = get_bobot(pada).get(UNSUR_IKPA[unsur]) if unsur in UNSUR_IKPA else None
    except BelumBerlaku:
        return None
    return None if bobot is None else (_NOL, bobot)


def describe_di_luar(instrumen: str, unsur: str, nilai: Decimal, pada: date) -> str:
    """What is wrong with a published value that cannot be, in Indonesian; "" when it can."""
    batas = get_batas_unsur(instrumen, unsur, pada)
    if batas is None or batas[0] <= nilai <= batas[1]:
        return ""
    nama = "Nilai akhir" if unsur == SkorAnggaran.NILAI else unsur
    return f"{nama} harus antara {cetak_angka(batas[0])} dan {cetak_angka(batas[1])}."
