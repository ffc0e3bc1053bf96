"""`kinerja lkjip`: files, satker by key or code, and what stands in the way."""

import sqlite3
import zipfile
from pathlib import Path

import pytest
from tests.cli.conftest import jalankan

from kinerja.antarmuka.cli.pemilik import read_pemilik

KANTOR = ("lkjip", "--satker", "kanwil-sumsel", "--tahun", "2023")
PENDEK = ("lkjip", "--satker", "kanwil-sumsel", "--tahun", "2020")
"""The same kinds of parts on a tenth of the pages."""


def test_satu_format(contoh, tmp_path):
    hasil = jalankan(contoh, *KANTOR, "--format", "HTML,html", "--out", tmp_path / "a" / "b")
    assert hasil.kode == 0
    berkas = tmp_path / "a" / "b" / "LKjIP-2023.html"
    kepala, celah, *_ = hasil.keluar.splitlines()
    assert kepala.startswith(f"HTML  {berkas} (1,")
    assert kepala.endswith(" MB)")
    assert celah.startswith("Belum diisi: ")
    assert berkas.read_text().startswith("<!doctype html>")
    assert [b.name for b in berkas.parent.iterdir()] == [berkas.name]


def test_semua_format_sebagai_json(contoh, tmp_path):
    isi = jalankan(contoh, *KANTOR, "--out", tmp_path / "h", "--json").json()
    assert isi["berkas"] == {f: str(tmp_path / "h" / f"LKjIP-2023.{f}") for f in ("pdf", "docx", "html")}
    assert isi["halaman"] > 100
    assert isi["kode"]
    assert {"tempat", "apa", "oleh"} == set(isi["belum_diisi"][0])
    assert (tmp_path / "h" / "LKjIP-2023.pdf").read_bytes().startswith(b"%PDF")


def test_halaman_dan_kode_disebut(contoh, tmp_path):
    hasil = jalankan(contoh, *KANTOR, "--format", "pdf", "--out", tmp_path)
    assert hasil.kode == 0
    assert [b for b in hasil.keluar.splitlines() if b.startswith("Halaman PDF: ")]


def test_kode_satker(contoh, tmp_path):
    with sqlite3.connect(contoh / "kinerja.sqlite3") as sambungan:
        sambungan.execute("UPDATE organisasi_satker SET kode = '409999' WHERE kunci = 'kanwil-sumsel'")
    argumen = [
        "lkjip",
        "--satker",
        "409999",
        "--tahun",
        "2023",
        "--format",
        "html",
        "--out",
        tmp_path,
        "--json",
    ]
    assert jalankan(contoh, *argumen).kode == 0


@pytest.mark.parametrize(
    ("satker", "tahun", "pesan"),
    [
        ("kanwil-riau", "2023", "Satker 'kanwil-riau' tidak dikenal."),
        ("kanwil-sumsel", "2019", "kanwil-sumsel belum mempunyai target Perjanjian Kinerja tahun 2019."),
        ("lapas-palembang", "2023", "Lembaga Pemasyarakatan Kelas I Palembang belum mempunyai target"),
    ],
)
def test_tidak_ada_yang_dilaporkan(contoh, tmp_path, satker, tahun, pesan):
    argumen = ["lkjip", "--satker", satker, "--tahun", tahun, "--out", tmp_path]
    hasil = jalankan(contoh, *argumen)
    assert (hasil.kode, hasil.keluar) == (1, "")
    assert f"Ditolak: {pesan}" in hasil.galat
    hasil = jalankan(contoh, *argumen, "--json")
    assert hasil.kode == 1
    assert hasil.json()["masalah"].startswith(pesan)


@pytest.mark.parametrize("tempat", ["berkas", "berkas/dalam", "/proc/kinerja", "/proc"])
def test_folder_tujuan_tidak_dapat_ditulis(contoh, tmp_path, tempat):
    (tmp_path / "berkas").write_text("")
    hasil = jalankan(contoh, *PENDEK, "--format", "html", "--out", tmp_path / tempat)
    assert (hasil.kode, hasil.keluar) == (1, "")
    assert f"{tempat} tidak dapat ditulis: " in hasil.galat


def rename_kanwil(data: Path, nama: str) -> None:
    with sqlite3.connect(data / "kinerja.sqlite3") as sambungan:
        sambungan.execute(
            "UPDATE organisasi_riwayatsatker SET nama = ? WHERE nama LIKE 'Kantor Wilayah%Sumatera Selatan'",
            [nama],
        )


@pytest.mark.parametrize("format_", ["pdf", "docx", "html"])
def test_laporan_kantor_lain_tidak_tertimpa(contoh, tmp_path, format_):
    argumen = (*PENDEK, "--format", format_, "--out", tmp_path)
    assert [jalankan(contoh, *argumen).kode for _ in range(2)] == [0, 0]
    berkas = tmp_path / f"LKjIP-2020.{format_}"
    asli = berkas.read_bytes()
    pemilik = read_pemilik(berkas)
    assert pemilik.startswith("Kantor Wilayah")
    # To the program an office of another name is another office.
    rename_kanwil(contoh, "Kantor Wilayah Lain & Rekan")
    hasil = jalankan(contoh, *argumen)
    assert (hasil.kode, hasil.keluar, berkas.read_bytes()) == (1, "", asli)
    assert f"Ditolak: {berkas} adalah laporan {pemilik}. Pilih folder lain dengan --out" in hasil.galat
    assert jalankan(contoh, *argumen, "--json").json()["masalah"].startswith(f"{berkas} adalah laporan")
    assert jalankan(contoh, *argumen, "--timpa").kode == 0
    assert read_pemilik(berkas) == "Kantor Wilayah Lain & Rekan"
    assert jalankan(contoh, *argumen).kode == 0


@pytest.mark.parametrize("format_", ["pdf", "docx", "html"])
def test_berkas_asing_tidak_tertimpa(contoh, tmp_path, format_):
    berkas = tmp_path / f"LKjIP-2020.{format_}"
    berkas.write_text("catatan saya")
    hasil = jalankan(contoh, *PENDEK, "--format", format_, "--out", tmp_path)
    assert (hasil.kode, berkas.read_text()) == (1, "catatan saya")
    assert f"{berkas} adalah laporan yang tidak dikenal." in hasil.galat
    with zipfile.ZipFile(tmp_path / "LKjIP-2020.docx", "w") as arsip:
        arsip.writestr("a.txt", "bukan Word")
    assert read_pemilik(tmp_path / "LKjIP-2020.docx") == ""
