"""`kinerja akun`, `kinerja verify-jejak`, the first start, and a missing key."""

import re
import sqlite3
import stat

import pytest
from tests.cli.conftest import AKAR, jalankan

from kinerja.akses.izin import PERAN_DITUGASKAN
from kinerja.antarmuka.cli.pengurai import PERAN

TAUTAN = re.compile(r"http://127\.0\.0\.1:8000/masuk/tautan/[\w-]{43}/")


def run_sql(data, sql: str) -> None:
    with sqlite3.connect(data / "kinerja.sqlite3") as sambungan:
        sambungan.executescript(sql)


def test_peran_pada_baris_perintah_sama_dengan_tabelnya():
    assert tuple(p.value for p in PERAN_DITUGASKAN) == PERAN


def test_pertama_kali_membuat_admin_dengan_tautan_lalu_tidak_lagi(pertama, siap):
    _, hasil = pertama
    assert "Admin pertama dibuat: nama akun admin." in hasil.keluar
    assert len(TAUTAN.findall(hasil.keluar)) == 1
    assert jalankan(siap, "migrate").keluar == "Basis data siap.\n"
    assert "sudah ada admin" in jalankan(siap, "akun", "admin").galat
    assert TAUTAN.search(jalankan(siap, "akun", "tautan", "admin").keluar)


def test_kunci_dibuat_sendiri_saat_mencoba_dan_hanya_terbaca_pemiliknya(siap):
    for nama in ("kunci", "kunci-jejak"):
        assert stat.S_IMODE((siap / nama).stat().st_mode) == 0o600
        assert len((siap / nama).read_text()) >= 48


@pytest.mark.parametrize("kunci", [{}, {"KINERJA_KUNCI_JEJAK": ""}, {"KINERJA_KUNCI_JEJAK": "pendek"}])
@pytest.mark.parametrize("perintah", [["migrate"], ["serve"]])
def test_tanpa_kunci_menolak_mulai(kosong, kunci, perintah):
    hasil = jalankan(kosong, *perintah, KINERJA_MODE="produksi", **kunci)
    assert (hasil.kode, hasil.keluar) == (1, "")
    assert "KINERJA_KUNCI_JEJAK belum diisi" in hasil.galat
    assert not (kosong / "kunci-jejak").exists()


def test_postgresql_sungguhan_tanpa_diminta(kosong):
    basis = "postgresql://tak-ada@127.0.0.1:1/tak-ada"
    hasil = jalankan(kosong, "migrate", KINERJA_MODE=None, KINERJA_BASIS_DATA=basis)
    assert (hasil.kode, "KINERJA_KUNCI_JEJAK belum diisi" in hasil.galat) == (1, True)


def test_tertanam_tanpa_mode_membuat_kuncinya_sendiri(kosong):
    assert jalankan(kosong, "migrate", KINERJA_MODE=None).kode == 0
    assert (kosong / "kunci-jejak").exists()


def test_kunci_kosong_ditolak_juga_saat_mencoba(kosong):
    assert jalankan(kosong, "migrate", KINERJA_KUNCI_JEJAK="").kode == 1


def test_kunci_dari_lingkungan_dipakai(kosong):
    hasil = jalankan(kosong, "migrate", KINERJA_MODE="produksi", KINERJA_KUNCI_JEJAK="k" * 40)
    assert (hasil.kode, hasil.galat) == (0, "")
    assert not (kosong / "kunci-jejak").exists()
    lain = jalankan(kosong, "verify-jejak", KINERJA_MODE="produksi", KINERJA_KUNCI_JEJAK="x" * 40)
    assert lain.kode == 1


class TestAkun:
    def test_dari_dibuat_sampai_dinonaktifkan(self, siap):
        assert TAUTAN.search(
            jalankan(siap, "akun", "buat", "budi", "--nama", "Budi", "--jabatan", "Kepala").keluar
        )
        assert jalankan(siap, "akun", "peran", "budi", "--peran", "apip").keluar == "Peran diberikan.\n"
        (orang,) = [o for o in jalankan(siap, "akun", "list", "--json").json() if o["nama_akun"] == "budi"]
        assert (orang["nama"], orang["aktif"], orang["peran"][0]["peran"]) == ("Budi", True, "apip")
        assert jalankan(siap, "akun", "akhiri", "budi", "--peran", "apip", "--alasan", "pindah").kode == 0
        assert jalankan(siap, "akun", "nonaktif", "budi", "--alasan", "pensiun").kode == 0
        assert "nonaktif" in jalankan(siap, "akun", "list").keluar
        assert jalankan(siap, "akun", "aktif", "budi", "--alasan", "kembali").kode == 0
        assert jalankan(siap, "akun", "lepas-pengaman", "budi", "--alasan", "hilang").keluar.endswith(
            ": 0.\n"
        )
        assert jalankan(siap, "verify-jejak").kode == 0

    @pytest.mark.parametrize(
        ("argumen", "pesan"),
        [
            (["buat", "X Y"], "Nama akun terdiri"),
            (["buat", "admin"], "sudah dipakai"),
            (["tautan", "tidak-ada"], "Akun tidak dikenal"),
            (["peran", "admin", "--peran", "operator"], "memerlukan satker"),
            (["peran", "admin", "--peran", "operator", "--satker", "tidak-ada"], "Satker tidak dikenal"),
            (["peran", "admin", "--peran", "apip", "--unit-kerja", "x"], "--unit-kerja memerlukan --satker"),
            (["peran", "admin", "--peran", "apip", "--unit", "X"], "Unit Eselon I tidak dikenal"),
            (["akhiri", "admin", "--peran", "apip", "--alasan", "x"], "Penugasan itu tidak ada"),
            (["nonaktif", "admin", "--alasan", "x"], "satu-satunya admin"),
        ],
    )
    def test_yang_tidak_mungkin_ditolak_dengan_sebabnya(self, siap, argumen, pesan):
        hasil = jalankan(siap, "akun", *argumen)
        assert (hasil.kode, hasil.keluar) == (1, "")
        assert pesan in hasil.galat

    @pytest.mark.parametrize(
        "argumen",
        [
            ["peran", "admin", "--peran", "raja"],
            ["peran", "admin", "--peran", "apip", "--sampai", "besok"],
            ["nonaktif", "admin"],
            ["buat"],
            [],
        ],
    )
    def test_salah_pakai(self, kosong, argumen):
        hasil = jalankan(kosong, "akun", *argumen)
        assert hasil.kode == 2
        assert not kosong.exists()


def test_akun_peraga_hanya_bila_diminta(contoh):
    assert "peraga-" not in jalankan(contoh, "akun", "list").keluar
    folder, tujuan = AKAR / "contoh" / "sumsel-2023", contoh.parent / "buku.xlsx"
    hasil = jalankan(contoh, "contoh", folder, "--out", tujuan, "--akun-peraga")
    assert hasil.kode == 0
    assert len(TAUTAN.findall(hasil.keluar)) == 13
    orang = {o["nama_akun"]: o for o in jalankan(contoh, "akun", "list", "--json").json()}
    assert sum(o["peraga"] for o in orang.values()) == 13
    kadiv = orang["peraga-kepala-divisi"]["peran"][0]
    assert (kadiv["satker"], kadiv["unit_kerja"], kadiv["unit"]) == (
        "kanwil-sumsel",
        "divisi-pemasyarakatan",
        "PAS",
    )
    lagi = jalankan(contoh, "contoh", folder, "--out", tujuan, "--akun-peraga")
    assert len(TAUTAN.findall(lagi.keluar)) == 13
    assert set(TAUTAN.findall(lagi.keluar)).isdisjoint(TAUTAN.findall(hasil.keluar))


class TestJejak:
    def test_utuh(self, siap):
        hasil = jalankan(siap, "verify-jejak", "--json")
        isi = hasil.json()
        assert (hasil.kode, isi["utuh"], isi["kerusakan"]) == (0, True, [])
        assert isi["jumlah"] == isi["ujung"][""]["nomor"] == 4

    def test_baris_yang_diubah_disebut(self, siap):
        run_sql(
            siap, "DROP TRIGGER jejak_hanya_tambah_update; UPDATE jejak_jejak SET oleh = 'x' WHERE nomor = 2;"
        )
        hasil = jalankan(siap, "verify-jejak")
        assert hasil.kode == 1
        assert "RUSAK rantai instansi baris 2: isi baris diubah" in hasil.galat
        isi = jalankan(siap, "verify-jejak", "--json").json()
        assert isi["kerusakan"] == [{"rantai": "", "nomor": 2, "masalah": "isi baris diubah"}]

    def test_basis_data_menolak_ubahan_dan_hapusan(self, siap):
        for sql in (
            "UPDATE jejak_jejak SET oleh = 'x';",
            "DELETE FROM jejak_jejak;",
            "DELETE FROM jejak_kepalarantai;",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                run_sql(siap, sql)

    def test_semua_dihapus_bukan_lulus(self, siap):
        run_sql(
            siap,
            "DROP TRIGGER jejak_hanya_tambah_delete; DROP TRIGGER kepala_rantai_tetap_delete;"
            "DELETE FROM jejak_jejak; DELETE FROM jejak_kepalarantai;",
        )
        hasil = jalankan(siap, "verify-jejak")
        assert hasil.kode == 1
        assert "Tidak ada satu baris jejak pun" in hasil.galat
