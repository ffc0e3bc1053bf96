"""What people write for the report, and the way of the report from the first draft to the frozen file."""

from kinerja.pelaporan.models.laporan import (
    BerkasFinal,
    CakupanLaporan,
    LangkahLaporan,
    LaporanFinal,
    PerjalananLaporan,
    Putusan,
    RevisiLaporan,
)
from kinerja.pelaporan.models.narasi import Narasi, TabelPendukung
from kinerja.pelaporan.models.penulisan import (
    Cara,
    GambarNarasi,
    KomentarNarasi,
    PenulisanNarasi,
    StatusNarasi,
    VersiNarasi,
)
from kinerja.pelaporan.models.tanda_tangan import TandaTanganElektronik
from kinerja.pelaporan.models.templat import TemplatSurat

__all__ = [
    "BerkasFinal",
    "CakupanLaporan",
    "Cara",
    "GambarNarasi",
    "KomentarNarasi",
    "LangkahLaporan",
    "LaporanFinal",
    "Narasi",
    "PenulisanNarasi",
    "PerjalananLaporan",
    "Putusan",
    "RevisiLaporan",
    "StatusNarasi",
    "TabelPendukung",
    "TandaTanganElektronik",
    "TemplatSurat",
    "VersiNarasi",
]
