"""Whose report a file is, read from the file itself, so that no office overwrites another one's."""

import re
import zipfile
from collections.abc import Iterable
from html import unescape
from pathlib import Path

_POLA = {
    ".pdf": rb"<dc:creator>.*?<rdf:li[^>]*>(.*?)</rdf:li>",
    ".docx": rb"<dc:creator>(.*?)</dc:creator>",
    ".html": " – ([^<]*)</title>".encode(),
}


def find_milik_lain(berkas: Iterable[Path], nama: str) -> tuple[Path, str] | None:
    """The first existing file that is not a report of the office `nama`, and whose it is ("" when unknown).

    Raises OSError.
    """
    for satu in berkas:
        if satu.is_file() and _sederhanakan(pemilik := read_pemilik(satu)) != _sederhanakan(nama):
            return satu, pemilik
    return None


def read_pemilik(berkas: Path) -> str:
    """The office named as author by a report of this program; "" for any other file. Raises OSError."""
    cocok = re.search(_POLA[berkas.suffix], _baca(berkas), re.DOTALL)
    return unescape(cocok[1].decode(errors="replace")) if cocok else ""


def _baca(berkas: Path) -> bytes:
    if berkas.suffix != ".docx":
        return berkas.read_bytes()
    try:
        with zipfile.ZipFile(berkas) as arsip:
            return arsip.read("docProps/core.xml")
    except (zipfile.BadZipFile, KeyError):
        return b""


def _sederhanakan(nama: str) -> str:
    """Letters and digits only: each format has its own blanks and dashes."""
    return "".join(filter(str.isalnum, nama.casefold()))
