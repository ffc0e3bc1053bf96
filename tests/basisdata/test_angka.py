"""AngkaField keeps and sums decimals exactly on both engines."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db.models import Max, Min, Sum
from hypothesis import given
from hypothesis import strategies as st
from tests.basisdata.dunia import make_realisasi

from kinerja.basisdata.angka import TERBESAR, AngkaField
from kinerja.pengukuran.models import Realisasi

MEDAN = AngkaField(null=True)


@pytest.mark.parametrize(
    "nilai",
    [
        "0",
        "0.0001",
        "-0.0001",
        "97.43",
        "-18.12",
        "1E+3",
        "123456789012345.6789",
        str(TERBESAR),
        str(-TERBESAR),
    ],
)
def test_kembali_persis(dunia, nilai):
    pk = make_realisasi(dunia, nilai=Decimal(nilai)).pk
    tersimpan = Realisasi.objects.get(pk=pk).nilai
    assert isinstance(tersimpan, Decimal)
    assert tersimpan == Decimal(nilai)


def test_kosong_bukan_nol(dunia):
    make_realisasi(dunia, nilai=Decimal(0))
    make_realisasi(dunia, nilai=None, keadaan="tidak_ada_objek", bulan=1)
    assert [r.nilai for r in Realisasi.objects.order_by("bulan")] == [Decimal(0), None]
    assert Realisasi.objects.filter(nilai__isnull=True).count() == 1


def test_jumlah_melewati_lima_belas_angka(dunia):
    besar = [
        Decimal("123456789012345.6789"),
        Decimal("0.0001"),
        Decimal("-0.0003"),
        Decimal("654321098765432.1"),
    ]
    for bulan, nilai in enumerate(besar):
        make_realisasi(dunia, bulan=bulan, nilai=nilai)
    hasil = Realisasi.objects.aggregate(Sum("nilai"), Min("nilai"), Max("nilai"))
    assert hasil == {
        "nilai__sum": Decimal("777777887777777.7787"),
        "nilai__min": min(besar),
        "nilai__max": max(besar),
    }
    assert all(isinstance(n, Decimal) for n in hasil.values())


def test_sepuluh_kali_sepersepuluh_adalah_satu(dunia):
    for bulan in range(10):
        make_realisasi(dunia, bulan=bulan, nilai=Decimal("0.1"))
    assert Realisasi.objects.aggregate(s=Sum("nilai"))["s"] == Decimal(1)


def test_dicari_dan_diurutkan_sebagai_angka(dunia):
    for bulan, nilai in enumerate(["9.5", "10.25", "-3"]):
        make_realisasi(dunia, bulan=bulan, nilai=Decimal(nilai))
    urut = Realisasi.objects.order_by("nilai").values_list("nilai", flat=True)
    assert list(urut) == [Decimal("-3"), Decimal("9.5"), Decimal("10.25")]
    assert Realisasi.objects.filter(nilai__gt=Decimal("9.5")).count() == 1
    assert Realisasi.objects.filter(nilai__lte=Decimal("9.5")).count() == 2
    assert Realisasi.objects.get(nilai=Decimal("10.2500")).bulan == 1


def test_diubah_banyak_sekaligus(dunia):
    baris = make_realisasi(dunia, nilai=Decimal("1.1"))
    Realisasi.objects.update(nilai=Decimal("2.2222"))
    baris.refresh_from_db()
    assert baris.nilai == Decimal("2.2222")
    baris.nilai = Decimal("3.3333")
    Realisasi.objects.bulk_update([baris], ["nilai"])
    baris.refresh_from_db()
    assert baris.nilai == Decimal("3.3333")


@pytest.mark.parametrize(
    "nilai",
    [
        Decimal("0.00001"),
        Decimal("97.43215"),
        1.5,
        float("nan"),
        Decimal("NaN"),
        Decimal("Infinity"),
        TERBESAR + Decimal("0.0001"),
        -TERBESAR - 1,
        "sembilan",
        "1,5",
    ],
    ids=str,
)
def test_yang_tidak_eksak_ditolak(nilai):
    with pytest.raises(ValidationError):
        MEDAN.get_prep_value(nilai)


@given(st.decimals(min_value=-TERBESAR, max_value=TERBESAR, places=4))
def test_bolak_balik(nilai):
    assert MEDAN.from_db_value(MEDAN.get_prep_value(nilai)) == nilai
