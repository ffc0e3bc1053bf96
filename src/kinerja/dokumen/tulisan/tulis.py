"""Write parts as text again: what `read_tulisan` makes of it is the same parts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kinerja.dokumen.model import Daftar, Paragraf, Sebaris, Teks
from kinerja.dokumen.tulisan.baca import JUDUL_TABEL, SKEMA_GAMBAR
from kinerja.dokumen.tulisan.unsur import Subjudul, TabelTulisan, Unsur

_TANDA = re.compile(r"([\\*_\[\]!|])")
_AWAL_BARIS = re.compile(r"^(\s*)([-+#>])|^(\s*\d{1,9})([.)])")
_RATA = {"kiri": "---", "tengah": ":-:", "kanan": "--:"}


def write_tulisan(unsur: Iterable[Unsur]) -> str:
    """The text, parts separated by an empty line."""
    hasil: list[str] = []
    sebelum: Unsur | None = None
    for satu in unsur:
        if isinstance(sebelum, Daftar) and isinstance(satu, Daftar) and sebelum.bernomor == satu.bernomor:
            # Two lists in a row would be read as one.
            hasil[-1] += "\n" + _tulis(satu)
        else:
            hasil.append(_tulis(satu))
        sebelum = satu
    return "\n\n".join(hasil)


def _tulis(unsur: Unsur) -> str:
    match unsur:
        case Paragraf():
            return _sebaris(unsur.isi)
        case Daftar():
            return "\n".join(
                f"{f'{n}.' if unsur.bernomor else '-'} {_sebaris(b.isi)}"
                for n, b in enumerate(unsur.butir, 1)
            )
        case Subjudul():
            return f"## {_lindungi(unsur.teks)}"
        case TabelTulisan():
            return _tulis_tabel(unsur)
        case _:
            judul = unsur.judul.replace("\\", "").replace('"', "”")
            return f'![{_lindungi(unsur.alt)}]({SKEMA_GAMBAR}{unsur.nama} "{judul}")'


def _tulis_tabel(tabel: TabelTulisan) -> str:
    def baris(sel: Iterable[str]) -> str:
        return "| " + " | ".join(_lindungi(satu) for satu in sel) + " |"

    judul = [f"{JUDUL_TABEL} {_lindungi(tabel.judul)}", ""] if tabel.judul else []
    isi = [baris(tabel.kolom), "|" + "|".join(_RATA[r] for r in tabel.rata) + "|", *map(baris, tabel.baris)]
    return "\n".join([*judul, *isi])


def _sebaris(isi: Iterable[Sebaris]) -> str:
    teks = "".join(_lari(satu) for satu in isi if isinstance(satu, Teks))
    return _AWAL_BARIS.sub(lambda c: f"{c[1] or ''}\\{c[2]}" if c[2] else f"{c[3]}\\{c[4]}", teks)


def _lari(satu: Teks) -> str:
    """A run with its marks; spaces at its ends stay outside of them, or they would mark nothing."""
    tanda = "***" if satu.tebal and satu.miring else "**" if satu.tebal else "*" if satu.miring else ""
    inti = satu.isi.strip()
    if not (tanda and inti):
        return _lindungi(satu.isi)
    awal, _tengah, akhir = satu.isi.partition(inti)
    return f"{awal}{tanda}{_lindungi(inti)}{tanda}{akhir}"


def _lindungi(teks: str) -> str:
    """Text in which nothing is a mark of the layout; line breaks become spaces."""
    return _TANDA.sub(r"\\\1", " ".join(teks.splitlines()))
