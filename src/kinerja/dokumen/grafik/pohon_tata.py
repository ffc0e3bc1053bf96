"""Layout of a tree: wrapped boxes that never overlap, leaves in several columns when space is short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kinerja.dokumen.grafik.huruf import bungkus
from kinerja.dokumen.grafik.pohon_kolom import (
    PAD_X,
    PANEL_MIN,
    RUANG_TANDA,
    Kolom,
    Ukuran,
    bagi_kolom,
    kelompokkan,
    lebar_tersempit,
)
from kinerja.dokumen.grafik.svg import BARIS
from kinerja.dokumen.grafik.tanda import LEBAR_TANDA
from kinerja.dokumen.model import Simpul

_DAUN_MIN = 90.0
_LANGKAH = 2.0
_PANGKAT = (0.5, 1.0, 1.5)
"""Ways to share the width among the levels, see `bagi_kolom`."""


@dataclass(frozen=True, slots=True)
class Cabang:
    """A node with its wrapped text; `tinggi` is that of the whole subtree, `kotak` that of its own box."""

    simpul: Simpul
    tingkat: int
    teks: tuple[str, ...]
    keterangan: tuple[str, ...]
    lebar: float
    kotak: float
    tinggi: float
    anak: tuple[Cabang | Panel, ...] = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """A run of leaves in columns, joined to their parent by one line."""

    lajur: tuple[tuple[Cabang, ...], ...]
    lebar: float
    tinggi: float


@dataclass(frozen=True, slots=True)
class Tata:
    """A whole layout."""

    ukuran: Ukuran
    kolom: tuple[Kolom, ...]
    akar: Cabang


def tata_pohon(akar: Simpul, semua_ukuran: Sequence[Ukuran], tinggi_maks: float) -> Tata:
    """The roomiest layout no higher than `tinggi_maks`; the lowest of all when none is."""
    semua = []
    for ukuran in semua_ukuran:
        for pangkat in _PANGKAT:
            kolom = bagi_kolom(akar, ukuran, pangkat)
            semua.append(Tata(ukuran, kolom, _susun(akar, kolom, ukuran, 0)))
            if semua[-1].akar.tinggi <= tinggi_maks:
                return semua[-1]
    return min(semua, key=lambda tata: tata.akar.tinggi)


def tinggi_anak(anak: Sequence[Cabang | Panel], ukuran: Ukuran) -> float:
    """Height of all children with the gaps between them."""
    return sum(a.tinggi for a in anak) + ukuran.sela * max(0, len(anak) - 1)


def _susun(simpul: Simpul, kolom: Sequence[Kolom], ukuran: Ukuran, tingkat: int) -> Cabang:
    anak: list[Cabang | Panel] = []
    for run in kelompokkan(simpul.anak):
        satu_lajur = [_susun(a, kolom, ukuran, tingkat + 1) for a in run]
        panel = _panel(satu_lajur, kolom, ukuran) if ukuran.panel and len(run) >= PANEL_MIN else None
        anak += [panel] if panel else satu_lajur
    kotak = _kotak(simpul, kolom[tingkat].lebar, ukuran, tingkat)
    return (
        replace(kotak, anak=tuple(anak), tinggi=max(kotak.kotak, tinggi_anak(anak, ukuran)))
        if anak
        else kotak
    )


def _kotak(simpul: Simpul, lebar: float, ukuran: Ukuran, tingkat: int) -> Cabang:
    muat = lebar - 2 * PAD_X - (RUANG_TANDA if simpul.status else 0)
    teks = bungkus(simpul.teks, muat, ukuran.teks, tebal=tingkat == 0)
    keterangan = bungkus(simpul.keterangan, muat, ukuran.keterangan)
    isi = (len(teks) * ukuran.teks + len(keterangan) * ukuran.keterangan) * BARIS
    tinggi = max(isi, LEBAR_TANDA) + 2 * ukuran.pad
    return Cabang(simpul, tingkat, teks, keterangan, lebar, tinggi, tinggi)


def _panel(run: Sequence[Cabang], kolom: Sequence[Kolom], ukuran: Ukuran) -> Panel | None:
    """The lowest arrangement of the leaves `run` in columns; None when one column is as good."""
    tingkat = run[0].tingkat
    lebar = kolom[-1].kanan - kolom[tingkat].x
    sempit = max(_DAUN_MIN, *(lebar_tersempit(d.simpul, ukuran) for d in run))
    terbaik: Panel | None = None
    terendah = sum(d.tinggi for d in run) + ukuran.sela * (len(run) - 1)
    for banyak in range(2, len(run) + 1):
        daun = (lebar - (banyak + 1) * ukuran.sela) / banyak
        if daun < sempit:
            break
        isi = [_kotak(d.simpul, daun, ukuran, tingkat) for d in run]
        panel = _isi_panel(isi, banyak, Kolom(ukuran.sela, lebar))
        if panel.tinggi < terendah - 1:
            terbaik, terendah = panel, panel.tinggi
    return terbaik


def _isi_panel(daun: Sequence[Cabang], banyak: int, ruang: Kolom) -> Panel:
    """The leaves read down at most `banyak` columns, filled evenly; `ruang.x` is the gap around them."""
    tinggi = max(sum(d.tinggi + ruang.x for d in daun) / banyak, *(d.tinggi + ruang.x for d in daun))
    while len(lajur := _isi_lajur(daun, tinggi, ruang.x)) > banyak:
        tinggi += _LANGKAH
    tinggi = max(sum(d.tinggi + ruang.x for d in isi) for isi in lajur)
    return Panel(lajur, ruang.lebar, tinggi + ruang.x)


def _isi_lajur(daun: Sequence[Cabang], tinggi: float, sela: float) -> tuple[tuple[Cabang, ...], ...]:
    """Columns no higher than `tinggi`, in order."""
    lajur: list[list[Cabang]] = []
    terisi = tinggi
    for d in daun:
        if terisi + d.tinggi + sela > tinggi:
            lajur.append([])
            terisi = 0.0
        lajur[-1].append(d)
        terisi += d.tinggi + sela
    return tuple(map(tuple, lajur))
