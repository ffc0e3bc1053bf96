"""Read a Word file back by its XML: what the tests of the renderer share."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from kinerja.dokumen.model import (
    Bagian,
    Baris,
    Dokumen,
    Kolom,
    Tabel,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
HALAMAN = {"kata-pengantar": "i", "bab-pendahuluan": "1", "tab-panjang": 27, "gbr-batang": "31"}


def baca_bagian(isi: bytes, nama: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(isi)) as berkas:
        return etree.fromstring(berkas.read(nama))


def cetak_libreoffice(isi: bytes, tempat: Path) -> list[str]:
    soffice = shutil.which("soffice")
    if not soffice:
        pytest.skip("LibreOffice tidak terpasang")
    (tempat / "laporan.docx").write_bytes(isi)
    perintah = [soffice, f"-env:UserInstallation={(tempat / 'profil').as_uri()}", "--headless"]
    perintah += ["--convert-to", "pdf", "--outdir", str(tempat), str(tempat / "laporan.docx")]
    subprocess.run(perintah, check=True, capture_output=True, timeout=180)
    pdf = pypdfium2.PdfDocument(tempat / "laporan.pdf")
    return [" ".join(halaman.get_textpage().get_text_range().split()) for halaman in pdf]


def susun_dokumen(*isi: object, **lain: object) -> Dokumen:
    bab = (Bagian("b", "Bab", isi=tuple(isi)),)
    return Dokumen("Laporan", "Tahun 2023", "Kantor", 2023, "Kota, 1 Januari 2024", "k", bab=bab, **lain)


def baca_gaya(p: etree._Element) -> str:
    return p.find(f"{W}pPr/{W}pStyle").get(f"{W}val")


def baca_teks(unsur: etree._Element) -> str:
    return "".join(t.text if t.tag == f"{W}t" else "\n" for t in unsur.iter(f"{W}t", f"{W}br"))


def cari_alinea(badan: etree._Element, gaya: str) -> list[etree._Element]:
    return [p for p in badan.iter(f"{W}p") if baca_gaya(p) == gaya]


def baca_kode(unsur: etree._Element) -> list[str]:
    return [kode.text.strip() for kode in unsur.iter(f"{W}instrText")]


def baca_medan(akar: etree._Element) -> Iterator[tuple[str, str]]:
    """Code and result of each innermost field."""
    kode = hasil = ""
    tahap = ""
    for r in akar.iter(f"{W}r"):
        tanda = r.find(f"{W}fldChar")
        if tanda is not None:
            tahap = tanda.get(f"{W}fldCharType")
            if tahap == "begin":
                kode = hasil = ""
            elif tahap == "end" and kode:
                yield kode.strip(), hasil
                kode = ""
        elif tahap == "begin":
            kode += "".join(r.itertext())
        elif tahap == "separate":
            hasil += baca_teks(r)


def cari_tabel(badan: etree._Element, judul: str) -> etree._Element:
    (tabel,) = (t for t in badan.iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == judul)
    return tabel


def buat_tabel(id_: str, *, mendatar: bool = False) -> Tabel:
    return Tabel(id_, f"Judul {id_}", (Kolom("A"),), (Baris(("1",)),), mendatar=mendatar)


def baca_teks_penanda(badan: etree._Element, nama: str) -> str:
    (awal,) = (p for p in badan.iter(f"{W}bookmarkStart") if p.get(f"{W}name") == nama)
    hasil = ""
    for saudara in awal.itersiblings():
        if saudara.tag == f"{W}bookmarkEnd" and saudara.get(f"{W}id") == awal.get(f"{W}id"):
            return hasil
        hasil += baca_teks(saudara)
    raise AssertionError(nama)
