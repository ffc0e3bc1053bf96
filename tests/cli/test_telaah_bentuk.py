"""`kinerja telaah --format … --pembanding …`: one answer in the form asked for, beside last year's report."""

from __future__ import annotations

import json

import docx
import pytest
from tests.cli.conftest import jalankan
from tests.telaah.tulis_kasus import write_kasus

TABEL = (
    "Tabel 1. Capaian Kinerja Tahun {tahun}\n"
    "No Sasaran Kegiatan Indikator Kinerja Kegiatan Target Realisasi Capaian (%)\n"
    "1\nMeningkatnya pelayanan hukum di wilayah\nPersentase layanan yang diselesaikan tepat waktu\n80% 92% 151\n"
)
SALINAN = (
    "Indikator Kinerja Kegiatan 1: Persentase layanan yang diselesaikan tepat waktu\n"
    "2. Penyebab keberhasilan\nKeberhasilan ini didukung oleh penyuluhan rutin setiap pekan, kerja sama dengan "
    "perguruan tinggi, penjadwalan ulang kunjungan, penambahan petugas yang terlatih, serta pemantauan berkala oleh "
    "kepala kantor beserta seluruh jajarannya di semua satuan kerja yang ada di wilayah provinsi ini.\n"
)


@pytest.fixture
def laporan(tmp_path):
    """This year's report and last year's with the same analysis."""
    berkas = []
    for tahun in (2023, 2022):
        berkas.append(tmp_path / f"{tahun}.txt")
        berkas[-1].write_text(TABEL.format(tahun=tahun) + SALINAN, "utf-8")
    return berkas


def test_json_sama_dengan_format_json(kosong, laporan):
    satu = json.loads(jalankan(kosong, "telaah", laporan[0], "--format", "json").keluar)
    dua = json.loads(jalankan(kosong, "telaah", laporan[0], "--json").keluar)
    assert satu["temuan"] == dua["temuan"]
    assert satu["temuan"]


def test_sarif_ke_layar(kosong, laporan):
    hasil = json.loads(jalankan(kosong, "telaah", laporan[0], "--format", "sarif").keluar)
    assert hasil["version"] == "2.1.0"


@pytest.mark.parametrize("bentuk", ["html", "xlsx", "docx"])
def test_bentuk_berkas(kosong, laporan, tmp_path, bentuk: str):
    hasil = jalankan(kosong, "telaah", laporan[0], "--format", bentuk, "--out", tmp_path / "o")
    assert hasil.kode == 1
    assert "hitung-capaian" not in hasil.keluar
    assert (tmp_path / "o" / f"telaah-2023.{bentuk}").stat().st_size > 1000


def test_salinan_bertanda_dan_teks_yang_tidak_dapat_ditandai(kosong, laporan, tmp_path):
    tabel = {
        "tabel": "Tabel 1. Capaian Kinerja Tahun 2023",
        "kepala": ["No", "Indikator Kinerja", "Target", "Realisasi", "Capaian (%)"],
        "baris": [["1", "Persentase layanan yang diselesaikan tepat waktu", "80%", "92%", "151%"]],
    }
    berkas = write_kasus([tabel], "docx", tmp_path)
    hasil = jalankan(kosong, "telaah", berkas, laporan[0], "--keluar", "salinan", "--out", tmp_path)
    assert hasil.kode == 1
    assert len(list(docx.Document(tmp_path / "kasus-bertanda.docx").comments)) >= 1
    assert f"{laporan[0]}: " in hasil.galat.replace("\n", "")


def test_pembanding_menemukan_yang_terbawa(kosong, laporan):
    ini, lalu = laporan
    tanpa = json.loads(jalankan(kosong, "telaah", ini, "--format", "json").keluar)
    dengan = json.loads(jalankan(kosong, "telaah", ini, "--pembanding", lalu, "--format", "json").keluar)
    assert not [t for t in tanpa["temuan"] if t["kode"].startswith("bawaan")]
    assert [t["kode"] for t in dengan["temuan"] if t["kode"].startswith("bawaan")] == ["bawaan-analisis"]
