"""All that a reviu states, as one record: what is printed, and what is frozen when it is signed."""

from __future__ import annotations

import datetime
import hashlib
import json
from dataclasses import dataclass
from typing import Any

from kinerja.aturan.reviu import Isian, Jawaban, Kriteria, describe_jawaban
from kinerja.dokumen.sidik import make_kode, write_kanonik

KONSEP = "KONSEP"


@dataclass(frozen=True, slots=True)
class Bukti:
    """What the machine counted for a criterion and where it stands; never an answer to it."""

    teks: str
    letak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IsiButir:
    """One criterion with the machine's evidence beside the reviewer's answer ("" for none yet) and note."""

    kode: str
    kelompok: str
    bunyi: str
    syarat: tuple[str, ...]
    bukti: tuple[Bukti, ...]
    jawaban: str
    catatan: str

    @property
    def tercetak(self) -> str:
        """The answer as it is printed."""
        return describe_jawaban(Jawaban(self.jawaban) if self.jawaban else None)

    @property
    def kriteria(self) -> Kriteria:
        """The criterion as the rule has it."""
        return Kriteria(self.kode, self.kelompok, self.bunyi, self.syarat)

    @property
    def isian(self) -> Isian:
        """The reviewer's own part."""
        return Isian(Jawaban(self.jawaban) if self.jawaban else None, self.catatan)


@dataclass(frozen=True, slots=True)
class IsiRekomendasi:
    """One recommendation, its owner and its deadline."""

    nomor: int
    uraian: str
    penanggung_jawab: str
    tenggat: datetime.date


@dataclass(frozen=True, slots=True)
class IsiReviu:
    """A whole reviu. `data_umum` are labelled counts of what was reviewed; `tanggal` that of signing."""

    satker: str
    tahun: int
    ke: int
    kode_laporan: str
    surat_tugas: str
    tanggal_surat_tugas: datetime.date
    mulai: datetime.date
    selesai: datetime.date
    ketua: str
    anggota: tuple[str, ...]
    tempat: str
    penandatangan: str
    catatan: str
    dasar_hukum: str
    data_umum: tuple[tuple[str, str], ...]
    butir: tuple[IsiButir, ...]
    rekomendasi: tuple[IsiRekomendasi, ...]
    tanggal: datetime.date | None = None

    @property
    def tidak_dipenuhi(self) -> tuple[IsiButir, ...]:
        """The criteria answered with Tidak."""
        return tuple(b for b in self.butir if b.jawaban == Jawaban.TIDAK)

    @property
    def kriteria(self) -> tuple[Kriteria, ...]:
        """The criteria in order."""
        return tuple(b.kriteria for b in self.butir)

    @property
    def isian(self) -> dict[str, Isian]:
        """The reviewer's answers by code."""
        return {b.kode: b.isian for b in self.butir}


def compute_sidik_isi(teks: str) -> str:
    """Hex SHA-256 of the canonical JSON of a reviu."""
    return hashlib.sha256(teks.encode()).hexdigest()


def write_isi(isi: IsiReviu) -> str:
    """The canonical JSON that is signed."""
    return write_kanonik(isi)


def read_isi(teks: str) -> IsiReviu:
    """The record from what `write_isi` wrote."""
    mentah = json.loads(teks)
    butir = tuple(
        IsiButir(**_tanpa(b, syarat=tuple(b["syarat"]), bukti=tuple(_bukti(n) for n in b["bukti"])))
        for b in mentah["butir"]
    )
    rekomendasi = tuple(
        IsiRekomendasi(**_tanpa(r, tenggat=datetime.date.fromisoformat(r["tenggat"])))
        for r in mentah["rekomendasi"]
    )
    hari = {n: datetime.date.fromisoformat(mentah[n]) for n in ("tanggal_surat_tugas", "mulai", "selesai")}
    tanggal = mentah["tanggal"] and datetime.date.fromisoformat(mentah["tanggal"])
    return IsiReviu(
        **_tanpa(
            mentah, butir=butir, rekomendasi=rekomendasi, tanggal=tanggal, anggota=tuple(mentah["anggota"]),
            data_umum=tuple((a, b) for a, b in mentah["data_umum"]), **hari,
        )
    )  # fmt: skip


def _bukti(isi: dict[str, Any]) -> Bukti:
    return Bukti(isi["teks"], tuple(isi["letak"]))


def _tanpa(isi: dict[str, Any], **ganti: Any) -> dict[str, Any]:
    return {k: v for k, v in isi.items() if k != "@"} | ganti


def print_kode(sidik: str) -> str:
    """The short code of a signed reviu ("7f3a-91c2-04be"), KONSEP while it is not signed."""
    return make_kode(sidik) if sidik else KONSEP
