"""`kantor_bulanan SATKER INDIKATOR PENGETIK`: an office with a month open, and people who are logged in; or
`kantor_bulanan periksa`: what the cells hold now. The last line is JSON."""

import datetime
import json
import sys

import django

django.setup()

from django.conf import settings  # noqa: E402 models need a configured Django
from django.middleware.csrf import _get_new_csrf_string  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from kinerja.akses.izin import Peran  # noqa: E402
from kinerja.akses.operations import DataPengguna, Tugas, create_pengguna, give_peran  # noqa: E402
from kinerja.akses.pelaku import Sistem  # noqa: E402
from kinerja.organisasi.models import RiwayatSatker, Satker, UnitEselonI  # noqa: E402
from kinerja.pengukuran.models import LembarPengukuran, Realisasi  # noqa: E402
from kinerja.pengukuran.operations.lembar import open_lembar, set_pelapor  # noqa: E402
from kinerja.perencanaan.models import Indikator, Komponen, Renstra, Sasaran  # noqa: E402

SISTEM = Sistem("ukur")
TAHUN = 2024


def buat_satker(kunci: str, induk: Satker | None = None) -> Satker:
    satker = Satker.objects.create(kunci=kunci, jenis="lapas" if induk else "kanwil")
    RiwayatSatker.objects.create(
        satker=satker, nama=kunci, nama_singkat=kunci, berlaku_dari=datetime.date(2020, 1, 1), induk=induk
    )
    return satker


def buat_indikator(banyak: int) -> list[Indikator]:
    unit = UnitEselonI.objects.create(kode="U", nama="Unit")
    renstra = Renstra.objects.create(nama="R", tahun_awal=2020, tahun_akhir=2024, dasar_hukum="-", visi="-")
    sasaran = Sasaran.objects.create(
        renstra=renstra, kode="U-1", tingkat="kegiatan", unit=unit, urutan=1, teks="S"
    )
    hasil = []
    for n in range(banyak):
        satu = Indikator.objects.create(
            sasaran=sasaran, kode=f"U-1.{n}", urutan=n, nama=f"Indikator {n}", satuan="%", polaritas="naik",
            cara_hitung="rasio", agregasi_bulan="jumlah", agregasi_satker="sigma",
        )  # fmt: skip
        Komponen.objects.create(indikator=satu)
        hasil.append(satu)
    return hasil


def siapkan(banyak_satker: int, banyak_indikator: int, banyak_pengetik: int) -> dict[str, object]:
    pada = timezone.now()
    kanwil = buat_satker("kanwil")
    satker = [buat_satker(f"satker-{n}", kanwil) for n in range(banyak_satker)]
    indikator = buat_indikator(banyak_indikator)
    siapa = {"kantor": kanwil, "tahun": TAHUN, "oleh": SISTEM, "pada": pada}
    set_pelapor(pelapor={i.pk: [s.pk for s in satker] for i in indikator}, **siapa)
    open_lembar(bulan=[1], **siapa)
    lembar = {s.satker_id: s.pk for s in LembarPengukuran.objects.filter(tahun=TAHUN)}
    komponen = list(Komponen.objects.values_list("pk", flat=True))
    orang = []
    for n in range(banyak_pengetik):
        tempat = satker[n % banyak_satker]
        akun = create_pengguna(
            nama_akun=f"ketik-{n}", data=DataPengguna(f"Ketik {n}"), oleh=SISTEM, pada=pada
        )
        give_peran(pengguna=akun, tugas=Tugas(Peran.OPERATOR, tempat), oleh=SISTEM, pada=pada)
        klien = Client()
        klien.force_login(akun, backend="allauth.account.auth_backends.AuthenticationBackend")
        orang.append(
            {
                "akun": akun.nama_akun,
                "alamat": f"/pengukuran/{lembar[tempat.pk]}/",
                "sel": [f"{k}-{tempat.pk}" for k in komponen],
                "sesi": [settings.SESSION_COOKIE_NAME, klien.cookies[settings.SESSION_COOKIE_NAME].value],
                "csrf": [settings.CSRF_COOKIE_NAME, _get_new_csrf_string()],
            }
        )
    return {"orang": orang}


def periksa() -> dict[str, list[str | int]]:
    return {
        f"{r.komponen_id}-{r.satker_id}": [r.versi, str(int(r.pembilang or 0))]
        for r in Realisasi.objects.filter(tahun=TAHUN)
    }


if __name__ == "__main__":
    print(json.dumps(periksa() if sys.argv[1] == "periksa" else siapkan(*map(int, sys.argv[1:]))))
