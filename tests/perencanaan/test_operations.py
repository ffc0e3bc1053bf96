"""Writes of the plan keep one row per natural key, and touch nothing else."""

from decimal import Decimal

import pytest

from kinerja.basisdata.simpan import Perubahan
from kinerja.perencanaan import operations
from kinerja.perencanaan.models import (
    AnggaranPerjanjian,
    Indikator,
    Komponen,
    Misi,
    PerjanjianKinerja,
    Renstra,
    Sasaran,
    Target,
)

SIFAT = {
    "urutan": 1,
    "satuan": "%",
    "polaritas": "naik",
    "cara_hitung": "rasio",
    "agregasi_bulan": "jumlah",
    "agregasi_satker": "sigma",
}


SIMPAN = {
    "save_renstra": (
        Renstra,
        lambda _: {"nama": "Renstra 2025–2029", "tahun_awal": 2025, "tahun_akhir": 2029, "dasar_hukum": "-"},
        "visi",
    ),
    "save_misi": (Misi, lambda d: {"renstra": d.renstra, "urutan": 1}, "teks"),
    "save_sasaran": (
        Sasaran,
        lambda d: {
            "renstra": d.renstra,
            "kode": "SK.2",
            "tingkat": "kegiatan",
            "unit": d.unit,
            "urutan": 2,
        },
        "teks",
    ),
    "save_indikator": (Indikator, lambda d: {"sasaran": d.sasaran, "kode": "SK.1.2", **SIFAT}, "nama"),
    "save_komponen": (Komponen, lambda d: {"indikator": d.indikator, "kode": "B"}, "label_pembilang"),
    "save_target": (
        Target,
        lambda d: {"indikator": d.indikator, "satker": d.satker, "tahun": 2023, "jenis": "pk"},
        "nilai",
    ),
    "save_perjanjian": (
        PerjanjianKinerja,
        lambda d: {
            "satker": d.satker,
            "tahun": 2023,
            "kode": "PK.2",
            "unit": d.unit,
            "pihak_pertama": "A",
            "pihak_kedua": "B",
        },
        "tempat",
    ),
    "save_anggaran_perjanjian": (
        AnggaranPerjanjian,
        lambda d: {"perjanjian": d.perjanjian, "program": "P", "kegiatan": "K"},
        "nilai",
    ),
}


@pytest.mark.parametrize("nama", SIMPAN)
def test_simpan_baru_sama_berubah(dunia, nama):
    simpan = getattr(operations, nama)
    model, kunci, medan = SIMPAN[nama]
    banyak = model.objects.count()
    nilai = [Decimal(1), Decimal(2)] if medan == "nilai" else ["satu", "dua"]

    def baris(n: int):
        return [model(**kunci(dunia), **{medan: nilai[n]})]

    assert simpan(baris(0)) == Perubahan(baru=1)
    assert simpan(baris(0)) == Perubahan(sama=1)
    assert simpan(baris(1)) == Perubahan(berubah=1)
    assert model.objects.count() == banyak + 1
    assert getattr(model.objects.latest("pk"), medan) == nilai[1]


def test_setiap_operasi_diuji():
    """A write that nobody tried has no place here."""
    assert {n for n in vars(operations) if n.startswith("save_")} == set(SIMPAN)


def test_target_tahun_lain_tidak_tersentuh(dunia):
    def target(tahun: int, nilai: int) -> Target:
        isi = {"indikator": dunia.indikator, "satker": dunia.satker, "jenis": "pk"}
        return Target(tahun=tahun, nilai=Decimal(nilai), **isi)

    operations.save_target([target(2022, 80), target(2023, 85)])
    operations.save_target([target(2023, 90)])
    assert dict(Target.objects.values_list("tahun", "nilai")) == {2022: 80, 2023: 90}
