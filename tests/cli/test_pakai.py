"""Help, wrong usage, and surroundings in which no command can work."""

import os
import socket
import sqlite3
from argparse import Namespace
from pathlib import Path

import pytest
from tests.cli.conftest import AKAR, jalankan

from kinerja.antarmuka.cli import _gabung_negatif, _jalankan

PERINTAH = {
    "migrate": [],
    "templat": ["--out", "--isi", "--satker", "--tahun"],
    "import": ["BERKAS", "--dry-run", "--json"],
    "ekspor": ["--out"],
    "contoh": ["FOLDER", "--out", "--satker", "--tahun", "--akun-peraga"],
    "lkjip": ["--satker", "--tahun", "--format", "--out", "--timpa", "--json"],
    "serve": ["--host", "--port", "--proses"],
    "akun": ["admin", "list", "buat", "tautan", "peran", "akhiri", "aktif", "nonaktif", "lepas-pengaman"],
    "verify-jejak": ["--json"],
}
INGGRIS = (
    "usage",
    "optional",
    "options",
    "positional",
    "show this",
    "default",
    "required",
    "error",
    "invalid",
)


@pytest.mark.parametrize(
    "perintah", [[], *([p] for p in PERINTAH), ["hitung"], ["hitung", "capaian"]], ids=str
)
def test_bantuan_dalam_bahasa_indonesia(kosong, perintah):
    hasil = jalankan(kosong, *perintah, "--bantuan")
    assert (hasil.kode, hasil.galat) == (0, "")
    assert hasil.keluar.startswith(f"pemakaian: {' '.join(['kinerja', *perintah])}")
    assert not [kata for kata in INGGRIS if kata in hasil.keluar.lower()]
    for pilihan in PERINTAH.get(perintah[0], []) if perintah else [*PERINTAH, "hitung"]:
        assert pilihan in hasil.keluar


@pytest.mark.parametrize("perintah", [*([p] for p in PERINTAH), ["hitung", "capaian"]], ids=str)
def test_bantuan_dalam_bahasa_inggris_bila_diminta(kosong, perintah):
    hasil = jalankan(kosong, *perintah, "--help", KINERJA_BAHASA="en")
    assert (hasil.kode, hasil.galat) == (0, "")
    assert hasil.keluar.startswith(f"usage: kinerja {' '.join(perintah)}")
    for kata in ("pemakaian", "pilihan", "bawaan", "tampilkan", "berkas", "TAHUN", "folder tujuan"):
        assert kata not in hasil.keluar.replace("--tahun", "")


def test_bahasa_komputer_tidak_ditanya(siap):
    for lain in ({"LANG": "en_US.UTF-8"}, {"LANGUAGE": "en"}, {"KINERJA_BAHASA": "fr"}):
        assert jalankan(siap, "--help", **lain).keluar.startswith("pemakaian: kinerja")
        assert jalankan(siap, "migrate", **lain).keluar.startswith("Basis data siap.\n")


def test_salah_pakai_dan_jawaban_dalam_bahasa_inggris_bila_diminta(siap):
    hasil = jalankan(siap, "lkjip", "--tahun", "1999", KINERJA_BAHASA="en")
    assert hasil.galat.splitlines()[-1] == (
        "Wrong usage: argument --tahun: '1999' is not a number between 2000 and 2099"
    )
    hasil = jalankan(siap, "hitung", "capaian", KINERJA_BAHASA="en")
    assert hasil.galat.splitlines()[-1] == "Wrong usage: the following arguments are required: --realisasi"
    assert jalankan(siap, "migrate", KINERJA_BAHASA="en").keluar.startswith("The database is ready.\n")
    hasil = jalankan(siap, "import", "tiada.xlsx", KINERJA_BAHASA="en")
    assert hasil.galat.splitlines()[-1].startswith("Rejected: ")


SALAH_PAKAI = {
    "": "argumen ini wajib diisi: PERINTAH",
    "terbang": "argumen PERINTAH: pilihan tidak dikenal: 'terbang' (pilih dari 'migrate'",
    "import": "argumen ini wajib diisi: BERKAS",
    "import a.xlsx --jso": "argumen tidak dikenal: --jso",
    "import a.xlsx --json=1": "argumen --json: tidak memerlukan nilai '1'",
    "lkjip --tahun 2023": "argumen ini wajib diisi: --satker",
    "lkjip --satker a --tahun dua": "argumen --tahun: 'dua' bukan bilangan antara 2000 dan 2099",
    "lkjip --satker a --tahun 1999": "'1999' bukan bilangan antara 2000 dan 2099",
    "lkjip --satker a --tahun 2023 --format xls": "argumen --format: format 'xls' tidak dikenal; pilih dari pdf, docx",
    "lkjip --satker a --tahun 2023 --format ,": "format ',' tidak dikenal",
    "lkjip --satker": "argumen --satker: memerlukan satu nilai",
    "hitung": "argumen ini wajib diisi: APA",
    "hitung capaian --target 5": "argumen ini wajib diisi: --realisasi",
    "hitung capaian --target 5 --realisasi 5 --polaritas maju": "argumen --polaritas: pilihan tidak dikenal: 'maju'",
    "serve --port 0": "'0' bukan bilangan antara 1 dan 65535",
    "serve --port 70000": "'70000' bukan bilangan antara 1 dan 65535",
    "serve --port -1": "'-1' bukan bilangan antara 1 dan 65535",
    "serve --proses ²": "'²' bukan bilangan antara 1 dan 64",
}


@pytest.mark.parametrize("baris", SALAH_PAKAI)
def test_salah_pakai(kosong, baris):
    hasil = jalankan(kosong, *baris.split())
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert hasil.galat.startswith("pemakaian: kinerja")
    assert SALAH_PAKAI[baris] in hasil.galat.splitlines()[-1]
    assert not kosong.exists()


# Surroundings


@pytest.mark.parametrize(
    "perintah",
    [
        ["import", "BUKU"],
        ["import", "BUKU", "--json"],
        ["contoh", AKAR / "contoh" / "sumsel-2023", "--out", "c.xlsx"],
        ["lkjip", "--satker", "kanwil-sumsel", "--tahun", "2023", "--out", "hasil"],
        ["serve"],
    ],
    ids=lambda p: p[0],
)
def test_basis_data_belum_disiapkan(kosong, buku, perintah):
    hasil = jalankan(kosong, *(buku if p == "BUKU" else p for p in perintah))
    assert hasil.kode == 1
    assert "Basis data belum siap. Jalankan dahulu: kinerja migrate" in hasil.keluar + hasil.galat


def test_migrate_berulang(siap):
    hasil = jalankan(siap, "migrate")
    assert (hasil.kode, hasil.keluar, hasil.galat) == (0, "Basis data siap.\n", "")


@pytest.mark.parametrize("perintah", [["migrate"], ["serve"], ["import", "BUKU"]], ids=lambda p: p[0])
def test_basis_data_rusak(kosong, buku, perintah):
    kosong.mkdir()
    (kosong / "kinerja.sqlite3").write_bytes(b"bukan basis data" * 500)
    hasil = jalankan(kosong, *(buku if p == "BUKU" else p for p in perintah))
    assert (hasil.kode, hasil.keluar) == (1, "")
    assert "Basis data tidak dapat dibuka" in hasil.galat
    assert "KINERJA_DATA" in hasil.galat


def test_basis_data_menolak(contoh, buku):
    with sqlite3.connect(contoh / "kinerja.sqlite3") as sambungan:
        sambungan.execute("ALTER TABLE jejak_impor RENAME COLUMN pada TO waktu")
    hasil = jalankan(contoh, "import", buku)
    assert (hasil.kode, hasil.keluar) == (1, "")
    assert "Ditolak: Basis data menolak (" in hasil.galat
    assert jalankan(contoh, "import", buku, "--json").json()["masalah"].startswith("Basis data menolak (")


def test_postgresql_tidak_menjawab(kosong):
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        alamat = f"postgresql://a:b@127.0.0.1:{soket.getsockname()[1]}/c"
        hasil = jalankan(kosong, "migrate", KINERJA_BASIS_DATA=alamat)
    assert (hasil.kode, hasil.keluar) == (1, "")
    assert "Basis data tidak dapat dibuka" in hasil.galat


@pytest.mark.parametrize("nama", ["folder", "alamat"])
def test_pengaturan_tidak_dapat_dipakai(kosong, nama):
    kosong.write_text("")
    lain = {"KINERJA_BASIS_DATA": "postgresql://a:b@c:porta/d"} if nama == "alamat" else {}
    hasil = jalankan(kosong if nama == "folder" else kosong.parent / "lain", "migrate", **lain)
    assert (hasil.kode, hasil.keluar) == (1, "")
    assert hasil.galat.startswith("Ditolak: pengaturan tidak dapat dipakai")


def test_basis_data_yang_tidak_dikenal_tidak_diganti_sqlite(kosong):
    hasil = jalankan(kosong, "migrate", KINERJA_BASIS_DATA="mysql://a:b@c/d")
    assert (hasil.kode, hasil.keluar) == (1, "")
    assert "bukan mysql://" in hasil.galat
    assert not (kosong / "kinerja.sqlite3").exists()


def test_pembaca_yang_pergi(contoh, buku):
    # Like `kinerja … | head`: the reader is gone before the first line.
    baca, tulis = os.pipe()
    os.close(baca)
    anak = os.fork()
    if anak == 0:
        os.dup2(tulis, 1)
        os.dup2(os.open(contoh / "galat.txt", os.O_WRONLY | os.O_CREAT), 2)
        os.environ.update({"KINERJA_DATA": str(contoh), "PYTHONPATH": str(AKAR / "src")})
        os.environ.pop("KINERJA_BASIS_DATA", None)
        os.execvp(
            os.sys.executable,
            [os.sys.executable, "-m", "kinerja.antarmuka.cli", "import", str(buku), "--json"],
        )
    os.close(tulis)
    _, status = os.waitpid(anak, 0)
    assert os.waitstatus_to_exitcode(status) == 1
    assert (contoh / "galat.txt").read_text() == ""


# The last resorts


def _gagal(galat: BaseException):
    def jalankan_(_: Namespace) -> int:
        raise galat

    return Namespace(jalankan=jalankan_)


def test_dibatalkan(capsys):
    assert _jalankan(_gagal(KeyboardInterrupt())) == 130
    assert capsys.readouterr() == ("", "Dibatalkan.\n")


def test_kesalahan_program_dicatat_dengan_kode(capsys):
    assert _jalankan(_gagal(RuntimeError("tak terduga"))) == 1
    keluar, galat = capsys.readouterr()
    assert keluar == ""
    assert "Kesalahan program, kode " in galat
    catatan = Path(galat.partition("Rinciannya ada di ")[2].partition(";")[0])
    rincian = catatan.read_text()
    catatan.unlink()
    assert rincian.startswith("Traceback")
    assert "RuntimeError: tak terduga" in rincian
    assert catatan.stem[-8:] in galat


@pytest.mark.parametrize(
    ("argumen", "hasil"),
    [
        (["--realisasi", "-18,12"], ["--realisasi=-18,12"]),
        (["--realisasi", "−18,12"], ["--realisasi=−18,12"]),
        (["--realisasi", "-18,12 %"], ["--realisasi=-18,12 %"]),
        (["--realisasi", "-Rp5"], ["--realisasi=-Rp5"]),
        (["--json", "-h"], ["--json", "-h"]),
        (["-18,12"], ["-18,12"]),
        (["--a", "--b", "-5"], ["--a", "--b=-5"]),
        (["--a", "-5-"], ["--a", "-5-"]),
    ],
)
def test_angka_negatif_bukan_pilihan(argumen, hasil):
    assert _gabung_negatif(argumen) == hasil
