"""A bar chart made ready to draw: checked, grouped by category, each bar with its label and fill."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kinerja.dokumen.grafik.gaya import STATUS, TUNGGAL, Isian, isian_deret
from kinerja.dokumen.grafik.huruf import bersihkan
from kinerja.dokumen.grafik.sumbu import Sumbu, buat_sumbu
from kinerja.dokumen.model import BaganBatang, Status

TIDAK_ADA_DATA = "tidak ada data"


class BaganTidakSejajar(ValueError):
    """Values, labels or statuses of a chart are not parallel to its series and categories."""


@dataclass(frozen=True, slots=True)
class Batang:
    """One bar; `nilai` None is a gap."""

    nilai: Decimal | None
    label: str
    isian: Isian


@dataclass(frozen=True, slots=True)
class Kelompok:
    """The bars of one category."""

    kategori: str
    status: Status | None
    batang: tuple[Batang, ...]


@dataclass(frozen=True, slots=True)
class Data:
    """A whole chart. `legenda` is empty when there is only one series, whose name then is `nama`."""

    kelompok: tuple[Kelompok, ...]
    legenda: tuple[tuple[str, Isian], ...]
    nama: str
    satuan: str
    nilai: tuple[Decimal, ...]
    acuan: Decimal | None
    label_acuan: str
    kinerja: bool

    @property
    def batang(self) -> tuple[Batang, ...]:
        """All bars in reading order."""
        return tuple(b for k in self.kelompok for b in k.batang)

    @property
    def status(self) -> tuple[Status, ...]:
        """The statuses that occur, each once."""
        ada = {k.status for k in self.kelompok}
        return tuple(s for s in STATUS if s in ada)

    @property
    def deret(self) -> int:
        """Bars per category."""
        return max((len(k.batang) for k in self.kelompok), default=0)

    def judul_sumbu(self, sumbu: Sumbu) -> str:
        """What the axis counts, and in what: "Pagu (miliar rupiah)"."""
        satuan = f"{sumbu.sebutan} {self.satuan}".strip()
        return f"{self.nama} ({satuan})" if self.nama and satuan else self.nama or satuan

    def sumbu(self, banyak: int) -> Sumbu:
        """The value axis with about `banyak` ticks."""
        return buat_sumbu(self.nilai, acuan=self.acuan, kinerja=self.kinerja, banyak=banyak)


def siapkan(bagan: BaganBatang) -> Data:
    """`bagan` ready to draw; a value that is not finite counts as no data.

    Raises BaganTidakSejajar when the tuples do not fit each other.
    """
    _periksa(bagan)
    isian = [isian_deret(i) for i in range(len(bagan.deret))] if len(bagan.deret) > 1 else [TUNGGAL]
    kelompok = tuple(_kelompok(bagan, urutan, isian) for urutan in range(len(bagan.kategori)))
    nama = tuple(bersihkan(d.nama) for d in bagan.deret)
    return Data(
        kelompok=kelompok,
        legenda=tuple(zip(nama, isian, strict=True)) if len(nama) > 1 else (),
        nama=nama[0] if len(nama) == 1 else "",
        satuan=bersihkan(bagan.satuan),
        nilai=tuple(b.nilai for k in kelompok for b in k.batang if b.nilai is not None),
        acuan=bagan.garis_acuan if bagan.garis_acuan is not None and bagan.garis_acuan.is_finite() else None,
        label_acuan=bersihkan(bagan.label_acuan),
        kinerja=bool(bagan.status) or bagan.garis_acuan is not None,
    )


def _kelompok(bagan: BaganBatang, urutan: int, isian: list[Isian]) -> Kelompok:
    status = bagan.status[urutan] if bagan.status else None
    batang = []
    for deret, label, warna in zip(bagan.deret, bagan.label, isian, strict=False):
        nilai = deret.nilai[urutan]
        # Among several series the fill names the series; the status is then told by its sign alone.
        isi = STATUS[status] if status and len(bagan.deret) == 1 else warna
        batang.append(_batang(nilai, bersihkan(label[urutan]), isi))
    return Kelompok(bersihkan(bagan.kategori[urutan]), status, tuple(batang))


def _batang(nilai: Decimal | None, label: str, isian: Isian) -> Batang:
    if nilai is not None and nilai.is_finite():
        return Batang(nilai, label, isian)
    bermakna = any(huruf.isalnum() for huruf in label)
    return Batang(None, label if bermakna else TIDAK_ADA_DATA, isian)


def _periksa(bagan: BaganBatang) -> None:
    banyak = len(bagan.kategori)
    if len(bagan.label) != len(bagan.deret):
        raise BaganTidakSejajar(f"{len(bagan.label)} baris label untuk {len(bagan.deret)} deret")
    for deret, label in zip(bagan.deret, bagan.label, strict=True):
        if len(deret.nilai) != banyak or len(label) != banyak:
            raise BaganTidakSejajar(
                f"deret {deret.nama!r}: {len(deret.nilai)} nilai, {len(label)} label, {banyak} kategori"
            )
    if bagan.status and len(bagan.status) != banyak:
        raise BaganTidakSejajar(f"{len(bagan.status)} status untuk {banyak} kategori")
