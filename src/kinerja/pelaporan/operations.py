"""Writes of this room: texts and tables into the database, reports onto the disk."""

import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from django.utils import translation

from kinerja.basisdata.simpan import Perubahan, upsert
from kinerja.dokumen.docx import gambari, render_docx
from kinerja.dokumen.html import render_html
from kinerja.dokumen.model import Dokumen
from kinerja.dokumen.pdf import HasilPdf, render_pdf
from kinerja.organisasi.models import Satker
from kinerja.pelaporan.kelengkapan import Celah, list_celah
from kinerja.pelaporan.lkjip.susun import compose_lkjip
from kinerja.pelaporan.models import Narasi, TabelPendukung
from kinerja.pelaporan.queries import get_data_laporan

Lapor = Callable[[str, int, int], None]
"""Progress: what is being done, how many steps are done, how many there are."""


def save_narasi(isi: Iterable[Narasi]) -> Perubahan:
    """Store texts by satker, year, part and indikator."""
    return upsert(Narasi.objects.all(), isi, kunci=["satker_id", "tahun", "bagian", "indikator_id"])


def save_tabel_pendukung(isi: Iterable[TabelPendukung]) -> Perubahan:
    """Store supporting tables by satker, year and kunci."""
    return upsert(TabelPendukung.objects.all(), isi, kunci=["satker_id", "tahun", "kunci"])


@dataclass(frozen=True, slots=True)
class HasilLaporan:
    """The files by format, the printed code, the pages of the PDF and what is still missing."""

    berkas: dict[str, Path]
    kode: str
    jumlah_halaman: int | None
    celah: tuple[Celah, ...]


def make_lkjip(
    *, satker: Satker, tahun: int, format: Sequence[str], folder: Path, lapor: Lapor = lambda *_: None
) -> HasilLaporan:
    """Compose the LKjIP and write it as `LKjIP-<tahun>.<format>` into `folder` (pdf, docx, html).

    Raises TidakAdaKinerja, PdfGagal and OSError; a file is replaced only when its successor is complete.
    """
    langkah = len(format) + 2
    lapor("membaca fakta", 0, langkah)
    data = get_data_laporan(satker, tahun)
    lapor("menyusun dokumen", 1, langkah)
    # An official report is Indonesian, whatever language its reader's pages are in.
    with translation.override("id"):
        dokumen = compose_lkjip(data)
    penulis = _Penulis(dokumen, word="docx" in format)
    berkas = {}
    for n, satu in enumerate(format, 2):
        lapor(f"menulis {satu.upper()}", n, langkah)
        berkas[satu] = folder / f"LKjIP-{tahun}.{satu}"
        _tulis(berkas[satu], penulis.render(satu))
    lapor("selesai", langkah, langkah)
    jumlah = penulis.pdf.jumlah_halaman if penulis.pdf else None
    return HasilLaporan(berkas, dokumen.kode, jumlah, tuple(list_celah(data)))


class _Penulis:
    """Renders one document; the PDF also gives the page numbers of the Word contents.

    The pictures of the Word file are drawn by a process of their own, beside the one that lays out the PDF.
    """

    def __init__(self, dokumen: Dokumen, *, word: bool) -> None:
        self.dokumen = dokumen
        self.pdf: HasilPdf | None = None
        pelari = ThreadPoolExecutor(1)
        self._png = pelari.submit(gambari, dokumen) if word else None
        pelari.shutdown(wait=False)

    def render(self, format_: str) -> bytes:
        if format_ == "html":
            return render_html(self.dokumen).encode()
        self.pdf = self.pdf or render_pdf(self.dokumen)
        if format_ == "pdf":
            return self.pdf.isi
        return render_docx(self.dokumen, self.pdf.halaman, png=self._png.result() if self._png else None)


def _tulis(tujuan: Path, isi: bytes) -> None:
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    pegangan, sementara = tempfile.mkstemp(dir=tujuan.parent, prefix=f".{tujuan.name}.")
    try:
        with os.fdopen(pegangan, "wb") as aliran:
            aliran.write(isi)
        Path(sementara).chmod(0o644)
        Path(sementara).replace(tujuan)
    except BaseException:
        Path(sementara).unlink(missing_ok=True)
        raise
