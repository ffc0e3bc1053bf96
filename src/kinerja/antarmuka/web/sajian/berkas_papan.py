"""What a board shows as files: the numbers as a workbook, numbers and pictures as PDF. Both in Indonesian."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kinerja.antarmuka.web.kepala import TidakAda
from kinerja.antarmuka.web.sajian.lukisan import Lukisan
from kinerja.dokumen.buku import LembarBuku, convert_lembar, render_buku
from kinerja.dokumen.model import Bagian, Dokumen, paragraf
from kinerja.dokumen.pdf import render_pdf

_JENIS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


@dataclass(frozen=True, slots=True)
class BerkasPapan:
    """One board to take away; `keterangan` says what it is narrowed to, `nama` is that of the file."""

    judul: str
    keterangan: str
    nama: str
    tahun: int
    lukisan: tuple[Lukisan, ...]
    lembar: tuple[LembarBuku, ...]


def jawab_berkas(berkas: BerkasPapan, format: str) -> HttpResponse:
    """The file as a download. Raises TidakAda for a format there is not."""
    if format not in _JENIS:
        raise TidakAda(_("Papan tidak tersedia dalam format “%(format)s”.") % {"format": format})
    isi = render_buku(berkas.lembar) if format == "xlsx" else render_pdf(compose_papan(berkas)).isi
    jawaban = HttpResponse(isi, content_type=_JENIS[format])
    jawaban["Content-Disposition"] = f'attachment; filename="{berkas.nama}.{format}"'
    jawaban["X-Content-Type-Options"] = "nosniff"
    jawaban["Cache-Control"] = "private, no-store"
    return jawaban


def compose_papan(berkas: BerkasPapan) -> Dokumen:
    """The board as a document: pictures first, then every table with rows."""
    tabel = [convert_lembar(s, f"tabel-{n}") for n, s in enumerate(_isi(berkas.lembar), 1)]
    isi = (paragraf(berkas.keterangan), *(p.blok() for p in berkas.lukisan), *tabel)
    return Dokumen(
        judul=berkas.judul,
        subjudul="",
        instansi="",
        tahun=berkas.tahun,
        tempat_tanggal="",
        kode="",
        bab=(Bagian("papan", f"{berkas.judul} {berkas.tahun}", isi),),
        rupa="surat",
    )


def _isi(lembar: Sequence[LembarBuku]) -> list[LembarBuku]:
    return [satu for satu in lembar if satu.baris]
