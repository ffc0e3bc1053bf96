"""Addresses of the pages."""

from django.urls import path

from kinerja.antarmuka.web import views

urlpatterns = [
    path("", views.beranda, name="beranda"),
    path("sehat/", views.sehat, name="sehat"),
    path("aturan/", views.aturan, name="aturan"),
    path("bahasa/<slug:bahasa>/", views.ganti_bahasa, name="bahasa"),
    path("<slug:satker>/", views.kantor, name="kantor"),
    path("<slug:satker>/<int:tahun>/", views.dasbor, name="dasbor"),
    path("<slug:satker>/<int:tahun>/indikator/", views.daftar_indikator, name="daftar_indikator"),
    path("<slug:satker>/<int:tahun>/indikator.csv", views.unduh_csv, name="unduh_csv"),
    path("<slug:satker>/<int:tahun>/indikator/<str:kode>/", views.indikator, name="indikator"),
    path("<slug:satker>/<int:tahun>/kelengkapan/", views.kelengkapan, name="kelengkapan"),
    path("<slug:satker>/<int:tahun>/laporan/", views.laporan, name="laporan"),
    path("<slug:satker>/<int:tahun>/unduh/<slug:format>/", views.unduh, name="unduh"),
]
