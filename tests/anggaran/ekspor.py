"""Files as the applications of ministries export them, made by a real spreadsheet writer."""

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

BULAN = ("Januari", "Februari", "Maret")


def make_xlsx(baris: Sequence[Sequence[Any]], gabungan: Sequence[str] = (), *, nama: str = "Sheet1") -> bytes:
    """One sheet with these cells; merged ranges keep the text of their first cell."""
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, {"in_memory": True}) as buku:
        lembar = buku.add_worksheet(nama)
        for nomor, satu in enumerate(baris):
            for kolom, isi in enumerate(satu):
                if isi is not None:
                    lembar.write(nomor, kolom, isi)
        for rentang in gabungan:
            awal = rentang.split(":")[0]
            kolom, nomor = ord(awal[0]) - ord("A"), int(awal[1:]) - 1
            lembar.merge_range(rentang, baris[nomor][kolom])
    return wadah.getvalue()


def make_omspan(angka: Sequence[int] = (100, 90, 200, 210)) -> bytes:
    """Plan and spending of two months beside each other under merged months, with titles, numbers and a total."""
    return make_xlsx(
        [
            ["LAPORAN RPD DAN REALISASI", None, None, None, None, None, None],
            [None] * 7,
            ["Kode Satker", "Nama Satker", "Akun", "Januari", None, "Februari", None],
            [None, None, None, "RPD", "Realisasi", "RPD", "Realisasi"],
            [1, 2, 3, 4, 5, 6, 7],
            ["100001", "Kanwil", "511111", *angka],
            ["100001", "Kanwil", "511119", 1, 1, 1, 1],
            ["100001", "Kanwil", "521211", 5_000, 4_000, 5_000, -300],
            [None, "JUMLAH", None, 5_101, 4_091, 5_201, -89],
        ],
        ["D3:E3", "F3:G3"],
    )


def make_csv(*baris: str) -> bytes:
    """Rows with semicolons, in Windows letters, as older applications write them."""
    return "\r\n".join(baris).encode("cp1252")
