"""Run every check over one document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kinerja.aturan.telaah import (
    bawaan,
    bobot,
    hitung,
    makna,
    narasi,
    narasi_arah,
    narasi_kutipan,
    narasi_putusan,
    rentang,
    sama,
    susunan,
    susunan_isi,
    target,
    target_perjanjian,
)
from kinerja.aturan.telaah.fakta import Bahan
from kinerja.aturan.telaah.registri import KELUARGA, list_pemeriksa
from kinerja.aturan.telaah.temuan import Kepastian, Temuan

# Importing a family binds its functions; naming them here keeps that from looking like an accident.
_KELUARGA_TERIKAT = (
    *(hitung, sama, bobot, narasi, narasi_arah, narasi_putusan),
    *(narasi_kutipan, makna),
    *(rentang, target, target_perjanjian, susunan, susunan_isi, bawaan),
)


@dataclass(frozen=True, slots=True)
class HasilTelaah:
    """All findings, gravest first, and how much was looked at."""

    fakta: int
    pemeriksaan: int
    temuan: tuple[Temuan, ...]


def periksa(bahan: Bahan, lapor: Callable[[int, int], None] | None = None) -> HasilTelaah:
    """Run all bound checks; `lapor` is called with how many ran and how many there are.

    Zero facts or zero comparisons is for the caller to treat as a failure.
    """
    assert _KELUARGA_TERIKAT
    hasil, semua = [], list(list_pemeriksa())
    for ke, (fungsi, _) in enumerate(semua, 1):
        hasil.append(fungsi(bahan))
        if lapor is not None:
            lapor(ke, len(semua))
    temuan = [satu for tiap in hasil for satu in tiap.temuan]
    return HasilTelaah(
        len(bahan.fakta), sum(tiap.diperiksa for tiap in hasil), tuple(sorted(temuan, key=_urutan))
    )


def _urutan(temuan: Temuan) -> tuple[int, int, int, int, int]:
    tempat = temuan.utama.tempat
    return (
        -temuan.tingkat.peringkat,
        temuan.kepastian is Kepastian.MUNGKIN,
        KELUARGA.index(temuan.keluarga),
        tempat.halaman or 0,
        tempat.baris or 0,
    )
