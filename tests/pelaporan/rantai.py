"""One small office with everybody its report needs."""

import datetime
from dataclasses import dataclass

from tests.basisdata.dunia import PADA, TAHUN, Dunia, make_pengguna, make_realisasi, make_target

from kinerja.akses.models import Pengguna, Penugasan
from kinerja.organisasi.models import UnitKerja
from kinerja.pelaporan.halangan import list_halangan
from kinerja.pelaporan.models import PenulisanNarasi, Putusan
from kinerja.pelaporan.operations.final import Penerimaan, finalise_lkjip
from kinerja.pelaporan.operations.langkah import Jawaban, finish_langkah
from kinerja.pengukuran.models import Realisasi
from kinerja.perencanaan.models import Target

AWAL = datetime.date(2023, 1, 1)
JAM = datetime.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Kantor:
    dunia: Dunia
    orang: dict[str, Pengguna]

    @property
    def satker(self):
        return self.dunia.satker

    def __getitem__(self, nama: str) -> Pengguna:
        return self.orang[nama]


def make_kantor(d: Dunia) -> Kantor:
    """Head, two heads of the line, compiler, drafter, and one division with its writer and its head."""
    if not Target.objects.exists():
        make_target(d)
    if not Realisasi.objects.exists():
        make_realisasi(d)
    unit = {
        kunci: UnitKerja.objects.create(satker=d.satker, kunci=kunci, nama=nama, tingkat="divisi")
        for kunci, nama in (
            ("divisi-administrasi", "Divisi Administrasi"),
            ("bagian-program-humas", "Bagian Program"),
            ("divisi-lain", "Divisi Lain"),
        )
    }
    d.indikator.penanggung_jawab = unit["divisi-lain"]
    d.indikator.save()
    tugas = {
        "kakanwil": ("pimpinan", None),
        "kadivmin": ("verifikator", unit["divisi-administrasi"]),
        "kabag": ("verifikator", unit["bagian-program-humas"]),
        "kasubbag": ("penyusun", None),
        "staf": ("penyusun", None),
        "penulis": ("operator", unit["divisi-lain"]),
        "kadiv": ("verifikator", unit["divisi-lain"]),
    }
    orang = {}
    for nama, (peran, di) in tugas.items():
        orang[nama] = make_pengguna(nama, jabatan=f"Jabatan {nama}")
        Penugasan.objects.create(
            pengguna=orang[nama], peran=peran, satker=d.satker, unit_kerja=di, berlaku_dari=AWAL
        )
    orang["asing"] = make_pengguna("asing")
    return Kantor(d, orang)


NAIK = ("kakanwil", "kadivmin", "kabag", "kasubbag", "staf", "kasubbag", "kabag", "kadivmin")


def naik(kantor, sampai: int = 8, mulai: int = 1):
    for nomor in range(mulai, sampai + 1):
        finish_langkah(
            satker=kantor.satker,
            tahun=TAHUN,
            jawaban=Jawaban(nomor, Putusan.LANJUT),
            oleh=kantor[NAIK[nomor - 1]],
            pada=PADA + nomor * JAM,
        )


def tanda_tangani(kantor, penerimaan=None, siapa="kakanwil", pada=PADA + 10 * JAM):
    return finalise_lkjip(
        satker=kantor.satker, tahun=TAHUN, langkah=9, penerimaan=penerimaan or terima(kantor), oleh=kantor[siapa],
        pada=pada,
    )  # fmt: skip


def terima(kantor) -> Penerimaan:
    kurang = list_halangan(kantor.satker, TAHUN, PADA)
    return Penerimaan(frozenset(h.kunci for h in kurang), "data memang belum ada")


def naik_lagi(kantor, jam=25):
    for nomor in range(5, 9):
        finish_langkah(
            satker=kantor.satker,
            tahun=TAHUN,
            jawaban=Jawaban(nomor, Putusan.LANJUT),
            oleh=kantor[NAIK[nomor - 1]],
            pada=PADA + (jam + nomor) * JAM,
        )


def cari(bagian: str) -> PenulisanNarasi:
    return PenulisanNarasi.objects.get(narasi__bagian=bagian)
