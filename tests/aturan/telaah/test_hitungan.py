"""Recomputing a claim, and how findings speak of it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.aturan.telaah.buat import cetakan, fakta, kaitan

from kinerja.aturan.telaah.fakta import Jenis, Kaitan, Rumus
from kinerja.aturan.telaah.hitungan import Hitungan, hitung, hitung_turun, is_faktor
from kinerja.aturan.telaah.kalimat import bandingkan, seharusnya, tebak_ketikan, tulis
from kinerja.aturan.telaah.selang import Putusan, Selang


@pytest.mark.parametrize(
    ("rumus", "masukan", "tetapan", "hasil"),
    [
        (Rumus.CAPAIAN, ["3", "17"], (), "566,67"),
        (Rumus.RASIO, ["329", "365"], (), "90,14%"),
        (Rumus.SERAPAN, ["1.000.000", "987.654"], (), "98,77"),
        (Rumus.SISA, ["1.000.000", "987.654"], (), "12.346"),
        (Rumus.TUMBUH, ["200", "250"], (), "25,00"),
        (Rumus.JUMLAH, ["1", "2", "3"], (), "6"),
        (Rumus.RATA_RATA, ["3,85", "3,95", "3,98"], (), "3,93"),
        (Rumus.KONVERSI, ["98,50"], ("25",), "3,94"),
        (Rumus.BERBOBOT, ["89,14", "98,01"], ("0.6", "0.4"), "92,688"),
    ],
)
def test_setiap_rumus(rumus: Rumus, masukan: list[str], tetapan: tuple[str, ...], hasil: str):
    benar = kaitan(rumus, masukan, hasil, tetapan=tetapan)
    ada = hitung(benar)
    assert ada is not None
    assert ada.putusan is Putusan.COCOK
    salah = replace(benar, hasil=replace(benar.hasil, cetakan=cetakan("7,77")))
    ada = hitung(salah)
    assert ada is not None
    assert ada.putusan is Putusan.TIDAK


def test_bagi_nol_tidak_dinilai():
    assert hitung(kaitan(Rumus.RASIO, ["3", "0"], "100")) is None
    assert hitung_turun(kaitan(Rumus.CAPAIAN, ["0", "3"], "100")) is None


def test_dari_beberapa_bacaan_yang_terbaik():
    """23522566: parted as 2352 and 2566 the claim is right."""
    satu = kaitan(Rumus.RASIO, ["235", "22566"], "91,7%")
    assert hitung(satu) is not None
    lain = (fakta("2352", persis=True), fakta("2566", persis=True))
    ada = hitung(replace(satu, selain=(lain,)))
    assert ada is not None
    assert ada.putusan is Putusan.COCOK


def test_rata_capaian_boleh_dibatasi():
    """Offices count nothing below 0 and cap at 100, 110 or 120: here (0 + 100 + 120 + 98,5) / 4."""
    ada = hitung(kaitan(Rumus.RATA_RATA, ["-362,4", "100", "566,67", "98,5"], "79,63", Jenis.CAPAIAN))
    assert ada is not None
    assert ada.putusan is Putusan.COCOK


def test_rupiah_dalam_jumlah_boleh_terpotong():
    semua = [replace(fakta(teks, persis=True), satuan="rp") for teks in ("100", "200")]
    hasil = replace(fakta("301", persis=True), satuan="rp")
    ada = hitung(Kaitan(Rumus.JUMLAH, tuple(semua), hasil))
    assert ada is not None
    assert ada.putusan is Putusan.COCOK


def test_makin_rendah_makin_baik():
    ada = hitung_turun(kaitan(Rumus.CAPAIAN, ["10", "8"], "120"))
    assert ada is not None
    assert (ada.titik, ada.putusan) == (120, Putusan.COCOK)


def test_faktor_seratus():
    assert is_faktor(cetakan("-3,62"), Selang.titik(Fraction("-362.4")), 100)
    assert not is_faktor(cetakan("-3,52"), Selang.titik(Fraction("-362.4")), 100)


@pytest.mark.parametrize(
    ("tercetak", "benar", "petunjuk"),
    [
        ("88,48", "88,84", "Dua angka tertukar"),
        ("88,48", "88,49", "Satu angka keliru"),
        ("8,48", "88,48", "Satu angka hilang"),
        ("9,75", "97,5", "Koma bergeser"),
        ("0,97", "97", "Koma bergeser"),
        ("12,34", "56,78", ""),
        ("12,34", "13,24", ""),
        ("12,34", "14,32", ""),
        ("1", "12", ""),
        ("1234", "45", ""),
    ],
)
def test_tebak_ketikan(tercetak: str, benar: str, petunjuk: str):
    ada = tebak_ketikan(tercetak, benar)
    assert ada.startswith(petunjuk) if petunjuk else ada == ""


def test_kalimat_menyebut_kedua_selang():
    hitungan = Hitungan(Fraction(277, 2), Selang(Fraction(137), Fraction(140)), Putusan.TIDAK)
    assert bandingkan(cetakan("135"), hitungan) == "tercetak 135 (134,5–135,5), terhitung 138,50 (137–140)"
    tepat = Hitungan(Fraction(138), Selang.titik(138), Putusan.TIDAK)
    assert bandingkan(cetakan("135"), tepat) == "tercetak 135 (134,5–135,5), terhitung 138,00"
    assert seharusnya(cetakan("91,7%"), Fraction(9166, 100)) == "91,7%"
    assert tulis(Fraction(1234567), 0) == "1.234.567"
