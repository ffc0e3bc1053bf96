"""A printed score against its printed parts: what the printed digits can stand for, and the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import TypeAlias

from kinerja.aturan.parameter import as_angka
from kinerja.aturan.skor.ikpa.masukan import Indikator
from kinerja.aturan.skor.ikpa.nilai import get_bobot
from kinerja.aturan.skor.smart import NAMA
from kinerja.aturan.skor.uraian import NOL, SERATUS, get_nilai, jepit_persen
from kinerja.aturan.telaah.selang import Cetakan, Putusan, Selang, jumlahkan, nilai_cetakan

Bagian: TypeAlias = Iterable[tuple[Cetakan, Fraction]]
_PENUH = Fraction(100)


def judge_linear(bagian: Bagian, terbit: Cetakan, tetap: Fraction = Fraction(0)) -> Putusan:
    """Verdict on a printed score that is Σ(part × weight) + `tetap`, kept within 0–100; weights above zero."""
    semua = tuple(bagian)
    titik = sum((satu.titik * bobot for satu, bobot in semua), tetap)
    selang = jumlahkan(satu.selang * Selang.titik(bobot) for satu, bobot in semua) + Selang.titik(tetap)
    return nilai_cetakan(
        terbit, jepit_persen(titik), Selang(jepit_persen(selang.bawah), jepit_persen(selang.atas))
    )


def judge_smart(unsur: Mapping[str, Cetakan], terbit: Cetakan, *, pada: date) -> Putusan:
    """Verdict on a printed SMART score; `unsur` by the names of `KomponenSmart`."""
    bobot = get_nilai("skor_perencanaan", pada).peta
    konversi = get_nilai("efisiensi_smart", pada).peta
    tengah, atas = (Fraction(as_angka(konversi[k])) for k in ("tengah", "tertinggi"))
    berat = {kunci: Fraction(as_angka(bobot[kunci])) / 100 for kunci in NAMA}
    tetap = berat["efisiensi"] * tengah
    berat["efisiensi"] *= (_PENUH - tengah) / atas
    return judge_linear(((unsur[kunci], berat[kunci]) for kunci in NAMA), terbit, tetap)


def judge_perencanaan(unsur: Mapping[str, Cetakan], terbit: Cetakan, *, pada: date) -> Putusan:
    """Verdict on a printed planning score since TA 2024; `unsur` by the names of `KomponenPerencanaan`."""
    bobot = get_nilai("skor_perencanaan", pada).peta
    return judge_linear(((satu, Fraction(as_angka(bobot[k])) / 100) for k, satu in unsur.items()), terbit)


def judge_nka(unsur: Mapping[str, Cetakan], terbit: Cetakan, *, pada: date) -> Putusan:
    """Verdict on a printed NKA; `unsur` are "perencanaan" and "pelaksanaan"."""
    bobot = get_nilai("bobot_nka", pada).peta
    return judge_linear(((satu, Fraction(as_angka(bobot[k]))) for k, satu in unsur.items()), terbit)


def judge_ikpa(
    sumbangan: Mapping[Indikator, Cetakan | None], pengurang: Decimal, terbit: Cetakan, *, pada: date
) -> Putusan:
    """Verdict on a printed IKPA from its printed columns; None is an indicator without object."""
    bobot = get_bobot(pada)
    ada = {i: satu for i, satu in sumbangan.items() if satu is not None and i in bobot}
    konversi = sum((bobot[i] for i in ada), NOL)
    berat = _PENUH / Fraction(konversi)
    return judge_linear(((satu, berat) for satu in ada.values()), terbit, -Fraction(pengurang))


def find_tanpa_objek(
    sumbangan: Mapping[Indikator, Decimal | None], konversi: Decimal, *, pada: date
) -> frozenset[Indikator] | None:
    """Which indicators have no object, by the printed konversi bobot (percent points); None when none fit.

    The published table prints 0 both for an indicator without object and for one that earned nothing. Those
    without a value have none; of those with 0, as many as the conversion leaves out. Which of several 0 does not
    change the score.
    """
    bobot = get_bobot(pada)
    kosong = frozenset(i for i in bobot if sumbangan.get(i) is None)
    sisa = SERATUS - konversi - sum((bobot[i] for i in kosong), NOL)
    nol = [i for i in bobot if sumbangan.get(i) == NOL]
    # A conversion of nothing would leave nothing to score.
    for banyak in range(len(nol) + 1 if konversi > 0 else 0):
        for pilihan in combinations(nol, banyak):
            if sum((bobot[i] for i in pilihan), NOL) == sisa:
                return kosong | frozenset(pilihan)
    return None
