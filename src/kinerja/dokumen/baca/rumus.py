"""The formulas of a sheet as they are stored; nothing is computed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from kinerja.dokumen.baca.letak import Tempat, urai_rujukan
from kinerja.dokumen.baca.tag import ambil, buat_pengurai, tanpa_awalan, umpankan


def baca_rumus(nama: str, potongan: Iterable[bytes]) -> dict[Tempat, str]:
    """Place -> formula without "="; of a shared formula only the first cell has the text. `nama` is the file.

    Raises BerkasDitolak when the sheet is not well-formed XML.
    """
    hasil: dict[Tempat, str] = {}
    tempat: Tempat | None = None

    def mulai(lengkap: str, atribut: list[str]) -> None:
        nonlocal tempat
        lokal = tanpa_awalan(lengkap)
        pengurai.CharacterDataHandler = None
        if lokal == "c":
            tempat = urai_rujukan(ambil(atribut, "r") or "")
        elif lokal == "f" and tempat is not None:
            pengurai.CharacterDataHandler = partial(kumpulkan, tempat)

    def kumpulkan(milik: Tempat, teks: str) -> None:
        hasil[milik] = hasil.get(milik, "") + teks

    def akhiri(_: str) -> None:
        pengurai.CharacterDataHandler = None

    pengurai = buat_pengurai(mulai)
    pengurai.EndElementHandler = akhiri
    umpankan(nama, pengurai, potongan)
    return hasil
