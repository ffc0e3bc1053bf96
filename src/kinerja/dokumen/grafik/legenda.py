"""The legend above a drawing: series, statuses and notes, flowing over as many rows as they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.dokumen.grafik.gaya import NAMA_STATUS, TEPI, TINTA, Isian
from kinerja.dokumen.grafik.huruf import bungkus
from kinerja.dokumen.grafik.svg import Huruf, Kanvas, Kotak
from kinerja.dokumen.grafik.tanda import LEBAR_TANDA, gambar_isian, gambar_status
from kinerja.dokumen.model import Status

_HURUF = Huruf(11, TINTA)
_CONTOH = 20.0
_SELA = 18.0
_TINGGI = 18.0


@dataclass(frozen=True, slots=True)
class Butir:
    """One entry: a swatch or a status badge, and its text."""

    teks: tuple[str, ...]
    contoh: Isian | Status

    @property
    def awal(self) -> float:
        """Where the text begins."""
        return (_CONTOH if isinstance(self.contoh, Isian) else LEBAR_TANDA) + 5

    @property
    def lebar(self) -> float:
        return self.awal + max(_HURUF.ukur(t) for t in self.teks)

    @property
    def tinggi(self) -> float:
        return max(_TINGGI, len(self.teks) * _HURUF.tinggi + 4)


def buat_legenda(
    deret: Sequence[tuple[str, Isian]], status: Sequence[Status], *, lebar: float
) -> tuple[Butir, ...]:
    """Entries no wider than `lebar`; a series without a name is called by its place."""
    muat = lebar - 2 * TEPI - _CONTOH - 5
    hasil = [
        Butir(bungkus(nama or f"Deret {urutan}", muat, _HURUF.ukuran), isian)
        for urutan, (nama, isian) in enumerate(deret, 1)
    ]
    hasil += [Butir((NAMA_STATUS[s],), s) for s in status]
    return tuple(hasil)


def gambar_legenda(kanvas: Kanvas, butir: Sequence[Butir], lebar: float) -> float:
    """Draw from the top of the drawing down; returns where the next thing may begin."""
    x, y, tinggi = TEPI, TEPI, 0.0
    for b in butir:
        if x > TEPI and x + b.lebar > lebar - TEPI:
            x, y, tinggi = TEPI, y + tinggi, 0.0
        _gambar_butir(kanvas, b, x, y)
        x, tinggi = x + b.lebar + _SELA, max(tinggi, b.tinggi)
    return y + tinggi + (8 if butir else 0)


def _gambar_butir(kanvas: Kanvas, butir: Butir, x: float, y: float) -> None:
    if isinstance(butir.contoh, Isian):
        gambar_isian(kanvas, Kotak(x + 0.5, y + 3.5, _CONTOH - 1, 11), butir.contoh)
    else:
        gambar_status(kanvas, x + LEBAR_TANDA / 2, y + 9, butir.contoh)
    kanvas.baris(x + butir.awal, y + 9 - _HURUF.tinggi / 2, butir.teks, _HURUF)
