"""Parts, paragraphs, lists, call-outs and figures."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from kinerja.dokumen.grafik import gambar_svg
from kinerja.dokumen.html.konteks import Konteks
from kinerja.dokumen.html.tabel import tulis_tabel
from kinerja.dokumen.html.unsur import Elemen, sisip, tulis
from kinerja.dokumen.label import LABEL_CATATAN
from kinerja.dokumen.model import (
    Bagian,
    Blok,
    Catatan,
    Daftar,
    Gambar,
    Paragraf,
    Pasangan,
    Pengesahan,
    Rujukan,
    Sebaris,
    Tabel,
)

_JUDUL_TERDALAM = 6
_SVG = "{http://www.w3.org/2000/svg}"


def tulis_bagian(k: Konteks, induk: Elemen, bagian: Bagian) -> None:
    """A part with everything beneath it; the title of the report is the only <h1>."""
    section = sisip(induk, "section", "lkjip-bagian", id=k.jangkar[bagian.id])
    tingkat = k.nomor.tingkat[bagian.id]
    judul = sisip(section, f"h{min(tingkat + 1, _JUDUL_TERDALAM)}", f"lkjip-judul-{tingkat}")
    awalan = k.nomor.awalan[bagian.id]
    if awalan:
        tulis(sisip(judul, "span", "lkjip-nomor"), awalan)
        tulis(judul, " ")
    tulis(judul, bagian.judul)
    for blok in bagian.isi:
        _tulis_blok(k, section, blok)
    for anak in bagian.anak:
        tulis_bagian(k, section, anak)


def _tulis_blok(k: Konteks, induk: Elemen, blok: Blok) -> None:
    match blok:
        case Paragraf():
            _sebaris(k, sisip(induk, "p"), blok.isi)
        case Daftar():
            daftar = sisip(induk, "ol" if blok.bernomor else "ul")
            for butir in blok.butir:
                _sebaris(k, sisip(daftar, "li"), butir.isi)
        case Catatan():
            kotak = sisip(induk, "div", f"lkjip-catatan lkjip-catatan-{blok.jenis}", role="note")
            p = sisip(kotak, "p")
            tulis(sisip(p, "strong"), LABEL_CATATAN[blok.jenis])
            tulis(p, " ")
            _sebaris(k, p, blok.isi)
        case Tabel():
            tulis_tabel(k, induk, blok)
        case Pengesahan():
            _tulis_pengesahan(induk, blok)
        case Pasangan():
            daftar = sisip(induk, "dl", "lkjip-pasangan")
            for kata, isi in blok.isi:
                tulis(sisip(daftar, "dt"), kata)
                tulis(sisip(daftar, "dd"), isi)
        case _:
            _tulis_gambar(k, induk, blok)


def _tulis_pengesahan(induk: Elemen, blok: Pengesahan) -> None:
    jajar = sisip(induk, "div", "lkjip-jajar") if blok.pendamping else induk
    for satu in blok.berjajar():
        kotak = sisip(jajar, "div", "lkjip-pengesahan")
        *atas, nama = satu.baris()
        for baris in (*atas, *filter(None, [satu.verifikasi]), nama):
            tulis(sisip(kotak, "p"), baris)


def _sebaris(k: Konteks, induk: Elemen, isi: Iterable[Sebaris]) -> None:
    for bagian in isi:
        if isinstance(bagian, Rujukan):
            tulis(sisip(induk, "a", href=f"#{k.jangkar[bagian.ke]}"), k.nomor.label[bagian.ke])
            continue
        tempat = induk
        if bagian.tebal:
            tempat = sisip(tempat, "strong")
        if bagian.miring:
            tempat = sisip(tempat, "em")
        tulis(tempat, bagian.isi)


def _tulis_gambar(k: Konteks, induk: Elemen, gambar: Gambar) -> None:
    """The drawing inline; a narrow screen scrolls it, its letters would become too small otherwise."""
    jangkar = k.jangkar[gambar.id]
    figure = sisip(induk, "figure", "lkjip-gambar", id=jangkar)
    gulir = sisip(figure, "div", "lkjip-gulir", role="group", aria_labelledby=f"{jangkar}-judul", tabindex=0)
    svg = etree.fromstring(gambar_svg(gambar.bagan, judul=gambar.judul, alt=gambar.alt))
    for nama, acuan in (("title", "aria-labelledby"), ("desc", "aria-describedby")):
        for unsur in svg.iterchildren(f"{_SVG}{nama}"):
            unsur.set("id", f"{jangkar}-{nama}")
            svg.set(acuan, f"{jangkar}-{nama}")
    gulir.append(svg)
    if gambar.catatan:
        tulis(sisip(figure, "p", "lkjip-keterangan"), gambar.catatan)
    keterangan = sisip(figure, "figcaption", id=f"{jangkar}-judul")
    tulis(sisip(keterangan, "span", "lkjip-label"), k.nomor.label[gambar.id])
    tulis(keterangan, f" {gambar.judul}")
