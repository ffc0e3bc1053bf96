"""How the command line speaks: results to stdout, progress and complaints to stderr."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

SELESAI, DITOLAK, SALAH_PAKAI = 0, 1, 2

layar = Console(highlight=False, soft_wrap=True)
galat = Console(stderr=True, highlight=False, soft_wrap=True)


def tulis_json(isi: Any) -> None:
    """One JSON document on stdout."""
    sys.stdout.write(json.dumps(isi, ensure_ascii=False, indent=2) + "\n")


def tolak(pesan: str) -> int:
    """Complain about the input; the exit code."""
    galat.print(f"Ditolak: {pesan}", style="red", markup=False)
    return DITOLAK


@contextmanager
def tampilkan_kemajuan(judul: str, *, diam: bool = False) -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar on stderr; yields a function (what, done, total)."""
    bar = Progress(
        TextColumn("{task.description:<34}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=galat,
        disable=diam,
    )
    with bar:
        tugas = bar.add_task(judul, total=None)

        def lapor(apa: str, selesai: int, semua: int) -> None:
            bar.update(tugas, description=f"{judul}: {apa}", completed=selesai, total=semua)

        yield lapor
