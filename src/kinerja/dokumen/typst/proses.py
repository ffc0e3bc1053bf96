"""One report, one process: `python -m kinerja.dokumen.typst.proses` reads JSON and writes a PDF.

Typst keeps what it has laid out: sixteen different reports in one process grew it to 3.5 GiB, so nothing
but this module may import it. Input on stdin: {"data": <the structure>, "waktu": <seconds since 1970>}.
Output on stdout: one line of JSON (page numbers), then the PDF, or nothing more where the structure says
`hanya_halaman`. On failure the diagnostic goes to stderr and the exit code is 1.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import BinaryIO, TextIO, cast

import typst

from kinerja.dokumen.typst.fon import FOLDER_FON

_TEMPLAT = Path(__file__).resolve().with_name("laporan.typ")
_STANDAR: list[typst.PDFStandard] = ["a-2a", "ua-1"]


def jalankan(masuk: BinaryIO, keluar: BinaryIO, galat: TextIO) -> int:
    """Compile the report given on `masuk`; returns the exit code."""
    tugas = json.load(masuk)
    fon = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER_FON])
    isian = {"data": json.dumps(tugas["data"], ensure_ascii=False)}
    penyusun = typst.Compiler(_TEMPLAT, root=_TEMPLAT.parent, font_paths=fon, sys_inputs=isian)
    try:
        if tugas["data"].get("hanya_halaman"):
            pdf = b""
        else:
            pdf = cast(
                bytes, penyusun.compile(format="pdf", pdf_standards=_STANDAR, timestamp=tugas["waktu"])
            )
        halaman = penyusun.query("<halaman>", field="value", one=True)
    except RuntimeError as salah:  # a query raises it plain, a compilation as TypstError
        galat.write(getattr(salah, "diagnostic", "") or str(salah))
        return 1
    keluar.write(json.dumps(json.loads(halaman)).encode() + b"\n")
    keluar.write(pdf)
    return 0


if __name__ == "__main__":  # pragma: no cover
    sys.exit(jalankan(sys.stdin.buffer, sys.stdout.buffer, sys.stderr))
