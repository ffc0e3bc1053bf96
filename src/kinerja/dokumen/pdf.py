"""The PDF of a report: tagged PDF/A-2a and PDF/UA-1, the same bytes for the same document."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kinerja.dasar.periode import nama_bulan
from kinerja.dokumen.anak import HasilAnak, TerlaluLama, jalankan_anak
from kinerja.dokumen.model import Dokumen
from kinerja.dokumen.typst.susunan import Penyusun

_AKAR_PAKET = Path(__file__).resolve().parents[2]
_PROSES = "kinerja.dokumen.typst.proses"
BATAS_DETIK = 120


class PdfGagal(RuntimeError):
    """The PDF could not be made; `diagnostik` is what typst said."""

    def __init__(self, pesan: str, diagnostik: str = "") -> None:
        super().__init__(f"{pesan}\n{diagnostik}".strip())
        self.diagnostik = diagnostik


@dataclass(frozen=True, slots=True)
class HasilPdf:
    """`halaman` maps the id of each part, table and figure to its page number as printed ("iv", "27").

    Where only these were asked for, `isi` is empty and `jumlah_halaman` is None.
    """

    isi: bytes
    halaman: dict[str, str]
    jumlah_halaman: int | None


def render_pdf(dokumen: Dokumen, *, batas_detik: float = BATAS_DETIK) -> HasilPdf:
    """Lay out `dokumen` in a process of its own.

    Raises PdfGagal when typst refuses the document (for example a figure without `alt`) or needs more than
    `batas_detik` seconds, and GandaId when two parts share an id.
    """
    with lay_out(dokumen, batas_detik=batas_detik) as tunggu:
        return tunggu()


@contextmanager
def lay_out(
    dokumen: Dokumen,
    *,
    hanya_halaman: bool = False,
    svg: Mapping[str, str] | None = None,
    verifikasi: str = "",
    batas_detik: float = BATAS_DETIK,
) -> Iterator[Callable[[], HasilPdf]]:
    """`render_pdf` beside this process: what is yielded waits for the result, once, and raises the same.

    `hanya_halaman` asks for the page numbers alone: what they do not hang on is left out (the drawings inside
    their boxes, running heads and feet, the lists of contents, which count pages of their own).
    `svg` are the drawings of `gambari`, where the caller has them already. `verifikasi` is the address that the QR
    code on the cover leads to; it is no part of the document, or its code could not stand in it.
    """
    penyusun = Penyusun.untuk(dokumen, hanya_halaman=hanya_halaman, svg=svg)
    tugas = {"data": penyusun.susun(dokumen, verifikasi), "waktu": int(waktu_dokumen(dokumen).timestamp())}
    masukan = json.dumps(tugas, ensure_ascii=False).encode()
    lingkungan = os.environ | {"PYTHONPATH": str(_AKAR_PAKET)}
    with jalankan_anak([sys.executable, "-P", "-m", _PROSES], masukan, lingkungan) as anak:

        def tunggu() -> HasilPdf:
            try:
                return _baca(anak(batas_detik), penyusun.kunci)
            except TerlaluLama as salah:
                raise PdfGagal(f"PDF tidak selesai dalam {batas_detik:g} detik") from salah

        yield tunggu


def _baca(hasil: HasilAnak, kunci: Mapping[str, str]) -> HasilPdf:
    if hasil.kode != 0:
        raise PdfGagal("PDF tidak dapat dibuat", hasil.galat)
    catatan, _, isi = hasil.keluaran.partition(b"\n")
    halaman = json.loads(catatan)
    nomor = dict(halaman["halaman"])
    return HasilPdf(isi, {id_: nomor[k] for id_, k in kunci.items()}, halaman["jumlah"] if isi else None)


def waktu_dokumen(dokumen: Dokumen) -> datetime:
    """The date in `tempat_tanggal` ("Palembang, 31 Januari 2024"), else the last day of the year reported.

    It stands in the PDF instead of the clock, so that the same document gives the same bytes.
    """
    bulan = {nama_bulan(n): n for n in range(1, 13)}
    temuan = re.search(rf"\b(\d{{1,2}}) ({'|'.join(bulan)}) (\d{{4}})\b", dokumen.tempat_tanggal)
    if temuan:
        try:
            return datetime(int(temuan[3]), bulan[temuan[2]], int(temuan[1]), tzinfo=UTC)
        except ValueError:
            pass
    return datetime(dokumen.tahun, 12, 31, tzinfo=UTC)
