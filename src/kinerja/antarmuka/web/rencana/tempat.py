"""Which office, year and plan a page is about, and whether the reader may change it."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.queries import AksesDitolak, authorize
from kinerja.antarmuka.web.kepala import Kepala, TidakAda, buka_kepala_calon
from kinerja.perencanaan.operations.catat import authorize_rencana
from kinerja.perencanaan.rencana import (
    IndikatorRencana,
    Rencana,
    SasaranRencana,
    get_indikator,
    get_sasaran,
    list_renstra,
    read_rencana,
)


@dataclass(frozen=True, slots=True)
class Tempat:
    """An office in a year with its plan, None where none covers that year.

    `boleh`: the reader may change the plan itself; `boleh_baru`: begin one, and set what is this office's own in it
    (targets, who answers, rencana aksi, versions).
    """

    kepala: Kepala
    rencana: Rencana | None
    boleh: bool
    boleh_baru: bool

    @property
    def siapa(self) -> dict[str, object]:
        """What every operation of the plan is told beside what to do."""
        return {"satker": self.kepala.kantor.satker, "tahun": self.kepala.tahun}


def buka_tempat(request: HttpRequest, satker: str, tahun: int) -> Tempat:
    """The plan of an office; also of one that has promised nothing yet. Raises TidakAda and AksesDitolak."""
    kini = timezone.now()
    kepala = buka_kepala_calon(request, satker, tahun)
    kantor = kepala.kantor.satker
    renstra = next(iter(list_renstra(kantor, tahun)), None)
    rencana = read_rencana(renstra, kantor, tahun) if renstra else None
    boleh_baru = _is_boleh(lambda: authorize(request.user, Izin.RENCANA, kantor, tahun=tahun, pada=kini))
    boleh = (
        boleh_baru
        and rencana is not None
        and _is_boleh(
            lambda: authorize_rencana(request.user, rencana.renstra, kantor, tahun=tahun, pada=kini)
        )
    )
    return Tempat(kepala, rencana, boleh, boleh_baru)


def _is_boleh(tanya) -> bool:
    try:
        tanya()
    except AksesDitolak:
        return False
    return True


def minta_rencana(tempat: Tempat) -> Rencana:
    """The plan. Raises TidakAda where there is none."""
    if tempat.rencana is None:
        raise TidakAda(_("Belum ada Renstra untuk tahun %(tahun)s.") % {"tahun": tempat.kepala.tahun})
    return tempat.rencana


def minta_indikator(tempat: Tempat, kode: str) -> IndikatorRencana:
    """The indikator of that kode. Raises TidakAda."""
    satu = get_indikator(minta_rencana(tempat), kode)
    if satu is None:
        raise TidakAda(_("Indikator %(kode)s tidak ada pada rencana ini.") % {"kode": kode})
    return satu


def minta_sasaran(tempat: Tempat, kode: str) -> SasaranRencana:
    """The sasaran of that kode. Raises TidakAda."""
    satu = get_sasaran(minta_rencana(tempat), kode)
    if satu is None:
        raise TidakAda(_("Sasaran %(kode)s tidak ada pada rencana ini.") % {"kode": kode})
    return satu


def minta_boleh(tempat: Tempat) -> None:
    """Raises AksesDitolak unless the reader may change the plan."""
    if not (tempat.boleh or (tempat.rencana is None and tempat.boleh_baru)):
        raise AksesDitolak(_("Anda tidak berwenang mengubah rencana ini."), asing=False)


def minta_boleh_sendiri(tempat: Tempat) -> None:
    """Raises AksesDitolak unless the reader may set what is the office's own in the plan."""
    if not tempat.boleh_baru:
        raise AksesDitolak(_("Anda tidak berwenang mengubah rencana ini."), asing=False)
