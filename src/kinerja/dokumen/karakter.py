"""Characters that XML forbids: people paste them from other programs, and one of them breaks a file."""

from __future__ import annotations

import re

_GANTI_BARIS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_TERLARANG = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def bersihkan(teks: str) -> str:
    """`teks` with every kind of line break as "\\n" and without characters outside XML 1.0 (article 2.2)."""
    return _TERLARANG.sub("", _GANTI_BARIS.sub("\n", teks))
