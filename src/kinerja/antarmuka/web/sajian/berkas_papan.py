"""What a board shows as files: the numbers as a workbook, numbers and pictures as PDF. Both in Indonesian."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kinerja.antarmuka.web.jawaban import jawab_unduhan
from kinerja.antarmuka.web.kepala import TidakAda
from kinerja.antarmuka.web.sajian.lukisan import Lukisan
from kinerja.dokumen.buku import LembarBuku, convert_lembar, render_buku
from kinerja.dokumen.model import Bagian, Dokumen, Tabel, paragraf
from kinerja.dokumen.pdf import render_pdf


@dataclass(frozen=True, slots=True)
class BerkasPapan:
    """One board to take away; `keterangan` says what it is narrowed to, `nama` is that of the file.

    Of the sheets the first `di_muka` stand before the pictures: what fails comes first on paper, too.
    """

    judul: str
    keterangan: str
    nama: str
    tahun: int
    lukisan: tuple[Lukisan, ...]
    lembar: tuple[LembarBuku, ...]
    di_muka: int = 0


def jawab_berkas(berkas: BerkasPapan, format: str) -> HttpResponse:
    """The file as a download. Raises TidakAda for a format there is not."""
    if format not in {"xlsx", "pdf"}:
        raise TidakAda(_("Papan tidak tersedia dalam format “%(format)s”.") % {"format": format})
    isi = render_buku(berkas.lembar) if format == "xlsx" else render_pdf(compose_papan(berkas)).isi
    return jawab_unduhan(isi, f"{berkas.nama}.{format}")


def compose_papan(berkas: BerkasPapan) -> Dokumen:
    """The board as a document: pictures and every table with rows."""
    muka, lain = _ke_tabel(berkas.lembar[: berkas.di_muka]), _ke_tabel(berkas.lembar[berkas.di_muka :])
    isi = (paragraf(berkas.keterangan), *muka, *(p.blok() for p in berkas.lukisan), *lain)
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


def _ke_tabel(lembar: Sequence[LembarBuku]) -> list[Tabel]:
    return [convert_lembar(s, f"tabel-{s.nama}") for s in lembar if s.baris]
