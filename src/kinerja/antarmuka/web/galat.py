"""Pages for what goes wrong. They ask nothing of the database, so they work when it does not."""

import logging
import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kinerja.antarmuka.web.kepala import TidakAda

catatan = logging.getLogger(__name__)


def tidak_ditemukan(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: says what is missing and where to go on."""
    isi = {"pesan": "", "kembali": None}
    if isinstance(exception, TidakAda):
        isi = {"pesan": exception.pesan, "kembali": exception.kembali}
    return render(request, "web/404.html", isi, status=404)


def permintaan_ditolak(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request itself is at fault."""
    catatan.info("Permintaan ditolak: %s", type(exception).__name__)
    return render(request, "web/400.html", status=400)


def gagal(request: HttpRequest) -> HttpResponse:
    """500: with a code that the log holds too, to be quoted by phone."""
    kode = secrets.token_hex(3).upper()
    catatan.error("Kode galat %s pada %s", kode, request.path)
    return render(request, "web/500.html", {"kode": kode}, status=500)
