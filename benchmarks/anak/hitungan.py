"""`hitungan KALI`: rates of the pure parts and one computed year; the last line is JSON."""

import datetime
import json
import sys
import time
from collections.abc import Callable
from decimal import Decimal

import django

django.setup()

from kinerja.aturan.capaian import Polaritas, Target, compute_capaian  # noqa: E402
from kinerja.dasar.angka import baca_angka  # noqa: E402
from kinerja.dasar.cetak import cetak_angka  # noqa: E402
from kinerja.dokumen.grafik import gambar_svg  # noqa: E402
from kinerja.dokumen.model import Gambar  # noqa: E402
from kinerja.organisasi.queries import get_satker  # noqa: E402
from kinerja.pelaporan.lkjip.susun import compose_lkjip  # noqa: E402
from kinerja.pelaporan.queries import get_data_laporan  # noqa: E402
from kinerja.pengukuran.queries import compute_kinerja  # noqa: E402

PADA = datetime.date(2023, 12, 31)
KASUS = 20_000
GAMBAR = 90


def ulangi(kali: int, kerja: Callable[[], object]) -> list[float]:
    """Seconds of each run, after one to warm the caches."""
    kerja()
    hasil = []
    for _ in range(kali):
        mulai = time.perf_counter()
        kerja()
        hasil.append(time.perf_counter() - mulai)
    return hasil


def main(kali: int) -> None:
    satker = get_satker("kanwil-sumsel")
    gambar = [b for b in compose_lkjip(get_data_laporan(satker, 2023)).blok() if isinstance(b, Gambar)][
        :GAMBAR
    ]
    polaritas = (Polaritas.NAIK, Polaritas.TURUN, Polaritas.STABIL)
    kasus = [
        (Target(Decimal(n % 97 + 1)), Decimal(n * 31 % 1999) / 10, polaritas[n % 3]) for n in range(KASUS)
    ]
    angka = [Decimal(n * 7919 % 10**9) / 100 for n in range(KASUS)]
    teks = [cetak_angka(a, 2) for a in angka]
    hasil = {
        "kinerja": (1, ulangi(kali, lambda: compute_kinerja(satker, 2023))),
        "gambar": (
            len(gambar),
            ulangi(kali, lambda: [gambar_svg(g.bagan, judul=g.judul, alt=g.alt) for g in gambar]),
        ),
        "capaian": (KASUS, ulangi(kali, lambda: [compute_capaian(t, r, p, pada=PADA) for t, r, p in kasus])),
        "baca": (KASUS, ulangi(kali, lambda: [baca_angka(t) for t in teks])),
        "cetak": (KASUS, ulangi(kali, lambda: [cetak_angka(a, 2) for a in angka])),
    }
    sys.stdout.write(json.dumps(hasil) + "\n")


main(int(sys.argv[1]))
