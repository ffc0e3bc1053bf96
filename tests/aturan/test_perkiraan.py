"""The linear pace: what accumulates grows, everything else stays, too little or a whole year says nothing."""

from decimal import Decimal

import pytest

from kinerja.aturan.agregasi import AgregasiBulan
from kinerja.aturan.perkiraan import RUMUS, CaraPerkiraan, compute_perkiraan


def hitung(angka: str, agregasi=AgregasiBulan.JUMLAH, *, berpasangan=False, terisi=6):
    return compute_perkiraan(Decimal(angka), agregasi, berpasangan=berpasangan, bulan_terisi=terisi)


@pytest.mark.parametrize(("terisi", "harus"), [(3, "400"), (6, "200"), (8, "150"), (11, "109.09")])
def test_yang_dijumlah_diteruskan_dengan_laju_bulan_terisi(terisi, harus):
    hasil = hitung("100", terisi=terisi)
    assert hasil.nilai.quantize(Decimal(harus)) == Decimal(harus)
    assert hasil.cara is CaraPerkiraan.LAJU
    assert hasil.rumus == RUMUS[CaraPerkiraan.LAJU]


def test_pembagian_yang_tidak_habis_tidak_dibulatkan():
    assert hitung("10", terisi=7).nilai * 7 - 120 < Decimal("1e-40")


@pytest.mark.parametrize("agregasi", [a for a in AgregasiBulan if a is not AgregasiBulan.JUMLAH])
def test_rata_rata_posisi_dan_maksimum_tetap(agregasi):
    hasil = hitung("97.5", agregasi)
    assert (hasil.nilai, hasil.cara) == (Decimal("97.5"), CaraPerkiraan.TETAP)


def test_rasio_tetap_walau_pembilang_dan_penyebutnya_dijumlah():
    assert hitung("97.5", berpasangan=True).nilai == Decimal("97.5")


@pytest.mark.parametrize("terisi", [0, 1, 2, 12])
def test_kurang_dari_triwulan_atau_setahun_penuh_tanpa_perkiraan(terisi):
    assert hitung("100", terisi=terisi) is None


def test_nol_dan_negatif_tetap_bilangan():
    assert hitung("0").nilai == 0
    assert hitung("-5").nilai == -10
