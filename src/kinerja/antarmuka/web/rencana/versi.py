"""Versions of the plan: set one, compare two, or one with the plan as it stands."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.antarmuka.web.kepala import TidakAda
from kinerja.antarmuka.web.rencana.tempat import Tempat, buka_tempat, minta_boleh_sendiri, minta_rencana
from kinerja.perencanaan.operations.catat import RencanaDitolak
from kinerja.perencanaan.operations.versi import set_versi
from kinerja.perencanaan.versi import compare_isi, get_versi, list_versi, read_isi

KINI = 0
"""In an address: the plan as it stands."""


@require_http_methods(["GET", "HEAD", "POST"])
def versi(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """The versions there are; POST sets the next one."""
    tempat = buka_tempat(request, satker, tahun)
    galat = ""
    if request.method == "POST":
        minta_boleh_sendiri(tempat)
        isi = minta_rencana(tempat)
        alasan = request.POST.get("alasan", "")[:1000]
        try:
            baru = set_versi(
                renstra=isi.renstra, alasan=alasan, oleh=request.user, pada=timezone.now(), **tempat.siapa
            )
        except RencanaDitolak as masalah:
            galat = str(masalah)
        else:
            messages.success(request, _("Versi %(nomor)s ditetapkan.") % {"nomor": baru.nomor})
            return redirect("versi_rencana", tempat.kepala.kunci, tahun)
    semua = list_versi(tempat.rencana.renstra, tempat.rencana.satker) if tempat.rencana else []
    konteks = _konteks(tempat) | {"versi": semua, "galat": galat, "alasan": request.POST.get("alasan", "")}
    return render(request, "web/rencana/versi.html", konteks, status=422 if galat else 200)


@require_safe
def beda(request: HttpRequest, satker: str, tahun: int, semula: int, menjadi: int) -> HttpResponse:
    """What was added, removed and changed from one version to another; 0 is the plan as it stands."""
    tempat = buka_tempat(request, satker, tahun)
    perbedaan = compare_isi(_baca(tempat, semula), _baca(tempat, menjadi))
    kelompok: dict[str, list[object]] = {}
    for satu in perbedaan:
        kelompok.setdefault(satu.bagian, []).append(satu)
    konteks = _konteks(tempat) | {
        "dari": semula,
        "ke": menjadi,
        "kelompok": kelompok,
        "banyak": len(perbedaan),
    }
    return render(request, "web/rencana/beda.html", konteks)


def _baca(tempat: Tempat, nomor: int) -> dict[str, object]:
    isi = minta_rencana(tempat)
    if nomor == KINI:
        return read_isi(isi.renstra, isi.satker)
    satu = get_versi(isi.renstra, isi.satker, nomor)
    if satu is None:
        raise TidakAda(_("Versi %(nomor)s tidak ada.") % {"nomor": nomor})
    return satu.isi


def _konteks(tempat: Tempat) -> dict[str, object]:
    return {
        "kepala": tempat.kepala,
        "tab": "rencana",
        "rencana": tempat.rencana,
        "boleh": tempat.boleh,
        "boleh_baru": tempat.boleh_baru,
    }
