"""The settings of the scores: defaults equal their parameter files, every choice has its wording."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import get_type_hints

import pytest

from kinerja.aturan.parameter import load_parameter
from kinerja.aturan.pilihan import name_pilihan
from kinerja.aturan.skor.pengaturan import PENGATURAN_SKOR_BAWAAN, PengaturanSkor

BIDANG = [f.name for f in fields(PengaturanSkor)]
JENIS = get_type_hints(PengaturanSkor)


@pytest.mark.parametrize("kode", BIDANG)
def test_bawaan_dan_pilihan_sama_dengan_berkasnya(kode: str) -> None:
    parameter = load_parameter(kode)
    assert parameter.pengaturan
    assert parameter.penjelasan
    assert name_pilihan(getattr(PENGATURAN_SKOR_BAWAAN, kode)) == str(parameter.pada(date(2023, 12, 31)).isi)
    jenis = JENIS[kode]
    pilihan = {anggota.value for anggota in jenis} if issubclass(jenis, StrEnum) else {"ya", "tidak"}
    assert set(parameter.pilihan) == pilihan


def test_daftar_mencetak_semuanya() -> None:
    daftar = PENGATURAN_SKOR_BAWAAN.daftar()
    assert [b.kode for b in daftar] == BIDANG
    assert all(b.nama and b.nilai_cetak and b.penjelasan and b.dasar for b in daftar)
