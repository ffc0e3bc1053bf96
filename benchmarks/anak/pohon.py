"""`pohon SIMPUL`: an office whose plan has about so many nodes, and somebody logged in. The last line is JSON."""

import json
import sys

import django

django.setup()

from django.conf import settings  # noqa: E402 models need a configured Django
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from benchmarks.anak.kantor_bulanan import SISTEM, TAHUN, buat_satker  # noqa: E402
from kinerja.akses.izin import Peran  # noqa: E402
from kinerja.akses.operations import DataPengguna, Tugas, create_pengguna, give_peran  # noqa: E402
from kinerja.organisasi.models import UnitEselonI, UnitKerja  # noqa: E402
from kinerja.perencanaan.models import Indikator, KaitanLintas, Komponen, Renstra, Sasaran, Target  # noqa: E402
from kinerja.perencanaan.pohon import make_pohon  # noqa: E402
from kinerja.perencanaan.rencana import read_rencana  # noqa: E402

KALIMAT = (
    "Meningkatnya kualitas pelayanan dan penegakan hukum yang berkeadilan di wilayah sesuai standar nomor"
)


def siapkan(simpul: int) -> dict[str, object]:
    satker = buat_satker("kanwil")
    unit_kerja = UnitKerja.objects.create(satker=satker, kunci="d", nama="Divisi Pelayanan", tingkat="divisi")
    renstra = Renstra.objects.create(
        nama="Renstra", tahun_awal=2020, tahun_akhir=2024, dasar_hukum="-", visi="-"
    )
    jumlah = 1
    nomor = 0
    kegiatan: list[Sasaran] = []
    while jumlah < simpul:
        nomor += 1
        unit = UnitEselonI.objects.create(kode=f"U{nomor}", nama=f"Unit {nomor}", urutan=nomor)
        strategis = _sasaran(renstra, unit, f"U{nomor}-SS", "strategis", None)
        program = _sasaran(renstra, unit, f"U{nomor}-SP", "program", strategis)
        for k in range(12):
            kegiatan.append(_sasaran(renstra, unit, f"U{nomor}-{k}", "kegiatan", program))
            for i in range(5):
                _indikator(kegiatan[-1], f"U{nomor}-{k}.{i}", unit_kerja)
        jumlah += 3 + 12 * 11
    KaitanLintas.objects.bulk_create(
        KaitanLintas(dari=a, ke=b, tahun_awal=2020, tahun_akhir=2024, uraian="bersama")
        for a, b in zip(kegiatan[::10], kegiatan[7::10], strict=False)
    )
    Target.objects.create(
        indikator=Indikator.objects.first(), satker=satker, tahun=TAHUN, jenis="pk", nilai=90
    )
    akun = create_pengguna(
        nama_akun="perencana", data=DataPengguna("Perencana"), oleh=SISTEM, pada=timezone.now()
    )
    give_peran(pengguna=akun, tugas=Tugas(Peran.PERENCANA, satker), oleh=SISTEM, pada=timezone.now())
    klien = Client()
    klien.force_login(akun, backend="allauth.account.auth_backends.AuthenticationBackend")
    return {
        "simpul": len(make_pohon(read_rencana(renstra, satker, TAHUN)).simpul),
        "alamat": f"/kanwil/{TAHUN}/rencana/pohon/",
        "sesi": [settings.SESSION_COOKIE_NAME, klien.cookies[settings.SESSION_COOKIE_NAME].value],
    }


def _sasaran(renstra: Renstra, unit: UnitEselonI, kode: str, tingkat: str, induk: Sasaran | None) -> Sasaran:
    return Sasaran.objects.create(
        renstra=renstra,
        kode=kode,
        tingkat=tingkat,
        unit=unit,
        urutan=1,
        teks=f"{KALIMAT} {kode}",
        induk=induk,
    )


def _indikator(sasaran: Sasaran, kode: str, unit_kerja: UnitKerja) -> None:
    satu = Indikator.objects.create(
        sasaran=sasaran, kode=kode, urutan=1, nama=f"Persentase layanan yang selesai tepat waktu {kode}",
        satuan="%", polaritas="naik", cara_hitung="rasio", agregasi_bulan="jumlah", agregasi_satker="sigma",
        penanggung_jawab=unit_kerja,
    )  # fmt: skip
    Komponen.objects.create(indikator=satu)


if __name__ == "__main__":
    print(json.dumps(siapkan(int(sys.argv[1]))))
