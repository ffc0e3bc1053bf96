"""Files nobody should send but somebody will: each with what telaah has to say about it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import pikepdf

_INGGRIS = """Annual performance report

Table 1. Performance in 2023
No Indicator Target Actual Achievement
1 Share of requests done in time 80% 60% 75%
"""
_KATA = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, slots=True)
class BerkasJahat:
    """A file by its name, how to make its bytes, and words of the message it must get."""

    nama: str
    buat: Callable[[], bytes]
    pesan: str


def _buat_pdf(halaman: int, sandi: str = "") -> bytes:
    keluar = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(halaman):
            pdf.add_blank_page()
        kunci = pikepdf.Encryption(owner="pemilik", user=sandi) if sandi else None
        pdf.save(keluar, encryption=kunci)
    return keluar.getvalue()


def _buat_bom() -> bytes:
    """200 MB of the same letter in a DOCX of 200 KB."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("[Content_Types].xml", "<Types/>")
        with arsip.open("word/document.xml", "w") as isi:
            isi.write(f'<w:document xmlns:w="{_KATA}"><w:body><w:p><w:r><w:t>'.encode())
            for _ in range(200):
                isi.write(b"A" * 2**20)
            isi.write(b"</w:t></w:r></w:p></w:body></w:document>")
    return keluar.getvalue()


BERKAS_JAHAT = (
    BerkasJahat("bersandi.pdf", lambda: _buat_pdf(1, "rahasia"), "PDF terkunci sandi"),
    BerkasJahat("5000-halaman.pdf", lambda: _buat_pdf(5000), "PDF memuat 5000 halaman; paling banyak 1000"),
    BerkasJahat("bom.docx", _buat_bom, "bom.docx mengembang menjadi lebih dari 160 MB"),
    BerkasJahat("inggris.txt", _INGGRIS.encode, "Tidak ada satu pun angka kinerja yang dikenali"),
    BerkasJahat("kosong.pdf", bytes, "Berkas kosong"),
    BerkasJahat("foto.pdf", lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(500), "Berkas berupa gambar"),
)
"""All of them are refused; a workbook that points at other files is read, with a remark (tests/dokumen)."""
