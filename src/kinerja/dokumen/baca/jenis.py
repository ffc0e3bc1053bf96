"""What a file is, told by its first bytes and never by its name; and why some kinds cannot be read."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Literal

from kinerja.dokumen.baca.kendala import Kendala

Jenis = Literal["pdf", "docx", "xlsx", "html", "teks"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_GAMBAR = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|div|h1|p\b)",
    re.I | re.S,
)
_AWAL = 4096
_KENDALI = re.compile(rb"[\x01-\x08\x0e-\x1f]")
_SANDI = "EncryptedPackage".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")
_TAK_DIKENAL = (
    "Jenis berkas tidak dikenali. Yang dapat dibaca: PDF, DOCX, XLSX, HTML, dan teks. Simpan ulang sebagai salah "
    "satunya."
)


def kenali_jenis(isi: bytes) -> Jenis | Kendala:
    """The kind of a file, or why it is refused."""
    awal = isi[:_AWAL]
    if not isi.strip():
        return Kendala("kosong", "Berkas kosong. Salin atau unduh ulang berkasnya.", fatal=True)
    if b"%PDF-" in isi[:1024]:
        return "pdf"
    if awal.startswith(b"PK"):
        return _kenali_arsip(isi)
    if awal.startswith(_OLE):
        return _tolak_lama(isi)
    return _kenali_lain(awal)


def _kenali_lain(awal: bytes) -> Jenis | Kendala:
    if awal.startswith(_GAMBAR):
        pesan = "Berkas berupa gambar. Yang dapat diperiksa dokumen dengan teks, bukan foto atau pindaian."
        return Kendala("gambar", pesan, fatal=True)
    if awal.startswith(b"{\\rtf"):
        return Kendala("format-lama", "Berkas berformat RTF. Simpan ulang sebagai .docx.", fatal=True)
    return "html" if _HTML.match(awal) else "teks"


def _kenali_arsip(isi: bytes) -> Jenis | Kendala:
    try:
        with zipfile.ZipFile(BytesIO(isi)) as arsip:
            nama = set(arsip.namelist())
    except (zipfile.BadZipFile, UnicodeDecodeError, NotImplementedError):
        return Kendala("rusak", "Arsip berkas tidak utuh. Unduh atau simpan ulang berkasnya.", fatal=True)
    if "word/document.xml" in nama:
        return "docx"
    if "xl/workbook.xml" in nama:
        return "xlsx"
    if "mimetype" in nama:
        pesan = "Berkas berformat OpenDocument. Simpan ulang sebagai .docx atau .xlsx."
        return Kendala("format-lain", pesan, fatal=True)
    return Kendala("format-lain", _TAK_DIKENAL, fatal=True)


def _tolak_lama(isi: bytes) -> Kendala:
    if _SANDI in isi:
        return Kendala("sandi", "Berkas terkunci sandi. Simpan ulang tanpa sandi.", fatal=True)
    akhiran = ".docx" if _WORD in isi else ".xlsx"
    asal = "Word lama (.doc)" if _WORD in isi else "Office lama (.doc atau .xls)"
    return Kendala("format-lama", f"Berkas berformat {asal}. Simpan ulang sebagai {akhiran}.", fatal=True)


def baca_sandi_huruf(isi: bytes) -> tuple[str, Kendala | None]:
    """Bytes to text by UTF-8, UTF-16 or Windows-1252, the last with a remark; "" for what is no text."""
    for tanda, sandi in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if isi.startswith(tanda):
            return isi.decode(sandi, errors="replace"), None
    genap, ganjil = isi[0:_AWAL:2].count(0), isi[1:_AWAL:2].count(0)
    if max(genap, ganjil) > _AWAL // 16 or (max(genap, ganjil) * 4 > len(isi)):
        return isi.decode("utf-16-be" if genap > ganjil else "utf-16-le", errors="replace"), None
    if b"\x00" in isi or len(_KENDALI.findall(isi[:_AWAL])) * 10 > len(isi[:_AWAL]):
        return "", Kendala("format-lain", _TAK_DIKENAL, fatal=True)
    try:
        return isi.decode("utf-8"), None
    except UnicodeDecodeError:
        pesan = "Teks tidak bersandi UTF-8; dibaca sebagai Windows-1252. Periksa huruf yang janggal."
        return isi.decode("cp1252", errors="replace"), Kendala("penyandian", pesan)
