"""Sections: paper, margins, page numbers, running header and footer."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document as Wadah
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.hdrftr import FooterPart, HeaderPart

from kinerja.dokumen.docx.medan import tulis_medan
from kinerja.dokumen.docx.rupa import (
    LEBAR_KERTAS,
    LEBAR_MENDATAR,
    LEBAR_TEGAK,
    TEPI_ATAS,
    TEPI_BAWAH,
    TEPI_KANAN,
    TEPI_KIRI,
    TINGGI_KERTAS,
)
from kinerja.dokumen.docx.xml import NS_R, Elemen, W, alinea, larik, sisip
from kinerja.dokumen.model import Dokumen

_TEPI_KEPALA = 709


@dataclass(frozen=True, slots=True)
class Kepala:
    """The running title; `hidup` follows the heading in Word, otherwise it is plain text."""

    nomor: str
    judul: str
    hidup: bool = True


@dataclass(frozen=True, slots=True)
class Seksi:
    """A run of pages of one kind; without `kepala` it has neither header nor footer (the cover)."""

    kepala: Kepala | None = None
    mendatar: bool = False
    romawi: bool = False
    mulai: bool = False
    """Count the pages from 1 again."""

    @property
    def lebar(self) -> int:
        """Width of the text in twips."""
        return LEBAR_MENDATAR if self.mendatar else LEBAR_TEGAK


class PenulisSeksi:
    """Writes section properties; headers and footers that look the same are one part of the file."""

    def __init__(self, wadah: Wadah, dokumen: Dokumen) -> None:
        self._wadah = wadah
        self._dokumen = dokumen
        self._kepala: dict[Kepala, str] = {}
        self._kaki: dict[bool, str] = {}

    def tulis(self, induk: Elemen, seksi: Seksi) -> None:
        """Put the `w:sectPr` of `seksi` at the end of `induk` (a `w:pPr` or the `w:body`)."""
        sectpr = sisip(induk, "sectPr")
        if seksi.kepala:
            if self._dokumen.rupa == "laporan":
                self._acu(sectpr, "headerReference", self._rid_kepala(seksi.kepala))
            self._acu(sectpr, "footerReference", self._rid_kaki(seksi))
        sisip(sectpr, "type", val="nextPage")
        _tulis_kertas(sectpr, seksi.mendatar)
        if seksi.kepala:
            nomor = sisip(sectpr, "pgNumType", fmt="lowerRoman" if seksi.romawi else "decimal")
            if seksi.mulai:
                nomor.set(f"{W}start", "1")

    @staticmethod
    def _acu(sectpr: Elemen, jenis: str, rid: str) -> None:
        sisip(sectpr, jenis, type="default").set(f"{{{NS_R}}}id", rid)

    def _rid_kepala(self, kepala: Kepala) -> str:
        if kepala not in self._kepala:
            bagian = HeaderPart.new(self._wadah.part.package)
            bagian.element[:] = []
            self._isi_kepala(bagian.element, kepala)
            self._kepala[kepala] = self._wadah.part.relate_to(bagian, RELATIONSHIP_TYPE.HEADER)
        return self._kepala[kepala]

    def _isi_kepala(self, akar: Elemen, kepala: Kepala) -> None:
        larik(alinea(akar, "Header"), self._dokumen.instansi)
        p = alinea(akar, "JudulBerjalan")
        if not kepala.hidup:
            larik(p, kepala.judul)
            return
        if kepala.nomor:
            tulis_medan(p, 'STYLEREF "Nomor Bab"', kepala.nomor)
            larik(p, " ")
        tulis_medan(p, 'STYLEREF "Judul Bab"', kepala.judul)

    def _rid_kaki(self, seksi: Seksi) -> str:
        if seksi.mendatar not in self._kaki:
            bagian = FooterPart.new(self._wadah.part.package)
            bagian.element[:] = []
            p = alinea(bagian.element, "Footer")
            tab = sisip(p[0], "tabs")
            sisip(tab, "tab", val="center", pos=seksi.lebar // 2)
            sisip(tab, "tab", val="right", pos=seksi.lebar)
            larik(p, "\t".join((*self._dokumen.kaki, "")))
            tulis_medan(p, "PAGE", "1")
            self._kaki[seksi.mendatar] = self._wadah.part.relate_to(bagian, RELATIONSHIP_TYPE.FOOTER)
        return self._kaki[seksi.mendatar]


def _tulis_kertas(sectpr: Elemen, mendatar: bool) -> None:
    """A4, upright or turned, with the same margins."""
    if mendatar:
        sisip(sectpr, "pgSz", w=TINGGI_KERTAS, h=LEBAR_KERTAS, orient="landscape")
    else:
        sisip(sectpr, "pgSz", w=LEBAR_KERTAS, h=TINGGI_KERTAS)
    sisip(
        sectpr, "pgMar", top=TEPI_ATAS, right=TEPI_KANAN, bottom=TEPI_BAWAH, left=TEPI_KIRI,
        header=_TEPI_KEPALA, footer=_TEPI_KEPALA, gutter=0,
    )  # fmt: skip
