"""The steps a report goes up, as data: who takes each, what it yields, how long it may take, where T leads."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kinerja.akses.izin import Peran
from kinerja.dasar.berkas_yaml import read_yaml
from kinerja.dasar.kalender import KalenderBelumAda, tambah_hari_kerja

SELESAI = 0
"""The number of the step after the last one."""
_BAWAAN = "lkjip_satker"


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step; `kembali_ke` is None where there is nothing to decide, `unit_kerja` "" for any."""

    nomor: int
    kegiatan: str
    jabatan: str
    peran: tuple[Peran, ...]
    unit_kerja: str
    keluaran: str
    menit: int
    hari_kerja: int
    kembali_ke: int | None

    @property
    def memutuskan(self) -> bool:
        """Whether the step may send the report back."""
        return self.kembali_ke is not None

    @property
    def waktu(self) -> str:
        """The expected time in words."""
        return f"{self.hari_kerja} hari kerja" if self.hari_kerja else f"{self.menit} menit"

    def compute_batas(self, sejak: datetime.datetime) -> datetime.datetime | None:
        """The end of the last working day for a step that began then; None for a year without a calendar.

        A step of minutes is due on the day itself: nobody waits at the desk.
        """
        try:
            hari = tambah_hari_kerja(sejak.date(), self.hari_kerja) if self.hari_kerja else sejak.date()
        except KalenderBelumAda:
            return None
        return datetime.datetime.combine(hari, datetime.time(23, 59, 59), sejak.tzinfo)


@dataclass(frozen=True, slots=True)
class Sop:
    """A procedure; `menyusun` is the step that drafts: whoever takes it may not judge that draft."""

    kode: str
    nama: str
    dasar: str
    berlaku: datetime.date
    menyusun: int
    langkah: tuple[Langkah, ...]

    def get(self, nomor: int) -> Langkah | None:
        """The step of that number; None once it is finished."""
        return self.langkah[nomor - 1] if 1 <= nomor <= len(self.langkah) else None

    def is_terakhir(self, langkah: Langkah) -> bool:
        """Whether the step signs and freezes the report."""
        return langkah.nomor == len(self.langkah)


class SopTidakDikenal(LookupError):
    """No procedure has that code."""


def get_sop(kode: str) -> Sop:
    """The procedure of that code. Raises SopTidakDikenal."""
    if kode not in _muat():
        raise SopTidakDikenal(f"SOP {kode!r} tidak dikenal.")
    return _muat()[kode][0]


def pick_sop(jenis_satker: str) -> Sop:
    """The procedure of offices of that kind."""
    return next((s for s, jenis in _muat().values() if jenis_satker in jenis), get_sop(_BAWAAN))


@cache
def _muat() -> Mapping[str, tuple[Sop, frozenset[str]]]:
    isi = read_yaml(Path(__file__).with_name("sop.yaml").read_text(encoding="utf-8"))
    return {kode: (_baca(kode, satu), frozenset(satu["jenis_satker"])) for kode, satu in isi.items()}


def _baca(kode: str, isi: Mapping[str, Any]) -> Sop:
    langkah = tuple(_baca_langkah(n, satu) for n, satu in enumerate(isi["langkah"], 1))
    return Sop(kode, isi["nama"], isi["dasar"], isi["berlaku"], isi["menyusun"], langkah)


def _baca_langkah(nomor: int, isi: Mapping[str, Any]) -> Langkah:
    waktu = isi["waktu"]
    return Langkah(
        nomor,
        isi["kegiatan"],
        isi["jabatan"],
        tuple(map(Peran, isi["peran"])),
        isi.get("unit_kerja", ""),
        isi["keluaran"],
        waktu.get("menit", 0),
        waktu.get("hari_kerja", 0),
        isi.get("kembali_ke"),
    )
