"""One batch, one process: `python pekerja.py FOLDER FONTS PPI` draws each FOLDER/*.typ as a PNG beside it.

It imports nothing of the package; typst keeps what it has laid out, and gives the last of it back only by ending.
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import typst


def main(folder: str, folder_fon: str, ppi: str) -> None:
    """Write FOLDER/a.png for FOLDER/a.typ, and so on.

    One run for each drawing: typst paints on one core, and after a few runs it forgets the pixels of the first
    (87 drawings in one run took 260 MiB, one by one they take 90).
    """
    fon = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder_fon])

    def gambar(berkas: Path) -> None:
        keluaran = berkas.with_suffix(".png")
        typst.compile(
            berkas, output=keluaran, root=berkas.parent, font_paths=fon, format="png", ppi=float(ppi)
        )

    with ThreadPoolExecutor(os.cpu_count()) as pelari:
        list(pelari.map(gambar, Path(folder).glob("*.typ")))


if __name__ == "__main__":  # pragma: no cover
    main(*sys.argv[1:])
