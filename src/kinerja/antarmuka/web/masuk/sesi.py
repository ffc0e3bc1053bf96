"""Sessions that end, answers nobody else may keep, and one place where a refusal becomes 404 or 403."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import resolve_url
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from kinerja.akses.pemisahan import OrangSama
from kinerja.akses.queries import AksesDitolak
from kinerja.antarmuka.web.galat import tanpa_izin, tidak_ditemukan
from kinerja.antarmuka.web.kepala import TidakAda
from kinerja.pengukuran.operations.data_dukung import DataDukungTidakAda
from kinerja.pengukuran.operations.lembar import LembarTidakAda

_MULAI, _TERAKHIR = "sesi_mulai", "sesi_terakhir"
_CATAT_TIAP = 60
"""Seconds between two notes of the last request: not every page should write to the database."""


class SesiMiddleware:
    """Ends a session after some minutes of silence, and after a working day in any case."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        masuk = request.user.is_authenticated
        if masuk and self._is_habis(request):
            return self._akhiri(request)
        jawaban = self.get_response(request)
        if masuk and not jawaban.has_header("Cache-Control"):
            patch_cache_control(jawaban, private=True, no_cache=True)
        return jawaban

    def _is_habis(self, request: HttpRequest) -> bool:
        kini, sesi = int(time.time()), request.session
        mulai, terakhir = sesi.setdefault(_MULAI, kini), sesi.setdefault(_TERAKHIR, kini)
        if kini - terakhir >= _CATAT_TIAP:
            sesi[_TERAKHIR] = kini
        diam, lama = settings.SESI_DIAM_MENIT * 60, settings.SESI_PALING_LAMA_JAM * 3600
        return kini - terakhir >= diam or kini - mulai >= lama

    def _akhiri(self, request: HttpRequest) -> HttpResponseBase:
        logout(request)
        if request.headers.get("X-Requested-With") or request.headers.get("HX-Request"):
            # A script must hear of it, not be handed a login page as if it were its answer.
            return HttpResponse(
                _("Sesi berakhir. Masuk lagi."), status=401, content_type="text/plain; charset=utf-8"
            )
        tujuan = request.get_full_path() if request.method in {"GET", "HEAD"} else "/"
        jawaban = redirect_to_login(tujuan, resolve_url(settings.LOGIN_URL))
        jawaban["Location"] += "&habis=1"
        return jawaban


class AksesMiddleware:
    """What the rooms below refuse: foreign things do not exist (404), one's own without izin are forbidden (403)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, galat: Exception) -> HttpResponse | None:
        """Called by Django when a view raises."""
        if isinstance(galat, LembarTidakAda | DataDukungTidakAda) or (
            isinstance(galat, AksesDitolak) and galat.asing
        ):
            return tidak_ditemukan(request, TidakAda(""))
        if isinstance(galat, AksesDitolak | OrangSama):
            return tanpa_izin(request, galat)
        return None
