"""A file from a stranger: its name cleaned, its kind found in its bytes, its size measured, its hash taken."""

import hashlib
import re
import tempfile
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.core.files import File
from django.core.files.storage import storages
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from kinerja.aturan.temuan import Temuan
from kinerja.dokumen.baca.arsip import is_bermakro
from kinerja.pengukuran.models.data_dukung import JenisBerkas

GUDANG = "bukti"
_POTONGAN = 2**16
_NAMA_TERPANJANG = 120
_TERLARANG = re.compile(r'[\x00-\x1f\x7f<>:"|?*\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]')
_AWALAN = {
    b"%PDF-": JenisBerkas.PDF,
    b"\x89PNG\r\n\x1a\n": JenisBerkas.PNG,
    b"\xff\xd8\xff": JenisBerkas.JPEG,
}
_AKHIRAN = {
    JenisBerkas.PDF: (".pdf",),
    JenisBerkas.PNG: (".png",),
    JenisBerkas.JPEG: (".jpg", ".jpeg"),
    JenisBerkas.XLSX: (".xlsx",),
}
_BUKU = {"[Content_Types].xml", "xl/workbook.xml"}
_BAGIAN_TERBANYAK = 5000


@dataclass(frozen=True, slots=True)
class Unggahan:
    """What a browser sends: the name it claims and the bytes, read once."""

    nama: str
    aliran: BinaryIO


@dataclass(frozen=True, slots=True)
class BerkasTerperiksa:
    """A file that may be kept, lying in `letak` until the block ends."""

    nama: str
    jenis: JenisBerkas
    ukuran: int
    sha256: str
    letak: Path


def clean_nama(nama: str) -> str:
    """The last part of a name without anything that could lead elsewhere or look like something else."""
    bersih = _TERLARANG.sub("", unicodedata.normalize("NFC", re.split(r"[/\\]", nama)[-1]))
    bersih = " ".join(bersih.split()).strip(" .")
    return bersih[-_NAMA_TERPANJANG:] or "berkas"


def sniff_jenis(letak: Path) -> JenisBerkas | None:
    """What the bytes say the file is; None for anything that is not accepted."""
    with letak.open("rb") as aliran:
        awal = aliran.read(16)
    for tanda, jenis in _AWALAN.items():
        if awal.startswith(tanda):
            return jenis
    return JenisBerkas.XLSX if awal.startswith(b"PK\x03\x04") and _is_buku(letak) else None


def _is_buku(letak: Path) -> bool:
    """A workbook without macros; only the list of its parts is read, nothing is unpacked."""
    try:
        with zipfile.ZipFile(letak) as arsip:
            bagian = arsip.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False
    return len(bagian) <= _BAGIAN_TERBANYAK and not is_bermakro(bagian) and set(bagian) >= _BUKU


@contextmanager
def examine(unggahan: Unggahan) -> Iterator[tuple[BerkasTerperiksa | None, tuple[Temuan, ...]]]:
    """Measure, sniff and scan an upload; the file, or why it is refused. It is gone when the block ends."""
    with tempfile.TemporaryDirectory() as wadah:
        letak = Path(wadah) / "berkas"
        sidik, ukuran = _salin(unggahan.aliran, letak)
        jenis = sniff_jenis(letak) if ukuran else None
        temuan = tuple(_check(letak, ukuran, jenis))
        if temuan or jenis is None:
            yield None, temuan
            return
        yield (
            BerkasTerperiksa(_beri_akhiran(clean_nama(unggahan.nama), jenis), jenis, ukuran, sidik, letak),
            (),
        )


def _salin(aliran: BinaryIO, letak: Path) -> tuple[str, int]:
    """Hash and size; stops reading just beyond the limit."""
    sidik, ukuran = hashlib.sha256(), 0
    with letak.open("wb") as tujuan:
        while ukuran <= settings.BUKTI_TERBESAR and (potong := aliran.read(_POTONGAN)):
            sidik.update(potong)
            ukuran += len(potong)
            tujuan.write(potong)
    return sidik.hexdigest(), ukuran


def _check(letak: Path, ukuran: int, jenis: JenisBerkas | None) -> Iterator[Temuan]:
    if ukuran == 0:
        yield Temuan("berkas_kosong", _("Berkas ini kosong."), _("Pilih berkas lain."))
    elif ukuran > settings.BUKTI_TERBESAR:
        batas = settings.BUKTI_TERBESAR // 2**20
        pesan = _("Berkas ini lebih besar dari %(batas)d MB.") % {"batas": batas}
        yield Temuan("berkas_besar", pesan, _("Perkecil atau bagi berkasnya."))
    elif jenis is None:
        pesan = _("Isi berkas ini bukan PDF, PNG, JPEG, atau XLSX tanpa makro.")
        yield Temuan("jenis_berkas", pesan, _("Simpan ulang dalam salah satu bentuk itu."))
    elif ancaman := _pindai(letak):
        pesan = _("Pemindai menemukan %(ancaman)s di berkas ini.") % {"ancaman": ancaman}
        yield Temuan("berkas_berbahaya", pesan, _("Jangan buka berkas itu; hubungi pengelola TI."))


def _pindai(letak: Path) -> str:
    """What the scanner of this installation (PEMINDAI_VIRUS) says: the name of a threat, "" when clean."""
    if not settings.PEMINDAI_VIRUS:
        return ""
    pemindai: Callable[[Path], str] = import_string(settings.PEMINDAI_VIRUS)
    return pemindai(letak)


def _beri_akhiran(nama: str, jenis: JenisBerkas) -> str:
    akhiran = _AKHIRAN[jenis]
    if nama.lower().endswith(akhiran):
        return nama
    return nama[: _NAMA_TERPANJANG - len(akhiran[0])] + akhiran[0]


def store(berkas: BerkasTerperiksa) -> None:
    """Keep the bytes of an examined upload under their hash."""
    store_letak(berkas.sha256, berkas.letak)


def store_letak(sha256: str, letak: Path) -> None:
    """Keep the bytes of a file under their hash; the same bytes are kept once."""
    gudang = storages[GUDANG]
    nama = get_nama_gudang(sha256)
    if not gudang.exists(nama):
        with letak.open("rb") as aliran:
            gudang.save(nama, File(aliran))


def open_berkas(sha256: str) -> File:  # type: ignore[type-arg]
    """The stored bytes; raises FileNotFoundError when the store lost them."""
    return storages[GUDANG].open(get_nama_gudang(sha256), "rb")


def get_nama_gudang(sha256: str) -> str:
    """Two levels of folders, so that none grows too large."""
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"
