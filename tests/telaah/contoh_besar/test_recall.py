"""The published report as a large case: most of its errors are found, and next to nothing is made up."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.telaah.contoh_besar.skor import BERHITUNG, TEKS, Skor, read_kesalahan, read_temuan, run_telaah

ADA_TEKS = pytest.mark.skipif(not TEKS.exists(), reason="the published report is not part of this repository")


@pytest.fixture(scope="module")
def skor() -> Skor:
    return Skor(read_temuan(run_telaah()))


def test_daftar_utuh():
    kesalahan, bukan = read_kesalahan()
    assert [id for id, kali in Counter(satu.id for satu in kesalahan).items() if kali > 1] == []
    assert all(satu.baris and min(satu.baris) > 0 for satu in kesalahan)
    assert all(satu["baris"] for satu in bukan)
    assert set(BERHITUNG) <= {satu.keluarga_utama for satu in kesalahan}


@ADA_TEKS
def test_baris_di_dalam_teks():
    panjang = len(TEKS.read_text(encoding="utf-8").splitlines())
    kesalahan, bukan = read_kesalahan()
    letak = [baris for satu in kesalahan for baris in satu.baris] + [
        b for satu in bukan for b in satu["baris"]
    ]
    assert max(letak) <= panjang


@ADA_TEKS
def test_daya_temu(skor):
    temu, semua = skor.daya_temu(skor.terhitung)
    assert temu >= semua * 0.85, skor.make_laporan()


@ADA_TEKS
def test_pasti_jarang_palsu(skor):
    assert skor.pasti
    assert len(skor.pasti_palsu) <= len(skor.pasti) * 0.05, skor.make_laporan()


@ADA_TEKS
def test_terpotong_satu_kelas(skor):
    """Truncations are one finding with its places, not one finding each."""
    kelas = [temuan for temuan in skor.temuan if temuan.keluarga == "hitung" and "potong" in temuan.kode]
    assert len(kelas) == 1
    anggota = next(satu for satu in skor.daftar if satu.id == "potong").anggota
    assert len(skor.anggota_luput("potong")) <= len(anggota) * 0.15, skor.make_laporan()
