"""Calculations printed in prose, also where a fraction lost its line: "23522566 x 100% = 91,7%" is 2352/2566.

Digits that ran together are parted in every way that can be meant; the reading that fits is taken, and the others
are kept beside it: only when none fits is the claim wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja.aturan.telaah.fakta import Rumus
from kinerja.aturan.telaah.selang import Cetakan, Putusan, Selang, nilai_cetakan
from kinerja.telaah.angka import baca_cetakan, pastikan
from kinerja.telaah.nama import panjangkan

_HASIL = r"=\s*(?P<hasil>[-−–]?\s?\d[\d.]*(?:,\s?\d+)?\s?%?)"
_KALI = r"\s*[x×*]\s*100\s*%\s*"
_RAPAT = re.compile(rf"(?<![\d.,/])(?P<digit>\d{{2,14}}){_KALI}{_HASIL}")
_KATA_RUMUS = re.compile(rf"(?:[.:=]\s|^)([^.:=]*?){_KALI}[^.=]*$")
_GARIS = re.compile(rf"(?<![\d.,])(?P<atas>[\d.]+)\s*[/:]\s*(?P<bawah>[\d.]+){_KALI}{_HASIL}")
_PERSEN = re.compile(rf"(?P<atas>[-−–]?\d[\d.,]*\s?%)\s*/?\s*(?P<bawah>\d[\d.,]*\s?%){_KALI}{_HASIL}")
_BERKATA = re.compile(
    rf"(?<![\d.,])(?P<atas>\d+)\s+(?P<kata>[a-z]+)[^\d=]{{0,60}}?(?P<bawah>\d+)\s+(?P=kata)[^\d=]{{0,60}}?{_KALI}{_HASIL}"
)
_RATA = re.compile(
    rf"\(?(?P<suku>\d[\d.,]*\s?%?(?:\s*\+\s*\d[\d.,]*\s?%?)+)\)?\s*(?P<bagi>\d+)?(?:{_KALI})?\s*{_HASIL}"
)
_TUMBUH = re.compile(
    rf"(?:Rp\.?\s*)?(?P<baru>\d[\d.,]*)\s*[-−–]\s*(?:Rp\.?\s*)?(?P<lama>\d[\d.,]*?)\s*/?\s*Rp\.?\s*(?P<dasar>\d[\d.,]*){_KALI}{_HASIL}"
)

_Bacaan = tuple[Rumus, *tuple[tuple[Cetakan, ...], ...]]
"""The formula, its inputs, then other readings of them."""


@dataclass(frozen=True, slots=True)
class RumusTeks:
    """A claimed calculation: inputs in the order of `Rumus`, other readings, the result and where it begins."""

    rumus: Rumus
    masukan: tuple[Cetakan, ...]
    hasil: Cetakan
    satuan: str
    posisi: int
    posisi_hasil: int
    selain: tuple[tuple[Cetakan, ...], ...] = ()
    label: tuple[str, ...] = ()


def cari_rumus(teks: str) -> Iterator[RumusTeks]:
    """Every calculation in a text."""
    for pola, baca in _PEMBACA:
        for cocok in pola.finditer(teks):
            hasil = baca_cetakan(cocok["hasil"])
            if hasil is None:
                continue
            terbaca = baca(cocok, hasil[0])
            if terbaca is not None:
                rumus, masukan, *selain = terbaca
                yield RumusTeks(
                    rumus,
                    masukan,
                    hasil[0],
                    hasil[1],
                    cocok.start(),
                    cocok.start("hasil"),
                    tuple(selain),
                    _label(teks[: cocok.start()]) if rumus is Rumus.RASIO else (),
                )


def _label(sebelum: str) -> tuple[str, ...]:
    """Names of numerator and denominator in the formula of words before the one of numbers."""
    cocok = _KATA_RUMUS.search(sebelum)
    if cocok is None:
        return ()
    bagian = [panjangkan(satu) for satu in re.split(r"(?=[Jj]umlah\b)|(?=Jumlah)|\bdibagi\b|/", cocok[1])]
    bagian = [satu for satu in bagian if satu.startswith("jumlah ")]
    return tuple(bagian) if len(bagian) == 2 else ()


def _baca_rapat(cocok: re.Match[str], hasil: Cetakan) -> _Bacaan | None:
    digit = cocok["digit"]
    calon = [(digit[:i], digit[i:]) for i in range(1, len(digit)) if digit[i] != "0"]
    if not calon:
        return None
    urut = sorted(calon, key=lambda dua: (_nilai_belahan(dua, hasil), abs(len(dua[0]) - len(dua[1]))))
    terbaik = [_pasangan(atas, bawah) for atas, bawah in urut]
    return (Rumus.RASIO, *terbaik)


def _nilai_belahan(dua: tuple[str, str], hasil: Cetakan) -> tuple[int, Fraction]:
    """Fitting first, cut ones next, then by distance."""
    titik = Fraction(int(dua[0]), int(dua[1])) * 100
    putusan = nilai_cetakan(hasil, titik, Selang.titik(titik))
    urutan = {Putusan.COCOK: 0, Putusan.SERI: 0, Putusan.DIPOTONG: 1, Putusan.TIDAK: 2}[putusan]
    return urutan, abs(titik - hasil.titik)


def _pasangan(atas: str, bawah: str) -> tuple[Cetakan, ...]:
    return tuple(Cetakan(satu, Decimal(int(satu)), 0, persis=True) for satu in (atas, bawah))


def _baca_garis(cocok: re.Match[str], _: Cetakan) -> _Bacaan | None:
    dua = baca_cetakan(cocok["atas"]), baca_cetakan(cocok["bawah"])
    # 0 of 0 stays: what is made of it is looked at elsewhere.
    if dua[0] is None or dua[1] is None or dua[1][0].nilai == 0 != dua[0][0].nilai:
        return None
    persis = "%" not in cocok["atas"]
    masukan = tuple(
        pastikan(satu[0]) if persis or satu is dua[1] else satu[0] for satu in dua if satu is not None
    )
    if not persis:
        return Rumus.CAPAIAN, (masukan[1], masukan[0])
    return Rumus.RASIO, masukan


def _baca_rata(cocok: re.Match[str], _: Cetakan) -> _Bacaan | None:
    suku = [satu.strip() for satu in cocok["suku"].split("+")]
    banyak = str(len(suku))
    if cocok["bagi"] is None:
        if not suku[-1].endswith(banyak) or not re.search(r",\d+$", suku[-1]):
            return None
        suku[-1] = suku[-1][: -len(banyak)]
    elif cocok["bagi"] != banyak:
        return None
    dibaca = [baca_cetakan(satu) for satu in suku]
    if any(satu is None for satu in dibaca):
        return None
    return Rumus.RATA_RATA, tuple(satu[0] for satu in dibaca if satu is not None)


def _baca_tumbuh(cocok: re.Match[str], _: Cetakan) -> _Bacaan | None:
    baru, lama, dasar = (baca_cetakan(cocok[nama]) for nama in ("baru", "lama", "dasar"))
    if baru is None or lama is None or dasar is None or lama[0].nilai != dasar[0].nilai:
        return None
    return Rumus.TUMBUH, (pastikan(lama[0]), pastikan(baru[0]))


_PEMBACA = (
    (_RAPAT, _baca_rapat),
    (_GARIS, _baca_garis),
    (_PERSEN, _baca_garis),
    (_BERKATA, _baca_garis),
    (_RATA, _baca_rata),
    (_TUMBUH, _baca_tumbuh),
)
