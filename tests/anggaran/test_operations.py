"""Writes about money keep one row per natural key."""

from decimal import Decimal

import pytest

from kinerja.anggaran import operations
from kinerja.anggaran.models import AnggaranBelanja, AnggaranSasaran, PaguSatker, SkorAnggaran
from kinerja.basisdata.simpan import Perubahan

SIMPAN = {
    "save_anggaran_sasaran": (AnggaranSasaran, {"pagu": 10, "pagu_awal": None}, "realisasi", "SK.1 2023"),
    "save_anggaran_belanja": (
        AnggaranBelanja,
        {"jenis": "51", "pagu": 10},
        "realisasi",
        "kanwil-contoh 2023 51",
    ),
    "save_pagu_satker": (PaguSatker, {}, "pagu", "kanwil-contoh 2023"),
    "save_skor_anggaran": (
        SkorAnggaran,
        {"instrumen": "ikpa", "unsur": "nilai"},
        "nilai",
        "kanwil-contoh 2023 ikpa nilai",
    ),
}


@pytest.mark.parametrize("nama", SIMPAN)
def test_simpan_baru_sama_berubah(dunia, nama):
    simpan = getattr(operations, nama)
    model, isi, medan, sebutan = SIMPAN[nama]
    kunci = {"satker": dunia.satker, "tahun": 2023, **isi}
    if model is AnggaranSasaran:
        kunci["sasaran"] = dunia.sasaran

    def baris(nilai: int):
        return [model(**kunci, **{medan: Decimal(nilai) if medan == "nilai" else nilai})]

    assert simpan(baris(1)) == Perubahan(baru=1)
    assert simpan(baris(1)) == Perubahan(sama=1)
    assert simpan(baris(2)) == Perubahan(berubah=1)
    tersimpan = model.objects.get()
    assert getattr(tersimpan, medan) == 2
    assert str(tersimpan) == sebutan


def test_setiap_operasi_diuji():
    assert {n for n in vars(operations) if n.startswith("save_")} == set(SIMPAN)


def test_rupiah_tidak_pernah_dibulatkan(dunia):
    """Whole rupiah far beyond the 15 digits a float would keep."""
    besar = 9_007_199_254_740_993
    operations.save_pagu_satker([PaguSatker(satker=dunia.satker, tahun=2023, pagu=besar)])
    assert PaguSatker.objects.get().pagu == besar
