"""The PDF of a report: tagged PDF/A-2a and PDF/UA-1, the same bytes for the same document."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kinerja.dasar.periode import nama_bulan
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
    """`halaman` maps the id of each part, table and figure to its page number as printed ("iv", "27")."""

    isi: bytes
    halaman: dict[str, str]
    jumlah_halaman: int


def render_pdf(dokumen: Dokumen, *, batas_detik: float = BATAS_DETIK) -> HasilPdf:
    """Lay out `dokumen` in a process of its own.

    Raises PdfGagal when typst refuses the document (for example a figure without `alt`) or needs more than
    `batas_detik` seconds, and GandaId when two parts share an id.
    """
    penyusun = Penyusun.untuk(dokumen)
    tugas = {"data": penyusun.susun(dokumen), "waktu": int(waktu_dokumen(dokumen).timestamp())}
    keluaran = _jalankan(json.dumps(tugas, ensure_ascii=False).encode(), batas_detik)
    catatan, _, isi = keluaran.partition(b"\n")
    halaman = json.loads(catatan)
    nomor = dict(halaman["halaman"])
    return HasilPdf(isi, {k: nomor[kunci] for k, kunci in penyusun.kunci.items()}, halaman["jumlah"])


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


def _jalankan(masukan: bytes, batas_detik: float) -> bytes:
    perintah = [sys.executable, "-P", "-m", _PROSES]
    lingkungan = os.environ | {"PYTHONPATH": str(_AKAR_PAKET)}
    try:
        hasil = subprocess.run(
            perintah, input=masukan, capture_output=True, timeout=batas_detik, check=False, env=lingkungan
        )
    except subprocess.TimeoutExpired as salah:
        raise PdfGagal(f"PDF tidak selesai dalam {batas_detik:g} detik") from salah
    if hasil.returncode != 0:
        raise PdfGagal("PDF tidak dapat dibuat", hasil.stderr.decode(errors="replace"))
    return hasil.stdout
