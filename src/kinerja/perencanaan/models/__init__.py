"""The plan and the promise: Renstra, sasaran, indikator with its manual, targets, Perjanjian Kinerja."""

from kinerja.perencanaan.models.indikator import (
    CaraHitung,
    Indikator,
    Komponen,
    PilihanAgregasiBulan,
    PilihanAgregasiSatker,
    PilihanPolaritas,
)
from kinerja.perencanaan.models.perjanjian import AnggaranPerjanjian, PerjanjianKinerja
from kinerja.perencanaan.models.renstra import Misi, Renstra, Sasaran, TingkatSasaran
from kinerja.perencanaan.models.target import Cakupan, JenisTarget, Target

__all__ = [
    "AnggaranPerjanjian",
    "Cakupan",
    "CaraHitung",
    "Indikator",
    "JenisTarget",
    "Komponen",
    "Misi",
    "PerjanjianKinerja",
    "PilihanAgregasiBulan",
    "PilihanAgregasiSatker",
    "PilihanPolaritas",
    "Renstra",
    "Sasaran",
    "Target",
    "TingkatSasaran",
]
