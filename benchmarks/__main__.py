"""`python -m benchmarks [--cepat] [PART …]`: measure, and write docs/kinerja-program.md.

Parts that are named are measured alone and take the place of their last edition; a quick run is only printed.
"""

from __future__ import annotations

import argparse
import time

from benchmarks import mesin
from benchmarks.bagian import Pengukur, tulis_bagian
from benchmarks.hitungan import ukur_hitungan
from benchmarks.impor import ukur_impor
from benchmarks.kisi import ukur_kisi
from benchmarks.lkjip import ukur_lkjip
from benchmarks.pembanding import ukur_pembanding
from benchmarks.pohon import ukur_pohon
from benchmarks.rekap import ukur_rekap
from benchmarks.skor import ukur_skor
from benchmarks.tabel import simpan_bagian
from benchmarks.telaah import ukur_telaah
from benchmarks.telaah_baca import ukur_telaah_baca
from benchmarks.ukur import AKAR
from benchmarks.web import ukur_web

LAPORAN = AKAR / "docs" / "kinerja-program.md"
BAGIAN: dict[str, tuple[str, Pengukur]] = {
    "lkjip": ("The report", ukur_lkjip),
    "pembanding": ("The report through other engines", ukur_pembanding),
    "impor": ("Import", ukur_impor),
    "rekap": ("Roll-up", ukur_rekap),
    "web": ("Pages", ukur_web),
    "kisi": ("The entry grid under load", ukur_kisi),
    "pohon": ("The pohon kinerja in the browser", ukur_pohon),
    "telaah_baca": ("Reading foreign documents", ukur_telaah_baca),
    "telaah": ("Telaah of a report", ukur_telaah),
    "skor": ("Budget scores", ukur_skor),
    "hitungan": ("Small parts", ukur_hitungan),
}
KEPALA = """# How fast the program is

Written by `make bench`; measured, not promised. The bars are those of the design for 2 cores. No test asserts
a time: a slow machine is not a broken program. Every figure is of whole processes (start of Python included)
unless its table says otherwise, several runs each; CPU seconds tell more than wall seconds where the machine
was busy with something else, as the load average beside each section shows. Memory is the peak of resident
memory of one process.

{mesin}

Alone and quicker: `python -m benchmarks.lkjip --cepat`, and so on for the files of `benchmarks/`.
"""


def main() -> None:
    """Measure the chosen parts one after another."""
    pengurai = argparse.ArgumentParser(description=__doc__)
    pengurai.add_argument("bagian", nargs="*", help=f"some of: {', '.join(BAGIAN)} (default: all)")
    pengurai.add_argument("--cepat", action="store_true", help="fewer repetitions, smaller data, not written")
    pilihan = pengurai.parse_args()
    if asing := set(pilihan.bagian) - set(BAGIAN):
        pengurai.error(f"unknown: {', '.join(sorted(asing))}")
    for nama in pilihan.bagian or BAGIAN:
        judul, ukur = BAGIAN[nama]
        mulai = time.monotonic()
        isi = tulis_bagian(ukur, cepat=pilihan.cepat)
        print(f"## {judul} ({time.monotonic() - mulai:.0f} s)\n\n{isi}\n", flush=True)
        if not pilihan.cepat:
            simpan_bagian(LAPORAN, KEPALA.format(mesin=mesin.describe()), judul, isi)


if __name__ == "__main__":
    main()
