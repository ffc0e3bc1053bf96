"""`kinerja templat`, `kinerja import`, `kinerja ekspor`, `kinerja contoh`."""

import gc
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from rich.table import Table

from kinerja.antarmuka.cli.akun import show_peraga
from kinerja.antarmuka.cli.alur import load_target_kinerja
from kinerja.antarmuka.cli.keluaran import (
    DITOLAK,
    SELESAI,
    galat,
    layar,
    tampilkan_kemajuan,
    tolak,
    tulis_json,
)
from kinerja.basisdata.simpan import Perubahan
from kinerja.dokumen.baca.galat import BerkasDitolak, jelaskan_os
from kinerja.pengukuran.operations.target_kinerja import BerkasTargetCacat
from kinerja.pertukaran.ekspor import read_tersimpan
from kinerja.pertukaran.folder import FolderCacat, baca_folder
from kinerja.pertukaran.operations import HasilImpor, import_buku
from kinerja.pertukaran.templat import Isi
from kinerja.pertukaran.templat import write_templat as tulis_buku
from kinerja.pertukaran.temuan import Temuan, Tingkat

_TEMUAN_DITAMPILKAN = 20
TARGET_KINERJA = "target_kinerja.csv"


def write_templat(pilihan: Namespace) -> int:
    """Write the official workbook, empty or filled from a folder."""
    if pilihan.isi and not pilihan.isi.is_dir():
        return tolak(_("folder %(folder)s tidak ada.") % {"folder": pilihan.isi})
    if masalah := _tulis_buku(pilihan, pilihan.isi):
        return tolak(masalah)
    layar.print(_("Buku kerja ditulis: %(berkas)s") % {"berkas": pilihan.out})
    return SELESAI


def export_buku(pilihan: Namespace) -> int:
    """Write all that is stored as the official workbook; imported again it changes nothing."""
    isi, temuan = read_tersimpan()
    if masalah := _tulis(pilihan.out, lambda: isi):
        return tolak(masalah)
    _tampilkan_temuan(temuan)
    baris = sum(map(len, isi.values()))
    layar.print(
        _("Buku kerja ditulis: %(berkas)s (%(baris)s baris)") % {"berkas": pilihan.out, "baris": baris}
    )
    return SELESAI


def _tulis_buku(pilihan: Namespace, folder: Path | None) -> str:
    """Write the workbook, filled from the folder; what went wrong, or ""."""
    return _tulis(
        pilihan.out,
        lambda: baca_folder(folder, satker=pilihan.satker, tahun=pilihan.tahun) if folder else None,
    )


def _tulis(tujuan: Path, baca: Callable[[], Isi | None]) -> str:
    """Write what `baca` gives; what went wrong, or ""."""
    try:
        tulis_buku(tujuan, baca())
    except FolderCacat as masalah:
        return str(masalah)
    except OSError as masalah:
        return _("%(berkas)s tidak dapat ditulis: %(sebab)s.") % {
            "berkas": masalah.filename or tujuan,
            "sebab": jelaskan_os(masalah),
        }
    return ""


def import_berkas(pilihan: Namespace) -> int:
    """Check and store a workbook."""
    return _import(pilihan.berkas, dry_run=pilihan.dry_run, json=pilihan.json)


def load_contoh(pilihan: Namespace) -> int:
    """Fill the official workbook with a folder's data and import it; loaded already means nothing to do."""
    if not pilihan.folder.is_dir():
        return tolak(_("folder contoh %(folder)s tidak ada.") % {"folder": pilihan.folder})
    if masalah := _tulis_buku(pilihan, pilihan.folder):
        return tolak(masalah)
    kode = _import(pilihan.out)
    target = pilihan.folder / TARGET_KINERJA
    if kode == SELESAI and target.exists():
        try:
            load_target_kinerja(target, pilihan.satker, pilihan.tahun)
        except BerkasTargetCacat as masalah:
            return tolak(str(masalah))
    if kode == SELESAI and pilihan.akun_peraga:
        show_peraga(pilihan.satker, pilihan.tahun)
    return kode


def _import(berkas: Path, *, dry_run: bool = False, json: bool = False) -> int:
    # Rows live until the import ends, and the process with it: to search them for circles is in vain.
    gc.disable()
    try:
        with tampilkan_kemajuan(_("Mengimpor"), diam=json) as lapor:
            hasil = import_buku(berkas=berkas, pada=timezone.now(), dry_run=dry_run, lapor=lapor)
    except BerkasDitolak as masalah:
        return tolak(str(masalah), json=json)
    if json:
        tulis_json(_ke_json(hasil))
    else:
        _tampilkan(hasil, dry_run=dry_run)
    return DITOLAK if hasil.ditolak else SELESAI


def _tampilkan(hasil: HasilImpor, *, dry_run: bool) -> None:
    _tampilkan_temuan(hasil.temuan)
    jumlah = hasil.jumlah
    if hasil.ditolak:
        galat.print(_("Ditolak: tidak satu baris pun disimpan."), style="red")
    elif not jumlah.baru and not jumlah.berubah:
        layar.print(_("Tidak ada perubahan: %(sama)s baris sudah sama.") % {"sama": jumlah.sama})
    else:
        layar.print(_buat_tabel(hasil))
        layar.print(_("Diperiksa saja, tidak disimpan.") if dry_run else _("Disimpan."))


def _tampilkan_temuan(temuan: list[Temuan]) -> None:
    """The first problems, those that reject the file before the doubts, and how many there are."""
    ditampilkan = temuan[:_TEMUAN_DITAMPILKAN]
    for satu in ditampilkan:
        gaya = "red" if satu.tingkat is Tingkat.GALAT else "yellow"
        galat.print(f"{satu.tingkat.value.upper()} {satu}", style=gaya)
    sebutan = {
        Tingkat.GALAT: _("%(jumlah)s kesalahan di %(lembar)s lembar"),
        Tingkat.PERINGATAN: _("%(jumlah)s peringatan di %(lembar)s lembar"),
    }
    for tingkat, kalimat in sebutan.items():
        semua = [t for t in temuan if t.tingkat is tingkat]
        tampak = sum(t.tingkat is tingkat for t in ditampilkan)
        if semua:
            isi = {"jumlah": len(semua), "lembar": len({t.lembar for t in semua})}
            galat.print(f"{kalimat % isi}{_jelaskan_sisa(len(semua), tampak)}")


def _jelaskan_sisa(semua: int, tampak: int) -> str:
    if semua == tampak:
        return "."
    if not tampak:
        return _("; semuanya dengan --json.")
    return _("; %(tampak)s pertama ditampilkan, semuanya dengan --json.") % {"tampak": tampak}


def _buat_tabel(hasil: HasilImpor) -> Table:
    tabel = Table(_("Lembar"), _("Baru"), _("Berubah"), _("Sama"))
    for nama, p in hasil.perubahan.items():
        if p != Perubahan():
            tabel.add_row(nama, str(p.baru), str(p.berubah), str(p.sama))
    return tabel


def _ke_json(hasil: HasilImpor) -> dict[str, Any]:
    return {
        "berkas": hasil.berkas,
        "disimpan": hasil.disimpan,
        "ditolak": hasil.ditolak,
        "perubahan": {nama: asdict(p) for nama, p in hasil.perubahan.items()},
        "temuan": [{"tempat": t.tempat, **asdict(t)} for t in hasil.temuan],
    }
