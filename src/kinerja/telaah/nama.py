"""Recognise the same thing in different wordings.

Letters only count: a table cell breaks words ("narapidan a"), a heading writes them whole. Two names are compared
by the three-letter pieces they share.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from kinerja.aturan.telaah.fakta import Lingkup, Pokok
from kinerja.telaah.kosakata import load_kosakata, rapikan

SAMA = 0.8
MIRIP = 0.62


def peras(teks: str) -> str:
    """Letters and digits only, small."""
    return "".join(huruf for huruf in teks.casefold() if huruf.isalnum())


@lru_cache(maxsize=20_000)
def _pecah(inti: str) -> frozenset[str]:
    return frozenset(inti[i : i + 3] for i in range(len(inti) - 2)) or frozenset((inti,))


def ukur_kemiripan(satu: str, dua: str) -> float:
    """Between 0 and 1 (1: the same letters)."""
    inti_satu, inti_dua = peras(satu), peras(dua)
    if inti_satu == inti_dua:
        return 1.0
    pecahan_satu, pecahan_dua = _pecah(inti_satu), _pecah(inti_dua)
    return 2 * len(pecahan_satu & pecahan_dua) / (len(pecahan_satu) + len(pecahan_dua))


@dataclass(slots=True)
class Indikator:
    """An indicator of the report under its sasaran; `nama` the wording seen first."""

    nama: str
    sasaran: str
    pokok: Pokok


@dataclass(slots=True)
class Katalog:
    """The sasaran and indikator of one report, in the order they were met."""

    sasaran: list[Pokok] = field(default_factory=list)
    indikator: list[Indikator] = field(default_factory=list)

    def cari_sasaran(self, nama: str) -> tuple[Pokok | None, float]:
        """The most similar sasaran and how similar it is."""
        return _cari_terbaik(nama, ((satu.teks, satu) for satu in self.sasaran))

    def add_sasaran(self, nama: str) -> Pokok:
        """The sasaran of this name, entered when it is new."""
        pokok, mirip = self.cari_sasaran(nama)
        if pokok is None or mirip < SAMA:
            pokok = Pokok(f"sasaran:{peras(nama)}", nama, Lingkup.SASARAN)
            self.sasaran.append(pokok)
        return pokok

    def cari_indikator(self, nama: str, sasaran: Pokok | None) -> tuple[Indikator | None, float]:
        """The most similar indicator; one under the same sasaran is preferred among equals."""
        kunci = "" if sasaran is None else sasaran.kunci
        calon = [
            (ukur_kemiripan(nama, satu.nama) + (0.05 if satu.sasaran == kunci else 0.0), i, satu)
            for i, satu in enumerate(self.indikator)
        ]
        if not calon:
            return None, 0.0
        nilai, _, satu = max(calon, key=lambda tiga: (tiga[0], -tiga[1]))
        return satu, min(nilai, 1.0)

    def add_indikator(self, nama: str, sasaran: Pokok | None) -> tuple[Indikator, Decimal]:
        """The indicator of this name and how sure that is; a new one when none is like it under this sasaran."""
        kunci = "" if sasaran is None else sasaran.kunci
        satu, mirip = self.cari_indikator(nama, sasaran)
        beda_sasaran = satu is not None and bool(kunci) and bool(satu.sasaran) and satu.sasaran != kunci
        if satu is None or mirip < SAMA or beda_sasaran:
            pokok = Pokok(f"indikator:{peras(nama)}@{kunci[8:60]}", nama, Lingkup.INDIKATOR)
            satu = Indikator(nama, kunci, pokok)
            self.indikator.append(satu)
            return satu, Decimal(1)
        satu.sasaran = satu.sasaran or kunci
        return satu, Decimal(str(round(mirip, 2)))


def _cari_terbaik(nama: str, calon: Iterable[tuple[str, Pokok]]) -> tuple[Pokok | None, float]:
    semua = [(ukur_kemiripan(nama, teks), i, pokok) for i, (teks, pokok) in enumerate(calon)]
    if not semua:
        return None, 0.0
    nilai, _, pokok = max(semua, key=lambda tiga: (tiga[0], -tiga[1]))
    return pokok, nilai


def kunci_satker(nama: str) -> str:
    """What is left of a unit's name when kinds are abbreviated and classes dropped: "kanim muaraenim"."""
    kosakata = load_kosakata()
    rapi = f" {rapikan(nama)} "
    for sebut, baku in kosakata.satker_sama:
        rapi = rapi.replace(f" {sebut} ", f" {baku} ")
    kata = [satu for satu in rapi.split() if satu not in kosakata.daftar["satker_abai"] and satu != "ditjen"]
    jenis = [satu for satu in kata if satu in _jenis_satker()]
    return " ".join([*jenis[:1], "".join(sorted_lain(kata, jenis[:1]))]).strip()


@lru_cache
def _jenis_satker() -> frozenset[str]:
    return frozenset(baku for _, baku in load_kosakata().satker_sama)


def sorted_lain(kata: Sequence[str], jenis: Sequence[str]) -> list[str]:
    """The words that are not the kind, in their order."""
    return [satu for satu in kata if satu not in jenis]
