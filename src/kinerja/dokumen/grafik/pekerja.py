"""One batch, one process: `python pekerja.py FOLDER FONTS PPI` draws the pages of FOLDER/daftar.typ as PNG.

It imports nothing of the package; typst keeps what it has laid out, and gives it back only by ending.
"""

from __future__ import annotations

import sys

import typst


def main(folder: str, folder_fon: str, ppi: str) -> None:
    """Write FOLDER/1.png, 2.png and so on, the numbers padded to one width."""
    fon = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder_fon])
    typst.compile(
        f"{folder}/daftar.typ",
        output=f"{folder}/{{0p}}.png",
        root=folder,
        font_paths=fon,
        format="png",
        ppi=float(ppi),
    )


if __name__ == "__main__":  # pragma: no cover
    main(*sys.argv[1:])
