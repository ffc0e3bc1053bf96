"""What was achieved, who owes it, and what goes with it."""

from kinerja.pengukuran.models.data_dukung import DataDukung
from kinerja.pengukuran.models.lembar import (
    CatatanPengukuran,
    KonfirmasiPeringatan,
    LembarPengukuran,
    PelaporIndikator,
    PembukaanKunci,
    PilihanStatus,
)
from kinerja.pengukuran.models.realisasi import SETAHUN, PilihanKeadaan, Realisasi
from kinerja.pengukuran.models.target_kinerja import (
    BulanTargetKinerja,
    PenilaianTargetKinerja,
    TargetKinerja,
)

__all__ = [
    "SETAHUN",
    "BulanTargetKinerja",
    "CatatanPengukuran",
    "DataDukung",
    "KonfirmasiPeringatan",
    "LembarPengukuran",
    "PelaporIndikator",
    "PembukaanKunci",
    "PenilaianTargetKinerja",
    "PilihanKeadaan",
    "PilihanStatus",
    "Realisasi",
    "TargetKinerja",
]
