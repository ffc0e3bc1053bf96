"""Figures: PNG pictures with the whole text alternative, as wide as the text."""

from __future__ import annotations

from docx.shared import Twips

from kinerja.dokumen.docx.isi import tulis_keterangan
from kinerja.dokumen.docx.konteks import Konteks
from kinerja.dokumen.docx.lukisan import lukis
from kinerja.dokumen.docx.rupa import TINGGI_GAMBAR
from kinerja.dokumen.docx.xml import alinea, larik, sisip
from kinerja.dokumen.grafik import compute_ukuran
from kinerja.dokumen.karakter import bersihkan
from kinerja.dokumen.model import Gambar


def tulis_gambar(k: Konteks, gambar: Gambar) -> None:
    """Picture, remark beneath it and caption."""
    lebar, tinggi = muat(compute_ukuran(k.svg[gambar.id]), k.lebar)
    lukisan = lukis(k, gambar.id, (Twips(lebar), Twips(tinggi)), k.nomor.label[gambar.id])
    lukisan.docPr.set("descr", bersihkan(gambar.alt))
    lukisan.docPr.set("title", bersihkan(gambar.judul))
    sisip(sisip(alinea(k.badan, "Gambar"), "r"), "drawing").append(lukisan)
    if gambar.catatan:
        larik(alinea(k.badan, "KeteranganGambar"), gambar.catatan)
    tulis_keterangan(k, gambar, "JudulGambar")


def muat(ukuran: tuple[int, int], lebar_teks: int) -> tuple[int, int]:
    """Width and height in twips: the text width, or less when the picture would not fit the page."""
    lebar, tinggi = ukuran
    if tinggi * lebar_teks > TINGGI_GAMBAR * lebar:
        return TINGGI_GAMBAR * lebar // tinggi, TINGGI_GAMBAR
    return lebar_teks, tinggi * lebar_teks // lebar
