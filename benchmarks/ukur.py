"""Run a command, several times, and keep what it cost: wall time and the largest process it needed.

Only the standard library, because a forked process starts with the peak memory of its parent: whoever
measures must stay small.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
EKOR = 2**20
"""How much of the end of the output is kept, in bytes."""


class PerintahGagal(RuntimeError):
    """A measured command failed: its figures would mean nothing."""


@dataclass(frozen=True, slots=True)
class Jalan:
    """One run: seconds from start to end, processor seconds and peak MiB of its largest process, end of output."""

    detik: float
    cpu: float
    mib: float
    keluaran: bytes

    def baca_json(self) -> Any:
        """The JSON the process wrote as its last line."""
        return json.loads(self.keluaran.splitlines()[-1])


@dataclass(frozen=True, slots=True)
class Ukuran:
    """Several runs of one thing: seconds each, processor seconds, highest peak in MiB (0 = not measured)."""

    detik: tuple[float, ...]
    cpu: float = 0.0
    mib: float = 0.0

    @property
    def median(self) -> float:
        return statistics.median(self.detik)

    def persentil(self, p: float) -> float:
        """The smallest run that at least `p` percent of all runs do not exceed."""
        urut = sorted(self.detik)
        return urut[max(0, -(-len(urut) * p // 100).__trunc__() - 1)]


def jalankan(perintah: Sequence[str | Path], *, masukan: Path | None = None, **lingkungan: str) -> Jalan:
    """Run a command in the folder of the repository with these environment variables added.

    Raises PerintahGagal with the end of its output.
    """
    env = os.environ | lingkungan
    with tempfile.TemporaryFile() as keluar, tempfile.TemporaryFile() as galat:
        masuk = masukan.open("rb") if masukan else subprocess.DEVNULL
        mulai = time.perf_counter()
        proses = subprocess.Popen(perintah, cwd=AKAR, env=env, stdin=masuk, stdout=keluar, stderr=galat)
        # Not Popen.wait: only wait4 tells the cost of this very child and what it waited for.
        _, status, biaya = os.wait4(proses.pid, 0)
        detik = time.perf_counter() - mulai
        proses.returncode = os.waitstatus_to_exitcode(status)
        if masukan:
            masuk.close()
        keluar.seek(0)
        if proses.returncode:
            galat.seek(0)
            raise PerintahGagal(f"{perintah}: {proses.returncode}\n{galat.read().decode()[-2000:]}")
        # A whole PDF kept here would be counted in the peak of every later process.
        keluar.seek(max(0, keluar.seek(0, os.SEEK_END) - EKOR))
        return Jalan(detik, biaya.ru_utime + biaya.ru_stime, biaya.ru_maxrss / 1024, keluar.read())


def ulangi(kali: int, perintah: Sequence[str | Path], *, masukan: Path | None = None, **lain: str) -> Ukuran:
    """Run the same command `kali` times."""
    return gabung([jalankan(perintah, masukan=masukan, **lain) for _ in range(kali)])


def gabung(semua: Sequence[Jalan]) -> Ukuran:
    """Several runs of one thing as one measurement."""
    cpu = statistics.median(j.cpu for j in semua)
    return Ukuran(tuple(j.detik for j in semua), cpu, max(j.mib for j in semua))


def python(modul: str, *argumen: str | Path, **lingkungan: str) -> Jalan:
    """Run a module of `benchmarks.anak` in a process of its own."""
    return jalankan([PYTHON, "-m", f"benchmarks.anak.{modul}", *argumen], **lingkungan)


def from_json(isi: Mapping[str, Any]) -> Ukuran:
    """What a process measured inside itself: {"detik": [...], "mib": ...}."""
    return Ukuran(tuple(isi["detik"]), mib=isi.get("mib", 0.0))
