"""The pohon kinerja of 2,000 nodes in a real browser: when it stands, and whether it moves without stutter."""

from __future__ import annotations

import shutil
import statistics
from typing import Any

from benchmarks.bagian import kinerja, main, wadah_data
from benchmarks.kisi import layani
from benchmarks.tabel import Tabel, bar
from benchmarks.ukur import Ukuran, jalankan, python

SIMPUL = 2000
BATAS_LUKIS, BATAS_JEDA = 1000.0, 34.0
"""Milliseconds to the first paint; between two frames of a drag (two frames of a 60 Hz screen)."""


def ukur_pohon(cepat: bool) -> list[Tabel]:
    """First paint, and the frames of a drag, from a recorded trace."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chromium-browser"))), None)
    if chromium is None:
        return [Tabel("No Chromium on this machine", ("what",), (("not measured",),))]
    with wadah_data() as (folder, lingkungan):
        jalankan(kinerja("migrate"), **lingkungan)
        kantor = python("pohon", str(SIMPUL), **lingkungan).baca_json()
        with layani(lingkungan) as port:
            alamat = f"http://127.0.0.1:{port}{kantor['alamat']}"
            jejak = folder / "jejak.json"
            kali = "3" if cepat else "10"
            hasil = python("peramban_pohon", alamat, *kantor["sesi"], chromium, jejak, kali).baca_json()
    return [_susun_buka(hasil["buka"], kantor["simpul"]), _susun_seret(hasil, kantor["simpul"])]


def _susun_buka(dibuka: list[list[float]], simpul: int) -> Tabel:
    baris = []
    semua = zip(("first contentful paint", "picture stands"), zip(*dibuka, strict=True), strict=True)
    for judul, detik in semua:
        u = Ukuran(tuple(detik))
        waktu = tuple(f"{n:.0f}" for n in (min(u.detik), u.median, u.persentil(95), max(u.detik)))
        baris.append((judul, *waktu, bar(u.median, BATAS_LUKIS)))
    return Tabel(
        f"Opening a pohon kinerja of {simpul:,} nodes, milliseconds of {len(dibuka)} openings",
        ("what", "min", "p50", "p95", "max", "bar p50"),
        tuple(baris),
        "From the request to the real server (`kinerja serve`) on a loopback port, in Chromium without a cache; the "
        "list of all nodes is in the page, the picture begins folded.",
    )


def _susun_seret(hasil: dict[str, Any], simpul: int) -> Tabel:
    baris = []
    for judul, kunci in (("all open, full size", "buka semua"), ("all of it in view", "seluruhnya")):
        isi = hasil[kunci]
        u = Ukuran(tuple(isi["jeda"]))
        rata = statistics.mean(u.detik)
        angka = (str(len(u.detik)), f"{1000 / rata:.0f}", f"{u.persentil(95):.0f}", f"{max(u.detik):.0f}")
        jejak = (str(int(isi["gambar"])), str(int(isi["gugur"])), f"{isi['tugas']:.0f}")
        baris.append((judul, *angka, *jejak, bar(u.persentil(95), BATAS_JEDA)))
    return Tabel(
        f"Dragging it, all {simpul:,} nodes open",
        (
            "view", "frames", "frames/s", "between frames p95 ms", "max ms", "drawn (trace)", "dropped (trace)",
            "longest task ms", "bar p95",
        ),
        tuple(baris),
        "The mouse drags the picture to and fro for three seconds; frames are those the page was given "
        "(requestAnimationFrame), the rest is read from the trace Chromium recorded meanwhile. Without a graphics "
        "card every pixel is painted by the same two cores.",
    )  # fmt: skip


if __name__ == "__main__":
    main(ukur_pohon)
