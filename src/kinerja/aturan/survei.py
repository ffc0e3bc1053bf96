"""Service surveys: nine unsur and mutu (PermenPANRB 14/2017), other indices, minimum sample, weighted means.

Scores are exact inside (fractions) and unrounded at the door; a mutu is judged on the IKM with two decimals,
as the table of the law is written: between 88.30 and 88.31 there is nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

from kinerja.aturan.kategori import Kategori, classify
from kinerja.aturan.konversi import PEMBAGI_SURVEI
from kinerja.aturan.parameter import RujukanAturan, as_angka, as_peta, as_teks, load_parameter
from kinerja.aturan.pecahan import to_desimal, to_pecahan
from kinerja.aturan.skor.uraian import Suku
from kinerja.dasar.cetak import bulatkan, cetak_angka

TERENDAH: Final = 1
TERTINGGI: Final = 4
_DESIMAL_URAIAN: Final = 4
_DESIMAL_MUTU: Final = 2


class RespondenNegatif(ValueError):
    """A number of respondents below zero."""


class NilaiDiLuarSkala(ValueError):
    """An answer or a mean outside 1–4."""


class UnsurTidakLengkap(ValueError):
    """The unsur given are not exactly those the rule asks for."""


class PopulasiTidakSah(ValueError):
    """A population below one, or below its respondents."""


@dataclass(frozen=True, slots=True)
class NilaiUnsur:
    """The mean of one unsur on the scale 1–4 (NRR), exact; `responden` counts its valid answers, None: unknown."""

    kode: str
    nilai: Fraction
    responden: int | None = None

    @property
    def desimal(self) -> Decimal:
        """The mean as a decimal, unrounded."""
        return to_desimal(self.nilai)


@dataclass(frozen=True, slots=True)
class HasilIndeks:
    """An index, unrounded, on both scales. `mutu` is None where the law knows no mutu for the survey."""

    nilai: Decimal
    nilai_seratus: Decimal
    mutu: Kategori | None
    uraian: Suku
    aturan: RujukanAturan


@dataclass(frozen=True, slots=True)
class SampelMinimum:
    """How many respondents a population asks for, and how far they are reached (percent points, unrounded)."""

    populasi: int
    minimum: int
    responden: int
    persen: Decimal
    aturan: RujukanAturan

    @property
    def tercapai(self) -> bool:
        """Are there enough?"""
        return self.responden >= self.minimum


def compute_rata_tertimbang(daftar: Iterable[tuple[Decimal, int]]) -> Decimal | None:
    """Σ(nilai × responden) / Σ responden over (nilai, responden) pairs; None without any respondent."""
    butir = [(to_pecahan(nilai), responden) for nilai, responden in daftar]
    if any(responden < 0 for _, responden in butir):
        raise RespondenNegatif("jumlah responden tidak boleh negatif")
    responden = sum(r for _, r in butir)
    if responden == 0:
        return None
    return to_desimal(sum((n * r for n, r in butir), Fraction(0)) / responden)


def list_unsur_skm(pada: date) -> tuple[tuple[str, str], ...]:
    """(code, name) of the nine unsur in the order of the law; BelumBerlaku before 2017."""
    daftar = load_parameter("unsur_skm").pada(pada).peta["unsur"]
    assert isinstance(daftar, tuple)
    return tuple((as_teks(as_peta(u)["kode"]), as_teks(as_peta(u)["nama"])) for u in daftar)


def compute_nrr(kode: str, jawaban: Sequence[int]) -> NilaiUnsur | None:
    """The mean of the answers to one unsur; None without answers. NilaiDiLuarSkala outside 1–4."""
    if any(not TERENDAH <= j <= TERTINGGI for j in jawaban):
        raise NilaiDiLuarSkala(f"jawaban unsur {kode} di luar 1–4")
    if not jawaban:
        return None
    return NilaiUnsur(kode, Fraction(sum(jawaban), len(jawaban)), len(jawaban))


def compute_skm(unsur: Sequence[NilaiUnsur], *, pada: date) -> HasilIndeks:
    """IKM of the nine unsur: NRR × 1/9 added up, × 25, with its mutu.

    Unsur are told by code, not by place. UnsurTidakLengkap unless each of the nine comes once, NilaiDiLuarSkala
    for a mean outside 1–4, BelumBerlaku before 2017.
    """
    parameter = load_parameter("unsur_skm")
    isi = parameter.pada(pada).peta
    nama = dict(list_unsur_skm(pada))
    if sorted(u.kode for u in unsur) != sorted(nama):
        raise UnsurTidakLengkap(f"perlu unsur {', '.join(nama)}, masing-masing sekali")
    bobot = Fraction(as_teks(isi["bobot"]))
    aturan = parameter.rujuk(pada, as_teks(isi["rumus"]))
    return _hitung([(u, f"{u.kode} {nama[u.kode]}") for u in unsur], bobot, aturan, skm=pada)


def compute_indeks(unsur: Sequence[NilaiUnsur], *, pada: date) -> HasilIndeks:
    """The index of a survey with other unsur (3AS, IPK): their plain mean. UnsurTidakLengkap without any."""
    if not unsur:
        raise UnsurTidakLengkap("perlu sedikitnya satu unsur")
    aturan = load_parameter("indeks_unsur_survei").rujuk(pada)
    return _hitung([(u, u.kode) for u in unsur], Fraction(1, len(unsur)), aturan, skm=None)


def describe_indeks(nilai: Decimal, skala: int, *, skm: bool, pada: date) -> HasilIndeks:
    """An index that is known as such (`skala` 4 or 100), on both scales and with its mutu where `skm`."""
    empat = to_pecahan(nilai) * TERTINGGI / skala
    nama = "unsur_skm" if skm else "indeks_unsur_survei"
    parameter = load_parameter(nama)
    rumus = as_teks(parameter.pada(pada).peta["rumus"]) if skm else ""
    suku = Suku("Nilai terbit", nilai, catatan=f"dalam skala {skala}")
    return _tutup(empat, (suku,), parameter.rujuk(pada, rumus), pada if skm else None)


def classify_mutu(ikm: Decimal, pada: date) -> Kategori:
    """Mutu A–D of an IKM (25–100), by the two decimals it is printed with."""
    mutu = classify(bulatkan(ikm, _DESIMAL_MUTU), "mutu_skm", pada)
    assert mutu is not None
    return mutu


def compute_sampel(populasi: int, responden: int, *, pada: date) -> SampelMinimum:
    """Krejcie–Morgan: respondents needed, and reached. PopulasiTidakSah below one or below `responden`."""
    if populasi < max(1, responden) or responden < 0:
        raise PopulasiTidakSah(f"populasi {populasi} dengan {responden} responden")
    parameter = load_parameter("sampel_survei")
    isi = parameter.pada(pada).peta
    khi, p, d = (to_pecahan(as_angka(isi[k])) for k in ("khi_kuadrat", "proporsi", "galat"))
    sebaran = khi * p * (1 - p)
    pecahan = sebaran * populasi / (d * d * (populasi - 1) + sebaran)
    minimum = int(to_desimal(pecahan).to_integral_value(ROUND_HALF_UP))
    persen = to_desimal(Fraction(responden * 100, minimum))
    return SampelMinimum(populasi, minimum, responden, persen, parameter.rujuk(pada, as_teks(isi["rumus"])))


def _hitung(
    unsur: Sequence[tuple[NilaiUnsur, str]], bobot: Fraction, aturan: RujukanAturan, *, skm: date | None
) -> HasilIndeks:
    suku = []
    jumlah = Fraction(0)
    for satu, nama in unsur:
        if not TERENDAH <= satu.nilai <= TERTINGGI:
            raise NilaiDiLuarSkala(f"nilai unsur {satu.kode} di luar 1–4")
        tertimbang = satu.nilai * bobot
        jumlah += tertimbang
        sumbangan = to_desimal(tertimbang)
        catatan = f"× 1/{bobot.denominator} = {_cetak(sumbangan)}"
        suku.append(Suku(nama, satu.desimal, sumbangan=sumbangan, catatan=catatan))
    return _tutup(jumlah, tuple(suku), aturan, skm)


def _tutup(empat: Fraction, suku: tuple[Suku, ...], aturan: RujukanAturan, skm: date | None) -> HasilIndeks:
    nilai, seratus = to_desimal(empat), to_desimal(empat * to_pecahan(PEMBAGI_SURVEI))
    if not TERENDAH <= nilai <= TERTINGGI:
        raise NilaiDiLuarSkala(f"indeks di luar 1–4: {nilai}")
    indeks = Suku("Nilai indeks (skala 4)", nilai, rincian=suku)
    catatan = f"nilai indeks × {PEMBAGI_SURVEI}"
    uraian = Suku("Nilai konversi (skala 100)", seratus, aturan=aturan, catatan=catatan, rincian=(indeks,))
    mutu = None if skm is None else classify_mutu(seratus, skm)
    return HasilIndeks(nilai, seratus, mutu, uraian, aturan)


def _cetak(nilai: Decimal) -> str:
    """At most four decimals, those it has."""
    return cetak_angka(bulatkan(nilai, _DESIMAL_URAIAN))
