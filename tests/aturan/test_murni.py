"""The floor is pure: no binary float, no Django, within the sizes of the house."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import kinerja.aturan

FOLDER = Path(kinerja.aturan.__file__).parent
MODUL = sorted(FOLDER.rglob("*.py"))
TERLARANG = {"float", "math", "statistics"}


def temukan_biner(sumber: str) -> list[str]:
    """Float literals and names that lead to binary floats."""
    temuan = []
    for simpul in ast.walk(ast.parse(sumber)):
        if isinstance(simpul, ast.Constant) and isinstance(simpul.value, float | complex):
            temuan.append(repr(simpul.value))
        if isinstance(simpul, ast.Name) and simpul.id in TERLARANG:
            temuan.append(simpul.id)
        if isinstance(simpul, ast.Import | ast.ImportFrom):
            nama = [a.name for a in simpul.names] + [getattr(simpul, "module", None) or ""]
            temuan += [n for n in nama if n.partition(".")[0] in TERLARANG]
    return temuan


@pytest.mark.parametrize("modul", MODUL, ids=lambda m: "-".join(m.relative_to(FOLDER).parts))
def test_tanpa_bilangan_biner(modul: Path) -> None:
    assert temukan_biner(modul.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("sumber", ["x = 0.1", "float('1')", "import math", "from statistics import mean"])
def test_pencari_bilangan_biner_menemukan(sumber: str) -> None:
    assert temukan_biner(sumber)


def test_tidak_mengenal_django() -> None:
    letak = [m.relative_to(FOLDER).with_suffix("").parts for m in MODUL if m.stem != "__init__"]
    nama = [".".join(("kinerja.aturan", *satu)) for satu in letak]
    assert len(nama) >= 12
    perintah = f"import sys, {', '.join(nama)}; print('django' in sys.modules)"
    hasil = subprocess.run(
        [sys.executable, "-c", perintah],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(FOLDER.parents[1])},
    )
    assert hasil.stdout.strip() == "False"
