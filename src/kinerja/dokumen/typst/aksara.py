"""Which characters the shipped fonts can print.

Typst refuses a PDF/A with a missing glyph, and one emoji pasted into an analysis must not stop a report:
a character outside the fonts is replaced by its plain form or by a visible box.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from xml.sax.saxutils import escape

from kinerja.dokumen.karakter import bersihkan
from kinerja.dokumen.typst.fon import baca_lebar, berkas_fon

PENGGANTI = "□"
_TANPA_RUPA = frozenset({"Cc", "Cf", "Mn", "Me"})


def cetakkan(teks: str) -> str:
    """`teks` with only characters the fonts have; line breaks stay, tabs become spaces."""
    bersih = unicodedata.normalize("NFC", bersihkan(teks)).replace("\t", " ")
    hasil = _tak_tercetak().sub(lambda temuan: _ganti(temuan[0]), bersih)
    # Where a mark fell away, what stood around it may now be one character, and a new one.
    return hasil if hasil == bersih else cetakkan(hasil)


def cetakkan_xml(xml: str) -> str:
    """`cetakkan` for text that is XML already: a full-width "＜" must not become a bare "<"."""
    return _tak_tercetak().sub(lambda temuan: escape(_ganti(temuan[0])), xml)


def _ganti(karakter: str) -> str:
    polos = unicodedata.normalize("NFKC", karakter)
    if not _tak_tercetak().search(polos):
        return polos
    return "" if unicodedata.category(karakter) in _TANPA_RUPA else PENGGANTI


@lru_cache(maxsize=1)
def _tak_tercetak() -> re.Pattern[str]:
    umum = frozenset.intersection(*(frozenset(baca_lebar(berkas)) for berkas in berkas_fon()))
    rupa = "".join(re.escape(chr(kode)) for kode in sorted(umum) if kode >= 0x20)
    return re.compile(f"[^\n{rupa}]")
