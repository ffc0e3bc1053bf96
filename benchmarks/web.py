"""The pages of one office through Django's test client: the sample, and the same with a year of monthly facts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.bagian import kinerja, main, muat, wadah_data
from benchmarks.tabel import Tabel, bar
from benchmarks.ukur import Ukuran, jalankan, python

BATAS_MS = 100.0
FAKTA = 20_000
TAHUN = "2023"


def ukur_web(cepat: bool) -> list[Tabel]:
    """How long a page takes, without the network."""
    kali = 20 if cepat else 100
    with wadah_data() as (folder, lingkungan):
        kantor, buku = folder / "kantor.xlsx", folder / "bulanan.xlsx"
        python("buku", TAHUN, kantor, buku, str(FAKTA), **lingkungan)
        muat(kantor, lingkungan)
        contoh = python("halaman", str(kali), **lingkungan).baca_json()
        _isi_bulanan(buku, lingkungan)
        bulanan = python("halaman", str(kali), **lingkungan).baca_json()
    baris = _susun("sample", contoh) + _susun(f"{FAKTA:,} monthly facts", bulanan)
    return [
        Tabel(
            f"Pages of one office, milliseconds of {kali} requests ({kali // 3} where there is no bar)",
            ("data, page", "p50", "p95", "max", "CPU", "queries", "KB", "bar p95"),
            tuple(baris),
            "Inside the process, without server and network; nothing is cached between requests. The second "
            "office has satker that sent numerators and denominators every month of the year.",
        )
    ]


def _isi_bulanan(buku: Path, lingkungan: dict[str, str]) -> None:
    jalankan(kinerja("import", buku), **lingkungan)


def _susun(data: str, hasil: dict[str, Any]) -> list[tuple[str, ...]]:
    baris = []
    for judul, isi in hasil.items():
        ukuran = Ukuran(tuple(d * 1000 for d in isi["detik"]))
        p50, p95 = ukuran.persentil(50), ukuran.persentil(95)
        waktu = (f"{p50:.1f}", f"{p95:.1f}", f"{max(ukuran.detik):.1f}", f"{isi['cpu'] * 1000:.1f}")
        batas = bar(p95, BATAS_MS) if judul == "dashboard" else "–"
        baris.append((f"{data}: {judul}", *waktu, str(isi["kueri"]), f"{isi['besar'] / 1024:,.0f}", batas))
    return baris


if __name__ == "__main__":
    main(ukur_web)
