"""`kinerja migrate`."""

from argparse import Namespace

from django.core.management import call_command
from django.db import OperationalError

from kinerja.antarmuka.cli.keluaran import SELESAI, layar, tolak


def migrate(_: Namespace) -> int:
    """Create or update the database."""
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except OperationalError as masalah:
        return tolak(
            f"basis data tidak dapat dibuka ({masalah}). Periksa KINERJA_BASIS_DATA atau folder KINERJA_DATA."
        )
    layar.print("Basis data siap.")
    return SELESAI
