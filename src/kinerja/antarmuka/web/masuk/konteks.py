"""What every page needs to know about who reads it. Asked only where a template shows it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from kinerja.akses.queries import is_ada_peraga, is_pengelola


def bagikan(request: HttpRequest) -> dict[str, Any]:
    """`ada_peraga`: demo accounts can log in; `pengelola`: the reader manages accounts; `oidc`: name of the SSO."""
    return {
        "ada_peraga": SimpleLazyObject(is_ada_peraga),
        "pengelola": SimpleLazyObject(lambda: is_pengelola(request.user, timezone.now())),
        "oidc": settings.OIDC_NAMA if settings.OIDC_ALAMAT else "",
        "sesi_diam": settings.SESI_DIAM_MENIT,
    }
