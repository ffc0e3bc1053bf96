"""SVG to PNG for Word, which shows SVG only in its newest versions: all drawings in one typst run."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

FON = Path(__file__).resolve().parent.parent / "fon"
PPI = 200
_SVG = re.compile(r'(<svg [^>]*?) width="([\d.]+)" height="([\d.]+)"')


class GagalRaster(RuntimeError):
    """typst could not turn the drawings into images; the message is its own."""


def svg_ke_png(daftar: Mapping[str, str]) -> dict[str, bytes]:
    """PNG of each SVG of `gambar_svg` by the same keys, at 200 dpi (full width is 1,260 pixels).

    One typst run in a fresh process with the fonts of this package only. Raises GagalRaster.
    """
    if not daftar:
        return {}
    with tempfile.TemporaryDirectory(prefix="kinerja-") as nama:
        folder = Path(nama)
        (folder / "daftar.typ").write_text(_tulis(folder, list(daftar.values())), encoding="utf-8")
        # Isolated: the folder of the script holds modules whose names must not hide others.
        perintah = [
            sys.executable,
            "-I",
            str(Path(__file__).with_name("pekerja.py")),
            nama,
            str(FON),
            str(PPI),
        ]
        proses = subprocess.run(perintah, capture_output=True, text=True, encoding="utf-8", check=False)
        if proses.returncode:
            raise GagalRaster(proses.stderr.strip())
        # typst pads page numbers to the width of the last one.
        halaman = sorted(folder.glob("*.png"), key=lambda berkas: int(berkas.stem))
        return dict(zip(daftar, (h.read_bytes() for h in halaman), strict=True))


def _tulis(folder: Path, semua: list[str]) -> str:
    """Write the SVG files and return the typst source with one page for each.

    typst draws an SVG on w x h pixels, w = ceil(width of the box) and h = ceil(w / aspect), and then takes
    the nearest pixel of that for each of the box: unless both are just below whole numbers, a row or a
    column is dropped and the letters on it look cut. So the size and the aspect are made to fit.
    """
    baris = ["#set page(width: auto, height: auto, margin: 0pt)"]
    for urutan, svg in enumerate(semua):
        cocok = _SVG.match(svg)
        if cocok is None:
            raise GagalRaster(f"gambar ke-{urutan + 1} bukan SVG dari gambar_svg")
        lebar, tinggi = (max(1, round(float(sisi) * PPI / 96)) for sisi in cocok.group(2, 3))
        kepala = f'{cocok[1]} width="{lebar}" height="{tinggi - 0.02}"'
        (folder / f"{urutan}.svg").write_text(kepala + svg[cocok.end() :], encoding="utf-8")
        kotak = f"width: {_titik(lebar)}, height: {_titik(tinggi - 0.02)}"
        baris.append(f'#page(image("{urutan}.svg", {kotak}, fit: "stretch"))')
    return "\n".join(baris)


def _titik(piksel: float) -> str:
    return f"{piksel * (1 - 1e-5) * 72 / PPI:.5f}pt"
