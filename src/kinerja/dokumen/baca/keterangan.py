"""Tell captions ("Tabel 12. …", "Gambar 3.4 …") from prose that mentions a table and from lists of tables."""

from __future__ import annotations

import re

from kinerja.dokumen.baca.naskah import BarisTeks, JenisKeterangan, KeteranganBaca

_BENTUK = re.compile(
    r"(?P<jenis>tabel|table|gambar|figure|grafik|bagan|diagram|foto)\s+"
    r"(?P<nomor>(?:[IVXLC]+|[A-Z]{0,2}\d+|[A-Z])(?:\s?[.\-]\s?\d+)*[a-z]?)(?P<batas>\s*[.:;–—-]|\s|$)\s*(?P<judul>.*)",
    re.IGNORECASE | re.DOTALL,
)
_DAFTAR = re.compile(r"(?:\.\s?){4,}|…\s*\d+\s*$")
_TABEL = ("tabel", "table")
_TERPANJANG = 400


def read_keterangan(baris: tuple[BarisTeks, ...]) -> KeteranganBaca | None:
    """The caption that these lines are, or None."""
    teks = " ".join(satu.teks.strip() for satu in baris)
    cocok = _BENTUK.match(teks)
    if cocok is None or len(teks) > _TERPANJANG or _DAFTAR.search(teks):
        return None
    nomor, judul = re.sub(r"\s", "", cocok["nomor"]), cocok["judul"].strip()
    if not any(huruf.isdigit() for huruf in nomor):
        return None
    if not cocok["batas"].strip() and judul[:1].islower():
        return None  # "Tabel 3 menunjukkan bahwa …" is prose
    if not judul and cocok["batas"].strip() == ".":
        return None  # the end of a sentence: "… tampak pada | Tabel 3."
    jenis: JenisKeterangan = "tabel" if cocok["jenis"].lower() in _TABEL else "gambar"
    return KeteranganBaca(baris, jenis, nomor, judul)
