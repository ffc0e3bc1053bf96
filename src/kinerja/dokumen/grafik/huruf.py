"""Width and wrapping of text without a font engine.

The widths are the larger of Source Sans 3 and Arial per class of characters, in thousandths of the font
size: a drawing must not overlap where the web browser falls back to Arial.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from kinerja.dokumen import karakter

_KELAS = {
    262: "ijl|",
    282: " ,.I'’",
    310: "f[]:;!",
    350: "()-·{}t",
    360: "r/\\",
    420: "°*",
    500: 'Jcksvxyz"“”',
    530: "^",
    557: "#$0123456789?L_abdeghnopqu–`≥≤",
    584: "+<=>~−×",
    612: "FTZ",
    668: "&ABEKPSVXY",
    723: "CDHNRUw",
    779: "GOQ",
    834: "Mm",
    890: "%",
    945: "W",
    1016: "—…@",
}
_TEBAL = 1.12
_RUAS = re.compile(r"[^/\-–—,;]+[/\-–—,;]*|[/\-–—,;]+")


class _Lebar(dict[str, int]):
    """Width per character; strange ones are learnt on first sight."""

    def __missing__(self, huruf: str) -> int:
        if unicodedata.combining(huruf):
            lebar = 0
        else:
            dasar = unicodedata.normalize("NFD", huruf)[0]
            lebar = self[dasar] if dasar != huruf and dasar in self else 1300
        self[huruf] = lebar
        return lebar


_LEBAR = _Lebar((huruf, lebar) for lebar, semua in _KELAS.items() for huruf in semua)


@lru_cache(maxsize=4096)
def bersihkan(teks: str) -> str:
    """`teks` on one line, without the characters that XML 1.0 forbids."""
    return " ".join(karakter.bersihkan(teks).split())


@lru_cache(maxsize=16384)
def ukur(teks: str, ukuran: float, *, tebal: bool = False) -> float:
    """Upper bound of the printed width of `teks` at font size `ukuran`, in the same unit."""
    return sum(map(_LEBAR.__getitem__, teks)) * ukuran * (_TEBAL if tebal else 1.0) / 1000


@lru_cache(maxsize=4096)
def bungkus(teks: str, lebar: float, ukuran: float, *, tebal: bool = False) -> tuple[str, ...]:
    """Lines of `teks` no wider than `lebar`; a word that is wider is cut, at a hyphen or slash if it has one.

    Empty text gives no line. One character always stays on a line, however narrow `lebar` is.
    """
    spasi = ukur(" ", ukuran, tebal=tebal)
    baris: list[str] = []
    terisi = 0.0
    for kata in bersihkan(teks).split():
        panjang = ukur(kata, ukuran, tebal=tebal)
        if baris and terisi + spasi + panjang <= lebar:
            baris[-1] += f" {kata}"
            terisi += spasi + panjang
            continue
        baris += [kata] if panjang <= lebar else _potong(kata, lebar, ukuran, tebal)
        terisi = ukur(baris[-1], ukuran, tebal=tebal)
    return tuple(baris)


def lebar_kata(teks: str, ukuran: float, *, tebal: bool = False) -> float:
    """Width of the widest word of `teks`: the narrowest column that cuts no word."""
    return max((ukur(kata, ukuran, tebal=tebal) for kata in bersihkan(teks).split()), default=0.0)


def _potong(kata: str, lebar: float, ukuran: float, tebal: bool) -> list[str]:
    baris = [""]
    for ruas in _RUAS.findall(kata):
        utuh = ukur(ruas, ukuran, tebal=tebal) <= lebar
        for bagian in [ruas] if utuh else ruas:
            if baris[-1] and ukur(baris[-1] + bagian, ukuran, tebal=tebal) > lebar:
                baris.append(bagian)
            else:
                baris[-1] += bagian
    return baris
