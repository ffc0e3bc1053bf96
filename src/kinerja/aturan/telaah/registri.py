"""The one list of checks.

`pemeriksaan.yaml` holds a record per code; a family module binds its functions with `pemeriksa`. To add a check:
write its record, write a function that yields `Uji`, name it in `pemeriksa`; the documentation page, the skeleton
of its tests and the exports follow from the record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from kinerja.aturan.telaah.fakta import Bahan
from kinerja.aturan.telaah.temuan import Kepastian, TempatTemuan, Temuan, Tingkat
from kinerja.dasar.berkas_yaml import read_yaml

KELUARGA: Final = ("hitung", "sama", "bobot", "narasi", "makna", "rentang", "target", "susunan", "bawaan")
_BERKAS: Final = Path(__file__).with_name("pemeriksaan.yaml")


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """A check: what it looks for, on which article it rests, how grave a finding is and how to mend it."""

    kode: str
    uraian: str
    dasar_hukum: str
    tingkat: Tingkat
    cara_memperbaiki: str

    @property
    def keluarga(self) -> str:
        """The family: what stands before the first hyphen of `kode`."""
        return self.kode.partition("-")[0]


@dataclass(frozen=True, slots=True)
class Hasil:
    """What one function found: how many comparisons it made, and the findings."""

    diperiksa: int
    temuan: tuple[Temuan, ...] = ()


Pemeriksa = Callable[[Bahan], Hasil]
_PEMERIKSA: Final[dict[Pemeriksa, tuple[str, ...]]] = {}


def pemeriksa(*kode: str) -> Callable[[Pemeriksa], Pemeriksa]:
    """Bind a function to the codes it can report; ValueError for a code without a record."""
    asing = set(kode) - load_pemeriksaan().keys()
    if asing or not kode:
        raise ValueError(f"no record in {_BERKAS.name} for {sorted(asing)}")

    def ikat(fungsi: Pemeriksa) -> Pemeriksa:
        _PEMERIKSA[fungsi] = kode
        return fungsi

    return ikat


@cache
def load_pemeriksaan() -> dict[str, Pemeriksaan]:
    """All records by code, in the order of the file."""
    mentah = read_yaml(_BERKAS.read_bytes())
    return {
        kode: Pemeriksaan(
            kode, isi["uraian"], isi["dasar_hukum"], Tingkat(isi["tingkat"]), isi["cara_memperbaiki"]
        )
        for kode, isi in mentah.items()
    }


def list_pemeriksa() -> Iterator[tuple[Pemeriksa, tuple[str, ...]]]:
    """The bound functions with the codes each can report; import `kinerja.aturan.telaah.periksa` first."""
    return iter(_PEMERIKSA.items())


def make_temuan(
    kode: str,
    tempat: tuple[TempatTemuan, ...],
    uraian: str,
    *,
    kepastian: Kepastian = Kepastian.PASTI,
    indikator: str = "",
    saran: str = "",
) -> Temuan:
    """A finding with grade, article and remedy of its record; `saran` replaces the remedy where more is known."""
    catatan = load_pemeriksaan()[kode]
    return Temuan(
        kode,
        kepastian,
        tempat,
        uraian,
        saran or catatan.cara_memperbaiki,
        catatan.tingkat,
        catatan.dasar_hukum,
        indikator,
    )
