"""Tables of a Word file: merged cells stand once with their span; nested tables stand by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from kinerja.dokumen.baca.mentah import SelMentah, TabelMentah
from kinerja.dokumen.baca.word.gaya import W, baca_bulat
from kinerja.dokumen.baca.word.teks import read_alinea

_PEMBUNGKUS = {f"{W}{n}" for n in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_KOLOM_TERBANYAK = 200


def list_anak(unsur: etree._Element) -> Iterator[etree._Element]:
    """Children, seen through wrappers that mean nothing for reading."""
    for anak in unsur:
        if anak.tag in _PEMBUNGKUS:
            yield from list_anak(anak)
        else:
            yield anak


@dataclass(slots=True)
class TabelWord:
    """A table, the `w:tc` of each of its cells (parallel to `mentah.baris`), and the tables nested in it."""

    mentah: TabelMentah
    sel: list[list[etree._Element]]
    sarang: list[etree._Element]


def read_tabel(tbl: etree._Element) -> TabelWord:
    """The table in a `w:tbl`."""
    hasil = TabelWord(TabelMentah([]), [], [])
    terbuka: dict[int, SelMentah] = {}
    kepala = 0
    for tr in list_anak(tbl):
        if tr.tag != f"{W}tr" or tr.find(f"{W}trPr/{W}del") is not None:
            continue
        baris, asal = _read_baris(tr, terbuka, hasil.sarang)
        if kepala == len(hasil.mentah.baris) and tr.find(f"{W}trPr/{W}tblHeader") is not None:
            kepala += 1
        hasil.mentah.baris.append(baris)
        hasil.sel.append(asal)
    hasil.mentah.kepala = kepala or None
    return hasil


def _read_baris(
    tr: etree._Element, terbuka: dict[int, SelMentah], sarang: list[etree._Element]
) -> tuple[list[SelMentah], list[etree._Element]]:
    """The cells of a row; `terbuka` holds, by column, the cell that a vertical merge may lengthen."""
    baris, asal = [], []
    kolom = 1 + min(baca_bulat(tr.find(f"{W}trPr/{W}gridBefore"), 0), _KOLOM_TERBANYAK)
    for tc in list_anak(tr):
        if tc.tag != f"{W}tc":
            continue
        bentang = max(1, min(baca_bulat(tc.find(f"{W}tcPr/{W}gridSpan"), 1), _KOLOM_TERBANYAK))
        gabung = tc.find(f"{W}tcPr/{W}vMerge")
        if gabung is not None and gabung.get(f"{W}val") != "restart" and kolom in terbuka:
            terbuka[kolom].bentang_baris += 1
        else:
            sel = SelMentah(_read_sel(tc, sarang), kolom, bentang)
            terbuka.pop(kolom, None)
            if gabung is not None:
                terbuka[kolom] = sel
            baris.append(sel)
            asal.append(tc)
        kolom += bentang
    return baris, asal


def _read_sel(tc: etree._Element, sarang: list[etree._Element]) -> str:
    teks = []
    for anak in list_anak(tc):
        if anak.tag == f"{W}p":
            isi = read_alinea(anak)
            teks.append(isi.teks)
            for kotak in isi.kotak:
                teks += [read_alinea(p).teks for p in kotak.iter(f"{W}p")]
        elif anak.tag == f"{W}tbl":
            sarang.append(anak)
    return " ".join(" ".join(teks).split())


def is_bingkai(tabel: TabelWord) -> bool:
    """A table of one cell is a frame around its content."""
    return len(tabel.sel) == 1 and len(tabel.sel[0]) == 1
