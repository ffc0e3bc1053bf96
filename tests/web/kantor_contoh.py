"""The sample office, loaded the way a user loads it: folder -> official workbook -> import."""

import datetime
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from kinerja.pertukaran.folder import baca_folder
from kinerja.pertukaran.operations import import_buku
from kinerja.pertukaran.templat import write_templat

FOLDER = Path(__file__).resolve().parents[2] / "contoh" / "sumsel-2023"
KUNCI = "kanwil-sumsel"
TAHUN = 2023
ALAMAT = f"/{KUNCI}/{TAHUN}/"
PADA = datetime.datetime(2024, 1, 15, 8, tzinfo=datetime.UTC)

HALAMAN = (
    "/?semua=1",
    "/aturan/",
    ALAMAT,
    f"{ALAMAT}?unit=PAS",
    f"/{KUNCI}/2020/",
    f"{ALAMAT}indikator/",
    f"{ALAMAT}indikator/PAS-2.1/",
    f"{ALAMAT}indikator/PAS-1.1/",
    f"{ALAMAT}indikator/PAS-9.7/",
    f"{ALAMAT}indikator/KI-2.1/",
    f"{ALAMAT}indikator/AHU-1.1/",
    f"{ALAMAT}kelengkapan/",
    f"{ALAMAT}laporan/",
)
"""One of every kind of page, and the odd ones: a year without indicators' values, satker beneath, no object."""


def load_contoh() -> None:
    """Fill the database with the sample office: by import the first time, later with the rows that import left."""
    if not _SALINAN:
        kosong = _is_kosong()
        _impor_contoh()
        if kosong:
            _SALINAN.extend(_baca_baris())
    elif _is_kosong():
        _tulis_baris()
    else:
        _impor_contoh()


def _impor_contoh() -> None:
    with tempfile.TemporaryDirectory() as wadah:
        berkas = Path(wadah) / "contoh.xlsx"
        berkas.write_bytes(_buku_contoh())
        hasil = import_buku(berkas=berkas, pada=PADA)
    assert hasil.disimpan, hasil.temuan


@cache
def _buku_contoh() -> bytes:
    with tempfile.TemporaryDirectory() as wadah:
        berkas = Path(wadah) / "contoh.xlsx"
        write_templat(berkas, baca_folder(FOLDER, satker=KUNCI, tahun=TAHUN))
        return berkas.read_bytes()


_SALINAN: list[tuple[str, list[str], list[tuple[Any, ...]]]] = []
"""Table, columns and rows of everything an import into an empty database leaves there."""


def _list_tabel() -> list[str]:
    semua = apps.get_models(include_auto_created=True)
    return [m._meta.db_table for m in semua if m.__module__.startswith("kinerja.")]


def _is_kosong() -> bool:
    with connection.cursor() as kursor:
        for tabel in _list_tabel():
            kursor.execute(f"SELECT 1 FROM {tabel} LIMIT 1")
            if kursor.fetchone():
                return False
    return True


def _baca_baris() -> Iterator[tuple[str, list[str], list[tuple[Any, ...]]]]:
    with connection.cursor() as kursor:
        for tabel in _list_tabel():
            kursor.execute(f"SELECT * FROM {tabel}")
            if baris := kursor.fetchall():
                yield tabel, [kolom[0] for kolom in kursor.description], baris


def _tulis_baris() -> None:
    with transaction.atomic(), connection.cursor() as kursor:
        for tabel, kolom, baris in _SALINAN:
            nama = ", ".join(f'"{satu}"' for satu in kolom)
            isi = ", ".join(["%s"] * len(kolom))
            kursor.executemany(f"INSERT INTO {tabel} ({nama}) VALUES ({isi})", baris)
            if connection.vendor == "postgresql" and "id" in kolom:
                # The next row of a test must not get a number that was just given.
                urutan = f"pg_get_serial_sequence('{tabel}', 'id')"
                kursor.execute(
                    f"SELECT setval({urutan}, GREATEST(nextval({urutan}), (SELECT max(id) FROM {tabel})))"
                )
