"""`kinerja lkjip`."""

import tempfile
from argparse import Namespace
from decimal import Decimal
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from kinerja.antarmuka.cli.keluaran import SELESAI, layar, tampilkan_kemajuan, tolak, tulis_json
from kinerja.antarmuka.cli.pemilik import find_milik_lain
from kinerja.dasar.cetak import cetak_angka
from kinerja.dokumen.baca.galat import jelaskan_os
from kinerja.dokumen.pdf import PdfGagal
from kinerja.organisasi.queries import SatkerTidakDikenal, get_akhir_tahun, get_nama, get_satker
from kinerja.pelaporan.operations import HasilLaporan, name_berkas
from kinerja.pelaporan.operations import make_lkjip as buat_lkjip
from kinerja.pelaporan.queries import TidakAdaKinerja
from kinerja.telaah.lampiran import compose_lampiran_pengecualian

_CELAH_DITAMPILKAN = 10


def make_lkjip(pilihan: Namespace) -> int:
    """Compose the report and write its files."""
    try:
        _siapkan_folder(pilihan.out)
        satker = get_satker(pilihan.satker)
        if masalah := _periksa_milik(pilihan, get_nama(satker, get_akhir_tahun(pilihan.tahun))):
            return tolak(masalah, json=pilihan.json)
        with tampilkan_kemajuan("LKjIP", diam=pilihan.json) as lapor:
            hasil = buat_lkjip(
                satker=satker,
                tahun=pilihan.tahun,
                format=pilihan.format,
                folder=pilihan.out,
                lapor=lapor,
                lampiran_lain=compose_lampiran_pengecualian(satker, pilihan.tahun, timezone.now()),
            )
    except (SatkerTidakDikenal, TidakAdaKinerja, PdfGagal) as masalah:
        return tolak(str(masalah), json=pilihan.json)
    except OSError as masalah:
        pesan = _("%(folder)s tidak dapat ditulis: %(sebab)s.")
        return tolak(pesan % {"folder": pilihan.out, "sebab": jelaskan_os(masalah)}, json=pilihan.json)
    (_tulis_json if pilihan.json else _tampilkan)(hasil)
    return SELESAI


def _siapkan_folder(folder: Path) -> None:
    """Fail before the report is composed, not after."""
    folder.mkdir(parents=True, exist_ok=True)
    tempfile.TemporaryFile(dir=folder).close()


def _periksa_milik(pilihan: Namespace, nama: str) -> str:
    """Why the files may not be written: they would replace another office's report; "" when they may."""
    if pilihan.timpa:
        return ""
    tujuan = (name_berkas(pilihan.out, pilihan.tahun, satu) for satu in pilihan.format)
    lain = find_milik_lain(tujuan, nama)
    if lain is None:
        return ""
    berkas, pemilik = lain
    pesan = _(
        "%(berkas)s adalah laporan %(pemilik)s. Pilih folder lain dengan --out, atau ganti dengan --timpa."
    )
    return pesan % {"berkas": berkas, "pemilik": pemilik or _("yang tidak dikenal")}


def _tampilkan(hasil: HasilLaporan) -> None:
    for format_, berkas in hasil.berkas.items():
        ukuran = cetak_angka(Decimal(berkas.stat().st_size) / 2**20, 1)
        layar.print(f"{format_.upper():5} {berkas} ({ukuran} MB)")
    if hasil.jumlah_halaman:
        isi = {"jumlah": hasil.jumlah_halaman, "kode": hasil.kode}
        layar.print(_("Halaman PDF: %(jumlah)s; kode dokumen: %(kode)s") % isi)
    if hasil.celah:
        pesan = _("Belum diisi: %(jumlah)s bagian (lihat lampiran Kelengkapan):")
        layar.print(pesan % {"jumlah": len(hasil.celah)})
        for celah in hasil.celah[:_CELAH_DITAMPILKAN]:
            layar.print(f"  {celah.tempat}: {celah.apa} — {celah.oleh}")


def _tulis_json(hasil: HasilLaporan) -> None:
    tulis_json(
        {
            "berkas": {format_: str(berkas) for format_, berkas in hasil.berkas.items()},
            "kode": hasil.kode,
            "halaman": hasil.jumlah_halaman,
            "belum_diisi": [{"tempat": c.tempat, "apa": c.apa, "oleh": c.oleh} for c in hasil.celah],
        }
    )
