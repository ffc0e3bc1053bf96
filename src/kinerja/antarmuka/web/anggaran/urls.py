"""Addresses of the pages about money."""

from django.urls import path

from kinerja.antarmuka.web.anggaran import andaian, impor, ringkasan, skor

_ANGGARAN = "<slug:satker>/<int:tahun>/anggaran/"
urlpatterns = [
    path(_ANGGARAN, ringkasan.ringkasan, name="anggaran"),
    path(f"{_ANGGARAN}unduh/<slug:format>/", ringkasan.unduh, name="unduh_anggaran"),
    path(f"{_ANGGARAN}skor/", skor.daftar, name="skor_anggaran"),
    path(f"{_ANGGARAN}skor/<slug:bawahan>/", skor.uraian, name="uraian_skor"),
    path(f"{_ANGGARAN}andaian/<slug:bawahan>/", andaian.andaian, name="andaian_skor"),
    path(f"{_ANGGARAN}rekonsiliasi/", ringkasan.rekonsiliasi, name="rekonsiliasi"),
    path(
        f"{_ANGGARAN}rekonsiliasi/unduh/<slug:format>/",
        ringkasan.unduh_rekonsiliasi,
        name="unduh_rekonsiliasi",
    ),
    path(f"{_ANGGARAN}impor/", impor.unggah, name="impor_anggaran"),
    path(f"{_ANGGARAN}impor/<int:pk>/", impor.pratinjau, name="pratinjau_anggaran"),
]
