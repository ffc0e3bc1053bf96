"""Every room says in at most 30 lines what goes in and what never does."""

import re

import pytest
from tests.arsitektur.sumber import SUMBER

BATAS = 30
RUANG = sorted(p.parent for p in SUMBER.glob("*/__init__.py"))


def find_kekurangan(teks: str, nama: str) -> list[str]:
    """What is wrong with the README of a room."""
    pesan = [] if re.match(rf"# (kinerja\.)?{nama}\b", teks) else ["does not begin with its name"]
    if len(teks.splitlines()) > BATAS:
        pesan.append(f"longer than {BATAS} lines")
    return pesan


@pytest.mark.parametrize("ruang", RUANG, ids=lambda p: p.name)
def test_setiap_ruang_punya_readme(ruang):
    assert find_kekurangan((ruang / "README.md").read_text(), ruang.name) == []


@pytest.mark.parametrize(
    ("teks", "jumlah"),
    [("# kinerja.dasar\n\nisi\n", 0), ("# aturan\n", 1), ("# kinerja.dasar\n" + "baris\n" * BATAS, 1)],
)
def test_readme_yang_buruk_ditemukan(teks, jumlah):
    assert len(find_kekurangan(teks, "dasar")) == jumlah
