"""Charts and trees as SVG, drawn once for PDF, Word and the web, and as PNG for Word."""

from __future__ import annotations

from kinerja.dokumen.grafik.batang import gambar_batang
from kinerja.dokumen.grafik.data import BaganTidakSejajar
from kinerja.dokumen.grafik.png import GagalRaster, svg_ke_png
from kinerja.dokumen.grafik.pohon import gambar_pohon
from kinerja.dokumen.model import Bagan, BaganPohon

__all__ = ["BaganTidakSejajar", "GagalRaster", "gambar_svg", "svg_ke_png"]


def gambar_svg(bagan: Bagan, *, judul: str, alt: str) -> str:
    """`bagan` as one <svg> element, 605 units (16 cm) wide, with `judul` as title and `alt` as description.

    At 16 cm no letter is smaller than 9 CSS pixels; the drawing grows higher instead. It has no ids, styles,
    scripts or references, so it may stand inline in a page any number of times.
    Raises BaganTidakSejajar when the tuples of a bar chart do not fit each other.
    """
    gambaran = gambar_pohon(bagan) if isinstance(bagan, BaganPohon) else gambar_batang(bagan)
    return gambaran.kanvas.rangkai(gambaran.lebar, gambaran.tinggi, judul=judul, alt=alt)
