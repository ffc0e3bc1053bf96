"""The sample office, loaded the way a user loads it: folder -> official workbook -> import."""

import datetime
import tempfile
from pathlib import Path

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
    """Fill the database with the sample office."""
    with tempfile.TemporaryDirectory() as wadah:
        berkas = Path(wadah) / "contoh.xlsx"
        write_templat(berkas, baca_folder(FOLDER, satker=KUNCI, tahun=TAHUN))
        hasil = import_buku(berkas=berkas, pada=PADA)
    assert hasil.disimpan, hasil.temuan
