"""Settings: defaults equal their parameter files, every choice is printed with its explanation."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest

from kinerja.aturan.kategori import list_skala
from kinerja.aturan.parameter import list_parameter, load_parameter
from kinerja.aturan.pengaturan import (
    PENGATURAN_BAWAAN,
    Pengaturan,
    RataSasaran,
    RentangDiAtas,
    RumusEfisiensi,
    TargetNegatif,
    TargetNol,
)
from kinerja.aturan.pilihan import name_pilihan
from kinerja.aturan.skor.pengaturan import PengaturanSkor

PADA = date(2024, 12, 31)
BIDANG = [f.name for f in fields(Pengaturan)]
PILIHAN: dict[str, type[StrEnum]] = {
    "target_nol": TargetNol,
    "target_negatif": TargetNegatif,
    "rentang_di_atas": RentangDiAtas,
    "rata_sasaran": RataSasaran,
    "rumus_efisiensi": RumusEfisiensi,
}
TABEL_INGATAN = {"revisi_dipa_ikpa", "kontraktual_ikpa", "dispensasi_ikpa"}
"""Whole tables of PER-5/PB/2022 of which a part is from memory; every term of a score names its certainty."""


@pytest.mark.parametrize("kode", BIDANG)
def test_bawaan_sama_dengan_berkas_parameter(kode: str) -> None:
    parameter = load_parameter(kode)
    assert parameter.pengaturan
    assert parameter.penjelasan
    assert name_pilihan(getattr(PENGATURAN_BAWAAN, kode)) == str(parameter.pada(PADA).isi)


@pytest.mark.parametrize(("kode", "jenis"), PILIHAN.items())
def test_setiap_pilihan_punya_kata_dan_tidak_ada_yang_berlebih(kode: str, jenis: type[StrEnum]) -> None:
    assert set(load_parameter(kode).pilihan) == {anggota.value for anggota in jenis}


def test_setiap_pengaturan_ingatan_dapat_diganti() -> None:
    """A [M] parameter is a setting, one of the named things a setting chooses from, or a table shown as uncertain."""
    dari_ingatan = {n for n in list_parameter() if load_parameter(n).pengaturan}
    pilihan = {*list_skala(), *(f"efisiensi_{r}" for r in RumusEfisiensi)}
    assert dari_ingatan == {*BIDANG, *(f.name for f in fields(PengaturanSkor)), *pilihan, *TABEL_INGATAN}


def test_daftar_mencetak_semuanya() -> None:
    daftar = PENGATURAN_BAWAAN.daftar()
    assert [b.kode for b in daftar] == BIDANG
    for butir in daftar:
        assert butir.nama
        assert butir.nilai_cetak
        assert butir.penjelasan
        assert butir.dasar


@pytest.mark.parametrize(
    ("ubah", "cetak"),
    [
        ({"batas_atas_capaian": None}, "tanpa batas"),
        ({"batas_atas_capaian": Decimal(120)}, "120%"),
        ({"batas_capaian_efisiensi": Decimal("112.50")}, "112,5%"),
        ({"lantai_nol": True}, "capaian negatif dihitung 0% dalam rata-rata"),
        ({"lantai_nol": False}, "capaian negatif dirata-rata dengan tandanya"),
        ({"skala_kategori": None}, "tanpa kategori"),
        (
            {"skala_kategori": "skala_permendagri_86_2017"},
            "Skala nilai peringkat kinerja Permendagri 86/2017",
        ),
        ({"skala_predikat_nka": None}, "tanpa predikat"),
        ({"rumus_efisiensi": RumusEfisiensi.SELISIH}, "selisih capaian dan serapan"),
    ],
)
def test_nilai_cetak(ubah: dict[str, Any], cetak: str) -> None:
    (kode,) = ubah
    butir = {b.kode: b for b in replace(PENGATURAN_BAWAAN, **ubah).daftar()}[kode]
    assert butir.nilai_cetak == cetak
