"""The board of one person: his own sheets with what they lack, and those beneath him, latest first."""

import datetime

import pytest
from tests.pengukuran.kantor import PADA, TAHUN, make_kantor, nilai

from kinerja.aturan.peralihan import Jenjang, Status
from kinerja.aturan.tenggat import WIB
from kinerja.pengukuran.operations.lembar import open_lembar
from kinerja.pengukuran.papan import get_papan

LEWAT = datetime.datetime(2024, 2, 12, 9, tzinfo=WIB)


@pytest.fixture
def k(db):
    return make_kantor()


def papan(k, siapa, pada=LEWAT, tahun=None):
    return get_papan(k.orang[siapa], tahun, pada)


def nama(baris):
    return [b.baris.nama for b in baris]


def test_operator_melihat_lembarnya_sendiri_dan_sel_yang_kosong(k):
    k.ketik("operator-a", k.kunci(k.cacah, k.lapas_a), nilai(3))
    milik = papan(k, "operator-a")
    assert (nama(milik.saya), milik.binaan) == (["lapas-a"], ())
    (sel,) = milik.saya[0].tertunggak
    assert (sel.bulan, milik.saya[0].terisi) == (1, (1, 2))
    assert [(s.kode, s.banyak) for s in milik.kosong[sel.lembar_id]] == [("PAS-1.1", 1)]
    assert (milik.tahun, milik.peran) == (TAHUN, ("Operator satker",))


def test_lembar_yang_penuh_tidak_disebut_kosong(k):
    k.penuhi("operator-a", k.lembar(k.lapas_a))
    milik = papan(k, "operator-a")
    assert milik.saya[0].diminta
    assert milik.kosong == {}


def test_kepala_divisi_melihat_divisinya_yang_paling_terlambat_dahulu(k):
    k.naikkan(k.lembar(k.lapas_a), Status.DIVERIFIKASI)
    milik = papan(k, "kadiv")
    assert nama(milik.binaan) == ["Divisi PAS", "lapas-b", "lapas-a"]
    assert [len(b.tertunggak) for b in milik.binaan] == [1, 1, 0]
    lapas_a = milik.binaan[2]
    assert Jenjang.KEPALA_DIVISI in lapas_a.jenjang
    assert [s.bulan for s in lapas_a.menunggu_saya] == [1]
    assert milik.saya == ()
    assert milik.peran == ("Verifikator, Divisi PAS",)


def test_yang_diajukan_lewat_tenggat_dihitung_terlambat(k):
    k.penuhi("operator-b", k.lembar(k.lapas_b))
    assert k.pindah("operator-b", "ajukan", k.lembar(k.lapas_b), pada=LEWAT).temuan == ()
    (lapas_b,) = [b for b in papan(k, "kadiv").binaan if b.baris.nama == "lapas-b"]
    assert (lapas_b.terlambat, lapas_b.tertunggak) == (1, ())


def test_kepala_satker_hanya_melihat_satkernya(k):
    assert nama(papan(k, "kepala-b").binaan) == ["lapas-b"]


def test_seksi_hanya_melihat_lembar_divisi_di_atasnya(k):
    assert nama(papan(k, "kepala-bidang").binaan) == ["Divisi PAS"]


def test_tahun_lain_dan_tahun_tanpa_lembar(k):
    siapa = {"kantor": k.kanwil, "oleh": k.orang["penyusun"], "pada": PADA}
    open_lembar(bulan=[1], tahun=TAHUN, **siapa)
    assert papan(k, "penyusun").tahun_lain == (TAHUN,)
    kosong = papan(k, "penyusun", tahun=2021)
    assert (kosong.tahun, kosong.saya, kosong.binaan) == (2021, (), ())
    assert kosong.tahun_lain == (2021, TAHUN)


def test_orang_tanpa_peran_mendapat_papan_kosong(k):
    orang = k.orang["operator-a"]
    orang.penugasan.all().delete()
    milik = get_papan(orang, None, LEWAT)
    assert (milik.peran, milik.saya, milik.binaan, milik.tahun) == ((), (), (), LEWAT.year)


def test_banyak_pertanyaan_tetap_bersama_bulan(k, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        papan(k, "operator-a")
    open_lembar(kantor=k.kanwil, tahun=TAHUN, bulan=range(3, 13), oleh=k.orang["penyusun"], pada=PADA)
    akhir = datetime.datetime(2024, 12, 20, 9, tzinfo=WIB)
    with django_assert_max_num_queries(20):
        papan(k, "operator-a", akhir)
    with django_assert_max_num_queries(20):
        papan(k, "kadiv", akhir)
