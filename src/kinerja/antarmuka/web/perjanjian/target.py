"""The targets of a draft as fields: what is typed in them, and what is promised or planned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from kinerja.antarmuka.web.rencana.formulir import read_target
from kinerja.perencanaan.operations.indikator import NilaiTarget, print_nilai
from kinerja.perencanaan.perjanjian.target import BarisTarget, list_baris_target, read_nilai

_MEDAN = ("target", "bawah", "atas")


@dataclass(frozen=True, slots=True)
class IsianTarget:
    """One line of the form; `isi` is what stands in its fields, `rencana` what the Renstra plans ("" for nothing)."""

    indikator: Any
    rencana: str
    isi: dict[str, str]
    tertutup: bool


def list_isian(perjanjian: Any, ketikan: QueryDict | None) -> list[IsianTarget]:
    """A line for every indikator of the agreement, with what was typed last where that was refused."""
    return [
        IsianTarget(b.indikator, _cetak(b.renstra), _isi(b, ketikan), b.tertutup)
        for b in list_baris_target(perjanjian)
    ]


def read_kiriman(perjanjian: Any, kiriman: QueryDict) -> dict[int, NilaiTarget]:
    """What was typed, by id of indikator; with `dari_renstra` an empty field means what the plan says.

    An indikator without a field is not touched. Raises RencanaDitolak.
    """
    hasil = {}
    for satu in list_baris_target(perjanjian):
        kunci = satu.indikator.pk
        if any(f"{apa}-{kunci}" in kiriman for apa in _MEDAN):
            diketik = read_target(kiriman, kunci)
            dari_renstra = diketik.kosong and "dari_renstra" in kiriman
            hasil[kunci] = read_nilai(satu.renstra) if dari_renstra else diketik
    return hasil


def _isi(baris: BarisTarget, ketikan: QueryDict | None) -> dict[str, str]:
    if ketikan is not None:
        return {apa: ketikan.get(f"{apa}-{baris.indikator.pk}", "") for apa in _MEDAN}
    janji = read_nilai(baris.janji)
    angka = zip(_MEDAN, (janji.nilai, janji.bawah, janji.atas), strict=True)
    return {apa: print_nilai(NilaiTarget(n)) or "" for apa, n in angka}


def _cetak(target: Any) -> str:
    return print_nilai(read_nilai(target)) or ""
