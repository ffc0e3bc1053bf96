"""`kinerja skor smart|ikpa|nka` as a person and as a machine call it."""

import pytest
from tests.cli.conftest import AKAR, jalankan

FOLDER = AKAR / "contoh" / "skor-2023"


def tulis(tmp_path, *baris):
    berkas = tmp_path / "tabel.csv"
    berkas.write_text("\n".join(baris) + "\n", encoding="utf-8")
    return berkas


def test_uraian_suku_demi_suku(kosong):
    hasil = jalankan(kosong, "skor", "ikpa", FOLDER / "ikpa.csv", "--tahun", "2023")
    assert (hasil.kode, hasil.galat) == (0, "")
    kalimat = hasil.keluar.splitlines()
    awal = kalimat.index("KANWIL DITJEN IM: 96,99 (Sangat Baik); tercetak 96.99, selisih 0: cocok")
    assert kalimat[awal + 2] == "  Deviasi halaman III DIPA: 78,9 × 10% = 7,89 [PER-5/PB/2022]"
    assert kalimat[awal + 4] == "  Belanja kontraktual: tidak ada (Tanpa objek) [PER-5/PB/2022]"
    assert kalimat[awal + 9 : awal + 11] == ["  Nilai total: 67,89", "  Konversi bobot: 70%"]
    assert kalimat[-4].startswith("Tidak dinilai (bukan satuan kerja): RATA - RATA")
    assert kalimat[-3:-1] == [
        "Rumus: Σ(nilai × bobot) / Σ bobot yang berlaku",
        "Aturan: bobot_ikpa, versi 2022-01-01, PER-5/PB/2022",
    ]
    assert kalimat[-1] == "37 satuan kerja: 37 cocok."


def test_yang_tidak_cocok_memberi_kode_satu(kosong, tmp_path):
    baris = (
        "satker,nilai_smart,nilai_ikpa,nilai_kinerja_anggaran",
        "A,89.14,98.01,92.69",
        "B,89.14,98.01,92.79",
    )
    hasil = jalankan(kosong, "skor", "nka", tulis(tmp_path, *baris), "--tahun", "2023")
    assert (hasil.kode, hasil.galat) == (1, "")
    assert "B: 92,69 (Sangat Baik); tercetak 92.79, selisih −0,102: tidak cocok" in hasil.keluar.splitlines()
    assert hasil.keluar.splitlines()[-1] == "2 satuan kerja: 1 cocok, 1 tidak cocok."


def test_json(kosong):
    isi = jalankan(kosong, "skor", "smart", FOLDER / "smart.csv", "--tahun", "2023", "--json").json()
    assert (isi["instrumen"], isi["tahun"], len(isi["satker"]), isi["temuan"]) == ("smart", 2023, 37, [])
    satu = isi["satker"][0]
    assert (satu["nilai"], satu["predikat"], satu["tercetak"], satu["putusan"]) == (
        92.43869,
        "Sangat Baik",
        92.44,
        "cocok",
    )
    suku = satu["uraian"]["rincian"]
    assert [s["bobot"] for s in suku] == [9.7, 18.2, 43.5, 28.6]
    assert suku[3]["rincian"][0]["label"] == "Efisiensi (E)"
    assert "PMK 22/PMK.02/2021" in isi["aturan"]["dasar_hukum"]


def test_salah_isi_menyebut_berkas_sel_aturan_dan_perbaikan(kosong, tmp_path):
    kepala = "satker,realisasi_anggaran,konsistensi_rpd_akhir,capaian_keluaran_kegiatan,efisiensi"
    berkas = tulis(tmp_path, kepala, "A,157.53,97.39,93.18,20.00", "B,57.53,97.39,93.18,20.00")
    hasil = jalankan(kosong, "skor", "smart", berkas, "--tahun", "2023")
    assert hasil.kode == 1
    assert hasil.galat == (
        'tabel.csv: tabel!B2: terbaca "157.53". Realisasi Anggaran harus antara 0 dan 100. '
        "Periksa angkanya pada aplikasi Kementerian Keuangan.\n"
    )
    assert hasil.keluar.splitlines()[-1] == "1 satuan kerja: tanpa nilai tercetak."
    isi = jalankan(kosong, "skor", "smart", berkas, "--tahun", "2023", "--json").json()
    assert [(t["tempat"], t["terbaca"], t["tingkat"]) for t in isi["temuan"]] == [
        ("tabel!B2", "157.53", "galat")
    ]


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("nka", FOLDER / "nka.csv", "--tahun", "2021"), "Ditolak: belum ada aturan NKA untuk TA 2021."),
        (("ikpa", "tidak-ada.csv", "--tahun", "2023"), "Ditolak: tidak-ada.csv bukan berkas"),
    ],
)
def test_ditolak(kosong, argumen, pesan):
    hasil = jalankan(kosong, "skor", *argumen)
    assert (hasil.kode, hasil.keluar) == (1, "")
    assert hasil.galat.startswith(pesan)
    assert jalankan(kosong, "skor", *argumen, "--json").json()["masalah"]


def test_salah_pakai(kosong):
    hasil = jalankan(kosong, "skor", "smart", FOLDER / "smart.csv")
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert "--tahun" in hasil.galat
