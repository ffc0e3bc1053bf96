"""Write the official workbook: one sheet per kind, header row, notes, drop-downs, empty or filled."""

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kinerja.dasar.cetak import cetak_angka
from kinerja.pertukaran.lembar import BUKU, Jenis, Kolom, Lembar
from kinerja.pertukaran.petunjuk import (
    BAGIAN_INDIKATOR,
    BAGIAN_LAPORAN,
    BAGIAN_TABEL,
    CARA_MENGISI,
    ISTILAH,
)

BARIS_PILIHAN = 5_000
"""How far down the drop-downs reach."""

_FORMAT_ANGKA = {
    Jenis.ANGKA: "General",
    Jenis.RUPIAH: "#,##0",
    Jenis.BULAT: "0",
    Jenis.TAHUN: "0",
    Jenis.BULAN: "0",
    Jenis.TANGGAL: "dd/mm/yyyy",
}

# A fixed day, so that the same rows give the same file.
_DIBUAT = datetime.datetime(2023, 1, 1)  # noqa: DTZ001 the format knows no zones
_DIGIT_LEMBAR = 15
_HURUF_PILIHAN = 255
"""So many letters fit into a drop-down; a longer list is read from the sheet Petunjuk."""
_PETUNJUK = "Petunjuk"

Nilai = str | int | Decimal | datetime.date | None
Isi = Mapping[str, Sequence[Mapping[str, Nilai]]]
"""Sheet name -> rows of column key -> typed value."""


def write_templat(tujuan: Path, isi: Isi | None = None) -> None:
    """Write the workbook to `tujuan`, with the rows of `isi` when given. Overwrites an existing file.

    Raises OSError.
    """
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    tujuan.write_bytes(render_templat(isi))


def render_templat(isi: Isi | None = None) -> bytes:
    """The bytes of the workbook; the same rows give the same bytes."""
    hasil = BytesIO()
    # Text that begins with "=" stays text: a workbook from strangers' words must not start formulas.
    aturan = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(hasil, aturan) as buku:
        buku.set_properties({"title": "Buku kerja Kinerja", "created": _DIBUAT})
        penulis = _Penulis(buku)
        penulis.tulis_petunjuk()
        for lembar in BUKU:
            penulis.tulis_lembar(lembar, (isi or {}).get(lembar.nama, ()))
    return hasil.getvalue()


class _Penulis:
    def __init__(self, buku: Workbook) -> None:
        self.buku = buku
        self.daftar: dict[tuple[str, ...], str] = {}
        dasar = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
        judul = {"bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "text_wrap": True, "border": 1}
        self.judul = buku.add_format(dasar | judul)
        self.besar = buku.add_format(dasar | {"bold": True, "font_size": 16, "font_color": "#1F3A5F"})
        self.teks = buku.add_format(dasar | {"text_wrap": True})
        self.angka = {
            jenis: buku.add_format(dasar | {"num_format": bentuk}) for jenis, bentuk in _FORMAT_ANGKA.items()
        }

    def tulis_petunjuk(self) -> None:
        lembar = self.buku.add_worksheet(_PETUNJUK)
        lembar.hide_gridlines(2)
        lembar.set_column(0, 0, 26, self.teks)
        lembar.set_column(1, 1, 110, self.teks)
        lembar.write(0, 0, "Petunjuk pengisian", self.besar)
        for nomor, kalimat in enumerate(CARA_MENGISI, 1):
            lembar.write(nomor + 1, 0, nomor, self.angka[Jenis.BULAT])
            lembar.write(nomor + 1, 1, kalimat, self.teks)
        akhir = self._tulis_daftar(lembar, len(CARA_MENGISI) + 3, "Lembar", {b.nama: b.uraian for b in BUKU})
        for baris, satu in enumerate(BUKU, akhir - len(BUKU)):
            lembar.write_url(baris, 0, f"internal:'{satu.nama}'!A1", string=satu.nama)
        for judul, arti in ISTILAH.items():
            akhir = self._tulis_daftar(lembar, akhir + 1, f"{judul} (lembar Indikator)", arti)
        bagian = {k: f"Indikator dikosongkan. {v}." for k, v in BAGIAN_LAPORAN.items()}
        bagian |= {k: f"Indikator diisi. {v}." for k, v in BAGIAN_INDIKATOR.items()}
        akhir = self._tulis_daftar(lembar, akhir + 1, "Bagian (lembar Narasi)", bagian)
        self._tulis_daftar(lembar, akhir + 1, "Bagian (lembar Tabel Pendukung)", BAGIAN_TABEL)

    def _tulis_daftar(self, lembar: Worksheet, awal: int, judul: str, arti: Mapping[str, str]) -> int:
        """Words and what they mean beneath a header in row `awal`; the row after the last one."""
        lembar.write_row(awal, 0, (judul, "Arti"), self.judul)
        for baris, (kata, satu) in enumerate(arti.items(), awal + 1):
            lembar.write_string(baris, 0, kata, self.teks)
            lembar.write_string(baris, 1, satu, self.teks)
        akhir = awal + 1 + len(arti)
        self.daftar[tuple(map(str, arti))] = f"={_PETUNJUK}!$A${awal + 2}:$A${akhir}"
        return akhir

    def tulis_lembar(self, lembar: Lembar, baris: Sequence[Mapping[str, Nilai]]) -> None:
        kertas = self.buku.add_worksheet(lembar.nama)
        kertas.freeze_panes(1, 1)
        kertas.set_row(0, 32)
        for indeks, kolom in enumerate(lembar.kolom):
            self._tulis_judul(kertas, indeks, kolom)
            if kolom.pilihan:
                self._pasang_pilihan(kertas, indeks, kolom, max(BARIS_PILIHAN, len(baris)))
        for nomor, satu in enumerate(baris, 1):
            self._tulis_baris(kertas, nomor, lembar, satu)
        kertas.autofilter(0, 0, max(len(baris), 1), len(lembar.kolom) - 1)
        kertas.set_landscape()
        kertas.set_paper(9)
        kertas.fit_to_pages(1, 0)
        kertas.repeat_rows(0)

    def _tulis_judul(self, kertas: Worksheet, indeks: int, kolom: Kolom) -> None:
        kertas.set_column(indeks, indeks, kolom.lebar, self._bentuk(kolom))
        kertas.write(0, indeks, kolom.judul + (" *" if kolom.wajib else ""), self.judul)
        uraian = f"{'Wajib' if kolom.wajib else 'Boleh kosong'}, {kolom.jenis}. {kolom.catatan}".strip()
        kertas.write_comment(0, indeks, uraian, {"x_scale": 1.6, "y_scale": 0.8, "author": "Kinerja"})

    def _tulis_baris(self, kertas: Worksheet, nomor: int, lembar: Lembar, isi: Mapping[str, Nilai]) -> None:
        for indeks, kolom in enumerate(lembar.kolom):
            nilai = isi.get(kolom.kunci)
            if nilai is None:
                continue
            if isinstance(nilai, datetime.date):
                kertas.write_datetime(nomor, indeks, nilai, self._bentuk(kolom))
            elif isinstance(nilai, str):
                kertas.write_string(nomor, indeks, nilai, self.teks)
            elif len(Decimal(nilai).normalize().as_tuple().digits) > _DIGIT_LEMBAR:
                # A spreadsheet would cut it; as text it comes back whole.
                kertas.write_string(nomor, indeks, cetak_angka(nilai).replace("−", "-"), self.teks)
            else:
                kertas.write_number(nomor, indeks, nilai, self._bentuk(kolom))

    def _bentuk(self, kolom: Kolom) -> Format:
        return self.angka.get(kolom.jenis, self.teks)

    def _pasang_pilihan(self, kertas: Worksheet, indeks: int, kolom: Kolom, sampai: int) -> None:
        panjang = len(",".join(kolom.pilihan)) > _HURUF_PILIHAN
        aturan = {
            "validate": "list",
            "source": self.daftar[kolom.pilihan] if panjang else list(kolom.pilihan),
            "error_title": "Pilihan tidak dikenal",
            "error_message": "Pilih salah satu dari daftar. Artinya ada di lembar Petunjuk.",
        }
        kertas.data_validation(1, indeks, sampai, indeks, aturan)
