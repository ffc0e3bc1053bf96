"""The one list of checks: every record whole, every code bound, none bound without a record."""

from __future__ import annotations

import re

import pytest
from tests.aturan.telaah.buat import fakta

from kinerja.aturan.telaah.fakta import Bahan
from kinerja.aturan.telaah.kalimat import tempat_fakta
from kinerja.aturan.telaah.periksa import periksa
from kinerja.aturan.telaah.registri import KELUARGA, list_pemeriksa, load_pemeriksaan, make_temuan, pemeriksa
from kinerja.aturan.telaah.temuan import Kepastian, Tingkat

SEMUA = load_pemeriksaan()


@pytest.mark.parametrize("kode", SEMUA)
def test_catatan_utuh(kode: str):
    catatan = SEMUA[kode]
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", kode)
    assert catatan.keluarga in KELUARGA
    assert all((catatan.uraian, catatan.dasar_hukum, catatan.cara_memperbaiki))
    assert catatan.tingkat in Tingkat


def test_setiap_fungsi_berkode_dan_tidak_ada_kode_rangkap():
    assert periksa
    kode = [satu for _, semua in list_pemeriksa() for satu in semua]
    assert set(kode) <= SEMUA.keys()


@pytest.mark.parametrize("kode", [("tidak-ada",), ()])
def test_kode_tanpa_catatan_ditolak(kode: tuple[str, ...]):
    with pytest.raises(ValueError, match="no record"):
        pemeriksa(*kode)


def test_bahan_kosong_tidak_menemukan_apa_apa():
    hasil = periksa(Bahan())
    assert not [
        satu for satu in hasil.temuan if satu.kepastian is Kepastian.PASTI and satu.keluarga != "susunan"
    ]


def test_temuan_mengambil_catatan():
    tempat = tempat_fakta(fakta("12"), "13")
    temuan = make_temuan("hitung-jumlah", (tempat,), "salah")
    assert (temuan.keluarga, temuan.utama, temuan.tingkat) == (
        "hitung",
        tempat,
        SEMUA["hitung-jumlah"].tingkat,
    )
    assert temuan.saran == SEMUA["hitung-jumlah"].cara_memperbaiki
    assert make_temuan("hitung-jumlah", (tempat,), "salah", saran="begini").saran == "begini"
    lain = tempat_fakta(fakta("12", baris=2))
    assert temuan.tambah_tempat((tempat, lain)).tempat == (tempat, lain)


def test_peringkat():
    assert [satu.peringkat for satu in (Tingkat.FATAL, Tingkat.BESAR, Tingkat.KECIL)] == [3, 2, 1]
