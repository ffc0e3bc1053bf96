"""The criteria of the reviu by APIP: which apply, which answers are still owed, how many are met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kinerja.aturan.parameter import Isi, as_peta, as_teks, load_parameter
from kinerja.aturan.temuan import Temuan

DASAR = "PermenPANRB 53/2014 Lampiran III"
_PARAMETER = "kriteria_reviu"


class Jawaban(StrEnum):
    """What the reviewer answers."""

    YA = "ya"
    TIDAK = "tidak"
    TIDAK_BERLAKU = "tidak_berlaku"


@dataclass(frozen=True, slots=True)
class Kriteria:
    """One criterion; with `syarat` it is asked only when one of those criteria is not met."""

    kode: str
    kelompok: str
    bunyi: str
    syarat: tuple[str, ...] = ()

    @property
    def nomor(self) -> str:
        """Its number inside the group: "3" of "III.3"."""
        return self.kode.partition(".")[2]

    @property
    def romawi(self) -> str:
        """The number of its group: "III" of "III.3"."""
        return self.kode.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Isian:
    """The reviewer's answer (None: not yet) and note."""

    jawaban: Jawaban | None = None
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class RekapKelompok:
    """How many criteria of a group are met, not met, not applicable and not yet answered."""

    romawi: str
    kelompok: str
    dipenuhi: int
    belum: int
    tidak_berlaku: int
    belum_dijawab: int

    @property
    def banyak(self) -> int:
        """How many criteria the group has."""
        return self.dipenuhi + self.belum + self.tidak_berlaku + self.belum_dijawab


def list_kriteria(pada: date) -> tuple[Kriteria, ...]:
    """The criteria in force on that day, in the order of the annex; BelumBerlaku before there were any."""
    return tuple(_ke_kriteria(as_peta(isi)) for isi in load_parameter(_PARAMETER).pada(pada).daftar)


def _ke_kriteria(isi: Mapping[str, Isi]) -> Kriteria:
    syarat = isi.get("syarat", ())
    assert isinstance(syarat, tuple)
    return Kriteria(
        as_teks(isi["kode"]), as_teks(isi["kelompok"]), as_teks(isi["bunyi"]), tuple(map(as_teks, syarat))
    )


def is_berlaku(kriteria: Kriteria, isian: Mapping[str, Isian]) -> bool | None:
    """Whether the criterion must be answered; None while that hangs on answers still owed."""
    if not kriteria.syarat:
        return True
    induk = [isian.get(kode, Isian()).jawaban for kode in kriteria.syarat]
    if Jawaban.TIDAK in induk:
        return True
    return None if None in induk else False


def check_isian(semua: Sequence[Kriteria], isian: Mapping[str, Isian]) -> tuple[Temuan, ...]:
    """What stands in the way of signing, in the order of the criteria."""
    return tuple(t for k in semua if (t := _check(k, isian.get(k.kode, Isian()), is_berlaku(k, isian))))


def _check(kriteria: Kriteria, isian: Isian, berlaku: bool | None) -> Temuan | None:
    sebutan, jawaban = f"Butir {kriteria.kode}", isian.jawaban
    if jawaban is None:
        return Temuan(
            "reviu-belum-dijawab", f"{sebutan} belum dijawab.", "Pilih Ya, Tidak, atau Tidak berlaku."
        )
    if berlaku is False and jawaban is not Jawaban.TIDAK_BERLAKU:
        induk = " dan ".join(kriteria.syarat)
        pesan = f"{sebutan} dijawab, padahal hanya ditanyakan bila {induk} tidak dipenuhi."
        return Temuan("reviu-bersyarat", pesan, "Pilih Tidak berlaku.")
    if berlaku and kriteria.syarat and jawaban is Jawaban.TIDAK_BERLAKU:
        pesan = f"{sebutan} harus dijawab, karena butir yang dirujuknya tidak dipenuhi."
        return Temuan("reviu-bersyarat", pesan, "Pilih Ya atau Tidak.")
    if not isian.catatan.strip() and _needs_catatan(kriteria, jawaban):
        pesan = f"{sebutan} dijawab {describe_jawaban(jawaban)} tanpa catatan."
        return Temuan("reviu-tanpa-catatan", pesan, "Tulis alasannya pada catatan butir itu.")
    return None


def _needs_catatan(kriteria: Kriteria, jawaban: Jawaban) -> bool:
    """A criterion that is not met, or that the reviewer sets aside himself, needs his reason."""
    return jawaban is Jawaban.TIDAK or (jawaban is Jawaban.TIDAK_BERLAKU and not kriteria.syarat)


def describe_jawaban(jawaban: Jawaban | None) -> str:
    """The printed answer; "belum dijawab" for none."""
    return jawaban.value.replace("_", " ").capitalize() if jawaban else "belum dijawab"


def compute_rekap(semua: Sequence[Kriteria], isian: Mapping[str, Isian]) -> tuple[RekapKelompok, ...]:
    """The counts per group, groups in the order of the annex."""
    hasil = []
    for romawi, kelompok in dict.fromkeys((k.romawi, k.kelompok) for k in semua):
        jawaban = [isian.get(k.kode, Isian()).jawaban for k in semua if k.romawi == romawi]
        hitung = (Jawaban.YA, Jawaban.TIDAK, Jawaban.TIDAK_BERLAKU, None)
        hasil.append(RekapKelompok(romawi, kelompok, *map(jawaban.count, hitung)))
    return tuple(hasil)
