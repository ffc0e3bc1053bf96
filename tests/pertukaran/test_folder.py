"""A folder of CSV and YAML as a workbook; what does not fit is named by file and line."""

from pathlib import Path

import pytest

from kinerja.pertukaran.folder import FolderCacat, baca_folder
from kinerja.pertukaran.lembar import BUKU


def baca(folder: Path):
    return baca_folder(folder, satker="kanwil-a", tahun=2023)


def tulis(folder: Path, berkas: str, isi: str | bytes) -> Path:
    tujuan = folder / berkas
    tujuan.parent.mkdir(exist_ok=True)
    tujuan.write_bytes(isi if isinstance(isi, bytes) else isi.encode())
    return folder


def test_folder_kosong_adalah_buku_kosong(tmp_path):
    assert baca(tmp_path) == {lembar.nama: [] for lembar in BUKU}


def test_csv_dan_kosong_bukan_bawaan(tmp_path):
    tulis(tmp_path, "realisasi.csv", 'Indikator,Satker,Tahun,Keadaan,Nilai\nI-1,a,2023,,"1.234,5"\n')
    (satu,) = baca(tmp_path)["Realisasi"]
    assert {k: str(v) for k, v in satu.items()} == {
        "indikator": "I-1", "satker": "a", "tahun": "2023", "keadaan": "None", "nilai": "1234.5"
    }  # fmt: skip


def test_unit_kerja(tmp_path):
    tulis(tmp_path, "unit_kerja.yaml", "- {kunci: a, fungsi: [satu, dua]}\n- {kunci: b, fungsi: null}\n")
    assert baca(tmp_path)["Unit Kerja"] == [
        {"satker": "kanwil-a", "kunci": "a", "fungsi": "satu\ndua"},
        {"satker": "kanwil-a", "kunci": "b", "fungsi": ""},
    ]


def test_narasi(tmp_path):
    tulis(
        tmp_path,
        "narasi/a.yaml",
        "saran: [Satu, {daftar: [x, y]}, {daftar: [x, y], bernomor: true}]\nvisi: diabaikan\n"
        "I-1: {penyebab: ' Sebab ', efisiensi: null, standar_nasional: {nilai: 5, sumber: S}}\n"
        "I-2: {standar_nasional: tidak_ada}\n",
    )
    milik = {"satker": "kanwil-a", "tahun": 2023}
    assert baca(tmp_path)["Narasi"] == [
        milik | {"bagian": "saran", "isi": "Satu\n\n- x\n- y\n\n1. x\n2. y"},
        milik | {"indikator": "I-1", "bagian": "penyebab", "isi": "Sebab"},
        milik | {"indikator": "I-1", "bagian": "efisiensi", "isi": ""},
        milik | {"indikator": "I-1", "bagian": "standar_nasional", "isi": "5 (S)"},
        milik | {"indikator": "I-2", "bagian": "standar_nasional", "isi": "tidak_ada"},
    ]


def test_tabel(tmp_path):
    isi = (
        "- {kunci: t, judul: T, kolom: [{judul: A, jenis: teks}, {judul: B, jenis: angka}], baris: [[x, 5]]}"
    )
    a, b = baca(tulis(tmp_path, "tabel_pendukung.yaml", isi))["Tabel Pendukung"]
    assert (a["kolom"], a["isi"], a["baris"], a["indikator"]) == ("A", "x", 1, None)
    assert (b["jenis"], b["isi"]) == ("angka", "5")


CACAT = {
    "kolom asing": ("misi.csv", "Renstra,Nomer\nR,1\n", "misi.csv baris 2: kolom 'Nomer' tidak dikenal"),
    "sel berlebih": ("misi.csv", "Renstra\nR,1\n", "misi.csv baris 2: kolom None"),
    "nilai salah": ("misi.csv", "Nomor\nsatu\n", "misi.csv baris 2, Nomor: .*tidak terbaca"),
    "bermakna dua": ("target.csv", "Target\n5.050\n", "target.csv baris 2, Target: .*Tulis 5050 atau 5,05"),
    "wajib kosong": ("misi.csv", "Renstra,Nomor\n,1\n", "misi.csv baris 2, Renstra: .*wajib"),
    "bukan UTF-8": ("misi.csv", b"Renstra\n\xff\xfe\n", "misi.csv bukan CSV UTF-8"),
    "kutip tak tertutup": ("misi.csv", 'Renstra\n"R\n', "misi.csv bukan CSV UTF-8"),
    "YAML rusak": ("unit_kerja.yaml", "- {a: [}", "unit_kerja.yaml bukan YAML"),
    "YAML bukan UTF-8": ("unit_kerja.yaml", b"\xff", "unit_kerja.yaml bukan YAML UTF-8"),
    "YAML lain": ("unit_kerja.yaml", "kunci: a", "unit_kerja.yaml tidak tersusun"),
    "tabel tanpa kolom": ("tabel_pendukung.yaml", "- {kunci: t, baris: [[1]]}", "tidak tersusun.*kolom"),
    "tabel pincang": (
        "tabel_pendukung.yaml",
        "- {kunci: t, kolom: [{judul: A, jenis: teks}], baris: [[1, 2]]}",
        "tabel_pendukung.yaml tidak tersusun",
    ),
    "narasi daftar": ("narasi/a.yaml", "I-1: {penyebab: [a]}", "a.yaml tidak tersusun"),
}


@pytest.mark.parametrize("nama", CACAT)
def test_folder_cacat(tmp_path, nama):
    berkas, isi, pesan = CACAT[nama]
    with pytest.raises(FolderCacat, match=pesan):
        baca(tulis(tmp_path, berkas, isi))
