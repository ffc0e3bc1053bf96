"""Findings as a workbook: one row per place, numbers as text, because they are quoted as they were printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kinerja.dokumen.buku import KolomBuku, LembarBuku, render_buku
from kinerja.telaah.jalan import TelaahBerkas
from kinerja.telaah.keluar import to_json
from kinerja.telaah.keluaran.baris import JUDUL, list_baris, print_ringkasan

_LEBAR = (5, 22, 9, 10, 24, 30, 26, 14, 16, 60, 50, 40)


def render_xlsx(isi: Mapping[str, Any]) -> bytes:
    """The workbook of what `to_json` gives: one row per place, header frozen and filtered."""
    kolom = tuple(KolomBuku(judul, lebar) for judul, lebar in zip(JUDUL, _LEBAR, strict=True))
    lembar = LembarBuku("Temuan", "Temuan telaah", kolom, tuple(list_baris(isi)), print_ringkasan(isi))
    return render_buku([lembar])


def write_xlsx(semua: Sequence[TelaahBerkas], tujuan: Path) -> None:
    """The workbook into a file."""
    tujuan.write_bytes(render_xlsx(to_json(semua)))
