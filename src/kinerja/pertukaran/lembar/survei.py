"""Sheets about surveys: instruments, what they ask, and published results."""

from kinerja.pertukaran.lembar.kolom import (
    KOLOM_SATKER,
    KOLOM_TAHUN,
    Jenis,
    Kolom,
    Lembar,
    kolom_angka,
    kolom_kode,
    kolom_kunci,
    kolom_nama,
    kolom_pilihan,
    kolom_rujukan,
    kolom_teks,
)
from kinerja.survei.models import CaraAlir, JenisInstrumen

_TERBANYAK = 10_000_000
_BULAN = Kolom("bulan", "Bulan", Jenis.BULAN, wajib=False, catatan="6 atau Juni; kosong = setahun.")
_INSTRUMEN = kolom_rujukan("instrumen", "Instrumen", "Kunci instrumen, misalnya skm-keimigrasian.")
_RESPONDEN = Kolom("responden", "Responden", Jenis.BULAT, wajib=False, terbesar=_TERBANYAK, lebar=12)

INSTRUMEN_SURVEI = Lembar(
    "Instrumen Survei",
    "Kuesioner dan versinya. Unsur SKM diisi program menurut PermenPANRB 14/2017.",
    (
        kolom_kunci("kode", "Kunci Instrumen", 60),
        Kolom("tahun", "Tahun Mulai", Jenis.TAHUN, catatan="Berlaku sejak tahun ini.", lebar=12),
        kolom_nama("nama", "Nama Survei", 200),
        kolom_pilihan("jenis", "Jenis", list(JenisInstrumen.values)),
        kolom_pilihan("skala", "Skala", ["4", "100"], "Skala nilai akhir yang diterbitkan."),
        kolom_rujukan("indikator", "Indikator", "Indikator yang diisi hasilnya.", wajib=False, lebar=14),
        kolom_pilihan(
            "cara_alir",
            "Cara Alir",
            list(CaraAlir.values),
            "nilai = indeks langsung; tertimbang = indeks × responden; konversi = skala 100 dibagi 25.",
            wajib=False,
        ),
        Kolom("dasar", "Dasar", wajib=False, panjang=250, lebar=40),
    ),
    ("kode", "tahun"),
    (("kode",),),
)
UNSUR_SURVEI = Lembar(
    "Unsur Survei",
    "Yang ditanyakan instrumen selain SKM.",
    (
        _INSTRUMEN,
        Kolom("tahun", "Tahun Mulai", Jenis.TAHUN, lebar=12),
        kolom_kode("kode", "Kode Unsur", 10),
        kolom_nama("nama", "Nama Unsur", 200),
        Kolom("kelompok", "Kelompok", wajib=False, panjang=200, lebar=40),
        kolom_teks("pertanyaan", "Pertanyaan"),
    ),
    ("instrumen", "tahun", "kode"),
    (("instrumen", "kode"), ("kode",)),
)
HASIL_SURVEI = Lembar(
    "Hasil Survei",
    "Hasil survei per satker dan bulan. Nilai kosong bila nilai tiap unsur ditulis di lembar Hasil Unsur.",
    (
        _INSTRUMEN,
        KOLOM_SATKER,
        KOLOM_TAHUN,
        _BULAN,
        Kolom("populasi", "Populasi", Jenis.BULAT, wajib=False, terbesar=_TERBANYAK, lebar=12),
        _RESPONDEN,
        kolom_angka("nilai", "Nilai", "Nilai akhir dalam skala instrumennya."),
        Kolom("sumber", "Sumber", Jenis.TEKS, wajib=False, panjang=200, lebar=40),
    ),
    ("instrumen", "satker", "tahun", "bulan"),
)
HASIL_UNSUR = Lembar(
    "Hasil Unsur",
    "Nilai rata-rata tiap unsur (skala 4) dari survei di lembar Hasil Survei.",
    (
        _INSTRUMEN,
        KOLOM_SATKER,
        KOLOM_TAHUN,
        _BULAN,
        kolom_rujukan("unsur", "Unsur", "Kode unsur, misalnya U1.", lebar=10),
        Kolom("nilai", "Nilai", Jenis.ANGKA, persen=False),
    ),
    ("instrumen", "satker", "tahun", "bulan", "unsur"),
)


def _angka(kunci: str, judul: str, *sinonim: str) -> Kolom:
    return Kolom(kunci, judul, Jenis.ANGKA, wajib=False, sinonim=sinonim, persen=False)


UNSUR_SKM = tuple(f"U{n}" for n in range(1, 10))
TABEL_SKM = Lembar(
    "SKM",
    "Nilai rata-rata unsur SKM per satuan kerja dengan respondennya, atau satu baris tiap responden.",
    (
        Kolom("satker", "Satker", wajib=False, sinonim=("Nama Satker", "Satuan Kerja"), panjang=300),
        *(_angka(kode.lower(), kode) for kode in UNSUR_SKM),
        _angka("responden", "Responden", "Jumlah Responden", "n"),
        _angka("populasi", "Populasi", "Jumlah Populasi"),
        _angka("terbit", "IKM", "Nilai", "Nilai IKM", "Nilai Konversi"),
        Kolom("nomor", "No", wajib=False, sinonim=("Nomor",)),
    ),
    (),
)
"""Not part of the official workbook: `kinerja skor skm` reads it from a file of its own."""
