"""What is still missing, by place and kind, and who must fill it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from kinerja.antarmuka.web.kepala import Kepala
from kinerja.pelaporan.kelengkapan import Celah, list_celah
from kinerja.pelaporan.queries import (
    NARASI_INDIKATOR,
    STANDAR_NASIONAL,
    DataLaporan,
    list_narasi_terisi,
)
from kinerja.pengukuran.queries import HasilSasaran


@dataclass(frozen=True, slots=True)
class Tempat:
    """Everything that is missing in one place: a part of the report (`kode` is "") or an indikator."""

    nama: str
    kode: str
    celah: tuple[Celah, ...]

    @property
    def oleh(self) -> tuple[str, ...]:
        """Those who owe it, each once."""
        return tuple(dict.fromkeys(c.oleh for c in self.celah))


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """How much is there: the analyses people write, monthly figures, notes on doubtful data."""

    jumlah_indikator: int
    narasi_kosong: int
    dengan_bulanan: int
    dengan_catatan: int

    @property
    def narasi_wajib(self) -> int:
        """Analyses that people must write for the indicators."""
        return self.jumlah_indikator * len(NARASI_INDIKATOR)

    @property
    def narasi_terisi(self) -> int:
        """Analyses that are there."""
        return self.narasi_wajib - self.narasi_kosong


@dataclass(frozen=True, slots=True)
class Kelengkapan:
    """All gaps of the report of an office and year."""

    ringkasan: Ringkasan
    celah: tuple[Celah, ...]

    @property
    def indikator_bercelah(self) -> int:
        """Indicators at which something is missing."""
        return len({c.kode for c in self.celah if c.kode})

    def per_jenis(self) -> tuple[tuple[str, int], ...]:
        """What is missing, and how often."""
        return tuple(Counter(c.apa for c in self.celah).items())

    def per_tempat(self, jenis: str) -> tuple[Tempat, ...]:
        """The gaps of that kind (all for an empty one), grouped by place in reading order."""
        dipilih = [c for c in self.celah if jenis in {"", c.apa}]
        return tuple(_kelompokkan(dipilih))


def periksa_kelengkapan(data: DataLaporan) -> Kelengkapan:
    """List what is missing, as the report does, and count what is there."""
    celah = tuple(list_celah(data))
    nama = NARASI_INDIKATOR.values()
    kosong = sum(bool(c.kode) and c.apa in nama for c in celah)
    return Kelengkapan(_ringkas(data.kinerja, kosong), celah)


def ringkas_kelengkapan(kepala: Kepala, kinerja: Sequence[HasilSasaran]) -> Ringkasan:
    """The counts alone, without reading what only the report needs."""
    ada = list_narasi_terisi(kepala.kantor.satker, kepala.tahun)
    hasil = [h for s in kinerja for h in s.indikator]
    # A national target of its own answers the question of the standard.
    ada |= {(h.indikator.pk, STANDAR_NASIONAL) for h in hasil if h.target_nasional is not None}
    kosong = sum((h.indikator.pk, b) not in ada for h in hasil for b in NARASI_INDIKATOR)
    return _ringkas(kinerja, kosong)


def _ringkas(kinerja: Sequence[HasilSasaran], kosong: int) -> Ringkasan:
    hasil = [h for s in kinerja for h in s.indikator]
    return Ringkasan(
        jumlah_indikator=len(hasil),
        narasi_kosong=kosong,
        dengan_bulanan=sum(h.bulanan for h in hasil),
        dengan_catatan=sum(bool(h.indikator.catatan_mutu) for h in hasil),
    )


def _kelompokkan(celah: Sequence[Celah]) -> list[Tempat]:
    kelompok = groupby(celah, key=lambda c: (c.tempat, c.kode))
    return [Tempat(tempat.removeprefix(kode).strip(), kode, tuple(isi)) for (tempat, kode), isi in kelompok]
