"""`kantor BERKAS INDIKATOR`: write the workbook of the sample office, multiplied."""

import sys
from pathlib import Path

from benchmarks.anak.perbanyak import tulis_kantor

tulis_kantor(Path(sys.argv[1]), int(sys.argv[2]))
