"""Puts the Word file together: cover, front matter, chapters, annexes, each in its section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kinerja.dokumen.docx.daftar_isi import isi_nomor_halaman, tulis_daftar_isi
from kinerja.dokumen.docx.gambar import tulis_gambar
from kinerja.dokumen.docx.isi import (
    bisa_menutup_seksi,
    jarak,
    tulis_catatan,
    tulis_daftar,
    tulis_judul,
    tulis_paragraf,
    tulis_pasangan,
    tulis_pengesahan,
)
from kinerja.dokumen.docx.konteks import Konteks
from kinerja.dokumen.docx.lukisan import pasang_gambar
from kinerja.dokumen.docx.medan import Penanda
from kinerja.dokumen.docx.rupa import LEBAR_TEGAK
from kinerja.dokumen.docx.sampul import tulis_sampul
from kinerja.dokumen.docx.seksi import Kepala, PenulisSeksi, Seksi
from kinerja.dokumen.docx.tabel import tulis_tabel
from kinerja.dokumen.docx.wadah import buka_wadah, simpan
from kinerja.dokumen.docx.xml import buat
from kinerja.dokumen.grafik import gambari, paint
from kinerja.dokumen.model import (
    Bagian,
    Blok,
    Catatan,
    Daftar,
    Dokumen,
    Paragraf,
    Pasangan,
    Pengesahan,
    Tabel,
)
from kinerja.dokumen.penomoran import nomori

Butir = Bagian | Blok
_PARAGRAF_PENGANTAR = 2
"""So many opening paragraphs of a page go along onto the landscape page of the table after them."""


def render_docx(dokumen: Dokumen, halaman: Mapping[str, str | int] | None = None) -> bytes:
    """The Word file of `dokumen`; the same arguments give the same bytes.

    `halaman` maps ids of parts, tables and figures to printed page numbers (as `render_pdf` returns them)
    and fills the lists; what is missing there stays blank until Word refreshes the lists on opening.
    Raises GandaId when two parts share an id, RujukanTanpaTujuan when a reference leads nowhere,
    ValueError when a row has not as many cells as its table has columns.
    """
    svg = gambari(dokumen)
    with paint(svg) as tunggu:
        return NaskahDocx(dokumen, svg).complete(halaman or {}, tunggu())


class NaskahDocx:
    """The Word file of `dokumen`, written but for what takes longer: its page numbers and its pictures.

    `svg` are the drawings of `gambari`. Raises as `render_docx` does.
    """

    def __init__(self, dokumen: Dokumen, svg: Mapping[str, str]) -> None:
        self._dokumen = dokumen
        wadah = buka_wadah(dokumen)
        nomor = nomori(dokumen)
        self._k = Konteks(
            badan=buat("body"),
            wadah=wadah,
            nomor=nomor,
            tanda=Penanda(nomor.label),
            svg=svg,
            lebar=LEBAR_TEGAK,
            surat=dokumen.rupa == "surat",
        )
        self._penulis = PenulisSeksi(wadah, dokumen)
        self._seksi = Seksi()
        self._rakit()

    def complete(self, halaman: Mapping[str, str | int], png: Mapping[str, bytes]) -> bytes:
        """The bytes of the file, once: page numbers by id, pictures as `paint` gives them."""
        isi_nomor_halaman(self._k, halaman)
        pasang_gambar(self._k, png)
        return simpan(self._k.wadah)

    def _rakit(self) -> None:
        if not self._k.surat:
            tulis_sampul(self._k, self._dokumen)
        self._rakit_depan()
        mulai = True
        for bagian in (*self._dokumen.bab, *self._dokumen.lampiran):
            self._rakit_puncak(bagian, romawi=False, mulai=mulai)
            mulai = False
        self._penulis.tulis(self._k.badan, self._seksi)
        akar = self._k.wadah.element
        akar.replace(akar[0], self._k.badan)

    def _rakit_depan(self) -> None:
        """Front matter in roman pages, the lists at its end."""
        mulai = True
        for bagian in self._dokumen.depan:
            self._rakit_puncak(bagian, romawi=True, mulai=mulai)
            mulai = False
        if self._k.nomor.daftar_isi and not self._k.surat:
            self._ganti_seksi(Seksi(Kepala("", "", hidup=False), romawi=True, mulai=mulai))
            tulis_daftar_isi(self._k)

    def _rakit_puncak(self, puncak: Bagian, *, romawi: bool, mulai: bool) -> None:
        """A chapter (or a part of the front matter, or an annex) with its portrait and landscape pages."""
        kepala = Kepala(self._k.nomor.awalan[puncak.id], puncak.judul, hidup=puncak.dalam_daftar)
        for butir, mendatar in _arahkan(puncak):
            seksi = Seksi(kepala, mendatar=mendatar, romawi=romawi, mulai=mulai and butir is puncak)
            lanjut = butir is not puncak and seksi.mendatar == self._seksi.mendatar
            if not lanjut:
                self._ganti_seksi(seksi)
            if isinstance(butir, Bagian):
                tulis_judul(self._k, butir, halaman_baru=lanjut and butir.halaman_baru)
            else:
                self._tulis_blok(butir)

    def _tulis_blok(self, blok: Blok) -> None:
        match blok:
            case Paragraf():
                tulis_paragraf(self._k, blok)
            case Daftar():
                tulis_daftar(self._k, blok)
            case Catatan():
                tulis_catatan(self._k, blok)
            case Tabel():
                tulis_tabel(self._k, blok)
            case Pasangan():
                tulis_pasangan(self._k, blok)
            case Pengesahan():
                tulis_pengesahan(self._k, blok)
            case _:
                tulis_gambar(self._k, blok)

    def _ganti_seksi(self, baru: Seksi) -> None:
        """Close the current section on its last paragraph and go on in a new one."""
        if len(self._k.badan):
            if not bisa_menutup_seksi(self._k.badan):
                jarak(self._k.badan)
            self._penulis.tulis(self._k.badan[-1][0], self._seksi)
        self._seksi = baru
        self._k.lebar = baru.lebar


def _arahkan(puncak: Bagian) -> list[tuple[Butir, bool]]:
    """Headings and blocks in reading order, each with whether it stands on a landscape page."""
    urutan: list[Butir] = [satu for bagian in puncak.telusuri() for satu in (bagian, *bagian.isi)]
    mendatar = [isinstance(satu, Tabel) and satu.mendatar for satu in urutan]
    for tabel in [n for n, ya in enumerate(mendatar) if ya]:
        awal = _awal_bawaan(urutan, tabel)
        mendatar[awal:tabel] = [True] * (tabel - awal)
    return list(zip(urutan, mendatar, strict=True))


def _awal_bawaan(urutan: Sequence[Butir], tabel: int) -> int:
    """Index of the first item before the landscape table that must not stay behind on a portrait page:

    the headings just before it, and a page's opening paragraphs when there is nothing else on that page.
    """
    judul = tabel
    while judul and isinstance(urutan[judul - 1], Bagian):
        judul -= 1
    mulai, paragraf = judul, 0
    while not _membuka_halaman(urutan, mulai) and isinstance(urutan[mulai - 1], Bagian | Paragraf):
        mulai -= 1
        paragraf += isinstance(urutan[mulai], Paragraf)
    return mulai if paragraf <= _PARAGRAF_PENGANTAR and _membuka_halaman(urutan, mulai) else judul


def _membuka_halaman(urutan: Sequence[Butir], n: int) -> bool:
    satu = urutan[n]
    return n == 0 or (isinstance(satu, Bagian) and satu.halaman_baru)
