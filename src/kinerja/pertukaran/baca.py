"""From the cells of a workbook to typed rows: columns by the meaning of their header, problems as data."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from kinerja.dasar.angka import Kebiasaan, tentukan_kebiasaan
from kinerja.dokumen.baca.letak import nama_sel
from kinerja.dokumen.baca.xlsx import Isi, LembarMentah, baca_xlsx
from kinerja.pertukaran.judul import cari_judul
from kinerja.pertukaran.lembar import BUKU, Jenis, Kolom, Lembar, cari_lembar
from kinerja.pertukaran.sel import SelDitolak, Terbaca, baca_sel, ke_teks
from kinerja.pertukaran.temuan import Temuan, Tingkat

_ABAIKAN = ("petunjuk",)
_JUDUL_TANDA = 2
"""So many headers that must be there tell a sheet from any other."""


class Baris(NamedTuple):
    """One row: its number in the sheet, the typed values by column key, the cells as they were read."""

    nomor: int
    isi: dict[str, Any]
    sel: Sequence[Isi]


@dataclass(slots=True)
class IsiLembar:
    """The rows of one declared sheet; `letak` maps a column's key to its index, and is empty where no header
    was found: then nobody knows what the sheet says.
    """

    lembar: Lembar
    nama: str
    letak: dict[str, int]
    baris: list[Baris] = field(default_factory=list)
    cacat: set[tuple[Any, ...]] = field(default_factory=set)
    """What dropped rows are called: naming one of them elsewhere is no further mistake."""

    def teks(self, baris: Baris, kolom: str) -> str:
        """The text of a cell as it stands in the sheet."""
        return ke_teks(baris.sel[self.letak[kolom]]) if kolom in self.letak else ""

    def mentah(self, baris: Baris, kolom: Sequence[str]) -> str:
        """The texts of several cells, the empty ones left out."""
        sel = [baris.sel[self.letak[k]] for k in kolom if k in self.letak]
        return "; ".join([ke_teks(satu) for satu in sel if satu != ""])

    def temuan(
        self, baris: Baris, kolom: str, aturan: str, cara: str, tingkat: Tingkat = Tingkat.GALAT
    ) -> Temuan:
        """A problem with one cell of `baris`."""
        sel = nama_sel((baris.nomor - 1, self.letak[kolom])) if kolom in self.letak else str(baris.nomor)
        return Temuan(self.nama, sel, self.teks(baris, kolom), aturan, cara, tingkat)

    def sebut(self, isi: dict[str, Any]) -> set[tuple[Any, ...]]:
        """Every name by which other rows may refer to a row with these values."""
        return {tuple(isi[k] for k in sebutan) for sebutan in self.lembar.sebutan}


def baca_buku(berkas: Path) -> tuple[dict[str, IsiLembar], list[Temuan]]:
    """All declared sheets of the workbook by name, and everything wrong with their cells.

    Raises BerkasDitolak when the file is no readable workbook.
    """
    hasil: dict[str, IsiLembar] = {}
    temuan: list[Temuan] = []
    asing: list[LembarMentah] = []
    for mentah in baca_xlsx(berkas):
        lembar = cari_lembar(mentah.nama)
        if lembar is None:
            asing += [mentah] if mentah.nama.strip().casefold() not in _ABAIKAN and _is_berisi(mentah) else []
        elif lembar.nama in hasil:
            temuan.append(_laporkan_kembar(mentah.nama, lembar))
        else:
            isi, masalah = baca_lembar(lembar, mentah)
            temuan += masalah
            if isi is not None:
                hasil[lembar.nama] = isi
    for mentah in asing:
        temuan.append(_laporkan_asing(mentah, hasil))
    if not any(t.tingkat is Tingkat.GALAT for t in temuan) and not any(i.baris for i in hasil.values()):
        temuan.append(_laporkan_hampa())
    return hasil, temuan


def _laporkan_asing(mentah: LembarMentah, hasil: dict[str, IsiLembar]) -> Temuan:
    """A sheet of no known name: left aside, unless its header says that it stands for a missing one."""
    lembar = _kenali(mentah, hasil)
    if lembar is None:
        dikenal = ", ".join(satu.nama for satu in BUKU)
        aturan = "Nama lembar ini tidak dikenal, isinya tidak dibaca."
        return Temuan(mentah.nama, "", "", aturan, f"Pakai salah satu nama: {dikenal}.", Tingkat.PERINGATAN)
    hasil[lembar.nama] = IsiLembar(lembar, mentah.nama, {})
    aturan = f"Lembar {lembar.nama} tidak ada, sedangkan judul kolom di sini judul kolom lembar itu."
    cara = f"Ganti nama lembar ini menjadi {lembar.nama}; bila hanya catatan, hapus lembarnya."
    return Temuan(mentah.nama, "", "", aturan, cara)


def _kenali(mentah: LembarMentah, hasil: dict[str, IsiLembar]) -> Lembar | None:
    """The missing sheet whose columns these are; that with most of them, when there are several.

    One column that must be there says little alone: then most of the others have to be there, too.
    """
    calon: dict[Lembar, int] = {}
    for lembar in BUKU:
        letak, awal, _ = cari_judul(lembar, mentah)
        sedikit = sum(k.wajib for k in lembar.kolom) < _JUDUL_TANDA
        if letak and sedikit and len(letak) * 2 <= len(lembar.kolom):
            continue
        if lembar.nama not in hasil and letak and any(sel != "" for b in mentah.baris[awal:] for sel in b):
            calon[lembar] = len(letak)
    return max(calon, key=lambda lembar: calon[lembar], default=None)


def _laporkan_kembar(nama: str, lembar: Lembar) -> Temuan:
    aturan = f"Lembar {lembar.nama} ada dua kali."
    return Temuan(nama, "", "", aturan, "Satukan isinya di satu lembar.")


def _laporkan_hampa() -> Temuan:
    aturan = "Buku kerja tidak memuat satu pun baris pada lembar resmi."
    return Temuan("", "", "", aturan, "Isi buku kerja hasil `kinerja templat`.")


def _is_berisi(mentah: LembarMentah) -> bool:
    return any(sel != "" for baris in mentah.baris for sel in baris)


def baca_lembar(lembar: Lembar, mentah: LembarMentah) -> tuple[IsiLembar | None, list[Temuan]]:
    """The rows of one sheet and what is wrong with its cells; None when nothing stands in it."""
    if not _is_berisi(mentah):
        return None, []
    letak, awal, temuan = cari_judul(lembar, mentah)
    if letak is None:
        return IsiLembar(lembar, mentah.nama, {}), temuan
    isi = IsiLembar(lembar, mentah.nama, letak)
    tergabung, masalah = _periksa_gabungan(isi, mentah, awal)
    temuan += masalah
    temuan += _isi_baris(isi, mentah.baris[awal:], awal + 1, tergabung)
    return isi, temuan


def _periksa_gabungan(isi: IsiLembar, mentah: LembarMentah, awal: int) -> tuple[set[int], list[Temuan]]:
    """The numbers of the rows that merged cells reach into, and one problem per merged range."""
    kolom = isi.letak.values()
    tergabung: set[int] = set()
    temuan = []
    for atas, kiri, bawah, kanan in mentah.gabungan:
        if bawah >= awal and any(kiri <= k <= kanan for k in kolom):
            tergabung.update(range(max(atas, awal) + 1, min(bawah, len(mentah.baris)) + 2))
            tempat = f"{nama_sel((atas, kiri))}:{nama_sel((bawah, kanan))}"
            aturan = "Sel digabung di dalam data: hanya satu dari sel itu yang berisi."
            temuan.append(
                Temuan(isi.nama, tempat, "", aturan, "Pisahkan sel (Unmerge) dan isi setiap baris.")
            )
    return tergabung, temuan


class _PembacaKolom(dict[str | float, Terbaca | SelDitolak]):
    """Reads a column; most of its texts and numbers repeat, so each distinct one is read once."""

    def __init__(self, kolom: Kolom, sel: list[Any]) -> None:
        super().__init__()
        self.kolom = kolom
        self.kebiasaan = _tentukan(kolom, sel) if kolom.jenis is Jenis.ANGKA else None
        self.ada_masalah = False
        self.sel = sel
        # True is not looked up, for it equals 1.
        biasa = set(map(type, sel)) <= {str, float}
        self.nilai = list(map(self.__getitem__ if biasa else self._baca, sel))

    def __missing__(self, sel: str | float) -> Terbaca | SelDitolak:
        hasil = self[sel] = self._baca(sel)
        return hasil

    def _baca(self, sel: Isi) -> Terbaca | SelDitolak:
        try:
            return baca_sel(self.kolom, sel, self.kebiasaan)
        except SelDitolak as masalah:
            self.ada_masalah = True
            return masalah


def _tentukan(kolom: Kolom, sel: list[Any]) -> Kebiasaan | None:
    # A percentage among counts is a mistake, and a mistake shows nobody's habit.
    teks = (satu for satu in sel if isinstance(satu, str) and satu)
    return tentukan_kebiasaan(satu for satu in teks if kolom.persen or "%" not in satu)


def _isi_baris(isi: IsiLembar, baris: list[list[Isi]], awal: int, tergabung: set[int]) -> list[Temuan]:
    """Add the rows, the first of which is number `awal`; the problems of those that are not added."""
    kolom = [k for k in isi.lembar.kolom if k.kunci in isi.letak]
    pembaca = [_PembacaKolom(k, [b[isi.letak[k.kunci]] for b in baris]) for k in kolom]
    kunci = [k.kunci for k in kolom]
    bawaan = {k.kunci: k.bawaan for k in isi.lembar.kolom}
    hampa = ("",) * len(kolom)
    bersih = not tergabung and not any(p.ada_masalah for p in pembaca)
    sel, nilai = zip(*(p.sel for p in pembaca), strict=True), zip(*(p.nilai for p in pembaca), strict=True)
    temuan: list[Temuan] = []
    for nomor, mentah, terbaca, seluruh in zip(count(awal), sel, nilai, baris, strict=False):
        if mentah == hampa:
            continue
        b = Baris(nomor, {**bawaan, **dict(zip(kunci, terbaca, strict=True))}, seluruh)
        if bersih or _is_utuh(b, tergabung):
            isi.baris.append(b)
        else:
            temuan += _gugurkan(isi, b, tergabung)
    return temuan


def _is_utuh(b: Baris, tergabung: set[int]) -> bool:
    return b.nomor not in tergabung and not any(isinstance(v, SelDitolak) for v in b.isi.values())


def _gugurkan(isi: IsiLembar, b: Baris, tergabung: set[int]) -> list[Temuan]:
    """Remember what the dropped row is called; its problems, unless merged cells hide what it says."""
    temuan = []
    for kunci, nilai in b.isi.items():
        if isinstance(nilai, SelDitolak):
            temuan.append(isi.temuan(b, kunci, nilai.aturan, nilai.cara))
            b.isi[kunci] = isi.teks(b, kunci)
    isi.cacat |= isi.sebut(b.isi)
    # What merged cells hide is reported once, for the range.
    return [] if b.nomor in tergabung else temuan
