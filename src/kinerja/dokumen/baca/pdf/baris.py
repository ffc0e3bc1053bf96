"""Words to lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kinerja.dokumen.baca.naskah import BarisTeks, Letak
from kinerja.dokumen.baca.pdf.halaman import Kata, Kotak

_ANGKA_PUTUS = re.compile(r"\d[.,/]$")
_ANGKA_LANJUT = re.compile(r"[.,]\d")


@dataclass(slots=True)
class BarisPdf:
    """One line of a page."""

    kata: list[Kata]
    halaman: int

    @property
    def teks(self) -> str:
        return " ".join(k.teks for k in self.kata)

    @property
    def kiri(self) -> float:
        return self.kata[0].kiri

    @property
    def kanan(self) -> float:
        return self.kata[-1].kanan

    @property
    def dasar(self) -> float:
        return self.kata[0].dasar

    @property
    def ukuran(self) -> float:
        """The size of most of its letters."""
        return max(self.kata, key=lambda k: len(k.teks)).ukuran

    @property
    def tebal(self) -> bool:
        return all(k.tebal for k in self.kata)

    @property
    def kotak(self) -> Kotak:
        return batas_kata(self.kata)

    def ke_teks(self) -> BarisTeks:
        """The line as the document model holds it."""
        return BarisTeks(self.teks, Letak(halaman=self.halaman, kotak=bulatkan(self.kotak)))


def batas_kata(kata: Iterable[Kata]) -> Kotak:
    """The smallest box around all words."""
    kotak = [k.kotak for k in kata]
    return (
        min(k[0] for k in kotak),
        min(k[1] for k in kotak),
        max(k[2] for k in kotak),
        max(k[3] for k in kotak),
    )


def bulatkan(kotak: Kotak) -> Kotak:
    """A hundredth of a point is finer than any eye."""
    return round(kotak[0], 2), round(kotak[1], 2), round(kotak[2], 2), round(kotak[3], 2)


def susun_baris(kata: Iterable[Kata], halaman: int) -> list[BarisPdf]:
    """Lines from the top, each from left to right; small raised or lowered signs stay in their line."""
    hasil: list[BarisPdf] = []
    for satu in sorted(kata, key=lambda k: -k.dasar):
        if hasil and abs(hasil[-1].dasar - satu.dasar) <= 0.4 * max(satu.ukuran, hasil[-1].kata[0].ukuran):
            hasil[-1].kata.append(satu)
        else:
            hasil.append(BarisPdf([satu], halaman))
    for baris in hasil:
        baris.kata.sort(key=lambda k: k.kiri)
    return hasil


def sambung_baris(baris: Iterable[str]) -> str:
    """The text of a cell: lines joined by a space, but a number that was broken over two lines by none."""
    hasil = ""
    for satu in baris:
        putus = hasil and (
            (_ANGKA_PUTUS.search(hasil) and satu[:1].isdigit())
            or (hasil[-1].isdigit() and _ANGKA_LANJUT.match(satu))
        )
        hasil += satu if putus or not hasil else f" {satu}"
    return hasil
