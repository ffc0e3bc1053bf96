"""`kinerja serve`."""

import socket
from argparse import Namespace

from django.utils.translation import gettext as _
from granian import Granian
from granian.constants import Interfaces

from kinerja.antarmuka.cli.basis_data import is_siap
from kinerja.antarmuka.cli.keluaran import SELESAI, layar, tolak
from kinerja.dokumen.baca.galat import jelaskan_os


def serve(pilihan: Namespace) -> int:
    """Serve the web until interrupted."""
    alamat = f"http://{pilihan.host}:{pilihan.port}"
    if not is_siap():
        return tolak(_("Basis data belum siap. Jalankan dahulu: kinerja migrate"))
    if masalah := _periksa_alamat(pilihan.host, pilihan.port):
        pesan = _("%(alamat)s tidak dapat dipakai: %(masalah)s. Coba --port atau --host lain.")
        return tolak(pesan % {"alamat": alamat, "masalah": masalah})
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
