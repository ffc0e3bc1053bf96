"""From the cells of a workbook to typed rows: columns by the meaning of their header, problems as data."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kinerja.dasar.angka import Kebiasaan, tentukan_kebiasaan
from kinerja.dokumen.baca.xlsx import Isi, LembarMentah, baca_xlsx
from kinerja.pertukaran.lembar import BUKU, Jenis, Lembar, cari_lembar, list_judul
from kinerja.pertukaran.sel import SelDitolak, baca_sel, ke_teks
from kinerja.pertukaran.temuan import Temuan, Tingkat, nama_kolom

_BARIS_JUDUL_TERJAUH = 15
_ABAIKAN = ("petunjuk", "pilihan")


@dataclass(frozen=True, slots=True)
class Baris:
    """One typed row; `nomor` is its row number in the sheet, `mentah` the text of each number as read."""

    nomor: int
    isi: dict[str, Any]
    mentah: str = ""


@dataclass(slots=True)
class IsiLembar:
    """The rows of one declared sheet; `letak` maps a column's key to its letter."""

    lembar: Lembar
    nama: str
    letak: dict[str, str]
    baris: list[Baris] = field(default_factory=list)
    cacat: set[str] = field(default_factory=set)
    """Keys on rows that were dropped: naming one of them elsewhere is no further mistake."""

    def temuan(
        self, baris: Baris, kolom: str, aturan: str, cara: str, tingkat: Tingkat = Tingkat.GALAT
    ) -> Temuan:
        """A problem with one cell of `baris`."""
        terbaca = baris.isi.get(kolom)
        sel = f"{self.letak.get(kolom, '')}{baris.nomor}"
        return Temuan(self.nama, sel, "" if terbaca is None else str(terbaca), aturan, cara, tingkat)


def baca_buku(berkas: Path) -> tuple[dict[str, IsiLembar], list[Temuan]]:
    """All declared sheets of the workbook by name, and everything wrong with their cells.

    Raises BerkasDitolak when the file is no readable workbook.
    """
    hasil: dict[str, IsiLembar] = {}
    temuan: list[Temuan] = []
    for mentah in baca_xlsx(berkas):
        lembar = cari_lembar(mentah.nama)
        if lembar is None:
            temuan.extend(_laporkan_asing(mentah))
            continue
        isi, masalah = _baca_lembar(lembar, mentah)
        temuan.extend(masalah)
        if isi is not None:
            hasil[lembar.nama] = isi
    if not hasil and not temuan:
        temuan.append(_tanpa_lembar())
    return hasil, temuan


def _laporkan_asing(mentah: LembarMentah) -> Iterator[Temuan]:
    if mentah.nama.strip().casefold() not in _ABAIKAN and any(any(b) for b in mentah.baris):
        dikenal = ", ".join(lembar.nama for lembar in BUKU)
        yield Temuan(
            mentah.nama,
            "",
            mentah.nama,
            "Nama lembar ini tidak dikenal, isinya tidak dibaca.",
            f"Pakai salah satu nama: {dikenal}.",
            Tingkat.PERINGATAN,
        )


def _tanpa_lembar() -> Temuan:
    return Temuan(
        "", "", "", "Buku kerja tidak memuat satu pun lembar resmi.", "Mulai dari hasil `kinerja templat`."
    )


def _baca_lembar(lembar: Lembar, mentah: LembarMentah) -> tuple[IsiLembar | None, list[Temuan]]:
    if not any(any(b) for b in mentah.baris):
        return None, []
    letak, awal, temuan = _cari_judul(lembar, mentah)
    if letak is None:
        return None, temuan
    isi = IsiLembar(lembar, mentah.nama, {k: nama_kolom(i) for k, i in letak.items()})
    temuan += _periksa_gabungan(mentah, awal)
    pembaca = _PembacaBaris(lembar, mentah, letak, awal)
    for nomor, sel in enumerate(mentah.baris[awal:], awal + 1):
        baris, masalah = pembaca.baca(nomor, sel)
        temuan += masalah
        if baris is not None:
            isi.baris.append(baris)
    isi.cacat = pembaca.cacat
    temuan += _periksa_ganda(isi)
    return isi, temuan


def _cari_judul(lembar: Lembar, mentah: LembarMentah) -> tuple[dict[str, int] | None, int, list[Temuan]]:
    """Where each column stands, the index of the first data row, and what is missing."""
    terbaik: dict[str, int] = {}
    awal = 0
    for indeks, baris in enumerate(mentah.baris[:_BARIS_JUDUL_TERJAUH]):
        letak = _cocokkan(lembar, baris)
        if len(letak) > len(terbaik):
            terbaik, awal = letak, indeks + 1
    kurang = [k for k in lembar.kolom if k.wajib and k.kunci not in terbaik]
    if not kurang:
        return terbaik, awal, []
    judul = ", ".join(k.judul for k in kurang)
    return (
        None,
        0,
        [
            Temuan(
                mentah.nama,
                str(max(awal, 1)),
                "",
                f"Kolom wajib tidak ditemukan: {judul}.",
                "Tulis judul kolom persis seperti pada hasil `kinerja templat`.",
            )
        ],
    )


def _cocokkan(lembar: Lembar, baris: Sequence[Isi]) -> dict[str, int]:
    """Columns by the meaning of the header: case, blanks, punctuation and a unit in brackets do not count."""
    tertulis = {_sederhanakan(ke_teks(sel)): i for i, sel in reversed(list(enumerate(baris))) if sel != ""}
    letak = {}
    for kolom in lembar.kolom:
        for judul in list_judul(kolom):
            if (indeks := tertulis.get(_sederhanakan(judul))) is not None:
                letak[kolom.kunci] = indeks
                break
    return letak


def _sederhanakan(judul: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", re.sub(r"\(.*?\)|\*", "", judul.casefold()))


def _periksa_gabungan(mentah: LembarMentah, awal: int) -> list[Temuan]:
    return [
        Temuan(
            mentah.nama,
            f"{nama_kolom(g[1])}{g[0] + 1}:{nama_kolom(g[3])}{g[2] + 1}",
            "",
            "Sel digabung di dalam data: hanya satu dari sel itu yang berisi.",
            "Pisahkan sel (Unmerge) dan isi setiap baris.",
        )
        for g in mentah.gabungan
        if g[2] >= awal
    ]


class _PembacaBaris:
    """Reads the rows of one sheet; the habit of writing numbers is decided once per column."""

    def __init__(self, lembar: Lembar, mentah: LembarMentah, letak: dict[str, int], awal: int) -> None:
        self.nama = mentah.nama
        self.kolom = [(k, letak[k.kunci]) for k in lembar.kolom if k.kunci in letak]
        self.cacat: set[str] = set()
        self.kosong = {k.kunci: None for k in lembar.kolom}
        self.kebiasaan = {
            k.kunci: _tentukan(mentah.baris[awal:], i) for k, i in self.kolom if k.jenis is Jenis.ANGKA
        }

    def baca(self, nomor: int, sel: list[Isi]) -> tuple[Baris | None, list[Temuan]]:
        if not any(sel[i] != "" for _, i in self.kolom):
            return None, []
        isi: dict[str, Any] = dict(self.kosong)
        mentah: list[str] = []
        temuan: list[Temuan] = []
        for kolom, indeks in self.kolom:
            try:
                terbaca = baca_sel(kolom, sel[indeks], self.kebiasaan.get(kolom.kunci))
            except SelDitolak as masalah:
                tempat = f"{nama_kolom(indeks)}{nomor}"
                temuan.append(Temuan(self.nama, tempat, ke_teks(sel[indeks]), masalah.aturan, masalah.cara))
                continue
            isi[kolom.kunci] = terbaca
            if kolom.jenis is Jenis.ANGKA and terbaca is not None:
                mentah.append(ke_teks(sel[indeks]))
        if temuan:
            self.cacat |= {ke_teks(sel[i]) for k, i in self.kolom if k.jenis is Jenis.KUNCI}
            return None, temuan
        return Baris(nomor, isi, "; ".join(mentah)), []


def _tentukan(baris: list[list[Isi]], indeks: int) -> Kebiasaan | None:
    return tentukan_kebiasaan(b[indeks] for b in baris if isinstance(b[indeks], str))


def _periksa_ganda(isi: IsiLembar) -> list[Temuan]:
    terlihat: dict[tuple[Any, ...], int] = {}
    temuan = []
    for baris in isi.baris:
        kunci = tuple(baris.isi[k] for k in isi.lembar.tunggal)
        if kunci in terlihat:
            judul = ", ".join(k.judul for k in isi.lembar.kolom if k.kunci in isi.lembar.tunggal)
            temuan.append(
                isi.temuan(
                    baris,
                    isi.lembar.tunggal[0],
                    f"Sama dengan baris {terlihat[kunci]} menurut {judul}; satu fakta dicatat sekali.",
                    "Hapus salah satu baris.",
                )
            )
        terlihat.setdefault(kunci, baris.nomor)
    return temuan
