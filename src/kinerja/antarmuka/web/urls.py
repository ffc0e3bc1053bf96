"""Addresses of the pages."""

from django.urls import include, path

from kinerja.antarmuka.web import akun, views

urlpatterns = [
    path("", include("kinerja.antarmuka.web.masuk.urls")),
    path("pengguna/", akun.daftar_pengguna, name="daftar_pengguna"),
    path("pengguna/baru/", akun.pengguna_baru, name="pengguna_baru"),
    path("pengguna/<str:nama_akun>/", akun.pengguna, name="pengguna"),
    path("pengguna/<str:nama_akun>/peran/", akun.beri_peran, name="beri_peran"),
    path("pengguna/<str:nama_akun>/peran/<int:pk>/akhiri/", akun.akhiri_peran, name="akhiri_peran"),
    path("pengguna/<str:nama_akun>/tautan/", akun.buat_tautan, name="buat_tautan"),
    path("pengguna/<str:nama_akun>/aktif/", akun.ubah_aktif, name="ubah_aktif"),
    path("pengguna/<str:nama_akun>/pengaman/lepas/", akun.lepas_pengaman, name="lepas_pengaman"),
    path("", include("kinerja.antarmuka.web.telaah.urls")),
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
    path("<slug:satker>/<int:tahun>/riwayat/", views.riwayat, name="riwayat"),
    path("<slug:satker>/<int:tahun>/unduh/<slug:format>/", views.unduh, name="unduh"),
]
