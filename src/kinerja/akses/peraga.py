"""Demo accounts for one office, so that a newcomer can look at it as each of its people. Never in production."""

import datetime
import secrets
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count

from kinerja.akses.izin import Peran
from kinerja.akses.models import Pengguna, TujuanTautan
from kinerja.akses.operations import DataPengguna, Tugas, create_pengguna, give_peran, make_tautan, set_sandi
from kinerja.akses.pelaku import Sistem
from kinerja.akses.queries import get_hari
from kinerja.organisasi.models import Satker, TingkatUnitKerja, UnitEselonI, UnitKerja
from kinerja.organisasi.queries import get_akhir_tahun, get_nama, list_bawahan

AWALAN = "peraga-"
_HURUF = "abcdefghjkmnpqrstuvwxyz23456789"
"""To be typed from a terminal: nothing that looks like something else."""


@dataclass(frozen=True, slots=True)
class AkunPeraga:
    """One demo account with what opens it; neither password nor link can be read again later."""

    nama_akun: str
    sandi: str
    tautan: str
    tugas: Tugas


def make_peraga(*, kantor: Satker, tahun: int, pada: datetime.datetime) -> list[AkunPeraga]:
    """Make the demo accounts of an office, or give those that are there new passwords and links."""
    return [
        _make_satu(nama, tugas, _sebut_jabatan(nama, tugas, tahun), pada)
        for nama, tugas in _susun_tugas(kantor, tahun).items()
    ]


def _sebut_jabatan(nama: str, tugas: Tugas, tahun: int) -> str:
    """Of a head the jabatan by which agreements name him; of the others the name of the account."""
    if tugas.satker is None or tugas.peran not in (Peran.PIMPINAN, Peran.VERIFIKATOR):
        return nama.replace("-", " ").title()
    unit = f"{tugas.unit_kerja.nama} " if tugas.unit_kerja else ""
    return f"Kepala {unit}{get_nama(tugas.satker, get_akhir_tahun(tahun))}"


def _susun_tugas(kantor: Satker, tahun: int) -> dict[str, Tugas]:
    bawahan = [r.satker for r in list_bawahan(kantor, get_akhir_tahun(tahun)) if r.satker_id != kantor.pk]
    tugas = {f"operator-{n}": Tugas(Peran.OPERATOR, s) for n, s in enumerate(bawahan[:2], 1)}
    if bawahan:
        tugas["kepala-satker"] = Tugas(Peran.VERIFIKATOR, bawahan[0])
    divisi, unit = _cari_divisi(kantor)
    if divisi:
        tugas["operator-divisi"] = Tugas(Peran.OPERATOR, kantor, divisi, unit)
        tugas["kepala-divisi"] = Tugas(Peran.VERIFIKATOR, kantor, divisi, unit)
    tugas |= {f"kepala-{u.kunci}": Tugas(Peran.VERIFIKATOR, kantor, u) for u in _list_pelapor(kantor)}
    return tugas | {
        # Two, because nobody corrects the draft he wrote.
        "penyusun": Tugas(Peran.PENYUSUN, kantor),
        "penyusun-2": Tugas(Peran.PENYUSUN, kantor),
        "pimpinan": Tugas(Peran.PIMPINAN, kantor),
        "apip": Tugas(Peran.APIP),
        "perencana": Tugas(Peran.PERENCANA, kantor),
        "admin": Tugas(Peran.ADMIN),
    }


def _cari_divisi(kantor: Satker) -> tuple[UnitKerja | None, UnitEselonI | None]:
    """The division that shares a word of its name with the unit of most satker, or any division."""
    divisi = list(UnitKerja.objects.filter(satker=kantor, tingkat=TingkatUnitKerja.DIVISI))
    unit = (
        UnitEselonI.objects.annotate(satker=Count("riwayatsatker")).filter(satker__gt=0).order_by("-satker")
    )
    for satu in unit:
        for calon in divisi:
            if {*satu.nama.split()} & {*calon.nama.split()}:
                return calon, satu
    return (divisi[0] if divisi else None), None


def _list_pelapor(kantor: Satker) -> list[UnitKerja]:
    """The section that reports on performance, known by its name, and the division above it: they correct the draft."""
    bagian = UnitKerja.objects.filter(
        satker=kantor, tingkat=TingkatUnitKerja.BAGIAN, nama__icontains="program"
    ).first()
    return [u for u in (bagian, bagian and bagian.induk) if u]


def _make_satu(nama: str, tugas: Tugas, jabatan: str, pada: datetime.datetime) -> AkunPeraga:
    nama_akun, sandi, sistem = AWALAN + nama, "".join(secrets.choice(_HURUF) for _ in range(14)), Sistem()
    with transaction.atomic():
        orang = Pengguna.objects.filter(nama_akun=nama_akun).first() or create_pengguna(
            nama_akun=nama_akun, data=DataPengguna(f"Peraga {nama}", jabatan),
            oleh=sistem, pada=pada, peraga=True,
        )  # fmt: skip
        if not orang.penugasan.berlaku(get_hari(pada)).exists():
            give_peran(pengguna=orang, tugas=tugas, oleh=sistem, pada=pada)
        set_sandi(pengguna=orang, sandi=sandi, pada=pada, oleh=sistem)
        tautan = make_tautan(pengguna=orang, oleh=sistem, pada=pada, tujuan=TujuanTautan.MASUK)
    return AkunPeraga(nama_akun, sandi, tautan, tugas)
