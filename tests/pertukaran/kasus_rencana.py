"""Mistakes in the sheets about positions, tujuan, crosscutting, IKU sheets and the rencana aksi."""

import datetime

from tests.pertukaran.kantor import AWAL
from tests.pertukaran.kasus import Kasus, isi, semua, tambah

J, P, A, H = "Jabatan", "Penanggung Jawab", "Rencana Aksi", "Tahap Aksi"
KINI = datetime.date(2023, 1, 1)

RENCANA = {
    "jabatan memakai Plt.": Kasus(
        isi(J, 2, "Atasan", "Plt. Dirjen PAS"), f"{J}!B2", "Plt. Dirjen PAS", "tanpa Plt.", "Pemangku Jabatan"
    ),
    "jabatan diri sendiri": Kasus(
        isi(J, 2, "Atasan", "kepala  kanwil a"), f"{J}!B2", "kepala  kanwil a", "atasan dirinya"
    ),
    "garis ganda karena ejaan": Kasus(
        tambah(J, "kepala kanwil A ", "DIRJEN pas", AWAL), f"{J}!A5", "kepala kanwil A", "Sama dengan baris 2"
    ),
    "lingkaran jabatan": Kasus(
        tambah(J, "Sekretaris Jenderal", "Kepala Divisi A", datetime.date(2022, 1, 1)),
        f"{J}!B3",
        "Sekretaris Jenderal",
        "Kepala Kanwil A → Sekretaris Jenderal → Kepala Divisi A → Kepala Kanwil A",
        "Putuskan",
    ),
    "masa garis terbalik": Kasus(
        isi(J, 2, "Berlaku Sampai", datetime.date(2019, 1, 1)), f"{J}!D2", "2019-01-01", "sebelum mulai"
    ),
    "pelaksana asing": Kasus(
        isi("Pemangku Jabatan", 2, "Pelaksana", "Pj."),
        "Pemangku Jabatan!C2",
        "Pj.",
        "tidak mengenal",
        "Plt., Plh.",
    ),
    "pemangku ganda": Kasus(
        tambah("Pemangku Jabatan", "dirjen PAS", "Lain", None, AWAL),
        "Pemangku Jabatan!A4",
        "dirjen PAS",
        "Sama dengan baris 2",
    ),
    "masa pemangku terbalik": Kasus(
        isi("Pemangku Jabatan", 3, "Berlaku Sampai", AWAL),
        "Pemangku Jabatan!E3",
        "2020-01-01",
        "sebelum mulai",
    ),
    "misi tujuan asing": Kasus(
        isi("Tujuan", 2, "Misi", 7), "Tujuan!D2", "7", "Misi ini tidak dikenal", "Pilih salah satu: 1, 2."
    ),
    "renstra tujuan asing": Kasus(
        isi("Tujuan", 3, "Renstra", "Lain"), "Tujuan!A3", "Lain", "Renstra ini tidak dikenal"
    ),
    "tujuan sasaran asing": Kasus(
        isi("Sasaran", 2, "Tujuan", 9), "Sasaran!H2", "9", "Tujuan ini tidak dikenal", "1, 2"
    ),
    "sasaran didukung asing": Kasus(
        isi("Kaitan Lintas", 2, "Sasaran Didukung", "SP-9"), "Kaitan Lintas!B2", "SP-9", "tidak dikenal"
    ),
    "kaitan dengan diri sendiri": Kasus(
        isi("Kaitan Lintas", 2, "Sasaran Didukung", "SK-1"), "Kaitan Lintas!B2", "SK-1", "dua sasaran"
    ),
    "kaitan antar-Renstra": Kasus(
        semua(
            tambah("Renstra", "Lain", 2020, 2024, "Permen", "Visi"),
            tambah("Sasaran", "Lain", "SX-1", "program", "PAS", "Sasaran"),
            isi("Kaitan Lintas", 2, "Sasaran Didukung", "SX-1"),
        ),
        "Kaitan Lintas!B2",
        "SX-1",
        "Renstra yang sama",
    ),
    "kaitan terbalik": Kasus(
        isi("Kaitan Lintas", 2, "Tahun Akhir", 2019), "Kaitan Lintas!D2", "2019", "sebelum mulai"
    ),
    "indikator lembar IKU asing": Kasus(
        isi("Lembar IKU", 2, "Indikator", "I-9"), "Lembar IKU!A2", "I-9", "Indikator ini tidak dikenal"
    ),
    "lembar IKU ganda": Kasus(tambah("Lembar IKU", "I-1"), "Lembar IKU!A4", "I-1", "Sama dengan baris 2"),
    "lembar IKU berganti nama": Kasus(
        lambda k: k.__setitem__("Kartu", k.pop("Lembar IKU")), "Kartu", "", "Lembar Lembar IKU tidak ada"
    ),
    "penanggung jawab bertumpang": Kasus(
        tambah(P, "I-1", "kanwil-a", "Kepala Lain", None, KINI),
        f"{P}!E4",
        "2023-01-01",
        "bertumpang dengan penanggung jawab yang mulai 1 Januari 2022",
        "Isi Berlaku Sampai",
    ),
    "satker penanggung jawab asing": Kasus(isi(P, 2, "Satker", "x"), f"{P}!B2", "x", "Satker ini"),
    "unit kerja penanggung jawab asing": Kasus(
        isi(P, 2, "Unit Kerja", "bagian-umun"), f"{P}!D2", "bagian-umun", "Unit Kerja ini", "bagian-umum"
    ),
    "langkah nol": Kasus(tambah(A, "I-1", "kanwil-a", 2023, 0, "L", "d", "bulan"), f"{A}!D4", "0", "dari 1"),
    "langkah di luar Renstra": Kasus(
        tambah(A, "I-1", "kanwil-a", 2025, 1, "L", "d", "bulan"), f"{A}!C4", "2025", "masa Renstra"
    ),
    "satker langkah asing": Kasus(
        tambah(A, "I-1", "x", 2023, 3, "L", "d", "bulan"), f"{A}!B4", "x", "Satker ini"
    ),
    "langkah asing": Kasus(
        isi(H, 2, "Nomor Langkah", 9), f"{H}!D2", "9", "Nomor Langkah ini tidak dikenal", "1, 2"
    ),
    "langkah yang gugur menggugurkan tahapnya": Kasus(
        isi(A, 3, "Jadwal", "harian"), f"{A}!G3", "harian", "tidak mengenal", "bulan, triwulan"
    ),
    "satker tahap asing": Kasus(isi(H, 2, "Satker", "x"), f"{H}!B2", "x", "Satker ini"),
    "tahap di tengah triwulan": Kasus(isi(H, 2, "Bulan", 4), f"{H}!E2", "4", "akhir triwulan"),
    "target tahap negatif": Kasus(isi(H, 3, "Target", -1), f"{H}!F3", "-1", "Tidak boleh negatif"),
    "hasil tahap negatif": Kasus(isi(H, 3, "Realisasi", -1), f"{H}!G3", "-1", "Tidak boleh negatif"),
}
