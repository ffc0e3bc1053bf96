"""`kinerja hitung capaian`: every polarity, both minus signs, and questions instead of guesses."""

import datetime

import pytest
from tests.cli.conftest import jalankan

from kinerja.antarmuka.cli.pengaturan import PengaturanDitolak, read_pengaturan
from kinerja.aturan.pengaturan_instansi import PengaturanInstansi

HASIL = {
    "--target 5 --realisasi 4": "80,00% (tidak tercapai)",
    "--target 5 --realisasi -18,12 --polaritas naik": "−362,40% (tidak tercapai)",
    "--target 5 --realisasi −18,12 --polaritas naik": "−362,40% (tidak tercapai)",
    "--target 10 --realisasi 8 --polaritas turun": "120,00% (tercapai)",
    "--target 10 --realisasi 8 --polaritas stabil": "80,00% (tidak tercapai)",
    "--bawah 1 --atas 5 --realisasi 3 --polaritas rentang": "100,00% (tercapai)",
    "--bawah 4 --atas 5 --realisasi 2 --polaritas rentang": "50,00% (tidak tercapai)",
    "--target 0 --realisasi 0 --pengaturan target_nol=tidak_terhitung": "tidak terhitung",
    "--target 97,4% --realisasi 97,4%": "100,00% (tercapai)",
    "--target 1.234,5 --realisasi 1.234,5": "100,00% (tercapai)",
}


@pytest.mark.parametrize("baris", HASIL)
def test_capaian(kosong, baris):
    hasil = jalankan(kosong, "hitung", "capaian", *baris.split(), "--tahun", "2023")
    assert (hasil.kode, hasil.galat) == (0, "")
    kalimat = hasil.keluar.splitlines()
    assert kalimat[0] == f"Capaian: {HASIL[baris]}"
    assert kalimat[1].startswith("Rumus: ")
    assert kalimat[2].startswith("Aturan: capaian_")
    assert "PermenPANRB 53/2014" in kalimat[2]


def test_capaian_tidak_terhitung(kosong):
    hasil = jalankan(kosong, "hitung", "capaian", "--target", "0", "--realisasi", "5")
    assert (hasil.kode, hasil.keluar.splitlines()[0]) == (0, "Capaian: tidak terhitung")
    assert hasil.keluar.splitlines()[-1].startswith("Catatan: ")


def test_capaian_json(kosong):
    argumen = ["hitung", "capaian", "--target", "5", "--realisasi", "-18,12", "--tahun", "2023", "--json"]
    isi = jalankan(kosong, *argumen).json()
    assert isi["capaian"] == -362.4
    assert (isi["capaian_tercetak"], isi["tercapai"], isi["realisasi"]) == ("−362,40%", False, "-18,12")
    assert isi["aturan"]["kode"] == "capaian_naik"
    isi = jalankan(kosong, "hitung", "capaian", "--target", "0", "--realisasi", "5", "--json").json()
    assert (isi["capaian"], isi["capaian_tercetak"], isi["keadaan"]) == (None, None, "tidak_terhitung")


DITOLAK = {
    "--target 5.050 --realisasi 3": '--target: "5.050" dapat dibaca dengan dua cara: ribuan atau desimal. Tulis 5050',
    "--target 5 --realisasi 3,000": '--realisasi: "3,000" dapat dibaca dengan dua cara',
    "--target lima --realisasi 3": '--target: "lima" bukan angka',
    "--target 5 --realisasi –": "--realisasi: angkanya kosong.",
    "--bawah 5 --atas 1 --realisasi 3 --polaritas rentang": "--bawah melebihi --atas",
    "--target 5 --realisasi 3 --pengaturan target_nol=x": "--pengaturan: “x” bukan pilihan",
    "--target 5 --realisasi 3 --tahun 2000": "belum ada aturan untuk tahun itu",
}


@pytest.mark.parametrize("baris", DITOLAK)
def test_ditolak(kosong, baris):
    hasil = jalankan(kosong, "hitung", "capaian", *baris.split())
    assert (hasil.kode, hasil.keluar) == (1, "")
    assert hasil.galat.startswith(f"Ditolak: {DITOLAK[baris]}")


@pytest.mark.parametrize("baris", list(DITOLAK)[::2])
def test_ditolak_sebagai_json(kosong, baris):
    hasil = jalankan(kosong, "hitung", "capaian", *baris.split(), "--json")
    assert hasil.kode == 1
    assert hasil.json()["masalah"].startswith(DITOLAK[baris])


@pytest.mark.parametrize(
    "baris",
    [
        "--realisasi 3",
        "--realisasi 3 --target 5 --atas 6",
        "--realisasi 3 --target 5 --bawah 1 --atas 6",
        "--realisasi 3 --polaritas rentang",
        "--realisasi 3 --polaritas rentang --bawah 1",
        "--realisasi 3 --polaritas rentang --target 5",
        "--realisasi 3 --polaritas rentang --target 5 --bawah 1 --atas 6",
    ],
)
def test_target_tidak_sesuai_polaritas(kosong, baris):
    hasil = jalankan(kosong, "hitung", "capaian", *baris.split())
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert (
        hasil.galat == "Salah pakai: polaritas rentang memerlukan --bawah dan --atas, yang lain --target.\n"
    )


def test_pengaturan_bawaan_dan_yang_bukan_pengaturan():
    pada = datetime.date(2023, 12, 31)
    assert read_pengaturan([], pada) == PengaturanInstansi()
    for teks in ("lantai=ya", "lantai_nol"):
        with pytest.raises(PengaturanDitolak, match=f"“{teks}” bukan KODE=NILAI"):
            read_pengaturan([teks], pada)
