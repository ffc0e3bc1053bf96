"""Addresses of the telaah and of the reviu."""

from django.urls import path

from kinerja.antarmuka.web.telaah import berkas, hasil, reviu, simpanan, temuan

_REVIU = "<slug:satker>/<int:tahun>/reviu/"
urlpatterns = [
    path("telaah/", berkas.periksa, name="telaah"),
    path("telaah/hasil/", hasil.hasil, name="hasil_telaah"),
    path("telaah/simpanan/<int:pk>/", simpanan.satu, name="telaah_tersimpan"),
    path("telaah/simpanan/<int:pk>/hapus/", simpanan.hapus, name="hapus_telaah"),
    path("<slug:satker>/<int:tahun>/temuan/", temuan.daftar, name="temuan"),
    path("<slug:satker>/<int:tahun>/temuan/<int:pk>/", temuan.minta, name="minta_pengecualian"),
    path("<slug:satker>/<int:tahun>/temuan/<int:pk>/putus/", temuan.putus, name="putus_pengecualian"),
    path(_REVIU, reviu.daftar, name="reviu"),
    path(f"{_REVIU}<int:ke>/", reviu.satu, name="satu_reviu"),
    path(f"{_REVIU}<int:ke>/penugasan/", reviu.penugasan, name="penugasan_reviu"),
    path(f"{_REVIU}<int:ke>/rekomendasi/", reviu.rekomendasi, name="rekomendasi_reviu"),
    path(f"{_REVIU}<int:ke>/rekomendasi/<int:nomor>/", reviu.tindak_lanjut, name="tindak_lanjut_reviu"),
    path(f"{_REVIU}<int:ke>/tanda-tangan/", reviu.tanda_tangan, name="tanda_tangan_reviu"),
    path(f"{_REVIU}<int:ke>/<slug:dokumen>.<slug:format>", reviu.unduh, name="unduh_reviu"),
]
