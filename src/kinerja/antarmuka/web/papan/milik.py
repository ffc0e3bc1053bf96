"""One place for every peran: what is mine, who beneath me is late, and the offices I look after."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.antarmuka.web.kepala import buka_kepala, list_kantor_untuk
from kinerja.antarmuka.web.sajian.berkas_dasbor import susun_berkas_dasbor
from kinerja.antarmuka.web.sajian.berkas_papan import jawab_berkas
from kinerja.antarmuka.web.sajian.dasbor import sajikan_dasbor
from kinerja.antarmuka.web.sajian.papan import sajikan_papan, susun_berkas_papan
from kinerja.pengukuran.papan import Papan, get_papan


@require_safe
def papan(request: HttpRequest) -> HttpResponse:
    """The board of the reader."""
    milik = _baca(request)
    konteks = {
        "papan": milik,
        "d": sajikan_papan(milik),
        "kantor": [
            (k, milik.tahun if milik.tahun in k.tahun else k.tahun[0]) for k in list_kantor_untuk(request)
        ],
        "tab": "papan",
    }
    return render(request, "web/papan/papan.html", konteks)


@require_safe
def unduh_papan(request: HttpRequest, format: str) -> HttpResponse:
    """The same as a file."""
    return jawab_berkas(susun_berkas_papan(_baca(request), request.user.nama), format)


@require_safe
def unduh_dasbor(request: HttpRequest, satker: str, tahun: int, format: str) -> HttpResponse:
    """The page of an office as a file, filtered as it is."""
    kepala = buka_kepala(request, satker, tahun)
    isi = sajikan_dasbor(kepala, request.GET.get("unit", ""), request.GET.get("sasaran", ""))
    return jawab_berkas(susun_berkas_dasbor(kepala, isi), format)


def _baca(request: HttpRequest) -> Papan:
    tahun = request.GET.get("tahun", "")
    # A year nobody can mean asks for nothing.
    dipilih = (
        int(tahun) if len(tahun) == 4 and tahun.isascii() and tahun.isdecimal() and tahun >= "2000" else None
    )
    return get_papan(request.user, dipilih, timezone.now())
