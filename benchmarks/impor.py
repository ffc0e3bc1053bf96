"""`kinerja import` at 10,000 and 100,000 Realisasi rows against two readers that only read."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.bagian import kinerja, main, muat, wadah_data
from benchmarks.tabel import KEPALA_WAKTU, Tabel, bar, cpu, mib, waktu
from benchmarks.ukur import PYTHON, Ukuran, gabung, jalankan, python, ulangi

BATAS = 5.0
BARIS_BATAS = 100_000
TAHUN = "2024"
"""A year of the sample's Renstra in which it holds nothing."""


def ukur_impor(cepat: bool) -> list[Tabel]:
    """Import by number of rows, and what reading alone costs."""
    kali, banyak = (1, (10_000,)) if cepat else (2, (10_000, BARIS_BATAS))
    with wadah_data() as (folder, lingkungan):
        buku = {n: folder / f"realisasi-{n}.xlsx" for n in banyak}
        kantor = folder / "kantor.xlsx"
        python("buku", TAHUN, kantor, *(str(b) for n in banyak for b in (buku[n], n)), **lingkungan)
        muat(kantor, lingkungan)
        shutil.copytree(folder / "data", folder / "awal")
        baris = [b for n in banyak for b in _ukur_buku(buku[n], n, kali, folder, lingkungan)]
    return [
        Tabel(
            "Reading, checking and storing a workbook of Realisasi",
            ("rows, what", *KEPALA_WAKTU, "CPU s", "rows/s", "MiB", "bar s"),
            tuple(baris),
            "Whole processes. `import` checks every cell and every reference and stores all rows in one "
            "transaction; `again` finds all rows already there. The readers turn every cell into a value and "
            "drop it.",
        )
    ]


def _ukur_buku(
    buku: Path, banyak: int, kali: int, folder: Path, lingkungan: dict[str, str]
) -> list[tuple[str, ...]]:
    baru, ulang = [], []
    for _ in range(kali):
        _kembalikan(folder)
        baru.append(jalankan(kinerja("import", buku), **lingkungan))
        ulang.append(jalankan(kinerja("import", buku), **lingkungan))
    hasil = {"import": gabung(baru), "import again": gabung(ulang)}
    for pembaca in ("openpyxl", "calamine"):
        perintah = [PYTHON, "-m", "benchmarks.anak.baca", pembaca, buku]
        hasil[f"{pembaca}, read only"] = ulangi(kali, perintah, **lingkungan)
    return [_susun(nama, ukuran, banyak) for nama, ukuran in hasil.items()]


def _kembalikan(folder: Path) -> None:
    """The office without any monthly fact, as before the first import."""
    shutil.rmtree(folder / "data")
    shutil.copytree(folder / "awal", folder / "data")


def _susun(nama: str, ukuran: Ukuran, banyak: int) -> tuple[str, ...]:
    batas = bar(ukuran.median, BATAS) if (banyak, nama) == (BARIS_BATAS, "import") else "–"
    laju = f"{banyak / ukuran.median:,.0f}"
    return (f"{banyak:,}, {nama}", *waktu(ukuran), cpu(ukuran), laju, mib(ukuran.mib), batas)


if __name__ == "__main__":
    main(ukur_impor)
