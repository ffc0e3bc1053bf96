"""The command line: `kinerja PERINTAH …`. Exit codes: 0 done, 1 input rejected, 2 wrong usage."""

import os
import re
import sys
from collections.abc import Sequence

import django
from django.db import DatabaseError

from kinerja.antarmuka.cli.keluaran import tolak
from kinerja.antarmuka.cli.pengurai import buat_pengurai

_ANGKA_NEGATIF = re.compile(r"[-−]\d[\d.,]*%?")


def main(argumen: Sequence[str] | None = None) -> int:
    """Run one command; the entry point of the `kinerja` script."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinerja.konfigurasi.settings")
    pilihan = buat_pengurai().parse_args(_gabung_negatif(sys.argv[1:] if argumen is None else argumen))
    django.setup()
    try:
        return int(pilihan.jalankan(pilihan))
    except DatabaseError as masalah:
        pesan = f"basis data belum siap ({masalah}). Jalankan dahulu: kinerja migrate"
        return tolak(pesan)


def _gabung_negatif(argumen: Sequence[str]) -> list[str]:
    """`--realisasi -18,12` means a negative number, not an option named -18,12."""
    hasil: list[str] = []
    for satu in argumen:
        if _ANGKA_NEGATIF.fullmatch(satu) and hasil and re.fullmatch(r"--[a-z-]+", hasil[-1]):
            hasil[-1] = f"{hasil[-1]}={satu}"
        else:
            hasil.append(satu)
    return hasil
