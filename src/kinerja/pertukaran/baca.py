"""From the cells of a workbook to typed rows: columns by the meaning of their header, problems as data."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
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


class Baris(NamedTuple):
    """One row: its number in the sheet, the typed values by column key, the cells as they were read."""

    nomor: int
    isi: dict[str, Any]
    sel: Sequence[Isi]


@dataclass(slots=True)
class IsiLembar:
    """The rows of one declared sheet; `letak` maps a column's key to its index."""

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
    for mentah in baca_xlsx(berkas):
        lembar = cari_lembar(mentah.nama)
        if lembar is None:
            temuan += _laporkan_asing(mentah)
        elif lembar.nama in hasil:
            temuan.append(_laporkan_kembar(mentah.nama, lembar))
        else:
            isi, masalah = _baca_lembar(lembar, mentah)
            temuan += masalah
            if isi is not None:
                hasil[lembar.nama] = isi
    if not any(t.tingkat is Tingkat.GALAT for t in temuan) and not any(i.baris for i in hasil.values()):
        temuan.append(_laporkan_hampa())
    return hasil, temuan


def _laporkan_asing(mentah: LembarMentah) -> Iterator[Temuan]:
    if mentah.nama.strip().casefold() not in _ABAIKAN and _is_berisi(mentah):
        dikenal = ", ".join(lembar.nama for lembar in BUKU)
        yield Temuan(
            mentah.nama,
            "",
            "",
            "Nama lembar ini tidak dikenal, isinya tidak dibaca.",
            f"Pakai salah satu nama: {dikenal}.",
            Tingkat.PERINGATAN,
        )


def _laporkan_kembar(nama: str, lembar: Lembar) -> Temuan:
    aturan = f"Lembar {lembar.nama} ada dua kali."
    return Temuan(nama, "", "", aturan, "Satukan isinya di satu lembar.")


def _laporkan_hampa() -> Temuan:
    aturan = "Buku kerja tidak memuat satu pun baris pada lembar resmi."
    return Temuan("", "", "", aturan, "Isi buku kerja hasil `kinerja templat`.")


def _is_berisi(mentah: LembarMentah) -> bool:
    return any(sel != "" for baris in mentah.baris for sel in baris)


def _baca_lembar(lembar: Lembar, mentah: LembarMentah) -> tuple[IsiLembar | None, list[Temuan]]:
    if not _is_berisi(mentah):
        return None, []
    letak, awal, temuan = cari_judul(lembar, mentah)
    if letak is None:
        return None, temuan
    isi = IsiLembar(lembar, mentah.nama, letak)
    tergabung, masalah = _periksa_gabungan(isi, mentah, awal)
    temuan += masalah
    pembaca = _PembacaBaris(isi, mentah.baris[awal:])
    for nomor, sel in enumerate(mentah.baris[awal:], awal + 1):
        temuan += pembaca.baca(nomor, sel, tergabung=nomor in tergabung)
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


class _PembacaKolom(dict[str | float, Terbaca]):
    """Typed value of each distinct text or number of a column; most of them repeat, so each is read once."""

    def __init__(self, kolom: Kolom, kebiasaan: Kebiasaan | None) -> None:
        super().__init__()
        self.kolom = kolom
        self.kebiasaan = kebiasaan

    def __missing__(self, sel: str | float) -> Terbaca:
        hasil = self[sel] = baca_sel(self.kolom, sel, self.kebiasaan)
        return hasil

    def pilih(self, jenis: set[type]) -> Callable[[Any], Terbaca]:
        """How to read a column of cells of these types; True is not looked up, for it equals 1."""
        if jenis <= {str, float}:
            return self.__getitem__
        return lambda sel: (
            self[sel] if type(sel) in (str, float) else baca_sel(self.kolom, sel, self.kebiasaan)
        )


class _PembacaBaris:
    """Adds the rows of one sheet to `isi`; the habit of writing numbers is decided once per column."""

    def __init__(self, isi: IsiLembar, baris: list[list[Isi]]) -> None:
        self.isi = isi
        self.ambil: Callable[[Sequence[Isi]], Any] = itemgetter(*isi.letak.values())
        self.kosong = ("",) * len(isi.letak)
        self.bawaan = {k.kunci: k.bawaan for k in isi.lembar.kolom}
        self.kolom: list[tuple[str, int, Callable[[Isi], Terbaca]]] = []
        for kolom in isi.lembar.kolom:
            if (indeks := isi.letak.get(kolom.kunci)) is not None:
                sel = [b[indeks] for b in baris]
                kebiasaan = _tentukan(sel) if kolom.jenis is Jenis.ANGKA else None
                baca = _PembacaKolom(kolom, kebiasaan).pilih(set(map(type, sel)))
                self.kolom.append((kolom.kunci, indeks, baca))

    def baca(self, nomor: int, sel: list[Isi], *, tergabung: bool) -> list[Temuan]:
        """Read one row; the problems of its cells. A row with a problem is not added."""
        if self.ambil(sel) == self.kosong:
            return []
        isi: dict[str, Any] = dict(self.bawaan)
        temuan = []
        for kunci, indeks, baca in self.kolom:
            try:
                isi[kunci] = baca(sel[indeks])
            except SelDitolak as masalah:
                tempat = nama_sel((nomor - 1, indeks))
                isi[kunci] = teks = ke_teks(sel[indeks])
                temuan.append(Temuan(self.isi.nama, tempat, teks, masalah.aturan, masalah.cara))
        if temuan or tergabung:
            self.isi.cacat |= self.isi.sebut(isi)
        else:
            self.isi.baris.append(Baris(nomor, isi, sel))
        # What merged cells hide is reported once, for the range.
        return [] if tergabung else temuan


def _tentukan(sel: list[Isi]) -> Kebiasaan | None:
    return tentukan_kebiasaan(satu for satu in sel if isinstance(satu, str) and satu)
