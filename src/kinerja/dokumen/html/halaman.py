"""The whole page and the fragment."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from lxml import etree

from kinerja.dokumen.html.isi import tulis_bagian
from kinerja.dokumen.html.konteks import Konteks
from kinerja.dokumen.html.navigasi import tulis_navigasi
from kinerja.dokumen.html.unsur import Elemen, sisip, tulis
from kinerja.dokumen.model import Bagian, Dokumen


def render_html(dokumen: Dokumen) -> str:
    """A page that stands alone: style inside, nothing loaded from elsewhere, prints on A4.

    Raises the same as `render_isi_html`.
    """
    akar = etree.Element("html", lang=dokumen.bahasa)
    head = sisip(akar, "head")
    sisip(head, "meta", charset="utf-8")
    sisip(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    tulis(sisip(head, "title"), f"{dokumen.judul} {dokumen.tahun} – {dokumen.instansi}")
    sisip(head, "style").text = _gaya()
    body = sisip(akar, "body")
    tulis(sisip(body, "a", "lkjip-lompat", href="#lkjip-isi"), "Langsung ke isi laporan")
    sisip(body, "main").append(_isi(dokumen))
    return f"<!doctype html>\n{_cetak(akar)}\n"


def render_isi_html(dokumen: Dokumen) -> str:
    """The same report as one <article class="lkjip">, without style, to stand inside another page.

    It has one <h1> (the title of the report), ids that begin with "lkjip-", no `style` attribute and no
    script. Raises GandaId when two parts share an id, RujukanTanpaTujuan when a reference leads nowhere,
    ValueError when a row has not as many cells as its table has columns.
    """
    return _cetak(_isi(dokumen))


def render_bagian_html(bagian: Bagian) -> str:
    """One part alone as a <section> with its heading, to stand inside another page. Raises as `render_isi_html`."""
    return _cetak(_bagian(bagian))


def render_isi_bagian_html(bagian: Bagian) -> str:
    """The same without the section and its heading."""
    _judul, *isi = _bagian(bagian)[0]
    return "".join(_cetak(anak) for anak in isi)


def _bagian(bagian: Bagian) -> Elemen:
    dokumen = Dokumen("", "", "", 2000, "", "", bab=(bagian,), rupa="surat")
    wadah = etree.Element("div", {"class": "lkjip", "lang": dokumen.bahasa})
    tulis_bagian(Konteks.untuk(dokumen), wadah, bagian)
    return wadah


def _isi(dokumen: Dokumen) -> Elemen:
    k = Konteks.untuk(dokumen)
    artikel = etree.Element("article", {"class": "lkjip", "lang": dokumen.bahasa})
    _tulis_sampul(artikel, dokumen)
    tulis_navigasi(k, artikel)
    isi = sisip(artikel, "div", "lkjip-isi", id="lkjip-isi", tabindex=-1)
    for bagian in (*dokumen.depan, *dokumen.bab, *dokumen.lampiran):
        tulis_bagian(k, isi, bagian)
    return artikel


def _tulis_sampul(artikel: Elemen, dokumen: Dokumen) -> None:
    header = sisip(artikel, "header", "lkjip-sampul")
    tulis(sisip(header, "p", "lkjip-instansi"), dokumen.instansi)
    tulis(sisip(header, "h1"), dokumen.judul)
    tulis(sisip(header, "p", "lkjip-subjudul"), dokumen.subjudul)
    tulis(sisip(header, "p", "lkjip-tempat"), dokumen.tempat_tanggal)
    tulis(sisip(header, "p", "lkjip-kode"), f"Kode verifikasi {dokumen.kode}")


@lru_cache(maxsize=1)
def _gaya() -> str:
    return Path(__file__).with_name("laporan.css").read_text(encoding="utf-8")


def _cetak(akar: Elemen) -> str:
    return etree.tostring(akar, method="html", encoding="unicode")
