"""Properties of capaian; each one kills a planted mutant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import strategies as st
from tests.aturan.sifat import bilangan, periksa, periksa_dengan_mutan, positif

from kinerja.aturan.capaian import (
    Capaian,
    CapaianSasaran,
    Keadaan,
    Polaritas,
    Target,
    compute_capaian,
    compute_capaian_sasaran,
)
from kinerja.aturan.pengaturan import PENGATURAN_BAWAAN, Pengaturan

PADA = date(2023, 12, 31)
Hitung = Callable[[Target, Decimal, Polaritas], Capaian]
TITIK = [Polaritas.NAIK, Polaritas.TURUN, Polaritas.STABIL]
rentang = st.tuples(positif, positif).map(lambda b: Target(bawah=min(b), atas=max(b)))


def asli(target: Target, realisasi: Decimal, polaritas: Polaritas) -> Capaian:
    return compute_capaian(target, realisasi, polaritas, pada=PADA)


def eksak(hasil: Capaian) -> Fraction:
    assert hasil.eksak is not None
    return hasil.eksak


def _dengan_nilai(hasil: Capaian, nilai: Fraction) -> Capaian:
    desimal = Decimal(nilai.numerator) / nilai.denominator
    return replace(hasil, nilai=desimal, eksak=nilai, tercapai=nilai >= 100)


def mutan_selalu_naik(target: Target, realisasi: Decimal, polaritas: Polaritas) -> Capaian:
    """Ignores polarity: a rise of what should fall looks like success."""
    return asli(target, realisasi, Polaritas.NAIK if polaritas is Polaritas.TURUN else polaritas)


def mutan_t_per_r(target: Target, realisasi: Decimal, polaritas: Polaritas) -> Capaian:
    """T/R for lower-is-better, as several existing systems do."""
    hasil = asli(target, realisasi, polaritas)
    if polaritas is not Polaritas.TURUN or not realisasi or target.nilai is None:
        return hasil
    return _dengan_nilai(hasil, Fraction(target.nilai) / Fraction(realisasi) * 100)


def mutan_mutlak(target: Target, realisasi: Decimal, polaritas: Polaritas) -> Capaian:
    """Loses the sign."""
    hasil = asli(target, realisasi, polaritas)
    return _dengan_nilai(hasil, abs(eksak(hasil)))


def mutan_bulat_dulu(target: Target, realisasi: Decimal, polaritas: Polaritas) -> Capaian:
    """Rounds before it divides."""
    return asli(target, realisasi.quantize(Decimal(1)), polaritas)


def mutan_stabil_satu_sisi(target: Target, realisasi: Decimal, polaritas: Polaritas) -> Capaian:
    """Treats stabil as naik."""
    return asli(target, realisasi, Polaritas.NAIK if polaritas is Polaritas.STABIL else polaritas)


def mutan_dua_desimal(target: Target, realisasi: Decimal, polaritas: Polaritas) -> Capaian:
    """Decides tercapai on what is printed."""
    hasil = asli(target, realisasi, polaritas)
    return replace(hasil, tercapai=round(eksak(hasil), 2) >= 100)


@pytest.mark.parametrize("mutan", [mutan_selalu_naik, mutan_mutlak])
def test_monoton_menurut_polaritas(mutan: Hitung) -> None:
    def sifat(hitung: Hitung, target: Decimal, satu: Decimal, dua: Decimal) -> None:
        kecil, besar = sorted((satu, dua))
        nilai = {p: [eksak(hitung(Target(target), r, p)) for r in (kecil, besar)] for p in TITIK}
        assert nilai[Polaritas.NAIK][0] <= nilai[Polaritas.NAIK][1]
        assert nilai[Polaritas.TURUN][0] >= nilai[Polaritas.TURUN][1]
        jauh = [abs(r - target) for r in (kecil, besar)]
        stabil = nilai[Polaritas.STABIL]
        assert (jauh[0] < jauh[1]) == (stabil[0] > stabil[1])

    periksa_dengan_mutan(sifat, positif, bilangan, bilangan, asli=asli, mutan=mutan)


@pytest.mark.parametrize("mutan", [mutan_t_per_r, mutan_mutlak])
def test_naik_dan_turun_saling_mencerminkan(mutan: Hitung) -> None:
    """R/T + (2T − R)/T = 2, for every realisasi."""

    def sifat(hitung: Hitung, target: Decimal, realisasi: Decimal) -> None:
        naik, turun = (eksak(hitung(Target(target), realisasi, p)) for p in TITIK[:2])
        assert naik + turun == 200

    periksa_dengan_mutan(sifat, positif, bilangan, asli=asli, mutan=mutan)


def test_skala_tidak_mengubah_capaian() -> None:
    """The same figures in thousands, in percent or as a fraction give the same capaian."""

    def sifat(hitung: Hitung, target: Decimal, realisasi: Decimal, kali: int, polaritas: Polaritas) -> None:
        kecil = eksak(hitung(Target(target), realisasi, polaritas))
        assert eksak(hitung(Target(target * kali), realisasi * kali, polaritas)) == kecil

    strategi = (positif, bilangan, st.integers(1, 1000), st.sampled_from(TITIK))
    periksa_dengan_mutan(sifat, *strategi, asli=asli, mutan=mutan_bulat_dulu)


@pytest.mark.parametrize("mutan", [mutan_dua_desimal, mutan_selalu_naik])
def test_tercapai_tepat_di_batas(mutan: Hitung) -> None:
    """tercapai is R ≥ T, R ≤ T or R = T, however close R is."""

    def sifat(hitung: Hitung, target: Decimal, geser: int) -> None:
        realisasi = target + Decimal(geser).scaleb(-9)
        tercapai = [hitung(Target(target), realisasi, p).tercapai for p in TITIK]
        assert tercapai == [realisasi >= target, realisasi <= target, realisasi == target]

    periksa_dengan_mutan(sifat, positif, st.integers(-3, 3), asli=asli, mutan=mutan)


def test_rentang_selebar_nol_adalah_stabil() -> None:
    def sifat(hitung: Hitung, target: Decimal, realisasi: Decimal) -> None:
        sempit = hitung(Target(bawah=target, atas=target), realisasi, Polaritas.RENTANG)
        assert eksak(sempit) == eksak(hitung(Target(target), realisasi, Polaritas.STABIL))

    periksa_dengan_mutan(sifat, positif, bilangan, asli=asli, mutan=mutan_stabil_satu_sisi)


def mutan_rentang_terbuka(target: Target, realisasi: Decimal, polaritas: Polaritas) -> Capaian:
    """Forgets that the bounds belong to the range."""
    hasil = asli(target, realisasi, polaritas)
    return replace(hasil, tercapai=False) if realisasi in {target.bawah, target.atas} else hasil


def test_rentang_tercapai_bila_di_dalam() -> None:
    def sifat(hitung: Hitung, target: Target, realisasi: Decimal, pilih: int) -> None:
        assert target.bawah is not None
        assert target.atas is not None
        r = (realisasi, target.bawah, target.atas)[pilih]
        assert hitung(target, r, Polaritas.RENTANG).tercapai is (target.bawah <= r <= target.atas)

    strategi = (rentang, bilangan, st.integers(0, 2))
    periksa_dengan_mutan(sifat, *strategi, asli=asli, mutan=mutan_rentang_terbuka)


def _bulat_setengah_ke_atas(nilai: Fraction, desimal: int) -> Fraction:
    """Half up in integers only: an independent printer."""
    skala = 10**desimal
    bulat = int(abs(nilai) * skala * 2 + 1) // 2
    return Fraction(bulat if nilai >= 0 else -bulat, skala)


def _cetak(nilai: Decimal, desimal: int) -> Fraction:
    return Fraction(nilai.quantize(Decimal(1).scaleb(-desimal), "ROUND_HALF_UP"))


def mutan_enam_digit(target: Target, realisasi: Decimal, polaritas: Polaritas) -> Capaian:
    """Stores a rounded value and rounds it again when printing."""
    hasil = asli(target, realisasi, polaritas)
    assert hasil.nilai is not None
    return replace(hasil, nilai=hasil.nilai.quantize(Decimal("0.001"), ROUND_HALF_EVEN))


def mutan_biner(target: Target, realisasi: Decimal, polaritas: Polaritas) -> Capaian:
    """Binary floating point: 58.985 prints as 58.98."""
    hasil = asli(target, realisasi, polaritas)
    return replace(hasil, nilai=Decimal(float(eksak(hasil))))


@pytest.mark.parametrize("mutan", [mutan_enam_digit, mutan_biner])
def test_tercetak_sama_dengan_dihitung_ulang(mutan: Hitung) -> None:
    """Printing the stored decimal equals printing the exact fraction, ties included."""

    def sifat(hitung: Hitung, target: int, realisasi: int, polaritas: Polaritas, desimal: int) -> None:
        hasil = hitung(Target(Decimal(target)), Decimal(realisasi) / 1000, polaritas)
        assert hasil.nilai is not None
        assert _cetak(hasil.nilai, desimal) == _bulat_setengah_ke_atas(eksak(hasil), desimal)

    target_bertemu_seri = st.sampled_from([1, 3, 7, 8, 16, 40, 80, 125, 200, 400])
    strategi = (target_bertemu_seri, st.integers(-99_999, 99_999), st.sampled_from(TITIK), st.integers(0, 4))
    periksa_dengan_mutan(sifat, *strategi, asli=asli, mutan=mutan)


def test_agregat_di_antara_lantai_dan_batas() -> None:
    def sifat(hitung: Any, target: Decimal, realisasi: Decimal, batas: int) -> None:
        pengaturan = Pengaturan(batas_atas_capaian=Decimal(batas))
        hasil = hitung(Target(target), Decimal(realisasi), Polaritas.NAIK, pengaturan=pengaturan, pada=PADA)
        assert hasil.nilai_agregat == min(max(hasil.nilai, 0), batas)
        assert hasil.nilai == asli(Target(target), realisasi, Polaritas.NAIK).nilai

    def mutan(*arg: Any, pengaturan: Pengaturan, pada: date) -> Capaian:
        """Caps the stored value itself."""
        hasil = compute_capaian(*arg, pengaturan=pengaturan, pada=pada)
        return replace(hasil, nilai=hasil.nilai_agregat)

    periksa_dengan_mutan(sifat, positif, bilangan, st.integers(100, 200), asli=compute_capaian, mutan=mutan)


Sasaran = Callable[[Sequence[Capaian]], CapaianSasaran]
indikator = st.one_of(
    st.tuples(positif, bilangan).map(lambda c: asli(Target(c[0]), c[1], Polaritas.NAIK)),
    st.sampled_from(list(Keadaan)[1:]).map(
        lambda k: compute_capaian(None, None, Polaritas.NAIK, keadaan=k, pada=PADA)
    ),
)
daftar_indikator = st.lists(indikator, max_size=6)


def sasaran_asli(daftar: Sequence[Capaian]) -> CapaianSasaran:
    return compute_capaian_sasaran(daftar, pada=PADA)


def mutan_kosong_jadi_nol(daftar: Sequence[Capaian]) -> CapaianSasaran:
    """Averages the missing ones away as zeros."""
    hasil = sasaran_asli(daftar)
    jumlah = sum((c.nilai_agregat or Decimal(0) for c in daftar), Decimal(0))
    return replace(hasil, nilai=jumlah / len(daftar) if daftar else None)


def mutan_diam(daftar: Sequence[Capaian]) -> CapaianSasaran:
    """Gives the same mean and hides who is missing."""
    return replace(sasaran_asli(daftar), tanpa_nilai=())


def mutan_berbobot_urutan(daftar: Sequence[Capaian]) -> CapaianSasaran:
    """Averages pairwise as it goes, so the last indicator weighs most."""
    nilai: Decimal | None = None
    for c in daftar:
        if c.nilai_agregat is not None:
            nilai = c.nilai_agregat if nilai is None else (nilai + c.nilai_agregat) / 2
    return replace(sasaran_asli(daftar), nilai=nilai)


@pytest.mark.parametrize("mutan", [mutan_kosong_jadi_nol, mutan_diam])
def test_sasaran_menamai_yang_kosong(mutan: Sasaran) -> None:
    def sifat(hitung: Sasaran, daftar: list[Capaian]) -> None:
        hasil = hitung(daftar)
        bernilai = [c for c in daftar if c.nilai is not None]
        assert hasil.nilai == sasaran_asli(bernilai).nilai
        assert [daftar[i].nilai for i in hasil.tanpa_nilai] == [None] * (len(daftar) - len(bernilai))
        assert all(daftar[i].tercapai is False for i in hasil.gagal)
        assert len(hasil.gagal) == sum(c.tercapai is False for c in daftar)

    periksa_dengan_mutan(sifat, daftar_indikator, asli=sasaran_asli, mutan=mutan)


def test_sasaran_tidak_bergantung_urutan() -> None:
    def sifat(hitung: Sasaran, daftar: list[Capaian]) -> None:
        assert hitung(daftar).nilai == hitung(daftar[::-1]).nilai

    periksa_dengan_mutan(sifat, daftar_indikator, asli=sasaran_asli, mutan=mutan_berbobot_urutan)


def test_sasaran_di_antara_indikatornya() -> None:
    def sifat(hitung: Sasaran, daftar: list[Capaian]) -> None:
        nilai = [c.nilai_agregat for c in daftar if c.nilai_agregat is not None]
        hasil = hitung(daftar).nilai
        assert (hasil is None) == (not nilai)
        assert hasil is None or min(nilai) <= hasil <= max(nilai)

    periksa_dengan_mutan(sifat, daftar_indikator, asli=sasaran_asli, mutan=mutan_kosong_jadi_nol)


def test_tidak_pernah_gagal_pada_data() -> None:
    """Any target, realisasi, polarity, state and setting give a Capaian whose parts agree."""

    def sifat(hitung: Any, target: Target | None, realisasi: Decimal | None, *pilihan: Any) -> None:
        polaritas, keadaan, pengaturan = pilihan
        hasil = hitung(target, realisasi, polaritas, keadaan=keadaan, pengaturan=pengaturan, pada=PADA)
        terisi = hasil.keadaan is Keadaan.TERISI
        kosong = [x is None for x in (hasil.nilai, hasil.nilai_agregat, hasil.tercapai, hasil.eksak)]
        assert kosong == [not terisi] * 4
        assert terisi or hasil.catatan

    mungkin = st.none() | bilangan | st.just(Decimal(0))
    target = st.none() | st.builds(Target, mungkin, mungkin, mungkin)
    pengaturan = st.builds(Pengaturan, batas_atas_capaian=st.none() | positif) | st.just(PENGATURAN_BAWAAN)
    strategi = (target, mungkin, st.sampled_from(Polaritas), st.sampled_from(Keadaan), pengaturan)
    periksa(sifat, *strategi, dengan=compute_capaian)

    def mutan(*arg: Any, keadaan: Keadaan, **lain: Any) -> Capaian:
        """Turns every empty state into zero."""
        hasil = compute_capaian(*arg, keadaan=keadaan, **lain)
        return replace(hasil, nilai=hasil.nilai or Decimal(0))

    periksa_dengan_mutan(sifat, *strategi, asli=compute_capaian, mutan=mutan)
