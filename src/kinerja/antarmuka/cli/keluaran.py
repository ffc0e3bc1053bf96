"""How the command line speaks: results to stdout, progress and complaints to stderr."""

import json as json_
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from kinerja.antarmuka.cli.bahasa import gettext as _

SELESAI, DITOLAK, SALAH_PAKAI, DIBATALKAN = 0, 1, 2, 130

# What people name their files is text, never markup or an emoji.
layar = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)
galat = Console(stderr=True, highlight=False, soft_wrap=True, markup=False, emoji=False)


def siapkan_aliran() -> None:
    """A letter the terminal cannot show must not end the program."""
    for aliran in (sys.stdout, sys.stderr):
        aliran.reconfigure(errors="backslashreplace")


def tulis_json(isi: Any) -> None:
    """One JSON document on stdout."""
    sys.stdout.write(json_.dumps(isi, ensure_ascii=False, indent=2) + "\n")


def tolak(pesan: str, *, json: bool = False) -> int:
    """Complain about the input, to a person on stderr or to a machine on stdout; the exit code."""
    if json:
        tulis_json({"masalah": pesan})
    else:
        galat.print(_("Ditolak: %(pesan)s") % {"pesan": pesan}, style="red")
    return DITOLAK


@contextmanager
def tampilkan_kemajuan(judul: str, *, diam: bool = False) -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar on stderr; yields a function (what, done, total)."""
    bar = Progress(
        TextColumn("{task.description:<34}", markup=False),
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
