"""A year on its way: months joined by the indikator's own rule, the last of them equal to the realisasi."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.basisdata.dunia import make_indikator, make_realisasi, make_target

from kinerja.aturan.agregasi import AgregasiBulan, AgregasiSatker
from kinerja.aturan.pengaturan import PENGATURAN_BAWAAN
from kinerja.aturan.perkiraan import CaraPerkiraan
from kinerja.pengukuran.perjalanan import list_perjalanan
from kinerja.pengukuran.queries import RINGKAS, compute_kinerja
from kinerja.perencanaan.models import Indikator, Komponen

TAHUN = 2023


def ubah(d, **isi):
    Indikator.objects.filter(pk=d.indikator.pk).update(**isi)


def isi_bulan(d, angka, komponen=None):
    for bulan, nilai in enumerate(angka, 1):
        make_realisasi(d, komponen=komponen or d.komponen, bulan=bulan, nilai=Decimal(nilai))


def isi_pasangan(d, pasangan):
    for bulan, (v, p) in enumerate(pasangan, 1):
        make_realisasi(d, bulan=bulan, nilai=None, pembilang=Decimal(v), penyebut=Decimal(p))


def jalan(d):
    kinerja = compute_kinerja(d.satker, TAHUN, RINGKAS)
    return kinerja, list_perjalanan(kinerja, [d.satker.pk], TAHUN, PENGATURAN_BAWAAN)


@pytest.fixture
def cacah(dunia):
    """A count that is summed over months: 120 in the year are promised."""
    ubah(dunia, satuan="orang", cara_hitung="nilai", agregasi_satker="jumlah")
    make_target(dunia, nilai=Decimal(120))
    return dunia


def test_hitungan_bertambah_tiap_bulan_dan_diperkirakan_dengan_lajunya(cacah):
    isi_bulan(cacah, [12, 8, 10, 10])
    _kinerja, hasil = jalan(cacah)
    assert [round(b.rata.nilai, 2) for b in hasil.bulan] == [
        Decimal(n) for n in ("10", "16.67", "25", "33.33")
    ]
    (ramalan,) = hasil.ramalan
    assert (ramalan.perkiraan.nilai, ramalan.perkiraan.cara) == (Decimal(120), CaraPerkiraan.LAJU)
    assert (ramalan.bulan_terisi, ramalan.capaian.tercapai) == (4, True)


def test_perkiraan_tidak_menyentuh_realisasi(cacah):
    isi_bulan(cacah, [10, 10, 10])
    kinerja, hasil = jalan(cacah)
    assert kinerja[0].indikator[0].kini.realisasi == 30
    assert kinerja[0].indikator[0].kini.capaian.tercapai is False
    assert hasil.ramalan[0].perkiraan.nilai == 120


def test_rasio_digabung_sebagai_pembilang_dan_penyebut(dunia):
    make_target(dunia, nilai=Decimal(50))
    isi_pasangan(dunia, [(1, 4), (3, 4), (0, 0)])
    _kinerja, hasil = jalan(dunia)
    assert [b.rata.nilai for b in hasil.bulan] == [50, 100, 100]
    assert [(b.berdata, b.tercapai) for b in hasil.bulan] == [(1, 0), (1, 1), (1, 1)]
    assert hasil.ramalan[0].perkiraan.nilai == 50


def test_persentase_tanpa_pasangan_tidak_dijumlahkan(dunia):
    make_target(dunia, nilai=Decimal(50))
    isi_bulan(dunia, [40, 60])
    _kinerja, hasil = jalan(dunia)
    assert [b.berdata for b in hasil.bulan] == [1, 0]
    assert hasil.ramalan == ()


@pytest.mark.parametrize("bulan", AgregasiBulan)
@pytest.mark.parametrize("satker", [AgregasiSatker.JUMLAH, AgregasiSatker.RATA_RATA, AgregasiSatker.MAKS])
def test_bulan_terakhir_sama_dengan_realisasi_setahun(dunia, bulan, satker):
    ubah(dunia, satuan="orang", cara_hitung="nilai", agregasi_bulan=bulan.value, agregasi_satker=satker.value)
    make_target(dunia, nilai=Decimal(7))
    isi_bulan(dunia, [3, 11, 5, 2])
    kinerja, hasil = jalan(dunia)
    assert hasil.bulan[-1].rata.nilai == kinerja[0].indikator[0].kini.capaian.nilai


def test_setahun_sekaligus_tidak_punya_perjalanan(cacah):
    make_realisasi(cacah, nilai=Decimal(40))
    _kinerja, hasil = jalan(cacah)
    assert (hasil.bulan, hasil.ramalan, hasil.indikator) == ((), (), 0)


def test_setahun_penuh_tidak_diperkirakan(cacah):
    isi_bulan(cacah, [10] * 12)
    assert jalan(cacah)[1].ramalan == ()


def test_banyaknya_kueri_tidak_bertambah_bersama_indikator(cacah):
    def hitung():
        kinerja = compute_kinerja(cacah.satker, TAHUN, RINGKAS)
        with CaptureQueriesContext(connection) as kueri:
            list_perjalanan(kinerja, [cacah.satker.pk], TAHUN, PENGATURAN_BAWAAN)
        return len(kueri)

    isi_bulan(cacah, [10, 10])
    sedikit = hitung()
    for n in range(20):
        lain = make_indikator(cacah.sasaran, f"SK.1.{n + 2}", agregasi_bulan="rata_rata")
        make_target(cacah, indikator=lain)
        isi_bulan(cacah, [50] * 12, Komponen.objects.create(indikator=lain))
    assert sedikit <= hitung() <= 3
