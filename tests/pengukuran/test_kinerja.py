"""compute_kinerja on small worlds: states, composites, history, months, and a steady number of queries."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.basisdata.dunia import (
    Dunia,
    make_indikator,
    make_pilihan,
    make_realisasi,
    make_riwayat,
    make_sasaran,
    make_satker,
    make_target,
)

from kinerja.aturan.capaian import Keadaan
from kinerja.pengukuran.queries import RINGKAS, HasilIndikator, Permintaan, compute_kinerja
from kinerja.perencanaan.models import Cakupan, Indikator, Komponen


def make_pasangan(d: Dunia, pembilang: str, penyebut: str, **lain) -> None:
    make_realisasi(d, nilai=None, pembilang=Decimal(pembilang), penyebut=Decimal(penyebut), **lain)


def ubah(d: Dunia, **isi) -> None:
    Indikator.objects.filter(pk=d.indikator.pk).update(**isi)


def hitung(d: Dunia, **lain) -> HasilIndikator:
    ((hasil,),) = [s.indikator for s in compute_kinerja(d.satker, 2023, **lain)]
    return hasil


@pytest.fixture
def rata_rasio(dunia) -> dict[str, Komponen]:
    """An indikator that is the mean of two ratios, with a "utama" for years known as one figure."""
    ubah(dunia, cara_hitung="rata_rasio")
    make_target(dunia, nilai=Decimal(80))
    dua = {k: Komponen.objects.create(indikator=dunia.indikator, kode=k) for k in "AB"}
    return {"utama": dunia.komponen, **dua}


def test_tanpa_target_pk_tidak_dilaporkan(dunia):
    make_target(dunia, jenis="renstra")
    make_target(dunia, tahun=2022)
    make_pasangan(dunia, "1", "2")
    assert compute_kinerja(dunia.satker, 2023) == ()


def test_sasaran_di_atas_kegiatan_tidak_ikut(dunia):
    atas = make_sasaran(dunia, kode="SS.1", tingkat="strategis")
    make_target(dunia, indikator=make_indikator(atas, "SS.1.1"))
    make_target(dunia)
    assert hitung(dunia).indikator == dunia.indikator


def test_rasio_dijumlah_lintas_satker_dan_bulan(dunia):
    make_target(dunia, nilai=Decimal(50))
    lapas = make_satker()
    make_riwayat(
        dunia, satker=lapas, induk=dunia.satker, berlaku_dari=dunia.riwayat.berlaku_dari, nama="Lapas"
    )
    make_pasangan(dunia, "1", "1", bulan=2)
    make_pasangan(dunia, "2", "9", satker=lapas, bulan=1)
    make_pasangan(dunia, "3", "10", satker=lapas, bulan=2)

    hasil = hitung(dunia)

    assert (hasil.kini.realisasi, hasil.kini.capaian.nilai) == (Decimal(30), Decimal(60))
    assert hasil.kini.capaian.tercapai is False
    rincian = [(r.satker.nama, r.ukuran.pembilang, r.ukuran.penyebut) for r in hasil.rincian]
    assert rincian == [("Kantor Wilayah Contoh", 1, 1), ("Lapas", 5, 19)]
    bulan = [(b.bulan, b.ukuran.pembilang, b.ukuran.penyebut, b.komponen) for b in hasil.rincian_bulan]
    assert bulan == [(1, 2, 9, dunia.komponen), (2, 4, 11, dunia.komponen)]
    assert hasil.bulanan


def test_angka_setahun_bukan_bulanan(dunia):
    make_target(dunia)
    make_pasangan(dunia, "1", "2")
    make_pasangan(dunia, "1", "2", tahun=2022, bulan=5)
    hasil = hitung(dunia)
    assert (hasil.bulanan, hasil.rincian_bulan) == (False, ())


def test_satuan_bukan_persen_tanpa_dikalikan_seratus(dunia):
    ubah(dunia, satuan="indeks")
    make_target(dunia, nilai=Decimal("3.1"))
    make_pasangan(dunia, "1172.83", "300")
    assert str(hitung(dunia).kini.realisasi).startswith("3.90943333")


def test_pertumbuhan(dunia):
    ubah(dunia, cara_hitung="pertumbuhan")
    make_target(dunia, nilai=Decimal(5))
    make_pasangan(dunia, "90", "120")
    make_realisasi(dunia, tahun=2022, nilai=Decimal("-0.39"))
    hasil = hitung(dunia)
    assert (hasil.kini.realisasi, hasil.kini.capaian.nilai) == (Decimal(-25), Decimal(-500))
    assert hasil.lalu is not None
    assert hasil.lalu.realisasi == Decimal("-0.39")


def test_pertumbuhan_dari_nol_tidak_terhitung(dunia):
    ubah(dunia, cara_hitung="pertumbuhan")
    make_target(dunia, nilai=Decimal(5))
    make_pasangan(dunia, "90", "0")
    assert (hitung(dunia).kini.keadaan, hitung(dunia).kini.realisasi) == (Keadaan.TIDAK_TERHITUNG, None)


def test_rata_rasio_eksak(dunia, rata_rasio):
    """Thirds have no decimal: averaged as fractions, the target of 80 is reached to the last digit."""
    komponen_c = Komponen.objects.create(indikator=dunia.indikator, kode="C")
    make_pasangan(dunia, "1", "3", komponen=rata_rasio["A"])
    make_pasangan(dunia, "16", "15", komponen=rata_rasio["B"])
    make_pasangan(dunia, "1", "1", komponen=komponen_c)
    kini = hitung(dunia).kini
    assert (kini.realisasi, kini.capaian.nilai, kini.capaian.tercapai) == (Decimal(80), Decimal(100), True)


def test_rata_rasio_tidak_menghitung_yang_utama(dunia, rata_rasio):
    make_pasangan(dunia, "1", "2", komponen=rata_rasio["A"])
    make_pasangan(dunia, "1", "4", komponen=rata_rasio["B"])
    make_realisasi(dunia, nilai=Decimal(99))
    assert hitung(dunia).kini.realisasi == Decimal("37.5")


def test_rata_rasio_tahun_yang_dikenal_satu_angka(dunia, rata_rasio):
    make_realisasi(dunia, tahun=2022, nilai=Decimal(99))
    lalu = hitung(dunia).lalu
    assert lalu is not None
    assert lalu.realisasi == 99


def test_rata_rasio_campuran_langsung(dunia, rata_rasio):
    make_pasangan(dunia, "1", "2", komponen=rata_rasio["A"])
    make_realisasi(dunia, nilai=Decimal(90), komponen=rata_rasio["B"])
    assert hitung(dunia).kini.realisasi == 70


@pytest.mark.parametrize(
    ("isi", "keadaan", "realisasi"),
    [
        (None, Keadaan.BELUM_ADA, None),
        ({"nilai": None, "keadaan": "belum_ada"}, Keadaan.BELUM_ADA, None),
        ({"nilai": None, "pembilang": Decimal(3), "penyebut": Decimal(0)}, Keadaan.TIDAK_TERHITUNG, None),
        ({"nilai": None, "keadaan": "tidak_ada_objek"}, Keadaan.TERISI, Decimal(50)),
    ],
    ids=["tidak-diisi", "belum-ada", "tidak-terhitung", "tidak-ada-objek"],
)
def test_rata_rasio_yang_tidak_lengkap(dunia, rata_rasio, isi, keadaan, realisasi):
    """A ratio that is missing is never averaged away; one without an object is left out."""
    make_pasangan(dunia, "1", "2", komponen=rata_rasio["A"])
    if isi is not None:
        make_realisasi(dunia, komponen=rata_rasio["B"], **isi)
    kini = hitung(dunia).kini
    assert (kini.keadaan, kini.realisasi) == (keadaan, realisasi)


def test_rata_rasio_semua_tanpa_objek(dunia, rata_rasio):
    for kode in "AB":
        make_realisasi(dunia, komponen=rata_rasio[kode], nilai=None, keadaan="tidak_ada_objek")
    assert (hitung(dunia).kini.keadaan, hitung(dunia).kini.realisasi) == (Keadaan.TIDAK_ADA_OBJEK, None)


def test_tidak_ada_objek_tidak_pernah_seratus(dunia):
    make_target(dunia, nilai=Decimal(100))
    make_realisasi(dunia, nilai=None, keadaan="tidak_ada_objek")
    (sasaran,) = compute_kinerja(dunia.satker, 2023)
    kini = sasaran.indikator[0].kini
    assert (kini.keadaan, kini.realisasi, kini.capaian.nilai) == (Keadaan.TIDAK_ADA_OBJEK, None, None)
    assert (sasaran.capaian.nilai, sasaran.capaian.tanpa_nilai) == (None, (0,))


def test_belum_ada_sama_sekali(dunia):
    make_target(dunia)
    hasil = hitung(dunia)
    assert (hasil.kini.keadaan, hasil.kini.komponen, hasil.rincian) == (Keadaan.BELUM_ADA, (), ())
    assert hasil.lalu is None


def test_riwayat_dengan_target_tahunnya(dunia):
    for tahun, target, nilai in ((2020, "50", "50"), (2022, "80", "40"), (2023, "90", "99")):
        make_target(dunia, tahun=tahun, nilai=Decimal(target))
        make_realisasi(dunia, tahun=tahun, nilai=Decimal(nilai))
    hasil = hitung(dunia)
    assert [(t.tahun, t.realisasi, t.capaian.nilai) for t in hasil.tahun] == [
        (2020, 50, 100),
        (2021, None, None),
        (2022, 40, 50),
        (2023, 99, 110),
    ]
    assert [t.tahun for t in hitung(dunia, permintaan=Permintaan(banyak_tahun=1)).tahun] == [2023]
    assert hitung(dunia, permintaan=Permintaan(banyak_tahun=1)).lalu is None


def test_target_renstra_dan_nasional(dunia):
    make_target(dunia, nilai=Decimal(80))
    make_target(dunia, jenis="renstra", nilai=Decimal(50), cakupan=Cakupan.NASIONAL)
    make_target(dunia, jenis="nasional", nilai=Decimal(75), sumber="BPS")
    make_realisasi(dunia, nilai=Decimal(60))
    hasil = hitung(dunia)
    assert (hasil.kini.capaian.nilai, hasil.capaian_renstra.nilai) == (Decimal(75), Decimal(120))
    assert hasil.target_nasional is not None
    assert hasil.target_nasional.sumber == "BPS"


def test_rentang(dunia):
    ubah(dunia, polaritas="rentang")
    make_target(dunia, nilai=None, bawah=Decimal(80), atas=Decimal(90))
    make_realisasi(dunia, nilai=Decimal(85))
    assert hitung(dunia).kini.capaian.nilai == 100


def test_pengaturan_berlaku_pada_rata_rata_sasaran(dunia):
    make_target(dunia, nilai=Decimal(10))
    make_realisasi(dunia, nilai=Decimal(50))
    (bebas,) = compute_kinerja(dunia.satker, 2023)
    make_pilihan(dunia, kode="batas_atas_capaian", nilai="120")
    (dibatasi,) = compute_kinerja(dunia.satker, 2023)
    assert (bebas.capaian.nilai, dibatasi.capaian.nilai) == (500, 120)
    assert dibatasi.indikator[0].kini.capaian.nilai == 500


def test_dibatasi_menurut_kode(dunia):
    lain = make_indikator(dunia.sasaran, "SK.1.2", urutan=2)
    make_target(dunia)
    make_target(dunia, indikator=lain)
    assert len(compute_kinerja(dunia.satker, 2023)[0].indikator) == 2
    (sasaran,) = compute_kinerja(dunia.satker, 2023, Permintaan(frozenset({"SK.1.2"})))
    assert [h.indikator for h in sasaran.indikator] == [lain]
    assert compute_kinerja(dunia.satker, 2023, Permintaan(frozenset())) == ()


def make_banyak(d: Dunia) -> None:
    """Ten satker with thirty indikator of two ways to add up, month by month."""
    for n in range(10):
        lapas = make_satker(kunci=f"lapas-{n}")
        make_riwayat(d, satker=lapas, induk=d.satker, berlaku_dari=d.riwayat.berlaku_dari)
        for m in range(3):
            indikator = make_indikator(d.sasaran, f"SK.1.{n}.{m}", agregasi_bulan=["jumlah", "maks"][m % 2])
            make_target(d, indikator=indikator)
            komponen = Komponen.objects.create(indikator=indikator)
            make_pasangan(d, "1", "2", komponen=komponen, satker=lapas, bulan=m)


@pytest.mark.parametrize(("permintaan", "banyak"), [(Permintaan(), 20), (RINGKAS, 11)])
def test_kueri_tidak_bertambah_dengan_data(dunia, django_assert_max_num_queries, permintaan, banyak):
    """No more queries for thirty-one indikator of eleven satker than for one of one."""
    make_target(dunia)
    make_pasangan(dunia, "1", "2")
    with django_assert_max_num_queries(banyak):
        compute_kinerja(dunia.satker, 2023, permintaan)
    make_banyak(dunia)
    with django_assert_max_num_queries(banyak):
        hasil = compute_kinerja(dunia.satker, 2023, permintaan)
    assert len(hasil[0].indikator) == 31


def test_ringkas_sama_dengan_lengkap_tanpa_rincian(dunia):
    """What is not asked for is not there; what is there does not depend on it."""
    make_target(dunia)
    make_target(dunia, tahun=2022)
    make_pasangan(dunia, "1", "2", tahun=2022)
    make_banyak(dunia)
    make_realisasi(dunia, satker=make_satker(kunci="luar"), nilai=Decimal(5))
    make_realisasi(dunia, bulan=3, nilai=None, keadaan="belum_ada")
    make_pasangan(dunia, "3", "4", bulan=4)
    (penuh,) = compute_kinerja(dunia.satker, 2023)
    (ringkas,) = compute_kinerja(dunia.satker, 2023, RINGKAS)
    satu = compute_kinerja(dunia.satker, 2023, Permintaan(lengkap=frozenset({dunia.indikator.kode})))[0]

    assert ringkas.capaian == penuh.capaian == satu.capaian
    for pendek, panjang in zip(ringkas.indikator, penuh.indikator, strict=True):
        assert pendek == replace(panjang, tahun=(panjang.kini,), rincian=(), rincian_bulan=())
    assert satu.indikator == (penuh.indikator[0], *ringkas.indikator[1:])
    assert (len(penuh.indikator[0].tahun), len(penuh.indikator[0].rincian_bulan)) == (4, 2)


def test_bulan_kosong_dan_yang_masih_berutang(dunia):
    make_target(dunia)
    lapas = make_satker()
    make_riwayat(
        dunia, satker=lapas, induk=dunia.satker, berlaku_dari=dunia.riwayat.berlaku_dari, nama="Lapas"
    )
    make_pasangan(dunia, "1", "2", bulan=1)
    make_realisasi(dunia, satker=lapas, bulan=1, nilai=None, keadaan="belum_ada")
    make_realisasi(dunia, bulan=2, nilai=None, keadaan="tidak_ada_objek")
    make_realisasi(dunia, bulan=3, nilai=None, keadaan="tidak_ada_objek")
    make_realisasi(dunia, satker=lapas, bulan=3, nilai=None, keadaan="belum_ada")
    hasil = hitung(dunia, permintaan=RINGKAS)
    assert (hasil.bulanan, hasil.bulan_terisi) == (True, {1, 2})
    assert hasil.bulan_kosong == tuple(range(3, 13))
    assert [r.nama for r in hasil.belum_ada] == ["Lapas"]
    kosong = {b.bulan for b in hitung(dunia).rincian_bulan if b.ukuran.keadaan is Keadaan.BELUM_ADA}
    assert kosong == {3}


def test_tanpa_bulan_tidak_ada_bulan_kosong(dunia):
    make_target(dunia)
    make_realisasi(dunia, nilai=None, keadaan="belum_ada")
    hasil = hitung(dunia)
    assert (hasil.bulanan, hasil.bulan_kosong, hasil.bulan_terisi) == (False, (), None)
    assert [r.satker_id for r in hasil.belum_ada] == [dunia.satker.pk]


def test_lima_tahun_dan_tidak_sebelum_renstra(dunia):
    """The Renstra of this world runs from 2020 to 2024."""
    make_target(dunia)
    make_target(dunia, tahun=2024)
    assert [t.tahun for t in hitung(dunia).tahun] == [2020, 2021, 2022, 2023]
    (sasaran,) = compute_kinerja(dunia.satker, 2024, Permintaan(banyak_tahun=2))
    assert [t.tahun for t in sasaran.indikator[0].tahun] == [2023, 2024]
