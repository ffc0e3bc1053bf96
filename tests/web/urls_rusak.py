"""Addresses with one page that always fails, to see how a failure looks."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path


@login_not_required
def rusak(_request):
    raise RuntimeError("sengaja")


urlpatterns = [path("rusak/", rusak), path("", include("kinerja.antarmuka.web.urls"))]

handler400 = "kinerja.antarmuka.web.galat.permintaan_ditolak"
handler404 = "kinerja.antarmuka.web.galat.tidak_ditemukan"
handler500 = "kinerja.antarmuka.web.galat.gagal"
