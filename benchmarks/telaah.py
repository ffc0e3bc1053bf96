"""The whole telaah of a report, from the file to the findings, beside the bare text of the same file."""

from __future__ import annotations

from pathlib import Path

from benchmarks.bagian import main, wadah_data
from benchmarks.lkjip import siapkan_berkas
from benchmarks.tabel import KEPALA_WAKTU, Tabel, bar, cpu, mib, waktu
from benchmarks.telaah_baca import hitung_halaman
from benchmarks.ukur import PYTHON, Jalan, gabung, jalankan, python

_TEKS = (
    "import sys, pathlib, pypdfium2\n"
    "pdf = pypdfium2.PdfDocument(sys.argv[1])\n"
    "pathlib.Path(sys.argv[2]).write_text(chr(12).join(h.get_textpage().get_text_range() for h in pdf), newline='')"
)
_BATAS = {"txt": 3.0, "docx": 3.0, "pdf": 25.0}
_POLOS = {"pdf": "pdfium", "docx": "lxml-docx", "html": "lxml-html", "txt": "huruf"}


def ukur_telaah(cepat: bool) -> list[Tabel]:
    """Seconds and pages per second of `kinerja telaah`, by format."""
    kali = 1 if cepat else 3
    with wadah_data() as (folder, lingkungan):
        siapkan_berkas(folder, lingkungan)
        pdf, teks = folder / "laporan.pdf", folder / "laporan.txt"
        jalankan([PYTHON, "-c", _TEKS, pdf, teks])
        halaman = hitung_halaman(pdf)
        baris: list[tuple[str, ...]] = []
        for rupa in ("txt", "docx", "html", "pdf"):
            berkas = folder / f"laporan.{rupa}"
            nama = f"{rupa.upper()}, kinerja telaah"
            baris.append(
                _susun(nama, halaman, _ulangi(kali, "periksa", berkas, lingkungan), _BATAS.get(rupa))
            )
            polos = [python("naskah", _POLOS[rupa], berkas) for _ in range(kali)]
            baris.append(_susun(f"{rupa.upper()}, bare text", halaman, polos, None))
    return [
        Tabel(
            "The report of 60 indicators from file to findings",
            ("file, what", "pages", *KEPALA_WAKTU, "CPU s", "pages/s", "MiB", "facts", "checks", "bar s"),
            tuple(baris),
            "Whole processes; `kinerja telaah` reads in a second one with limits, whose memory is its own. "
            "The text file is pypdfium2's text of the PDF. Formats without pages count those of the PDF.",
        )
    ]


def _ulangi(kali: int, modul: str, berkas: Path, lingkungan: dict[str, str]) -> list[Jalan]:
    return [python(modul, berkas, **lingkungan) for _ in range(kali)]


def _susun(nama: str, halaman: int, semua: list[Jalan], batas: float | None) -> tuple[str, ...]:
    ukuran, isi = gabung(semua), semua[0].baca_json()
    return (
        nama,
        str(halaman),
        *waktu(ukuran),
        cpu(ukuran),
        f"{halaman / ukuran.median:,.0f}",
        mib(ukuran.mib),
        f"{isi['fakta']:,}" if "fakta" in isi else "–",
        f"{isi['pemeriksaan']:,}" if "pemeriksaan" in isi else "–",
        bar(ukuran.median, batas) if batas is not None else "–",
    )


if __name__ == "__main__":
    main(ukur_telaah)
