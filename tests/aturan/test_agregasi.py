"""Roll-ups case by case: states, counts of what is missing, exactness."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinerja.aturan.agregasi import (
    AgregasiBulan,
    AgregasiSatker,
    Ukuran,
    UkuranTidakSeragam,
    compute_keadaan,
    compute_nilai,
    rollup_bulan,
    rollup_satker,
)
from kinerja.aturan.capaian import Keadaan

D = Decimal
BELUM = Ukuran(keadaan=Keadaan.BELUM_ADA)
TANPA_OBJEK = Ukuran(keadaan=Keadaan.TIDAK_ADA_OBJEK)
TAK_TERHITUNG = Ukuran(keadaan=Keadaan.TIDAK_TERHITUNG)


def bagi(pembilang: int | str, penyebut: int | str) -> Ukuran:
    return Ukuran(D(pembilang), D(penyebut))


def nilai(isi: str) -> Ukuran:
    return Ukuran(nilai=D(isi))


@pytest.mark.parametrize(
    ("ukuran", "keadaan", "hasil"),
    [
        (bagi(28, 31), Keadaan.TERISI, "90.322580645161290322580645161290322580645161290322"),
        (bagi(0, 5), Keadaan.TERISI, "0"),
        (bagi(0, 0), Keadaan.TIDAK_ADA_OBJEK, None),
        (bagi(3, 0), Keadaan.TIDAK_TERHITUNG, None),
        (Ukuran(), Keadaan.BELUM_ADA, None),
        (Ukuran(pembilang=D(1)), Keadaan.BELUM_ADA, None),
        (Ukuran(penyebut=D(1)), Keadaan.BELUM_ADA, None),
        (nilai("3.95"), Keadaan.TERISI, "3.95"),
        (nilai("0"), Keadaan.TERISI, "0"),
        (BELUM, Keadaan.BELUM_ADA, None),
        (TANPA_OBJEK, Keadaan.TIDAK_ADA_OBJEK, None),
        (TAK_TERHITUNG, Keadaan.TIDAK_TERHITUNG, None),
        (Ukuran(D(1), D(2), keadaan=Keadaan.BELUM_ADA), Keadaan.BELUM_ADA, None),
    ],
)
def test_empat_keadaan(ukuran: Ukuran, keadaan: Keadaan, hasil: str | None) -> None:
    assert compute_keadaan(ukuran) is keadaan
    assert compute_nilai(ukuran) == (None if hasil is None else D(hasil))


def test_pengali() -> None:
    assert compute_nilai(bagi("97.5", 25), D(1)) == D("3.9")
    assert compute_nilai(bagi(1, 8), D(1000)) == 125


@pytest.mark.parametrize(
    ("ukuran", "terisi"),
    [(bagi(1, 2), 1), (bagi(3, 0), 1), (TANPA_OBJEK, 1), (bagi(0, 0), 1), (BELUM, 0), (TAK_TERHITUNG, 0)],
)
def test_cacah_daun(ukuran: Ukuran, terisi: int) -> None:
    assert (ukuran.jumlah_terisi, ukuran.jumlah_seharusnya, ukuran.lengkap) == (terisi, 1, terisi == 1)


def test_sigma_bukan_rata_rata_persentase() -> None:
    """9 of 10 and 10 of 90 are 19 of 100; the mean of the percentages would say 50.56."""
    hasil = rollup_satker([bagi(9, 10), bagi(10, 90)], AgregasiSatker.SIGMA)
    assert (hasil.pembilang, hasil.penyebut, compute_nilai(hasil)) == (19, 100, 19)


def test_yang_kosong_disebut_dan_tanpa_objek_bukan_kosong() -> None:
    hasil = rollup_satker([bagi(1, 2), TANPA_OBJEK, BELUM], AgregasiSatker.SIGMA)
    assert (hasil.keadaan, compute_nilai(hasil)) == (Keadaan.TERISI, 50)
    assert (hasil.jumlah_terisi, hasil.jumlah_seharusnya, hasil.lengkap) == (2, 3, False)


@pytest.mark.parametrize(
    ("daftar", "keadaan", "terisi"),
    [
        ([], Keadaan.BELUM_ADA, 0),
        ([BELUM, BELUM], Keadaan.BELUM_ADA, 0),
        ([TANPA_OBJEK, bagi(0, 0)], Keadaan.TIDAK_ADA_OBJEK, 2),
        ([TANPA_OBJEK, BELUM], Keadaan.BELUM_ADA, 1),
        ([TANPA_OBJEK, TAK_TERHITUNG], Keadaan.TIDAK_TERHITUNG, 1),
        ([bagi(2, 0), bagi(0, 0)], Keadaan.TIDAK_TERHITUNG, 2),
        ([bagi(2, 0), BELUM], Keadaan.TIDAK_TERHITUNG, 1),
    ],
)
def test_keadaan_gabungan_sigma(daftar: list[Ukuran], keadaan: Keadaan, terisi: int) -> None:
    hasil = rollup_satker(daftar, AgregasiSatker.SIGMA)
    assert (compute_keadaan(hasil), hasil.jumlah_terisi, compute_nilai(hasil)) == (keadaan, terisi, None)


def test_daun_yang_menyatakan_diri_kosong_tidak_menyumbang() -> None:
    daftar = [bagi(1, 4), Ukuran(D(1), D(2), keadaan=Keadaan.BELUM_ADA)]
    hasil = rollup_satker(daftar, AgregasiSatker.SIGMA)
    assert (compute_nilai(hasil), hasil.jumlah_terisi, hasil.jumlah_seharusnya) == (25, 1, 2)


def test_bulan_tanpa_penyebut_tetap_dihitung_dalam_jumlah() -> None:
    """Complaints settled in a month without new ones: 3 of 0, then 2 of 10, are 5 of 10 together."""
    hasil = rollup_bulan([bagi(3, 0), bagi(2, 10)], AgregasiBulan.JUMLAH)
    assert (compute_nilai(hasil), hasil.lengkap) == (50, True)


@pytest.mark.parametrize(("cara", "harapan"), [("jumlah", "12"), ("rata_rata", "4"), ("maks", "7")])
def test_bulan_dengan_nilai_jadi(cara: str, harapan: str) -> None:
    hasil = rollup_bulan([nilai("2"), BELUM, nilai("3"), nilai("7")], AgregasiBulan(cara))
    assert (hasil.nilai, hasil.jumlah_terisi, hasil.jumlah_seharusnya) == (D(harapan), 3, 4)
    assert compute_nilai(hasil) == D(harapan)


@pytest.mark.parametrize(
    ("daftar", "keadaan", "harapan", "terisi"),
    [
        ([bagi(1, 4), bagi(2, 4), BELUM], Keadaan.TERISI, "50", 2),
        ([bagi(1, 4), bagi(2, 4), bagi(3, 4), BELUM], Keadaan.TERISI, "75", 3),
        ([bagi(1, 4), TANPA_OBJEK], Keadaan.TIDAK_ADA_OBJEK, None, 2),
        ([bagi(1, 4), bagi(2, 0)], Keadaan.TIDAK_TERHITUNG, None, 2),
        ([BELUM], Keadaan.BELUM_ADA, None, 0),
        ([], Keadaan.BELUM_ADA, None, 0),
    ],
)
def test_bulan_terakhir(daftar: list[Ukuran], keadaan: Keadaan, harapan: str | None, terisi: int) -> None:
    hasil = rollup_bulan(daftar, AgregasiBulan.TERAKHIR)
    assert (compute_keadaan(hasil), hasil.jumlah_terisi) == (keadaan, terisi)
    assert hasil.jumlah_seharusnya == len(daftar)
    assert compute_nilai(hasil) == (None if harapan is None else D(harapan))


def test_rata_rata_komponen_melewatkan_tanpa_objek() -> None:
    daftar = [bagi(1, 3), bagi(2, 3), bagi(0, 0), bagi(5, 0)]
    hasil = rollup_satker(daftar, AgregasiSatker.RATA_RATA)
    assert (compute_nilai(hasil), hasil.penyebut) == (50, 2)
    assert (hasil.jumlah_terisi, hasil.jumlah_seharusnya) == (3, 4)


@pytest.mark.parametrize("cara", [AgregasiSatker.RATA_RATA, AgregasiSatker.MAKS])
def test_tanpa_nilai_yang_dapat_dipakai(cara: AgregasiSatker) -> None:
    hasil = rollup_satker([bagi(5, 0), bagi(0, 0)], cara)
    assert (hasil.keadaan, hasil.jumlah_terisi, hasil.jumlah_seharusnya) == (Keadaan.TIDAK_TERHITUNG, 1, 2)
    assert rollup_satker([TANPA_OBJEK], cara).keadaan is Keadaan.TIDAK_ADA_OBJEK


def test_maks_membawa_komponennya() -> None:
    hasil = rollup_satker([bagi(1, 4), bagi(3, 4), bagi(1, 2), bagi(6, 8)], AgregasiSatker.MAKS)
    assert (hasil.pembilang, hasil.penyebut, hasil.lengkap) == (6, 8, True)


def test_rata_rata_bulan_lalu_satker() -> None:
    """A satker with fewer months weighs as much as the others; months of one satker pool into quarters."""
    penuh = rollup_bulan([nilai("2"), nilai("4"), nilai("6")], AgregasiBulan.RATA_RATA)
    sebulan = rollup_bulan([nilai("10"), BELUM, BELUM], AgregasiBulan.RATA_RATA)
    hasil = rollup_satker([penuh, sebulan], AgregasiSatker.RATA_RATA)
    assert (hasil.nilai, hasil.jumlah_terisi, hasil.jumlah_seharusnya) == (7, 4, 6)
    assert rollup_bulan([penuh, sebulan], AgregasiBulan.RATA_RATA).nilai == D("5.5")


def test_rata_rata_sigma_per_satker() -> None:
    """A mean over units of ratios that were summed over months: each unit weighs one."""
    satu = rollup_bulan([bagi(1, 2), bagi(2, 2)], AgregasiBulan.JUMLAH)
    dua = rollup_bulan([bagi(1, 4)], AgregasiBulan.JUMLAH)
    assert compute_nilai(rollup_satker([satu, dua], AgregasiSatker.RATA_RATA)) == 50


@pytest.mark.parametrize(
    ("daftar", "cara"),
    [
        ([nilai("97.4")], AgregasiSatker.SIGMA),
        ([nilai("97.4"), bagi(1, 2)], AgregasiSatker.RATA_RATA),
        ([nilai("97.4"), bagi(1, 2)], AgregasiSatker.JUMLAH),
        ([nilai("97.4"), bagi(1, 2)], AgregasiSatker.MAKS),
    ],
)
def test_persentase_jadi_tidak_bercampur(daftar: list[Ukuran], cara: AgregasiSatker) -> None:
    with pytest.raises(UkuranTidakSeragam):
        rollup_satker(daftar, cara)


def test_jumlah_lebih_dari_28_digit_tetap_eksak() -> None:
    besar = D(10**35)
    hasil = rollup_satker([Ukuran(nilai=besar), Ukuran(nilai=D(1))], AgregasiSatker.JUMLAH)
    assert hasil.nilai == D(10**35 + 1)
