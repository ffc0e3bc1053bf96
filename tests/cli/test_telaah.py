"""`kinerja telaah` in a process of its own: codes, messages and progress."""

from pathlib import Path

import pytest
from tests.cli.conftest import jalankan
from tests.telaah.berkas_jahat import BERKAS_JAHAT

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


@pytest.mark.parametrize("jahat", BERKAS_JAHAT, ids=lambda j: j.nama)
def test_berkas_buruk_ditolak_dengan_alasan(tmp_path, jahat):
    berkas = tmp_path / jahat.nama
    berkas.write_bytes(jahat.buat())
    hasil = jalankan(tmp_path / "data", "telaah", berkas)
    assert hasil.kode == 2
    assert jahat.pesan in " ".join(hasil.galat.split())
    assert hasil.keluar == ""


def test_berkas_buruk_tidak_menghalangi_yang_lain(tmp_path, laporan):
    (tmp_path / "kosong.txt").touch()
    hasil = jalankan(tmp_path / "data", "telaah", tmp_path / "kosong.txt", laporan)
    assert hasil.kode == 2
    assert "hitung-" in hasil.keluar


def test_kemajuan_di_galat_dan_json_tanpa_kemajuan(tmp_path, laporan):
    hasil = jalankan(tmp_path / "data", "telaah", laporan)
    assert hasil.kode == 1
    assert "laporan.txt: memeriksa" in hasil.galat
    isi = jalankan(tmp_path / "data", "telaah", laporan, "--json").json()
    assert isi["temuan"]
    assert isi["fakta"]
