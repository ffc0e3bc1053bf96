"""Headings, paragraphs, lists, call-outs and captions."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja.dokumen.docx.konteks import Konteks
from kinerja.dokumen.docx.medan import tulis_medan
from kinerja.dokumen.docx.rupa import TINGKAT_JUDUL
from kinerja.dokumen.docx.wadah import nomor_baru
from kinerja.dokumen.docx.xml import Elemen, W, alinea, buat, larik, sisip
from kinerja.dokumen.label import LABEL_CATATAN
from kinerja.dokumen.model import (
    Bagian,
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

_BARIS_SAMBUNG = 6
"""Of a table above signatures, so many rows stay with them."""


def tulis_judul(k: Konteks, bagian: Bagian, *, halaman_baru: bool) -> None:
    """A heading, its number as text (LibreOffice ignores `isLgl`, so a list number would be wrong there)."""
    tingkat = min(k.nomor.tingkat[bagian.id], TINGKAT_JUDUL)
    gaya = "Heading" if bagian.dalam_daftar else "JudulLuarDaftar"
    p = alinea(k.badan, "JudulSurat" if k.surat and tingkat == 1 else f"{gaya}{tingkat}")
    if halaman_baru:
        sisip(p[0], "pageBreakBefore")
    awalan = k.nomor.awalan[bagian.id]
    if tingkat > 1 and not awalan:
        sisip(p[0], "ind", left=0, firstLine=0)
    with k.tanda.tandai(p, bagian.id, rujukan=False):
        if awalan:
            larik(p, awalan, gaya="NomorBab" if tingkat == 1 else "")
            sisip(sisip(p, "r"), "br" if tingkat == 1 else "tab")
        with k.tanda.tandai(p, bagian.id, rujukan=True):
            larik(p, bagian.judul, gaya="JudulBab" if tingkat == 1 else "")


def tulis_paragraf(k: Konteks, blok: Paragraf) -> None:
    """A paragraph of running text."""
    sebaris(k, alinea(k.badan, "BodyText"), blok.isi)


def tulis_daftar(k: Konteks, blok: Daftar) -> None:
    """A list; each numbered one starts again at 1."""
    nomor = nomor_baru(k.wadah) if blok.bernomor else 0
    for butir in blok.butir:
        p = alinea(k.badan, "ListNumber" if blok.bernomor else "ListBullet")
        if nomor:
            acuan = sisip(p[0], "numPr")
            sisip(acuan, "ilvl", val=0)
            sisip(acuan, "numId", val=nomor)
        sebaris(k, p, butir.isi)


def tulis_catatan(k: Konteks, blok: Catatan) -> None:
    """A call-out; the kind is told by a word, not by colour alone."""
    p = alinea(k.badan, f"Catatan{blok.jenis.capitalize()}")
    larik(p, f"{LABEL_CATATAN[blok.jenis]}  ", tebal=True)
    sebaris(k, p, blok.isi)


def tulis_pasangan(k: Konteks, blok: Pasangan) -> None:
    """One paragraph a pair, the colon and the text behind it at tab stops."""
    for kata, isi in blok.isi:
        larik(alinea(k.badan, "Pasangan"), f"{kata}\t:\t{isi}")


def tulis_pengesahan(k: Konteks, blok: Pengesahan) -> None:
    """Paragraphs that stay on one page, room for the signature above the last; two parties side by side."""
    _sambung_tabel(k.badan)
    if blok.pendamping is None:
        _tulis_pihak(k.badan, blok, "Pengesahan")
        return
    tbl = sisip(k.badan, "tbl")
    tblpr = sisip(tbl, "tblPr")
    sisip(tblpr, "tblW", w=k.lebar, type="dxa")
    sisip(tblpr, "tblLayout", type="fixed")
    pihak = blok.berjajar()
    kisi = sisip(tbl, "tblGrid")
    for _ in pihak:
        sisip(kisi, "gridCol", w=k.lebar // len(pihak))
    tr = sisip(tbl, "tr")
    sisip(sisip(tr, "trPr"), "cantSplit")
    for satu in pihak:
        tc = sisip(tr, "tc")
        tcpr = sisip(tc, "tcPr")
        sisip(tcpr, "tcW", w=k.lebar // len(pihak), type="dxa")
        sisip(tcpr, "vAlign", val="bottom")
        _tulis_pihak(tc, satu, "PengesahanJajar")
    jarak(k.badan)
    # One point high: no page of its own for the paragraph Word wants behind a table.
    sisip(k.badan[-1][0], "spacing", before=0, after=0, line=20, lineRule="exact")


def _sambung_tabel(badan: Elemen) -> None:
    """The end of a table just above goes with the signatures: nobody signs a page of nothing else."""
    if len(badan) < 2 or badan[-2].tag != f"{W}tbl":
        return
    akhir = badan[-2].findall(f"{W}tr")[-_BARIS_SAMBUNG:]
    alinea_sambung = [p for tr in akhir for p in tr.iter(f"{W}p")]
    for p in (*alinea_sambung, badan[-1]):
        if p[0].find(f"{W}keepNext") is None:
            p[0].insert(1, buat("keepNext"))


def _tulis_pihak(induk: Elemen, satu: Pengesahan, gaya: str) -> None:
    for baris in satu.baris()[:-1]:
        larik(alinea(induk, gaya), baris)
    if satu.verifikasi:
        larik(alinea(induk, gaya), satu.verifikasi)
    larik(alinea(induk, f"{gaya}Nama"), satu.baris()[-1])


def tulis_keterangan(k: Konteks, blok: Tabel | Gambar, gaya: str) -> None:
    """The caption; its number is a SEQ field that begins again in each chapter.

    LibreOffice ignores the chapter switch `\\s`, so the first caption of a chapter says `\\r 1`.
    """
    p = alinea(k.badan, gaya)
    awalan, angka = _belah_label(k.nomor.label[blok.id])
    deret = awalan.split()[0]
    ulang = " \\r 1" if angka == "1" else ""
    with k.tanda.tandai(p, blok.id, rujukan=False):
        with k.tanda.tandai(p, blok.id, rujukan=True):
            larik(p, awalan)
            tulis_medan(p, f"SEQ {deret} \\* ARABIC{ulang}", angka)
        larik(p, f"  {blok.judul}", tebal=False)


def _belah_label(label: str) -> tuple[str, str]:
    """ "Tabel 3.12" -> ("Tabel 3.", "12")."""
    angka = label[len(label.rstrip("0123456789")) :]
    return label.removesuffix(angka), angka


def sebaris(k: Konteks, p: Elemen, isi: Iterable[Sebaris]) -> None:
    """Runs and cross-references, at the end of paragraph `p`."""
    for bagian in isi:
        if isinstance(bagian, Rujukan):
            _tulis_rujukan(k, p, bagian.ke)
        else:
            larik(p, bagian.isi, tebal=bagian.tebal or None, miring=bagian.miring)


def _tulis_rujukan(k: Konteks, p: Elemen, ke: str) -> None:
    """A REF field where the target prints the label itself, otherwise a link.

    "Bab III.A.1" stands nowhere in its heading: a REF would turn into the title on the first refresh.
    """
    label = k.nomor.label[ke]
    if k.nomor.awalan.get(ke):
        larik(sisip(p, "hyperlink", anchor=k.tanda.rujukan(ke), history=1), label)
    else:
        tulis_medan(p, f"REF {k.tanda.rujukan(ke)} \\h", label)


def jarak(badan: Elemen) -> None:
    """A thin empty paragraph: without it two tables in a row would merge."""
    alinea(badan, "Jarak")


def bisa_menutup_seksi(badan: Elemen) -> bool:
    """Whether the last block may carry the section properties.

    It must be a paragraph, and without a bookmark: LibreOffice 7.4 loses the number inside a bookmark
    there, and "Gambar 1.1" becomes "Gambar 1." wherever it is referred to.
    """
    return badan[-1].tag == f"{W}p" and badan[-1].find(f"{W}bookmarkEnd") is None
