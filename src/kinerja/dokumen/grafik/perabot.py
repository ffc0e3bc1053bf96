"""What vertical and horizontal bar charts share: bar ends, value labels, ticks, reference line, footnotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.dasar.cetak import cetak_angka
from kinerja.dokumen.grafik.data import Data
from kinerja.dokumen.grafik.gaya import ACUAN, PUTIH, TEPI, TINTA, TINTA_REDUP
from kinerja.dokumen.grafik.huruf import bungkus
from kinerja.dokumen.grafik.svg import Huruf, Kanvas, Kotak, angka

ZONA = 36.0
"""Room beyond the axis in which broken bars end."""
POTONGAN = 12.0
"""From the end of the axis to the break mark."""
SELA = 4.0
RINTISAN = 13.0
"""Length of the hatched stub that stands for a missing value."""
SKALA_TICK = 5

HURUF_TICK = Huruf(10, TINTA_REDUP, "middle")
HURUF_SUMBU = Huruf(10.5, TINTA_REDUP)
HURUF_ACUAN = Huruf(10.5, ACUAN, tebal=True)
HURUF_CATATAN = Huruf(10, TINTA_REDUP, miring=True)
CATATAN_POTONG = "Batang bertanda potong melampaui sumbu: panjangnya tidak menurut skala, bacalah angkanya."


@dataclass(frozen=True, slots=True)
class Gambaran:
    """A finished drawing and its size."""

    kanvas: Kanvas
    lebar: float
    tinggi: float


def label_acuan(data: Data, lebar: float) -> tuple[str, ...]:
    """Lines that name the reference line; none when there is no such line."""
    if data.acuan is None:
        return ()
    return bungkus(data.label_acuan or cetak_angka(data.acuan), lebar, HURUF_ACUAN.ukuran, tebal=True)


def jarangkan(posisi: Sequence[float], lebar: Sequence[float], nol: float) -> list[int]:
    """Which tick labels to print so that none touches another; those nearest to zero come first."""
    terpilih: list[int] = []
    for i in sorted(range(len(posisi)), key=lambda i: abs(posisi[i] - nol)):
        if all(abs(posisi[i] - posisi[j]) >= (lebar[i] + lebar[j]) / 2 + 6 for j in terpilih):
            terpilih.append(i)
    return sorted(terpilih)


def gambar_acuan(kanvas: Kanvas, dari: tuple[float, float], ke: tuple[float, float]) -> None:
    """A dashed line with white between the dashes, so it shows on dark bars too."""
    d = f"M{angka(dari[0])} {angka(dari[1])}L{angka(ke[0])} {angka(ke[1])}"
    kanvas.jalur(d, PUTIH, tebal=1.4)
    kanvas.jalur(d, ACUAN, tebal=1.4, putus="5 3")


def gambar_label(kanvas: Kanvas, kotak: Kotak, label: str, huruf: Huruf, *, putar: bool = False) -> None:
    """A value label on a white ground inside `kotak`, so that no line runs through it."""
    if not label:
        return
    kanvas.kotak(kotak, PUTIH)
    if putar:
        kanvas.teks(
            kotak.tengah_x, kotak.y if huruf.jangkar == "end" else kotak.bawah, label, huruf, putar=True
        )
    else:
        x = {"start": kotak.x, "middle": kotak.tengah_x, "end": kotak.kanan}[huruf.jangkar]
        kanvas.teks(x, kotak.tengah_y, label, huruf)


def huruf_nilai(nilai: Decimal | None, ukuran: float) -> Huruf:
    """Value labels are dark, the words for a gap are grey and slanted."""
    return Huruf(ukuran, TINTA) if nilai is not None else Huruf(ukuran, TINTA_REDUP, miring=True)


def gambar_catatan(kanvas: Kanvas, y: float, lebar: float, *, ada_potongan: bool) -> float:
    """The note on broken bars, from `y` down; returns the bottom of the drawing."""
    if ada_potongan:
        teks = bungkus(CATATAN_POTONG, lebar - 2 * TEPI, HURUF_CATATAN.ukuran)
        y = kanvas.baris(TEPI, y + 3, teks, HURUF_CATATAN)
    return y + TEPI
