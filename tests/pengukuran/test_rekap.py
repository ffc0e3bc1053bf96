"""The database's roll-up is the pure functions' roll-up, for every way to add up and every kind of gap."""

import random
from decimal import Decimal
from fractions import Fraction

import pytest
from tests.basisdata.dunia import Dunia, make_indikator, make_realisasi
from tests.pengukuran.fakta import (
    CARA,
    TAHUN,
    baca_acuan,
    make_komponen_tiap_cara,
    make_realisasi_acak,
    make_satuan_kerja,
)

from kinerja.aturan.agregasi import Cacah, Ukuran, compute_nilai, rollup_bulan
from kinerja.aturan.capaian import Keadaan
from kinerja.pengukuran import rekap
from kinerja.pengukuran.models import Realisasi
from kinerja.pengukuran.rekap import rollup, rollup_tiap_bulan, rollup_tiap_satker
from kinerja.perencanaan.models import Komponen


def make_komponen(d: Dunia, bulan: str, satker: str) -> Komponen:
    indikator = make_indikator(d.sasaran, f"X.{bulan}.{satker}", agregasi_bulan=bulan, agregasi_satker=satker)
    return Komponen.objects.create(indikator=indikator)


def satu(d: Dunia, komponen: Komponen, tahun: int = 2023) -> Ukuran:
    return rollup(tahun=[tahun], satker=[d.satker.pk], komponen=[komponen.pk])[komponen.pk, tahun]


@pytest.mark.parametrize("benih", range(6))
def test_sama_dengan_fungsi_murni(dunia, benih):
    acak = random.Random(benih)
    satker = make_satuan_kerja(dunia, 4)
    make_realisasi_acak(acak, make_komponen_tiap_cara(dunia, 3), satker)
    lingkup = [s.pk for s in acak.sample(satker, 3)]

    hasil = rollup(tahun=TAHUN, satker=lingkup)

    acuan = baca_acuan(lingkup)
    assert set(hasil) == set(acuan)
    assert len({(a.bulan, a.satker) for a in acuan.values()}) == len(CARA)
    assert {k: hasil[k] for k in hasil} == {k: a.gabung() for k, a in acuan.items()}


def test_acak_memuat_keempat_keadaan(dunia):
    """The property above would prove little if its facts were all of one kind."""
    satker = make_satuan_kerja(dunia, 4)
    make_realisasi_acak(random.Random(0), make_komponen_tiap_cara(dunia, 3), satker)
    keadaan = {u.keadaan for u in rollup(tahun=TAHUN, satker=[s.pk for s in satker]).values()}
    assert keadaan == set(Keadaan)


@pytest.mark.parametrize("benih", range(3))
def test_tiap_satker_sama_dengan_fungsi_murni(dunia, benih):
    satker = make_satuan_kerja(dunia, 3)
    make_realisasi_acak(random.Random(benih), make_komponen_tiap_cara(dunia, 2), satker)
    lingkup = [s.pk for s in satker]

    hasil = rollup_tiap_satker(tahun=[2023], satker=lingkup)

    diperiksa = 0
    for (komponen, tahun), acuan in baca_acuan(lingkup).items():
        if tahun == 2023 and acuan.satker != "sigma":
            for s, bulanan in acuan.bulanan.items():
                ukuran = hasil[komponen, tahun][s]
                if ukuran.keadaan is not Keadaan.TIDAK_TERHITUNG:
                    assert ukuran == rollup_bulan(bulanan, acuan.bulan)
                    diperiksa += 1
    assert diperiksa > 20
    assert {tahun for _, tahun in hasil} == {2023}


@pytest.mark.parametrize("benih", range(3))
def test_tiap_bulan_sama_dengan_rollup_bulan_itu_saja(dunia, benih):
    """A month by itself is what the roll-up says when it is the only month there is.

    Left out: a mean or a maximum over months drops 0/0 and v/0 of a single month, its month keeps them.
    """
    satker = make_satuan_kerja(dunia, 3)
    komponen = make_komponen_tiap_cara(dunia, 2)
    make_realisasi_acak(random.Random(benih), komponen, satker)
    for k in komponen:
        if k.indikator.agregasi_bulan in {"rata_rata", "maks"}:
            k.realisasi.all().delete()
    lingkup = [s.pk for s in satker]
    per_bulan = rollup_tiap_bulan(tahun=2023, satker=lingkup)

    Realisasi.objects.exclude(bulan=7).delete()
    hanya_juli = {k: u for (k, _), u in rollup(tahun=[2023], satker=lingkup).items()}

    assert len(hanya_juli) > 5
    assert {k: b[7] for k, b in per_bulan.items() if 7 in b} == hanya_juli
    assert all(list(b) == sorted(b) and 0 not in b for b in per_bulan.values())


def test_beberapa_persentase_langsung_tidak_terhitung(dunia):
    for bulan in (1, 2, 3):
        make_realisasi(dunia, bulan=bulan, nilai=Decimal(50))
    ukuran = satu(dunia, dunia.komponen)
    assert ukuran == Ukuran(keadaan=Keadaan.TIDAK_TERHITUNG, cacah=Cacah(3, 3))
    lingkup = {"satker": [dunia.satker.pk], "komponen": [dunia.komponen.pk]}
    per_satker = rollup_tiap_satker(tahun=[2023], **lingkup)[dunia.komponen.pk, 2023]
    assert per_satker == {dunia.satker.pk: ukuran}
    assert rollup_tiap_bulan(tahun=2023, **lingkup)[dunia.komponen.pk][2].nilai == 50


@pytest.mark.parametrize("bulan", ["jumlah", "terakhir", "rata_rata", "maks"])
def test_satu_persentase_langsung_berdiri_sendiri(dunia, bulan):
    komponen = make_komponen(dunia, bulan, "sigma")
    make_realisasi(dunia, komponen=komponen, nilai=Decimal("97.43"))
    assert compute_nilai(satu(dunia, komponen)) == Decimal("97.43")


@pytest.mark.parametrize("cara", ["sigma", "jumlah"])
def test_pasangan_dan_langsung_tidak_dicampur(dunia, cara):
    komponen = make_komponen(dunia, "jumlah", cara)
    make_realisasi(dunia, komponen=komponen, bulan=1, nilai=None, pembilang=Decimal(1), penyebut=Decimal(2))
    make_realisasi(dunia, komponen=komponen, bulan=2, nilai=Decimal(60))
    assert satu(dunia, komponen) == Ukuran(keadaan=Keadaan.TIDAK_TERHITUNG, cacah=Cacah(2, 2))


def test_nol_dari_nol_tidak_ada_objek(dunia):
    make_realisasi(dunia, bulan=1, nilai=None, pembilang=Decimal(0), penyebut=Decimal(0))
    make_realisasi(dunia, bulan=2, nilai=None, keadaan="tidak_ada_objek")
    ukuran = satu(dunia, dunia.komponen)
    assert (ukuran.keadaan, ukuran.lengkap) == (Keadaan.TIDAK_ADA_OBJEK, True)
    assert compute_nilai(ukuran) is None


def test_yang_belum_ada_mengalahkan_tidak_ada_objek(dunia):
    """As long as one month is owed, nobody may say that there was no object."""
    make_realisasi(dunia, bulan=1, nilai=None, keadaan="tidak_ada_objek")
    make_realisasi(dunia, bulan=2, nilai=None, keadaan="belum_ada")
    ukuran = satu(dunia, dunia.komponen)
    assert (ukuran.keadaan, ukuran.cacah) == (Keadaan.BELUM_ADA, Cacah(1, 2))


def test_pembilang_tanpa_penyebut_tidak_terhitung(dunia):
    make_realisasi(dunia, nilai=None, pembilang=Decimal(5), penyebut=Decimal(0))
    assert satu(dunia, dunia.komponen).keadaan is Keadaan.TIDAK_TERHITUNG


def test_jumlah_melebihi_lima_belas_angka_tetap_eksak(dunia):
    besar = Decimal("99999999999999.9999")
    for bulan in (1, 2, 3):
        make_realisasi(dunia, bulan=bulan, nilai=None, pembilang=besar, penyebut=Decimal("0.0001"))
    ukuran = satu(dunia, dunia.komponen)
    assert (ukuran.pembilang, ukuran.penyebut) == (Decimal("299999999999999.9997"), Decimal("0.0003"))


@pytest.mark.parametrize("banyak", [2, 4])
def test_satker_disebut_dengan_daftar_yang_lebih_pendek(dunia, monkeypatch, banyak):
    """Naming those inside and leaving out those outside mean the same, and so does naming nobody."""
    monkeypatch.setattr(rekap, "_SATKER_DISEBUT", 1)
    satker = make_satuan_kerja(dunia, 4)
    make_realisasi_acak(random.Random(3), make_komponen_tiap_cara(dunia, 1), satker)
    lingkup = [s.pk for s in satker[:banyak]]
    disebut_di_luar = rollup(tahun=TAHUN, satker=lingkup)
    assert rollup(tahun=TAHUN, satker=[*lingkup, dunia.satker.pk]) == disebut_di_luar
    monkeypatch.undo()
    assert rollup(tahun=TAHUN, satker=lingkup) == disebut_di_luar


def test_satker_di_luar_lingkup_dan_tahun_lain_tidak_ikut(dunia):
    (lain,) = make_satuan_kerja(dunia, 1)
    make_realisasi(dunia, nilai=None, pembilang=Decimal(1), penyebut=Decimal(2))
    make_realisasi(dunia, satker=lain, nilai=None, pembilang=Decimal(7), penyebut=Decimal(7))
    make_realisasi(dunia, tahun=2022, nilai=None, pembilang=Decimal(9), penyebut=Decimal(9))
    assert satu(dunia, dunia.komponen).penyebut == 2
    assert rollup(tahun=[2021], satker=[dunia.satker.pk]) == {}
    assert rollup(tahun=[2023], satker=[]) == {}


def test_kueri_tidak_bertambah_dengan_data(dunia, django_assert_max_num_queries):
    """As many queries for one komponen of each way and one satker as for four of each and five satker."""
    satker = make_satuan_kerja(dunia, 5)
    komponen = make_komponen_tiap_cara(dunia, 4)
    make_realisasi_acak(random.Random(1), komponen, satker)
    for lingkup in ([satker[0].pk], [s.pk for s in satker]):
        for pilihan in (komponen[:1], komponen[::4], komponen):
            isi = {"satker": lingkup, "komponen": [k.pk for k in pilihan]}
            with django_assert_max_num_queries(7):
                rollup(tahun=TAHUN, **isi)
            with django_assert_max_num_queries(4):
                rollup_tiap_satker(tahun=[2023], **isi)
            with django_assert_max_num_queries(3):
                rollup_tiap_bulan(tahun=2023, **isi)


def test_yang_dijumlahkan_hanya_satu_kueri(dunia, django_assert_num_queries):
    """Beside the one that asks how the komponen add up; no other way is tried for nothing."""
    make_realisasi(dunia, nilai=None, pembilang=Decimal(1), penyebut=Decimal(2))
    with django_assert_num_queries(2):
        rollup(tahun=TAHUN, satker=[dunia.satker.pk], komponen=[dunia.komponen.pk])


@pytest.mark.parametrize("cara", ["sigma", "jumlah", "rata_rata", "maks"])
def test_bulan_terakhir_yang_dijawab(dunia, cara):
    """What was owed after it does not count, an answered "no object" does; every month is in the count."""
    komponen = make_komponen(dunia, "terakhir", cara)
    lapas, rutan = make_satuan_kerja(dunia, 2)
    for bulan, angka in ((1, 7), (2, 5)):
        make_realisasi(dunia, komponen=komponen, satker=lapas, bulan=bulan, nilai=Decimal(angka))
    make_realisasi(dunia, komponen=komponen, satker=lapas, bulan=3, nilai=None, keadaan="belum_ada")
    make_realisasi(dunia, komponen=komponen, satker=rutan, bulan=1, nilai=Decimal(9))
    make_realisasi(dunia, komponen=komponen, satker=rutan, bulan=4, nilai=None, keadaan="tidak_ada_objek")

    lingkup = [lapas.pk, rutan.pk]
    ukuran = rollup(tahun=[2023], satker=lingkup, komponen=[komponen.pk])[komponen.pk, 2023]
    per_satker = rollup_tiap_satker(tahun=[2023], satker=lingkup, komponen=[komponen.pk])

    assert (ukuran.nilai, ukuran.keadaan, ukuran.cacah) == (Decimal(5), Keadaan.TERISI, Cacah(4, 5))
    assert [u.nilai for u in per_satker[komponen.pk, 2023].values()] == [Decimal(5), None]


def test_rata_rata_dari_rata_rata_eksak(dunia):
    """Satker with unlike numbers of months weigh the same, and thirds are not cut before they are added."""
    komponen = make_komponen(dunia, "rata_rata", "rata_rata")
    satker = make_satuan_kerja(dunia, 3)
    for s, daftar in zip(satker, ((1, 1, 2), (5, 2, 3), (4,)), strict=True):
        for bulan, angka in enumerate(daftar, 1):
            make_realisasi(dunia, komponen=komponen, satker=s, bulan=bulan, nilai=Decimal(angka))
    ukuran = rollup(tahun=[2023], satker=[s.pk for s in satker])[komponen.pk, 2023]
    assert ukuran.rata is not None
    assert (ukuran.rata.total, ukuran.rata.banyak, ukuran.cacah) == (Fraction(26, 3), 3, Cacah(7, 7))
