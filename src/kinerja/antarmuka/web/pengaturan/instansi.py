"""Which instansi a reader belongs to, and which year he asks about."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.pelaku import Pelaku
from kinerja.akses.queries import AksesDitolak, authorize, get_hari, list_satker_terjangkau
from kinerja.antarmuka.web.kepala import TidakAda
from kinerja.organisasi.pengaturan import Instansi, list_instansi

TAHUN = range(2000, 2101)


def read_tahun(request: HttpRequest) -> int:
    """The year in the query string; this year when there is none or it is no year."""
    teks = request.GET.get("tahun", "")
    tahun = int(teks) if teks.isascii() and teks.isdigit() and len(teks) == 4 else 0
    return tahun if tahun in TAHUN else get_hari(timezone.now()).year


def list_instansi_untuk(request: HttpRequest, tahun: int) -> tuple[Instansi, ...]:
    """The instansi of every satker the reader may see in that year; he reads the choices of the whole of it."""
    pada = get_hari(timezone.now())
    milik = list_satker_terjangkau(request.user, Izin.LIHAT, tahun=tahun, pada=pada)
    return list_instansi(milik, tahun)


def buka_instansi(request: HttpRequest, kunci: str, tahun: int) -> Instansi:
    """The one of them with that key. Raises TidakAda, for a foreign one too."""
    for satu in list_instansi_untuk(request, tahun):
        if satu.satker.kunci == kunci:
            return satu
    raise TidakAda(
        _("Instansi “%(kunci)s” tidak dikenal pada tahun %(tahun)s.") % {"kunci": kunci, "tahun": tahun}
    )


def is_pengelola(oleh: Pelaku, instansi: Instansi, tahun: int) -> bool:
    """Whether the reader may choose for that instansi."""
    try:
        authorize(oleh, Izin.KELOLA_DATA, instansi.satker, tahun=tahun, pada=timezone.now())
    except AksesDitolak:
        return False
    return True
