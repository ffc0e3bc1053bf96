"""`kinerja telaah`: exit codes, the JSON others build on, and that nothing unread ever passes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import jalankan

KEPALA = (
    "Tabel 1. Capaian Kinerja Tahun 2023\n"
    "No Sasaran Kegiatan Indikator Kinerja Kegiatan Target Realisasi Capaian (%)\n"
)
BARIS = "1\nMeningkatnya pelayanan hukum di wilayah\nPersentase layanan yang diselesaikan tepat waktu\n"
BAGUS = f"{KEPALA}{BARIS}80% 92% 115\n"
DIPOTONG = f"{KEPALA}{BARIS}6 layanan 7 layanan 116,66\n"
SALAH = f"{KEPALA}{BARIS}80% 92% 151\n"
BERKAS = {"kode", "tingkat", "kepastian", "indikator", "tabel", "halaman", "baris", "tercetak", "seharusnya"}
LAIN = {"uraian", "saran", "dasar_hukum", "tempat"}


@pytest.fixture
def tulis(tmp_path):
    """Write a text and give its path."""

    def _tulis(nama: str, isi: str) -> Path:
        berkas = tmp_path / nama
        berkas.write_text(isi, "utf-8")
        return berkas

    return _tulis


def test_json(kosong, tulis):
    hasil = jalankan(kosong, "telaah", tulis("a.txt", SALAH), "--json")
    assert hasil.kode == 1
    isi = hasil.json()
    assert isi["fakta"] > 0
    assert isi["pemeriksaan"] > 0
    assert 0 < isi["detik"] < 5
    temuan = [satu for satu in isi["temuan"] if satu["kode"] == "hitung-capaian"]
    assert len(temuan) == 1
    assert temuan[0].keys() >= BERKAS | LAIN
    assert (temuan[0]["baris"], temuan[0]["tabel"], temuan[0]["seharusnya"]) == (6, "1", "115")
    assert not kosong.exists()  # no database is touched


def test_tingkat_menentukan_kode_keluar(kosong, tulis):
    berkas = tulis("a.txt", DIPOTONG)
    hasil = jalankan(kosong, "telaah", berkas, "--gagal-pada", "fatal", "--json")
    assert (hasil.kode, [satu["kode"] for satu in hasil.json()["temuan"]]) == (0, ["hitung-dipotong"])
    assert jalankan(kosong, "telaah", berkas).kode == 1
    assert jalankan(kosong, "telaah", tulis("b.txt", BAGUS)).kode == 0


@pytest.mark.parametrize("isi", ["", "Tidak ada angka kinerja di sini.\n", "\x00\x01\x02" * 40])
def test_tanpa_fakta_bukan_lulus(kosong, tulis, isi: str):
    hasil = jalankan(kosong, "telaah", tulis("kosong.txt", isi))
    assert hasil.kode == 2
    assert "kosong.txt" in hasil.galat.replace("\n", "")


def test_berkas_tidak_ada(kosong, tmp_path):
    assert jalankan(kosong, "telaah", tmp_path / "tidak-ada.pdf").kode == 2


def test_yang_tidak_terbaca_tidak_menghalangi_yang_lain(kosong, tulis):
    hasil = jalankan(kosong, "telaah", tulis("x.txt", "kosong"), tulis("a.txt", SALAH), "--json")
    assert hasil.kode == 2
    isi = json.loads(hasil.keluar)
    assert len(isi["berkas"]) == 2
    assert [satu["fatal"] for satu in isi["kendala"]] == [True]
    assert {Path(satu["berkas"]).name for satu in isi["temuan"]} == {"a.txt"}


def test_keluaran_ke_berkas(kosong, tulis, tmp_path):
    hasil = jalankan(
        kosong, "telaah", tulis("a.txt", SALAH), "--keluar", "json,sarif", "--out", tmp_path / "hasil"
    )
    assert hasil.kode == 1
    sarif = json.loads((tmp_path / "hasil" / "telaah-a.sarif").read_text("utf-8"))
    hasil_sarif = [satu for satu in sarif["runs"][0]["results"] if satu["ruleId"] == "hitung-capaian"]
    assert hasil_sarif[0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 6}
    assert json.loads((tmp_path / "hasil" / "telaah-a.json").read_text("utf-8"))["fakta"]


def test_layar_menyebut_kedua_selang_dan_dasar(kosong, tulis):
    hasil = jalankan(kosong, "telaah", tulis("a.txt", SALAH), COLUMNS="400")
    assert "tercetak 151 (150,5–151,5), terhitung 115,00" in hasil.keluar
    assert "PermenPANRB" in hasil.keluar


def test_format_asing_ditolak(kosong, tulis):
    assert jalankan(kosong, "telaah", tulis("a.txt", BAGUS), "--keluar", "pdfx").kode == 2


def test_tahun_lalu_yang_tidak_terbaca(kosong, tulis, tmp_path):
    hasil = jalankan(kosong, "telaah", tulis("a.txt", BAGUS), "--tahun-lalu", tmp_path / "hilang.txt")
    assert hasil.kode == 2
