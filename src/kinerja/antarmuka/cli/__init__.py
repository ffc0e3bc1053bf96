"""The command line: `kinerja PERINTAH …`. Exit codes: 0 done, 1 input rejected, 2 wrong usage."""

import os
import re
import secrets
import sys
import tempfile
import traceback
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

import django
from django.core.exceptions import ImproperlyConfigured
from django.db import Error as GalatBasisData
from django.utils.translation import activate

from kinerja.antarmuka.cli.bahasa import get_bahasa
from kinerja.antarmuka.cli.bahasa import gettext as _
from kinerja.antarmuka.cli.keluaran import DIBATALKAN, DITOLAK, galat, siapkan_aliran, tolak
from kinerja.antarmuka.cli.pengurai import buat_pengurai

_ANGKA_NEGATIF = re.compile(r"[-−]\s*(?:Rp\s*)?[\d.,]*\d\s*%?")


def main(argumen: Sequence[str] | None = None) -> int:
    """Run one command; the entry point of the `kinerja` script."""
    siapkan_aliran()
    pilihan = buat_pengurai().parse_args(_gabung_negatif(sys.argv[1:] if argumen is None else argumen))
    if getattr(pilihan, "tanpa_django", False):
        return _jalankan(pilihan)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinerja.konfigurasi.settings")
    try:
        django.setup()
    except (OSError, ImproperlyConfigured, ValueError) as masalah:
        return tolak(
            _("pengaturan tidak dapat dipakai (%(masalah)s). Periksa KINERJA_DATA dan KINERJA_BASIS_DATA.")
            % {"masalah": masalah}
        )
    activate(get_bahasa())
    return _jalankan(pilihan)


def _jalankan(pilihan: Namespace) -> int:
    try:
        kode = int(pilihan.jalankan(pilihan))
        sys.stdout.flush()
        return kode
    except GalatBasisData as masalah:
        from kinerja.antarmuka.cli.basis_data import jelaskan  # noqa: PLC0415 models need a configured Django

        return tolak(jelaskan(masalah), json=getattr(pilihan, "json", False))
    except ImproperlyConfigured as masalah:
        return tolak(str(masalah), json=getattr(pilihan, "json", False))
    except KeyboardInterrupt:
        galat.print(_("Dibatalkan."))
        return DIBATALKAN
    except BrokenPipeError:
        # Whoever read our output (`head`, a pager) has seen enough; Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DITOLAK
    except Exception:
        return _catat_galat(traceback.format_exc())


def _catat_galat(rincian: str) -> int:
    """A mistake of the program itself: the details into a file, a code to quote by phone to the user."""
    kode = secrets.token_hex(4)
    berkas = Path(tempfile.gettempdir()) / f"kinerja-galat-{kode}.txt"
    berkas.write_text(rincian, encoding="utf-8")
    galat.print(
        _("Kesalahan program, kode %(kode)s. Rinciannya ada di %(berkas)s; sampaikan kepada pengelola.")
        % {"kode": kode, "berkas": berkas},
        style="red",
    )
    return DITOLAK


def _gabung_negatif(argumen: Sequence[str]) -> list[str]:
    """`--realisasi -18,12` means a negative number, not an option named -18,12."""
    hasil: list[str] = []
    for satu in argumen:
        if _ANGKA_NEGATIF.fullmatch(satu) and hasil and re.fullmatch(r"--[a-z-]+", hasil[-1]):
            hasil[-1] = f"{hasil[-1]}={satu}"
        else:
            hasil.append(satu)
    return hasil
