"""Addresses of the plan."""

from django.urls import path

from kinerja.antarmuka.web.rencana import aksi, impor, lihat, ubah, versi

_AKAR = "<slug:satker>/<int:tahun>/rencana/"
_SASARAN = f"{_AKAR}sasaran/<str:kode_sasaran>/"
_INDIKATOR = f"{_AKAR}indikator/<str:kode>/"
urlpatterns = [
    path(_AKAR, lihat.rencana, name="rencana"),
    path(f"{_AKAR}renstra/", ubah.renstra, name="renstra"),
    path(f"{_AKAR}pohon/", lihat.pohon, name="pohon"),
    path(f"{_AKAR}pohon/<slug:format>/", lihat.unduh_pohon, name="unduh_pohon"),
    path(f"{_AKAR}iku/", lihat.tabel_iku, name="tabel_iku"),
    path(f"{_AKAR}iku/unduh/<slug:format>/", lihat.unduh_tabel_iku, name="unduh_tabel_iku"),
    path(f"{_AKAR}iku/<str:kode>/", lihat.lembar_iku, name="lembar_iku"),
    path(f"{_AKAR}iku/<str:kode>/<slug:format>/", lihat.unduh_lembar_iku, name="unduh_lembar_iku"),
    path(f"{_AKAR}sasaran-baru/", ubah.sasaran_baru, name="sasaran_baru"),
    path(_SASARAN, ubah.sasaran, name="sasaran_rencana"),
    path(f"{_SASARAN}kaitan/", ubah.kaitkan, name="kaitkan_sasaran"),
    path(f"{_SASARAN}indikator-baru/", ubah.indikator_baru, name="indikator_baru"),
    path(_INDIKATOR, ubah.indikator, name="indikator_rencana"),
    path(f"{_INDIKATOR}target/", ubah.target, name="target_rencana"),
    path(f"{_INDIKATOR}pemilik/", ubah.pemilik, name="pemilik_indikator"),
    path(f"{_INDIKATOR}aksi/", aksi.aksi, name="aksi_rencana"),
    path(f"{_INDIKATOR}aksi/<int:nomor>/", aksi.realisasi, name="realisasi_aksi"),
    path(f"{_AKAR}hapus/<slug:jenis>/<str:kode>/", ubah.hapus, name="hapus_rencana"),
    path(f"{_AKAR}urungkan/<int:nomor>/", ubah.urungkan, name="urungkan_rencana"),
    path(f"{_AKAR}impor/", impor.impor, name="impor_iku"),
    path(f"{_AKAR}versi/", versi.versi, name="versi_rencana"),
    path(f"{_AKAR}versi/<int:semula>/<int:menjadi>/", versi.beda, name="beda_versi"),
]
