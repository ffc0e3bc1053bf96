"""Money in whole rupiah: yearly figures, what happened month by month, and the scores of the Ministry of Finance."""

from kinerja.anggaran.models.arus import (
    AnggaranBulanan,
    PaguBelanja,
    RevisiDipa,
    Ukuran,
)
from kinerja.anggaran.models.keluaran import CapaianOutput, RincianOutput
from kinerja.anggaran.models.pembayaran import (
    JenisSpm,
    JenisUangPersediaan,
    Kontrak,
    Spm,
    UangPersediaan,
)
from kinerja.anggaran.models.skor import Instrumen, SkorAnggaran
from kinerja.anggaran.models.sumber import JenisSumber, PemetaanSumber, UnggahanSumber
from kinerja.anggaran.models.tahunan import (
    AnggaranBelanja,
    AnggaranSasaran,
    JenisBelanja,
    PaguSatker,
)

__all__ = [
    "AnggaranBelanja",
    "AnggaranBulanan",
    "AnggaranSasaran",
    "CapaianOutput",
    "Instrumen",
    "JenisBelanja",
    "JenisSpm",
    "JenisSumber",
    "JenisUangPersediaan",
    "Kontrak",
    "PaguBelanja",
    "PaguSatker",
    "PemetaanSumber",
    "RevisiDipa",
    "RincianOutput",
    "SkorAnggaran",
    "Spm",
    "UangPersediaan",
    "Ukuran",
    "UnggahanSumber",
]
