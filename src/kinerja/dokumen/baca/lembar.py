"""A workbook as a document: each sheet a heading, each block of filled cells a table, lone cells paragraphs."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from kinerja.dokumen.baca.arsip import BATAS, Batas, alirkan, buka_arsip, muat_berkas
from kinerja.dokumen.baca.buku import baca_isi_buku, list_tersembunyi
from kinerja.dokumen.baca.galat import BerkasDitolak
from kinerja.dokumen.baca.kendala import Kendala
from kinerja.dokumen.baca.keterangan import read_keterangan
from kinerja.dokumen.baca.letak import Tempat, nama_sel
from kinerja.dokumen.baca.mentah import SelMentah, TabelMentah, Unsur
from kinerja.dokumen.baca.naskah import BarisTeks, JudulBaca, Letak, Naskah, ParagrafBaca
from kinerja.dokumen.baca.rakit import rakit
from kinerja.dokumen.baca.rumus import baca_rumus
from kinerja.dokumen.baca.xlsx import Isi, LembarMentah, Persen, baca_xlsx, ke_desimal

BATAS_BARIS = 20_000
"""A sheet is read as a document so far; a longer one is data, not a report."""


def read_buku(berkas: Path, batas: Batas = BATAS) -> tuple[Naskah | None, tuple[Kendala, ...]]:
    """The document in a workbook: values as last stored, formulas beside them, hidden sheets told."""
    unsur: list[Unsur] = []
    kendala: list[Kendala] = []
    try:
        semua = list(baca_xlsx(berkas, batas))
        with buka_arsip(berkas.name, muat_berkas(berkas, batas)) as arsip:
            rumus = _baca_rumus(berkas.name, arsip)
            kendala += _periksa(berkas.name, arsip)
    except BerkasDitolak as galat:
        return None, (Kendala("ditolak", str(galat), fatal=True),)
    for lembar in semua:
        if len(lembar.baris) > BATAS_BARIS:
            pesan = f"Lembar {lembar.nama!r} dibaca sampai baris ke-{BATAS_BARIS}."
            kendala.append(Kendala("terpotong", pesan, letak=Letak(sel=lembar.nama)))
        unsur += _Lembar.dari(lembar, rumus.get(lembar.nama, {})).alirkan()
    return Naskah("xlsx", rakit(unsur)), tuple(kendala)


def _baca_rumus(nama: str, arsip: zipfile.ZipFile) -> dict[str, dict[Tempat, str]]:
    buku = baca_isi_buku(nama, arsip)
    return {lembar: baca_rumus(nama, alirkan(arsip, bagian)) for lembar, bagian in buku.lembar.items()}


def _periksa(nama: str, arsip: zipfile.ZipFile) -> Iterator[Kendala]:
    for lembar in list_tersembunyi(nama, arsip):
        pesan = f"Lembar {lembar!r} tersembunyi; isinya ikut diperiksa."
        yield Kendala("lembar-tersembunyi", pesan, letak=Letak(sel=lembar))
    if any(bagian.startswith("xl/externalLinks/") for bagian in arsip.namelist()):
        pesan = "Buku kerja mengambil nilai dari berkas lain; yang dipakai nilai yang terakhir tersimpan."
        yield Kendala("tautan-luar", pesan)


@dataclass(slots=True)
class _Lembar:
    """One sheet; places are (row, column) from 0."""

    nama: str
    isi: list[list[Isi]]
    rumus: dict[Tempat, str]
    bentang: dict[Tempat, tuple[int, int]]
    tertutup: set[Tempat]

    @classmethod
    def dari(cls, lembar: LembarMentah, rumus: dict[Tempat, str]) -> _Lembar:
        isi = lembar.baris[:BATAS_BARIS]
        hasil = cls(lembar.nama, isi, rumus, {}, set())
        tinggi, lebar = len(isi), len(isi[0]) if isi else 0
        for atas, kiri, b, k in lembar.gabungan:
            # Beyond the values a merge covers nothing, however far it claims to reach.
            bawah, kanan = min(b, tinggi - 1), min(k, lebar - 1)
            if bawah >= atas and kanan >= kiri:
                hasil.bentang[atas, kiri] = bawah - atas + 1, kanan - kiri + 1
                hasil.tertutup |= {(m, n) for m in range(atas, bawah + 1) for n in range(kiri, kanan + 1)}
                hasil.tertutup.discard((atas, kiri))
        return hasil

    def alirkan(self) -> Iterator[Unsur]:
        """The items of the sheet from the top."""
        yield JudulBaca((BarisTeks(self.nama, Letak(sel=self.nama)),), 1)
        terisi = [n for n, b in enumerate(self.isi) if any(self._terisi(n, k) for k in range(len(b)))]
        for _, gugus in groupby(enumerate(terisi), key=lambda p: p[1] - p[0]):
            nomor = [n for _, n in gugus]
            for kiri, kanan in self._bagi_kolom(nomor):
                yield from self._urai(nomor, kiri, kanan)

    def _terisi(self, baris: int, kolom: int) -> bool:
        """A cell with a value, or one beneath a merge: a merged title keeps its columns together."""
        return self.isi[baris][kolom] != "" or (baris, kolom) in self.tertutup

    def _bagi_kolom(self, baris: list[int]) -> Iterator[tuple[int, int]]:
        """From which column to which each table reaches that these rows hold side by side."""
        kolom = [k for k in range(len(self.isi[baris[0]])) if any(self._terisi(b, k) for b in baris)]
        for _, gugus in groupby(enumerate(kolom), key=lambda p: p[1] - p[0]):
            lajur = [k for _, k in gugus]
            yield lajur[0], lajur[-1]

    def _urai(self, baris: list[int], kiri: int, kanan: int) -> Iterator[Unsur]:
        """Titles above a table, then the table; a lone column is text."""
        susun = [
            [self._sel(b, k, kiri) for k in range(kiri, kanan + 1) if (b, k) not in self.tertutup]
            for b in baris
        ]
        isi = [s for s in susun if any(sel.teks for sel in s)]
        awal = 0
        while awal < len(isi) and (len(isi) - awal < 2 or sum(bool(s.teks) for s in isi[awal]) < 2):
            yield from (_paragraf(sel) for sel in isi[awal] if sel.teks)
            awal += 1
        if awal < len(isi):
            yield TabelMentah(isi[awal:], isi[awal][0].letak)

    def _sel(self, baris: int, kolom: int, kiri: int) -> SelMentah:
        isi = self.isi[baris][kolom]
        tinggi, lebar = self.bentang.get((baris, kolom), (1, 1))
        teks, nilai = cetak_isi(isi)
        return SelMentah(
            teks,
            kolom - kiri + 1,
            lebar,
            tinggi,
            Letak(sel=f"{self.nama}!{nama_sel((baris, kolom))}"),
            nilai,
            self.rumus.get((baris, kolom), ""),
        )


def _paragraf(sel: SelMentah) -> Unsur:
    baris = (BarisTeks(sel.teks, sel.letak),)
    return read_keterangan(baris) or ParagrafBaca(baris)


def cetak_isi(isi: Isi) -> tuple[str, Decimal | None]:
    """A value as text in Indonesian notation with all its digits, and as a number (percent in percent points)."""
    if isinstance(isi, bool):
        return ("BENAR" if isi else "SALAH"), None
    if isinstance(isi, Persen):
        return f"{_cetak(isi.angka)}%", isi.angka
    if isinstance(isi, float):
        nilai = ke_desimal(isi)
        return _cetak(nilai), nilai
    if isinstance(isi, datetime.datetime | datetime.date):
        return f"{isi:%d/%m/%Y}", None
    return str(isi).strip(), None


def _cetak(nilai: Decimal) -> str:
    return f"{nilai:f}".replace(".", ",")
