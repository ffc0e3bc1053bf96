"""A case of headings, paragraphs and tables as a file of each kind."""

from __future__ import annotations

from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import xlsxwriter

RUPA = ("html", "docx", "xlsx")


def write_kasus(isi: list[Any], rupa: str, wadah: Path) -> Path:
    """Write `isi`: a text is a paragraph, {judul} a heading, {tabel, kepala, baris} a table under its caption."""
    berkas = wadah / f"kasus.{rupa}"
    berkas.write_bytes({"html": _to_html, "docx": _to_docx, "xlsx": _to_xlsx}[rupa](isi))
    return berkas


def _list_baris(satu: dict[str, Any]) -> list[list[str]]:
    return [[str(sel) for sel in baris] for baris in (satu["kepala"], *satu["baris"])]


def _to_html(isi: list[Any]) -> bytes:
    hasil = ["<!doctype html><html lang=id><title>Laporan</title><body>"]
    for satu in isi:
        if isinstance(satu, str):
            hasil.append(f"<p>{escape(satu)}</p>")
        elif "judul" in satu:
            hasil.append(f"<h2>{escape(satu['judul'])}</h2>")
        else:
            kepala, *baris = _list_baris(satu)
            hasil.append(f"<table><caption>{escape(satu['tabel'])}</caption><thead><tr>")
            hasil += [f"<th>{escape(sel)}</th>" for sel in kepala]
            hasil.append("</tr></thead><tbody>")
            hasil += ["<tr>" + "".join(f"<td>{escape(sel)}</td>" for sel in b) + "</tr>" for b in baris]
            hasil.append("</tbody></table>")
    return "".join(hasil).encode()


def _to_docx(isi: list[Any]) -> bytes:
    naskah, wadah = docx.Document(), BytesIO()
    for satu in isi:
        if isinstance(satu, str):
            naskah.add_paragraph(satu)
        elif "judul" in satu:
            naskah.add_heading(satu["judul"], 2)
        else:
            naskah.add_paragraph(satu["tabel"], style="Caption")
            semua = _list_baris(satu)
            tabel = naskah.add_table(len(semua), len(semua[0]))
            for baris, sel in zip(tabel.rows, semua, strict=True):
                for kotak, teks in zip(baris.cells, sel, strict=True):
                    kotak.text = teks
    naskah.save(wadah)
    return wadah.getvalue()


def _to_xlsx(isi: list[Any]) -> bytes:
    wadah, n = BytesIO(), 0
    with xlsxwriter.Workbook(wadah, {"in_memory": True}) as buku:
        lembar = buku.add_worksheet("Laporan")
        for satu in isi:
            baris = (
                [[satu]] if isinstance(satu, str)
                else [[satu["judul"]]] if "judul" in satu
                else [[satu["tabel"]], [], *_list_baris(satu)]
            )  # fmt: skip
            for sel in baris:
                for k, teks in enumerate(sel):
                    lembar.write_string(n, k, teks)
                n += 1
            n += 1
    return wadah.getvalue()
