"""The table of who may open what: a row per route, codes per peran, at home and abroad."""

from dataclasses import dataclass, replace

from kinerja.akses.izin import PERAN_DITUGASKAN

SEMUA = tuple(p.value for p in PERAN_DITUGASKAN)
KE_MASUK, ADA, DITOLAK, ASING, SALAH_CARA = 302, 200, 403, 404, 405


@dataclass(frozen=True, slots=True)
class Hak:
    """Codes of a route: not logged in; with a peran that may; with another; for somebody else's object."""

    tamu: int = KE_MASUK
    boleh: int = ADA
    tanpa_izin: int = ADA
    asing: int = ADA
    peran: tuple[str, ...] = SEMUA
    cara: str = "get"
    asing_semua: bool = False
    """Somebody else's object does not exist for anybody, whatever his peran."""


UMUM = Hak(tamu=ADA)
SENDIRI = Hak()
"""About the reader's own account: the same for everybody."""
PASTIKAN = Hak(boleh=302, tanpa_izin=302, asing=302)
"""Asks for the password once more, or has nothing to show."""
TANPA_CARA = Hak(boleh=DITOLAK, tanpa_izin=DITOLAK, asing=DITOLAK)
"""Proving once more who one is, with an account that has no password and no key."""
SATKER = Hak(asing=ASING)
ADMIN = Hak(tanpa_izin=DITOLAK, asing=DITOLAK, peran=("admin",))
AKUN = Hak(tanpa_izin=DITOLAK, asing=ASING, peran=("admin",))
AKUN_POST = Hak(boleh=302, tanpa_izin=DITOLAK, asing=ASING, peran=("admin",), cara="post")
KE_TUGAS = Hak(boleh=302, tanpa_izin=302, asing=302, cara="post")
LEMBAR_POST = Hak(boleh=302, tanpa_izin=302, asing=ASING, cara="post")
"""Who may see a sheet is told on it why a step is not his; to anybody else it does not exist."""
TARGET_POST = Hak(
    boleh=302, tanpa_izin=DITOLAK, asing=ASING, peran=("operator",), cara="post", asing_semua=True
)
TERSIMPAN = Hak(tanpa_izin=DITOLAK, asing=ASING, peran=("penyusun", "apip"), asing_semua=True)
SALAH_ISI = Hak(boleh=422, tanpa_izin=422, asing=ASING, cara="post")
"""An assessment without a number, an upload without a file."""
FORMAT = dict.fromkeys(
    ("unduh_anggaran", "unduh_rekonsiliasi", "unduh_dasbor", "unduh_target", "unduh_papan"), "xlsx"
) | {
    "unduh_reviu": "docx",
    "unduh_perjanjian": "docx",
    "unduh_pohon": "svg",
    "unduh_tabel_iku": "docx",
    "unduh_lembar_iku": "docx",
}
TANPA_ISI = Hak(boleh=400, tanpa_izin=400, asing=ASING, cara="post")
"""Cells without any cell in them."""

PUBLIK_ASING = Hak(tamu=404, boleh=404, tanpa_izin=404, asing=404)
"""Open to everybody who has the link; a guessed one leads nowhere."""
OPERATOR_POST = Hak(
    boleh=302, tanpa_izin=DITOLAK, asing=ASING, peran=("operator",), cara="post", asing_semua=True
)
SURVEI = ("survei", "ekspor_survei", "kertas_survei", "templat_survei", "agregat_survei", "tutup_survei")
SURVEI = (*SURVEI, "unggah_survei", "populasi_survei", "buka_kembali_survei")
"""Routes whose `pk` is that of a survey."""
PENYUSUN_POST = Hak(
    boleh=302, tanpa_izin=DITOLAK, asing=ASING, peran=("penyusun",), cara="post", asing_semua=True
)
PENGATURAN_POST = replace(PENYUSUN_POST, boleh=422, peran=("admin",))
"""A choice without anything chosen."""
_NARASI = (
    "narasi",
    "pratinjau_narasi",
    "status_narasi",
    "pemilik_narasi",
    "komentar_narasi",
    "tutup_komentar",
)
NARASI = (*_NARASI, "tambah_gambar", "versi_narasi", "tugas_laporan")
"""Routes whose `pk` is that of a text."""

PERENCANA = Hak(tanpa_izin=DITOLAK, asing=ASING, peran=("perencana",), asing_semua=True)
PERENCANA_POST = replace(PERENCANA, boleh=302, cara="post")
PERENCANA_SALAH = replace(PERENCANA, boleh=422, cara="post")
"""A form without what it must hold."""
RENCANA_BERSAMA = replace(PERENCANA, boleh=DITOLAK)
"""A plan two offices use: the perencana of one of them does not change it for both."""
RENCANA_BERSAMA_POST = replace(RENCANA_BERSAMA, cara="post")

HAK: dict[str, Hak] = {
    "tugas_perjanjian": Hak(boleh=302, tanpa_izin=302, asing=ASING),
    "perjanjian": SATKER,
    "perjanjian_baru": PERENCANA,
    "jabatan": SATKER,
    "satu_perjanjian": SATKER,
    "versi_perjanjian": PERENCANA_POST,
    "ubah_perjanjian": Hak(boleh=422, tanpa_izin=422, asing=ASING, cara="post"),
    "target_perjanjian": PERENCANA_POST,
    "langkah_perjanjian": Hak(
        boleh=302,
        tanpa_izin=DITOLAK,
        asing=ASING,
        peran=("verifikator", "pimpinan"),
        cara="post",
        asing_semua=True,
    ),
    "tanda_tangan_perjanjian": Hak(boleh=404, tanpa_izin=404, asing=ASING),
    "banding_perjanjian": SATKER,
    "unduh_perjanjian": SATKER,
    "tanda_tangan_elektronik_laporan": Hak(boleh=404, tanpa_izin=404, asing=ASING),
    "unduh_laporan_elektronik": Hak(boleh=404, tanpa_izin=404, asing=ASING),
    "surat": SATKER,
    "satu_surat": SATKER,
    "unduh_templat_surat": SATKER,
    "simpan_templat_surat": LEMBAR_POST,
    "sahkan": UMUM,
    "tugas_laporan": Hak(boleh=302, tanpa_izin=302, asing=ASING),
    "susun": SATKER,
    "bagikan_narasi": PENYUSUN_POST,
    "mulai_laporan": replace(PENYUSUN_POST, peran=("penyusun", "pimpinan")),
    "langkah_laporan": LEMBAR_POST,
    "tanda_tangan_laporan": SATKER,
    "minta_revisi": PENYUSUN_POST,
    "putus_revisi": Hak(boleh=404, tanpa_izin=404, asing=ASING, cara="post"),
    "unduh_final": Hak(boleh=404, tanpa_izin=404, asing=ASING),
    "unduh_naskah": SATKER,
    "unggah_naskah": LEMBAR_POST,
    "terima_naskah": LEMBAR_POST,
    "gambar_narasi": Hak(boleh=404, tanpa_izin=404, asing=ASING),
    "narasi": SATKER,
    "pratinjau_narasi": Hak(asing=ASING, cara="post"),
    "status_narasi": replace(PENYUSUN_POST, peran=("verifikator", "penyusun", "pimpinan")),
    "pemilik_narasi": PENYUSUN_POST,
    "komentar_narasi": replace(
        PENYUSUN_POST, peran=("operator", "verifikator", "penyusun", "pimpinan", "apip")
    ),
    "tutup_komentar": replace(PENYUSUN_POST, peran=("operator", "verifikator", "penyusun", "pimpinan")),
    "tambah_gambar": LEMBAR_POST,
    "versi_narasi": Hak(boleh=404, tanpa_izin=404, asing=ASING),
    **dict.fromkeys(
        ("rencana", "pohon", "unduh_pohon", "tabel_iku", "unduh_tabel_iku", "lembar_iku"), SATKER
    ),
    **dict.fromkeys(
        ("unduh_lembar_iku", "sasaran_rencana", "aksi_rencana", "versi_rencana", "beda_versi"), SATKER
    ),
    **dict.fromkeys(("renstra", "sasaran_baru", "indikator_baru"), RENCANA_BERSAMA),
    **dict.fromkeys(("indikator_rencana", "impor_iku"), PERENCANA),
    "kaitkan_sasaran": RENCANA_BERSAMA_POST,
    "pemilik_indikator": PERENCANA_SALAH,
    "target_rencana": PERENCANA_POST,
    "urungkan_rencana": PERENCANA_POST,
    "hapus_rencana": RENCANA_BERSAMA_POST,
    "realisasi_aksi": Hak(boleh=404, tanpa_izin=404, asing=ASING, cara="post"),
    "sehat": UMUM,
    "bahasa": Hak(tamu=302, boleh=302, tanpa_izin=302, asing=302),
    "account_login": Hak(tamu=ADA, boleh=302, tanpa_izin=302, asing=302),
    "account_inactive": UMUM,
    "tautan": Hak(tamu=404, boleh=404, tanpa_izin=404, asing=404),
    "mfa_authenticate": PASTIKAN,
    "mfa_login_webauthn": Hak(tamu=302, boleh=302, tanpa_izin=302, asing=302),
    "account_logout": Hak(),
    "account_reauthenticate": TANPA_CARA,
    "mfa_reauthenticate": TANPA_CARA,
    "mfa_reauthenticate_webauthn": TANPA_CARA,
    "akun_saya": SENDIRI,
    "account_change_password": PASTIKAN,
    "account_set_password": SENDIRI,
    "mfa_index": SENDIRI,
    "mfa_activate_totp": SENDIRI,
    "mfa_deactivate_totp": Hak(boleh=404, tanpa_izin=404, asing=404),
    "mfa_view_recovery_codes": Hak(boleh=404, tanpa_izin=404, asing=404),
    "mfa_generate_recovery_codes": SENDIRI,
    "mfa_list_webauthn": SENDIRI,
    "mfa_add_webauthn": SENDIRI,
    "mfa_edit_webauthn": Hak(boleh=404, tanpa_izin=404, asing=404),
    "mfa_remove_webauthn": Hak(boleh=404, tanpa_izin=404, asing=404),
    **dict.fromkeys(("isi_survei", "terima_kasih_survei", "hasil_survei_publik"), PUBLIK_ASING),
    "daftar_survei": SENDIRI,
    "buka_survei": replace(OPERATOR_POST, boleh=404, tanpa_izin=404),
    **dict.fromkeys(("survei", "ekspor_survei"), SATKER),
    # A survey that asks nothing yet has no form to fill.
    **dict.fromkeys(("kertas_survei", "templat_survei"), replace(OPERATOR_POST, boleh=422, cara="get")),
    **dict.fromkeys(("agregat_survei", "tutup_survei", "unggah_survei"), replace(OPERATOR_POST, boleh=422)),
    **dict.fromkeys(("populasi_survei", "buka_kembali_survei"), OPERATOR_POST),
    "papan": SENDIRI,
    "unduh_papan": SENDIRI,
    "unduh_dasbor": SATKER,
    "anggaran": SATKER,
    "unduh_anggaran": SATKER,
    "skor_anggaran": SATKER,
    "uraian_skor": SATKER,
    "andaian_skor": SATKER,
    "rekonsiliasi": SATKER,
    "unduh_rekonsiliasi": SATKER,
    "impor_anggaran": Hak(tanpa_izin=DITOLAK, asing=ASING, peran=("penyusun",), asing_semua=True),
    "pratinjau_anggaran": Hak(tanpa_izin=DITOLAK, asing=ASING, peran=("penyusun",), asing_semua=True),
    "daftar_target": SATKER,
    "unduh_target": SATKER,
    "target_kinerja": SATKER,
    # The form of this test saw a version that nobody wrote.
    "isi_bulan_target": Hak(
        boleh=422, tanpa_izin=DITOLAK, asing=ASING, peran=("operator",), cara="post", asing_semua=True
    ),
    "cabut_bukti_target": TARGET_POST,
    "tambah_bukti_target": SALAH_ISI,
    "nilai_target": SALAH_ISI,
    "verifikasi_target": SALAH_ISI,
    "telaah": SENDIRI,
    "hasil_telaah": Hak(boleh=302, tanpa_izin=302, asing=302, cara="post"),
    "telaah_tersimpan": TERSIMPAN,
    "hapus_telaah": replace(TERSIMPAN, boleh=302, cara="post"),
    "temuan": SATKER,
    "minta_pengecualian": replace(TERSIMPAN, boleh=302, cara="post", peran=("penyusun",)),
    "putus_pengecualian": Hak(boleh=404, tanpa_izin=404, asing=404, cara="post"),
    "reviu": SATKER,
    "satu_reviu": SATKER,
    "unduh_reviu": SATKER,
    "penugasan_reviu": replace(SATKER, cara="post"),
    "rekomendasi_reviu": replace(SATKER, cara="post"),
    "tindak_lanjut_reviu": LEMBAR_POST,
    "tanda_tangan_reviu": replace(TERSIMPAN, boleh=302, cara="post", peran=("apip",)),
    "tugas": SENDIRI,
    "antrean": SENDIRI,
    "penuhi_tenggat": Hak(boleh=404, tanpa_izin=404, asing=404, cara="post"),
    "buat_kalender": Hak(cara="post"),
    "cabut_kalender": KE_TUGAS,
    "kalender": Hak(tamu=404, boleh=404, tanpa_izin=404, asing=404),
    "pindah_banyak": KE_TUGAS,
    "lembar": SATKER,
    "simpan_sel": TANPA_ISI,
    "tempel_sel": TANPA_ISI,
    "konfirmasi_peringatan": Hak(boleh=404, tanpa_izin=404, asing=ASING, cara="post"),
    "pindah_lembar": LEMBAR_POST,
    "minta_buka": LEMBAR_POST,
    "jawab_buka": LEMBAR_POST,
    "pembukaan": Hak(boleh=302, tanpa_izin=302, asing=ASING),
    "catatan": SATKER,
    "tambah_bukti": LEMBAR_POST,
    "unduh_bukti": Hak(
        tanpa_izin=404, asing=ASING, peran=("operator", "verifikator", "penyusun", "pimpinan", "apip")
    ),
    "cabut_bukti": LEMBAR_POST,
    "pengisian": SATKER,
    "buka_bulan": Hak(
        boleh=302, tanpa_izin=DITOLAK, asing=ASING, peran=("penyusun",), cara="post", asing_semua=True
    ),
    "unduh_pengisian_csv": SATKER,
    "unduh_pengisian_xlsx": SATKER,
    "kisi_indikator": SATKER,
    "simpan_sel_indikator": TANPA_ISI,
    "tempel_sel_indikator": TANPA_ISI,
    "konfirmasi_peringatan_indikator": Hak(boleh=404, tanpa_izin=404, asing=ASING, cara="post"),
    "beranda": Hak(boleh=302, tanpa_izin=302, asing=ADA),
    "aturan": SENDIRI,
    "pilihan_aturan": SATKER,
    "pilih_aturan": PENGATURAN_POST,
    "kantor": Hak(boleh=302, tanpa_izin=302, asing=ASING),
    "dasbor": SATKER,
    "daftar_indikator": SATKER,
    "unduh_csv": SATKER,
    "indikator": SATKER,
    "kelengkapan": SATKER,
    "laporan": SATKER,
    "riwayat": SATKER,
    "unduh_riwayat": SATKER,
    "unduh": SATKER,
    "daftar_pengguna": Hak(tanpa_izin=DITOLAK, asing=ADA, peran=("admin",)),
    "pengguna_baru": Hak(tanpa_izin=DITOLAK, asing=ADA, peran=("admin",)),
    "pengguna": AKUN,
    "beri_peran": Hak(boleh=ADA, tanpa_izin=DITOLAK, asing=ASING, peran=("admin",), cara="post"),
    "akhiri_peran": AKUN_POST,
    "buat_tautan": Hak(boleh=ADA, tanpa_izin=DITOLAK, asing=ASING, peran=("admin",), cara="post"),
    "ubah_aktif": AKUN_POST,
    "lepas_pengaman": AKUN_POST,
}
