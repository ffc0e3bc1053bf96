"""One report, three shapes: every cell of every table, and every number, is the same in PDF, DOCX and HTML."""

from __future__ import annotations

import io
import re
import zipfile

import pypdfium2
import pytest
from lxml import etree, html
from tests.dokumen.contoh_dokumen import contoh_dokumen

from kinerja.dokumen.docx import render_docx
from kinerja.dokumen.html import render_isi_html
from kinerja.dokumen.model import Baris, Dokumen, Tabel
from kinerja.dokumen.pdf import HasilPdf, render_pdf
from kinerja.dokumen.penomoran import nomori

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Tabel2D = list[list[str]]
_TAK_TAMPAK = re.compile("[\\s\u00ad\u200b\ufffe-]+")


@pytest.fixture(scope="module")
def dokumen() -> Dokumen:
    return contoh_dokumen()


@pytest.fixture(scope="module")
def pdf(dokumen: Dokumen) -> HasilPdf:
    return render_pdf(dokumen)


@pytest.fixture(scope="module")
def docx(dokumen: Dokumen, pdf: HasilPdf) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(render_docx(dokumen, pdf.halaman))) as berkas:
        return etree.fromstring(berkas.read("word/document.xml"))


@pytest.fixture(scope="module")
def laman(dokumen: Dokumen) -> html.HtmlElement:
    return html.fragment_fromstring(render_isi_html(dokumen))


def _rapat(teks: str) -> str:
    """Without whitespace, hyphens and invisible break points, which each layout sets in its own way."""
    return _TAK_TAMPAK.sub("", teks)


def _sel_docx(akar: etree._Element) -> list[Tabel2D]:
    return [
        [["".join(t.text for t in tc.iter(f"{W}t")) for tc in tr.iter(f"{W}tc")] for tr in tbl.iter(f"{W}tr")]
        for tbl in akar.iter(f"{W}tbl")
    ]


def _sel_html(akar: html.HtmlElement) -> list[Tabel2D]:
    return [
        [[sel.text_content() for sel in tr] for tr in tabel.xpath("./thead/tr | ./tbody/tr")]
        for tabel in akar.iter("table")
    ]


def _sel_model(dokumen: Dokumen) -> list[Tabel2D]:
    return [[list(b.sel) for b in t.baris] for t in dokumen.blok() if isinstance(t, Tabel)]


def _teks_pdf(pdf: HasilPdf) -> str:
    halaman = pypdfium2.PdfDocument(pdf.isi)
    return _rapat(" ".join(satu.get_textpage().get_text_range() for satu in halaman))


def test_cells_of_docx_and_html_are_those_of_the_document(
    dokumen: Dokumen, docx: etree._Element, laman: html.HtmlElement
) -> None:
    asal = _sel_model(dokumen)
    assert sum(len(t) for t in asal) > 100
    for hasil in (_sel_docx(docx), _sel_html(laman)):
        badan = [tabel[-len(baris) :] for tabel, baris in zip(hasil, asal, strict=True)]
        assert badan == asal
    kepala = [
        [[[sel for sel in baris if sel] for baris in tabel[: len(tabel) - len(isi)]] for tabel, isi in pasang]
        for pasang in (zip(_sel_docx(docx), asal, strict=True), zip(_sel_html(laman), asal, strict=True))
    ]
    assert kepala[0] == kepala[1]


def test_rows_stand_in_the_pdf_whole_and_in_the_same_order(
    dokumen: Dokumen, pdf: HasilPdf, docx: etree._Element
) -> None:
    """A header with merged cells is drawn in another order, so there each cell is looked for alone."""
    teks = _teks_pdf(pdf)
    mulai = 0
    for tabel, asal in zip(_sel_docx(docx), _sel_model(dokumen), strict=True):
        kepala = tabel[: -len(asal)]
        for sel in (sel for baris in kepala for sel in baris):
            assert teks.find(_rapat(sel), mulai) >= 0, sel
        for baris in tabel[-len(asal) :]:
            cari = _rapat("".join(baris))
            letak = teks.find(cari, mulai)
            assert letak >= 0, baris
            mulai = letak + len(cari)


def test_a_changed_digit_would_be_noticed(dokumen: Dokumen, pdf: HasilPdf) -> None:
    """The check above must be able to fail: no row is found with its last digit changed."""
    teks = _teks_pdf(pdf)
    baris: list[Baris] = [b for t in dokumen.blok() if isinstance(t, Tabel) for b in t.baris]
    angka = [_rapat("".join(b.sel)) for b in baris if re.search(r"\d{2},\d\d%?$", b.sel[-1])]
    assert len(angka) > 50
    for satu in angka:
        salah = re.sub(r"\d(?=%?$)", lambda d: str((int(d[0]) + 1) % 10), satu)
        assert satu in teks
        assert salah not in teks


def test_labels_and_captions_are_the_same_everywhere(
    dokumen: Dokumen, pdf: HasilPdf, docx: etree._Element, laman: html.HtmlElement
) -> None:
    nomor = nomori(dokumen)
    semua = {
        "pdf": _teks_pdf(pdf),
        "docx": _rapat("".join(t.text for t in docx.iter(f"{W}t"))),
        "html": _rapat(laman.text_content()),
    }
    for butir in (*nomor.daftar_isi, *nomor.daftar_tabel, *nomor.daftar_gambar):
        for rupa, teks in semua.items():
            cari = _rapat(f"{butir.label}{butir.judul}")
            # Listed once in a table of contents and once where it stands.
            assert teks.lower().count(cari.lower()) >= 2, (rupa, butir)


def test_lists_of_the_docx_print_the_pages_of_the_pdf(
    dokumen: Dokumen, pdf: HasilPdf, docx: etree._Element
) -> None:
    baris = []
    for p in docx.iter(f"{W}p"):
        if re.match(r"TOC\d|TableofFigures", p.find(f"{W}pPr/{W}pStyle").get(f"{W}val")):
            baris.append([t.text for t in p.iter(f"{W}t")][-1])
    nomor = nomori(dokumen)
    butir = (*nomor.daftar_isi, *nomor.daftar_tabel, *nomor.daftar_gambar)
    assert baris == [pdf.halaman[b.id] for b in butir]
