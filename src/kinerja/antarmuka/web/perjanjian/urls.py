"""Addresses of agreements and of electronic signatures."""

from django.urls import path

from kinerja.antarmuka.web.perjanjian import daftar, satu, surat, tanda

_KANTOR = "<slug:satker>/<int:tahun>/perjanjian/"
_SATU = f"{_KANTOR}pk/<str:perjanjian>/"
_SURAT = f"{_KANTOR}surat/<slug:naskah>/"
urlpatterns = [
    path(f"{_KANTOR}surat/", surat.daftar, name="surat"),
    path(_SURAT, surat.satu, name="satu_surat"),
    path(f"{_SURAT}templat.docx", surat.unduh_templat, name="unduh_templat_surat"),
    path(f"{_SURAT}templat/", surat.simpan_templat, name="simpan_templat_surat"),
    path("tugas/perjanjian/<int:pk>/", daftar.buka_tugas, name="tugas_perjanjian"),
    path(_KANTOR, daftar.daftar, name="perjanjian"),
    path(f"{_KANTOR}baru/", daftar.baru, name="perjanjian_baru"),
    path(f"{_KANTOR}jabatan/", daftar.jabatan, name="jabatan"),
    path(_SATU, satu.satu, name="satu_perjanjian"),
    path(f"{_SATU}versi/", satu.versi, name="versi_perjanjian"),
    path(f"{_SATU}ubah/", satu.ubah, name="ubah_perjanjian"),
    path(f"{_SATU}target/", satu.target, name="target_perjanjian"),
    path(f"{_SATU}langkah/", satu.langkah, name="langkah_perjanjian"),
    path(f"{_SATU}tanda-tangan/<slug:pihak>/", tanda.tanda, name="tanda_tangan_perjanjian"),
    path(f"{_SATU}banding/<int:lama>/<int:baru>/", satu.banding, name="banding_perjanjian"),
    path(f"{_SATU}versi/<int:nomor>/<slug:format>/", satu.unduh, name="unduh_perjanjian"),
    path(
        "<slug:satker>/<int:tahun>/susun/elektronik/", tanda.laporan, name="tanda_tangan_elektronik_laporan"
    ),
    path(
        "<slug:satker>/<int:tahun>/susun/elektronik/berkas/",
        tanda.unduh_laporan,
        name="unduh_laporan_elektronik",
    ),
]
