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
from kinerja.perencanaan.models.jabatan import GarisJabatan, Jabatan, Pelaksana, PemangkuJabatan
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
from kinerja.perencanaan.models.versi_perjanjian import (
    ButirPerjanjian,
    CaraTandaTangan,
    Pihak,
    PilihanDasar,
    PilihanStatus,
    TandaTanganPerjanjian,
    VersiPerjanjian,
)

__all__ = [
    "AnggaranPerjanjian",
    "ButirPerjanjian",
    "Cakupan",
    "CaraHitung",
    "CaraTandaTangan",
    "GarisJabatan",
    "Indikator",
    "Jabatan",
    "JadwalAksi",
    "JenisTarget",
    "KaitanLintas",
    "Komponen",
    "LembarIku",
    "Misi",
    "Pelaksana",
    "PemangkuJabatan",
    "PenanggungJawab",
    "PeriodeIku",
    "PerjanjianKinerja",
    "Pihak",
    "PilihanAgregasiBulan",
    "PilihanAgregasiSatker",
    "PilihanDasar",
    "PilihanPolaritas",
    "PilihanStatus",
    "RencanaAksi",
    "Renstra",
    "Sasaran",
    "TahapAksi",
    "TandaTanganPerjanjian",
    "Target",
    "TingkatSasaran",
    "Tujuan",
    "VersiPerjanjian",
    "VersiRencana",
]
