"""Files in, findings out: every file is read in a process of its own, and says how far it is."""

from pathlib import Path

import pytest

from kinerja.dokumen.baca import terpisah
from kinerja.telaah.jalan import BACA, BACA_LALU, FAKTA, PERIKSA, telaah_berkas

LAPORAN = """BAB III AKUNTABILITAS KINERJA

Tabel 1. Capaian Kinerja Tahun 2023
No Sasaran Indikator Target Realisasi Capaian
1 Persentase permohonan yang selesai tepat waktu 80% 60% 85%
2 Persentase pengaduan yang ditindaklanjuti 50% 50% 100%
"""


@pytest.fixture
def laporan(tmp_path) -> Path:
    berkas = tmp_path / "laporan.txt"
    berkas.write_text(LAPORAN)
    return berkas


def test_kemajuan_menyebut_setiap_tahap_sampai_selesai(laporan):
    kabar = []
    satu = telaah_berkas(laporan, laporan, lapor=lambda *a: kabar.append(a))
    assert satu.hasil is not None
    assert list(dict.fromkeys(k[0] for k in kabar)) == [BACA, BACA_LALU, FAKTA, PERIKSA]
    tahap, selesai, semua = kabar[-1]
    assert (tahap, selesai) == (PERIKSA, semua)
    assert [k[1] for k in kabar if k[0] == PERIKSA] == list(range(1, semua + 1))


def test_teks_pun_dibaca_di_luar_proses_ini(laporan, monkeypatch):
    """Without the child there is no document: nothing of the file is looked at here."""
    monkeypatch.setattr(terpisah, "_PROSES", "kinerja.dokumen.baca.tidak_ada")
    satu = telaah_berkas(laporan)
    assert satu.hasil is None
    assert [k.kode for k in satu.kendala] == ["terhenti"]


def test_pembacaan_dapat_dibatalkan(laporan):
    satu = telaah_berkas(laporan, batal=lambda: True)
    assert [k.kode for k in satu.kendala] == ["dibatalkan"]


def test_pembanding_yang_tak_terbaca_menghentikan_pemeriksaan(laporan, tmp_path):
    rusak = tmp_path / "lalu.pdf"
    rusak.write_bytes(b"%PDF-1.4 rusak")
    satu = telaah_berkas(laporan, rusak)
    assert satu.hasil is None
    assert any(k.fatal for k in satu.kendala)
