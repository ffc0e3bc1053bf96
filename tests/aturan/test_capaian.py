"""Capaian case by case: the table "same input, different answer", edges, settings, states."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from kinerja.aturan.capaian import (
    Capaian,
    Keadaan,
    Polaritas,
    Target,
    compute_capaian,
    compute_capaian_sasaran,
)
from kinerja.aturan.parameter import BelumBerlaku
from kinerja.aturan.pengaturan import (
    PENGATURAN_BAWAAN,
    Pengaturan,
    RataSasaran,
    RentangDiAtas,
    TargetNegatif,
    TargetNol,
)

PADA = date(2023, 12, 31)
D = Decimal


def capai(
    target: str | tuple[str, str],
    realisasi: str,
    polaritas: str = "naik",
    pengaturan: Pengaturan = PENGATURAN_BAWAAN,
) -> Capaian:
    batas = Target(D(target)) if isinstance(target, str) else Target(bawah=D(target[0]), atas=D(target[1]))
    return compute_capaian(batas, D(realisasi), Polaritas(polaritas), pengaturan=pengaturan, pada=PADA)


@pytest.mark.parametrize(
    ("polaritas", "target", "realisasi", "nilai", "agregat", "tercapai"),
    [
        # The existing systems answer these five with 20, 21, 0, 1, −20, 83.33, 40, 250, "Belum diisi", ...
        ("turun", "10", "8", "120", "120", True),
        ("turun", "10", "10", "100", "100", True),
        ("turun", "10", "12", "80", "80", False),
        ("turun", "10", "25", "-50", "0", False),
        ("turun", "10", "0", "200", "200", True),
        ("naik", "10", "8", "80", "80", False),
        ("naik", "10", "10", "100", "100", True),
        ("naik", "10", "0", "0", "0", False),
        ("naik", "5", "-18.12", "-362.4", "0", False),
        ("naik", "3", "17", "566.66666666666666666666666666666666666666666666666", None, True),
        ("stabil", "10", "10", "100", "100", True),
        ("stabil", "10", "8", "80", "80", False),
        ("stabil", "10", "12", "80", "80", False),
        ("stabil", "10", "25", "-50", "0", False),
        ("naik", "0", "0", "100", "100", True),
        ("turun", "0", "0", "100", "100", True),
        ("stabil", "0", "0", "100", "100", True),
        ("turun", "0", "3", "0", "0", False),
    ],
)
def test_satu_jawaban(
    polaritas: str, target: str, realisasi: str, nilai: str, agregat: str | None, tercapai: bool
) -> None:
    hasil = capai(target, realisasi, polaritas)
    assert hasil.keadaan is Keadaan.TERISI
    assert hasil.nilai == D(nilai)
    assert hasil.nilai_agregat == D(nilai if agregat is None else agregat)
    assert hasil.tercapai is tercapai


@pytest.mark.parametrize(
    ("polaritas", "target", "realisasi", "catatan"),
    [
        ("naik", "0", "5", "Target nol"),  # elsewhere: 0, none, Infinity, a crash
        ("naik", "0", "-5", "Target nol"),
        ("turun", "0", "-1", "Target nol"),
        ("stabil", "0", "1", "Target nol"),
        ("naik", "-5", "-3", "Target negatif"),
        ("turun", "-5", "-3", "Target negatif"),
    ],
)
def test_tidak_terhitung_dengan_alasan(polaritas: str, target: str, realisasi: str, catatan: str) -> None:
    hasil = capai(target, realisasi, polaritas)
    assert (hasil.keadaan, hasil.nilai, hasil.nilai_agregat, hasil.tercapai) == (
        Keadaan.TIDAK_TERHITUNG,
        None,
        None,
        None,
    )
    assert catatan in hasil.catatan


def test_rata_rata_98_76_dan_97_24_adalah_98() -> None:
    daftar = [capai("100", "98.76"), capai("100", "97.24")]
    assert compute_capaian_sasaran(daftar, pada=PADA).nilai == 98


@pytest.mark.parametrize(
    ("realisasi", "turun", "naik"),
    [
        ("80", "100", "100"),
        ("85", "100", "100"),
        ("90", "100", "100"),
        ("40", "50", "50"),
        ("99", "90", "110"),
        ("180", "0", "200"),
    ],
)
def test_rentang(realisasi: str, turun: str, naik: str) -> None:
    assert capai(("80", "90"), realisasi, "rentang").nilai == D(turun)
    pengaturan = Pengaturan(rentang_di_atas=RentangDiAtas.NAIK)
    assert capai(("80", "90"), realisasi, "rentang", pengaturan).nilai == D(naik)


def test_rentang_terbalik_dan_tidak_lengkap() -> None:
    terbalik = capai(("90", "80"), "85", "rentang")
    assert terbalik.keadaan is Keadaan.TIDAK_TERHITUNG
    assert "Batas bawah" in terbalik.catatan
    for target in (Target(bawah=D(1)), Target(atas=D(1)), Target(D(1))):
        hasil = compute_capaian(target, D(1), Polaritas.RENTANG, pada=PADA)
        assert (hasil.keadaan, hasil.catatan) == (Keadaan.BELUM_ADA, "Target belum ditetapkan.")


def test_rentang_berbatas_nol() -> None:
    assert capai(("0", "5"), "0", "rentang").nilai == 100
    assert capai(("0", "5"), "-1", "rentang").keadaan is Keadaan.TIDAK_TERHITUNG
    assert capai(("0", "0"), "2", "rentang").nilai == 0


@pytest.mark.parametrize("batas", [("0", "5"), ("-5", "0"), ("-5", "-2")])
def test_kedua_batas_termasuk_rentang_apa_pun_tandanya(batas: tuple[str, str]) -> None:
    """A bound is reached, not compared: no division by a zero or negative bound happens there."""
    ketat = Pengaturan(target_nol=TargetNol.TIDAK_TERHITUNG)
    for realisasi in batas:
        hasil = capai(batas, realisasi, "rentang", ketat)
        assert (hasil.nilai, hasil.catatan) == (100, "")


@pytest.mark.parametrize("polaritas", list(Polaritas))
@pytest.mark.parametrize("keadaan", [k for k in Keadaan if k is not Keadaan.TERISI])
def test_keadaan_tidak_pernah_menjadi_nol(polaritas: Polaritas, keadaan: Keadaan) -> None:
    hasil = compute_capaian(Target(D(10)), D(5), polaritas, keadaan=keadaan, pada=PADA)
    assert (hasil.keadaan, hasil.nilai, hasil.tercapai) == (keadaan, None, None)
    assert hasil.catatan
    assert hasil.aturan.rumus


def test_realisasi_atau_target_belum_ada() -> None:
    belum = compute_capaian(Target(D(10)), None, Polaritas.NAIK, pada=PADA)
    assert (belum.keadaan, belum.catatan) == (Keadaan.BELUM_ADA, "Realisasi belum ada.")
    for target in (None, Target()):
        hasil = compute_capaian(target, D(1), Polaritas.TURUN, pada=PADA)
        assert (hasil.keadaan, hasil.catatan) == (Keadaan.BELUM_ADA, "Target belum ditetapkan.")
    nol = compute_capaian(Target(D(10)), D(0), Polaritas.NAIK, pada=PADA)
    assert (nol.keadaan, nol.nilai) == (Keadaan.TERISI, 0)


def test_pengaturan_mengubah_agregat_dan_disebut() -> None:
    bawaan = capai("5", "-1")
    assert bawaan.catatan == "Capaian negatif: dihitung 0% dalam rata-rata sasaran (pengaturan “lantai nol”)."
    assert capai("5", "0").catatan == ""
    bertanda = capai("5", "-1", pengaturan=Pengaturan(lantai_nol=False))
    assert (bertanda.nilai_agregat, bertanda.catatan) == (-20, "")
    berbatas = Pengaturan(batas_atas_capaian=D(120))
    dipotong = capai("3", "17", pengaturan=berbatas)
    assert dipotong.nilai == capai("3", "17").nilai
    assert dipotong.nilai_agregat == 120
    assert "batas atas capaian" in dipotong.catatan
    assert capai("5", "6", pengaturan=berbatas).catatan == ""


def test_pengaturan_target_nol_dan_negatif() -> None:
    ketat = Pengaturan(target_nol=TargetNol.TIDAK_TERHITUNG)
    for polaritas in ("naik", "turun", "stabil"):
        assert capai("0", "0", polaritas, ketat).keadaan is Keadaan.TIDAK_TERHITUNG
    mutlak = Pengaturan(target_negatif=TargetNegatif.MUTLAK)
    assert capai("-5", "-3", "naik", mutlak).nilai == 140
    assert capai("-5", "-3", "turun", mutlak).nilai == 60
    assert capai("-5", "-3", "stabil", mutlak).nilai == 60
    assert "nilai mutlaknya" in capai("-5", "-3", "naik", mutlak).catatan


def test_predikat_pada_nilai_eksak() -> None:
    """99.996 prints as 100,00 and still fails; so does a value that only differs after 60 digits."""
    assert capai("100", "99.996").tercapai is False
    hasil = compute_capaian(Target(D(10**60)), D(10**60 - 1), Polaritas.NAIK, pada=PADA)
    assert hasil.tercapai is False
    assert hasil.nilai is not None
    assert hasil.nilai < 100


def test_aturan_menurut_tanggal() -> None:
    aturan = compute_capaian(Target(D(1)), D(1), Polaritas.TURUN, pada=date(2022, 12, 31)).aturan
    assert (aturan.kode, aturan.versi) == ("capaian_turun", date(2015, 1, 1))
    assert "M.HH-01.PR.03 Tahun 2023" in capai("1", "1").aturan.dasar_hukum
    with pytest.raises(BelumBerlaku):
        compute_capaian(Target(D(1)), D(1), Polaritas.NAIK, pada=date(2014, 12, 31))


def test_sasaran_menyebut_yang_gagal_dan_yang_kosong() -> None:
    belum = compute_capaian(Target(D(1)), None, Polaritas.NAIK, pada=PADA)
    daftar = [capai("100", "120"), belum, capai("100", "90"), capai("0", "5"), capai("5", "-1")]
    hasil = compute_capaian_sasaran(daftar, pada=PADA)
    assert (hasil.nilai, hasil.jumlah, hasil.gagal, hasil.tanpa_nilai) == (70, 5, (2, 4), (1, 3))
    assert hasil.catatan == "2 dari 5 indikator tidak bernilai dan tidak ikut dirata-rata."
    assert hasil.aturan.kode == "capaian_sasaran"


@pytest.mark.parametrize("daftar", [[], [compute_capaian(None, None, Polaritas.NAIK, pada=PADA)]])
def test_sasaran_tanpa_nilai(daftar: list[Capaian]) -> None:
    hasil = compute_capaian_sasaran(daftar, pada=PADA)
    assert (hasil.nilai, hasil.gagal, len(hasil.tanpa_nilai)) == (None, (), len(daftar))


def test_sasaran_menurut_pengaturan() -> None:
    daftar = [capai("3", "17"), capai("5", "-1"), capai("5", "3")]
    dengan = Pengaturan(batas_atas_capaian=D(120))
    assert compute_capaian_sasaran(daftar, pengaturan=dengan, pada=PADA).nilai == 60
    mentah = Pengaturan(batas_atas_capaian=D(120), rata_sasaran=RataSasaran.MENTAH)
    eksak = compute_capaian_sasaran(daftar, pengaturan=mentah, pada=PADA).nilai
    assert eksak is not None
    assert abs(Fraction(eksak) - (Fraction(1700, 3) - 20 + 60) / 3) < Fraction(1, 10**45)


def test_sasaran_dari_sepertiga_tetap_eksak() -> None:
    """(100/3 + 66.676666…)/2 = 50.005: a mean over cut decimals would print 50,00."""
    daftar = [capai("3", "1"), capai("300", "200.03")]
    assert compute_capaian_sasaran(daftar, pada=PADA).nilai == D("50.005")
    tersimpan = [Capaian(c.keadaan, c.nilai, c.nilai_agregat, c.tercapai, c.aturan, "") for c in daftar]
    nilai = compute_capaian_sasaran(tersimpan, pada=PADA).nilai
    assert nilai is not None
    assert abs(nilai - D("50.005")) < D("1e-40")


def test_putusan_sasaran_dari_rata_rata_eksak():
    """As an indicator's own: 99,9999 % is printed 100,00 % and not reached; without a value no verdict."""

    def sasaran(*realisasi: str | None) -> bool | None:
        daftar = [
            compute_capaian(Target(D(100)), None if r is None else D(r), Polaritas.NAIK, pada=PADA)
            for r in realisasi
        ]
        return compute_capaian_sasaran(daftar, pada=PADA).tercapai

    assert sasaran("50", "150") is True
    assert sasaran("100", "99.9999") is False
    assert sasaran("100", None) is True
    assert sasaran(None) is None
    assert sasaran() is None
