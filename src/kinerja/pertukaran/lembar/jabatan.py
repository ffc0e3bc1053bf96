"""Sheets about positions: who stands above whom, and how a position is held."""

from kinerja.perencanaan.models import Pelaksana
from kinerja.pertukaran.lembar.kolom import (
    KOLOM_BERLAKU_DARI,
    KOLOM_BERLAKU_SAMPAI,
    Kolom,
    Lembar,
    kolom_nama,
    kolom_pilihan,
)

JABATAN = Lembar(
    "Jabatan",
    "Jabatan dan atasan langsungnya, berlaku dari tanggal ke tanggal; pihak kedua perjanjian diperiksa dari sini.",
    (
        kolom_nama(
            "nama", "Jabatan", 200, "Nama lengkap tanpa Plt. atau Plh., seperti pada perjanjian.", lebar=84
        ),
        kolom_nama(
            "atasan",
            "Atasan",
            200,
            "Jabatan atasan langsung; satu baris untuk setiap atasan. Yang paling atas cukup disebut di sini.",
            lebar=84,
        ),
        KOLOM_BERLAKU_DARI,
        KOLOM_BERLAKU_SAMPAI,
    ),
    ("nama", "atasan", "berlaku_dari"),
)
PEMANGKU_JABATAN = Lembar(
    "Pemangku Jabatan",
    "Siapa memangku jabatan dari tanggal ke tanggal, juga sebagai Plt. atau Plh.; namanya boleh kosong.",
    (
        kolom_nama("jabatan", "Jabatan", 200, "Seperti pada lembar Jabatan, tanpa Plt. atau Plh.", lebar=84),
        Kolom("nama", "Nama Pejabat", wajib=False, panjang=120, lebar=40),
        kolom_pilihan(
            "pelaksana",
            "Pelaksana",
            [p for p in Pelaksana.values if p],
            "Kosong untuk pejabat definitif.",
            wajib=False,
            lebar=12,
        ),
        KOLOM_BERLAKU_DARI,
        KOLOM_BERLAKU_SAMPAI,
    ),
    ("jabatan", "berlaku_dari"),
)
