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

BARIS_PILIHAN = 5_000
"""How far down the drop-downs reach."""

_PETUNJUK = (
    "Buku kerja resmi Kinerja. Satu lembar untuk satu jenis data; satu baris untuk satu fakta.",
    "Judul kolom bertanda * wajib diisi. Urutan kolom boleh diubah, judulnya jangan.",
    "Angka desimal memakai koma (97,4). Persen ditulis sebagai angka persen: 97,4 berarti 97,4%.",
    "Sel kosong berarti belum ada data; nol ditulis 0. Keduanya tidak pernah disamakan.",
    "Rasio diisi pembilang dan penyebutnya per satker; persennya dihitung program.",
    "Jangan menggabungkan sel. Baris kosong di antara data diabaikan.",
    "Periksa dahulu tanpa menyimpan: kinerja import BERKAS --dry-run. Lalu simpan: kinerja import BERKAS.",
    "Semua baris disimpan, atau tidak satu pun. Mengimpor berkas yang sama dua kali tidak mengubah apa-apa.",
)
_FORMAT_ANGKA = {
    Jenis.ANGKA: "General",
    Jenis.RUPIAH: "#,##0",
    Jenis.BULAT: "0",
    Jenis.TAHUN: "0",
    Jenis.TANGGAL: "dd/mm/yyyy",
}

# A fixed day, so that the same rows give the same file.
_DIBUAT = datetime.datetime(2023, 1, 1)  # noqa: DTZ001 the format knows no zones
_DIGIT_LEMBAR = 15

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
        dasar = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
        judul = {"bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "text_wrap": True, "border": 1}
        self.judul = buku.add_format(dasar | judul)
        self.besar = buku.add_format(dasar | {"bold": True, "font_size": 16, "font_color": "#1F3A5F"})
        self.teks = buku.add_format(dasar | {"text_wrap": True})
        self.angka = {
            jenis: buku.add_format(dasar | {"num_format": bentuk}) for jenis, bentuk in _FORMAT_ANGKA.items()
        }

    def tulis_petunjuk(self) -> None:
        lembar = self.buku.add_worksheet("Petunjuk")
        lembar.hide_gridlines(2)
        lembar.set_column(0, 0, 26, self.teks)
        lembar.set_column(1, 1, 95, self.teks)
        lembar.write(0, 0, "Petunjuk pengisian", self.besar)
        for nomor, kalimat in enumerate(_PETUNJUK, 1):
            lembar.write(nomor + 1, 0, nomor, self.angka[Jenis.BULAT])
            lembar.write(nomor + 1, 1, kalimat, self.teks)
        awal = len(_PETUNJUK) + 4
        lembar.write_row(awal - 1, 0, ("Lembar", "Isi"), self.judul)
        for nomor, satu in enumerate(BUKU):
            lembar.write_url(awal + nomor, 0, f"internal:'{satu.nama}'!A1", string=satu.nama)
            lembar.write(awal + nomor, 1, satu.uraian, self.teks)

    def tulis_lembar(self, lembar: Lembar, baris: Sequence[Mapping[str, Nilai]]) -> None:
        kertas = self.buku.add_worksheet(lembar.nama)
        kertas.freeze_panes(1, 1)
        kertas.set_row(0, 32)
        for indeks, kolom in enumerate(lembar.kolom):
            self._tulis_judul(kertas, indeks, kolom)
            if kolom.pilihan:
                _pasang_pilihan(kertas, indeks, kolom, max(BARIS_PILIHAN, len(baris)))
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


def _pasang_pilihan(kertas: Worksheet, indeks: int, kolom: Kolom, sampai: int) -> None:
    aturan = {
        "validate": "list",
        "source": list(kolom.pilihan),
        "error_title": "Pilihan tidak dikenal",
        "error_message": "Pilih salah satu dari daftar.",
    }
    kertas.data_validation(1, indeks, sampai, indeks, aturan)
