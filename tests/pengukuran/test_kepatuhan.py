"""Completeness is counted from cells, timeliness from the moment of submission."""

import datetime
from decimal import Decimal

import pytest
from tests.pengukuran.kantor import PADA, TAHUN, make_kantor, nilai

from kinerja.aturan.peralihan import Status, Tindakan
from kinerja.aturan.tenggat import WIB
from kinerja.pengukuran.kepatuhan import Ketepatan, list_kepatuhan


@pytest.fixture
def k(db):
    return make_kantor()


def peta(k, pada=PADA):
    satker = [k.kanwil.pk, k.lapas_a.pk, k.lapas_b.pk]
    return {b.nama: b.bulan for b in list_kepatuhan(satker, TAHUN, pada)}


def test_sel_terisi_bukan_tombol(k):
    assert peta(k)["lapas-a"][1].persen == 0
    k.ketik("operator-a", k.kunci(k.cacah, k.lapas_a), nilai(3))
    sel = peta(k)["lapas-a"][1]
    assert (sel.terisi, sel.seharusnya, sel.persen) == (1, 2, Decimal(50))
    assert set(peta(k)) == {"lapas-a", "lapas-b", "Divisi PAS"}


def test_tepat_terlambat_tertunggak(k):
    lewat = datetime.datetime(2024, 2, 11, 0, 0, 1, tzinfo=WIB)
    k.naikkan(k.lembar(k.lapas_a), Status.DIAJUKAN)
    k.penuhi("operator-b", k.lembar(k.lapas_b))
    assert peta(k)["lapas-a"][1].ketepatan is Ketepatan.TEPAT
    assert peta(k)["lapas-b"][1].ketepatan is Ketepatan.DITUNGGU
    assert peta(k)["lapas-b"][2].ketepatan is Ketepatan.BELUM_WAKTUNYA
    assert peta(k, lewat)["lapas-b"][1].ketepatan is Ketepatan.TERTUNGGAK
    k.pindah("operator-b", Tindakan.AJUKAN, k.lembar(k.lapas_b), pada=lewat)
    assert peta(k, lewat)["lapas-b"][1].ketepatan is Ketepatan.TERLAMBAT
    assert peta(k, lewat)["lapas-a"][1].ketepatan is Ketepatan.TEPAT


def test_banyak_pertanyaan_tetap(k, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        peta(k)
