"""Addresses of the writing and signing of a report, and of its public verification."""

from django.urls import path

from kinerja.antarmuka.web.susun import narasi, naskah, rantai, sahkan

_SUSUN = "<slug:satker>/<int:tahun>/susun/"
_NARASI = f"{_SUSUN}narasi/<int:pk>/"
urlpatterns = [
    path("sahkan/", sahkan.sahkan, name="sahkan"),
    path("tugas/laporan/<slug:jenis>/<int:pk>/", rantai.buka_tugas, name="tugas_laporan"),
    path(_SUSUN, rantai.susun, name="susun"),
    path(f"{_SUSUN}bagikan/", rantai.bagikan, name="bagikan_narasi"),
    path(f"{_SUSUN}mulai/", rantai.mulai, name="mulai_laporan"),
    path(f"{_SUSUN}langkah/", rantai.langkah, name="langkah_laporan"),
    path(f"{_SUSUN}tanda-tangan/", rantai.tanda_tangan, name="tanda_tangan_laporan"),
    path(f"{_SUSUN}revisi/", rantai.minta_revisi, name="minta_revisi"),
    path(f"{_SUSUN}revisi/<int:pk>/", rantai.putus_revisi, name="putus_revisi"),
    path(f"{_SUSUN}final/<int:revisi>/<slug:format>/", rantai.unduh_final, name="unduh_final"),
    path(f"{_SUSUN}naskah.docx", naskah.unduh, name="unduh_naskah"),
    path(f"{_SUSUN}naskah/", naskah.unggah, name="unggah_naskah"),
    path(f"{_SUSUN}naskah/terima/", naskah.terima, name="terima_naskah"),
    path(f"{_SUSUN}gambar/<str:kode>/", narasi.gambar, name="gambar_narasi"),
    path(_NARASI, narasi.satu, name="narasi"),
    path(f"{_NARASI}pratinjau/", narasi.pratinjau, name="pratinjau_narasi"),
    path(f"{_NARASI}status/", narasi.status, name="status_narasi"),
    path(f"{_NARASI}pemilik/", narasi.pemilik, name="pemilik_narasi"),
    path(f"{_NARASI}komentar/", narasi.komentar, name="komentar_narasi"),
    path(f"{_NARASI}komentar/<int:komentar>/", narasi.tutup_komentar, name="tutup_komentar"),
    path(f"{_NARASI}gambar/", narasi.tambah_gambar, name="tambah_gambar"),
    path(f"{_NARASI}versi/<int:nomor>/", narasi.versi, name="versi_narasi"),
]
