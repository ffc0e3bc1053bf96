"""Addresses of the choices of an instansi; the rules themselves are at `aturan/`."""

from django.urls import path

from kinerja.antarmuka.web.pengaturan import satu

urlpatterns = [
    path("aturan/<slug:satker>/<slug:pilihan>/", satu.lihat, name="pilihan_aturan"),
    path("aturan/<slug:satker>/<slug:pilihan>/pilih/", satu.pilih, name="pilih_aturan"),
]
