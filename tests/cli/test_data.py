"""`kinerja templat`, `import` and `contoh`: what they write, say and refuse."""

import sqlite3
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.cli.conftest import AKAR, jalankan
from tests.pertukaran.arsip import SATU_SEL, bungkus, make_bagian, tulis_arsip, tulis_bom

SUMSEL = AKAR / "contoh" / "sumsel-2023"


def count_impor(data: Path) -> int:
    with sqlite3.connect(data / "kinerja.sqlite3") as sambungan:
        return sambungan.execute("SELECT count(*) FROM jejak_impor").fetchone()[0]


def ubah(buku: Path, tujuan: Path, **sel: object) -> Path:
    """The workbook with some cells changed: Lembar_A1=value."""
    isi = load_workbook(buku)
    for nama, nilai in sel.items():
        lembar, _, tempat = nama.rpartition("_")
        isi[lembar.replace("_", " ")][tempat] = nilai
    isi.save(tujuan)
    return tujuan


# templat


def test_templat_kosong_dan_terisi(kosong):
    hasil = jalankan(kosong, "templat")
    assert (hasil.kode, hasil.keluar, hasil.galat) == (0, "Buku kerja ditulis: kinerja-templat.xlsx\n", "")
    assert load_workbook(kosong.parent / "kinerja-templat.xlsx")["Misi"].max_row == 1
    # A name that looks like markup is a name.
    tujuan = kosong.parent / "baru" / "[red]a[/x] :smile:.xlsx"
    hasil = jalankan(
        kosong, "templat", "--isi", SUMSEL, "--out", tujuan, "--satker", "kanwil-x", "--tahun", "2024"
    )
    assert (hasil.kode, hasil.keluar) == (0, f"Buku kerja ditulis: {tujuan}\n")
    narasi = load_workbook(tujuan)["Narasi"]
    assert (narasi["A2"].value, narasi["B2"].value) == ("kanwil-x", 2024)


def test_templat_yang_tidak_dapat_ditulis(kosong, tmp_path):
    (tmp_path / "berkas").write_text("")
    for tujuan, sebab in ((tmp_path / "berkas" / "a.xlsx", "nama itu"), (tmp_path, "itu sebuah folder")):
        hasil = jalankan(kosong, "templat", "--out", tujuan)
        assert (hasil.kode, hasil.keluar) == (1, "")
        assert "tidak dapat ditulis: " in hasil.galat
        assert sebab in hasil.galat


def test_templat_dari_folder_yang_salah(kosong, tmp_path):
    hasil = jalankan(kosong, "templat", "--isi", tmp_path / "tiada")
    assert (hasil.kode, hasil.galat) == (1, f"Ditolak: folder {tmp_path / 'tiada'} tidak ada.\n")
    (tmp_path / "misi.csv").write_text("Renstra,Nomor,Misi\nR,satu,M\n")
    hasil = jalankan(kosong, "templat", "--isi", tmp_path, "--out", tmp_path / "a.xlsx")
    assert hasil.kode == 1
    assert hasil.galat.startswith("Ditolak: misi.csv baris 2, Nomor: ")
    assert not (tmp_path / "a.xlsx").exists()


# contoh


def test_contoh_kedua_kali_tidak_ada_perubahan(contoh):
    sebelum = count_impor(contoh)
    hasil = jalankan(contoh, "contoh", SUMSEL, "--out", contoh / "b.xlsx")
    assert hasil.kode == 0
    assert hasil.keluar.startswith("Tidak ada perubahan: 19")
    assert "PERINGATAN Anggaran Sasaran!F22" in hasil.galat
    assert count_impor(contoh) == sebelum == 1


def test_contoh_dijalankan_dari_akar(contoh):
    hasil = jalankan(contoh, "contoh", "--out", contoh / "b.xlsx", tempat=AKAR)
    assert (hasil.kode, hasil.keluar[:20]) == (0, "Tidak ada perubahan:")


def test_contoh_yang_salah(contoh, tmp_path):
    hasil = jalankan(contoh, "contoh", tmp_path / "tiada")
    assert (hasil.kode, hasil.galat) == (1, f"Ditolak: folder contoh {tmp_path / 'tiada'} tidak ada.\n")
    folder = tmp_path / "cacat"
    folder.mkdir()
    (folder / "unit_kerja.yaml").write_text("- [")
    hasil = jalankan(contoh, "contoh", folder, "--out", tmp_path / "a.xlsx")
    assert (hasil.kode, hasil.galat[:37]) == (1, "Ditolak: unit_kerja.yaml bukan YAML U")
    (folder / "unit_kerja.yaml").write_text("")
    hasil = jalankan(contoh, "contoh", folder, "--out", tmp_path / "a.xlsx")
    assert hasil.kode == 1
    assert "GALAT Buku kerja: Buku kerja tidak memuat satu pun baris" in hasil.galat


# import


def test_import_perubahan(contoh, buku, tmp_path):
    baru = ubah(buku, tmp_path / "baru.xlsx", Realisasi_I2=3.94)
    for argumen, kalimat in ((["--dry-run"], "Diperiksa saja, tidak disimpan."), ([], "Disimpan.")):
        hasil = jalankan(contoh, "import", baru, *argumen)
        assert hasil.kode == 0
        assert hasil.keluar.splitlines()[-1] == kalimat
        assert next(b for b in hasil.keluar.splitlines() if "Realisasi" in b).split("│")[2:5] == [
            " 0    ",
            " 1       ",
            " 178  ",
        ]
        assert count_impor(contoh) == 1 + (argumen == [])


def test_import_json(contoh, buku, tmp_path):
    baru = ubah(buku, tmp_path / "baru.xlsx", Realisasi_I2=3.94)
    isi = jalankan(contoh, "import", baru, "--dry-run", "--json").json()
    assert (isi["berkas"], isi["disimpan"], isi["ditolak"]) == ("baru.xlsx", False, False)
    assert isi["perubahan"]["Realisasi"] == {"baru": 0, "berubah": 1, "sama": 178}
    assert [t["tempat"] for t in isi["temuan"]] == ["Anggaran Sasaran!F22"]
    assert jalankan(contoh, "import", baru, "--json").json()["disimpan"] is True


def test_import_ditolak(contoh, buku, tmp_path):
    salah = ubah(buku, tmp_path / "salah.xlsx", Realisasi_D2="20X3", Target_E2="5.050 atau lebih")
    hasil = jalankan(contoh, "import", salah, "--json")
    isi = hasil.json()
    assert (hasil.kode, isi["ditolak"], isi["disimpan"]) == (1, True, False)
    satu = next(t for t in isi["temuan"] if t["lembar"] == "Realisasi")
    assert satu == {
        "tempat": "Realisasi!D2",
        "lembar": "Realisasi",
        "sel": "D2",
        "terbaca": "20X3",
        "aturan": "Tahun harus tahun empat angka antara 2000 dan 2099.",
        "cara": "Tulis misalnya 2023.",
        "tingkat": "galat",
    }
    hasil = jalankan(contoh, "import", salah)
    assert (hasil.kode, hasil.keluar) == (1, "")
    baris = [b for b in hasil.galat.splitlines() if "!" in b or "Ditolak" in b]
    assert [b.partition(" ")[0] for b in baris] == ["GALAT", "GALAT", "PERINGATAN", "Ditolak:"]
    assert baris[0].startswith('GALAT Target!E2: terbaca "5.050 atau lebih"')
    assert baris[1].startswith('GALAT Realisasi!D2: terbaca "20X3". Tahun harus')
    assert baris[-1] == "Ditolak: tidak satu baris pun disimpan."
    assert hasil.galat.splitlines()[-3:-1] == ["2 kesalahan di 2 lembar.", "1 peringatan di 1 lembar."]
    assert count_impor(contoh) == 1


def test_import_banyak_temuan(contoh, buku, tmp_path):
    isi = load_workbook(buku)
    for nomor in range(2, 90):
        isi["Realisasi"][f"C{nomor}"] = f"lapas-{nomor}"
    isi.save(tmp_path / "a.xlsx")
    hasil = jalankan(contoh, "import", tmp_path / "a.xlsx")
    baris = [b for b in hasil.galat.splitlines() if "GALAT" in b]
    assert [b.split(":")[0] for b in baris] == [f"GALAT Realisasi!C{n}" for n in range(2, 22)]
    assert "88 kesalahan di 1 lembar; 20 pertama ditampilkan, semuanya dengan --json." in hasil.galat
    assert "1 peringatan di 1 lembar; semuanya dengan --json." in hasil.galat
    assert len(jalankan(contoh, "import", tmp_path / "a.xlsx", "--json").json()["temuan"]) == 89


BURUK = {
    "pdf.xlsx": b"%PDF-1.7",
    "kosong.xlsx": b"",
    "lama.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99,
    "jauh.xlsx": {"Realisasi": bungkus(f'{SATU_SEL}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')},
    "a.ods": {},
    "bom.xlsx": 400,
    "tiada.xlsx": None,
    "folder": None,
}


def make_buruk(tujuan: Path) -> Path:
    """A file nobody should send: bytes, sheets of a workbook, or megabytes of blanks that claim to be five."""
    match BURUK[tujuan.name]:
        case bytes() as isi:
            tujuan.write_bytes(isi)
        case dict() as lembar:
            tulis_arsip(tujuan, make_bagian(lembar) if lembar else {"mimetype": "application/x"})
        case int() as kali:
            tulis_bom(tujuan, b" " * 2**20, kali, ukuran=5)
    if tujuan.name == "folder":
        tujuan.mkdir()
    return tujuan


def test_ekspor_lalu_import_tidak_mengubah_apa_pun(contoh, tmp_path):
    tujuan = tmp_path / "semua.xlsx"
    hasil = jalankan(contoh, "ekspor", "--out", tujuan)
    assert (hasil.kode, hasil.galat) == (0, "")
    assert hasil.keluar.startswith(f"Buku kerja ditulis: {tujuan} (")
    isi = load_workbook(tujuan)
    assert isi["Jabatan"]["B2"].value == "Direktur Jenderal Pemasyarakatan"
    assert "Tidak ada perubahan" in jalankan(contoh, "import", tujuan).keluar
    # One cell edited in Excel is one row changed.
    satu = ubah(tujuan, tmp_path / "b.xlsx", Lembar_IKU_B3="bulanan")
    perubahan = jalankan(contoh, "import", satu, "--json").json()["perubahan"]
    assert perubahan["Lembar IKU"] == {"baru": 0, "berubah": 1, "sama": 59}
    assert jalankan(contoh, "ekspor", "--out", tmp_path).kode == 1


@pytest.mark.parametrize("nama", BURUK)
def test_import_berkas_buruk(contoh, tmp_path, nama):
    hasil = jalankan(contoh, "import", make_buruk(tmp_path / nama))
    assert (hasil.kode, hasil.keluar) == (1, "")
    kalimat = hasil.galat.splitlines()[-1]
    assert kalimat.startswith("Ditolak: ")
    assert kalimat.endswith(".")
    assert count_impor(contoh) == 1


def test_import_berkas_buruk_sebagai_json(contoh, tmp_path):
    hasil = jalankan(contoh, "import", tmp_path, "--json")
    assert (hasil.kode, hasil.json()) == (
        1,
        {"masalah": f"{tmp_path} adalah folder. Sebutkan berkas .xlsx di dalamnya."},
    )


def test_import_nama_berkas_yang_bukan_teks(contoh, buku, tmp_path):
    aneh = tmp_path / "x\udcff.xlsx"
    aneh.write_bytes(buku.read_bytes())
    hasil = jalankan(contoh, "import", aneh, "--json")
    assert '"berkas": "x\\udcff.xlsx"' in hasil.keluar
