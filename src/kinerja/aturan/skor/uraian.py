"""A score and its explanation: a tree of terms, each with value, weight, contribution, article and remark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from kinerja.aturan.kategori import Kategori
from kinerja.aturan.parameter import NilaiParameter, RujukanAturan, load_parameter
from kinerja.aturan.temuan import Temuan

SERATUS = Decimal(100)
NOL = Decimal(0)


class Suku(NamedTuple):
    """One term of a score, in Indonesian. A tuple, because a year of one office has some two hundred of them.

    `nilai` in `satuan` ("" is a score of 0–100 or a count), None where there is no object or it cannot be
    computed; then `catatan` says why. `bobot` in percent points of the term above, `sumbangan` what the term adds
    to it. `rincian` are the terms it was made of.
    """

    label: str
    nilai: Decimal | None = None
    satuan: str = ""
    bobot: Decimal | None = None
    sumbangan: Decimal | None = None
    aturan: RujukanAturan | None = None
    catatan: str = ""
    rincian: tuple[Suku, ...] = ()

    def telusuri(self, tingkat: int = 0) -> Iterator[tuple[int, Suku]]:
        """This term and all beneath it from the top, each with its depth."""
        yield tingkat, self
        for satu in self.rincian:
            yield from satu.telusuri(tingkat + 1)


@dataclass(frozen=True, slots=True)
class HasilSkor:
    """A score: unrounded `nilai` (None when it cannot be computed), predicate, rule, explanation.

    `temuan`: what is wrong with the inputs, and what was done about it.
    """

    nilai: Decimal | None
    predikat: Kategori | None
    aturan: RujukanAturan
    uraian: Suku
    temuan: tuple[Temuan, ...] = ()


@lru_cache(maxsize=1024)
def get_nilai(kode: str, pada: date) -> NilaiParameter:
    """The value of a parameter on a day; BelumBerlaku before its first one."""
    return load_parameter(kode).pada(pada)


@lru_cache(maxsize=1024)
def rujuk(kode: str, pada: date, rumus: str = "") -> RujukanAturan:
    """The rule in force on a day; the formula is the `rumus` of the parameter unless it is given."""
    return load_parameter(kode).rujuk(pada, rumus or str(get_nilai(kode, pada).peta["rumus"]))


def hitung_persen(pembilang: int, penyebut: int) -> Decimal:
    """pembilang / penyebut × 100, rounded half up to two decimals; whole numbers in, penyebut above zero.

    In integers, because a year of an office has hundreds of such shares.
    """
    atas = 20_000 * abs(pembilang) + penyebut
    bulat = atas // (2 * penyebut)
    return Decimal(-bulat if pembilang < 0 else bulat).scaleb(-2)


def jepit(nilai: Decimal, bawah: Decimal = NOL, atas: Decimal = SERATUS) -> Decimal:
    """The nearest value within the bounds."""
    return min(max(nilai, bawah), atas)


def jepit_persen(nilai: Fraction) -> Fraction:
    """The nearest share within 0–100, exact."""
    return min(max(nilai, Fraction(0)), Fraction(100))
