"""Writes about money keep one row per natural key."""

from decimal import Decimal

import pytest
from tests.basisdata.pelanggaran_anggaran import HARI, make_revisi, make_rincian

from kinerja.anggaran import operations
from kinerja.anggaran.models import (
    AnggaranBelanja,
    AnggaranBulanan,
    AnggaranSasaran,
    CapaianOutput,
    Kontrak,
    PaguBelanja,
    PaguSatker,
    RevisiDipa,
    RincianOutput,
    SkorAnggaran,
    Spm,
    UangPersediaan,
)
from kinerja.basisdata.simpan import Perubahan

MILIK = "kanwil-contoh 2023"
BULANAN = {"bulan": 1, "ukuran": "realisasi", "kode": "WA.1", "jenis": "51"}
SPM = {"nomor": "1", "jenis": "lain", "diterima": HARI}
SIMPAN = {
    "save_anggaran_sasaran": (AnggaranSasaran, {"pagu": 10, "pagu_awal": None}, "realisasi", "SK.1 2023"),
    "save_anggaran_belanja": (AnggaranBelanja, {"jenis": "51", "pagu": 10}, "realisasi", f"{MILIK} 51"),
    "save_pagu_satker": (PaguSatker, {}, "pagu", MILIK),
    "save_skor_anggaran": (
        SkorAnggaran,
        {"instrumen": "ikpa", "unsur": "nilai"},
        "nilai",
        f"{MILIK} ikpa nilai",
    ),
    "save_revisi_dipa": (RevisiDipa, {"nomor": 1, "tanggal": HARI}, "kode", f"{MILIK} revisi 1"),
    "save_pagu_belanja": (PaguBelanja, {"jenis": "51", "blokir": 0}, "pagu", f"{MILIK} revisi 1 51"),
    "save_anggaran_bulanan": (AnggaranBulanan, BULANAN, "nilai", "kanwil-contoh 2023-1 realisasi WA.1 51"),
    "save_rincian_output": (RincianOutput, {"kode": "WA.1", "nama": "RO"}, "volume", f"{MILIK} WA.1"),
    "save_capaian_output": (
        CapaianOutput,
        {"bulan": 1, "volume": Decimal(0)},
        "progres",
        f"{MILIK} WA.1.2.3 1",
    ),
    "save_kontrak": (Kontrak, {"nomor": "K", "jenis": "53", "tanggal": HARI}, "nilai", f"{MILIK} K"),
    "save_spm": (Spm, SPM, "nilai", f"{MILIK} 1"),
    "save_uang_persediaan": (
        UangPersediaan,
        {"nomor": "U", "jenis": "up", "tanggal": HARI},
        "nilai",
        f"{MILIK} U",
    ),
}
UKURAN = {"volume": Decimal, "progres": Decimal, "kode": str}


@pytest.mark.parametrize("nama", SIMPAN)
def test_simpan_baru_sama_berubah(dunia, nama):
    simpan = getattr(operations, nama)
    model, isi, medan, sebutan = SIMPAN[nama]
    kunci = {"satker": dunia.satker, "tahun": 2023, **isi}
    if model is AnggaranSasaran:
        kunci["sasaran"] = dunia.sasaran
    elif model is PaguBelanja:
        kunci = {"revisi": make_revisi(dunia), **isi}
    elif model is CapaianOutput:
        kunci = {"rincian": make_rincian(dunia), **isi}
    bentuk = Decimal if model is SkorAnggaran else UKURAN.get(medan, int)

    def baris(nilai: int):
        return [model(**kunci, **{medan: bentuk(nilai)})]

    assert simpan(baris(1)) == Perubahan(baru=1)
    assert simpan(baris(1)) == Perubahan(sama=1)
    assert simpan(baris(2)) == Perubahan(berubah=1)
    tersimpan = model.objects.get()
    assert getattr(tersimpan, medan) == bentuk(2)
    assert str(tersimpan) == sebutan


def test_setiap_operasi_diuji():
    assert {n for n in vars(operations) if n.startswith("save_")} == set(SIMPAN)


def test_nomor_revisi_menurut_satker_dan_tahun(dunia):
    revisi = make_revisi(dunia)
    assert operations.list_nomor_revisi([2023, 2023]) == {(dunia.satker.pk, 2023, 1): revisi.pk}
    assert operations.list_nomor_revisi([2022]) == {}


def test_rupiah_tidak_pernah_dibulatkan(dunia):
    """Whole rupiah far beyond the 15 digits a float would keep."""
    besar = 9_007_199_254_740_993
    operations.save_pagu_satker([PaguSatker(satker=dunia.satker, tahun=2023, pagu=besar)])
    assert PaguSatker.objects.get().pagu == besar
