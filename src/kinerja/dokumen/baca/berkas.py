"""Read any document: the kind is told by its content, never by its name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from kinerja.dokumen.baca.arsip import BATAS, Batas
from kinerja.dokumen.baca.galat import jelaskan_os
from kinerja.dokumen.baca.html import read_html
from kinerja.dokumen.baca.jenis import baca_sandi_huruf, kenali_jenis
from kinerja.dokumen.baca.kendala import Kendala
from kinerja.dokumen.baca.lembar import read_buku
from kinerja.dokumen.baca.naskah import Naskah
from kinerja.dokumen.baca.pdf import BATAS_HALAMAN, Lapor, read_pdf
from kinerja.dokumen.baca.teks import read_teks
from kinerja.dokumen.baca.word import read_docx

_ARSIP = replace(BATAS, berkas=100 * 2**20)


@dataclass(frozen=True, slots=True)
class BatasBaca:
    """How much of an untrusted document is read: its archive, its pages."""

    arsip: Batas = _ARSIP
    halaman: int = BATAS_HALAMAN


BATAS_BACA = BatasBaca()
Hasil = tuple[Naskah | None, tuple[Kendala, ...]]


def read_naskah(berkas: Path, batas: BatasBaca = BATAS_BACA, lapor: Lapor | None = None) -> Hasil:
    """The document in a file, and what stood in the way of reading it; None with a fatal Kendala.

    Reads in this process: a file from a stranger goes through `terpisah.read_terpisah`.
    """
    try:
        if not berkas.is_file():
            return _tolak("bukan-berkas", f"{berkas.name} bukan berkas, atau tidak ada.")
        if berkas.stat().st_size > batas.arsip.berkas:
            return _tolak("terlalu-besar", f"Berkas lebih besar dari {batas.arsip.berkas // 2**20} MB.")
        isi = berkas.read_bytes()
    except OSError as galat:
        return _tolak("bukan-berkas", f"{berkas.name} tidak dapat dibuka: {jelaskan_os(galat)}.")
    jenis = kenali_jenis(isi)
    if isinstance(jenis, Kendala):
        return None, (jenis,)
    if jenis == "pdf":
        hasil = read_pdf(isi, batas_halaman=batas.halaman, lapor=lapor)
    elif jenis == "docx":
        hasil = read_docx(berkas.name, isi, batas.arsip)
    elif jenis == "xlsx":
        hasil = read_buku(berkas, batas.arsip)
    else:
        hasil = _read_huruf(isi, html=jenis == "html")
    return _periksa_isi(hasil)


def _read_huruf(isi: bytes, *, html: bool) -> Hasil:
    teks, kendala = baca_sandi_huruf(isi)
    if kendala is not None and kendala.fatal:
        return None, (kendala,)
    catatan = (kendala,) if kendala is not None else ()
    if html:
        naskah, lain = read_html(teks)
        return naskah, (*catatan, *lain)
    return read_teks(teks), catatan


def _periksa_isi(hasil: Hasil) -> Hasil:
    """A document of which nothing can be read is refused, whatever the reason."""
    naskah, kendala = hasil
    if naskah is None or naskah.blok:
        return hasil
    if naskah.tak_terbaca:
        return _tolak(
            "pindaian", "Semua halaman berupa gambar. Buat PDF dari dokumen aslinya, bukan dari pindaian."
        )
    return None, (*kendala, Kendala("kosong", "Berkas tidak memuat teks.", fatal=True))


def _tolak(kode: str, pesan: str) -> Hasil:
    return None, (Kendala(kode, pesan, fatal=True),)
