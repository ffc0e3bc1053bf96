"""Addresses of coming in and of one's own account. The views are allauth's; what is not listed here is not there:
no sign-up, no reset by mail."""

from allauth.account import views as akun
from allauth.mfa.base import views as pengaman
from allauth.mfa.recovery_codes import views as kode
from allauth.mfa.totp import views as aplikasi
from allauth.mfa.webauthn import views as kunci
from allauth.socialaccount import views as sso
from django.conf import settings
from django.urls import include, path

from kinerja.antarmuka.web.masuk import views

urlpatterns = [
    path("masuk/", akun.login, name="account_login"),
    path("masuk/tautan/<str:rahasia>/", views.TautanView.as_view(), name="tautan"),
    path("masuk/tidak-aktif/", akun.account_inactive, name="account_inactive"),
    path("masuk/pastikan/", akun.reauthenticate, name="account_reauthenticate"),
    path("masuk/kode/", pengaman.authenticate, name="mfa_authenticate"),
    path("masuk/kode/pastikan/", pengaman.reauthenticate, name="mfa_reauthenticate"),
    path("masuk/kunci/", kunci.login_webauthn, name="mfa_login_webauthn"),
    path("masuk/kunci/pastikan/", kunci.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("keluar/", akun.logout, name="account_logout"),
    path("akun/", views.akun_saya, name="akun_saya"),
    path("akun/sandi/", akun.password_change, name="account_change_password"),
    path("akun/sandi/belum-ada/", views.tanpa_sandi, name="account_set_password"),
    path("akun/pengaman/", pengaman.index, name="mfa_index"),
    path("akun/pengaman/aplikasi/", views.dengan_jejak(aplikasi.activate_totp), name="mfa_activate_totp"),
    path(
        "akun/pengaman/aplikasi/lepas/",
        views.dengan_jejak(aplikasi.deactivate_totp),
        name="mfa_deactivate_totp",
    ),
    path("akun/pengaman/kode/", kode.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "akun/pengaman/kode/baru/",
        views.dengan_jejak(kode.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path("akun/pengaman/kunci/", kunci.list_webauthn, name="mfa_list_webauthn"),
    path("akun/pengaman/kunci/baru/", views.dengan_jejak(kunci.add_webauthn), name="mfa_add_webauthn"),
    path("akun/pengaman/kunci/<int:pk>/", kunci.edit_webauthn, name="mfa_edit_webauthn"),
    path(
        "akun/pengaman/kunci/<int:pk>/lepas/",
        views.dengan_jejak(kunci.remove_webauthn),
        name="mfa_remove_webauthn",
    ),
]
if settings.OIDC_ALAMAT:
    urlpatterns += [
        path("masuk/sso/", include("allauth.socialaccount.providers.openid_connect.urls")),
        path("masuk/sso/batal/", sso.login_cancelled, name="socialaccount_login_cancelled"),
        path("masuk/sso/gagal/", sso.login_error, name="socialaccount_login_error"),
    ]
