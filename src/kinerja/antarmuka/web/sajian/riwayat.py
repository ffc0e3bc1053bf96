"""The history of an object, in words."""

import csv
import datetime
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import unquote

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinerja.antarmuka.web.sajian.daftar import PEMISAH, amankan
from kinerja.dokumen.sidik import make_kode
from kinerja.jejak.queries import EntriRiwayat, Perubahan

_SIDIK = re.compile("[0-9a-f]{64}")
_WAKTU = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+\+00:00")
TINDAKAN: Mapping[str, str | Promise] = MappingProxyType(
    {
        "jejak.mulai": gettext_lazy("jejak dimulai"),
        "data.impor": gettext_lazy("mengimpor buku kerja"),
        "rencana.tambah": gettext_lazy("menambah bagian rencana"),
        "rencana.ubah": gettext_lazy("mengubah rencana"),
        "rencana.hapus": gettext_lazy("menghapus bagian rencana"),
        "rencana.rumusan": gettext_lazy("mengubah misi atau tujuan"),
        "rencana.kaitkan": gettext_lazy("menambah kaitan lintas"),
        "rencana.lepas_kaitan": gettext_lazy("melepas kaitan lintas"),
        "rencana.lembar_iku": gettext_lazy("mengubah lembar IKU"),
        "rencana.penanggung_jawab": gettext_lazy("menetapkan penanggung jawab indikator"),
        "rencana.target": gettext_lazy("mengubah target Renstra"),
        "rencana.aksi": gettext_lazy("mengubah rencana aksi"),
        "rencana.hapus_aksi": gettext_lazy("menghapus langkah rencana aksi"),
        "rencana.realisasi_aksi": gettext_lazy("mengisi realisasi rencana aksi"),
        "rencana.versi": gettext_lazy("menetapkan versi rencana"),
        "anggaran.impor": gettext_lazy("mengimpor berkas kementerian"),
        "akun.buat": gettext_lazy("membuat akun"),
        "akun.ubah": gettext_lazy("mengubah data akun"),
        "akun.aktifkan": gettext_lazy("mengaktifkan akun"),
        "akun.nonaktifkan": gettext_lazy("menonaktifkan akun"),
        "akun.beri_peran": gettext_lazy("memberi peran"),
        "akun.akhiri_peran": gettext_lazy("mengakhiri peran"),
        "akun.buat_tautan": gettext_lazy("membuat tautan sekali pakai"),
        "akun.pakai_tautan": gettext_lazy("memakai tautan sekali pakai"),
        "akun.masuk": gettext_lazy("masuk"),
        "akun.ganti_sandi": gettext_lazy("mengganti kata sandi"),
        "akun.lepas_pengaman": gettext_lazy("melepas pengaman kedua"),
        "akun.totp_activated": gettext_lazy("memasang aplikasi autentikator"),
        "akun.totp_deactivated": gettext_lazy("melepas aplikasi autentikator"),
        "akun.webauthn_added": gettext_lazy("menambah kunci keamanan"),
        "akun.webauthn_removed": gettext_lazy("melepas kunci keamanan"),
        "akun.recovery_codes_generated": gettext_lazy("membuat kode pemulihan"),
        "realisasi.isi": gettext_lazy("mengisi sel"),
        "realisasi.konfirmasi": gettext_lazy("mengonfirmasi peringatan"),
        "catatan.isi": gettext_lazy("menulis catatan pengukuran"),
        "bukti.tambah": gettext_lazy("menambah data dukung"),
        "bukti.cabut": gettext_lazy("mencabut data dukung"),
        "bukti.unduh": gettext_lazy("mengunduh data dukung"),
        "pelapor.atur": gettext_lazy("menentukan pelapor"),
        "lembar.buat": gettext_lazy("membuka bulan"),
        "lembar.ajukan": gettext_lazy("mengajukan lembar"),
        "lembar.verifikasi": gettext_lazy("memverifikasi lembar"),
        "lembar.setujui": gettext_lazy("menyetujui lembar"),
        "lembar.kunci": gettext_lazy("mengunci lembar"),
        "lembar.kembalikan": gettext_lazy("mengembalikan lembar"),
        "lembar.minta_buka": gettext_lazy("meminta pembukaan kunci"),
        "lembar.tolak_buka": gettext_lazy("menolak pembukaan kunci"),
        "lembar.buka": gettext_lazy("membuka kunci lembar"),
        "lembar.tutup": gettext_lazy("mengunci lembar kembali"),
        "pengaturan.pilih": gettext_lazy("memilih pengaturan instansi"),
        "tenggat.ubah": gettext_lazy("mengubah tenggat"),
        "tenggat.penuhi": gettext_lazy("menyatakan sudah dilaporkan"),
        "kalender.buat": gettext_lazy("membuat alamat kalender"),
        "kalender.cabut": gettext_lazy("mencabut alamat kalender"),
        "telaah.jalankan": gettext_lazy("menelaah laporan"),
        "telaah.simpan": gettext_lazy("menyimpan hasil telaah berkas"),
        "telaah.hapus": gettext_lazy("menghapus hasil telaah berkas"),
        "temuan.minta_pengecualian": gettext_lazy("meminta pengecualian temuan"),
        "temuan.setuju_pengecualian": gettext_lazy("menyetujui pengecualian temuan"),
        "temuan.tolak_pengecualian": gettext_lazy("menolak pengecualian temuan"),
        "temuan.cabut_pengecualian": gettext_lazy("mencabut pengecualian temuan"),
        "reviu.buka": gettext_lazy("membuka reviu"),
        "reviu.ubah": gettext_lazy("mengubah penugasan reviu"),
        "reviu.jawab": gettext_lazy("menjawab kriteria reviu"),
        "reviu.rekomendasi": gettext_lazy("menambah rekomendasi"),
        "reviu.hapus_rekomendasi": gettext_lazy("menghapus rekomendasi"),
        "reviu.tanda_tangan": gettext_lazy("menandatangani reviu"),
        "reviu.tindak_lanjut": gettext_lazy("mencatat tindak lanjut"),
        "narasi.bagikan": gettext_lazy("membagikan narasi kepada pemiliknya"),
        "narasi.tugaskan": gettext_lazy("mengubah pemilik atau tenggat narasi"),
        "narasi.tulis": gettext_lazy("menulis narasi"),
        "narasi.ajukan": gettext_lazy("mengajukan narasi"),
        "narasi.setujui": gettext_lazy("menyetujui narasi"),
        "narasi.kembalikan": gettext_lazy("mengembalikan narasi"),
        "narasi.komentari": gettext_lazy("mengomentari narasi"),
        "narasi.tutup_komentar": gettext_lazy("menutup komentar narasi"),
        "narasi.tambah_gambar": gettext_lazy("menambah gambar narasi"),
        "laporan.mulai": gettext_lazy("memulai penyusunan laporan"),
        "laporan.lanjut": gettext_lazy("meneruskan laporan"),
        "laporan.kembali": gettext_lazy("mengembalikan laporan"),
        "laporan.bekukan": gettext_lazy("menandatangani dan membekukan laporan"),
        "laporan.minta_revisi": gettext_lazy("meminta laporan dibuka kembali"),
        "laporan.buka": gettext_lazy("membuka laporan untuk direvisi"),
        "laporan.tolak_revisi": gettext_lazy("menolak permintaan revisi laporan"),
        "laporan.tutup": gettext_lazy("menutup masa revisi laporan"),
        "perjanjian.buat": gettext_lazy("membuat Perjanjian Kinerja"),
        "perjanjian.versi": gettext_lazy("memulai versi perjanjian"),
        "perjanjian.ubah": gettext_lazy("mengubah draf perjanjian"),
        "perjanjian.target": gettext_lazy("mengubah target perjanjian"),
        "perjanjian.paraf": gettext_lazy("memaraf perjanjian"),
        "perjanjian.kembalikan": gettext_lazy("mengembalikan perjanjian"),
        "perjanjian.tanda_tangan": gettext_lazy("menandatangani perjanjian"),
        "jabatan.simpan": gettext_lazy("mencatat jabatan dan pemangkunya"),
        "templat.simpan": gettext_lazy("mengunggah templat naskah"),
        "templat.hapus": gettext_lazy("kembali ke templat bawaan"),
        "survei.buka": gettext_lazy("membuka survei"),
        "survei.populasi": gettext_lazy("mengisi populasi survei"),
        "survei.jawaban": gettext_lazy("memasukkan jawaban survei"),
        "survei.agregat": gettext_lazy("mengisi hasil survei"),
        "survei.tutup": gettext_lazy("menutup survei"),
        "survei.buka_kembali": gettext_lazy("membuka kembali survei"),
        "realisasi.survei": gettext_lazy("mengisi realisasi dari survei"),
        "target_kinerja.impor": gettext_lazy("mengimpor target kinerja"),
        "target_kinerja.isi": gettext_lazy("menulis kemajuan target kinerja"),
        "target_kinerja.nilai": gettext_lazy("menilai target kinerja"),
        "target_kinerja.verifikasi": gettext_lazy("memverifikasi penilaian target kinerja"),
        "laporan.tanda_tangan": gettext_lazy("membubuhkan tanda tangan elektronik pada laporan"),
        "jejak.buka_rantai": gettext_lazy("memulai jejak kantor"),
    }
)
"""tindakan of the trail -> what a reader sees. A room that records something new adds its words here."""


@dataclass(frozen=True, slots=True)
class BarisRiwayat:
    """One entry as it is shown."""

    pada: datetime.datetime
    oleh: str
    tindakan: str | Promise
    objek: str
    alasan: str
    perubahan: tuple[Perubahan, ...]


def sajikan_riwayat(entri: Iterable[EntriRiwayat]) -> list[BarisRiwayat]:
    """The entries with their words; an action without words keeps its code."""
    return [
        BarisRiwayat(
            e.pada,
            e.oleh,
            TINDAKAN.get(e.tindakan, e.tindakan),
            unquote(e.objek.partition(":")[2]),
            e.alasan,
            tuple(Perubahan(p.medan, _cetak(p.dari), _cetak(p.menjadi)) for p in e.perubahan),
        )
        for e in entri
    ]


def list_tindakan() -> list[tuple[str, str]]:
    """Every action by its words, in order of the words."""
    return sorted(((kode, str(kata)) for kode, kata in TINDAKAN.items()), key=lambda p: p[1].casefold())


def tulis_csv_riwayat(entri: Iterable[EntriRiwayat]) -> Iterator[str]:
    """Line by line, one per entry: semicolons and a byte order mark, as Excel in an Indonesian locale reads it."""
    yield "\N{ZERO WIDTH NO-BREAK SPACE}"
    judul = [_("Nomor"), _("Waktu"), _("Oleh"), _("Tindakan"), _("Objek"), _("Perubahan"), _("Alasan")]
    yield _tulis_baris(judul)
    for satu, baris in ((e, sajikan_riwayat([e])[0]) for e in entri):
        perubahan = " | ".join(f"{p.medan}: {p.dari} → {p.menjadi}" for p in baris.perubahan)
        waktu = f"{timezone.localtime(baris.pada):%Y-%m-%d %H.%M.%S}"
        isi = (baris.oleh, str(baris.tindakan), baris.objek, perubahan, baris.alasan)
        yield _tulis_baris([str(satu.nomor), waktu, *map(amankan, isi)])


def _tulis_baris(isi: Sequence[str]) -> str:
    berkas = io.StringIO()
    csv.writer(berkas, delimiter=PEMISAH, lineterminator="\r\n").writerow(isi)
    return berkas.getvalue()


def _cetak(nilai: str) -> str:
    """A value of the trail as it is read: a moment in the time of the office, yes and no in words, a hash as the
    short code that stands on paper.
    """
    if _SIDIK.fullmatch(nilai):
        return make_kode(nilai)
    if nilai in {"true", "false"}:
        return _("ya") if nilai == "true" else _("tidak")
    if _WAKTU.fullmatch(nilai):
        saat = timezone.localtime(datetime.datetime.fromisoformat(nilai))
        return f"{saat:%Y-%m-%d %H.%M}"
    return nilai
