"""Tables as raw rows: python-docx's `table.cell()` takes 15 times as long."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise, zip_longest

from kinerja.dokumen.docx.isi import jarak, tulis_keterangan
from kinerja.dokumen.docx.konteks import Konteks
from kinerja.dokumen.docx.rupa import ALAS, ALAS_KELOMPOK
from kinerja.dokumen.docx.xml import Elemen, alinea, buat, larik, sisip
from kinerja.dokumen.karakter import bersihkan
from kinerja.dokumen.kepala import KelompokKolom, kelompokkan
from kinerja.dokumen.model import Tabel
from kinerja.dokumen.typst.lebar import tentukan_ukuran

_GAYA = {"kiri": "TabelTeks", "tengah": "TabelTengah", "kanan": "TabelAngka"}
_RAPAT = (("", 85), ("Rapat", 75), ("Padat", 0))
"""Suffix of the styles, and the smallest letter size (tenths of a point) it stands for."""
_BARIS_UTUH = 6
"""A table of at most so many rows is kept on one page; in a longer one only the total is never left alone."""


@dataclass(frozen=True, slots=True)
class Ragam:
    """How a cell differs from its neighbours; `gabung` is the `w:vMerge` of a cell over two rows."""

    latar: str = ""
    tebal: bool = False
    bentang: int = 1
    gabung: str = ""
    sambung: bool = False
    """Keep the row on the page of the next one."""


_KEPALA = Ragam(ALAS)


def tulis_tabel(k: Konteks, tabel: Tabel) -> None:
    """Caption, table and the remark beneath it."""
    tulis_keterangan(k, tabel, "Caption")
    _tulis_kisi(k.badan, tabel, k.lebar)
    if tabel.catatan:
        larik(alinea(k.badan, "KeteranganTabel"), tabel.catatan)
    else:
        jarak(k.badan)


def bagi_lebar(relatif: tuple[int, ...], jumlah: int) -> tuple[int, ...]:
    """`jumlah` twips shared in proportion; the parts add up to it exactly."""
    total = sum(relatif)
    batas = [0, *(jumlah * sampai // total for sampai in accumulate(relatif))]
    return tuple(kanan - kiri for kiri, kanan in pairwise(batas))


def _tulis_kisi(badan: Elemen, tabel: Tabel, jumlah: int) -> None:
    ukuran = tentukan_ukuran(tabel)
    lebar = bagi_lebar(ukuran.kolom, jumlah)
    rapat = next(akhiran for akhiran, terkecil in _RAPAT if ukuran.huruf >= terkecil)
    tbl = sisip(badan, "tbl")
    _atur_tabel(tbl, tabel, lebar)
    _tulis_kepala(tbl, kelompokkan(tabel.kolom), lebar, f"TabelKepala{rapat}")
    gaya = tuple(f"{_GAYA[kolom.rata]}{rapat}" for kolom in tabel.kolom)
    for baris, lanjut in zip_longest(tabel.baris, tabel.baris[1:]):
        sambung = lanjut is not None and (len(tabel.baris) <= _BARIS_UTUH or lanjut.jenis == "jumlah")
        tr = _baris(tbl)
        if baris.jenis == "kelompok":
            (judul,) = baris.sel
            _sel(tr, jumlah, f"TabelKelompok{rapat}", judul, Ragam(ALAS_KELOMPOK, bentang=len(lebar)))
        else:
            ragam = (
                Ragam(ALAS, tebal=True, sambung=sambung)
                if baris.jenis == "jumlah"
                else Ragam(sambung=sambung)
            )
            for satu, isi, gaya_sel in zip(lebar, baris.sel, gaya, strict=True):
                _sel(tr, satu, gaya_sel, isi, ragam)


def _atur_tabel(tbl: Elemen, tabel: Tabel, lebar: tuple[int, ...]) -> None:
    tblpr = sisip(tbl, "tblPr")
    sisip(tblpr, "tblStyle", val="TabelKinerja")
    sisip(tblpr, "tblW", w=sum(lebar), type="dxa")
    sisip(tblpr, "tblLayout", type="fixed")
    sisip(
        tblpr, "tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1
    )
    sisip(tblpr, "tblCaption", val=bersihkan(tabel.judul))
    kisi = sisip(tbl, "tblGrid")
    for satu in lebar:
        sisip(kisi, "gridCol", w=satu)


def _tulis_kepala(
    tbl: Elemen, kelompok: tuple[KelompokKolom, ...], lebar: tuple[int, ...], gaya: str
) -> None:
    """The header: one row, or two when a column belongs to a group."""
    bertingkat = any(satu.judul for satu in kelompok)
    atas = _baris(tbl, kepala=True)
    bawah = _baris(tbl, kepala=True) if bertingkat else atas
    mulai = 0
    for satu in kelompok:
        milik = lebar[mulai : mulai + len(satu.kolom)]
        mulai += len(milik)
        if satu.judul:
            _sel(atas, sum(milik), gaya, satu.judul, Ragam(ALAS, bentang=len(milik)))
            for kolom, lebar_kolom in zip(satu.kolom, milik, strict=True):
                _sel(bawah, lebar_kolom, gaya, kolom.judul, _KEPALA)
        elif bertingkat:
            _sel(atas, milik[0], gaya, satu.kolom[0].judul, Ragam(ALAS, gabung="restart"))
            _sel(bawah, milik[0], gaya, "", Ragam(ALAS, gabung="continue"))
        else:
            _sel(atas, milik[0], gaya, satu.kolom[0].judul, _KEPALA)


def _baris(tbl: Elemen, *, kepala: bool = False) -> Elemen:
    """A row that no page break may cut; `kepala` repeats it on each page."""
    tr = sisip(tbl, "tr")
    trpr = sisip(tr, "trPr")
    sisip(trpr, "cantSplit")
    if kepala:
        sisip(trpr, "tblHeader")
    return tr


def _sel(tr: Elemen, lebar: int, gaya: str, isi: str, ragam: Ragam) -> None:
    tc = deepcopy(_sel_kosong(lebar, gaya, ragam))
    larik(tc[-1], isi, tebal=ragam.tebal or None)
    tr.append(tc)


@lru_cache(maxsize=1024)
def _sel_kosong(lebar: int, gaya: str, ragam: Ragam) -> Elemen:
    """The cell before its text, made once for a whole column: copying is quicker than building."""
    tc = buat("tc")
    tcpr = sisip(tc, "tcPr")
    sisip(tcpr, "tcW", w=lebar, type="dxa")
    if ragam.bentang > 1:
        sisip(tcpr, "gridSpan", val=ragam.bentang)
    if ragam.gabung:
        sisip(tcpr, "vMerge", val=ragam.gabung)
    if ragam.latar:
        sisip(tcpr, "shd", val="clear", color="auto", fill=ragam.latar)
        sisip(tcpr, "vAlign", val="center")
    p = alinea(tc, gaya)
    if ragam.sambung:
        sisip(p[0], "keepNext")
    return tc
