"""Canonical JSON: one text per value, and no value that two machines could print differently."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

import pytest

from kinerja.dokumen.sidik import write_kanonik

WIB = datetime.timezone(datetime.timedelta(hours=7))


@dataclass(frozen=True)
class Contoh:
    isi: tuple[Decimal, ...]


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        ({"b": 1, "a": None}, '{"a":null,"b":1}'),
        ({2: "dua"}, '{"2":"dua"}'),
        ([Decimal("1.50"), ("x",)], '["1.50",["x"]]'),
        (Contoh((Decimal(1),)), '{"@":"Contoh","isi":["1"]}'),
        (datetime.date(2024, 1, 2), '"2024-01-02"'),
        (datetime.datetime(2024, 1, 2, 7, 30, tzinfo=WIB), '"2024-01-02T00:30:00+00:00"'),
        (datetime.datetime(2024, 1, 2, 7, 30), '"2024-01-02T07:30:00"'),  # noqa: DTZ001 a naive one stays naive
        ("Lapas “A”", '"Lapas “A”"'),
        (True, "true"),
    ],
)
def test_satu_nilai_satu_teks(nilai, teks):
    assert write_kanonik(nilai) == teks


@pytest.mark.parametrize("nilai", [1.5, {"a": [0.1]}, {1, 2}, b"x", object()])
def test_yang_tidak_pasti_ditolak(nilai):
    with pytest.raises(TypeError):
        write_kanonik(nilai)
