"""The office that `test_setahun` lives a year in: its plan, its people with passwords, what is stored unseen."""

import datetime
from decimal import Decimal

from django.utils import timezone
from tests.akses.kantor import AWAL, make_orang
from tests.pengukuran.kantor import PADA, TAHUN, Kantor, make_kantor, nilai, pasangan
from tests.web.orang import SANDI

from kinerja.akses.izin import Peran
from kinerja.akses.operations import Tugas, set_sandi
from kinerja.anggaran.models import AnggaranBelanja
from kinerja.aturan.peralihan import Tindakan
from kinerja.organisasi.models import UnitKerja
from kinerja.pelaporan.models import PenulisanNarasi
from kinerja.pelaporan.operations.penulisan import (
    approve_narasi,
    compute_sidik_teks,
    submit_narasi,
    write_narasi,
)
from kinerja.pengukuran.models import LembarPengukuran
from kinerja.pengukuran.operations.lembar import open_lembar
from kinerja.pengukuran.operations.peralihan import Keinginan, move_banyak
from kinerja.perencanaan.models import PerjanjianKinerja, Target

SETAHUN = tuple(range(1, 13))
BERSANDI = (
    "operator-a", "operator-divisi", "kepala-a", "kadiv", "penyusun", "penyusun2", "kabag", "kadivmin", "pimpinan",
)  # fmt: skip
"""Who comes to a browser; the others' work is stored for them."""
MANUAL = {
    "definisi": "Layanan yang diselesaikan menurut baku mutunya.",
    "rumus": "Sesuai petunjuk pengukuran.",
    "sumber_data": "Register layanan.",
}
TEKS = "Disusun dari register layanan dan telah dibahas bersama seluruh satuan kerja."
_NAMA = ("Persentase layanan tepat waktu", "Jumlah layanan yang diberikan", "Indeks mutu layanan")
_TARGET = ("70", "3000", "40")


def make_kantor_setahun() -> Kantor:
    """The office with its year open, its agreement signed, and those of BERSANDI able to log in with `SANDI`."""
    kantor = make_kantor()
    kantor.kanwil.jenis = "kanwil"
    kantor.kanwil.save()
    _make_pejabat(kantor)
    _make_rencana(kantor)
    # More was paid in salaries than was set aside: the telaah calls that fatal.
    AnggaranBelanja.objects.create(
        satker=kantor.kanwil, tahun=TAHUN, jenis="51", pagu=5_000_000_000, realisasi=5_100_000_000
    )
    open_lembar(kantor=kantor.kanwil, tahun=TAHUN, bulan=SETAHUN, oleh=kantor.orang["penyusun"], pada=PADA)
    for nama in BERSANDI:
        set_sandi(pengguna=kantor.orang[nama], sandi=SANDI, pada=timezone.now())
    return kantor


def _make_pejabat(kantor: Kantor) -> None:
    """The officials whom the SOP of an office names."""
    for nama, kunci in (("kadivmin", "divisi-administrasi"), ("kabag", "bagian-program-humas")):
        unit = UnitKerja.objects.create(
            satker=kantor.kanwil, kunci=kunci, nama=kunci.title(), tingkat="bagian"
        )
        kantor.orang[nama] = make_orang(nama, Tugas(Peran.VERIFIKATOR, kantor.kanwil, unit))
        kantor.orang[nama].penugasan.update(berlaku_dari=AWAL)


def _make_rencana(kantor: Kantor) -> None:
    for komponen, nama, angka in zip(
        (kantor.rasio, kantor.cacah, kantor.divisi_punya), _NAMA, _TARGET, strict=True
    ):
        indikator = komponen.indikator
        indikator.nama = nama
        for medan, isi in MANUAL.items():
            setattr(indikator, medan, isi)
        indikator.save()
        Target.objects.create(
            indikator=indikator, satker=kantor.kanwil, tahun=TAHUN, jenis="pk", nilai=Decimal(angka)
        )
    PerjanjianKinerja.objects.create(
        satker=kantor.kanwil, tahun=TAHUN, kode="PK.1", unit=kantor.rasio.indikator.sasaran.unit,
        pihak_pertama="Kepala Kantor", pihak_kedua="Direktur Jenderal", tempat="Palembang",
        tanggal=datetime.date(TAHUN, 1, 9),
    )  # fmt: skip


def isi_bulan(kantor: Kantor, siapa: str, bulan: int) -> None:
    """What a prison's or the division's operator would type in that month."""
    if siapa == "operator-divisi":
        kantor.ketik(siapa, kantor.kunci(kantor.divisi_punya, kantor.kanwil, bulan), nilai(3))
        return
    satker = kantor.lapas_a if siapa == "operator-a" else kantor.lapas_b
    kantor.ketik(siapa, kantor.kunci(kantor.rasio, satker, bulan), pasangan(60 + bulan, 80))
    kantor.ketik(siapa, kantor.kunci(kantor.cacah, satker, bulan), nilai(100 + bulan))


def naikkan(kantor: Kantor, langkah: list[tuple[str, Tindakan]], lembar: list[LembarPengukuran]) -> None:
    """Lead sheets up by those people; nobody is refused."""
    for siapa, tindakan in langkah:
        hasil = move_banyak(
            lembar_id=[s.pk for s in lembar],
            keinginan=Keinginan(tindakan),
            oleh=kantor.orang[siapa],
            pada=PADA,
        )
        assert [t for h in hasil for t in h.temuan] == [], (siapa, tindakan)


def tulis_sisa_narasi(kantor: Kantor) -> int:
    """Every text that nobody wrote in the browser, written by its owner and approved by another; how many."""
    sisa = list(PenulisanNarasi.objects.filter(narasi__satker=kantor.kanwil, narasi__isi=""))
    for satu in sisa:
        penulis, pemeriksa = (
            ("operator-divisi", "kadiv") if satu.unit_kerja_id else ("penyusun2", "sekretaris")
        )
        siapa = {"pk": satu.pk, "oleh": kantor.orang[penulis], "pada": timezone.now()}
        write_narasi(isi=TEKS, dilihat=compute_sidik_teks(""), **siapa)
        submit_narasi(**siapa)
        approve_narasi(**(siapa | {"oleh": kantor.orang[pemeriksa]}))
    return len(sisa)
