"""My tasks in groups a tired reader understands: late, this week, later, whenever."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinerja.alur.pengingat import cetak_waktu
from kinerja.alur.tugas import Tugas

_SEGERA = 7
_KELOMPOK: tuple[tuple[str, str | Promise], ...] = (
    ("terlambat", gettext_lazy("Lewat tenggat")),
    ("segera", gettext_lazy("Jatuh tempo dalam tujuh hari")),
    ("nanti", gettext_lazy("Nanti")),
    ("kapan_saja", gettext_lazy("Tanpa tenggat")),
)
_TERLIHAT = 3
"""Tasks of one kind and deadline that are shown before the others fold away."""


@dataclass(frozen=True, slots=True)
class SajianTugas:
    """One task; `alamat` leads to where it is done ("" where this program has no page for it)."""

    tugas: Tugas
    alamat: str
    tenggat: str
    sisa: str
    luar: bool


@dataclass(frozen=True, slots=True)
class Rumpun:
    """Tasks of the same kind with the same deadline: the first ones, and those that fold away."""

    terlihat: tuple[SajianTugas, ...]
    terlipat: tuple[SajianTugas, ...]


@dataclass(frozen=True, slots=True)
class KelompokTugas:
    """One group of the page."""

    kode: str
    judul: str | Promise
    rumpun: tuple[Rumpun, ...]

    @property
    def banyak(self) -> int:
        return sum(len(r.terlihat) + len(r.terlipat) for r in self.rumpun)


def sajikan_tugas(tugas: Sequence[Tugas], pada: datetime.datetime) -> list[KelompokTugas]:
    """The groups that hold something, in order; within each the soonest due first."""
    hasil = []
    for kode, judul in _KELOMPOK:
        milik = [t for t in tugas if _kelompokkan(t, pada) == kode]
        if milik:
            hasil.append(KelompokTugas(kode, judul, tuple(_susun_rumpun(milik, pada))))
    return hasil


def _kelompokkan(tugas: Tugas, pada: datetime.datetime) -> str:
    if tugas.is_terlambat(pada):
        return "terlambat"
    hari = tugas.count_hari(pada)
    if hari is None:
        return "kapan_saja"
    return "segera" if hari <= _SEGERA else "nanti"


def _susun_rumpun(tugas: Sequence[Tugas], pada: datetime.datetime) -> list[Rumpun]:
    hasil = []
    for _kunci, isi in groupby(tugas, key=lambda t: (t.jenis, t.tenggat)):
        sajian = [_sajikan(t, pada) for t in isi]
        batas = len(sajian) if len(sajian) <= _TERLIHAT + 1 else _TERLIHAT
        hasil.append(Rumpun(tuple(sajian[:batas]), tuple(sajian[batas:])))
    return hasil


def _sajikan(tugas: Tugas, pada: datetime.datetime) -> SajianTugas:
    alamat = ""
    if tugas.jenis in ("lembar", "pembukaan"):
        alamat = reverse(tugas.jenis, args=[tugas.objek])
    elif tugas.jenis in ("laporan", "narasi", "revisi"):
        alamat = reverse("tugas_laporan", args=[tugas.jenis, tugas.objek])
    elif tugas.jenis == "perjanjian":
        alamat = reverse("tugas_perjanjian", args=[tugas.objek])
    elif tugas.jenis in ("target_kinerja", "penilaian_target_kinerja"):
        alamat = reverse("target_kinerja", args=[tugas.objek])
    return SajianTugas(
        tugas=tugas,
        alamat=alamat,
        tenggat=cetak_waktu(tugas.tenggat) if tugas.tenggat else "",
        sisa=_hitung_mundur(tugas.count_hari(pada)),
        luar=tugas.jenis == "tenggat_luar",
    )


def _hitung_mundur(hari: int | None) -> str:
    if hari is None:
        return ""
    if hari < 0:
        return _("terlambat %(hari)d hari") % {"hari": -hari}
    return _("hari ini") if hari == 0 else _("%(hari)d hari lagi") % {"hari": hari}
