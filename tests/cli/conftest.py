"""The real command in a process of its own, with a database of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

AKAR = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Hasil:
    """What a command left behind."""

    kode: int
    keluar: str
    galat: str

    def json(self) -> Any:
        """The one JSON document on stdout; nothing may stand beside it, not even on stderr."""
        assert self.galat == ""
        return json.loads(self.keluar)


Jalankan = Callable[..., Hasil]


def make_lingkungan(data: Path, **lain: str | None) -> dict[str, str]:
    """The environment of a command, None for unset; the database of the test run itself is out of reach."""
    bersih = {k: v for k, v in os.environ.items() if not k.startswith("KINERJA_")}
    dasar = {"KINERJA_DATA": str(data), "KINERJA_MODE": "pengembangan", "PYTHONPATH": str(AKAR / "src")}
    return {k: v for k, v in (bersih | dasar | lain).items() if v is not None}


def jalankan(data: Path, *argumen: object, tempat: Path | None = None, **lain: str | None) -> Hasil:
    """Run `kinerja ARGUMEN…` and see that it never ends in a traceback."""
    perintah = [sys.executable, "-m", "kinerja.antarmuka.cli", *map(os.fspath, map(_ke_teks, argumen))]
    proses = subprocess.run(
        perintah,
        capture_output=True,
        text=True,
        errors="surrogateescape",
        env=make_lingkungan(data, **lain),
        cwd=tempat or data.parent,
        timeout=120,
        check=False,
    )
    assert "Traceback" not in proses.stdout + proses.stderr, proses.stderr
    return Hasil(proses.returncode, proses.stdout, proses.stderr)


def _ke_teks(argumen: object) -> str:
    return argumen if isinstance(argumen, str) else str(argumen)


@pytest.fixture
def kosong(tmp_path) -> Path:
    """A data folder without a database."""
    return tmp_path / "data"


@pytest.fixture(scope="session")
def pertama(tmp_path_factory) -> tuple[Path, Hasil]:
    """A data folder with a new database, and what the command said that made it; not to be changed."""
    data = tmp_path_factory.mktemp("siap") / "data"
    hasil = jalankan(data, "migrate")
    assert hasil.keluar.startswith("Basis data siap.\n")
    return data, hasil


@pytest.fixture
def siap(pertama, tmp_path) -> Path:
    """A data folder with a new database, to be changed at will."""
    return Path(copytree(pertama[0], tmp_path / "data"))


@pytest.fixture(scope="session")
def _contoh(pertama, tmp_path_factory) -> Path:
    data = Path(copytree(pertama[0], tmp_path_factory.mktemp("contoh") / "data"))
    hasil = jalankan(data, "contoh", AKAR / "contoh" / "sumsel-2023", "--out", data.parent / "buku.xlsx")
    assert (hasil.kode, hasil.keluar.splitlines()[-1]) == (0, "Disimpan.")
    return data


@pytest.fixture
def contoh(_contoh, tmp_path) -> Path:
    """A data folder with the sample office, to be changed at will."""
    return Path(copytree(_contoh, tmp_path / "data"))


@pytest.fixture
def buku(_contoh) -> Path:
    """The workbook the sample office came from."""
    return _contoh.parent / "buku.xlsx"
