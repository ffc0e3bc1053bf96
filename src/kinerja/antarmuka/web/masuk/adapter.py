"""What allauth asks us when somebody comes in: no open sign-up, our words, and every step into the trail."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy

from kinerja.akses.operations import record_akun, set_sandi
from kinerja.akses.queries import get_pengguna


class AkunAdapter(DefaultAccountAdapter):
    """Accounts are made by an admin; passwords, logins and changes of factors are recorded."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": gettext_lazy("Akun ini tidak aktif."),
        "enter_current_password": gettext_lazy("Kata sandi sekarang tidak cocok."),
        "incorrect_code": gettext_lazy("Kodenya tidak cocok."),
        "incorrect_password": gettext_lazy("Kata sandi tidak cocok."),
        "too_many_login_attempts": gettext_lazy(
            "Terlalu banyak percobaan masuk yang gagal. Coba lagi sepuluh menit lagi."
        ),
        "username_password_mismatch": gettext_lazy("Nama akun atau kata sandi tidak cocok."),
        "rate_limited": gettext_lazy("Terlalu banyak permintaan. Coba lagi beberapa saat lagi."),
    }

    def is_open_for_signup(self, *_args: Any) -> bool:
        return False

    def add_message(self, *_args: Any, **_kwargs: Any) -> None:
        """The pages say themselves what happened."""

    def login(self, request: HttpRequest, user: Any) -> None:
        super().login(request, user)
        record_akun(pengguna=user, tindakan="akun.masuk", pada=timezone.now())

    def set_password(self, user: Any, password: str) -> None:
        set_sandi(pengguna=user, sandi=password, pada=timezone.now())

    def send_notification_mail(self, *_args: Any, **_kwargs: Any) -> None:
        """No mail after a change of a factor: the trail tells of it (`views.dengan_jejak`)."""


class PengamanAdapter(DefaultMFAAdapter):
    """Our words for the second factor."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy("Kodenya tidak cocok."),
        "cannot_delete_authenticator": gettext_lazy("Pengaman ini tidak dapat dilepas."),
        "cannot_generate_recovery_codes": gettext_lazy(
            "Kode pemulihan dibuat sesudah aplikasi autentikator atau kunci keamanan terpasang."
        ),
    }


class SsoAdapter(DefaultSocialAccountAdapter):
    """Single sign-on opens an account that is there; it never makes one."""

    def is_open_for_signup(self, *_args: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Find the account whose name the instansi's server vouches for, at the first time only."""
        if sociallogin.is_existing:
            return
        isi = sociallogin.account.extra_data
        nama = str((isi.get("userinfo") or isi.get("id_token") or isi).get(settings.OIDC_KLAIM) or "")
        pengguna = get_pengguna(nama) if nama else None
        if pengguna is None or not pengguna.is_active:
            raise ImmediateHttpResponse(render(request, "web/masuk/sso_gagal.html", status=403))
        sociallogin.connect(request, pengguna)
