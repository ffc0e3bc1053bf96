"""`kinerja serve`."""

import socket
from argparse import Namespace

from granian import Granian
from granian.constants import Interfaces

from kinerja.antarmuka.cli.keluaran import SELESAI, layar, tolak


def serve(pilihan: Namespace) -> int:
    """Serve the web until interrupted."""
    if masalah := _periksa_alamat(pilihan.host, pilihan.port):
        return tolak(
            f"http://{pilihan.host}:{pilihan.port} tidak dapat dipakai: {masalah}. Coba --port lain."
        )
    layar.print(f"Kinerja berjalan di http://{pilihan.host}:{pilihan.port} (Ctrl+C untuk berhenti)")
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
    try:
        with socket.socket() as soket:
            soket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            soket.bind((host, port))
    except (OSError, OverflowError) as masalah:
        return str(masalah)
    return ""
