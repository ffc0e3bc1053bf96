"""Bar charts, upright or lying."""

from __future__ import annotations

from kinerja.dokumen.grafik.data import TIDAK_ADA_DATA, siapkan
from kinerja.dokumen.grafik.gaya import LEBAR, TINTA_REDUP
from kinerja.dokumen.grafik.mendatar import gambar_mendatar
from kinerja.dokumen.grafik.perabot import Gambaran
from kinerja.dokumen.grafik.svg import Huruf, Kanvas
from kinerja.dokumen.grafik.tegak import gambar_tegak
from kinerja.dokumen.model import BaganBatang

_TINGGI_KOSONG = 60.0


def gambar_batang(bagan: BaganBatang) -> Gambaran:
    """Draw `bagan`; upright bars that would be illegible lie down.

    Raises BaganTidakSejajar when its tuples do not fit each other.
    """
    data = siapkan(bagan)
    if not data.batang:
        kanvas = Kanvas()
        huruf = Huruf(11, TINTA_REDUP, "middle", miring=True)
        kanvas.teks(LEBAR / 2, _TINGGI_KOSONG / 2, TIDAK_ADA_DATA, huruf)
        return Gambaran(kanvas, LEBAR, _TINGGI_KOSONG)
    tegak = None if bagan.mendatar else gambar_tegak(data)
    return tegak or gambar_mendatar(data)
