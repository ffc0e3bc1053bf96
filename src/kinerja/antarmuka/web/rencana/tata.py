"""The pohon kinerja laid out from left to right: once for the picture people move in, once for the SVG file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kinerja.dokumen.grafik.huruf import bungkus
from kinerja.dokumen.grafik.svg import Huruf, Kanvas, Kotak, angka
from kinerja.perencanaan.pohon import JenisSimpul, Pohon, SimpulPohon

LEBAR, ANTAR, SELA, TEPI, PAD = 232, 44, 8, 16, 8
UKURAN, BARIS, BARIS_TERBANYAK = 12, 15, 5
JENIS: tuple[JenisSimpul, ...] = (
    *("renstra", "tujuan", "unit", "strategis", "program", "kegiatan", "indikator", "jabatan"),
)
SEBUTAN = {
    "renstra": "Renstra",
    "tujuan": "Tujuan",
    "unit": "Unit",
    "strategis": "Sasaran strategis",
    "program": "Sasaran program",
    "kegiatan": "Sasaran kegiatan",
    "indikator": "Indikator",
    "jabatan": "Penanggung jawab",
}
RUPA = {
    "renstra": ("#12324f", "#12324f", "#ffffff"),
    "tujuan": ("#1f4e79", "#1f4e79", "#ffffff"),
    "unit": ("#1f4e79", "#1f4e79", "#ffffff"),
    "strategis": ("#cfe0ef", "#1f4e79", "#1b2733"),
    "program": ("#dfeaf4", "#1f4e79", "#1b2733"),
    "kegiatan": ("#eef4f9", "#1f4e79", "#1b2733"),
    "indikator": ("#ffffff", "#66727f", "#1b2733"),
    "jabatan": ("#fdf6e3", "#b8872b", "#1b2733"),
}
"""Ground, edge and ink of each kind."""
_GARIS, _LINTAS = "#7a8d9f", "#ad3d0c"


@dataclass(frozen=True, slots=True)
class Kotakan:
    """The text of one box: its small head and its lines; `tinggi` follows from them."""

    kepala: str
    baris: tuple[str, ...]

    @property
    def tinggi(self) -> int:
        return BARIS * (len(self.baris) + 1) + 2 * PAD - 4


def make_kotak(simpul: SimpulPohon) -> Kotakan:
    """The text of a node, wrapped; what is longer than the box ends in an ellipsis, the list has it whole."""
    kepala = SEBUTAN[simpul.jenis] + (f" · {simpul.kode}" if simpul.kode else "")
    return Kotakan(kepala, _bungkus(simpul.teks))


@lru_cache(maxsize=8192)
def _bungkus(teks: str) -> tuple[str, ...]:
    baris = bungkus(teks, LEBAR - 2 * PAD, UKURAN)
    if len(baris) <= BARIS_TERBANYAK:
        return baris
    return (*baris[: BARIS_TERBANYAK - 1], baris[BARIS_TERBANYAK - 1][:-2].rstrip() + "…")


def write_data(pohon: Pohon) -> dict[str, object]:
    """What the script in the page needs: sizes, kinds, and per node its parent, kind, kode and lines."""
    kotak = [make_kotak(s) for s in pohon.simpul]
    return {
        "ukuran": [LEBAR, ANTAR, SELA, PAD, BARIS],
        "rupa": [RUPA[j] for j in JENIS],
        "simpul": [
            [-1 if s.induk is None else s.induk, JENIS.index(s.jenis), s.kode, k.kepala, *k.baris]
            for s, k in zip(pohon.simpul, kotak, strict=True)
        ],
        "kaitan": [list(k) for k in pohon.kaitan],
    }


def write_svg(pohon: Pohon, *, judul: str, alt: str) -> str:
    """The whole tree as one SVG drawing, nothing collapsed, crosscutting links dashed."""
    kotak = [make_kotak(s) for s in pohon.simpul]
    letak, tinggi = _tata(pohon, [k.tinggi for k in kotak])
    kanvas = Kanvas()
    for n, satu in enumerate(pohon.simpul):
        if satu.induk is not None:
            kanvas.jalur(_siku(letak[satu.induk], letak[n]), _GARIS, tebal=1.2)
    for dari, ke, _uraian in pohon.kaitan:
        kanvas.jalur(_lengkung(letak[dari], letak[ke]), _LINTAS, tebal=1.6, putus="6 4")
    for satu, isi, tempat in zip(pohon.simpul, kotak, letak, strict=True):
        _gambar(kanvas, satu, isi, tempat)
    lebar = max(k.kanan for k in letak) + TEPI
    return kanvas.rangkai(lebar, tinggi, judul=judul, alt=alt)


def _gambar(kanvas: Kanvas, simpul: SimpulPohon, isi: Kotakan, tempat: Kotak) -> None:
    alas, garis, tinta = RUPA[simpul.jenis]
    kanvas.kotak(tempat, alas, garis=garis, sudut=4)
    y = kanvas.baris(tempat.x + PAD, tempat.y + PAD - 2, (isi.kepala,), Huruf(10, tinta, tebal=True))
    for baris in isi.baris:
        kanvas.teks(tempat.x + PAD, y + BARIS / 2 + 2, baris, Huruf(UKURAN, tinta))
        y += BARIS


def _tata(pohon: Pohon, tinggi: Sequence[int]) -> tuple[list[Kotak], float]:
    """Every box, and the height of it all: no branch reaches into another, parents in the middle of their children."""
    anak, banyak = pohon.anak(), len(pohon.simpul)
    bawahan, cabang, atas, y = [0.0] * banyak, [0.0] * banyak, [0.0] * banyak, [0.0] * banyak
    # Children come after their parents: backwards every branch is measured before the one it belongs to.
    for n in reversed(range(banyak)):
        milik = anak.get(n, [])
        bawahan[n] = sum(cabang[a] for a in milik) + SELA * max(len(milik) - 1, 0)
        cabang[n] = max(tinggi[n], bawahan[n])
    atas[0] = TEPI
    for n in range(banyak):
        turun = atas[n] + (cabang[n] - bawahan[n]) / 2
        for a in anak.get(n, []):
            atas[a] = turun
            turun += cabang[a] + SELA
    for n in reversed(range(banyak)):
        milik = anak.get(n, [])
        tengah = atas[n] + cabang[n] / 2
        if milik:
            tengah = (y[milik[0]] + y[milik[-1]] + tinggi[milik[-1]]) / 2
        y[n] = min(max(tengah - tinggi[n] / 2, atas[n]), atas[n] + cabang[n] - tinggi[n])
    kotak = [
        Kotak(TEPI + s.tingkat * (LEBAR + ANTAR), y[n], LEBAR, tinggi[n]) for n, s in enumerate(pohon.simpul)
    ]
    return kotak, cabang[0] + 2 * TEPI


def _siku(dari: Kotak, ke: Kotak) -> str:
    batang = dari.kanan + ANTAR / 2
    return f"M{angka(dari.kanan)} {angka(dari.tengah_y)}H{angka(batang)}V{angka(ke.tengah_y)}H{angka(ke.x)}"


def _lengkung(dari: Kotak, ke: Kotak) -> str:
    """From right side to right side, so that it never hides behind the boxes between."""
    x = max(dari.kanan, ke.kanan) + ANTAR
    return (
        f"M{angka(dari.kanan)} {angka(dari.tengah_y)}C{angka(x)} {angka(dari.tengah_y)} "
        f"{angka(x)} {angka(ke.tengah_y)} {angka(ke.kanan)} {angka(ke.tengah_y)}"
    )


def write_json(pohon: Pohon) -> str:
    """`write_data` as compact JSON that is safe inside a page."""
    teks = json.dumps(write_data(pohon), ensure_ascii=False, separators=(",", ":"))
    return teks.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
