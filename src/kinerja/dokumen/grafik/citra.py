"""An uploaded picture as a drawing, so that PDF, Word and the web show it the same way as a chart."""

from __future__ import annotations

from kinerja.dokumen.grafik.gaya import LEBAR
from kinerja.dokumen.grafik.perabot import Gambaran
from kinerja.dokumen.grafik.svg import Kanvas, Kotak
from kinerja.dokumen.model import Citra


def gambar_citra(citra: Citra) -> Gambaran:
    """As wide as the text; a smaller picture keeps its own size at 96 dpi and stands in the middle."""
    lebar = min(LEBAR, float(citra.lebar))
    tinggi = lebar * citra.tinggi / citra.lebar
    kanvas = Kanvas()
    kanvas.citra(Kotak((LEBAR - lebar) / 2, 0, lebar, tinggi), f"data:{citra.jenis};base64,{citra.isi}")
    return Gambaran(kanvas, LEBAR, tinggi)
