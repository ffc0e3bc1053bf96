"""One page of a PDF as geometry: words with their boxes, rulings, pictures. The only module that asks pdfium.

Coordinates are points from the lower left corner of the page as it is shown (rotation and crop undone).
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

Kotak = tuple[float, float, float, float]
"""left, bottom, right, top"""

_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_TIPIS = 3.0
"""A filled rectangle thinner than this is a ruling."""
_HURUF_RUSAK = {"\x00", "\ufffd"}
_TANDA_HUBUNG = {"\ufffe": "-", "\x02": "-", "\u00ad": ""}
_OBJEK_TERBANYAK = 200_000


@dataclass(slots=True)
class Kata:
    """A word; `dasar` is its baseline."""

    teks: str
    kiri: float
    bawah: float
    kanan: float
    atas: float
    dasar: float
    ukuran: float
    tebal: bool

    @property
    def kotak(self) -> Kotak:
        return self.kiri, self.bawah, self.kanan, self.atas


@dataclass(frozen=True, slots=True)
class Garis:
    """A ruling: `tetap` is its x when `tegak`, else its y; it runs from `awal` to `akhir`."""

    tegak: bool
    tetap: float
    awal: float
    akhir: float


@dataclass(slots=True)
class HalamanPdf:
    """What stands on one page; `rusak` is the share of characters that mean nothing."""

    nomor: int
    lebar: float
    tinggi: float
    kata: list[Kata]
    garis: list[Garis]
    gambar: list[Kotak]
    lukisan: list[Kotak]
    objek: int
    rusak: float


class Bingkai:
    """Turns coordinates of the file into those of the page as it is shown."""

    def __init__(self, halaman: pypdfium2.PdfPage) -> None:
        self.lebar, self.tinggi = halaman.get_size()
        self.putaran = halaman.get_rotation()
        kiri, bawah, kanan, atas = halaman.get_cropbox()
        self.kiri, self.bawah = min(kiri, kanan), min(bawah, atas)

    def titik(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.kiri, y - self.bawah
        match self.putaran:
            case 90:
                return y, self.tinggi - x
            case 180:
                return self.lebar - x, self.tinggi - y
            case 270:
                return self.lebar - y, x
            case _:
                return x, y

    def balik(self, x: float, y: float) -> tuple[float, float]:
        """The other way: where a point of the page as shown lies in the file."""
        match self.putaran:
            case 90:
                x, y = self.tinggi - y, x
            case 180:
                x, y = self.lebar - x, self.tinggi - y
            case 270:
                x, y = y, self.lebar - x
        return x + self.kiri, y + self.bawah

    def kotak(self, kiri: float, bawah: float, kanan: float, atas: float) -> Kotak:
        (a, b), (c, d) = self.titik(kiri, bawah), self.titik(kanan, atas)
        return min(a, c), min(b, d), max(a, c), max(b, d)


def read_halaman(halaman: pypdfium2.PdfPage, nomor: int) -> HalamanPdf:
    """The page that has the number `nomor` (from 1)."""
    bingkai = Bingkai(halaman)
    kata, rusak = _read_kata(halaman, bingkai)
    hasil = HalamanPdf(nomor, bingkai.lebar, bingkai.tinggi, kata, [], [], [], 0, rusak)
    _read_objek(halaman, bingkai, hasil)
    return hasil


# ------------------------------------------------------------------ words


class _Huruf:
    """Reads characters one by one with buffers made once: half a million calls per report."""

    def __init__(self, teks: Any, bingkai: Bingkai) -> None:
        self.teks = teks
        self.bingkai = bingkai
        self.kotak = pdfium.FS_RECTF()
        self._kotak = ctypes.byref(self.kotak)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._nama = ctypes.create_string_buffer(256)
        self._tanda = ctypes.c_int()
        self._matriks = pdfium.FS_MATRIX()

    def read_kotak(self, indeks: int) -> Kotak:
        pdfium.FPDFText_GetLooseCharBox(self.teks, indeks, self._kotak)
        k = self.kotak
        return self.bingkai.kotak(k.left, k.bottom, k.right, k.top)

    def read_dasar(self, indeks: int) -> float:
        pdfium.FPDFText_GetCharOrigin(self.teks, indeks, ctypes.byref(self._x), ctypes.byref(self._y))
        return self.bingkai.titik(self._x.value, self._y.value)[1]

    def read_rupa(self, indeks: int) -> tuple[float, bool]:
        """Size in points as shown, and whether it is bold."""
        pdfium.FPDFText_GetMatrix(self.teks, indeks, ctypes.byref(self._matriks))
        skala = (self._matriks.c**2 + self._matriks.d**2) ** 0.5
        ukuran = pdfium.FPDFText_GetFontSize(self.teks, indeks) * skala
        pdfium.FPDFText_GetFontInfo(self.teks, indeks, self._nama, 256, ctypes.byref(self._tanda))
        return ukuran, bool(_BOLD.search(self._nama.value.decode(errors="replace")))


def _read_kata(halaman: pypdfium2.PdfPage, bingkai: Bingkai) -> tuple[list[Kata], float]:
    lembar = halaman.get_textpage()
    try:
        huruf = _Huruf(lembar.raw, bingkai)
        kata: list[Kata] = []
        kini: Kata | None = None
        rusak = jumlah = 0
        for indeks in range(lembar.count_chars()):
            satu = chr(pdfium.FPDFText_GetUnicode(lembar.raw, indeks))
            if satu.isspace():
                kini = None
                continue
            jumlah += 1
            rusak += satu in _HURUF_RUSAK or "\ue000" <= satu <= "\uf8ff"
            kini = _sambung(kata, kini, huruf, indeks, _TANDA_HUBUNG.get(satu, satu))
        return [k for k in kata if k.teks], rusak / jumlah if jumlah else 0.0
    finally:
        lembar.close()


def _sambung(kata: list[Kata], kini: Kata | None, huruf: _Huruf, indeks: int, satu: str) -> Kata:
    """Put a character at the end of the word before it, or begin a new word."""
    kiri, bawah, kanan, atas = huruf.read_kotak(indeks)
    if kini is not None:
        celah = kiri - kini.kanan
        sebaris = min(atas, kini.atas) - max(bawah, kini.bawah) > 0
        if sebaris and -kini.ukuran < celah < 0.3 * kini.ukuran:
            kini.teks += satu
            kini.kanan, kini.atas = max(kanan, kini.kanan), max(atas, kini.atas)
            kini.bawah = min(bawah, kini.bawah)
            return kini
    ukuran, tebal = huruf.read_rupa(indeks)
    kata.append(Kata(satu, kiri, bawah, kanan, atas, huruf.read_dasar(indeks), ukuran, tebal))
    return kata[-1]


# ------------------------------------------------------------------ drawings


def _read_objek(halaman: pypdfium2.PdfPage, bingkai: Bingkai, hasil: HalamanPdf) -> None:
    hasil.objek = pdfium.FPDFPage_CountObjects(halaman.raw)
    for indeks in range(min(hasil.objek, _OBJEK_TERBANYAK)):
        objek = pdfium.FPDFPage_GetObject(halaman.raw, indeks)
        jenis = pdfium.FPDFPageObj_GetType(objek)
        if jenis == pdfium.FPDF_PAGEOBJ_PATH:
            garis = _read_lintasan(objek, bingkai)
            hasil.garis += garis
            if not garis:
                hasil.lukisan.append(_read_batas(objek, bingkai))
        elif jenis in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
            hasil.gambar.append(_read_batas(objek, bingkai))


def _read_batas(objek: Any, bingkai: Bingkai) -> Kotak:
    nilai = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(objek, *map(ctypes.byref, nilai))
    return bingkai.kotak(*(n.value for n in nilai))


def _read_lintasan(objek: Any, bingkai: Bingkai) -> list[Garis]:
    """The rulings that a path draws: straight strokes along an axis, and thin filled bars."""
    isian, tepi = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(objek, ctypes.byref(isian), ctypes.byref(tepi))
    if not tepi.value:
        return _read_bilah(_read_batas(objek, bingkai)) if isian.value else []
    titik = _read_titik(objek, bingkai)
    garis = []
    for (x1, y1, _), (x2, y2, lurus) in pairwise(titik):
        if lurus and abs(x1 - x2) < 0.5 <= abs(y1 - y2):
            garis.append(Garis(True, (x1 + x2) / 2, min(y1, y2), max(y1, y2)))
        elif lurus and abs(y1 - y2) < 0.5 <= abs(x1 - x2):
            garis.append(Garis(False, (y1 + y2) / 2, min(x1, x2), max(x1, x2)))
    return garis


def _read_bilah(kotak: Kotak) -> list[Garis]:
    kiri, bawah, kanan, atas = kotak
    if kanan - kiri < _TIPIS < atas - bawah:
        return [Garis(True, (kiri + kanan) / 2, bawah, atas)]
    if atas - bawah < _TIPIS < kanan - kiri:
        return [Garis(False, (bawah + atas) / 2, kiri, kanan)]
    return []


def _read_titik(objek: Any, bingkai: Bingkai) -> list[tuple[float, float, bool]]:
    """The points of a path; True where a straight line leads there from the point before."""
    m = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(objek, ctypes.byref(m))
    x, y = ctypes.c_float(), ctypes.c_float()
    hasil: list[tuple[float, float, bool]] = []
    awal: tuple[float, float] = (0.0, 0.0)
    for indeks in range(pdfium.FPDFPath_CountSegments(objek)):
        ruas = pdfium.FPDFPath_GetPathSegment(objek, indeks)
        pdfium.FPDFPathSegment_GetPoint(ruas, ctypes.byref(x), ctypes.byref(y))
        jenis = pdfium.FPDFPathSegment_GetType(ruas)
        tempat = bingkai.titik(m.a * x.value + m.c * y.value + m.e, m.b * x.value + m.d * y.value + m.f)
        hasil.append((*tempat, jenis == pdfium.FPDF_SEGMENT_LINETO))
        if jenis == pdfium.FPDF_SEGMENT_MOVETO:
            awal = tempat
        if pdfium.FPDFPathSegment_GetClose(ruas):
            hasil.append((*awal, True))
    return hasil
