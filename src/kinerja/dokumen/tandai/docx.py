"""A copy of a Word file with each remark as a real comment at its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from docx.document import Document
from docx.text.paragraph import Paragraph
from lxml import etree

from kinerja.dokumen.baca.arsip import BATAS, Batas
from kinerja.dokumen.baca.galat import BerkasDitolak
from kinerja.dokumen.baca.mentah import TabelMentah
from kinerja.dokumen.baca.naskah import JudulBaca, KeteranganBaca, ParagrafBaca
from kinerja.dokumen.baca.word.alir import alirkan_badan
from kinerja.dokumen.baca.word.gaya import W, read_gaya
from kinerja.dokumen.baca.word.tabel import read_tabel
from kinerja.dokumen.baca.word.terbuka import open_docx
from kinerja.dokumen.tandai.tanda import PENULIS, HasilTanda, TakDapatDitandai, Tanda


def tandai_docx(nama: str, isi: bytes, tanda: Sequence[Tanda], batas: Batas = BATAS) -> HasilTanda:
    """Comment on the cell, the paragraph or the text of each remark.

    Raises TakDapatDitandai for what is no readable Word file.
    """
    try:
        dokumen = open_docx(nama, isi, batas)
    except BerkasDitolak as galat:
        raise TakDapatDitandai(str(galat)) from galat
    peta = _Peta.dari(dokumen)
    tersisa = []
    for satu in tanda:
        alinea = peta.cari(satu)
        if alinea is None:
            tersisa.append(satu)
        else:
            _komentari(dokumen, alinea, satu)
    keluar = BytesIO()
    dokumen.save(keluar)
    return HasilTanda(keluar.getvalue(), tuple(tersisa))


@dataclass(frozen=True, slots=True)
class _Peta:
    """Where the places that the reader tells are found again: it walks in the same order."""

    tabel: list[etree._Element]
    alinea: dict[int, etree._Element]

    @classmethod
    def dari(cls, dokumen: Document) -> _Peta:
        akar = dokumen.element
        gaya = read_gaya(dokumen.styles.element)
        hasil = cls([], {})
        for unsur, asal in alirkan_badan(akar, gaya):
            if isinstance(unsur, TabelMentah):
                hasil.tabel.append(asal)
            elif isinstance(unsur, JudulBaca | ParagrafBaca | KeteranganBaca):
                hasil.alinea[unsur.letak.baris or 0] = asal
        return hasil

    def cari(self, tanda: Tanda) -> etree._Element | None:
        """The paragraph of a remark."""
        letak = tanda.letak
        if letak.tabel is not None:
            return self._cari_sel(letak.tabel, letak.baris_tabel or 1, letak.kolom or 1)
        if letak.baris is not None:
            return self.alinea.get(letak.baris)
        dicari = " ".join(tanda.teks.split())
        return next((p for p in self.alinea.values() if dicari and dicari in _teks(p)), None)

    def _cari_sel(self, tabel: int, baris: int, kolom: int) -> etree._Element | None:
        """The first paragraph of a cell; of a merged cell, of the one that covers the column."""
        if not 1 <= tabel <= len(self.tabel):
            return None
        isi = read_tabel(self.tabel[tabel - 1])
        if not 1 <= baris <= len(isi.sel):
            return None
        pasangan = zip(isi.mentah.baris[baris - 1], isi.sel[baris - 1], strict=True)
        sel = next((tc for s, tc in pasangan if s.kolom <= kolom < s.kolom + s.bentang_kolom), None)
        return None if sel is None else next(sel.iter(f"{W}p"), None)


def _teks(p: etree._Element) -> str:
    return " ".join("".join(t.text or "" for t in p.iter(f"{W}t")).split())


def _komentari(dokumen: Document, alinea: etree._Element, tanda: Tanda) -> None:
    p = Paragraph(alinea, dokumen._body)  # type: ignore[arg-type]
    # A paragraph may hold its text in a link or in an insertion only, or none at all.
    runs = p.runs or [p.add_run()]
    dokumen.add_comment(runs, text=tanda.isi, author=PENULIS, initials="T")
