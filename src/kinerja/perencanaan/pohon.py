"""The pohon kinerja as nodes: Renstra, tujuan or unit, sasaran by level, indikator, the jabatan that answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kinerja.perencanaan.rencana import IndikatorRencana, Rencana, SasaranRencana

JenisSimpul = Literal["renstra", "tujuan", "unit", "strategis", "program", "kegiatan", "indikator", "jabatan"]


@dataclass(frozen=True, slots=True)
class SimpulPohon:
    """A node; `induk` is the position of its parent in the tuple of all nodes, which comes before it."""

    jenis: JenisSimpul
    kode: str
    teks: str
    induk: int | None
    tingkat: int


@dataclass(frozen=True, slots=True)
class Pohon:
    """All nodes, parents first and in reading order; `kaitan` joins two of them by position."""

    simpul: tuple[SimpulPohon, ...]
    kaitan: tuple[tuple[int, int, str], ...]

    def anak(self) -> dict[int | None, list[int]]:
        """Position -> positions of its children."""
        hasil: dict[int | None, list[int]] = {}
        for n, satu in enumerate(self.simpul):
            hasil.setdefault(satu.induk, []).append(n)
        return hasil


class _Penyusun:
    def __init__(self) -> None:
        self.simpul: list[SimpulPohon] = []
        self.letak: dict[int, int] = {}
        """sasaran id -> position"""

    def taruh(self, jenis: JenisSimpul, kode: str, teks: str, induk: int | None) -> int:
        tingkat = 0 if induk is None else self.simpul[induk].tingkat + 1
        self.simpul.append(SimpulPohon(jenis, kode, teks, induk, tingkat))
        return len(self.simpul) - 1

    def taruh_sasaran(self, satu: SasaranRencana, induk: int) -> None:
        jenis: JenisSimpul = satu.sasaran.tingkat
        letak = self.taruh(jenis, satu.sasaran.kode, satu.sasaran.teks, induk)
        self.letak[satu.sasaran.pk] = letak
        for indikator in satu.indikator:
            self._taruh_indikator(indikator, letak)
        for anak in satu.anak:
            self.taruh_sasaran(anak, letak)

    def _taruh_indikator(self, satu: IndikatorRencana, induk: int) -> None:
        letak = self.taruh("indikator", satu.indikator.kode, satu.indikator.nama, induk)
        if satu.jabatan:
            self.taruh("jabatan", "", satu.jabatan, letak)


def make_pohon(rencana: Rencana) -> Pohon:
    """The tree of a plan: its highest sasaran stand under the tujuan they serve, else under their unit Eselon I."""
    penyusun = _Penyusun()
    akar = penyusun.taruh("renstra", "", rencana.renstra.nama, None)
    kelompok: dict[tuple[JenisSimpul, str, str], list[SasaranRencana]] = {}
    for satu in rencana.puncak:
        tujuan, unit = satu.sasaran.tujuan, satu.sasaran.unit
        kunci: tuple[JenisSimpul, str, str] = (
            ("tujuan", f"Tujuan {tujuan.urutan}", tujuan.teks) if tujuan else ("unit", unit.kode, unit.nama)
        )
        kelompok.setdefault(kunci, []).append(satu)
    for (jenis, kode, teks), semua in sorted(kelompok.items(), key=lambda k: k[0][0] != "tujuan"):
        letak = penyusun.taruh(jenis, kode, teks, akar)
        for satu in semua:
            penyusun.taruh_sasaran(satu, letak)
    kaitan = tuple(
        (penyusun.letak[k.dari_id], penyusun.letak[k.ke_id], k.uraian)
        for k in rencana.kaitan
        if k.dari_id in penyusun.letak and k.ke_id in penyusun.letak
    )
    return Pohon(tuple(penyusun.simpul), kaitan)
