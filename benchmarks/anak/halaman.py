"""`halaman KALI`: the pages of the sample office through Django's test client; the last line is JSON."""

import importlib
import json
import sys
import time

# As the real server starts.
importlib.import_module("kinerja.konfigurasi.wsgi")

from django.db import connection  # noqa: E402 models need a configured Django
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from kinerja.akses.izin import Peran  # noqa: E402
from kinerja.akses.models import Pengguna  # noqa: E402
from kinerja.akses.operations import DataPengguna, Tugas, create_pengguna, give_peran  # noqa: E402
from kinerja.akses.pelaku import Sistem  # noqa: E402

KANTOR = ("kanwil-sumsel", 2023)
HALAMAN = {
    "dashboard": ("dasbor", ()),
    "all indicators": ("daftar_indikator", ()),
    "one indicator": ("indikator", ("PAS-1.1",)),
    "completeness": ("kelengkapan", ()),
    "report to read": ("laporan", ()),
}


def ukur(pengunjung: Client, alamat: str, kali: int) -> dict[str, object]:
    """Seconds of each request after two that warm the caches, the queries and the size of the answer."""
    jawaban = pengunjung.get(alamat)
    if jawaban.status_code != 200:
        sys.exit(f"{alamat}: {jawaban.status_code}")
    with CaptureQueriesContext(connection) as kueri:
        pengunjung.get(alamat)
    banyak = len(kueri)
    detik = []
    cpu = time.process_time()
    for _ in range(kali):
        mulai = time.perf_counter()
        pengunjung.get(alamat)
        detik.append(time.perf_counter() - mulai)
    cpu = (time.process_time() - cpu) / kali
    return {"detik": detik, "cpu": cpu, "kueri": banyak, "besar": len(jawaban.content)}


def buat_pembaca() -> Pengguna:
    """Somebody who may read everything; the same one when asked again."""
    if ada := Pengguna.objects.filter(nama_akun="pembaca").first():
        return ada
    oleh, pada = Sistem("ukur"), timezone.now()
    orang = create_pengguna(nama_akun="pembaca", data=DataPengguna("Pembaca"), oleh=oleh, pada=pada)
    give_peran(pengguna=orang, tugas=Tugas(Peran.PIMPINAN), oleh=oleh, pada=pada)
    return orang


def main(kali: int) -> None:
    pengunjung = Client(SERVER_NAME="127.0.0.1")
    pengunjung.force_login(buat_pembaca(), backend="allauth.account.auth_backends.AuthenticationBackend")
    hasil = {
        judul: ukur(pengunjung, reverse(nama, args=[*KANTOR, *lain]), kali if nama == "dasbor" else kali // 3)
        for judul, (nama, lain) in HALAMAN.items()
    }
    sys.stdout.write(json.dumps(hasil) + "\n")


main(int(sys.argv[1]))
