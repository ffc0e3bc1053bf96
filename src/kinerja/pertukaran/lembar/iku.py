"""Sheets about what an IKU sheet says beside the manual of its indikator, and who answers for it."""

from kinerja.perencanaan.models import PeriodeIku
from kinerja.pertukaran.lembar.kolom import (
    KOLOM_BERLAKU_DARI,
    KOLOM_BERLAKU_SAMPAI,
    KOLOM_INDIKATOR,
    KOLOM_SATKER,
    Lembar,
    kolom_nama,
    kolom_pilihan,
    kolom_rujukan,
    kolom_teks,
)

LEMBAR_IKU = Lembar(
    "Lembar IKU",
    "Isi lembar IKU di samping definisi, rumus, dan sumber data, yang ditulis di lembar Indikator.",
    (
        KOLOM_INDIKATOR,
        kolom_pilihan(
            "periode",
            "Periode Pengukuran",
            PeriodeIku.values,
            "Kosong bila belum diketahui.",
            wajib=False,
            lebar=14,
        ),
        kolom_teks("verifikasi", "Verifikasi", "Siapa memeriksa datanya, dan bagaimana.", lebar=60),
        kolom_teks("keterbatasan", "Keterbatasan", "Keterbatasan data yang diketahui.", lebar=60),
    ),
    ("indikator",),
)
PENANGGUNG_JAWAB = Lembar(
    "Penanggung Jawab",
    "Jabatan yang bertanggung jawab atas indikator di satu satker; tanpa baris di sini, kepala unit kerja pada lembar "
    "Indikator.",
    (
        KOLOM_INDIKATOR,
        KOLOM_SATKER,
        kolom_nama("jabatan", "Jabatan", 200, lebar=60),
        kolom_rujukan("unit_kerja", "Unit Kerja", "Kunci unit kerja satker itu.", wajib=False, lebar=40),
        KOLOM_BERLAKU_DARI,
        KOLOM_BERLAKU_SAMPAI,
    ),
    ("indikator", "satker", "berlaku_dari"),
)
