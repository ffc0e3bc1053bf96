"""Turns a document into the plain structure that `laporan.typ` lays out: numbers looked up, charts drawn,
column widths settled, blocks sorted onto portrait and landscape sheets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kinerja.dokumen.grafik import gambari
from kinerja.dokumen.kepala import kelompokkan
from kinerja.dokumen.model import (
    Bagian,
    Baris,
    Blok,
    Catatan,
    Daftar,
    Dokumen,
    Gambar,
    Paragraf,
    Pasangan,
    Pengesahan,
    Rujukan,
    Sebaris,
    Tabel,
    Teks,
)
from kinerja.dokumen.penomoran import Penomoran, nomori
from kinerja.dokumen.qr import draw_qr
from kinerja.dokumen.typst.aksara import cetakkan, cetakkan_xml
from kinerja.dokumen.typst.lebar import Ukuran, penggal, taksir_baris, tentukan_ukuran

Susunan = dict[str, Any]
"""JSON-ready: dicts, lists, strings, integers and booleans only."""

_TINGKAT_TERDALAM = 6
_LEBAR_GAMBAR, _TINGGI_GAMBAR = 160, 180
"""Largest drawing in millimetres: the width of the text, and a page less caption and headings."""
_BARIS_TINGGI = 24
"""A row of more lines may break across pages; a lower one never does."""
_BARIS_UTUH = 18
"""A table of at most so many lines is kept on one page."""
_HURUF_UTUH = 1500
"""A call-out of at most so many letters is kept on one page."""
_PARAGRAF_PENGANTAR = 2
"""So many paragraphs at the top of a page go along onto the landscape page of the table after them."""


@dataclass(slots=True)
class Penyusun:
    """Holds what every block needs: the numbers, and a short key per id (an id may be any text)."""

    nomor: Penomoran
    kunci: dict[str, str]
    svg: Mapping[str, str]
    hanya_halaman: bool

    @classmethod
    def untuk(
        cls, dokumen: Dokumen, *, hanya_halaman: bool = False, svg: Mapping[str, str] | None = None
    ) -> Penyusun:
        """Number `dokumen` and give each id its key; `svg` are the drawings of `gambari`."""
        nomor = nomori(dokumen)
        kunci = {id_: f"k{n}" for n, id_ in enumerate(nomor.label)}
        return cls(nomor, kunci, gambari(dokumen) if svg is None else svg, hanya_halaman)

    def susun(self, dokumen: Dokumen, verifikasi: str = "") -> Susunan:
        """The whole document; `verifikasi` is where the QR code on its cover leads ("": none)."""
        return {
            "qr": draw_qr(verifikasi) if verifikasi else "",
            "qr_alt": cetakkan(f"Kode QR menuju {verifikasi}"),
            "judul": cetakkan(dokumen.judul),
            "subjudul": cetakkan(dokumen.subjudul),
            "instansi": cetakkan(dokumen.instansi),
            "tahun": dokumen.tahun,
            "tempat_tanggal": cetakkan(dokumen.tempat_tanggal),
            "kode": cetakkan(dokumen.kode),
            "bahasa": dokumen.bahasa,
            "rupa": dokumen.rupa,
            "kaki": [cetakkan(k) for k in dokumen.kaki],
            "hanya_halaman": self.hanya_halaman,
            "label": {self.kunci[k]: cetakkan(label) for k, label in self.nomor.label.items()},
            "ada_tabel": bool(self.nomor.daftar_tabel),
            "ada_gambar": bool(self.nomor.daftar_gambar),
            "depan": [self._puncak(b) for b in dokumen.depan],
            "bab": [self._puncak(b) for b in dokumen.bab],
            "lampiran": [self._puncak(b) for b in dokumen.lampiran],
        }

    def _puncak(self, bagian: Bagian) -> Susunan:
        return {
            "id": self.kunci[bagian.id],
            "judul": cetakkan(bagian.judul),
            "lembar": bagi_lembar(self._butir(bagian)),
        }

    def _butir(self, puncak: Bagian) -> Iterator[Susunan]:
        for bagian in puncak.telusuri():
            yield {
                "j": "judul",
                "id": self.kunci[bagian.id],
                "teks": cetakkan(bagian.judul),
                "awalan": self.nomor.awalan[bagian.id],
                "tingkat": min(self.nomor.tingkat[bagian.id], _TINGKAT_TERDALAM),
                "daftar": bagian.dalam_daftar,
                "baru": bagian is puncak or bagian.halaman_baru,
            }
            yield from map(self._blok, bagian.isi)

    def _blok(self, blok: Blok) -> Susunan:
        match blok:
            case Paragraf():
                return {"j": "par", "isi": self._sebaris(blok.isi)}
            case Daftar():
                butir = [self._sebaris(b.isi) for b in blok.butir]
                return {"j": "daftar", "butir": butir, "bernomor": blok.bernomor}
            case Catatan():
                utuh = sum(len(s.isi) for s in blok.isi if isinstance(s, Teks)) <= _HURUF_UTUH
                return {"j": "catatan", "jenis": blok.jenis, "isi": self._sebaris(blok.isi), "utuh": utuh}
            case Pasangan() | Pengesahan():
                return self._surat(blok)
            case Gambar():
                return self._berkas(blok) | self._gambar(blok)
            case _:
                return self._berkas(blok) | _tabel(blok)

    def _surat(self, blok: Pasangan | Pengesahan) -> Susunan:
        if isinstance(blok, Pasangan):
            return {"j": "pasangan", "isi": [[cetakkan(a), cetakkan(b)] for a, b in blok.isi]}
        return {"j": "pengesahan", "pihak": [self._pihak(p) for p in blok.berjajar()]}

    def _pihak(self, satu: Pengesahan) -> Susunan:
        qr = draw_qr(satu.verifikasi) if satu.verifikasi and not self.hanya_halaman else ""
        alt = cetakkan(f"Kode QR menuju {satu.verifikasi}")
        return {"baris": [cetakkan(b) for b in satu.baris()], "qr": qr, "alt": alt}

    def _berkas(self, blok: Tabel | Gambar) -> Susunan:
        return {
            "id": self.kunci[blok.id],
            "label": self.nomor.label[blok.id],
            "judul": cetakkan(blok.judul),
            "catatan": cetakkan(blok.catatan),
        }

    def _gambar(self, blok: Gambar) -> Susunan:
        svg = self.svg[blok.id]
        lebar, tinggi = _ukuran_svg(svg)
        return {
            "j": "gambar",
            "alt": cetakkan(blok.alt),
            "svg": f"{svg[: svg.index('>')]}/>" if self.hanya_halaman else cetakkan_xml(svg),
            "lebar": min(_LEBAR_GAMBAR, _TINGGI_GAMBAR * lebar // max(tinggi, 1)),
        }

    def _sebaris(self, isi: Iterable[Sebaris]) -> list[str | Susunan]:
        return [self._lari(satu) for satu in isi]

    def _lari(self, satu: Sebaris) -> str | Susunan:
        if isinstance(satu, Rujukan):
            return {"r": self.kunci[satu.ke]}
        if not (satu.tebal or satu.miring):
            return cetakkan(satu.isi)
        return {"t": cetakkan(satu.isi), "b": satu.tebal, "i": satu.miring}


def bagi_lembar(butir: Iterable[Susunan]) -> list[Susunan]:
    """Sort items onto sheets; what belongs to a landscape table (its headings) goes along with it."""
    isi = list(butir)
    mendatar = [b.get("mendatar", False) for b in isi]
    for n, satu in enumerate(isi):
        if satu.get("mendatar"):
            awal = _awal_bawaan(isi, n)
            mendatar[awal:n] = [True] * (n - awal)
    lembar: list[Susunan] = []
    for satu, arah in zip(isi, mendatar, strict=True):
        if lembar and lembar[-1]["mendatar"] == arah:
            lembar[-1]["isi"].append(satu)
        else:  # a sheet begins on a new page: asking for one more would leave it empty
            lembar.append({"mendatar": arah, "isi": [satu | {"baru": False}]})
    return lembar


def _awal_bawaan(isi: list[Susunan], tabel: int) -> int:
    """Index of the first item before `tabel` that must not stay behind on a portrait page."""
    awal = tabel
    while awal and isi[awal - 1]["j"] == "judul":
        awal -= 1
    paragraf, mulai = 0, awal
    while mulai and isi[mulai - 1]["j"] in ("judul", "par") and not isi[mulai].get("baru"):
        mulai -= 1
        paragraf += isi[mulai]["j"] == "par"
    return mulai if paragraf <= _PARAGRAF_PENGANTAR and isi[mulai].get("baru") else awal


def _ukuran_svg(svg: str) -> tuple[int, int]:
    """Whole width and height of the `viewBox` of an SVG."""
    lebar, tinggi = re.findall(r'viewBox="\S+ \S+ (\d+)\S* (\d+)', svg)[0]
    return int(lebar), int(tinggi)


def _tabel(tabel: Tabel) -> Susunan:
    ukuran = tentukan_ukuran(tabel)
    baris = [_baris(b, ukuran) for b in tabel.baris]
    return {
        "j": "tabel",
        "mendatar": tabel.mendatar,
        "ukuran": ukuran.huruf,
        "lebar": ukuran.kolom,
        "rata": [k.rata for k in tabel.kolom],
        "kepala": _kepala(tabel, ukuran),
        "sel": [sel for isi, _ in baris for sel in isi],
        "utuh": sum(tinggi for _, tinggi in baris) <= _BARIS_UTUH,
    }


def _kepala(tabel: Tabel, ukuran: Ukuran) -> list[Susunan]:
    """Header cells, row by row: groups above their columns, lone columns spanning both rows."""
    kelompok = kelompokkan(tabel.kolom)
    tingkat = 2 if any(k.judul for k in kelompok) else 1
    atas: list[Susunan] = []
    bawah: list[Susunan] = []
    nomor = 0
    for satu in kelompok:
        judul = [penggal(cetakkan(k.judul), ukuran.muat(nomor + n)) for n, k in enumerate(satu.kolom)]
        nomor += len(judul)
        if satu.judul:
            atas.append({"t": cetakkan(satu.judul), "c": len(judul), "r": 1})
            bawah += ({"t": j, "c": 1, "r": 1} for j in judul)
        else:
            atas += ({"t": j, "c": 1, "r": tingkat} for j in judul)
    return atas + bawah


def _baris(baris: Baris, ukuran: Ukuran) -> tuple[list[str | Susunan], int]:
    """The cells of a row and how many lines high it will be."""
    if baris.jenis == "kelompok":
        return [{"j": "kelompok", "t": cetakkan(baris.sel[0])}], 1
    muat = [ukuran.muat(n) for n in range(len(baris.sel))]
    isi = [penggal(cetakkan(sel), m) for sel, m in zip(baris.sel, muat, strict=True)]
    tinggi = max(map(taksir_baris, isi, muat))
    if baris.jenis == "jumlah":
        return [{"j": "jumlah", "t": sel} for sel in isi], tinggi
    if tinggi > _BARIS_TINGGI:
        return [{"j": "tinggi", "t": sel} for sel in isi], tinggi
    return list(isi), tinggi
