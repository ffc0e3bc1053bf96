"""Small parts: the year of the sample computed, its charts drawn, the rates of the pure functions."""

from __future__ import annotations

from benchmarks.bagian import kinerja, main, wadah_data
from benchmarks.tabel import KEPALA_WAKTU, Tabel, waktu
from benchmarks.ukur import Ukuran, jalankan, python

_JUDUL = {
    "kinerja": "compute_kinerja of the sample, from SQLite",
    "gambar": "gambar_svg, charts of the sample's report",
    "capaian": "compute_capaian, pure rule",
    "baca": "baca_angka, 1.234.567,89",
    "cetak": "cetak_angka, two decimals",
}


def ukur_hitungan(cepat: bool) -> list[Tabel]:
    """Rates of the smaller parts."""
    with wadah_data() as (folder, lingkungan):
        jalankan(kinerja("migrate"), **lingkungan)
        jalankan(kinerja("contoh", "--out", folder / "contoh.xlsx"), **lingkungan)
        hasil = python("hitungan", "3" if cepat else "7", **lingkungan).baca_json()
    baris = []
    for nama, (banyak, detik) in hasil.items():
        ukuran = Ukuran(tuple(detik))
        baris.append((_JUDUL[nama], f"{banyak:,}", *waktu(ukuran), f"{banyak / ukuran.median:,.0f}"))
    return [Tabel("Parts, warm, in one process", ("what", "times", *KEPALA_WAKTU, "per s"), tuple(baris))]


if __name__ == "__main__":
    main(ukur_hitungan)
