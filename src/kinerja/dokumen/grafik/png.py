"""SVG to PNG for Word, which shows SVG only in its newest versions: all drawings in one process."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kinerja.dokumen.anak import jalankan_anak

FON = Path(__file__).resolve().parent.parent / "fon"
PPI = 200
_SVG = re.compile(r'(<svg [^>]*?) width="([\d.]+)" height="([\d.]+)"')


class GagalRaster(RuntimeError):
    """typst could not turn the drawings into images; the message is its own."""


def svg_ke_png(daftar: Mapping[str, str]) -> dict[str, bytes]:
    """PNG of each SVG of `gambar_svg` by the same keys, at 200 dpi (full width is 1,260 pixels).

    A fresh process draws them with the fonts of this package only. Raises GagalRaster.
    """
    with rasterize(daftar) as tunggu:
        return tunggu()


@contextmanager
def rasterize(daftar: Mapping[str, str]) -> Iterator[Callable[[], dict[str, bytes]]]:
    """`svg_ke_png` beside this process: what is yielded waits for the result, once, and raises the same."""
    if not daftar:
        yield dict
        return
    with tempfile.TemporaryDirectory(prefix="kinerja-") as nama:
        folder = Path(nama)
        for urutan, svg in enumerate(daftar.values()):
            _tulis(folder, str(urutan), svg)
        # Isolated: the folder of the script holds modules whose names must not hide others.
        perintah = [
            sys.executable,
            "-I",
            str(Path(__file__).with_name("pekerja.py")),
            nama,
            str(FON),
            str(PPI),
        ]
        with jalankan_anak(perintah) as anak:

            def tunggu() -> dict[str, bytes]:
                hasil = anak(None)
                if hasil.kode:
                    raise GagalRaster(hasil.galat.strip())
                return {kunci: (folder / f"{n}.png").read_bytes() for n, kunci in enumerate(daftar)}

            yield tunggu


def compute_ukuran(svg: str) -> tuple[int, int]:
    """Width and height in pixels of the PNG of an SVG of `gambar_svg`. Raises GagalRaster."""
    _, lebar, tinggi = _belah(svg).groups()
    return _piksel(lebar), _piksel(tinggi)


def _belah(svg: str) -> re.Match[str]:
    cocok = _SVG.match(svg)
    if cocok is None:
        raise GagalRaster(f"bukan SVG dari gambar_svg: {svg[:40]}")
    return cocok


def _piksel(sisi: str) -> int:
    return max(1, round(float(sisi) * PPI / 96))


def _tulis(folder: Path, nama: str, svg: str) -> None:
    """Write an SVG file and the typst source with a page of its size.

    typst draws an SVG on w x h pixels, w = ceil(width of the box) and h = ceil(w / aspect), and then takes
    the nearest pixel of that for each of the box: unless both are just below whole numbers, a row or a
    column is dropped and the letters on it look cut. So the size and the aspect are made to fit.
    """
    cocok = _belah(svg)
    lebar, tinggi = compute_ukuran(svg)
    kepala = f'{cocok[1]} width="{lebar}" height="{tinggi - 0.02}"'
    (folder / f"{nama}.svg").write_text(kepala + svg[cocok.end() :], encoding="utf-8")
    kotak = f"width: {_titik(lebar)}, height: {_titik(tinggi - 0.02)}"
    sumber = (
        f'#set page(width: auto, height: auto, margin: 0pt)\n#image("{nama}.svg", {kotak}, fit: "stretch")'
    )
    (folder / f"{nama}.typ").write_text(sumber, encoding="utf-8")


def _titik(piksel: float) -> str:
    return f"{piksel * (1 - 1e-5) * 72 / PPI:.5f}pt"
