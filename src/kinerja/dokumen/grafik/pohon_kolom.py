"""Columns of a tree drawing: how the width is shared among the levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kinerja.dokumen.grafik.gaya import LEBAR, TEPI
from kinerja.dokumen.grafik.huruf import bersihkan, lebar_kata, ukur
from kinerja.dokumen.grafik.tanda import LEBAR_TANDA
from kinerja.dokumen.model import Simpul

PAD_X = 6.0
RUANG_TANDA = LEBAR_TANDA + 5
PANEL_MIN = 4
"""So many leaves in a row are worth a panel."""
_KOTAK_MIN = 72.0


@dataclass(frozen=True, slots=True)
class Ukuran:
    """Font sizes and gaps that go together; `panel` sets runs of leaves in several columns."""

    teks: float
    keterangan: float
    sela: float
    antar: float
    pad: float
    panel: bool


@dataclass(frozen=True, slots=True)
class Kolom:
    """Left side and width of one level of the tree."""

    x: float
    lebar: float

    @property
    def kanan(self) -> float:
        """Right side."""
        return self.x + self.lebar


def telusuri(simpul: Simpul, tingkat: int = 0) -> Iterator[tuple[Simpul, int]]:
    """Every node with its depth, parents first."""
    yield simpul, tingkat
    for anak in simpul.anak:
        yield from telusuri(anak, tingkat + 1)


def kelompokkan(anak: Sequence[Simpul]) -> list[list[Simpul]]:
    """Runs of leaves together, every other child alone, in order."""
    hasil: list[list[Simpul]] = []
    for simpul in anak:
        if hasil and not simpul.anak and not hasil[-1][-1].anak:
            hasil[-1].append(simpul)
        else:
            hasil.append([simpul])
    return hasil


def bagi_kolom(akar: Simpul, ukuran: Ukuran, pangkat: float) -> tuple[Kolom, ...]:
    """Share the width among the levels by their amount of text to the `pangkat`, none below its longest word."""
    isi = _isi_tingkat(akar, ukuran)
    sempit = [max([_KOTAK_MIN, *(lebar_tersempit(s, ukuran) for s in semua)]) for semua in isi]
    sempit[0] = max(sempit[0], lebar_tersempit(akar, ukuran, tebal=True))
    wajar = [max([_KOTAK_MIN, *(_lebar_wajar(s, ukuran) for s in semua)]) for semua in isi]
    bobot = [sum((_lebar_wajar(s, ukuran) for s in semua), 1.0) ** pangkat for semua in isi]
    sedia = LEBAR - 2 * TEPI - ukuran.antar * (len(isi) - 1)
    lebar = _bagi(sedia, sempit, wajar, bobot)
    lebih = max(0.0, sedia - sum(lebar))
    if ukuran.panel:
        lebar[-1] += lebih
    else:
        lebar = [w + lebih / len(lebar) for w in lebar]
    kolom, x = [], TEPI
    for w in lebar:
        kolom.append(Kolom(x, w))
        x += w + ukuran.antar
    return tuple(kolom)


def lebar_tersempit(simpul: Simpul, ukuran: Ukuran, *, tebal: bool = False) -> float:
    """Room for the longest word, but no more than a third of the drawing: a longer word is cut."""
    teks = lebar_kata(simpul.teks, ukuran.teks, tebal=tebal)
    return min(max(teks, lebar_kata(simpul.keterangan, ukuran.keterangan)) + _di_luar_teks(simpul), LEBAR / 3)


def _lebar_wajar(simpul: Simpul, ukuran: Ukuran) -> float:
    """Width at which the node needs no wrapping."""
    teks = ukur(bersihkan(simpul.teks), ukuran.teks, tebal=True)
    return max(teks, ukur(bersihkan(simpul.keterangan), ukuran.keterangan)) + _di_luar_teks(simpul)


def _di_luar_teks(simpul: Simpul) -> float:
    return 2 * PAD_X + (RUANG_TANDA if simpul.status else 0) + 0.01


def _isi_tingkat(akar: Simpul, ukuran: Ukuran) -> list[list[Simpul]]:
    """The nodes of each level; not those of a panel, which takes all the width to the right."""
    isi = [[akar]]
    for simpul, tingkat in telusuri(akar):
        for run in kelompokkan(simpul.anak):
            if tingkat + 1 == len(isi):
                isi.append([])
            if not ukuran.panel or len(run) < PANEL_MIN:
                isi[tingkat + 1].extend(run)
    return isi


def _bagi(
    sedia: float, sempit: Sequence[float], wajar: Sequence[float], bobot: Sequence[float]
) -> list[float]:
    """From `sempit` up towards `wajar`, in proportion to `bobot`, until `sedia` is used."""
    lebar = list(sempit)
    lapar = [i for i, w in enumerate(wajar) if w > lebar[i]]
    while lapar and (sisa := sedia - sum(lebar)) > 1:
        jumlah = sum(bobot[i] for i in lapar)
        for i in lapar:
            lebar[i] = min(wajar[i], lebar[i] + sisa * bobot[i] / jumlah)
        lapar = [i for i in lapar if wajar[i] > lebar[i]]
    return lebar
