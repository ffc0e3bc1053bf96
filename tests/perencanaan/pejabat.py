"""People for the way of an agreement: who makes, initials and signs it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from tests.basisdata.dunia import Dunia

from kinerja.akses.izin import Peran
from kinerja.akses.models import Pengguna
from kinerja.akses.operations import DataPengguna, Tugas, create_pengguna, give_peran
from kinerja.akses.pelaku import Sistem

PADA = datetime.datetime(2023, 1, 9, 3, tzinfo=datetime.UTC)
KEPALA, ATASAN = "Kepala Kantor Wilayah", "Sekretaris Jenderal"


@dataclass(frozen=True, slots=True)
class Pejabat:
    """perencana makes, pemaraf initials, kepala and atasan sign; operator may do none of it."""

    perencana: Pengguna
    pemaraf: Pengguna
    kepala: Pengguna
    atasan: Pengguna
    operator: Pengguna


def make_pejabat(d: Dunia) -> Pejabat:
    """Accounts with assignments from 2020 on."""
    susunan = {
        "perencana": (Peran.PERENCANA, "Perencana"),
        "pemaraf": (Peran.VERIFIKATOR, "Kepala Bagian Program"),
        "kepala": (Peran.PIMPINAN, f"Plt. {KEPALA}"),
        "atasan": (Peran.PIMPINAN, ATASAN),
        "operator": (Peran.OPERATOR, KEPALA),
    }
    return Pejabat(
        **{nama: _make(nama, jabatan, Tugas(peran, d.satker)) for nama, (peran, jabatan) in susunan.items()}
    )


def _make(nama: str, jabatan: str, tugas: Tugas) -> Pengguna:
    sistem, awal = Sistem("uji"), PADA - datetime.timedelta(days=900)
    orang = create_pengguna(nama_akun=f"pk-{nama}", data=DataPengguna(nama, jabatan), oleh=sistem, pada=awal)
    give_peran(pengguna=orang, tugas=tugas, oleh=sistem, pada=awal)
    return orang
