"""Recompute what a document claims, from the printed inputs: as one value and as an interval."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from kinerja.aturan.telaah.fakta import Fakta, Jenis, Kaitan, Rumus
from kinerja.aturan.telaah.selang import Cetakan, Putusan, Selang, jumlahkan, nilai_cetakan

SERATUS = Selang.titik(100)
_BATAS_CAPAIAN = (100, 110, 120, 10**9)
"""Caps in use for the capaian in a mean (SKP 110, Kemenkeu 120), and none."""


@dataclass(frozen=True, slots=True)
class Hitungan:
    """The printed inputs taken literally, all they can stand for, and the verdict on the printed result."""

    titik: Fraction
    selang: Selang
    putusan: Putusan


def hitung(kaitan: Kaitan) -> Hitungan | None:
    """Recompute; of several readings the one that fits best. None when it divides by zero."""
    bacaan = [_hitung(kaitan, masukan) for masukan in (kaitan.masukan, *kaitan.selain)]
    ada = [satu for satu in bacaan if satu is not None]
    urutan = (Putusan.COCOK, Putusan.SERI, Putusan.DIPOTONG, Putusan.TIDAK)
    if kaitan.rumus is Rumus.RATA_RATA and kaitan.hasil.jenis is Jenis.CAPAIAN:
        ada += [_rata_terbatas(kaitan, batas) for batas in _BATAS_CAPAIAN]
    return min(ada, key=lambda satu: urutan.index(satu.putusan), default=None)


def _rata_terbatas(kaitan: Kaitan, atas: int) -> Hitungan:
    """The mean as an office takes it that counts nothing below 0 and nothing above a cap."""
    nilai = [min(max(satu.cetakan.titik, Fraction(0)), Fraction(atas)) for satu in kaitan.masukan]
    titik = sum(nilai, Fraction(0)) / len(nilai)
    return Hitungan(
        titik, Selang.titik(titik), nilai_cetakan(kaitan.hasil.cetakan, titik, Selang.titik(titik))
    )


def _hitung(kaitan: Kaitan, masukan: tuple[Fakta, ...]) -> Hitungan | None:
    harfiah = [Selang.titik(satu.cetakan.nilai) for satu in masukan]
    mungkin = [_selang(kaitan.rumus, satu) for satu in masukan]
    try:
        titik = _RUMUS[kaitan.rumus](kaitan, harfiah).bawah
        selang = _RUMUS[kaitan.rumus](kaitan, mungkin)
    except ZeroDivisionError:
        return None
    return Hitungan(titik, selang, nilai_cetakan(kaitan.hasil.cetakan, titik, selang))


def _selang(rumus: Rumus, fakta: Fakta) -> Selang:
    # Amounts of a sum may have been divided among several parts, each cut to whole rupiah.
    if rumus is Rumus.JUMLAH and fakta.satuan == "rp":
        return fakta.cetakan.selang_bulat
    return fakta.cetakan.selang


def _bagi_persen(_: Kaitan, nilai: list[Selang]) -> Selang:
    return nilai[0] / nilai[1] * SERATUS


def _capaian(_: Kaitan, nilai: list[Selang]) -> Selang:
    return nilai[1] / nilai[0] * SERATUS


def _sisa(_: Kaitan, nilai: list[Selang]) -> Selang:
    return nilai[0] - nilai[1]


def _tumbuh(_: Kaitan, nilai: list[Selang]) -> Selang:
    return (nilai[1] / nilai[0] - Selang.titik(1)) * SERATUS


def _jumlah(_: Kaitan, nilai: list[Selang]) -> Selang:
    return jumlahkan(nilai)


def _rata_rata(_: Kaitan, nilai: list[Selang]) -> Selang:
    return jumlahkan(nilai) * Selang.titik(Fraction(1, len(nilai)))


def _konversi(kaitan: Kaitan, nilai: list[Selang]) -> Selang:
    return nilai[0] / Selang.titik(kaitan.tetapan[0])


def _berbobot(kaitan: Kaitan, nilai: list[Selang]) -> Selang:
    return jumlahkan(n * Selang.titik(bobot) for n, bobot in zip(nilai, kaitan.tetapan, strict=True))


_RUMUS: dict[Rumus, Callable[[Kaitan, list[Selang]], Selang]] = {
    Rumus.CAPAIAN: _capaian,
    Rumus.RASIO: _bagi_persen,
    Rumus.SERAPAN: _capaian,
    Rumus.SISA: _sisa,
    Rumus.TUMBUH: _tumbuh,
    Rumus.JUMLAH: _jumlah,
    Rumus.RATA_RATA: _rata_rata,
    Rumus.KONVERSI: _konversi,
    Rumus.BERBOBOT: _berbobot,
}


def hitung_turun(kaitan: Kaitan) -> Hitungan | None:
    """Capaian where lower is better: (2T − R) / T × 100. None when the target is zero."""
    target, realisasi = (satu.cetakan for satu in kaitan.masukan)
    if target.nilai == 0:
        return None
    titik = (2 - realisasi.titik / target.titik) * 100
    selang = (Selang.titik(2) - realisasi.selang / target.selang) * SERATUS
    return Hitungan(titik, selang, nilai_cetakan(kaitan.hasil.cetakan, titik, selang))


def is_faktor(cetakan: Cetakan, selang: Selang, faktor: int) -> bool:
    """Whether the print is the computed value divided by `faktor`, rounded or cut."""
    terbagi = selang * Selang.titik(Fraction(1, faktor))
    return terbagi.is_beririsan(cetakan.selang_bulat) or terbagi.is_beririsan(cetakan.selang_potong)
