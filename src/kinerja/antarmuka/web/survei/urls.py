"""Addresses of the surveys. `s/…` is public and short: it stands on paper and in a QR."""

from django.urls import path

from kinerja.antarmuka.web.survei import isian, kelola, publik

urlpatterns = [
    path("s/<str:rahasia>/", publik.isi, name="isi_survei"),
    path("s/<str:rahasia>/terima-kasih/", publik.terima_kasih, name="terima_kasih_survei"),
    path("s/<str:rahasia>/hasil/", publik.hasil, name="hasil_survei_publik"),
    path("survei/", kelola.daftar, name="daftar_survei"),
    path("survei/baru/", kelola.buka, name="buka_survei"),
    path("survei/<int:pk>/", kelola.satu, name="survei"),
    path("survei/<int:pk>/agregat/", kelola.agregat, name="agregat_survei"),
    path("survei/<int:pk>/populasi/", kelola.populasi, name="populasi_survei"),
    path("survei/<int:pk>/tutup/", kelola.tutup, name="tutup_survei"),
    path("survei/<int:pk>/buka/", kelola.buka_kembali, name="buka_kembali_survei"),
    path("survei/<int:pk>/hasil.xlsx", kelola.ekspor, name="ekspor_survei"),
    path("survei/<int:pk>/kertas/", isian.kertas, name="kertas_survei"),
    path("survei/<int:pk>/templat.xlsx", isian.templat, name="templat_survei"),
    path("survei/<int:pk>/unggah/", isian.unggah, name="unggah_survei"),
]
