"""People who look at the pages."""

import re
from typing import Any

from django.conf import settings
from django.test import Client
from django.utils import timezone

from kinerja.akses.izin import Peran
from kinerja.akses.models import Pengguna
from kinerja.akses.operations import DataPengguna, Tugas, create_pengguna, give_peran
from kinerja.akses.pelaku import Sistem

SANDI = "kuda-besi-terbang-7"


def make_orang(nama_akun: str, *tugas: Tugas) -> Pengguna:
    """An account with those assignments from today on; the one that is there already stays."""
    kini = timezone.now()
    if ada := Pengguna.objects.filter(nama_akun=nama_akun).first():
        return ada
    orang = create_pengguna(
        nama_akun=nama_akun, data=DataPengguna(nama_akun.title()), oleh=Sistem("uji"), pada=kini
    )
    for satu in tugas:
        give_peran(pengguna=orang, tugas=satu, oleh=Sistem("uji"), pada=kini)
    return orang


def make_pembaca() -> Pengguna:
    """Somebody who may read everything."""
    return make_orang("pembaca", Tugas(Peran.PIMPINAN))


def read_halaman(jawaban: Any) -> str:
    """The page without the secrets of its forms, which differ each time."""
    return re.sub(r'value="\w{64}"', "", jawaban.content.decode())


class KlienMasuk(Client):
    """A browser whose reader is always logged in."""

    def request(self, **isi: Any) -> Any:
        if settings.SESSION_COOKIE_NAME not in self.cookies:
            login(self, make_pembaca())
        return super().request(**isi)


def login(client: Client, orang: Pengguna) -> None:
    """Come in without the form, which has tests of its own."""
    client.force_login(orang, backend="allauth.account.auth_backends.AuthenticationBackend")
