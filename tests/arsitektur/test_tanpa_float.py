"""No binary floating point where a number of the office is held or computed."""

import ast

import pytest
from tests.arsitektur.sumber import AKAR, list_python

RUANG_EKSAK = ("dasar", "aturan", "jejak", "organisasi", "perencanaan", "pengukuran", "anggaran", "basisdata")
NAMA_TERLARANG = {"float", "FloatField", "Avg", "StdDev", "Variance", "isqrt", "numpy"}
TIPE_DITOLAK = "isinstance"


def find_float(sumber: str) -> list[str]:
    """Where a module writes a float literal or names something that makes floats, as `line: what`.

    `isinstance(x, float)` is how a float is refused, and stays allowed.
    """
    pohon = ast.parse(sumber)
    boleh = {
        id(n)
        for s in ast.walk(pohon)
        if isinstance(s, ast.Call) and isinstance(s.func, ast.Name) and s.func.id == TIPE_DITOLAK
        for a in s.args[1:]
        for n in ast.walk(a)
    }
    ketemu = [(s.lineno, apa) for s in ast.walk(pohon) if id(s) not in boleh for apa in _nama_float(s)]
    return [f"{baris}: {apa}" for baris, apa in sorted(ketemu)]


def _nama_float(simpul: ast.AST) -> list[str]:
    if isinstance(simpul, ast.Constant) and isinstance(simpul.value, float | complex):
        return [repr(simpul.value)]
    if isinstance(simpul, ast.Name):
        calon = [simpul.id]
    elif isinstance(simpul, ast.Attribute):
        calon = [simpul.attr]
    elif isinstance(simpul, ast.Import | ast.ImportFrom):
        calon = [a.name for a in simpul.names]
    else:
        return []
    return [n for n in calon if n in NAMA_TERLARANG]


@pytest.mark.parametrize(
    "berkas",
    list_python(*(f"src/kinerja/{r}" for r in RUANG_EKSAK)),
    ids=lambda p: f"{p.parent.name}.{p.stem}",
)
def test_ruang_eksak_tanpa_float(berkas):
    assert find_float(berkas.read_text()) == [], berkas.relative_to(AKAR)


@pytest.mark.parametrize(
    ("sumber", "hasil"),
    [
        ("x = 0.1", ["1: 0.1"]),
        ("x = 1e3", ["1: 1000.0"]),
        ("y = 1\nx = float(y)", ["2: float"]),
        ("def f(x: float) -> None: ...", ["1: float"]),
        ("n = models.FloatField()", ["1: FloatField"]),
        ("from django.db.models import Avg", ["1: Avg"]),
        ("x = Decimal('0.1') * 100", []),
        ("def f(x):\n    if isinstance(x, float):\n        raise TypeError", []),
        ("if isinstance(x, int | float): raise TypeError", []),
        ("x = isinstance(float(y), int)", ["1: float"]),
    ],
)
def test_float_yang_ditanam_ditemukan(sumber, hasil):
    assert find_float(sumber) == hasil
