"""Sheets about the office: units, satker, staff."""

from kinerja.organisasi.models import JenisSatker, Pengelompokan, TingkatUnitKerja
from kinerja.pertukaran.lembar.kolom import (
    KOLOM_BERLAKU_DARI,
    KOLOM_BERLAKU_SAMPAI,
    KOLOM_SATKER,
    KOLOM_TAHUN,
    Jenis,
    Kolom,
    Lembar,
    kolom_kode,
    kolom_kunci,
    kolom_nama,
    kolom_pilihan,
    kolom_rujukan,
    kolom_teks,
)

UNIT = Lembar(
    "Unit Eselon I",
    "Unit Eselon I kementerian; sasaran, perjanjian, dan anggaran dikelompokkan menurut unit ini.",
    (kolom_kode("kode", "Kode Unit", 20), kolom_nama("nama", "Nama Unit", 200)),
    ("kode",),
    (("kode",),),
)
SATKER = Lembar(
    "Satker",
    "Satuan kerja dan kedudukannya. Perubahan nama atau induk ditulis sebagai baris baru dengan tanggal mulai.",
    (
        kolom_kunci("kunci", "Kunci Satker", 60, "Sebutan tetap, tidak berganti bila namanya berganti."),
        kolom_kode("kode", "Kode Satker", 10, wajib=False, sinonim=("kode satuan kerja",)),
        kolom_pilihan("jenis", "Jenis", JenisSatker.values),
        kolom_nama("nama", "Nama Satker", 200, lebar=50),
        kolom_nama("nama_singkat", "Nama Singkat", 100, lebar=26),
        Kolom("kelas", "Kelas", wajib=False, panjang=20, lebar=10),
        kolom_rujukan(
            "induk", "Induk", "Kunci satker di atasnya; kosong untuk yang paling atas.", wajib=False
        ),
        kolom_rujukan("unit", "Unit", "Kode unit Eselon I.", wajib=False, lebar=10),
        KOLOM_BERLAKU_DARI,
        KOLOM_BERLAKU_SAMPAI,
    ),
    ("kunci", "berlaku_dari"),
    (("kunci",), ("kode",)),
)
UNIT_KERJA = Lembar(
    "Unit Kerja",
    "Divisi, bagian, bidang, seksi, urusan, dan subunitnya di dalam satker.",
    (
        KOLOM_SATKER,
        kolom_kunci("kunci", "Kunci Unit Kerja", 80),
        kolom_nama("nama", "Nama Unit Kerja", 200),
        kolom_pilihan("tingkat", "Tingkat", TingkatUnitKerja.values),
        kolom_rujukan("induk", "Induk", "Kunci unit kerja di atasnya.", wajib=False, lebar=40),
        kolom_teks("tugas", "Tugas"),
        kolom_teks("fungsi", "Fungsi", "Satu fungsi per baris (Alt+Enter)."),
    ),
    ("satker", "kunci"),
    (("satker", "kunci"), ("kunci",)),
)
PEGAWAI = Lembar(
    "Pegawai",
    "Jumlah pegawai pada akhir tahun menurut satu pengelompokan.",
    (
        KOLOM_SATKER,
        KOLOM_TAHUN,
        kolom_pilihan("menurut", "Menurut", Pengelompokan.values),
        kolom_nama("rincian", "Rincian", 60, "Misalnya Laki-laki, S-1, III/a.", lebar=18),
        Kolom("jumlah", "Jumlah", Jenis.BULAT, terbesar=10_000_000, lebar=10),
    ),
    ("satker", "tahun", "menurut", "rincian"),
)
