"""The floors hold, and a planted violation of each contract is caught."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from tests.arsitektur.sumber import AKAR, SUMBER

PERIKSA = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
LANTAI, PINTU, MURNI, MODEL, APLIKASI = (
    "The floors",
    "Web, API",
    "dasar, aturan",
    "Models are",
    "Inside an app",
)
TANAMAN = [
    (MURNI, "dasar/tanaman.py", "from django.db import models"),
    (MURNI, "dokumen/tanaman.py", "import kinerja.basisdata.angka"),
    (LANTAI, "dasar/tanaman.py", "import kinerja.aturan"),
    (LANTAI, "organisasi/tanaman.py", "import kinerja.pengukuran"),
    (LANTAI, "jejak/tanaman.py", "import kinerja.akses"),
    (LANTAI, "organisasi/tanaman.py", "import kinerja.akses"),
    (LANTAI, "anggaran/tanaman.py", "import kinerja.pengukuran"),
    (LANTAI, "ruang_liar/__init__.py", ""),
    (PINTU, "antarmuka/web/tanaman.py", "import kinerja.antarmuka.cli"),
    (PINTU, "antarmuka/pintu_liar.py", ""),
    (MODEL, "antarmuka/web/tanaman.py", "from kinerja.organisasi import models"),
    (APLIKASI, "organisasi/models.py", "import kinerja.organisasi.queries"),
]


def _lint(folder):
    """Exit code, and the names of the broken contracts."""
    hasil = subprocess.run(
        [sys.executable, "-c", PERIKSA],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    return hasil.returncode, re.findall(r"^(.+) BROKEN$", hasil.stdout, flags=re.MULTILINE), hasil.stdout


@pytest.fixture
def salinan(tmp_path):
    abaikan = shutil.ignore_patterns("__pycache__", "*.ttf", "*.pyc")
    shutil.copytree(SUMBER, tmp_path / "src" / "kinerja", ignore=abaikan)
    shutil.copy(AKAR / "pyproject.toml", tmp_path)
    return tmp_path


def test_lantai_dipatuhi(salinan):
    kode, patah, keluaran = _lint(salinan)
    assert (kode, patah) == (0, []), keluaran
    assert re.search(r"Contracts: [1-9]\d* kept, 0 broken", keluaran)


@pytest.mark.parametrize(("kontrak", "letak", "baris"), TANAMAN)
def test_pelanggaran_tertangkap(salinan, kontrak, letak, baris):
    berkas = salinan / "src" / "kinerja" / letak
    berkas.parent.mkdir(exist_ok=True)
    with berkas.open("a") as isi:
        isi.write(f"{baris}\n")
    kode, patah, keluaran = _lint(salinan)
    assert kode != 0
    assert any(nama.startswith(kontrak) for nama in patah), keluaran


def test_lantai_murni_berjalan_tanpa_django():
    program = """
import importlib, pkgutil, sys
for ruang in ("dasar", "aturan", "dokumen"):
    paket = importlib.import_module(f"kinerja.{ruang}")
    for modul in pkgutil.walk_packages(paket.__path__, f"{paket.__name__}."):
        if not modul.name.endswith("__main__"):
            importlib.import_module(modul.name)
terbawa = sorted(n for n in sys.modules if n.split(".")[0] in ("django", "csp", "whitenoise", "psycopg"))
print(len([n for n in sys.modules if n.startswith("kinerja.")]), *terbawa)
"""
    hasil = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    jumlah, *terbawa = hasil.stdout.split()
    assert int(jumlah) > 10
    assert terbawa == []
