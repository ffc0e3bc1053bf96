"""`kinerja serve`."""

import shutil
import socket
import sys
from argparse import Namespace
from pathlib import Path

from django.utils.translation import gettext as _
from granian import Granian
from granian.constants import Interfaces

from kinerja.antarmuka.cli.basis_data import is_siap
from kinerja.antarmuka.cli.keluaran import SELESAI, layar, tolak
from kinerja.antarmuka.cli.pengurai import HOST
from kinerja.dokumen.baca.galat import jelaskan_os
from kinerja.jejak.tanda import get_kunci

_PORT_UMUM, _PORT_BEBAS = 1024, 8000
"""Below the first number ports belong to the administrator; the second is where to look for one then."""
_PORT_DICOBA = 20


def serve(pilihan: Namespace) -> int:
    """Serve the web until interrupted."""
    alamat = f"http://{pilihan.host}:{pilihan.port}"
    get_kunci()
    if not is_siap():
        return tolak(_("Basis data belum siap. Jalankan dahulu: kinerja migrate"))
    if masalah := _periksa_alamat(pilihan.host, pilihan.port):
        pesan = _("%(alamat)s tidak dapat dipakai: %(masalah)s. %(cara)s")
        isi = {"alamat": alamat, "masalah": masalah, "cara": _sarankan(pilihan.host, pilihan.port)}
        return tolak(pesan % isi)
    layar.print(_("Kinerja berjalan di %(alamat)s (Ctrl+C untuk berhenti)") % {"alamat": alamat})
    Granian(
        "kinerja.konfigurasi.wsgi:application",
        address=pilihan.host,
        port=pilihan.port,
        interface=Interfaces.WSGI,
        workers=pilihan.proses,
        blocking_threads=4,
        log_enabled=False,
    ).serve()
    return SELESAI


def _sarankan(host: str, port: int) -> str:
    """What to type instead: a port that is free there, or another address when none is."""
    awal = port + 1 if port >= _PORT_UMUM else _PORT_BEBAS
    bebas = (n for n in range(awal, min(awal + _PORT_DICOBA, 65536)) if not _periksa_alamat(host, n))
    if (lain := next(bebas, None)) is None:
        return _("Coba --host lain.")
    pilihan = ["serve", *(["--host", host] if host != HOST else []), "--port", str(lain)]
    return _("Ketik: %(perintah)s") % {"perintah": " ".join([_sebut_program(), *pilihan])}


def _sebut_program() -> str:
    """This program as its user called it."""
    sebutan = Path(sys.argv[0])
    return str(sebutan) if sebutan.name == "kinerja" and not shutil.which("kinerja") else "kinerja"


def _periksa_alamat(host: str, port: int) -> str:
    """Why nobody can listen there, or ""."""
    try:
        keluarga, jenis, protokol, _nama, alamat = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(keluarga, jenis, protokol) as soket:
            soket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            soket.bind(alamat)
    except socket.gaierror:
        return _("alamat ini tidak dikenal")
    except OSError as masalah:
        return jelaskan_os(masalah)
    return ""
