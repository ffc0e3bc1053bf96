"""Sheets of the rencana aksi: its steps, and what each is to yield and did yield, period by period."""

from kinerja.perencanaan.models import JadwalAksi
from kinerja.pertukaran.lembar.kolom import (
    KOLOM_INDIKATOR,
    KOLOM_SATKER,
    KOLOM_TAHUN,
    Jenis,
    Kolom,
    Lembar,
    kolom_angka,
    kolom_nama,
    kolom_pilihan,
    kolom_rujukan,
    kolom_teks,
)

_NOMOR = Kolom(
    "nomor", "Nomor Langkah", Jenis.BULAT, catatan="1, 2, 3, … untuk satu indikator setahun.", lebar=10
)

RENCANA_AKSI = Lembar(
    "Rencana Aksi",
    "Langkah untuk mencapai target indikator dalam setahun; target tiap periodenya di lembar Tahap Aksi.",
    (
        KOLOM_INDIKATOR,
        KOLOM_SATKER,
        KOLOM_TAHUN,
        _NOMOR,
        kolom_teks("langkah", "Langkah", wajib=True, lebar=60),
        kolom_nama("satuan", "Satuan", 60, "Satuan keluarannya, misalnya dokumen.", lebar=14),
        kolom_pilihan("jadwal", "Jadwal", JadwalAksi.values, lebar=12),
        kolom_rujukan("unit_kerja", "Penanggung", "Kunci unit kerja satker itu.", wajib=False, lebar=40),
    ),
    ("indikator", "satker", "tahun", "nomor"),
    (("indikator", "satker", "tahun", "nomor"),),
)
TAHAP_AKSI = Lembar(
    "Tahap Aksi",
    "Target dan hasil satu langkah pada satu periode, disebut dengan bulan terakhirnya.",
    (
        KOLOM_INDIKATOR,
        KOLOM_SATKER,
        KOLOM_TAHUN,
        _NOMOR,
        Kolom("bulan", "Bulan", Jenis.BULAN, catatan="Jadwal triwulan: bulan 3, 6, 9, atau 12.", lebar=10),
        Kolom("target", "Target", Jenis.ANGKA),
        kolom_angka("realisasi", "Realisasi", "Kosong bila belum dilaporkan."),
        kolom_teks("catatan", "Catatan", lebar=50),
    ),
    ("indikator", "satker", "tahun", "nomor", "bulan"),
)
