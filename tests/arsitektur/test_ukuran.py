"""Small functions, small modules: 85 % of the functions within 20 lines, none over 60, no module over 500."""

import ast

import pytest
from tests.arsitektur.sumber import AKAR, list_python, walk_fungsi

SASARAN_FUNGSI, BATAS_FUNGSI = 20, 60
BAGIAN_KECIL = 0.85
BATAS_MODUL = 500
BATAS_PARAMETER = 6

Fungsi = ast.FunctionDef | ast.AsyncFunctionDef


def count_baris(fungsi: Fungsi) -> int:
    """Lines from `def` to the end; a docstring is free, because it should be as long as it must."""
    baris = (fungsi.end_lineno or 0) - fungsi.lineno + 1
    pertama = fungsi.body[0]
    if ast.get_docstring(fungsi, clean=False) is not None:
        baris -= (pertama.end_lineno or 0) - pertama.lineno + 1
    return baris


def count_parameter(fungsi: Fungsi) -> int:
    """Named parameters; `self` and `cls` are not counted."""
    a = fungsi.args
    nama = [p.arg for p in (*a.posonlyargs, *a.args, *a.kwonlyargs)]
    return len(nama) - (bool(nama) and nama[0] in ("self", "cls"))


def find_pelanggaran(sumber: str) -> list[str]:
    """What is too big in one module, as sentences."""
    jumlah = len(sumber.splitlines())
    pesan = [f"module has {jumlah} lines (at most {BATAS_MODUL})"] if jumlah > BATAS_MODUL else []
    for fungsi in walk_fungsi(sumber):
        if (baris := count_baris(fungsi)) > BATAS_FUNGSI:
            pesan.append(f"{fungsi.name} has {baris} lines (at most {BATAS_FUNGSI})")
        if (parameter := count_parameter(fungsi)) > BATAS_PARAMETER:
            pesan.append(f"{fungsi.name} has {parameter} parameters (at most {BATAS_PARAMETER})")
    return pesan


def compute_bagian_kecil(daftar_sumber: list[str]) -> float:
    """The share of functions within the aim."""
    baris = [count_baris(f) for sumber in daftar_sumber for f in walk_fungsi(sumber)]
    return sum(b <= SASARAN_FUNGSI for b in baris) / len(baris)


def _write_fungsi(baris: int, parameter: str = "") -> str:
    return f"def contoh({parameter}):\n" + "    x = 1\n" * (baris - 1)


@pytest.mark.parametrize(
    "berkas", list_python("src", "tests", "perkakas", "benchmarks"), ids=lambda p: p.stem
)
def test_modul_dan_fungsi_tidak_terlalu_besar(berkas):
    assert find_pelanggaran(berkas.read_text()) == [], berkas.relative_to(AKAR)


@pytest.mark.parametrize("folder", ["src", "tests"])
def test_kebanyakan_fungsi_kecil(folder):
    assert compute_bagian_kecil([p.read_text() for p in list_python(folder)]) >= BAGIAN_KECIL


@pytest.mark.parametrize(
    ("sumber", "jumlah"),
    [
        (_write_fungsi(BATAS_FUNGSI), 0),
        (_write_fungsi(BATAS_FUNGSI + 1), 1),
        (_write_fungsi(2, "a, b, c, d, e, f"), 0),
        (_write_fungsi(2, "a, b, c, d, e, f, g"), 1),
        (_write_fungsi(2, "a, /, b, c, *, d, e, f, g=1"), 1),
        (_write_fungsi(2, "self, a, b, c, d, e, f"), 0),
        ("x = 1\n" * BATAS_MODUL, 0),
        ("x = 1\n" * (BATAS_MODUL + 1), 1),
        ("class A:\n    def f(self):\n" + "        x = 1\n" * BATAS_FUNGSI, 1),
        ('def f():\n    """' + "kata\n" * 100 + '    """\n', 0),
        ("async " + _write_fungsi(BATAS_FUNGSI + 1), 1),
    ],
)
def test_pelanggaran_yang_ditanam_ditemukan(sumber, jumlah):
    assert len(find_pelanggaran(sumber)) == jumlah


def test_bagian_kecil_dihitung_dari_semua_fungsi():
    pas, lebih = _write_fungsi(SASARAN_FUNGSI), _write_fungsi(SASARAN_FUNGSI + 1)
    assert compute_bagian_kecil([pas, pas, pas, lebih]) == 0.75
