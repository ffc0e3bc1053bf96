"""A QR code as SVG: pure drawing, no letters, dark on white with its quiet zone."""

from __future__ import annotations

import io

import segno


def draw_qr(isi: str) -> str:
    """The code of `isi` as one <svg> element, error correction M. Raises ValueError when `isi` is empty."""
    if not isi:
        raise ValueError("kode QR memerlukan isi")
    hasil = io.BytesIO()
    segno.make(isi, error="m", micro=False).save(
        hasil, kind="svg", xmldecl=False, svgns=True, border=4, light="white", omitsize=True
    )
    return hasil.getvalue().decode().strip()
