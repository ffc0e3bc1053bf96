"""The same report through other engines: WeasyPrint on our HTML, LibreOffice on our DOCX, in one run."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.bagian import kinerja, main, wadah_data
from benchmarks.lkjip import SATKER, TAHUN, TYPST, siapkan_berkas
from benchmarks.tabel import KEPALA_WAKTU, Tabel, cpu, mib, waktu
from benchmarks.ukur import PYTHON, Ukuran, jalankan, ulangi

_WEASYPRINT = (
    "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/ua-1')"
)
_HALAMAN = "import sys, pypdfium2; print(len(pypdfium2.PdfDocument(sys.argv[1])))"


def ukur_pembanding(cepat: bool) -> list[Tabel]:
    """From finished content to PDF, engine by engine."""
    kali = 1 if cepat else 3
    with wadah_data() as (folder, lingkungan):
        siapkan_berkas(folder, lingkungan)
        baris = [
            _susun(
                "typst on ready JSON",
                ulangi(kali, [PYTHON, "-m", TYPST], masukan=folder / "tugas.json"),
                folder / "laporan.pdf",
            ),
            _susun(
                "kinerja lkjip, from the database",
                _ukur_kinerja(folder, lingkungan, kali),
                folder / "laporan.pdf",
            ),
            _susun("WeasyPrint on our HTML", _ukur_weasyprint(folder, kali), folder / "weasyprint.pdf"),
        ]
        if shutil.which("soffice"):
            ukuran = _ukur_libreoffice(folder, kali)
            baris.append(_susun("LibreOffice on our DOCX", ukuran, folder / "laporan-lo" / "laporan.pdf"))
    return [
        Tabel(
            "One report of 60 indicators to tagged PDF",
            ("engine", *KEPALA_WAKTU, "CPU s", "MiB", "pages", "PDF KB"),
            tuple(baris),
            "Whole processes, one after another. All but `kinerja lkjip` start from finished content. LibreOffice "
            "has a private profile that is warm after an unmeasured first start; memory of LibreOffice is that of "
            "its largest process.",
        )
    ]


def _ukur_kinerja(folder: Path, lingkungan: dict[str, str], kali: int) -> Ukuran:
    perintah = kinerja("lkjip", "--satker", SATKER, "--tahun", TAHUN, "--format", "pdf", "--out", folder)
    return ulangi(kali, perintah, **lingkungan)


def _ukur_weasyprint(folder: Path, kali: int) -> Ukuran:
    perintah = [PYTHON, "-c", _WEASYPRINT, folder / "laporan.html", folder / "weasyprint.pdf"]
    return ulangi(min(kali, 2), perintah)


def _ukur_libreoffice(folder: Path, kali: int) -> Ukuran:
    perintah: list[str | Path] = ["soffice", f"-env:UserInstallation=file://{folder}/profil", "--headless"]
    saring = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    jalankan([*perintah, "--terminate_after_init"])
    perintah += ["--convert-to", saring, "--outdir", folder / "laporan-lo", folder / "laporan.docx"]
    return ulangi(kali, perintah)


def _susun(nama: str, ukuran: Ukuran, pdf: Path) -> tuple[str, ...]:
    halaman = jalankan([PYTHON, "-c", _HALAMAN, pdf]).keluaran.decode().strip()
    besar = f"{pdf.stat().st_size / 1024:,.0f}"
    return (nama, *waktu(ukuran), cpu(ukuran), mib(ukuran.mib), halaman, besar)


if __name__ == "__main__":
    main(ukur_pembanding)
