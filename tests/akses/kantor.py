"""A small instansi: an office with two divisions and three satker, another office, and people."""

import datetime
from dataclasses import dataclass

from kinerja.akses.izin import Peran
from kinerja.akses.models import Pengguna
from kinerja.akses.operations import DataPengguna, Tugas, create_pengguna, give_peran
from kinerja.akses.pelaku import Sistem
from kinerja.organisasi.models import RiwayatSatker, Satker, UnitEselonI, UnitKerja

PADA = datetime.datetime(2024, 1, 15, 8, tzinfo=datetime.UTC)
HARI = PADA.date()
TAHUN = 2023
AWAL = datetime.date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Instansi:
    """What the tests name."""

    kanwil: Satker
    lapas: Satker
    rutan: Satker
    kanim: Satker
    lain: Satker
    pas: UnitEselonI
    divisi_pas: UnitKerja
    bidang: UnitKerja
    divisi_hukum: UnitKerja


def make_satker(kunci: str, induk: Satker | None = None, unit: UnitEselonI | None = None) -> Satker:
    satker = Satker.objects.create(kunci=kunci, jenis="lain")
    RiwayatSatker.objects.create(
        satker=satker, nama=kunci.title(), nama_singkat=kunci, induk=induk, unit=unit, berlaku_dari=AWAL
    )
    return satker


def make_instansi() -> Instansi:
    pas, im = (UnitEselonI.objects.create(kode=k, nama=k) for k in ("PAS", "IM"))
    kanwil = make_satker("kanwil")
    divisi = [
        UnitKerja.objects.create(satker=kanwil, kunci=k, nama=k, tingkat="divisi") for k in ("pas", "hukum")
    ]
    bidang = UnitKerja.objects.create(
        satker=kanwil, kunci="bidang", nama="B", tingkat="bidang", induk=divisi[0]
    )
    lapas = make_satker("lapas", kanwil, pas)
    return Instansi(
        kanwil, lapas, make_satker("rutan", lapas, pas), make_satker("kanim", kanwil, im), make_satker("lain"),
        pas, divisi[0], bidang, divisi[1],
    )  # fmt: skip


def make_orang(nama_akun: str, *tugas: Tugas) -> Pengguna:
    """An account with those assignments, made by the command line."""
    orang = create_pengguna(nama_akun=nama_akun, data=DataPengguna(nama_akun), oleh=Sistem(), pada=PADA)
    for satu in tugas:
        give_peran(pengguna=orang, tugas=satu, oleh=Sistem(), pada=PADA)
    return orang


def make_operator(satker: Satker, nama_akun: str = "operator") -> Pengguna:
    return make_orang(nama_akun, Tugas(Peran.OPERATOR, satker))
