"""Table of contents, list of tables, list of figures: fields whose result is already filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kinerja.dokumen.docx.konteks import Konteks
from kinerja.dokumen.docx.medan import buka_medan, tulis_medan, tutup_medan
from kinerja.dokumen.docx.rupa import TINGKAT_JUDUL
from kinerja.dokumen.docx.xml import Elemen, alinea, buat, isi_larik, larik, sisip
from kinerja.dokumen.penomoran import Butir


def tulis_daftar_isi(k: Konteks) -> None:
    """The lists that have entries, one after the other, each on a new page."""
    _tulis_isi(k)
    for judul, deret, daftar in (
        ("Daftar Tabel", "Tabel", k.nomor.daftar_tabel),
        ("Daftar Gambar", "Gambar", k.nomor.daftar_gambar),
    ):
        if daftar:
            p = alinea(k.badan, "TOCHeading")
            sisip(p[0], "pageBreakBefore")
            larik(p, judul)
            bergaya = [("TableofFigures", butir) for butir in daftar]
            _tulis_medan_daftar(k, k.badan, f'TOC \\h \\z \\c "{deret}"', bergaya)


def _tulis_isi(k: Konteks) -> None:
    """The table of contents in the content control that gives Word its "Update table" button."""
    kendali = sisip(k.badan, "sdt")
    galeri = sisip(sisip(kendali, "sdtPr"), "docPartObj")
    sisip(galeri, "docPartGallery", val="Table of Contents")
    sisip(galeri, "docPartUnique")
    isi = sisip(kendali, "sdtContent")
    larik(alinea(isi, "TOCHeading"), "Daftar Isi")
    bergaya = [(f"TOC{min(butir.tingkat, TINGKAT_JUDUL)}", butir) for butir in k.nomor.daftar_isi]
    _tulis_medan_daftar(k, isi, f'TOC \\o "1-{TINGKAT_JUDUL}" \\h \\z', bergaya)


def _tulis_medan_daftar(k: Konteks, induk: Elemen, kode: str, bergaya: Iterable[tuple[str, Butir]]) -> None:
    """One field over all entries: Word refreshes it on opening, others print what is here.

    It ends in a paragraph of its own, as Word writes it.
    """
    pembuka = buat("p")
    buka_medan(pembuka, kode, usang=True)
    for gaya, butir in bergaya:
        p = alinea(induk, gaya)
        p.extend(pembuka)  # moves them: only the first line gets them
        _tulis_butir(k, p, butir, sela="  " if gaya == "TOC1" else "\t")
    tutup_medan(alinea(induk, "Jarak"))


def _tulis_butir(k: Konteks, p: Elemen, butir: Butir, *, sela: str) -> None:
    tautan = sisip(p, "hyperlink", anchor=k.tanda.daftar(butir.id), history=1)
    larik(tautan, f"{butir.label}{sela if butir.label else ''}{butir.judul}\t")
    r = tulis_medan(tautan, f"PAGEREF {k.tanda.daftar(butir.id)} \\h", "")
    k.nomor_halaman.append((butir.id, r))


def isi_nomor_halaman(k: Konteks, halaman: Mapping[str, str | int]) -> None:
    """Fill the printed page numbers in; what is missing stays blank."""
    for id_, r in k.nomor_halaman:
        isi_larik(r, str(halaman.get(id_, "")))
