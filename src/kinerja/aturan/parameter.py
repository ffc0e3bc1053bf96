"""Dated parameters of law: a value, since when, by which article, how certain.

One YAML file per parameter in `aturan/parameter/`. Numbers are quoted strings (read as Decimal), so no binary
float can enter. A value without its article does not load.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import yaml

from kinerja.dasar.berkas_yaml import Pemuat

Isi: TypeAlias = "Decimal | str | Mapping[str, Isi] | tuple[Isi, ...]"

_ANGKA: Final = re.compile(r"-?\d+(\.\d+)?")
_NAMA: Final = re.compile(r"[a-z0-9_]+")
_KUNCI_PARAMETER: Final = frozenset(
    {"kode", "uraian", "penjelasan", "pengaturan", "pilihan", "rentang", "nilai"}
)
_KUNCI_NILAI: Final = frozenset({"isi", "dasar_hukum", "berlaku", "kepastian"})
_FOLDER: Final = files("kinerja.aturan").joinpath("parameter")


class ParameterTidakDikenal(LookupError):
    """No parameter file of that name."""


class ParameterCacat(ValueError):
    """A parameter file breaks the form: no article, an unquoted number, an unknown key."""


class BelumBerlaku(LookupError):
    """The parameter has no value yet on that date."""


class Kepastian(StrEnum):
    """How certain the source is; M values are settings the instansi must confirm."""

    PRIMER = "P"
    SEKUNDER = "S"
    TERUJI = "E"
    INGATAN = "M"


@dataclass(frozen=True, slots=True)
class RujukanAturan:
    """Which rule made a number: printed beside it and walked to from it."""

    kode: str
    versi: date
    dasar_hukum: str
    rumus: str
    kepastian: Kepastian


@dataclass(frozen=True, slots=True)
class NilaiParameter:
    """One dated value; `berlaku` is a printed remark on its validity."""

    isi: Isi
    dasar_hukum: str
    mulai: date
    kepastian: Kepastian
    berlaku: str = ""

    @property
    def angka(self) -> Decimal:
        """The value as a number; TypeError when it is text or a table."""
        return as_angka(self.isi)

    @property
    def teks(self) -> str:
        """The value as text; TypeError when it is a number or a table."""
        return as_teks(self.isi)

    @property
    def peta(self) -> Mapping[str, Isi]:
        """The value as a mapping; TypeError when it is anything else."""
        return as_peta(self.isi)

    @property
    def daftar(self) -> tuple[Isi, ...]:
        """The value as a list; TypeError when it is anything else."""
        return as_daftar(self.isi)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A named parameter with its values in order of date.

    `pengaturan` marks a choice of the instansi (overridden through `Pengaturan`), `pilihan` the Indonesian
    wording of each choice, `rentang` the smallest and largest number where a number may be chosen.
    """

    kode: str
    uraian: str
    nilai: tuple[NilaiParameter, ...]
    pengaturan: bool = False
    penjelasan: str = ""
    pilihan: Mapping[str, str] = field(default_factory=dict)
    rentang: tuple[Decimal, Decimal] | None = None

    def pada(self, tanggal: date) -> NilaiParameter:
        """Return the value in force on `tanggal`; BelumBerlaku before the first one."""
        for nilai in reversed(self.nilai):
            if nilai.mulai <= tanggal:
                return nilai
        raise BelumBerlaku(f"{self.kode} belum berlaku pada {tanggal.isoformat()}")

    def rujuk(self, tanggal: date, rumus: str = "") -> RujukanAturan:
        """Name the rule in force on `tanggal`; without `rumus` the parameter's own text is the formula."""
        nilai = self.pada(tanggal)
        return RujukanAturan(self.kode, nilai.mulai, nilai.dasar_hukum, rumus or nilai.teks, nilai.kepastian)


def as_angka(isi: Isi) -> Decimal:
    """Narrow a parameter content to a number; TypeError otherwise."""
    if not isinstance(isi, Decimal):
        raise TypeError(f"bukan angka: {isi!r}")
    return isi


def as_teks(isi: Isi) -> str:
    """Narrow a parameter content to text; TypeError otherwise."""
    if not isinstance(isi, str):
        raise TypeError(f"bukan teks: {isi!r}")
    return isi


def as_peta(isi: Isi) -> Mapping[str, Isi]:
    """Narrow a parameter content to a mapping; TypeError otherwise."""
    if not isinstance(isi, Mapping):
        raise TypeError(f"bukan peta: {isi!r}")
    return isi


def as_daftar(isi: Isi) -> tuple[Isi, ...]:
    """Narrow a parameter content to a list; TypeError otherwise."""
    if not isinstance(isi, tuple):
        raise TypeError(f"bukan daftar: {isi!r}")
    return isi


@cache
def load_parameter(nama: str) -> Parameter:
    """Read one parameter file; ParameterTidakDikenal or ParameterCacat when it is absent or malformed."""
    berkas = _FOLDER.joinpath(f"{nama}.yaml")
    if not _NAMA.fullmatch(nama) or not berkas.is_file():
        raise ParameterTidakDikenal(nama)
    return parse_parameter(berkas.read_text(encoding="utf-8"), nama)


@cache
def list_parameter() -> tuple[str, ...]:
    """Names of all parameter files, sorted."""
    return tuple(sorted(b.name.removesuffix(".yaml") for b in _FOLDER.iterdir() if b.name.endswith(".yaml")))


def parse_parameter(teks: str, nama: str) -> Parameter:
    """Read the text of a parameter file named `nama`; ParameterCacat when it breaks the form."""
    try:
        isi = yaml.load(teks, Loader=_PemuatKetat)
    except yaml.YAMLError as galat:
        raise ParameterCacat(f"{nama}: {galat}") from galat
    _require(isinstance(isi, dict) and isi.get("kode") == nama, f"{nama}: kode harus sama dengan nama berkas")
    _require(isi.keys() <= _KUNCI_PARAMETER, f"{nama}: kunci tidak dikenal")
    _require(_is_teks(isi.get("uraian")), f"{nama}: tanpa uraian")
    entri = isi.get("nilai")
    _require(isinstance(entri, dict) and bool(entri), f"{nama}: tanpa nilai")
    nilai = tuple(_parse_nilai(entri[mulai], mulai, nama) for mulai in sorted(entri, key=str))
    pengaturan = isi.get("pengaturan", False) is True
    dari_ingatan = any(n.kepastian is Kepastian.INGATAN for n in nilai)
    _require(pengaturan or not dari_ingatan, f"{nama}: nilai [M] harus menjadi pengaturan")
    pilihan = MappingProxyType(dict(isi.get("pilihan", {})))
    rentang = _parse_rentang(isi["rentang"], nama) if "rentang" in isi else None
    return Parameter(nama, isi["uraian"], nilai, pengaturan, isi.get("penjelasan", ""), pilihan, rentang)


def _parse_rentang(isi: Any, nama: str) -> tuple[Decimal, Decimal]:
    batas = _freeze(isi, nama)
    _require(isinstance(batas, tuple) and len(batas) == 2, f"{nama}: rentang harus dua angka")
    bawah, atas = as_daftar(batas)
    _require(isinstance(bawah, Decimal) and isinstance(atas, Decimal), f"{nama}: rentang harus dua angka")
    _require(as_angka(bawah) < as_angka(atas), f"{nama}: rentang terbalik")
    return as_angka(bawah), as_angka(atas)


def _parse_nilai(entri: Any, mulai: Any, nama: str) -> NilaiParameter:
    asal = f"{nama} {mulai}"
    _require(type(mulai) is date, f"{asal}: kunci bukan tanggal")
    _require(isinstance(entri, dict) and entri.keys() <= _KUNCI_NILAI, f"{asal}: kunci tidak dikenal")
    _require(_is_teks(entri.get("dasar_hukum")), f"{asal}: tanpa dasar_hukum")
    _require(entri.get("kepastian") in set(Kepastian), f"{asal}: kepastian harus P, S, E atau M")
    isi = _freeze(entri.get("isi"), asal)
    return NilaiParameter(
        isi, entri["dasar_hukum"], mulai, Kepastian(entri["kepastian"]), entri.get("berlaku", "")
    )


def _freeze(isi: Any, asal: str) -> Isi:
    """Make the content immutable and its numbers Decimal; unquoted numbers and empty values are refused."""
    if isinstance(isi, dict):
        return MappingProxyType({str(kunci): _freeze(nilai, asal) for kunci, nilai in isi.items()})
    if isinstance(isi, list):
        return tuple(_freeze(nilai, asal) for nilai in isi)
    _require(_is_teks(isi), f"{asal}: isi {isi!r} harus teks bertanda kutip")
    return Decimal(isi) if _ANGKA.fullmatch(isi) else str(isi)


def _is_teks(isi: Any) -> bool:
    return isinstance(isi, str) and bool(isi.strip())


def _require(syarat: bool, pesan: str) -> None:
    if not syarat:
        raise ParameterCacat(pesan)


class _PemuatKetat(Pemuat):
    """YAML lets a repeated key win silently: a second value on one date would erase the first."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        kunci = [self.construct_object(k, deep=True) for k, _ in node.value]
        if len(kunci) != len(set(kunci)):
            raise yaml.YAMLError("kunci berulang")
        return super().construct_mapping(node, deep)
