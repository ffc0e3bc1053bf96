"""`kinerja akun …`: accounts from the terminal, where whoever owns the machine needs no permission."""

import datetime
from argparse import Namespace
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from rich.table import Column, Table

from kinerja.akses.izin import Izin, Peran
from kinerja.akses.operations import (
    AkunDitolak,
    DataPengguna,
    Tugas,
    create_pengguna,
    end_peran,
    give_peran,
    make_admin_pertama,
    make_tautan,
    remove_pengaman,
    set_aktif,
)
from kinerja.akses.pelaku import Sistem
from kinerja.akses.peraga import AkunPeraga, make_peraga
from kinerja.akses.queries import (
    AksesDitolak,
    get_pengguna_untuk,
    get_satker_untuk,
    get_unit,
    get_unit_kerja,
    list_pengguna_untuk,
)
from kinerja.antarmuka.cli.keluaran import SELESAI, layar, tolak, tulis_json
from kinerja.organisasi.queries import get_satker

_SISTEM = Sistem()


def run(pilihan: Namespace) -> int:
    """Do what `pilihan.apa` names."""
    try:
        return _TINDAKAN[pilihan.apa](pilihan, timezone.now())
    except (AkunDitolak, AksesDitolak) as masalah:
        return tolak(str(masalah), json=getattr(pilihan, "json", False))


def show_admin_pertama(pada: datetime.datetime) -> bool:
    """Make the first admin, if there is none, and print the link; whether that happened."""
    hasil = make_admin_pertama(pada=pada)
    if hasil is None:
        return False
    orang, rahasia = hasil
    pesan = _(
        "Admin pertama dibuat: nama akun %(nama)s. Buka tautan ini dalam 24 jam untuk membuat kata sandinya:"
    )
    layar.print(pesan % {"nama": orang.nama_akun})
    layar.print(f"  {sebut_tautan(rahasia)}")
    return True


def show_peraga(satker: str, tahun: int) -> None:
    """Make the demo accounts of an office and print once what opens them."""
    akun = make_peraga(kantor=get_satker(satker), tahun=tahun, pada=timezone.now())
    layar.print(_("Akun peraga, hanya untuk mencoba. Kata sandi dan tautan di bawah tidak ditampilkan lagi:"))
    layar.print(_buat_tabel_peraga(akun))
    layar.print(_("Masuk langsung dengan tautan sekali pakai:"))
    for satu in akun:
        layar.print(f"  {satu.nama_akun:22} {sebut_tautan(satu.tautan)}")


def sebut_tautan(rahasia: str) -> str:
    """The whole address of a one-time link."""
    return settings.ALAMAT + reverse("tautan", args=[rahasia])


def _buat_tabel_peraga(akun: list[AkunPeraga]) -> Table:
    # What is typed to come in is never cut short, however narrow the screen.
    masuk = (Column(judul, overflow="fold") for judul in (_("Nama akun"), _("Kata sandi")))
    tabel = Table(*masuk, _("Peran"), _("Satker"))
    for satu in akun:
        satker = satu.tugas.satker.kunci if satu.tugas.satker else _("seluruh instansi")
        tabel.add_row(satu.nama_akun, satu.sandi, str(satu.tugas.peran.label), satker)
    return tabel


def _list(pilihan: Namespace, pada: datetime.datetime) -> int:
    semua = list_pengguna_untuk(_SISTEM, pada)
    if pilihan.json:
        tulis_json([_ke_json(o) for o in semua])
        return SELESAI
    tabel = Table(_("Nama akun"), _("Nama"), _("Peran"), _("Keadaan"))
    for orang in semua:
        peran = ", ".join(f"{p.peran}@{p.satker or '*'}" for p in orang.penugasan.all())
        tabel.add_row(orang.nama_akun, orang.nama, peran, _("aktif") if orang.aktif else _("nonaktif"))
    layar.print(tabel)
    return SELESAI


def _ke_json(orang: Any) -> dict[str, Any]:
    peran = [
        {
            "peran": p.peran,
            "satker": p.satker.kunci if p.satker else None,
            "unit_kerja": p.unit_kerja.kunci if p.unit_kerja else None,
            "unit": p.unit.kode if p.unit else None,
            "tahun": p.tahun,
            "berlaku_dari": p.berlaku_dari.isoformat(),
            "berlaku_sampai": p.berlaku_sampai.isoformat() if p.berlaku_sampai else None,
        }
        for p in orang.penugasan.all()
    ]
    return {
        "nama_akun": orang.nama_akun, "nama": orang.nama, "jabatan": orang.jabatan,
        "aktif": orang.aktif, "peraga": orang.peraga, "peran": peran,
    }  # fmt: skip


def _admin(_pilihan: Namespace, pada: datetime.datetime) -> int:
    if not show_admin_pertama(pada):
        return tolak(_("sudah ada admin instansi. Buat tautannya dengan: kinerja akun tautan NAMA"))
    return SELESAI


def _buat(pilihan: Namespace, pada: datetime.datetime) -> int:
    data = DataPengguna(pilihan.nama or pilihan.akun, pilihan.jabatan, pilihan.surel)
    create_pengguna(nama_akun=pilihan.akun, data=data, oleh=_SISTEM, pada=pada)
    return _tautan(pilihan, pada)


def _tautan(pilihan: Namespace, pada: datetime.datetime) -> int:
    orang = get_pengguna_untuk(_SISTEM, pilihan.akun.strip().lower(), pada)
    rahasia = make_tautan(pengguna=orang, oleh=_SISTEM, pada=pada)
    layar.print(_("Tautan untuk %(nama)s, berlaku sekali dalam 24 jam:") % {"nama": orang.nama_akun})
    layar.print(f"  {sebut_tautan(rahasia)}")
    return SELESAI


def _peran(pilihan: Namespace, pada: datetime.datetime) -> int:
    orang = get_pengguna_untuk(_SISTEM, pilihan.akun, pada)
    satker = unit_kerja = None
    if pilihan.satker:
        satker = get_satker_untuk(_SISTEM, pilihan.satker, izin=Izin.KELOLA_AKUN, pada=pada)
        unit_kerja = get_unit_kerja(satker, pilihan.unit_kerja) if pilihan.unit_kerja else None
    elif pilihan.unit_kerja:
        raise AkunDitolak(_("--unit-kerja memerlukan --satker."))
    unit = get_unit(pilihan.unit) if pilihan.unit else None
    tugas = Tugas(Peran(pilihan.peran), satker, unit_kerja, unit, pilihan.tahun, pilihan.sampai)
    give_peran(pengguna=orang, tugas=tugas, oleh=_SISTEM, pada=pada)
    layar.print(_("Peran diberikan."))
    return SELESAI


def _akhiri(pilihan: Namespace, pada: datetime.datetime) -> int:
    orang = get_pengguna_untuk(_SISTEM, pilihan.akun, pada)
    cocok = [
        p
        for p in orang.penugasan.all()
        if p.peran == pilihan.peran and (p.satker.kunci if p.satker else None) == pilihan.satker
    ]
    if not cocok:
        raise AkunDitolak(_("Penugasan itu tidak ada; lihat: kinerja akun list"))
    for satu in cocok:
        end_peran(penugasan=satu, oleh=_SISTEM, pada=pada, alasan=pilihan.alasan)
    layar.print(_("Penugasan diakhiri."))
    return SELESAI


def _ubah_aktif(pilihan: Namespace, pada: datetime.datetime) -> int:
    orang = get_pengguna_untuk(_SISTEM, pilihan.akun, pada)
    aktif = pilihan.apa == "aktif"
    set_aktif(pengguna=orang, aktif=aktif, oleh=_SISTEM, pada=pada, alasan=pilihan.alasan)
    layar.print(_("Akun diaktifkan.") if aktif else _("Akun dinonaktifkan."))
    return SELESAI


def _lepas(pilihan: Namespace, pada: datetime.datetime) -> int:
    orang = get_pengguna_untuk(_SISTEM, pilihan.akun, pada)
    jumlah = remove_pengaman(pengguna=orang, oleh=_SISTEM, pada=pada, alasan=pilihan.alasan)
    layar.print(_("Pengaman kedua dilepas: %(jumlah)s.") % {"jumlah": jumlah})
    return SELESAI


_TINDAKAN: dict[str, Callable[[Namespace, datetime.datetime], int]] = {
    "list": _list,
    "admin": _admin,
    "buat": _buat,
    "tautan": _tautan,
    "peran": _peran,
    "akhiri": _akhiri,
    "aktif": _ubah_aktif,
    "nonaktif": _ubah_aktif,
    "lepas-pengaman": _lepas,
}
