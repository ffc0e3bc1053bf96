"""`kinerja migrate`, and what the other commands say when the database is not there."""

from argparse import Namespace

from django.core.management import call_command
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from django.utils.translation import gettext as _

from kinerja.akses.pelaku import Sistem
from kinerja.antarmuka.cli.akun import show_admin_pertama
from kinerja.antarmuka.cli.keluaran import SELESAI, layar, tolak
from kinerja.jejak.operations import start_jejak
from kinerja.jejak.tanda import get_kunci


def migrate(pilihan: Namespace) -> int:  # noqa: ARG001 every command gets its options
    """Create or update the database; the first time, make an admin and print his link."""
    get_kunci()
    try:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        start_jejak(oleh=Sistem().sebutan, pada=timezone.now())
    except Error as masalah:
        return tolak(jelaskan_tertutup(masalah))
    layar.print(_("Basis data siap."))
    show_admin_pertama(timezone.now())
    return SELESAI


def is_siap() -> bool:
    """Whether every migration was applied; raises the errors of the database."""
    pelaksana = MigrationExecutor(connection)
    return not pelaksana.migration_plan(pelaksana.loader.graph.leaf_nodes())


def jelaskan(masalah: Error) -> str:
    """Why the database refused to work, and what to do about it."""
    try:
        siap = is_siap()
    except Error as lebih_dalam:
        return jelaskan_tertutup(lebih_dalam)
    if not siap:
        return _("Basis data belum siap. Jalankan dahulu: kinerja migrate")
    return _(
        "Basis data menolak (%(masalah)s). Bila sedang dipakai proses lain, coba lagi sebentar lagi."
    ) % {"masalah": _satu_baris(masalah)}


def jelaskan_tertutup(masalah: Error) -> str:
    """The database cannot be opened."""
    return _(
        "Basis data tidak dapat dibuka (%(masalah)s). Periksa KINERJA_BASIS_DATA, atau folder KINERJA_DATA."
    ) % {"masalah": _satu_baris(masalah)}


def _satu_baris(masalah: Error) -> str:
    return " ".join(str(masalah).split())
