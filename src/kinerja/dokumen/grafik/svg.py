"""A small SVG writer: presentation attributes only, so every Content-Security-Policy accepts it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal
from xml.sax.saxutils import escape

from kinerja.dokumen.grafik.gaya import PUTIH, TINTA
from kinerja.dokumen.grafik.huruf import bersihkan, ukur

Jangkar = Literal["start", "middle", "end"]

# Quoted: "3" alone is no identifier in CSS, and the whole list would be dropped.
FON = "'Source Sans 3', Arial, sans-serif"
BARIS = 1.2
"""Line height in font sizes."""
_TURUN = 0.34
"""From the middle of a line down to its baseline, in font sizes."""


@dataclass(frozen=True, slots=True)
class Kotak:
    """A rectangle; y grows downwards."""

    x: float
    y: float
    lebar: float
    tinggi: float

    @property
    def kanan(self) -> float:
        return self.x + self.lebar

    @property
    def bawah(self) -> float:
        return self.y + self.tinggi

    @property
    def tengah_x(self) -> float:
        return self.x + self.lebar / 2

    @property
    def tengah_y(self) -> float:
        return self.y + self.tinggi / 2


@dataclass(frozen=True, slots=True)
class Huruf:
    """How a text is set."""

    ukuran: float
    warna: str = TINTA
    jangkar: Jangkar = "start"
    tebal: bool = False
    miring: bool = False

    @property
    def tinggi(self) -> float:
        """Height of one line."""
        return self.ukuran * BARIS

    def ke(self, jangkar: Jangkar) -> Huruf:
        """The same, aligned otherwise."""
        return replace(self, jangkar=jangkar)

    def ukur(self, teks: str) -> float:
        """Width of `teks`."""
        return ukur(teks, self.ukuran, tebal=self.tebal)


def angka(nilai: float) -> str:
    """A coordinate with at most two decimals."""
    teks = f"{nilai:.2f}".rstrip("0").rstrip(".")
    return "0" if teks == "-0" else teks


class Kanvas:
    """Collects elements in painting order."""

    def __init__(self) -> None:
        self._bagian: list[str] = []

    def kotak(
        self, kotak: Kotak, isi: str, *, garis: str = "none", tebal: float = 1, sudut: float = 0
    ) -> None:
        """A rectangle."""
        bulat = f' rx="{angka(sudut)}"' if sudut else ""
        self._bagian.append(
            f'<rect x="{angka(kotak.x)}" y="{angka(kotak.y)}" width="{angka(kotak.lebar)}"'
            f' height="{angka(kotak.tinggi)}"{bulat} fill="{isi}"'
            f' stroke="{garis}" stroke-width="{angka(tebal)}"/>'
        )

    def citra(self, kotak: Kotak, alamat: str) -> None:
        """A picture that fills the box; `alamat` is a data: URL."""
        self._bagian.append(
            f'<image x="{angka(kotak.x)}" y="{angka(kotak.y)}" width="{angka(kotak.lebar)}"'
            f' height="{angka(kotak.tinggi)}" href="{escape(alamat)}"/>'
        )

    def jalur(self, d: str, garis: str, *, tebal: float = 1, isi: str = "none", putus: str = "") -> None:
        """A path; `putus` is a dash array."""
        strip = f' stroke-dasharray="{putus}"' if putus else ""
        self._bagian.append(
            f'<path d="{d}" fill="{isi}" stroke="{garis}" stroke-width="{angka(tebal)}"{strip}'
            ' stroke-linejoin="round"/>'
        )

    def garis(
        self, dari: tuple[float, float], ke: tuple[float, float], warna: str, *, tebal: float = 1
    ) -> None:
        """A straight line."""
        self.jalur(f"M{angka(dari[0])} {angka(dari[1])}L{angka(ke[0])} {angka(ke[1])}", warna, tebal=tebal)

    def teks(self, x: float, y: float, isi: str, huruf: Huruf, *, putar: bool = False) -> None:
        """One line of text whose middle is at height `y`; `putar` turns it to read upwards from (x, y)."""
        sifat = ' font-weight="700"' if huruf.tebal else ""
        sifat += ' font-style="italic"' if huruf.miring else ""
        sifat += f' transform="rotate(-90 {angka(x)} {angka(y)})"' if putar else ""
        self._bagian.append(
            f'<text x="{angka(x)}" y="{angka(y + huruf.ukuran * _TURUN)}" font-size="{angka(huruf.ukuran)}"'
            f' fill="{huruf.warna}" text-anchor="{huruf.jangkar}"{sifat}>{escape(isi)}</text>'
        )

    def baris(self, x: float, y: float, semua: Iterable[str], huruf: Huruf) -> float:
        """Lines of text from the top `y` down; returns the bottom."""
        for isi in semua:
            self.teks(x, y + huruf.tinggi / 2, isi, huruf)
            y += huruf.tinggi
        return y

    def rangkai(self, lebar: float, tinggi: float, *, judul: str, alt: str) -> str:
        """The finished document."""
        w, h = angka(lebar), angka(tinggi)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{w}" height="{h}"'
            f' viewBox="0 0 {w} {h}" font-family="{FON}">'
            f"<title>{escape(bersihkan(judul))}</title><desc>{escape(bersihkan(alt))}</desc>"
            f'<rect x="0" y="0" width="{w}" height="{h}" fill="{PUTIH}"/>{"".join(self._bagian)}</svg>'
        )
