"""Imported texts and tables into the database, reports onto the disk."""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.utils import translation

from kinerja.basisdata.simpan import Perubahan, upsert
from kinerja.dokumen.grafik import gambari, paint
from kinerja.dokumen.html import render_html
from kinerja.dokumen.model import Bagian, Dokumen
from kinerja.dokumen.pdf import HasilPdf, lay_out
from kinerja.organisasi.models import Satker
from kinerja.pelaporan.kelengkapan import Celah, list_celah
from kinerja.pelaporan.lkjip.susun import compose_lkjip
from kinerja.pelaporan.models import Narasi, TabelPendukung
from kinerja.pelaporan.queries import get_data_laporan

Lapor = Callable[[str, int, int], None]
"""Progress: what is being done, how many steps are done, how many there are."""

_URUTAN = ("html", "docx", "pdf")
"""Formats by how long one must wait for them: the Word file needs what the PDF is made of."""


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


def name_berkas(folder: Path, tahun: int, format: str) -> Path:
    """Where the report of that year stands in `folder`: `LKjIP-<tahun>.<format>`, whoever the office is."""
    return folder / f"LKjIP-{tahun}.{format}"


def make_lkjip(
    *,
    satker: Satker,
    tahun: int,
    format: Sequence[str],
    folder: Path,
    lapor: Lapor = lambda *_: None,
    lampiran_lain: tuple[Bagian, ...] = (),
) -> HasilLaporan:
    """Compose the LKjIP and write it as `LKjIP-<tahun>.<format>` into `folder` (pdf, docx, html).

    `lampiran_lain` are annexes of other rooms.

    Raises TidakAdaKinerja, PdfGagal and OSError; a file is replaced only when its successor is complete.
    """
    langkah = len(format) + 2
    lapor("membaca fakta", 0, langkah)
    data = get_data_laporan(satker, tahun)
    lapor("menyusun dokumen", 1, langkah)
    # An official report is Indonesian, whatever language its reader's pages are in.
    with translation.override("id"):
        dokumen = compose_lkjip(data, lampiran_lain)
    with _mulai(dokumen, format) as penulis:
        berkas = {satu: name_berkas(folder, tahun, satu) for satu in format}
        for n, satu in enumerate(sorted(berkas, key=_URUTAN.index), 2):
            lapor(f"menulis {satu.upper()}", n, langkah)
            _tulis(berkas[satu], penulis.render(satu))
    lapor("selesai", langkah, langkah)
    jumlah = penulis.pdf.jumlah_halaman if penulis.pdf else None
    return HasilLaporan(berkas, dokumen.kode, jumlah, tuple(list_celah(data)))


@contextmanager
def _mulai(dokumen: Dokumen, format: Sequence[str]) -> Iterator["_Penulis"]:
    """Have typst lay `dokumen` out and paint its figures in processes of their own, as far as needed."""
    if not {"pdf", "docx"} & set(format):
        yield _Penulis(dokumen)
        return
    svg = gambari(dokumen)
    with ExitStack() as anak:
        lukisan = anak.enter_context(paint(svg)) if "docx" in format else None
        alamat = f"{settings.ALAMAT}/sahkan/?kode={dokumen.kode}"
        tata = anak.enter_context(
            lay_out(dokumen, hanya_halaman="pdf" not in format, svg=svg, verifikasi=alamat)
        )
        yield _Penulis(dokumen, svg, tata, lukisan)


@dataclass(slots=True)
class _Penulis:
    """Renders one document; `tata` and `lukisan` wait for what is made beside this process."""

    dokumen: Dokumen
    svg: Mapping[str, str] = field(default_factory=dict)
    tata: Callable[[], HasilPdf] | None = None
    lukisan: Callable[[], Mapping[str, bytes]] | None = None
    pdf: HasilPdf | None = None

    def render(self, format_: str) -> bytes:
        if format_ == "html":
            return render_html(self.dokumen).encode()
        if format_ == "docx":
            return self._render_docx()
        return self._tunggu().isi

    def _render_docx(self) -> bytes:
        # Loaded here: typst is at work meanwhile, and who asks for no Word file need not wait for it.
        from kinerja.dokumen.docx import NaskahDocx  # noqa: PLC0415

        naskah = NaskahDocx(self.dokumen, self.svg)
        return naskah.complete(self._tunggu().halaman, self.lukisan())

    def _tunggu(self) -> HasilPdf:
        """The layout: the PDF with the page numbers for the lists of the Word file, or these alone."""
        self.pdf = self.pdf or self.tata()
        return self.pdf


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
