"""The findings of a dropped file that somebody asked to keep: looked at again, thrown away."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kinerja.antarmuka.web.kepala import TidakAda
from kinerja.antarmuka.web.telaah.hasil import tampilkan
from kinerja.telaah.operations.simpanan import remove_telaah
from kinerja.telaah.queries import get_telaah_tersimpan_untuk


def _buka(request: HttpRequest, pk: int) -> Any:
    tersimpan = get_telaah_tersimpan_untuk(request.user, pk, timezone.now())
    if tersimpan is None:
        raise TidakAda(_("Hasil telaah itu tidak ada."))
    return tersimpan


@require_safe
def satu(request: HttpRequest, pk: int) -> HttpResponse:
    """The kept findings."""
    tersimpan = _buka(request, pk)
    return tampilkan(request, tersimpan.hasil, {}, tersimpan)


@require_POST
def hapus(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw them away."""
    tersimpan = _buka(request, pk)
    remove_telaah(telaah=tersimpan, oleh=request.user, pada=timezone.now())
    messages.success(request, _("Hasil telaah %(berkas)s dihapus.") % {"berkas": tersimpan.nama_berkas})
    return redirect("telaah")
