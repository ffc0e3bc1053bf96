"""Pages for what goes wrong. They ask nothing of the database, so they work when it does not."""

import logging
import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kinerja.antarmuka.web.kepala import TidakAda

catatan = logging.getLogger(__name__)


_POLOS = {"polos": True}
"""Who reads is not asked: that would need the database."""


def tidak_ditemukan(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: says what is missing and where to go on."""
    isi = {"pesan": "", "kembali": None}
    if isinstance(exception, TidakAda):
        isi = {"pesan": exception.pesan, "kembali": exception.kembali}
    return render(request, "web/404.html", isi, status=404)


def permintaan_ditolak(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request itself is at fault."""
    catatan.info("Permintaan ditolak: %s", type(exception).__name__)
    return render(request, "web/400.html", _POLOS, status=400)


def tanpa_izin(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the thing is the reader's own, but not his to do that with."""
    pesan = str(exception) or _("Anda tidak berwenang membuka halaman ini.")
    return render(request, "web/403.html", {"pesan": pesan}, status=403)


def formulir_kedaluwarsa(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form without its secret: sent from elsewhere, or opened before the last login."""
    catatan.info("Formulir ditolak: %s", reason)
    return render(request, "web/formulir_kedaluwarsa.html", status=403)


def terlalu_sering(request: HttpRequest) -> HttpResponse:
    """429: a rate limit."""
    return render(request, "web/429.html", _POLOS, status=429)


def gagal(request: HttpRequest) -> HttpResponse:
    """500: with a code that the log holds too, to be quoted by phone."""
    kode = secrets.token_hex(3).upper()
    catatan.error("Kode galat %s pada %s", kode, request.path)
    return render(request, "web/500.html", _POLOS | {"kode": kode}, status=500)
