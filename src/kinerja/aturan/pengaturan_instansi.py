"""All choices of an instansi together: those about kinerja and those about the scores of its budget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from kinerja.aturan.pengaturan import PENGATURAN_BAWAAN, Pengaturan
from kinerja.aturan.pilihan import ButirPengaturan
from kinerja.aturan.skor.pengaturan import PENGATURAN_SKOR_BAWAAN, PengaturanSkor
from kinerja.aturan.temuan import Temuan


@dataclass(frozen=True, slots=True)
class PengaturanInstansi:
    """Both sets of choices in force for an instansi."""

    kinerja: Pengaturan = PENGATURAN_BAWAAN
    skor: PengaturanSkor = PENGATURAN_SKOR_BAWAAN

    def daftar(self) -> tuple[ButirPengaturan, ...]:
        """Every choice of both sets, in Indonesian."""
        return (*self.kinerja.daftar(), *self.skor.daftar())


def list_kode() -> tuple[str, ...]:
    """The kode of every choice, in the order in which they are printed."""
    return tuple(f.name for jenis in (Pengaturan, PengaturanSkor) for f in fields(jenis))


def make_pengaturan(pilihan: Mapping[str, str]) -> tuple[PengaturanInstansi, tuple[Temuan, ...]]:
    """The settings that follow from stored choices (kode -> key), and what of them cannot be used.

    What has a finding keeps its default.
    """
    kinerja, satu = Pengaturan.baca(pilihan)
    skor, dua = PengaturanSkor.baca(pilihan)
    asing = tuple(
        Temuan("pengaturan_asing", f"Pengaturan “{kode}” tidak dikenal.", "Periksa kodenya.")
        for kode in pilihan
        if kode not in list_kode()
    )
    return PengaturanInstansi(kinerja, skor), (*satu, *dua, *asing)
