"""Every style of the report: what a heading, a caption or a call-out looks like in Word."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.dokumen.docx.gaya import (
    Garis,
    Gaya,
    gaya_alinea,
    gaya_bawaan,
    gaya_dasar,
    gaya_larik,
    gaya_tabel,
)
from kinerja.dokumen.docx.rupa import ABU, CATATAN, GARIS, LEBAR_TEGAK, PUTIH, TINTA
from kinerja.dokumen.docx.xml import Elemen

UKURAN_TABEL = {"": 18, "Rapat": 16, "Padat": 14}
"""Suffix of the table styles -> letter size in half-points."""


def pasang_gaya(akar: Elemen) -> None:
    """Replace all styles of a `w:styles` element by those of the report."""
    akar[:] = [gaya_bawaan(), *gaya_dasar(), *map(gaya_alinea, _semua()), *gaya_larik(), gaya_tabel()]


def _semua() -> Iterator[Gaya]:
    yield Gaya("BodyText", "Body Text", ukuran=21, rata="both", sesudah=120, baris=276)
    yield from _judul()
    yield from _daftar_isi()
    yield from _sampul()
    yield from _daftar()
    yield Gaya("Pengesahan", "Pengesahan", ukuran=21, rata="left", kiri=LEBAR_TEGAK // 2, sambung=True)
    yield Gaya("PengesahanNama", "Pengesahan Nama", "Pengesahan", sebelum=1100, sambung=False)
    yield Gaya("PengesahanJajar", "Pengesahan Jajar", ukuran=21, rata="left", sambung=True)
    yield Gaya("PengesahanJajarNama", "Pengesahan Jajar Nama", "PengesahanJajar", sebelum=1100, sambung=False)
    yield Gaya(
        "Pasangan", "Pasangan", ukuran=21, rata="left", sesudah=50, kiri=2154, gantung=2154,
        tab=(("left", 1928, "none"), ("left", 2154, "none")),
    )  # fmt: skip
    yield from _keterangan()
    yield from _catatan()
    yield from _teks_tabel()
    yield from _tepi()


def _judul() -> Iterator[Gaya]:
    yield Gaya(
        "Heading1", "heading 1", lanjut="BodyText", ukuran=42, tebal=True, kapital=True, warna=TINTA,
        sesudah=360, baris=250, sambung=True, tingkat=0, garis=(Garis("bottom", 13, TINTA),), rata="left",
    )  # fmt: skip
    yield Gaya(
        "JudulSurat", "Judul Surat", "Heading1", "BodyText", ukuran=32, rata="center", sesudah=300,
        garis=(Garis("bottom", 0, TINTA, "nil"),),
    )  # fmt: skip
    for tingkat, (ukuran, sebelum) in enumerate(((30, 400), (25, 320), (23, 280), (22, 240)), 2):
        yield Gaya(
            f"Heading{tingkat}", f"heading {tingkat}", lanjut="BodyText", ukuran=ukuran, tebal=True,
            miring=tingkat == 5, warna=TINTA, rata="left", sebelum=sebelum, sesudah=110, kiri=454, gantung=454,
            sambung=True, tingkat=tingkat - 1,
        )  # fmt: skip
    for tingkat in range(1, 6):
        nama = f"Judul Luar Daftar {tingkat}"
        yield Gaya(nama.replace(" ", ""), nama, f"Heading{tingkat}", "BodyText")


def _daftar_isi() -> Iterator[Gaya]:
    yield Gaya(
        "TOCHeading", "TOC Heading", lanjut="BodyText", ukuran=42, tebal=True, kapital=True, warna=TINTA,
        sesudah=280, baris=250, sambung=True, garis=(Garis("bottom", 13, TINTA),),
    )  # fmt: skip
    for tingkat, (kiri, gantung) in enumerate(((0, 0), (340, 340), (737, 397), (1134, 397), (1531, 397)), 1):
        bab = tingkat == 1
        yield Gaya(
            f"TOC{tingkat}", f"toc {tingkat}", ukuran=20, tebal=bab or None, sebelum=140 if bab else 0,
            sesudah=40, kiri=kiri, gantung=gantung,
            tab=(*([] if bab else [("left", kiri, "none")]), ("right", LEBAR_TEGAK, "dot")),
        )  # fmt: skip
    yield Gaya(
        "TableofFigures", "table of figures", ukuran=20, sesudah=50, kiri=1304, gantung=1304,
        tab=(("left", 1304, "none"), ("right", LEBAR_TEGAK, "dot")),
    )  # fmt: skip


def _sampul() -> Iterator[Gaya]:
    """White on the dark picture of the cover, then dark below it; `sampul` settles the distances."""
    yield Gaya(
        "SampulInstansi", "Sampul Instansi", ukuran=26, kapital=True, warna=PUTIH, baris=340, tepat=True
    )
    yield Gaya("Title", "Title", ukuran=68, tebal=True, warna=PUTIH, baris=800, tepat=True, rata="left")
    yield Gaya("Subtitle", "Subtitle", ukuran=32, warna=PUTIH, baris=500, tepat=True)
    yield Gaya("SampulTahun", "Sampul Tahun", ukuran=128, tebal=True, warna=TINTA, baris=1500, tepat=True)
    yield Gaya("SampulTempat", "Sampul Tempat", ukuran=22, warna=ABU, baris=320, tepat=True)


def _daftar() -> Iterator[Gaya]:
    for nomor, nama in ((1, "List Bullet"), (2, "List Number")):
        yield Gaya(nama.replace(" ", ""), nama, "BodyText", kiri=454, gantung=454, sesudah=70, nomor=nomor)


def _keterangan() -> Iterator[Gaya]:
    yield Gaya(
        "Caption",
        "caption",
        lanjut="BodyText",
        ukuran=20,
        tebal=True,
        rata="left",
        sebelum=240,
        sesudah=100,
        sambung=True,
    )
    yield Gaya(
        "JudulGambar", "Judul Gambar", "Caption", rata="center", sebelum=80, sesudah=280, sambung=False
    )
    yield Gaya("Gambar", "Gambar", rata="center", sebelum=200, sesudah=40, sambung=True)
    yield Gaya("KeteranganTabel", "Keterangan Tabel", ukuran=17, warna=ABU, sebelum=60, sesudah=240)
    yield Gaya("KeteranganGambar", "Keterangan Gambar", "KeteranganTabel", sesudah=60, sambung=True)
    yield Gaya("Jarak", "Jarak", ukuran=8, baris=140, tepat=True)


def _catatan() -> Iterator[Gaya]:
    for jenis, (warna, latar) in CATATAN.items():
        nama = f"Catatan {jenis.capitalize()}"
        tepi = (
            tuple(Garis(sisi, 8, warna, "dashed") for sisi in ("top", "left", "bottom", "right"))
            if jenis == "kosong"
            else (Garis("left", 36, warna),)
        )
        yield Gaya(
            nama.replace(" ", ""), nama, lanjut="BodyText", ukuran=20, sebelum=200, sesudah=200, kiri=170, kanan=130,
            latar=latar, garis=tepi,
        )  # fmt: skip


def _teks_tabel() -> Iterator[Gaya]:
    for akhiran, ukuran in UKURAN_TABEL.items():
        nama = f" {akhiran}".rstrip()
        dasar = f"TabelTeks{akhiran}"
        yield Gaya(dasar, f"Tabel Teks{nama}", ukuran=ukuran, rata="left", baris=245)
        yield Gaya(f"TabelTengah{akhiran}", f"Tabel Tengah{nama}", dasar, rata="center")
        yield Gaya(f"TabelAngka{akhiran}", f"Tabel Angka{nama}", dasar, rata="right")
        yield Gaya(
            f"TabelKepala{akhiran}", f"Tabel Kepala{nama}", dasar, rata="center", tebal=True, sambung=True
        )
        yield Gaya(f"TabelKelompok{akhiran}", f"Tabel Kelompok{nama}", dasar, tebal=True, sambung=True)


def _tepi() -> Iterator[Gaya]:
    yield Gaya("Header", "header", ukuran=17, warna=ABU)
    yield Gaya("JudulBerjalan", "Judul Berjalan", "Header", sesudah=160, garis=(Garis("bottom", 4, GARIS),))
    yield Gaya("Footer", "footer", ukuran=17, warna=ABU, sebelum=60, garis=(Garis("top", 4, GARIS),))
