"""`tahap SATKER TAHUN FOLDER`: one LKjIP in all shapes, each step timed; the last line is JSON.

Leaves in FOLDER laporan.pdf, laporan.docx, laporan.html and tugas.json (what typst is given).
"""

import json
import sys
import time
from pathlib import Path

import django

django.setup()

from kinerja.dokumen.docx import render_docx  # noqa: E402 models need a configured Django
from kinerja.dokumen.html import render_html  # noqa: E402
from kinerja.dokumen.pdf import render_pdf, waktu_dokumen  # noqa: E402
from kinerja.dokumen.typst.susunan import Penyusun  # noqa: E402
from kinerja.organisasi.queries import get_satker  # noqa: E402
from kinerja.pelaporan.lkjip.susun import compose_lkjip  # noqa: E402
from kinerja.pelaporan.queries import get_data_laporan  # noqa: E402


class Pencatat:
    """Seconds since the step before, by name."""

    def __init__(self) -> None:
        self.langkah: dict[str, float] = {}
        self._lalu = time.perf_counter()

    def catat(self, nama: str) -> None:
        kini = time.perf_counter()
        self.langkah[nama] = kini - self._lalu
        self._lalu = kini


def main(sebutan: str, tahun: str, folder: str) -> None:
    tujuan, catatan = Path(folder), Pencatat()
    data = get_data_laporan(get_satker(sebutan), int(tahun))
    catatan.catat("read")
    dokumen = compose_lkjip(data)
    catatan.catat("compose")
    pdf = render_pdf(dokumen)
    catatan.catat("pdf")
    docx = render_docx(dokumen, pdf.halaman)
    catatan.catat("docx")
    html = render_html(dokumen)
    catatan.catat("html")
    (tujuan / "laporan.pdf").write_bytes(pdf.isi)
    (tujuan / "laporan.docx").write_bytes(docx)
    (tujuan / "laporan.html").write_text(html, encoding="utf-8")
    tugas = {"data": Penyusun.untuk(dokumen).susun(dokumen), "waktu": int(waktu_dokumen(dokumen).timestamp())}
    (tujuan / "tugas.json").write_text(json.dumps(tugas, ensure_ascii=False), encoding="utf-8")
    banyak = sum(len(sasaran.indikator) for sasaran in data.kinerja)
    hasil = {"langkah": catatan.langkah, "halaman": pdf.jumlah_halaman, "indikator": banyak}
    sys.stdout.write(json.dumps(hasil) + "\n")


main(*sys.argv[1:])
