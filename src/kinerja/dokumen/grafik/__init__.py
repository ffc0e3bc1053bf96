"""Charts and trees as SVG, drawn once for PDF, Word and the web, and as PNG for Word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager

from kinerja.dokumen.grafik.batang import gambar_batang
from kinerja.dokumen.grafik.citra import gambar_citra
from kinerja.dokumen.grafik.data import BaganTidakSejajar
from kinerja.dokumen.grafik.png import GagalRaster, compute_ukuran, rasterize, svg_ke_png
from kinerja.dokumen.grafik.pohon import gambar_pohon
from kinerja.dokumen.grafik.sampul import KUNCI_SAMPUL, gambar_sampul
from kinerja.dokumen.model import Bagan, BaganPohon, Citra, Dokumen, Gambar

__all__ = [
    "BaganTidakSejajar",
    "GagalRaster",
    "compute_ukuran",
    "gambar_svg",
    "gambari",
    "paint",
    "svg_ke_png",
]


def gambari(dokumen: Dokumen) -> dict[str, str]:
    """Every figure of `dokumen` as SVG, by id."""
    return {
        blok.id: gambar_svg(blok.bagan, judul=blok.judul, alt=blok.alt)
        for blok in dokumen.blok()
        if isinstance(blok, Gambar)
    }


def paint(svg: Mapping[str, str]) -> AbstractContextManager[Callable[[], dict[str, bytes]]]:
    """Have the drawings of `gambari` and the cover painted as PNG beside this process.

    What it gives waits for them; raises GagalRaster then.
    """
    return rasterize({KUNCI_SAMPUL: gambar_sampul(), **svg})


def gambar_svg(bagan: Bagan, *, judul: str, alt: str) -> str:
    """`bagan` as one <svg> element, 605 units (16 cm) wide, with `judul` as title and `alt` as description.

    At 16 cm no letter is smaller than 9 CSS pixels; the drawing grows higher instead. It has no ids, styles,
    scripts or references to elsewhere, so it may stand inline in a page any number of times.
    Raises BaganTidakSejajar when the tuples of a bar chart do not fit each other.
    """
    if isinstance(bagan, Citra):
        gambaran = gambar_citra(bagan)
    else:
        gambaran = gambar_pohon(bagan) if isinstance(bagan, BaganPohon) else gambar_batang(bagan)
    return gambaran.kanvas.rangkai(gambaran.lebar, gambaran.tinggi, judul=judul, alt=alt)
