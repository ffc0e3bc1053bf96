"""The words and patterns of `teks.yaml`, compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kinerja.dasar.berkas_yaml import read_yaml
from kinerja.dokumen.baca.naskah import JenisKeterangan

_BERKAS = Path(__file__).with_name("teks.yaml")
_KATA = re.compile(r"[^\W\d_]+|%")
_NOMOR_KOLOM = re.compile(r"(\(\d{1,2}\)\s*)+|(20\d\d\s*){2,}")


@dataclass(frozen=True, slots=True)
class PolaTeks:
    """Compiled patterns; `judul` in the order they are tried."""

    keterangan: dict[JenisKeterangan, re.Pattern[str]]
    akhir_keterangan: re.Pattern[str]
    judul: tuple[tuple[re.Pattern[str], int], ...]
    pembuka_kepala: re.Pattern[str]
    kepala_sendiri: re.Pattern[str]
    penutup_tabel: re.Pattern[str]
    butir: re.Pattern[str]
    pembuka_kalimat: re.Pattern[str]
    kata_kalimat: frozenset[str]
    kata_kepala: frozenset[str]

    def get_tingkat_judul(self, teks: str) -> int | None:
        """Level of the heading this line begins, None for other lines."""
        return next((tingkat for pola, tingkat in self.judul if pola.match(teks)), None)

    def is_kalimat(self, teks: str) -> bool:
        """Whether the line begins like a sentence or holds a word of sentences."""
        if self.pembuka_kalimat.match(teks):
            return True
        return not self.kata_kalimat.isdisjoint(kata.casefold() for kata in _KATA.findall(teks))

    def is_kepala(self, teks: str) -> bool:
        """Whether the line holds nothing but words of header rows, or the numbers or years of columns."""
        if _NOMOR_KOLOM.fullmatch(teks):
            return True
        kata = [satu.casefold() for satu in _KATA.findall(teks)]
        return bool(kata) and self.kata_kepala.issuperset(kata) and not re.search(r"\d", teks)


@cache
def load_pola() -> PolaTeks:
    """Read `teks.yaml`."""
    isi = read_yaml(_BERKAS.read_bytes())
    nomor = r"\s+(?P<nomor>\d+(?:\.\d+)*)\s*[.:]?\s+(?P<judul>\S.*)"
    return PolaTeks(
        {jenis: re.compile(f"(?:{'|'.join(kata)}){nomor}") for jenis, kata in isi["keterangan"].items()},
        re.compile(f"{isi['akhir_keterangan']}$"),
        tuple((re.compile(satu["pola"]), satu["tingkat"]) for satu in isi["judul"]),
        re.compile(isi["pembuka_kepala"]),
        re.compile(isi["kepala_sendiri"]),
        re.compile("|".join(isi["penutup_tabel"])),
        re.compile(isi["butir"]),
        re.compile(isi["pembuka_kalimat"]),
        frozenset(isi["kata_kalimat"]),
        frozenset(isi["kata_kepala"]),
    )
