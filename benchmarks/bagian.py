"""A part of the measurements: run alone (`python -m benchmarks.<part> [--cepat]`) or with all others."""

from __future__ import annotations

import argparse
import datetime
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import mesin
from benchmarks.tabel import Tabel
from benchmarks.ukur import PYTHON, jalankan

Pengukur = Callable[[bool], list[Tabel]]
"""Measure; True asks for a quick run (fewer repetitions, smaller data)."""


@contextmanager
def wadah_data() -> Iterator[tuple[Path, dict[str, str]]]:
    """A folder that is gone afterwards, and the environment that makes it the program's home."""
    with tempfile.TemporaryDirectory(prefix="kinerja-ukur-") as nama:
        folder = Path(nama)
        yield (
            folder,
            {
                "KINERJA_DATA": str(folder / "data"),
                "KINERJA_HASIL": str(folder / "hasil"),
                "KINERJA_BASIS_DATA": "",
                # A key as in production: what a mode for trying out does beside it is not to be measured.
                "KINERJA_KUNCI_JEJAK": "0" * 32,
                "DJANGO_SETTINGS_MODULE": "kinerja.konfigurasi.settings",
            },
        )


def kinerja(*argumen: str | Path) -> list[str | Path]:
    """The command line of the program."""
    return [PYTHON, "-m", "kinerja.antarmuka.cli", *argumen]


def muat(buku: Path, lingkungan: dict[str, str]) -> None:
    """Make an empty database and import a workbook."""
    jalankan(kinerja("migrate"), **lingkungan)
    jalankan(kinerja("import", buku), **lingkungan)


def tulis_bagian(ukur: Pengukur, *, cepat: bool) -> str:
    """Measure and give the section as Markdown, with the day and the load it was measured under."""
    sebelum = mesin.read_beban()
    tabel = ukur(cepat)
    hari = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    keadaan = f"Measured {hari}{' (quick run)' if cepat else ''}, load average {sebelum} before, "
    keadaan += f"{mesin.read_beban()} after."
    return "\n\n".join([keadaan, *(satu.tulis() for satu in tabel)])


def main(ukur: Pengukur) -> None:
    """Run one part from the command line and print it."""
    pengurai = argparse.ArgumentParser(description=ukur.__doc__)
    pengurai.add_argument("--cepat", action="store_true", help="fewer repetitions, smaller data")
    print(tulis_bagian(ukur, cepat=pengurai.parse_args().cepat))
