"""Roll-up of measures over months and over satker: components first, never a mean of percentages.

A parent equals f(Σv, Σd) of its leaves for any shape of the tree. What is missing is counted
(`jumlah_terisi` of `jumlah_seharusnya`), a declared "no object" is an answer and adds 0/0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Literal, TypeAlias

from kinerja.aturan.capaian import Keadaan
from kinerja.aturan.pecahan import to_desimal, to_pecahan

Lintas: TypeAlias = Literal["bulan", "satker"]


class UkuranTidakSeragam(ValueError):
    """Plain values and numerator/denominator pairs were given to one roll-up (or plain values to Σv/Σd)."""


class AgregasiBulan(StrEnum):
    """How an indicator adds up over months."""

    JUMLAH = "jumlah"
    RATA_RATA = "rata_rata"
    TERAKHIR = "terakhir"
    MAKS = "maks"


class AgregasiSatker(StrEnum):
    """How an indicator adds up over satker; SIGMA is Σv/Σd."""

    SIGMA = "sigma"
    JUMLAH = "jumlah"
    RATA_RATA = "rata_rata"
    MAKS = "maks"


@dataclass(frozen=True, slots=True)
class Cacah:
    """How many leaves were answered, of how many."""

    terisi: int
    seharusnya: int


@dataclass(frozen=True, slots=True)
class DasarRata:
    """Exact sum and count behind a mean, so that a mean of means along the same axis stays the mean."""

    total: Fraction
    banyak: int
    lintas: Lintas


@dataclass(frozen=True, slots=True)
class Ukuran:
    """A measure: numerator and denominator, or one plain value (components win when both are given).

    `cacah` and `rata` are filled by the roll-ups; a measure without `cacah` is a leaf.
    """

    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    nilai: Decimal | None = None
    keadaan: Keadaan = Keadaan.TERISI
    cacah: Cacah | None = None
    rata: DasarRata | None = field(default=None, repr=False)

    @property
    def jumlah_terisi(self) -> int:
        """Leaves below (or this leaf) that were answered, "no object" included."""
        return _cacah(self).terisi

    @property
    def jumlah_seharusnya(self) -> int:
        """Leaves below (or this leaf) that should have been answered."""
        return _cacah(self).seharusnya

    @property
    def lengkap(self) -> bool:
        """Nothing is missing below."""
        return self.jumlah_terisi == self.jumlah_seharusnya


def rollup_bulan(daftar: Sequence[Ukuran], cara: AgregasiBulan) -> Ukuran:
    """Combine months in order of time; TERAKHIR takes the last answered one. UkuranTidakSeragam on a mix."""
    if cara is AgregasiBulan.TERAKHIR:
        return _ambil_terakhir(daftar)
    return _gabung(daftar, AgregasiSatker(cara.value), "bulan")


def rollup_satker(daftar: Sequence[Ukuran], cara: AgregasiSatker) -> Ukuran:
    """Combine satker in any order; SIGMA needs components. UkuranTidakSeragam on a mix."""
    return _gabung(daftar, cara, "satker")


def compute_nilai(ukuran: Ukuran, pengali: Decimal = Decimal(100)) -> Decimal | None:
    """v/d × `pengali` for components, the plain value as it is; None when the state says there is none."""
    if compute_keadaan(ukuran) is not Keadaan.TERISI:
        return None
    if not _is_berpasangan(ukuran):
        return ukuran.nilai
    bagian = _bagian(ukuran)
    return None if bagian is None else to_desimal(bagian * to_pecahan(pengali))


def compute_keadaan(ukuran: Ukuran) -> Keadaan:
    """The state of a measure: 0 of 0 is no object, v of 0 not computable, half a pair not there yet."""
    if ukuran.cacah is not None or ukuran.keadaan is not Keadaan.TERISI:
        return ukuran.keadaan
    if not _is_berpasangan(ukuran):
        return Keadaan.BELUM_ADA if ukuran.nilai is None else Keadaan.TERISI
    if ukuran.penyebut:
        return Keadaan.TERISI
    return Keadaan.TIDAK_TERHITUNG if ukuran.pembilang else Keadaan.TIDAK_ADA_OBJEK


def _is_berpasangan(ukuran: Ukuran) -> bool:
    """Both components are there; neither a plain value nor a leaf that declares itself empty."""
    kosong = ukuran.cacah is None and ukuran.keadaan is not Keadaan.TERISI
    return not kosong and ukuran.pembilang is not None and ukuran.penyebut is not None


def _komponen(ukuran: Ukuran) -> tuple[Fraction, Fraction] | None:
    """Both components as fractions, None where they are not both there."""
    if not _is_berpasangan(ukuran) or ukuran.pembilang is None or ukuran.penyebut is None:
        return None
    return to_pecahan(ukuran.pembilang), to_pecahan(ukuran.penyebut)


def _bagian(ukuran: Ukuran) -> Fraction | None:
    """The exact value to compare or to average: v/d unscaled, or the plain value."""
    komponen = _komponen(ukuran)
    if ukuran.rata is not None:
        return ukuran.rata.total / ukuran.rata.banyak
    if komponen is not None:
        return komponen[0] / komponen[1] if komponen[1] else None
    return to_pecahan(ukuran.nilai) if ukuran.nilai is not None else None


def _berisi(ukuran: Ukuran) -> bool:
    return _is_berpasangan(ukuran) or compute_keadaan(ukuran) is Keadaan.TERISI


def _cacah(ukuran: Ukuran) -> Cacah:
    if ukuran.cacah is not None:
        return ukuran.cacah
    dijawab = _berisi(ukuran) or ukuran.keadaan is Keadaan.TIDAK_ADA_OBJEK
    return Cacah(int(dijawab), 1)


def _jumlahkan_cacah(daftar: Sequence[Ukuran], cara: AgregasiSatker | None = None) -> Cacah:
    """Add the counts; a mean or a maximum cannot use v/0, so there such a child counts as not answered."""
    butuh_nilai = cara in {AgregasiSatker.RATA_RATA, AgregasiSatker.MAKS}
    terpakai = [u for u in daftar if not (butuh_nilai and _is_dibagi_nol(u))]
    return Cacah(sum(u.jumlah_terisi for u in terpakai), sum(u.jumlah_seharusnya for u in daftar))


def _is_dibagi_nol(ukuran: Ukuran) -> bool:
    return _is_berpasangan(ukuran) and compute_keadaan(ukuran) is Keadaan.TIDAK_TERHITUNG


def _keadaan_kosong(daftar: Sequence[Ukuran]) -> Keadaan:
    """The state of a parent without a value: the worst of its children, so that any grouping agrees."""
    keadaan = {compute_keadaan(u) for u in daftar} or {Keadaan.BELUM_ADA}
    urutan = (Keadaan.BELUM_ADA, Keadaan.TIDAK_TERHITUNG)
    return next((k for k in urutan if k in keadaan), Keadaan.TIDAK_ADA_OBJEK)


def _ambil_terakhir(daftar: Sequence[Ukuran]) -> Ukuran:
    dijawab = [u for u in daftar if compute_keadaan(u) is not Keadaan.BELUM_ADA]
    terakhir = dijawab[-1] if dijawab else Ukuran()
    return replace(terakhir, keadaan=compute_keadaan(terakhir), cacah=_jumlahkan_cacah(daftar))


def _gabung(daftar: Sequence[Ukuran], cara: AgregasiSatker, lintas: Lintas) -> Ukuran:
    ada = [u for u in daftar if _berisi(u)]
    bentuk = {_is_berpasangan(u) for u in ada}
    if len(bentuk) > 1 or (cara is AgregasiSatker.SIGMA and False in bentuk):
        raise UkuranTidakSeragam(f"{cara}: pembilang/penyebut dan nilai jadi tercampur")
    if cara is AgregasiSatker.RATA_RATA:
        hasil = _rata_rata(ada, lintas)
    elif cara is AgregasiSatker.MAKS:
        hasil = _maks(ada)
    else:
        hasil = _jumlah(ada)
    keadaan = compute_keadaan(hasil)
    if keadaan in {Keadaan.BELUM_ADA, Keadaan.TIDAK_ADA_OBJEK}:
        keadaan = _keadaan_kosong(daftar)
    return replace(hasil, keadaan=keadaan, cacah=_jumlahkan_cacah(daftar, cara))


def _jumlah(ada: Sequence[Ukuran]) -> Ukuran:
    if not ada:
        return Ukuran()
    komponen = [k for k in map(_komponen, ada) if k is not None]
    if not komponen:
        return Ukuran(nilai=_total([u.nilai for u in ada if u.nilai is not None]))
    pembilang, penyebut = (sum(sisi, Fraction(0)) for sisi in zip(*komponen, strict=True))
    return Ukuran(to_desimal(pembilang), to_desimal(penyebut))


def _total(daftar: Sequence[Decimal]) -> Decimal:
    # The built-in sum would round to the 28 digits of the default decimal context.
    return to_desimal(sum(map(to_pecahan, daftar), Fraction(0)))


def _rata_rata(ada: Sequence[Ukuran], lintas: Lintas) -> Ukuran:
    """Unweighted mean; a child that is itself a mean along the same axis weighs as many as it holds."""
    dasar = []
    for ukuran in ada:
        bagian = _bagian(ukuran)
        if ukuran.rata is not None and ukuran.rata.lintas == lintas:
            dasar.append((ukuran.rata.total, ukuran.rata.banyak))
        elif bagian is not None:
            dasar.append((bagian, 1))
    if not dasar:
        return Ukuran()
    rata = DasarRata(sum((t for t, _ in dasar), Fraction(0)), sum(n for _, n in dasar), lintas)
    if not _is_berpasangan(ada[0]):
        return Ukuran(nilai=to_desimal(rata.total / rata.banyak), rata=rata)
    return Ukuran(to_desimal(rata.total), Decimal(rata.banyak), rata=rata)


def _maks(ada: Sequence[Ukuran]) -> Ukuran:
    """The child with the largest value; equal values are told apart by their components, not by position."""
    calon = [
        (bagian, _komponen(u) or (bagian, Fraction(1)), u) for u in ada if (bagian := _bagian(u)) is not None
    ]
    if not calon:
        return Ukuran()
    return replace(max(calon, key=lambda c: (c[0], c[1][1]))[2], cacah=None)
