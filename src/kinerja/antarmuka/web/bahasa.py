"""The language of a page: Indonesian, unless the reader chose another with the switch at its foot.

What the browser says it prefers is not asked: an office PC installed in English still belongs to an Indonesian
office. The report and everything quoted from it stays in the language it is written in.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme

BAHASA_LAPORAN = "id"
"""What the LKjIP, the names of indicators, narratives and rules of law are written in."""
_SETAHUN = 365 * 24 * 60 * 60
_P = ParamSpec("_P")
_T = TypeVar("_T")


class BahasaMiddleware:
    """Answers in the language of the reader's cookie and says so.

    An answer that names its own Content-Language is the same for every reader and does not vary.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        bahasa = _baca_pilihan(request)
        with translation.override(bahasa):
            jawaban = self.get_response(request)
        if not jawaban.has_header("Content-Language"):
            jawaban["Content-Language"] = bahasa
            patch_vary_headers(jawaban, ["Cookie"])
        return jawaban


def _baca_pilihan(request: HttpRequest) -> str:
    pilihan = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return pilihan if is_tersedia(pilihan) else settings.LANGUAGE_CODE


def is_tersedia(bahasa: str) -> bool:
    """Whether the pages can be read in that language."""
    return bahasa in dict(settings.LANGUAGES)


def pasang_bahasa(request: HttpRequest, bahasa: str, kembali: str) -> HttpResponseRedirect:
    """Remember the choice for a year and go back to `kembali`, or home when that is not an address of ours."""
    jawaban = HttpResponseRedirect(kembali if _is_alamat_sendiri(kembali) else "/")
    jawaban.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        bahasa,
        max_age=_SETAHUN,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return jawaban


def _is_alamat_sendiri(alamat: str) -> bool:
    # No host is allowed, so only a path passes; without its slash it would be read as below the switch itself.
    return alamat.startswith("/") and url_has_allowed_host_and_scheme(alamat, allowed_hosts=None)


def dalam_bahasa_laporan(fungsi: Callable[_P, _T]) -> Callable[_P, _T]:
    """Run `fungsi` in the language of the report, whatever the reader chose."""

    # Not `@translation.override(...)`: that is one object for all threads, each undoing the other's language.
    @wraps(fungsi)
    def jalankan(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        with translation.override(BAHASA_LAPORAN):
            return fungsi(*args, **kwargs)

    return jalankan


def is_bahasa_laporan() -> bool:
    """Whether the page is in the language of the report."""
    return translation.get_language() == BAHASA_LAPORAN


def terjemahkan(kata: str) -> str:
    """A label or name of the rooms below in the language of the page; unchanged when it is not in the catalogue."""
    return translation.gettext(kata) if kata else ""


def terjemahkan_kata(teks: str) -> str:
    """The words between the numbers of a printed value: "Rp1,3 miliar", "2 Januari 2023"."""
    return " ".join(map(terjemahkan, teks.split(" ")))
