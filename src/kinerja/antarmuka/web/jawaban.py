"""Bytes as a download: the media type by the ending of the name, kept by no proxy, never guessed to be another."""

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kinerja.antarmuka.web.kepala import TidakAda
from kinerja.dokumen.model import Dokumen
from kinerja.pelaporan.surat.berkas import render_naskah

JENIS_ISI: Mapping[str, str] = MappingProxyType(
    {
        "csv": "text/csv; charset=utf-8",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "html": "text/html; charset=utf-8",
        "pdf": "application/pdf",
        "svg": "image/svg+xml",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
)
"""Media types by the ending of a file name."""


def jawab_unduhan(isi: bytes | str, nama: str) -> HttpResponse:
    """A file to save under that name; KeyError for an ending nobody knows."""
    kepala = {
        "Content-Disposition": f'attachment; filename="{nama}"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(isi, content_type=JENIS_ISI[PurePath(nama).suffix.removeprefix(".")], headers=kepala)


def jawab_naskah(isi: bytes, nama: str) -> HttpResponse:
    """The same for a paper of the office, which is in Indonesian whatever the reader's language."""
    jawaban = jawab_unduhan(isi, nama)
    jawaban["Content-Language"] = "id"
    return jawaban


def jawab_dokumen(dokumen: Dokumen, format: str, nama: str) -> HttpResponse:
    """A document as PDF or DOCX, `nama` without its ending. Raises TidakAda for a format there is not."""
    if format not in {"pdf", "docx"}:
        raise TidakAda(_("Dokumen itu tidak tersedia."))
    return jawab_naskah(render_naskah(dokumen, format), f"{nama}.{format}")
