"""A process beside this one: what it reads and writes are files, so nobody need stand by and feed it.

With pipes it would wait whenever this process computes: a report is half a megabyte of JSON, a pipe holds 64 KB.
"""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass


class TerlaluLama(TimeoutError):
    """The process did not end in time."""


@dataclass(frozen=True, slots=True)
class HasilAnak:
    """Exit code, standard output and what was said on standard error."""

    kode: int
    keluaran: bytes
    galat: str


@contextmanager
def jalankan_anak(
    perintah: Sequence[str], masukan: bytes = b"", lingkungan: Mapping[str, str] | None = None
) -> Iterator[Callable[[float | None], HasilAnak]]:
    """Start a process; the function yielded waits for its end, once. Leaving the block ends it in any case.

    That function raises TerlaluLama so many seconds after the start as it is given (None: it waits for ever).
    """
    mulai = time.monotonic()
    with tempfile.TemporaryFile() as masuk, tempfile.TemporaryFile() as keluar:
        masuk.write(masukan)
        masuk.seek(0)
        proses = subprocess.Popen(
            perintah, stdin=masuk, stdout=keluar, stderr=subprocess.PIPE, env=lingkungan
        )

        def tunggu(batas_detik: float | None) -> HasilAnak:
            sisa = None if batas_detik is None else max(0.0, mulai + batas_detik - time.monotonic())
            try:
                _, galat = proses.communicate(timeout=sisa)
            except subprocess.TimeoutExpired as salah:
                raise TerlaluLama from salah
            keluar.seek(0)
            return HasilAnak(proses.returncode, keluar.read(), galat.decode(errors="replace"))

        with proses:
            try:
                yield tunggu
            finally:
                proses.kill()  # does nothing to one that has ended
