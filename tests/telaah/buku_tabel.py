"""The tables of a report as a workbook, the way offices hand them round: a sheet per chapter, captions above."""

from io import BytesIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from kinerja.dokumen.model import Dokumen, Tabel
from kinerja.dokumen.penomoran import nomori


def write_buku_tabel(dokumen: Dokumen) -> bytes:
    """An XLSX of every table, one below the other; cells are the printed texts."""
    label = nomori(dokumen).label
    wadah = BytesIO()
    with xlsxwriter.Workbook(wadah, {"in_memory": True}) as buku:
        for puncak in (*dokumen.depan, *dokumen.bab, *dokumen.lampiran):
            semua = [blok for bagian in puncak.telusuri() for blok in bagian.isi if isinstance(blok, Tabel)]
            lembar = buku.add_worksheet(puncak.judul[:31])
            atas = 0
            for tabel in semua:
                atas = _tulis_tabel(lembar, atas, f"{label[tabel.id]}. {tabel.judul}", tabel) + 2
    return wadah.getvalue()


def _tulis_tabel(lembar: Worksheet, atas: int, judul: str, tabel: Tabel) -> int:
    lembar.write_string(atas, 0, judul)
    for k, kolom in enumerate(tabel.kolom):
        lembar.write_string(atas + 2, k, kolom.judul)
    n = atas + 3
    for n, baris in enumerate(tabel.baris, atas + 3):
        if baris.jenis == "kelompok":
            lembar.merge_range(n, 0, n, len(tabel.kolom) - 1, baris.sel[0])
            continue
        for k, sel in enumerate(baris.sel):
            lembar.write_string(n, k, sel)
    return n
