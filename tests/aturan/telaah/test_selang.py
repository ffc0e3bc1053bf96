"""Intervals: what a printed number can mean, whoever rounded it and however."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import strategies as st
from tests.aturan.sifat import bilangan, periksa, periksa_dengan_mutan

from kinerja.aturan.telaah.selang import Cetakan, Putusan, Selang, cetak_selang, jumlahkan, nilai_cetakan

DESIMAL = st.integers(0, 4)
pecahan = st.fractions(min_value=-1000, max_value=1000, max_denominator=997)
selang = st.tuples(pecahan, pecahan).map(lambda ujung: Selang(min(ujung), max(ujung)))
bagian = st.fractions(min_value=0, max_value=1, max_denominator=64)


def cetak(nilai: Decimal, desimal: int, cara: str) -> Cetakan:
    bulat = nilai.quantize(Decimal(1).scaleb(-desimal), rounding=cara)
    return Cetakan(str(bulat), bulat, desimal)


@pytest.mark.parametrize("cara", [ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN])
def test_setiap_cara_membulatkan_diterima(cara: str):
    def sifat(nilai_: object, nilai: Decimal, desimal: int) -> None:
        cetakan = cetak(nilai, desimal, cara)
        assert Fraction(nilai) in cetakan.selang_bulat
        putusan = nilai_cetakan(cetakan, Fraction(nilai), Selang.titik(nilai))
        assert putusan in (Putusan.COCOK, Putusan.SERI)

    periksa(sifat, bilangan, DESIMAL, dengan=None)


def test_dipotong_bukan_salah():
    def sifat(nilai_: object, nilai: Decimal, desimal: int) -> None:
        cetakan = cetak(nilai, desimal, ROUND_DOWN)
        assert Fraction(nilai) in cetakan.selang_potong or nilai < 0
        assert nilai_cetakan(cetakan, Fraction(nilai), Selang.titik(nilai)) is not Putusan.TIDAK

    periksa(sifat, bilangan, DESIMAL, dengan=None)


def test_meleset_satu_angka_selalu_ketahuan():
    def sifat(nilai_: object, nilai: Decimal, desimal: int, langkah: int) -> None:
        langkah += 2
        geser = Decimal(langkah).scaleb(-desimal)
        asli = cetak(nilai, desimal, ROUND_HALF_UP)
        salah = Cetakan("", asli.nilai + geser, desimal)
        assert nilai_cetakan(salah, Fraction(nilai), Selang.titik(nilai)) is Putusan.TIDAK

    periksa(sifat, bilangan, DESIMAL, st.integers(0, 50), dengan=None)


def _tambah_salah(satu: Selang, dua: Selang) -> Selang:
    return Selang(satu.bawah + dua.bawah, max(satu.atas, dua.atas))


def _kali_salah(satu: Selang, dua: Selang) -> Selang:
    return Selang(satu.bawah * dua.bawah, satu.atas * dua.atas)


def _dalam(satu: Selang, letak: Fraction) -> Fraction:
    return satu.bawah + (satu.atas - satu.bawah) * letak


def test_jumlah_memuat_semua_jumlah():
    def sifat(tambah: object, a: Selang, b: Selang, x: Fraction, y: Fraction) -> None:
        assert callable(tambah)
        hasil = tambah(a, b)
        assert _dalam(a, x) + _dalam(b, y) in hasil

    periksa_dengan_mutan(sifat, selang, selang, bagian, bagian, asli=Selang.__add__, mutan=_tambah_salah)


def test_kali_memuat_semua_hasil_kali():
    def sifat(kali: object, a: Selang, b: Selang, x: Fraction, y: Fraction) -> None:
        assert callable(kali)
        hasil = kali(a, b)
        assert hasil.bawah <= _dalam(a, x) * _dalam(b, y) <= hasil.atas

    periksa_dengan_mutan(sifat, selang, selang, bagian, bagian, asli=Selang.__mul__, mutan=_kali_salah)


def test_bagi_memuat_semua_hasil_bagi_atau_menolak():
    def sifat(_: object, a: Selang, b: Selang, x: Fraction, y: Fraction) -> None:
        if Fraction(0) in b:
            with pytest.raises(ZeroDivisionError):
                a / b
        else:
            assert _dalam(a, x) / _dalam(b, y) in a / b

    periksa(sifat, selang, selang, bagian, bagian, dengan=None)


def test_kurang_dan_jumlahkan():
    a, b = Selang(Fraction(1), Fraction(2)), Selang(Fraction(5), Fraction(7))
    assert b - a == Selang(Fraction(3), Fraction(6))
    assert jumlahkan([]) == Selang.titik(0)
    assert jumlahkan([a, b, b]) == Selang(Fraction(11), Fraction(16))
    assert b.tengah == 6
    assert not a.is_beririsan(b)


@pytest.mark.parametrize(
    ("tercetak", "desimal", "titik", "putusan"),
    [
        ("56.67", 2, Fraction(170, 3), Putusan.COCOK),
        ("56.66", 2, Fraction(170, 3), Putusan.DIPOTONG),
        ("0.12", 2, Fraction(1, 8), Putusan.SERI),
        ("0.13", 2, Fraction(1, 8), Putusan.COCOK),
        ("-3.6", 1, Fraction(-369, 100), Putusan.DIPOTONG),
        ("0", 0, Fraction(-3, 4), Putusan.DIPOTONG),
        ("57.66", 2, Fraction(170, 3), Putusan.TIDAK),
    ],
)
def test_putusan(tercetak: str, desimal: int, titik: Fraction, putusan: Putusan):
    cetakan = Cetakan(tercetak, Decimal(tercetak), desimal)
    assert nilai_cetakan(cetakan, titik, Selang(titik, titik)) is putusan


def test_angka_tak_tercetak_memaafkan():
    cetakan = Cetakan("108", Decimal(108), 0)
    luas = Selang(Fraction(107), Fraction(109))
    assert nilai_cetakan(cetakan, Fraction("109.2"), luas) is Putusan.COCOK
    hanya_potong = Selang(Fraction("108.6"), Fraction("109.3"))
    assert nilai_cetakan(cetakan, Fraction("109.2"), hanya_potong) is Putusan.DIPOTONG


def test_cetakan_persis_hanya_dirinya():
    cetakan = Cetakan("17", Decimal(17), 0, persis=True)
    assert cetakan.selang == Selang.titik(17)
    assert Cetakan("17", Decimal(17), 0).selang == Selang(Fraction(33, 2), Fraction(35, 2))


def test_cetak_selang():
    assert cetak_selang(Selang(Fraction("97.35"), Fraction("97.45"))) == "97,35–97,45"
    assert cetak_selang(Selang.titik(4)) == "4"
