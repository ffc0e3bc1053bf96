"""Findings as a Word document or a page to work through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kinerja.dokumen.docx import render_docx as render
from kinerja.dokumen.html import render_html
from kinerja.dokumen.model import Bagian, Baris, Dokumen, Kolom, Tabel, paragraf
from kinerja.telaah.jalan import TelaahBerkas
from kinerja.telaah.keluar import to_json
from kinerja.telaah.keluaran.baris import list_baris, print_ringkasan

_KOLOM = (
    Kolom("No.", 6, "tengah"),
    Kolom("Tingkat", 12),
    Kolom("Letak", 20),
    Kolom("Tercetak", 14),
    Kolom("Seharusnya", 14),
    Kolom("Uraian", 40),
    Kolom("Cara memperbaiki", 36),
    Kolom("Dasar hukum", 30),
)
_DIPAKAI = (0, 2, 6, 7, 8, 9, 10, 11)


def compose_temuan(isi: Mapping[str, Any]) -> Dokumen:
    """The findings as one landscape table under a line that says how much was looked at."""
    baris = tuple(Baris(tuple(satu[n] for n in _DIPAKAI)) for satu in list_baris(isi))
    tabel = (Tabel("temuan", "Temuan menurut beratnya", _KOLOM, baris, mendatar=True),) if baris else ()
    kalimat = paragraf(print_ringkasan(isi))
    return Dokumen(
        judul="Hasil Telaah Laporan Kinerja",
        subjudul="",
        instansi="",
        tahun=2000,
        tempat_tanggal="",
        kode="",
        bab=(Bagian("hasil", "Hasil Telaah Laporan Kinerja", (kalimat, *tabel)),),
        rupa="surat",
    )


def render_docx(isi: Mapping[str, Any]) -> bytes:
    """The Word file of what `to_json` gives."""
    return render(compose_temuan(isi))


def write_docx(semua: Sequence[TelaahBerkas], tujuan: Path) -> None:
    """The Word file into a file."""
    tujuan.write_bytes(render_docx(to_json(semua)))


def write_html(semua: Sequence[TelaahBerkas], tujuan: Path) -> None:
    """The same document as a page into a file."""
    tujuan.write_text(render_html(compose_temuan(to_json(semua))), encoding="utf-8")
