"""Facts are stored once per komponen, satker, year and month; their origin does not make them differ."""

import datetime
from decimal import Decimal

from kinerja.basisdata.simpan import Perubahan
from kinerja.jejak.models import Impor
from kinerja.pengukuran.models import Realisasi
from kinerja.pengukuran.operations import save_realisasi

PADA = datetime.datetime(2024, 1, 5, tzinfo=datetime.UTC)


def fakta(dunia, nilai: str, **lain) -> Realisasi:
    isi = {"komponen": dunia.komponen, "satker": dunia.satker, "tahun": 2023}
    return Realisasi(**(isi | lain), nilai=Decimal(nilai))


def test_simpan_baru_sama_berubah(dunia):
    assert save_realisasi([fakta(dunia, "1"), fakta(dunia, "2", bulan=1)]) == Perubahan(baru=2)
    assert save_realisasi([fakta(dunia, "1.0"), fakta(dunia, "3", bulan=1)]) == Perubahan(berubah=1, sama=1)
    assert dict(Realisasi.objects.values_list("bulan", "nilai")) == {0: Decimal(1), 1: Decimal(3)}


def test_asal_berganti_tidak_mengubah_fakta(dunia):
    impor = Impor.objects.create(berkas="a.xlsx", sha256="0" * 64, pada=PADA)
    save_realisasi([fakta(dunia, "1", mentah="1")])
    lagi = fakta(dunia, "1", asal=impor, asal_baris=7, mentah="1,0")
    assert save_realisasi([lagi]) == Perubahan(sama=1)
    assert Realisasi.objects.get().asal is None


def test_fakta_yang_berubah_membawa_asal_baru(dunia):
    impor = Impor.objects.create(berkas="a.xlsx", sha256="0" * 64, pada=PADA)
    save_realisasi([fakta(dunia, "1", mentah="1")])
    save_realisasi([fakta(dunia, "2", asal=impor, asal_baris=7, mentah="2")])
    tersimpan = Realisasi.objects.get()
    assert (tersimpan.asal, tersimpan.asal_baris, tersimpan.mentah) == (impor, 7, "2")


def test_tahun_lain_tidak_tersentuh(dunia):
    save_realisasi([fakta(dunia, "1", tahun=2022), fakta(dunia, "2")])
    save_realisasi([fakta(dunia, "5")])
    assert dict(Realisasi.objects.values_list("tahun", "nilai")) == {2022: Decimal(1), 2023: Decimal(5)}
    assert save_realisasi([]) == Perubahan()


def test_sebutan(dunia):
    assert str(fakta(dunia, "1", bulan=3)) == "SK.1.1 utama kanwil-contoh 2023/3"
