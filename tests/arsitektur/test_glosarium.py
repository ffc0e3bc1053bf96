"""Every model is a word of the field: it stands in the glossary with its meaning and its basis in law."""

import re

import pytest
from django.apps import apps
from tests.arsitektur.sumber import AKAR

GLOSARIUM = AKAR / "docs" / "glosarium.md"


def list_model() -> list[str]:
    """Names of all model classes of our apps."""
    return sorted(m.__name__ for m in apps.get_models() if m.__module__.startswith("kinerja."))


def find_kekurangan(nama_model: list[str], teks: str) -> list[str]:
    """What the glossary lacks for those names: a row `| term (`Model`) | meaning | article |` for each."""
    baris: dict[str, list[str]] = {}
    for garis in teks.splitlines():
        sel = [s.strip() for s in garis.strip().strip("|").split("|")]
        for nama in re.findall(r"`(\w+)`", sel[0]) if garis.startswith("|") else ():
            baris[nama] = sel[1:]
    pesan = [f"{n}: no row" for n in nama_model if n not in baris]
    return pesan + [
        f"{n}: meaning or article is empty"
        for n in nama_model
        if n in baris and (len(baris[n]) != 2 or not all(baris[n]))
    ]


def test_setiap_model_ada_di_glosarium():
    nama = list_model()
    assert "Indikator" in nama
    assert find_kekurangan(nama, GLOSARIUM.read_text()) == []


@pytest.mark.parametrize(
    ("baris", "kekurangan"),
    [
        ("| sasaran (`Sasaran`) | keadaan yang dituju | Perpres 29/2014 |", []),
        ("| sasaran | keadaan yang dituju | Perpres 29/2014 |", ["Sasaran: no row"]),
        ("sasaran (`Sasaran`) adalah keadaan", ["Sasaran: no row"]),
        ("| sasaran (`Sasaran`) | | Perpres 29/2014 |", ["Sasaran: meaning or article is empty"]),
        ("| sasaran (`Sasaran`) | keadaan yang dituju | |", ["Sasaran: meaning or article is empty"]),
        ("| sasaran (`Sasaran`) | keadaan yang dituju |", ["Sasaran: meaning or article is empty"]),
        ("| sasaran | lihat `Sasaran` | Perpres 29/2014 |", ["Sasaran: no row"]),
    ],
)
def test_baris_yang_kurang_ditemukan(baris, kekurangan):
    assert (
        find_kekurangan(["Sasaran"], f"| Istilah | Arti | Dasar |\n| --- | --- | --- |\n{baris}\n")
        == kekurangan
    )
