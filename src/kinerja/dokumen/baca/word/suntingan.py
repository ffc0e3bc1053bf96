"""Texts that come back in a Word file we made: each part by its hidden bookmark, else by its heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from kinerja.dokumen.baca.arsip import BATAS, DOCX, Batas, buka_arsip, periksa_arsip
from kinerja.dokumen.baca.galat import BerkasDitolak
from kinerja.dokumen.baca.kendala import Kendala
from kinerja.dokumen.baca.word.bagian import muat_bagian
from kinerja.dokumen.baca.word.gaya import Gaya, W, read_gaya
from kinerja.dokumen.baca.word.tabel import list_anak, read_tabel
from kinerja.dokumen.baca.word.teks import WP, list_lari
from kinerja.dokumen.docx.medan import is_id_suntingan
from kinerja.dokumen.model import Daftar, Paragraf, Perataan, Teks
from kinerja.dokumen.tulisan.unsur import GambarTulisan, Subjudul, TabelTulisan, Unsur

_PENANDA = f"{W}bookmarkStart"
_DILEWATI = ("Catatan", "JudulGambar", "Jarak", "Keterangan")
"""Styles of what we print around a text: call-outs, captions, distances."""
_GAYA_KETERANGAN_TABEL = "Caption"
_RATA: tuple[tuple[str, Perataan], ...] = (("TabelAngka", "kanan"), ("TabelTengah", "tengah"))


@dataclass(slots=True)
class BagianSuntingan:
    """One part of the file: `id` of its bookmark ("" for a heading of somebody's own), heading, text."""

    id: str
    judul: str
    isi: list[Unsur] = field(default_factory=list)


def read_suntingan(
    nama: str, isi: bytes, batas: Batas = BATAS
) -> tuple[tuple[BagianSuntingan, ...], tuple[Kendala, ...]]:
    """Parts in reading order, from each heading to the next of its depth; deleted text is not read.

    A heading deeper than the one with the bookmark is a heading inside the text.
    """
    try:
        with buka_arsip(nama, isi) as arsip:
            periksa_arsip(nama, arsip, batas, DOCX)
            akar = muat_bagian(nama, arsip, DOCX.inti)
            gaya = read_gaya(muat_bagian(nama, arsip, "word/styles.xml"))
    except BerkasDitolak as galat:
        return (), (Kendala("ditolak", str(galat), fatal=True),)
    badan = akar.find(f"{W}body")
    pembaca = _Pembaca(gaya)
    if badan is not None:
        pembaca.baca(badan)
    return tuple(pembaca.bagian), ()


@dataclass(slots=True)
class _Pembaca:
    """Walks the body once."""

    gaya: Mapping[str, Gaya]
    bagian: list[BagianSuntingan] = field(default_factory=list)
    tingkat: int = 0
    judul_tabel: str = ""

    def baca(self, badan: etree._Element) -> None:
        tertunda = ""
        for anak in list_anak(badan):
            if anak.tag == _PENANDA:
                # An editor may move a bookmark out of the heading, right before it.
                tertunda = _baca_id(anak) or tertunda
            elif anak.tag == f"{W}p":
                self._alinea(anak, tertunda)
                tertunda = ""
            elif anak.tag == f"{W}tbl" and self.bagian:
                self.bagian[-1].isi += self._tabel(anak)

    def _alinea(self, p: etree._Element, tertunda: str) -> None:
        kode = _kode_gaya(p)
        isi = _rapikan(list_lari(p))
        gaya = self.gaya.get(kode, Gaya())
        penanda = next(filter(None, map(_baca_id, p.iter(_PENANDA))), tertunda)
        if gaya.tingkat is not None and isi:
            self._judul("".join(t.isi for t in isi), gaya.tingkat, penanda)
        elif not self.bagian:
            return
        elif kode.startswith(_GAYA_KETERANGAN_TABEL):
            self.judul_tabel = _tanpa_nomor("".join(t.isi for t in isi))
        else:
            self._isi(p, kode, isi, gaya)

    def _judul(self, judul: str, tingkat: int, penanda: str) -> None:
        terbuka = bool(self.bagian and self.bagian[-1].id)
        if penanda or not terbuka or tingkat <= self.tingkat:
            self.bagian.append(BagianSuntingan(penanda, judul))
            self.tingkat = tingkat
        else:
            self.bagian[-1].isi.append(Subjudul(judul))

    def _isi(self, p: etree._Element, kode: str, isi: tuple[Teks, ...], gaya: Gaya) -> None:
        tujuan = self.bagian[-1].isi
        tujuan += _baca_gambar(p)
        if not isi or kode.startswith(_DILEWATI):
            return
        if gaya.butir or p.find(f"{W}pPr/{W}numPr") is not None:
            _tambah_butir(tujuan, Paragraf(isi), bernomor="umber" in kode)
        else:
            tujuan.append(Paragraf(isi))

    def _tabel(self, tbl: etree._Element) -> Iterator[Unsur]:
        tabel = read_tabel(tbl)
        baris = [tuple(sel.teks for sel in satu) for satu in tabel.mentah.baris if satu]
        judul, self.judul_tabel = self.judul_tabel, ""
        if not baris:
            return
        lebar = max(map(len, baris))
        utuh = [b + ("",) * (lebar - len(b)) for b in baris]
        rata = [_baca_rata(tc) for tc in tabel.sel[-1]][:lebar]
        kurang: list[Perataan] = ["kiri"] * (lebar - len(rata))
        yield TabelTulisan(judul, utuh[0], (*rata, *kurang), tuple(utuh[1:]))


def _tambah_butir(tujuan: list[Unsur], butir: Paragraf, *, bernomor: bool) -> None:
    terakhir = tujuan[-1] if tujuan else None
    if isinstance(terakhir, Daftar) and terakhir.bernomor == bernomor:
        tujuan[-1] = Daftar((*terakhir.butir, butir), bernomor)
    else:
        tujuan.append(Daftar((butir,), bernomor))


def _baca_id(penanda: etree._Element) -> str:
    id_ = penanda.get(f"{W}name", "").removeprefix("_")
    return id_ if is_id_suntingan(id_) else ""


def _kode_gaya(p: etree._Element) -> str:
    nama = p.find(f"{W}pPr/{W}pStyle")
    return nama.get(f"{W}val", "") if nama is not None else ""


def _baca_rata(tc: etree._Element) -> Perataan:
    """How a column is aligned, by the style of our own cells; anything else is on the left."""
    kode = next(map(_kode_gaya, tc.iter(f"{W}p")), "")
    return next((rata for awalan, rata in _RATA if kode.startswith(awalan)), "kiri")


def _baca_gambar(p: etree._Element) -> Iterator[GambarTulisan]:
    """A picture by what Word keeps of it: its title and text alternative; which file it was is not known here."""
    for sifat in p.iter(f"{WP}docPr"):
        yield GambarTulisan("", sifat.get("descr", ""), sifat.get("title", ""))


def _tanpa_nomor(judul: str) -> str:
    """ "Tabel 3.1  Judul" -> "Judul"."""
    _label, _angka, sisa = (*judul.split(None, 2), "", "", "")[:3]
    return sisa.strip()


def _rapikan(lari: Iterator[Teks]) -> tuple[Teks, ...]:
    hasil: list[Teks] = []
    for satu in lari:
        if hasil and (hasil[-1].tebal, hasil[-1].miring) == (satu.tebal, satu.miring):
            hasil[-1] = Teks(hasil[-1].isi + satu.isi, satu.tebal, satu.miring)
        else:
            hasil.append(satu)
    if hasil:
        hasil[0] = Teks(hasil[0].isi.lstrip(), hasil[0].tebal, hasil[0].miring)
        hasil[-1] = Teks(hasil[-1].isi.rstrip(), hasil[-1].tebal, hasil[-1].miring)
    return tuple(t for t in hasil if t.isi)
