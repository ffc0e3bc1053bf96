"""The plan and the promise: Renstra, sasaran, indikator with its manual, targets, Perjanjian Kinerja."""

from kinerja.perencanaan.models.aksi import JadwalAksi, RencanaAksi, TahapAksi
from kinerja.perencanaan.models.iku import LembarIku, PenanggungJawab, PeriodeIku
from kinerja.perencanaan.models.indikator import (
    CaraHitung,
    Indikator,
    Komponen,
    PilihanAgregasiBulan,
    PilihanAgregasiSatker,
    PilihanPolaritas,
)
from kinerja.perencanaan.models.perjanjian import AnggaranPerjanjian, PerjanjianKinerja
from kinerja.perencanaan.models.renstra import (
    KaitanLintas,
    Misi,
    Renstra,
    Sasaran,
    TingkatSasaran,
    Tujuan,
)
from kinerja.perencanaan.models.target import Cakupan, JenisTarget, Target
from kinerja.perencanaan.models.versi import VersiRencana

__all__ = [
    "AnggaranPerjanjian",
    "Cakupan",
    "CaraHitung",
    "Indikator",
    "JadwalAksi",
    "JenisTarget",
    "KaitanLintas",
    "Komponen",
    "LembarIku",
    "Misi",
    "PenanggungJawab",
    "PeriodeIku",
    "PerjanjianKinerja",
    "PilihanAgregasiBulan",
    "PilihanAgregasiSatker",
    "PilihanPolaritas",
    "RencanaAksi",
    "Renstra",
    "Sasaran",
    "TahapAksi",
    "Target",
    "TingkatSasaran",
    "Tujuan",
    "VersiRencana",
]
