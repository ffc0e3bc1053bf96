"""My tasks: the first screen. Besides: the calendar feed, and what was reported to systems outside."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from kinerja.alur.operations import fulfil_tugas, make_langganan, revoke_langganan
from kinerja.alur.pengingat import compose_kalender, compose_whatsapp
from kinerja.alur.queries import get_langganan, get_pengguna_kalender
from kinerja.alur.tugas import list_tugas
from kinerja.antarmuka.web.kepala import TidakAda
from kinerja.antarmuka.web.sajian.tugas import sajikan_tugas
from kinerja.aturan.tenggat import TenggatTidakDikenal


@require_safe
def tugas(request: HttpRequest) -> HttpResponse:
    """Everything the reader owes, late ones first."""
    kini = timezone.now()
    milik = list_tugas(request.user, kini)
    konteks = {
        "d": sajikan_tugas(milik, kini),
        "whatsapp": compose_whatsapp(_("Tugas kinerja"), [(request.user.nama, t) for t in milik], kini),
        "langganan": get_langganan(request.user),
        "tab": "tugas",
    }
    return render(request, "web/tugas/tugas.html", konteks)


@require_POST
def penuhi_tenggat(request: HttpRequest) -> HttpResponse:
    """Say that a period was reported to a system outside."""
    kunci, catatan = request.POST.get("kunci", "")[:120], request.POST.get("catatan", "")[:250]
    try:
        fulfil_tugas(kunci=kunci, oleh=request.user, pada=timezone.now(), catatan=catatan)
    except TenggatTidakDikenal as galat:
        raise TidakAda("") from galat
    messages.success(request, _("Dicatat sudah dilaporkan."))
    return redirect("tugas")


@never_cache
@require_POST
def buat_kalender(request: HttpRequest) -> HttpResponse:
    """A new secret address of the reader's calendar, shown this once; the one before stops working."""
    rahasia = make_langganan(oleh=request.user, pada=timezone.now())
    alamat = settings.ALAMAT + reverse("kalender", args=[rahasia])
    return render(request, "web/tugas/kalender.html", {"alamat": alamat, "tab": "tugas"})


@require_POST
def cabut_kalender(request: HttpRequest) -> HttpResponse:
    """The address of the calendar stops working."""
    revoke_langganan(oleh=request.user, pada=timezone.now())
    messages.success(request, _("Alamat kalender dicabut."))
    return redirect("tugas")


@login_not_required
@require_safe
def kalender(_request: HttpRequest, rahasia: str) -> HttpResponse:
    """The feed for a calendar program, which cannot log in: whoever has the address may read it."""
    pengguna = get_pengguna_kalender(rahasia)
    if pengguna is None:
        raise TidakAda("")
    kini = timezone.now()
    isi = compose_kalender(pengguna.nama, list_tugas(pengguna, kini), kini)
    jawaban = HttpResponse(isi, content_type="text/calendar; charset=utf-8")
    jawaban["Cache-Control"] = "private, no-store"
    jawaban["Content-Disposition"] = 'inline; filename="kinerja.ics"'
    return jawaban
