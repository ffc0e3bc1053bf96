"""Which office and year a page is about."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.queries import (
    get_hari,
    get_satker_untuk,
    list_penugasan,
    list_satker_terjangkau,
    list_tahun_terjangkau,
    list_unit_kerja_terjangkau,
)
from kinerja.organisasi.queries import get_akhir_tahun, get_nama
from kinerja.pengukuran.queries import Permintaan
from kinerja.perencanaan.queries import Kantor, list_kantor, list_kantor_tanpa_janji


class TidakAda(Http404):
    """Nothing stands at that address; `kembali` is where the reader may go on (address and wording)."""

    def __init__(self, pesan: str, kembali: tuple[str, str] | None = None) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.kembali = kembali


@dataclass(frozen=True, slots=True)
class Kepala:
    """The office of a page, the year shown and the years there are, oldest first.

    `unit_kerja` are the divisions whose indikator the reader may see; None: all of the office.
    """

    kantor: Kantor
    tahun: int
    tahun_lain: tuple[int, ...]
    kantor_tunggal: bool
    unit_kerja: frozenset[int] | None = None

    @property
    def kunci(self) -> str:
        """How addresses name the office."""
        return self.kantor.satker.kunci

    @property
    def tahun_sebelumnya(self) -> int:
        """The year before the one shown."""
        return self.tahun - 1

    def batasi(self, permintaan: Permintaan) -> Permintaan:
        """The same wish, for what the reader may see of the office."""
        return replace(permintaan, unit_kerja=self.unit_kerja)

    def batasi_tahun(self, tahun: tuple[int, ...]) -> "Kepala":
        """The same head, offering only those of its years that the page has, too."""
        return replace(self, tahun_lain=tuple(t for t in self.tahun_lain if t in tahun))


def list_kantor_untuk(request: HttpRequest, izin: Izin = Izin.LIHAT) -> tuple[Kantor, ...]:
    """The offices, and of each the years, for which the reader has `izin`."""
    semua = list_kantor()
    tahun = {k.satker.pk: k.tahun for k in semua}
    boleh = list_tahun_terjangkau(request.user, izin, tahun, pada=get_hari(timezone.now()))
    return tuple(replace(k, tahun=boleh[k.satker.pk]) for k in semua if k.satker.pk in boleh)


def list_kantor_baru(request: HttpRequest, sudah: Iterable[Kantor]) -> tuple[Kantor, ...]:
    """The offices of the reader that have promised nothing yet, with the year of today; their plan comes first.

    Those are the satker the reader is assigned to, and within reach those with a target in a Renstra.
    """
    hari = get_hari(timezone.now())
    tugas = list_penugasan(request.user, izin=Izin.LIHAT, tahun=hari.year, pada=hari)
    jangkauan = list_satker_terjangkau(request.user, Izin.LIHAT, tahun=hari.year, pada=hari) if tugas else ()
    ditugasi = {p.satker_id for p in tugas if p.satker_id}
    baru = list_kantor_tanpa_janji(ditugasi, hari.year) if tugas else ()
    ada = {k.satker.pk for k in sudah}
    return tuple(k for k in baru if k.satker.pk in jangkauan and k.satker.pk not in ada)


def buka_kantor(kunci: str, semua: Iterable[Kantor]) -> Kantor:
    """The one of `semua` with that key or kode satker.

    Raises TidakAda.
    """
    kantor = next((k for k in semua if kunci in {k.satker.kunci, k.satker.kode}), None)
    if kantor is None:
        raise TidakAda(
            _("Satuan kerja “%(kunci)s” tidak dikenal atau belum memiliki data.") % {"kunci": kunci}
        )
    return kantor


def buka_kepala(request: HttpRequest, kunci: str, tahun: int) -> Kepala:
    """The office with that key or kode satker in that year, for a reader who may see it.

    Raises TidakAda when there is no such office, when it is somebody else's (in the same words), or when it
    promised nothing in that year.
    """
    semua = list_kantor_untuk(request)
    kantor = buka_kantor(kunci, semua)
    if tahun not in kantor.tahun:
        terbaru = kantor.tahun[0]
        raise TidakAda(
            _("%(nama)s belum memiliki data tahun %(tahun)s.") % {"nama": kantor.nama, "tahun": tahun},
            (
                reverse("dasbor", args=[kantor.satker.kunci, terbaru]),
                _("Buka tahun %(tahun)s") % {"tahun": terbaru},
            ),
        )
    unit_kerja = list_unit_kerja_terjangkau(
        request.user, kantor.satker, Izin.LIHAT, tahun=tahun, pada=get_hari(timezone.now())
    )
    return Kepala(kantor, tahun, tuple(sorted(kantor.tahun)), len(semua) == 1, unit_kerja)


def buka_kepala_calon(request: HttpRequest, kunci: str, tahun: int) -> Kepala:
    """The same, also for an office that promised nothing in that year and may be about to.

    Raises TidakAda for a year out of range, and for an office that is unknown or somebody else's.
    """
    try:
        return buka_kepala(request, kunci, tahun)
    except Http404:
        if not 2000 <= tahun <= 2099:
            raise
    satker = get_satker_untuk(request.user, kunci, izin=Izin.LIHAT, tahun=tahun, pada=timezone.now())
    nama = get_nama(satker, get_akhir_tahun(tahun))
    return Kepala(Kantor(satker, nama, (tahun,)), tahun, (tahun,), kantor_tunggal=False)
