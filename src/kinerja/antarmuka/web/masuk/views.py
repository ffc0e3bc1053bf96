"""Coming in by a one-time link, and the page about oneself."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from allauth.core.internal.ratelimit import consume_or_429
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from kinerja.akses.operations import TautanTidakBerlaku, get_tautan, record_pengaman, use_tautan
from kinerja.akses.queries import get_hari, is_pengelola, list_penugasan
from kinerja.antarmuka.web.masuk.formulir import SandiBaruForm

_LAJU = {"tautan": "30/m/ip"}


def dengan_jejak(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A page of allauth that changes second factors, in one transaction with the entry of the trail.

    Its own hooks come after the commit, when a crash would leave a factor nobody ever recorded.
    """

    @wraps(view)
    def bungkus(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with record_pengaman(pengguna=request.user, pada=timezone.now()):
            return view(request, *args, **kwargs)

    return bungkus


@method_decorator([login_not_required, never_cache, sensitive_post_parameters()], name="dispatch")
class TautanView(View):
    """The page of a one-time link. Opening it uses nothing up, because mail programs open links, too."""

    def dispatch(self, request: HttpRequest, *args: str, **kwargs: str) -> HttpResponseBase:
        if tolak := consume_or_429(request, app="kinerja", action="tautan", config=_LAJU, limit_get=True):
            return tolak
        try:
            return super().dispatch(request, *args, **kwargs)
        except TautanTidakBerlaku:
            return render(request, "web/masuk/tautan_mati.html", status=404)

    def get(self, request: HttpRequest, rahasia: str) -> HttpResponse:
        return self._tampilkan(request, rahasia, SandiBaruForm())

    def post(self, request: HttpRequest, rahasia: str) -> HttpResponse:
        kini = timezone.now()
        formulir = SandiBaruForm(request.POST)
        perlu_sandi = get_tautan(rahasia, kini).tujuan == "sandi"
        if perlu_sandi and not formulir.is_valid():
            return self._tampilkan(request, rahasia, formulir)
        try:
            sandi = formulir.cleaned_data["sandi"] if perlu_sandi else ""
            pengguna = use_tautan(rahasia=rahasia, pada=kini, sandi=sandi)
        except ValidationError as masalah:
            formulir.add_error("sandi", masalah)
            return self._tampilkan(request, rahasia, formulir)
        # A second factor that is set up is still asked for.
        return perform_login(request, Login(user=pengguna))

    def _tampilkan(self, request: HttpRequest, rahasia: str, formulir: SandiBaruForm) -> HttpResponse:
        isi = {"tautan": get_tautan(rahasia, timezone.now()), "form": formulir}
        return render(request, "web/masuk/tautan.html", isi)


@require_safe
def akun_saya(request: HttpRequest) -> HttpResponse:
    """Who I am here, what I may, and how I prove who I am."""
    kini = timezone.now()
    isi = {
        "penugasan": list_penugasan(request.user, pada=get_hari(kini)),
        "pengelola": is_pengelola(request.user, kini),
        "tab": "akun",
    }
    return render(request, "web/masuk/akun.html", isi)


@require_safe
def tanpa_sandi(request: HttpRequest) -> HttpResponse:
    """For an account without a password (single sign-on, a link used once): only an admin's link makes one."""
    return render(request, "web/masuk/tanpa_sandi.html")
