"""`kinerja templat`, `kinerja import`, `kinerja contoh`."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from django.utils import timezone
from rich.table import Table

from kinerja.antarmuka.cli.keluaran import (
    DITOLAK,
    SELESAI,
    galat,
    layar,
    tampilkan_kemajuan,
    tolak,
    tulis_json,
)
from kinerja.dokumen.baca.xlsx import BerkasDitolak
from kinerja.pertukaran.folder import FolderCacat, baca_folder
from kinerja.pertukaran.operations import HasilImpor, import_buku
from kinerja.pertukaran.templat import write_templat as tulis_buku
from kinerja.pertukaran.temuan import Tingkat

_TEMUAN_DITAMPILKAN = 50


def write_templat(pilihan: Namespace) -> int:
    """Write the official workbook, empty or filled from a folder."""
    try:
        isi = baca_folder(pilihan.isi, satker=pilihan.satker, tahun=pilihan.tahun) if pilihan.isi else None
        tulis_buku(pilihan.out, isi)
    except FolderCacat as masalah:
        return tolak(str(masalah))
    except OSError as masalah:
        return tolak(f"{pilihan.out} tidak dapat ditulis: {masalah.strerror}.")
    layar.print(f"Buku kerja ditulis: {pilihan.out}")
    return SELESAI


def import_berkas(pilihan: Namespace) -> int:
    """Check and store a workbook."""
    try:
        hasil = _import(pilihan.berkas, dry_run=pilihan.dry_run, diam=pilihan.json)
    except BerkasDitolak as masalah:
        if pilihan.json:
            tulis_json(
                {"berkas": pilihan.berkas.name, "disimpan": False, "masalah": str(masalah), "temuan": []}
            )
            return DITOLAK
        return tolak(str(masalah))
    if pilihan.json:
        tulis_json(_ke_json(hasil))
    else:
        _tampilkan(hasil, dry_run=pilihan.dry_run)
    return DITOLAK if hasil.ditolak else SELESAI


def load_contoh(pilihan: Namespace) -> int:
    """Fill the official workbook with a folder's data and import it; loaded already means nothing to do."""
    if not pilihan.folder.is_dir():
        return tolak(f"Folder contoh {pilihan.folder} tidak ada.")
    pilihan.isi = pilihan.folder
    if kode := write_templat(pilihan):
        return kode
    try:
        hasil = _import(pilihan.out)
    except BerkasDitolak as masalah:
        return tolak(str(masalah))
    _tampilkan(hasil)
    return DITOLAK if hasil.ditolak else SELESAI


def _import(berkas: Path, *, dry_run: bool = False, diam: bool = False) -> HasilImpor:
    with tampilkan_kemajuan("Mengimpor", diam=diam) as lapor:
        return import_buku(berkas=berkas, pada=timezone.now(), dry_run=dry_run, lapor=lapor)


def _tampilkan(hasil: HasilImpor, *, dry_run: bool = False) -> None:
    for temuan in hasil.temuan[:_TEMUAN_DITAMPILKAN]:
        gaya = "red" if temuan.tingkat is Tingkat.GALAT else "yellow"
        galat.print(f"{temuan.tingkat.value.upper()} {temuan}", style=gaya, markup=False)
    if len(hasil.temuan) > _TEMUAN_DITAMPILKAN:
        galat.print(
            f"… dan {len(hasil.temuan) - _TEMUAN_DITAMPILKAN} temuan lagi (lihat semuanya dengan --json)."
        )
    jumlah = hasil.jumlah
    if hasil.ditolak:
        galat.print("Ditolak: tidak satu baris pun disimpan.", style="red")
    elif not jumlah.baru and not jumlah.berubah:
        layar.print(f"Tidak ada perubahan: {jumlah.sama} baris sudah sama.")
    else:
        layar.print(_buat_tabel(hasil))
        layar.print("Diperiksa saja, tidak disimpan." if dry_run else "Disimpan.")


def _buat_tabel(hasil: HasilImpor) -> Table:
    tabel = Table("Lembar", "Baru", "Berubah", "Sama")
    for nama, p in hasil.perubahan.items():
        tabel.add_row(nama, str(p.baru), str(p.berubah), str(p.sama))
    return tabel


def _ke_json(hasil: HasilImpor) -> dict[str, Any]:
    return {
        "berkas": hasil.berkas,
        "disimpan": hasil.disimpan,
        "ditolak": hasil.ditolak,
        "perubahan": {
            nama: {"baru": p.baru, "berubah": p.berubah, "sama": p.sama}
            for nama, p in hasil.perubahan.items()
        },
        "temuan": [
            {
                "tingkat": t.tingkat.value,
                "tempat": t.tempat,
                "lembar": t.lembar,
                "sel": t.sel,
                "terbaca": t.terbaca,
                "aturan": t.aturan,
                "cara": t.cara,
            }
            for t in hasil.temuan
        ],
    }
