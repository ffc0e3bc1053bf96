"""The one URL table; each door keeps its own."""

from django.urls import include, path

urlpatterns = [path("", include("kinerja.antarmuka.web.urls"))]

handler400 = "kinerja.antarmuka.web.galat.permintaan_ditolak"
handler403 = "kinerja.antarmuka.web.galat.tanpa_izin"
handler404 = "kinerja.antarmuka.web.galat.tidak_ditemukan"
handler500 = "kinerja.antarmuka.web.galat.gagal"
# Not Django's but allauth's: what its rate limits answer with.
handler429 = "kinerja.antarmuka.web.galat.terlalu_sering"
