"""Reading foreign documents: the sample's report in every format, beside the bare text of the same file."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.bagian import main, wadah_data
from benchmarks.lkjip import siapkan_berkas
from benchmarks.tabel import KEPALA_WAKTU, Tabel, bar, cpu, mib, waktu
from benchmarks.ukur import PYTHON, Jalan, gabung, jalankan, python

_WEASYPRINT = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"
_HALAMAN = "import sys, pypdfium2; print(len(pypdfium2.PdfDocument(sys.argv[1])))"
_BATAS = {"pdf": 25.0, "docx": 3.0}
_POLOS = {"pdf": "pdfium", "docx": "lxml-docx", "html": "lxml-html", "xlsx": "calamine"}


def ukur_telaah_baca(cepat: bool) -> list[Tabel]:
    """Seconds, pages per second and what came back, by format."""
    kali = 1 if cepat else 3
    with wadah_data() as (folder, lingkungan):
        siapkan_berkas(folder, lingkungan)
        berkas = {
            "PDF, ours (tagged)": folder / "laporan.pdf",
            "DOCX, ours": folder / "laporan.docx",
            "HTML, ours": folder / "laporan.html",
            "XLSX, the office's workbook": folder / "contoh.xlsx",
        }
        if not cepat:
            berkas |= _buat_lain(folder)
        acuan = hitung_halaman(folder / "laporan.pdf")
        baris = [b for nama, satu in berkas.items() for b in _ukur(nama, satu, kali, acuan)]
    return [
        Tabel(
            "One report of 60 indicators read into the shape of telaah",
            ("file, what", "pages", *KEPALA_WAKTU, "CPU s", "pages/s", "MiB", "tables", "cells", "bar s"),
            tuple(baris),
            "Whole processes. `bare text` is pypdfium2's text, lxml's text of document.xml or of the page, calamine's "
            "values: no places, tables, headings. `guarded` is the reader in its own process with limits, as telaah "
            "uses it. Cells are those of data rows. DOCX and HTML have no pages of their own: those of our PDF count.",
        )
    ]


def _buat_lain(folder: Path) -> dict[str, Path]:
    """The same report, untagged, by two other engines."""
    jalankan([PYTHON, "-c", _WEASYPRINT, folder / "laporan.html", folder / "weasyprint.pdf"])
    hasil = {"PDF, WeasyPrint (untagged)": folder / "weasyprint.pdf"}
    if shutil.which("soffice"):
        perintah = [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profil",
            "--headless",
            "--convert-to",
            "pdf",
        ]
        jalankan([*perintah, "--outdir", folder / "lo", folder / "laporan.docx"])
        hasil["PDF, LibreOffice (untagged)"] = folder / "lo" / "laporan.pdf"
    return hasil


def hitung_halaman(pdf: Path) -> int:
    """How many pages a PDF has."""
    return int(jalankan([PYTHON, "-c", _HALAMAN, pdf]).keluaran)


def _ukur(nama: str, berkas: Path, kali: int, acuan: int) -> list[tuple[str, ...]]:
    jenis = berkas.suffix[1:]
    halaman = hitung_halaman(berkas) if jenis == "pdf" else acuan if jenis != "xlsx" else 0
    cara = {"reader": "baca", "guarded": "terpisah", "bare text": _POLOS[jenis]}
    return [
        _susun(
            f"{nama}, {sebutan}",
            halaman,
            [python("naskah", c, berkas) for _ in range(kali)],
            _BATAS.get(jenis),
        )
        for sebutan, c in cara.items()
    ]


def _susun(nama: str, halaman: int, semua: list[Jalan], batas: float | None) -> tuple[str, ...]:
    ukuran, isi = gabung(semua), semua[0].baca_json()
    berbatas = batas is not None and nama.endswith("reader")
    return (
        nama,
        str(halaman) if halaman else "–",
        *waktu(ukuran),
        cpu(ukuran),
        f"{halaman / ukuran.median:,.0f}" if halaman else "–",
        mib(ukuran.mib),
        f"{isi['tabel']:,}" if "tabel" in isi else "–",
        f"{isi['sel']:,}" if "sel" in isi else "–",
        bar(ukuran.median, batas) if berbatas and batas is not None else "–",
    )


if __name__ == "__main__":
    main(ukur_telaah_baca)
