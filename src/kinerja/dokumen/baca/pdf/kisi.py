"""Ruled tables out of rulings: which lines belong together, and which rectangles they enclose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kinerja.dokumen.baca.pdf.halaman import Garis, Kotak

_LEKAT = 2.5
"""Rulings closer than this are one; a ruling may end this far before the one it meets."""
_SISI_TERKECIL = 3.0
_GARIS_TERBANYAK = 3_000
"""A page with more rulings than this is a drawing, not a table."""


@dataclass(frozen=True, slots=True)
class SelKisi:
    """An enclosed rectangle; rows and columns from 0, downwards and to the right."""

    baris: int
    kolom: int
    bentang_baris: int
    bentang_kolom: int
    kotak: Kotak


@dataclass(frozen=True, slots=True)
class Kisi:
    """A ruled table: the x of its column borders from the left, the y of its row borders from the top."""

    x: tuple[float, ...]
    y: tuple[float, ...]
    sel: tuple[SelKisi, ...]

    @property
    def kotak(self) -> Kotak:
        return self.x[0], self.y[-1], self.x[-1], self.y[0]


def find_kisi(garis: Iterable[Garis]) -> list[Kisi]:
    """The ruled tables of a page from the top; a single box is none."""
    rapi = _rapikan(garis)
    if len(rapi) > _GARIS_TERBANYAK:
        return []
    hasil = [kisi for kelompok in _kelompokkan(rapi) if (kisi := _susun(kelompok)) is not None]
    return sorted(hasil, key=lambda k: (-k.y[0], k.x[0]))


def _rapikan(garis: Iterable[Garis]) -> list[Garis]:
    """Join rulings that lie on one line and touch or overlap."""
    hasil: list[Garis] = []
    for tegak in (True, False):
        searah = sorted((g for g in garis if g.tegak is tegak), key=lambda g: g.tetap)
        lajur: list[Garis] = []
        for satu in searah:
            if lajur and satu.tetap - lajur[0].tetap > _LEKAT:
                hasil += _satukan(lajur)
                lajur = []
            lajur.append(satu)
        hasil += _satukan(lajur)
    return hasil


def _satukan(lajur: list[Garis]) -> list[Garis]:
    """Rulings of one line, joined where they meet."""
    hasil: list[Garis] = []
    tetap = sum(g.tetap for g in lajur) / len(lajur) if lajur else 0.0
    for satu in sorted(lajur, key=lambda g: g.awal):
        if hasil and satu.awal - hasil[-1].akhir <= _LEKAT:
            hasil[-1] = Garis(satu.tegak, tetap, hasil[-1].awal, max(hasil[-1].akhir, satu.akhir))
        else:
            hasil.append(Garis(satu.tegak, tetap, satu.awal, satu.akhir))
    return hasil


def _kelompokkan(garis: list[Garis]) -> list[list[Garis]]:
    """Rulings that cross or meet, directly or through others."""
    induk = list(range(len(garis)))

    def akar(n: int) -> int:
        while induk[n] != n:
            induk[n] = induk[induk[n]]
            n = induk[n]
        return n

    tegak = [n for n, g in enumerate(garis) if g.tegak]
    datar = [n for n, g in enumerate(garis) if not g.tegak]
    for a in tegak:
        for b in datar:
            if _is_bertemu(garis[a], garis[b]):
                induk[akar(a)] = akar(b)
    kelompok: dict[int, list[Garis]] = defaultdict(list)
    for n, satu in enumerate(garis):
        kelompok[akar(n)].append(satu)
    return list(kelompok.values())


def _is_bertemu(tegak: Garis, datar: Garis) -> bool:
    return (
        datar.awal - _LEKAT <= tegak.tetap <= datar.akhir + _LEKAT
        and tegak.awal - _LEKAT <= datar.tetap <= tegak.akhir + _LEKAT
    )


def _susun(garis: list[Garis]) -> Kisi | None:
    """The grid of one group; rulings may be missing at its outer sides."""
    tegak = [g for g in garis if g.tegak]
    datar = [g for g in garis if not g.tegak]
    if not tegak or not datar:
        return None
    x = _jarangkan([g.tetap for g in tegak] + [g.awal for g in datar] + [g.akhir for g in datar])
    y = _jarangkan([g.tetap for g in datar] + [g.awal for g in tegak] + [g.akhir for g in tegak])[::-1]
    if len(x) < 2 or len(y) < 2 or len(x) + len(y) < 5:
        return None
    return Kisi(tuple(x), tuple(y), tuple(_list_sel(x, y, tegak, datar)))


def _jarangkan(nilai: list[float]) -> list[float]:
    hasil: list[float] = []
    for satu in sorted(nilai):
        if not hasil or satu - hasil[-1] > _SISI_TERKECIL:
            hasil.append(satu)
    return hasil


def _list_sel(x: list[float], y: list[float], tegak: list[Garis], datar: list[Garis]) -> list[SelKisi]:
    """Smallest rectangles first, then joined where no ruling parts them."""
    kolom, baris = len(x) - 1, len(y) - 1
    kanan = {
        (b, k)
        for b in range(baris)
        for k in range(kolom - 1)
        if _is_tertutup(tegak, x[k + 1], y[b + 1], y[b])
    }
    bawah = {
        (b, k)
        for b in range(baris - 1)
        for k in range(kolom)
        if _is_tertutup(datar, y[b + 1], x[k], x[k + 1])
    }
    terpakai: set[tuple[int, int]] = set()
    hasil = []
    for b in range(baris):
        for k in range(kolom):
            if (b, k) in terpakai:
                continue
            kb, kk = _bentangkan(b, k, kanan, bawah, (baris, kolom))
            # A shape that is no rectangle is cut into rectangles by whoever came first.
            while any((b, n) in terpakai for n in range(k, k + kk)):
                kk -= 1
            terpakai |= {(m, n) for m in range(b, b + kb) for n in range(k, k + kk)}
            hasil.append(SelKisi(b, k, kb, kk, (x[k], y[b + kb], x[k + kk], y[b])))
    return hasil


def _bentangkan(
    b: int, k: int, kanan: set[tuple[int, int]], bawah: set[tuple[int, int]], luas: tuple[int, int]
) -> tuple[int, int]:
    """How many rows and columns the cell that begins at (b, k) covers."""
    kk = 1
    while k + kk < luas[1] and (b, k + kk - 1) not in kanan:
        kk += 1
    kb = 1
    while b + kb < luas[0] and all((b + kb - 1, n) not in bawah for n in range(k, k + kk)):
        if any((b + kb, n) in kanan for n in range(k, k + kk - 1)):
            break
        kb += 1
    return kb, kk


def _is_tertutup(garis: list[Garis], tetap: float, awal: float, akhir: float) -> bool:
    """Whether a ruling lies there over the whole side but for its ends."""
    tengah = (awal + akhir) / 2
    return any(abs(g.tetap - tetap) <= _LEKAT and g.awal <= tengah <= g.akhir for g in garis)
