"""`kinerja hitung capaian`."""

from argparse import Namespace
from dataclasses import asdict
from decimal import Decimal

from django.utils.translation import gettext as _

from kinerja.antarmuka.cli.keluaran import SALAH_PAKAI, SELESAI, galat, layar, tolak, tulis_json
from kinerja.antarmuka.cli.pengaturan import PengaturanDitolak, read_pengaturan
from kinerja.aturan.capaian import Capaian, Polaritas, Target
from kinerja.aturan.capaian import compute_capaian as hitung_capaian
from kinerja.aturan.parameter import BelumBerlaku
from kinerja.dasar.angka import baca_angka
from kinerja.dasar.cetak import cetak_persen
from kinerja.organisasi.queries import get_akhir_tahun

_ANGKA = ("target", "bawah", "atas", "realisasi")


class _AngkaDitolak(ValueError):
    pass


def compute_capaian(pilihan: Namespace) -> int:
    """Compute one capaian and name its rule."""
    polaritas = Polaritas(pilihan.polaritas)
    try:
        nilai, bawah, atas, realisasi = (_baca(nama, getattr(pilihan, nama)) for nama in _ANGKA)
        pengaturan = read_pengaturan(pilihan.pengaturan, get_akhir_tahun(pilihan.tahun)).kinerja
    except (_AngkaDitolak, PengaturanDitolak) as masalah:
        return tolak(str(masalah), json=pilihan.json)
    rentang = nilai is None and bawah is not None and atas is not None
    satu = nilai is not None and bawah is None and atas is None
    if not (rentang if polaritas is Polaritas.RENTANG else satu):
        galat.print(_("Salah pakai: polaritas rentang memerlukan --bawah dan --atas, yang lain --target."))
        return SALAH_PAKAI
    if rentang and bawah > atas:
        return tolak(_("--bawah melebihi --atas. Tukar kedua batas."), json=pilihan.json)
    target = Target(nilai, bawah, atas)
    try:
        pada = get_akhir_tahun(pilihan.tahun)
        hasil = hitung_capaian(target, realisasi, polaritas, pengaturan=pengaturan, pada=pada)
    except BelumBerlaku as masalah:
        return tolak(_("belum ada aturan untuk tahun itu (%(apa)s).") % {"apa": masalah}, json=pilihan.json)
    (_tulis_json if pilihan.json else _tulis)(pilihan, hasil)
    return SELESAI


def _baca(nama: str, teks: str | None) -> Decimal | None:
    """The number of one option; "5.050" stays a question, because nothing around it shows a habit."""
    if teks is None:
        return None
    bacaan = baca_angka(teks)
    if bacaan.nilai is None:
        raise _AngkaDitolak(f"--{nama}: {bacaan.masalah or _('angkanya kosong.')}")
    return bacaan.nilai


def _tulis(pilihan: Namespace, hasil: Capaian) -> None:  # noqa: ARG001 same shape as _tulis_json
    if hasil.nilai is None:
        layar.print(_("Capaian: %(keadaan)s") % {"keadaan": hasil.keadaan.value.replace("_", " ")})
    else:
        sebutan = _("tercapai") if hasil.tercapai else _("tidak tercapai")
        layar.print(
            _("Capaian: %(nilai)s (%(sebutan)s)") % {"nilai": cetak_persen(hasil.nilai), "sebutan": sebutan}
        )
    layar.print(_("Rumus: %(rumus)s") % {"rumus": hasil.aturan.rumus})
    layar.print(_("Aturan: %(kode)s, versi %(versi)s, %(dasar_hukum)s") % asdict(hasil.aturan))
    if hasil.catatan:
        layar.print(_("Catatan: %(catatan)s") % {"catatan": hasil.catatan})


def _tulis_json(pilihan: Namespace, hasil: Capaian) -> None:
    tulis_json(
        {
            **{nama: getattr(pilihan, nama) for nama in (*_ANGKA, "polaritas")},
            "keadaan": hasil.keadaan.value,
            "capaian": None if hasil.nilai is None else float(hasil.nilai),
            "capaian_tercetak": None if hasil.nilai is None else cetak_persen(hasil.nilai),
            "tercapai": hasil.tercapai,
            "aturan": {k: str(v) for k, v in asdict(hasil.aturan).items()},
            "catatan": hasil.catatan,
        }
    )
