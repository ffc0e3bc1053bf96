"""Findings as a workbook. Every cell is written as text, so that nothing from a foreign file becomes a formula."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from kinerja.telaah.jalan import TelaahBerkas
from kinerja.telaah.keluar import to_json
from kinerja.telaah.keluaran.baris import JUDUL, list_baris, print_ringkasan

_LEBAR = (5, 22, 9, 10, 24, 30, 26, 14, 16, 60, 50, 40)
_PALING_PANJANG = 32_000
"""Excel refuses a longer cell."""


def render_xlsx(isi: Mapping[str, Any]) -> bytes:
    """The workbook of what `to_json` gives: one row per place, header frozen and filtered."""
    wadah = io.BytesIO()
    tanpa_tafsir = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(wadah, {"in_memory": True, **tanpa_tafsir}) as buku:
        lembar = buku.add_worksheet("Temuan")
        kepala = buku.add_format({"bold": True, "bg_color": "#e9eef3", "text_wrap": True, "valign": "top"})
        biasa = buku.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        for kolom, (judul, lebar) in enumerate(zip(JUDUL, _LEBAR, strict=True)):
            lembar.set_column(kolom, kolom, lebar)
            lembar.write_string(0, kolom, judul, kepala)
        baris = list(list_baris(isi))
        for n, satu in enumerate(baris, 1):
            for kolom, teks in enumerate(satu):
                lembar.write_string(n, kolom, teks[:_PALING_PANJANG], biasa)
        lembar.freeze_panes(1, 0)
        lembar.autofilter(0, 0, max(len(baris), 1), len(JUDUL) - 1)
        buku.add_worksheet("Keterangan").write_string(0, 0, print_ringkasan(isi))
    return wadah.getvalue()


def write_xlsx(semua: Sequence[TelaahBerkas], tujuan: Path) -> None:
    """The workbook into a file."""
    tujuan.write_bytes(render_xlsx(to_json(semua)))
