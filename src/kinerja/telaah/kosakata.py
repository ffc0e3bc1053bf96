"""The words of `kosakata.yaml`, ready to be asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from kinerja.aturan.parameter import load_parameter
from kinerja.dasar.berkas_yaml import read_yaml
from kinerja.dasar.periode import Tahun

_BERKAS = Path(__file__).with_name("kosakata.yaml")


def akhir_tahun(tahun: int | None) -> date:
    """The day by which the rules of a budget year are found; of an unknown year the last there is."""
    return date.max if tahun is None else Tahun(tahun).akhir


def rapikan(teks: str) -> str:
    """Small letters and digits, everything else one blank: "(5) % Capaian/PK" is "5 capaian pk"."""
    return " ".join(re.findall(r"[^\W_]+", teks.casefold()))


@dataclass(frozen=True, slots=True)
class Instrumen:
    """A score with official weights: those of `parameter`, which calls the parts what `bobot` says.

    `bagian` other names of each part; `ciri` the columns that give the table of this score away; `hasil` its
    result column; `ubah` how a part enters the sum, where it is not simply weighted.
    """

    nama: str
    hasil: str
    bagian: dict[str, tuple[str, ...]]
    ciri: frozenset[str]
    ubah: dict[str, str]
    parameter: str
    bobot: dict[str, str]

    def bobot_tahun(self, tahun: int | None) -> dict[str, Decimal]:
        """Weights of a budget year in percent points; for an unknown year the newest ones of these parts.

        Empty where the rules of the year know no such score or make it of other parts.
        """
        berlaku = [n for n in load_parameter(self.parameter).nilai if n.mulai <= akhir_tahun(tahun)]
        for satu in reversed(berlaku if tahun is None else berlaku[-1:]):
            resmi = {kunci: isi for kunci, isi in satu.peta.items() if isinstance(isi, Decimal)}
            if resmi.keys() <= set(self.bobot.values()):
                penuh = sum(resmi.values(), Decimal(0))
                return {b: resmi[kunci] * 100 / penuh for b, kunci in self.bobot.items() if kunci in resmi}
        return {}

    def cari_bagian(self, teks: str) -> str:
        """The part a printed name means, "" for none; the longest name wins."""
        rapi = rapikan(teks)
        cocok = [
            (len(sebut), bagian) for bagian, semua in self.bagian.items() for sebut in semua if sebut in rapi
        ]
        return max(cocok)[1] if cocok else ""


@dataclass(frozen=True, slots=True)
class Kosakata:
    """See `kosakata.yaml`; `kolom` pairs the words of a phrase with the role it names, longest first."""

    kolom: tuple[tuple[tuple[str, ...], str], ...]
    daftar: dict[str, tuple[str, ...]]
    singkatan: dict[str, str]
    analisis: dict[str, tuple[str, ...]]
    bab: dict[str, tuple[str, ...]]
    satuan_setara: dict[str, str]
    satker_sama: tuple[tuple[str, str], ...]
    instrumen: dict[str, Instrumen]

    def is_awalan(self, daftar: str, teks: str) -> bool:
        """Whether the text begins with one of the words of a list."""
        rapi = rapikan(teks)
        return any(rapi == satu or rapi.startswith(f"{satu} ") for satu in map(rapikan, self.daftar[daftar]))

    def is_memuat(self, daftar: str, teks: str) -> bool:
        """Whether one of the words of a list stands anywhere in the text."""
        rapi = f" {rapikan(teks)} "
        return any(f" {rapikan(satu)} " in rapi for satu in self.daftar[daftar])

    def setarakan_satuan(self, satuan: str) -> str:
        """One spelling per unit ("(Nilai Indeks)" is "indeks"); "" for words that are no known unit."""
        rapi = satuan.casefold().strip(" ().,")
        if rapi in self.satuan_setara or rapi == "rp":
            return self.satuan_setara.get(rapi, rapi)
        kata = rapi.split()[:1]
        dikenal = {*self.daftar["satuan_hitung"], *self.satuan_setara}
        # A narrow cell breaks the word: "rekomenda si".
        utuh = next(
            (satu for satu in dikenal if len(satu) > 4 and rapi.replace(" ", "").startswith(satu)), ""
        )
        pertama = kata[0] if kata and kata[0] in dikenal else utuh
        return self.satuan_setara.get(pertama, pertama)


@cache
def load_kosakata() -> Kosakata:
    """Read the file once."""
    isi = read_yaml(_BERKAS.read_bytes())
    kolom = [(tuple(satu.split()), peran) for peran, semua in isi["kolom"].items() for satu in semua]
    sama = [(rapikan(satu), baku) for baku, semua in isi["satker_sama"].items() for satu in semua]
    return Kosakata(
        tuple(sorted(kolom, key=lambda pasangan: -len(pasangan[0]))),
        {nama: tuple(nilai) for nama, nilai in isi.items() if isinstance(nilai, list)},
        isi["singkatan"],
        {nama: _rapikan_semua(semua) for nama, semua in isi["analisis"].items()},
        {nama: _rapikan_semua(semua) for nama, semua in isi["bab"].items()},
        {satu: baku for baku, semua in isi["satuan_setara"].items() for satu in semua},
        tuple(sorted(sama, key=lambda pasangan: -len(pasangan[0]))),
        {nama: _baca_instrumen(nama, satu) for nama, satu in isi["instrumen"].items()},
    )


def _baca_instrumen(nama: str, isi: dict[str, Any]) -> Instrumen:
    bagian = {satu: _rapikan_semua(semua) for satu, semua in isi["bagian"].items()}
    ciri, ubah = frozenset(isi["ciri"]), isi.get("ubah", {})
    return Instrumen(nama, isi["hasil"], bagian, ciri, ubah, isi["parameter"], isi["bobot"])


def _rapikan_semua(semua: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(rapikan, semua))
