"""Addresses of the boards and of the target kinerja."""

from django.urls import path

from kinerja.antarmuka.web.papan import milik, target

urlpatterns = [
    path("papan/", milik.papan, name="papan"),
    path("papan/unduh/<slug:format>/", milik.unduh_papan, name="unduh_papan"),
    path("target/<int:target>/", target.target_kinerja, name="target_kinerja"),
    path("target/<int:target>/bulan/<int:bulan>/", target.isi_bulan, name="isi_bulan_target"),
    path("target/<int:target>/bulan/<int:bulan>/bukti/", target.tambah_bukti, name="tambah_bukti_target"),
    path("target/<int:target>/bukti/<int:pk>/cabut/", target.cabut_bukti, name="cabut_bukti_target"),
    path("target/<int:target>/triwulan/<int:triwulan>/", target.nilai, name="nilai_target"),
    path(
        "target/<int:target>/triwulan/<int:triwulan>/verifikasi/", target.verifikasi, name="verifikasi_target"
    ),
    path("<slug:satker>/<int:tahun>/papan/<slug:format>/", milik.unduh_dasbor, name="unduh_dasbor"),
    path("<slug:satker>/<int:tahun>/target/", target.daftar, name="daftar_target"),
    path("<slug:satker>/<int:tahun>/target/<slug:format>/", target.unduh_daftar, name="unduh_target"),
]
