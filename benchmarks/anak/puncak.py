"""`puncak ARGUMEN …`: the command line itself; the last line of output is the most MiB it held at one moment.

That is the resident memory of this process and of those it started, added up every few milliseconds. Pages that
two of them share count twice. Not for timing: the counting takes its share.
"""

import json
import os
import sys
import threading
from pathlib import Path

from kinerja.antarmuka.cli import main

JEDA = 0.01
_HALAMAN = os.sysconf("SC_PAGE_SIZE") / 2**20


def read_mib() -> float:
    """Resident memory of this process and its children now."""
    anak = " ".join(b.read_text() for b in Path("/proc/self/task").glob("*/children")).split()
    return sum(_read_satu(satu) for satu in ("self", *anak))


def _read_satu(proses: str) -> float:
    try:
        return int(Path(f"/proc/{proses}/statm").read_text().split()[1]) * _HALAMAN
    except OSError:  # it has just ended
        return 0.0


class Pencatat(threading.Thread):
    """Keeps the highest sum until it is told to stop."""

    def __init__(self) -> None:
        super().__init__()
        self.puncak = 0.0
        self.selesai = threading.Event()

    def run(self) -> None:
        while not self.selesai.wait(JEDA):
            self.puncak = max(self.puncak, read_mib())


pencatat = Pencatat()
pencatat.start()
kode = main(sys.argv[1:])
pencatat.selesai.set()
pencatat.join()
sys.stdout.write("\n" + json.dumps(pencatat.puncak) + "\n")
sys.exit(kode)
