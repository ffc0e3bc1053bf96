"""Recognise the same thing in different wordings.

Letters only count: a table cell breaks words ("narapidan a"), a heading writes them whole. Two names are compared
by the three-letter pieces they share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from kinerja.aturan.telaah.fakta import Lingkup, Pokok, Sifat
from kinerja.telaah.kosakata import load_kosakata, rapikan

SAMA = 0.75
MIRIP = 0.62
TERPOTONG = 0.85
_TERPENDEK = 18
_KATA_TERPENDEK = 5
_KODE = re.compile(r"^[A-Z]{2,10}[-. ]?\d+(?:\.\d+)*[.:]?\s+")
_SALAH_EJA = 6
# "nonlitigasi" and "non litigasi" are one word written two ways.
_NON = re.compile(r"\bnon(?=[a-z]{5})")


@lru_cache(maxsize=50_000)
def peras(teks: str) -> str:
    """Letters and digits only, small."""
    return "".join(huruf for huruf in teks.casefold() if huruf.isalnum())


@lru_cache(maxsize=20_000)
def _pecah(inti: str) -> frozenset[str]:
    return frozenset(inti[i : i + 3] for i in range(len(inti) - 2)) or frozenset((inti,))


@lru_cache(maxsize=200_000)
def ukur_kemiripan(satu: str, dua: str) -> float:
    """Between 0 and 1 (1: the same letters). A name cut off by a page break is still like the whole name.

    Names with a word of their own each ("remisi", "integrasi") are different things, however alike they are; so
    are names of which one has a word that turns it round ("non", "tidak").
    """
    panjang_satu, panjang_dua = panjangkan(satu), panjangkan(dua)
    inti_satu, inti_dua = peras(panjang_satu), peras(panjang_dua)
    if inti_satu == inti_dua:
        return 1.0
    if _pembeda(satu) != _pembeda(dua):
        return 0.0
    pendek, panjang = sorted((inti_satu, inti_dua), key=len)
    if len(pendek) >= _TERPENDEK and pendek in panjang:
        return TERPOTONG
    pecahan_satu, pecahan_dua = _pecah(inti_satu), _pecah(inti_dua)
    mirip = 2 * len(pecahan_satu & pecahan_dua) / (len(pecahan_satu) + len(pecahan_dua))
    if mirip >= MIRIP and _kata_sendiri(panjang_satu, inti_dua) and _kata_sendiri(panjang_dua, inti_satu):
        return MIRIP - 0.01
    return mirip


@lru_cache(maxsize=20_000)
def panjangkan(teks: str) -> str:
    """Small letters, abbreviations written out, "non" apart."""
    singkatan = load_kosakata().singkatan
    return " ".join(singkatan.get(kata, kata) for kata in _NON.sub("non ", rapikan(teks)).split())


def _kata_sendiri(teks: str, inti_lain: str) -> bool:
    """Whether the first name has a word that is nowhere in the second, not even misspelt."""
    return any(
        len(kata) >= _KATA_TERPENDEK and kata not in inti_lain and not _ada_mirip(kata, inti_lain)
        for kata in teks.split()
    )


def _ada_mirip(kata: str, inti: str) -> bool:
    """Whether the other name holds nearly all the two-letter pieces of a word close together."""
    pasangan = {kata[i : i + 2] for i in range(len(kata) - 1)}
    lebar = len(kata) + 1
    for awal in range(max(len(inti) - lebar, 0) + 1):
        jendela = inti[awal : awal + lebar]
        ada = {jendela[i : i + 2] for i in range(len(jendela) - 1)}
        if len(pasangan & ada) * 10 >= len(pasangan) * _SALAH_EJA:
            return True
    return False


@lru_cache(maxsize=20_000)
def _pembeda(teks: str) -> frozenset[str]:
    return frozenset(panjangkan(teks).split()) & frozenset(load_kosakata().daftar["pembeda"])


@dataclass(slots=True)
class Indikator:
    """An indicator of the report under its sasaran; `nama` the wording seen first."""

    nama: str
    sasaran: str
    pokok: Pokok
    tingkat: str = ""


@dataclass(slots=True)
class Katalog:
    """The sasaran and indikator of one report, in the order they were met."""

    sasaran: list[Pokok] = field(default_factory=list)
    indikator: list[Indikator] = field(default_factory=list)

    def cari_sasaran(self, nama: str) -> tuple[Pokok | None, float]:
        """The most similar sasaran and how similar it is."""
        return _cari_terbaik(nama, ((satu.teks, satu) for satu in self.sasaran))

    def get_sasaran(self, kunci: str) -> Pokok | None:
        """The sasaran with this key."""
        return next((satu for satu in self.sasaran if satu.kunci == kunci), None)

    def add_sasaran(self, nama: str) -> Pokok:
        """The sasaran of this name, entered when it is new."""
        nama = _KODE.sub("", nama)
        pokok, mirip = self.cari_sasaran(nama)
        if pokok is None or mirip < SAMA:
            pokok = Pokok(f"sasaran:{peras(nama)}", nama, Lingkup.SASARAN)
            self.sasaran.append(pokok)
        return pokok

    def cari_indikator(
        self, nama: str, sasaran: Pokok | None, tingkat: str = ""
    ) -> tuple[Indikator | None, float]:
        """The most similar indicator of a level ("" any); one under the same sasaran is preferred among equals."""
        kunci = "" if sasaran is None else sasaran.kunci
        calon = [
            (ukur_kemiripan(nama, satu.nama) + (0.05 if satu.sasaran == kunci else 0.0), i, satu)
            for i, satu in enumerate(self.indikator)
            if not (tingkat and satu.tingkat and satu.tingkat != tingkat)
        ]
        if not calon:
            return None, 0.0
        nilai, _, satu = max(calon, key=lambda tiga: (tiga[0], -tiga[1]))
        return satu, min(nilai, 1.0)

    def add_indikator(
        self, nama: str, sasaran: Pokok | None, tingkat: str = "", *, longgar: bool = False
    ) -> tuple[Indikator, Decimal]:
        """The indicator of this name and how sure that is; a new one when none is like it under this sasaran.

        `longgar`: one under another sasaran will do, for headings whose sasaran is not told.
        """
        kunci = "" if sasaran is None else sasaran.kunci
        satu, mirip = self.cari_indikator(nama, sasaran, tingkat)
        beda_sasaran = (
            not longgar and satu is not None and bool(kunci and satu.sasaran) and satu.sasaran != kunci
        )
        if satu is None or mirip < SAMA or beda_sasaran:
            pokok = Pokok(
                f"indikator:{tingkat}:{peras(nama)}@{kunci[8:60]}",
                nama,
                Lingkup.INDIKATOR,
                kenali_sifat(nama),
            )
            satu = Indikator(nama, kunci, pokok, tingkat)
            self.indikator.append(satu)
            return satu, Decimal(1)
        satu.sasaran = satu.sasaran or ("" if longgar else kunci)
        satu.tingkat = satu.tingkat or tingkat
        return satu, Decimal(str(round(mirip, 2)))


def _cari_terbaik(nama: str, calon: Iterable[tuple[str, Pokok]]) -> tuple[Pokok | None, float]:
    semua = [(ukur_kemiripan(nama, teks), i, pokok) for i, (teks, pokok) in enumerate(calon)]
    if not semua:
        return None, 0.0
    nilai, _, pokok = max(semua, key=lambda tiga: (tiga[0], -tiga[1]))
    return pokok, nilai


def kenali_sifat(nama: str) -> Sifat:
    """What the name of an indicator says it measures."""
    kosakata = load_kosakata()
    if kosakata.is_memuat("perubahan", nama) and kosakata.is_awalan("bagian", nama):
        return Sifat.PERUBAHAN
    if kosakata.is_awalan("bagian", nama):
        return Sifat.BAGIAN
    if kosakata.is_awalan("indeks", nama):
        return Sifat.INDEKS
    return Sifat.HITUNGAN if kosakata.is_awalan("banyaknya", nama) else Sifat.LAIN


def kunci_satker(nama: str) -> str:
    """What is left of a unit's name when kinds are abbreviated and classes dropped: "kanim muaraenim"."""
    kosakata = load_kosakata()
    rapi = f" {rapikan(nama)} "
    for sebut, baku in kosakata.satker_sama:
        rapi = rapi.replace(f" {sebut} ", f" {baku} ")
    kata = [satu for satu in rapi.split() if satu not in kosakata.daftar["satker_abai"] and satu != "ditjen"]
    jenis = [satu for satu in kata if satu in _jenis_satker()]
    return " ".join([*jenis[:1], "".join(satu for satu in kata if satu not in jenis[:1])]).strip()


@lru_cache
def _jenis_satker() -> frozenset[str]:
    return frozenset(baku for _, baku in load_kosakata().satker_sama)
