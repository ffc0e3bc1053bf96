"""What is wrong: one finding per cause, with every place where it shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from kinerja.aturan.telaah.fakta import Tempat


class Tingkat(StrEnum):
    """How grave a finding is; compare by `peringkat`."""

    FATAL = "fatal"
    BESAR = "besar"
    KECIL = "kecil"

    @property
    def peringkat(self) -> int:
        """3 fatal, 2 besar, 1 kecil."""
        return {"fatal": 3, "besar": 2, "kecil": 1}[self.value]


class Kepastian(StrEnum):
    """PASTI only where no reading of the text could make it right."""

    PASTI = "pasti"
    MUNGKIN = "mungkin"


@dataclass(frozen=True, slots=True)
class TempatTemuan:
    """One place of a finding: what is printed there and what should be, "" where nothing can be named."""

    tempat: Tempat
    tercetak: str = ""
    seharusnya: str = ""


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding. The first of `tempat` is where to look first; `uraian` prints both intervals of a number.

    `tingkat` and `dasar_hukum` come from the registry, unless the check found reason to say otherwise.
    """

    kode: str
    kepastian: Kepastian
    tempat: tuple[TempatTemuan, ...]
    uraian: str
    saran: str
    tingkat: Tingkat
    dasar_hukum: str
    indikator: str = ""

    @property
    def keluarga(self) -> str:
        """The family: what stands before the first hyphen of `kode`."""
        return self.kode.partition("-")[0]

    @property
    def utama(self) -> TempatTemuan:
        """The first place."""
        return self.tempat[0]

    def tambah_tempat(self, lain: tuple[TempatTemuan, ...]) -> Temuan:
        """The same finding with more places; a place that is there already is not repeated."""
        baru = tuple(satu for satu in lain if satu not in self.tempat)
        return replace(self, tempat=self.tempat + baru)
