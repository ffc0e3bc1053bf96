"""`buku TAHUN KANTOR {BERKAS BANYAK} …`: an office with many satker, workbooks of so many monthly facts."""

import sys
from pathlib import Path

from benchmarks.anak.perbanyak import tulis_realisasi

tahun, kantor, *lain = sys.argv[1:]
tujuan = [(Path(b), int(n)) for b, n in zip(lain[::2], lain[1::2], strict=True)]
tulis_realisasi(Path(kantor), tujuan, int(tahun))
