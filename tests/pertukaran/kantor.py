"""A small office as the sheets of a workbook: one row or two of each kind, all valid."""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter
from django.apps import apps

from kinerja.pertukaran.lembar import BUKU
from kinerja.pertukaran.operations import HasilImpor, import_buku

PADA = datetime.datetime(2024, 1, 5, tzinfo=datetime.UTC)
RENSTRA = "Renstra 2020–2024"
AWAL = datetime.date(2020, 1, 1)

Kantor = dict[str, list[list[Any]]]
"""Sheet name -> rows of cells, the header first."""


@dataclass(frozen=True, slots=True)
class Rumus:
    """A formula with the value the spreadsheet program stored last."""

    rumus: str
    nilai: Any


_MANUAL = (None, None, None, "bagian-umum")
_ISI: dict[str, list[list[Any]]] = {
    "Unit Eselon I": [["SETJEN", "Sekretariat Jenderal"], ["PAS", "Ditjen Pemasyarakatan"]],
    "Satker": [
        ["kanwil-a", "100001", "kanwil", "Kantor Wilayah A", "Kanwil A", None, None, None, AWAL, None],
        ["lapas-a", "100002", "lapas", "Lapas A", "Lapas A", "I", "kanwil-a", "PAS", AWAL, None],
        ["lapas-b", None, "lapas", "Lapas B", "Lapas B", None, "kanwil-a", "PAS", AWAL, None],
    ],
    "Unit Kerja": [
        ["kanwil-a", "bagian-umum", "Bagian Umum", "bagian", None, None, None],
        ["kanwil-a", "subbagian-tu", "Subbagian TU", "subbagian", "bagian-umum", "Tugas", "Fungsi"],
    ],
    "Pegawai": [["kanwil-a", 2023, "jenis_kelamin", "Laki-laki", 12]],
    "Jabatan": [
        ["Kepala Kanwil A", "Dirjen PAS", AWAL, None],
        ["Kepala Kanwil A", "Sekretaris Jenderal", AWAL, None],
        ["Kepala Divisi A", "Kepala Kanwil A", AWAL, datetime.date(2022, 12, 31)],
    ],
    "Pemangku Jabatan": [
        ["Dirjen PAS", None, "Plt.", AWAL, datetime.date(2020, 6, 30)],
        ["Dirjen PAS", "Nama Pejabat", None, datetime.date(2020, 7, 1), None],
    ],
    "Renstra": [[RENSTRA, 2020, 2024, "Permen 1/2020", "Visi"]],
    "Misi": [[RENSTRA, 1, "Misi satu"], [RENSTRA, 2, "Misi dua"]],
    "Tujuan": [[RENSTRA, 1, "Tujuan satu", 2], [RENSTRA, 2, "Tujuan dua", None]],
    "Sasaran": [
        [RENSTRA, "SP-1", "program", "PAS", "Sasaran program", "Program A", None, 1],
        [RENSTRA, "SK-1", "kegiatan", "PAS", "Sasaran kegiatan", None, "SP-1"],
    ],
    "Kaitan Lintas": [["SK-1", "SP-1", 2020, 2024, "Menyiapkan datanya"]],
    "Indikator": [
        ["I-1", "SK-1", "Persentase", "%", "naik", "rasio", "jumlah", "sigma", *_MANUAL],
        ["I-2", "SK-1", "Indeks", "indeks", "naik", "nilai", "rata_rata", "rata_rata"],
        ["I-3", "SK-1", "Lama layanan", "hari", "rentang", "nilai", "rata_rata", "rata_rata"],
        ["I-4", "SK-1", "Persentase lain", "%", "naik", "nilai", "terakhir", "rata_rata"],
    ],
    "Lembar IKU": [["I-1", "bulanan", "Diperiksa kepala bagian", "Data terlambat"], ["I-2"]],
    "Penanggung Jawab": [
        ["I-1", "kanwil-a", "Kepala Bagian Umum", "bagian-umum", AWAL, datetime.date(2021, 12, 31)],
        ["I-1", "kanwil-a", "Kepala Divisi A", None, datetime.date(2022, 1, 1), None],
    ],
    "Komponen": [[f"I-{n}", "utama", None, None] for n in (1, 2, 3, 4)],
    "Target": [
        ["I-1", "kanwil-a", 2023, "pk", 90, None, None, None, None],
        ["I-2", "kanwil-a", 2023, "pk", 3.5, None, None, "nasional", "PK 2023"],
        ["I-3", "kanwil-a", 2023, "pk", None, 1, 5, None, None],
    ],
    "Rencana Aksi": [
        ["I-1", "kanwil-a", 2023, 1, "Menetapkan jadwal", "dokumen", "triwulan", "bagian-umum"],
        ["I-1", "kanwil-a", 2023, 2, "Menyelesaikan berkas", "berkas", "bulan", None],
    ],
    "Tahap Aksi": [
        ["I-1", "kanwil-a", 2023, 1, 3, 1, None, None],
        ["I-1", "kanwil-a", 2023, 2, 1, 10, 9.5, "Terlambat"],
        ["I-1", "kanwil-a", 2023, 2, 2, 12, 0, None],
    ],
    "Realisasi": [
        ["I-1", "utama", "lapas-a", 2023, 1, None, 8, 10, None],
        ["I-1", None, "lapas-b", 2023, 1, "terisi", 9, 9, None],
        ["I-2", "utama", "kanwil-a", 2023, None, None, None, None, 3.61],
        ["I-4", "utama", "kanwil-a", 2023, None, "tidak_ada_objek", None, None, None],
    ],
    "Anggaran Sasaran": [["SK-1", "kanwil-a", 2023, None, 1_000_000, 900_000]],
    "Anggaran Belanja": [["kanwil-a", 2023, "51", 1_000_000, 900_000, 95.5]],
    "Pagu Satker": [["lapas-a", 2023, 500_000]],
    "Skor Anggaran": [["lapas-a", 2023, "ikpa", "nilai", 97.07]],
    "Revisi DIPA": [
        ["lapas-a", 2023, 0, datetime.date(2022, 12, 1), None, "51", 500_000, None],
        ["lapas-a", 2023, 1, datetime.date(2023, 5, 2), "211", "51", 500_000, 1_000],
    ],
    "Anggaran Bulanan": [
        ["lapas-a", 2023, 1, "rpd", "WA.1", "51", 40_000],
        ["lapas-a", 2023, 1, "realisasi", "WA.1", "51", -500],
    ],
    "Rincian Output": [["lapas-a", 2023, "WA.1.EBA.994", "Layanan", "layanan", 1, 500_000]],
    "Capaian Output": [["lapas-a", 2023, "WA.1.EBA.994", 1, 0, 8.5, 8, datetime.date(2023, 2, 3), None]],
    "Kontrak": [["lapas-a", 2023, "K-1", "53", 60_000_000, datetime.date(2022, 12, 20), None, None]],
    "SPM": [
        [
            "lapas-a",
            2023,
            "00001",
            "ls_kontraktual",
            "52",
            9_000,
            datetime.date(2023, 3, 1),
            datetime.date(2023, 3, 9),
            None,
        ]
    ],
    "Uang Persediaan": [["lapas-a", 2023, "UP-1", "up", None, datetime.date(2023, 1, 9), 50_000]],
    "Instrumen Survei": [
        ["skm-a", 2023, "SKM", "skm", "100", None, None, None],
        ["ipk-a", 2023, "IPK", "ipk_internal", "4", None, None, "Surat"],
    ],
    "Unsur Survei": [
        ["ipk-a", 2023, "A", "Unsur A", None, None],
        ["ipk-a", 2023, "B", "Unsur B", None, None],
    ],
    "Hasil Survei": [
        ["skm-a", "lapas-a", 2023, 1, 100, 80, 97.32, "3AS"],
        ["ipk-a", "kanwil-a", 2023, None, None, 5, None, None],
    ],
    "Hasil Unsur": [["ipk-a", "kanwil-a", 2023, None, "A", 2.5], ["ipk-a", "kanwil-a", 2023, None, "B", 4]],
    "Perjanjian": [
        [
            "kanwil-a",
            2023,
            "PK-1",
            "PAS",
            "Kepala",
            "Dirjen",
            "Jakarta",
            datetime.date(2023, 1, 2),
            "SK-1; SP-1",
        ]
    ],
    "Anggaran Perjanjian": [["kanwil-a", 2023, "PK-1", "Program A", "Kegiatan A", 1_000_000]],
    "Narasi": [
        ["kanwil-a", 2023, "kata_pengantar", None, "Satu.\n\nDua."],
        ["kanwil-a", 2023, "penyebab", "I-1", "Sebab."],
    ],
    "Tabel Pendukung": [
        ["kanwil-a", 2023, "tabel-1", "Judul", None, "I-1", 1, "Nama", "teks", "A", None],
        ["kanwil-a", 2023, "tabel-1", "Judul", None, "I-1", 1, "Jumlah", "angka", "5", None],
        ["kanwil-a", 2023, "tabel-1", "Judul", None, "I-1", 2, "Nama", "teks", "B", None],
    ],
}
JUMLAH_BARIS = sum(map(len, _ISI.values())) - 2
"""Rows counted: three cells make one table."""


def make_kantor() -> Kantor:
    """A fresh copy of the office, headers as the program writes them."""
    kantor = {}
    for lembar in BUKU:
        judul = [k.judul for k in lembar.kolom]
        kantor[lembar.nama] = [judul, *([*b, *[None] * (len(judul) - len(b))] for b in _ISI[lembar.nama])]
    return kantor


def tulis(tujuan: Path, kantor: Kantor, gabungan: dict[str, str] | None = None) -> Path:
    """Write the sheets as they are, with merged ranges by sheet."""
    with xlsxwriter.Workbook(tujuan) as buku:
        tanggal = buku.add_format({"num_format": "dd/mm/yyyy"})
        for nama, baris in kantor.items():
            lembar = buku.add_worksheet(nama)
            for nomor, sel in enumerate(baris):
                for kolom, isi in enumerate(sel):
                    if isinstance(isi, Rumus):
                        lembar.write_formula(nomor, kolom, isi.rumus, None, isi.nilai)
                    elif isinstance(isi, datetime.date):
                        lembar.write_datetime(nomor, kolom, isi, tanggal)
                    elif isinstance(isi, str):
                        lembar.write_string(nomor, kolom, isi)
                    elif isi is not None:
                        lembar.write(nomor, kolom, isi)
            if rentang := (gabungan or {}).get(nama):
                lembar.merge_range(rentang, "gabung")
    return tujuan


def impor(berkas: Path, **lain: Any) -> HasilImpor:
    return import_buku(berkas=berkas, pada=PADA, **lain)


def potret() -> dict[str, list[dict[str, Any]]]:
    """Every stored row of every table of the program."""
    model = [m for m in apps.get_models() if m.__module__.startswith("kinerja.")]
    return {m.__name__: list(m.objects.order_by("pk").values()) for m in model}
