"""Computed sentences say the direction the figures have, and never a figure that contradicts them."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kinerja.anggaran.queries import Serapan
from kinerja.aturan.capaian import Keadaan, Polaritas, compute_capaian
from kinerja.aturan.capaian import Target as TargetAturan
from kinerja.dasar.cetak import bulatkan, cetak_angka
from kinerja.pelaporan.lkjip.kalimat import (
    cetak_poin,
    describe_capaian,
    describe_perubahan,
    describe_renstra,
    describe_serapan,
)
from kinerja.pengukuran.queries import HasilIndikator, HasilTahun
from kinerja.perencanaan.models import Cakupan, Indikator, Target

SPASI = "\N{NO-BREAK SPACE}"
ANGKA = st.decimals(min_value=-200, max_value=2000, places=4, allow_nan=False)
TARGET = st.decimals(min_value="0.0001", max_value=1000, places=4)


def hasil_tahun(
    tahun: int, realisasi: Decimal | None, target: Target | None, polaritas: Polaritas, keadaan: Keadaan
) -> HasilTahun:
    if realisasi is None and keadaan is Keadaan.TERISI:
        keadaan = Keadaan.BELUM_ADA
    aturan = TargetAturan(target.nilai, target.bawah, target.atas) if target else None
    pada = date(tahun, 12, 31)
    capaian = compute_capaian(aturan, realisasi, polaritas, keadaan=keadaan, pada=pada)
    return HasilTahun(tahun, target, (), keadaan, realisasi, capaian)


def buat(
    kini: Decimal | None,
    lalu: Decimal | None = None,
    *,
    target: Decimal = Decimal(80),
    satuan: str = "%",
    keadaan: Keadaan = Keadaan.TERISI,
    renstra: Target | None = None,
) -> HasilIndikator:
    janji = Target(nilai=target, tahun=2023)
    tahun = (
        hasil_tahun(2022, lalu, Target(nilai=target, tahun=2022), Polaritas.NAIK, Keadaan.TERISI),
        hasil_tahun(2023, kini, janji, Polaritas.NAIK, keadaan),
    )
    capaian_renstra = hasil_tahun(2023, kini, renstra, Polaritas.NAIK, keadaan).capaian
    return HasilIndikator(
        indikator=Indikator(satuan=satuan),
        tahun=tahun,
        target_renstra=renstra,
        capaian_renstra=capaian_renstra,
        target_nasional=None,
        rincian=(),
        rincian_bulan=(),
    )


@given(kini=ANGKA, lalu=ANGKA, satuan=st.sampled_from(["%", "indeks", "orang"]))
def test_arah_perubahan_benar(kini, lalu, satuan):
    kalimat = describe_perubahan(buat(kini, lalu, satuan=satuan))
    arah = re.search(r"\b(naik|turun|sama)\b", kalimat)
    assert arah is not None
    assert arah[1] == ("naik" if kini > lalu else "turun" if kini < lalu else "sama")
    assert ("berubah" in kalimat) <= (kini != lalu)


@given(kini=ANGKA, lalu=ANGKA)
def test_selisih_yang_dicetak_benar(kini, lalu):
    assume(kini != lalu)
    kalimat = describe_perubahan(buat(kini, lalu))
    selisih = bulatkan(abs(kini - lalu), 2)
    assert (f" {cetak_angka(selisih, 2)} poin " in kalimat) is (selisih > 0)
    assert (" kurang dari 0,01 poin " in kalimat) is (selisih == 0)
    assert " 0,00 poin" not in kalimat


@given(kini=ANGKA, lalu=ANGKA)
def test_capaian_tidak_pernah_berubah_menjadi_dirinya(kini, lalu):
    kalimat = describe_perubahan(buat(kini, lalu))
    if berubah := re.search(r"berubah dari (\S+) menjadi (\S+)\.$", kalimat):
        assert berubah[1] != berubah[2]


@given(kini=ANGKA, target=TARGET)
def test_putusan_sama_dengan_capaiannya(kini, target):
    kalimat = describe_capaian(buat(kini, target=target))
    assert ("(target tercapai)" in kalimat) is (kini >= target)
    assert ("(target tidak tercapai)" in kalimat) is (kini < target)


@given(kini=ANGKA, target=TARGET)
def test_renstra_sudah_atau_belum(kini, target):
    kalimat = describe_renstra(buat(kini, renstra=Target(nilai=target, tahun=2023)))
    assert ("sudah memenuhi" in kalimat) is (kini >= target)
    assert ("belum memenuhi" in kalimat) is (kini < target)


@given(pagu=st.integers(0, 10**15), realisasi=st.integers(0, 10**15))
def test_serapan_dan_sisa(pagu, realisasi):
    kalimat = describe_serapan("tahun 2023", Serapan(pagu, realisasi))
    sisa = cetak_angka(abs(pagu - realisasi))
    assert kalimat.endswith(f"sisa {'−' if realisasi > pagu else ''}Rp{sisa}.")
    assert ("(–)" in kalimat) is (pagu == 0)


@pytest.mark.parametrize(
    ("selisih", "cetak"),
    [
        ("13.95", "13,95 poin"),
        ("-13.949", "13,95 poin"),
        ("0.004", "kurang dari 0,01 poin"),
        ("-0.004", "kurang dari 0,01 poin"),
        ("0.005", "0,01 poin"),
        ("0", "0,00 poin"),
    ],
)
def test_poin(selisih, cetak):
    assert cetak_poin(Decimal(selisih)) == cetak


SEBAB = {
    Keadaan.TIDAK_ADA_OBJEK: "tidak ada objek yang diukur",
    Keadaan.TIDAK_TERHITUNG: "realisasinya tidak terhitung",
    Keadaan.BELUM_ADA: "realisasinya belum ada",
}


@pytest.mark.parametrize("keadaan", SEBAB)
def test_tanpa_realisasi_disebut_sebabnya(keadaan):
    hasil = buat(None, Decimal(70), keadaan=keadaan, renstra=Target(nilai=Decimal(90), tahun=2023))
    sebab = SEBAB[keadaan]
    assert (
        describe_capaian(hasil) == f"Target tahun 2023 adalah 80%; {sebab}, sehingga capaian tidak dihitung."
    )
    assert describe_perubahan(hasil) == (
        f"Pada tahun 2023 {sebab}, sehingga perubahan dari tahun sebelumnya tidak dihitung."
    )
    assert describe_renstra(hasil) == f"Perbandingan dengan target Renstra tidak dihitung karena {sebab}."


def test_tanpa_tahun_lalu():
    assert describe_perubahan(buat(Decimal(5))) == (
        "Realisasi tahun 2022 tidak tersedia, sehingga perubahannya tidak dihitung."
    )


def test_tetap():
    assert (
        describe_perubahan(buat(Decimal(5), Decimal("5.00")))
        == "Realisasi tahun 2023 sama dengan tahun 2022."
    )


def test_kalimat_utuh():
    hasil = buat(Decimal("97.43"), Decimal(35), target=Decimal(90))
    assert describe_capaian(hasil) == (
        "Dari target 90% terealisasi 97,43%, sehingga capaiannya 108,26% (target tercapai)."
    )
    assert describe_perubahan(hasil) == (
        "Realisasi tahun 2023 naik 62,43 poin dari tahun 2022; capaian berubah dari 38,89% menjadi 108,26%."
    )


def test_polaritas_yang_diragukan_disebut_pada_putusannya():
    hasil = buat(Decimal("97.43"), target=Decimal(90))
    assert "polaritas" not in describe_capaian(hasil)
    hasil.indikator.polaritas_usulan = "turun"
    assert describe_capaian(hasil).endswith(
        "(target tercapai). Hasil ini bergantung pada polaritas yang masih perlu dipastikan."
    )


def test_selisih_kecil_bukan_persen():
    hasil = buat(Decimal("3.901"), Decimal("3.9"), satuan="indeks", target=Decimal(3900))
    assert describe_perubahan(hasil) == (
        f"Realisasi tahun 2023 naik kurang dari 0,01{SPASI}indeks dari tahun 2022; capaian kedua tahun itu 0,10%."
    )


def test_perubahan_tanpa_capaian_tahun_lalu():
    hasil = buat(Decimal(5), Decimal(3), target=Decimal(0))
    assert describe_perubahan(hasil) == "Realisasi tahun 2023 naik 2,00 poin dari tahun 2022."


def test_target_nol_menyebut_pengaturannya():
    hasil = buat(Decimal(5), target=Decimal(0), renstra=Target(nilai=Decimal(0), tahun=2023))
    assert describe_capaian(hasil) == (
        "Realisasi tahun 2023 adalah 5,00%. Target nol: capaian tidak terhitung (pengaturan “target nol”)."
    )
    assert "karena" not in describe_renstra(hasil)
    assert describe_renstra(hasil).endswith("(pengaturan “target nol”).")


def test_renstra_seluruh_indonesia_tidak_dibandingkan():
    target = Target(nilai=Decimal(5081), tahun=2023, cakupan=Cakupan.NASIONAL)
    hasil = buat(Decimal(75), satuan="layanan", renstra=target)
    assert describe_renstra(hasil) == (
        f"Target Renstra 5.081{SPASI}layanan berlaku untuk seluruh Indonesia, sehingga tidak dibandingkan dengan "
        "realisasi satu kantor."
    )


def test_renstra_rentang_nasional_dicetak_kedua_ujungnya():
    target = Target(bawah=Decimal(5), atas=Decimal(9), tahun=2023, cakupan=Cakupan.NASIONAL)
    assert "5–9%" in describe_renstra(buat(Decimal(7), renstra=target))


def test_tanpa_target_renstra():
    assert describe_renstra(buat(Decimal(5))) == (
        "Renstra tidak memuat target untuk indikator ini pada tahun berjalan."
    )
