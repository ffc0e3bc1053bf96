"""From the cells of an exported table to facts, or to problems that name sheet, cell, value, rule and remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from kinerja.anggaran.models import JenisBelanja, JenisSumber, Ukuran
from kinerja.anggaran.unsur import CARA_NILAI, describe_di_luar
from kinerja.dasar.angka import tentukan_kebiasaan
from kinerja.dokumen.baca.letak import nama_sel
from kinerja.dokumen.baca.xlsx import Isi, LembarMentah
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.pertukaran.kementerian import medan as m
from kinerja.pertukaran.kementerian.judul import Judul, find_judul
from kinerja.pertukaran.lembar import Jenis, Kolom
from kinerja.pertukaran.sel import SelDitolak, baca_sel, ke_teks
from kinerja.pertukaran.temuan import Temuan, Tingkat

_KODE_SATKER = re.compile(r"(?<!\d)(\d{6})(?!\d)")
_KODE = re.compile(r"[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*")
_JUMLAH = re.compile(r"(grand )?(jumlah|total|rata ?-? ?rata)\b", re.IGNORECASE)
_TAHUN_JUDUL = re.compile(r"\b(?:tahun(?: anggaran)?|t\.?a\.?)\s*:?\s*(20\d\d)\b", re.IGNORECASE)
_TEMUAN_TERBANYAK = 200
_TERBESAR = 10**15
_RUPIAH = Kolom("nilai", "Nilai", Jenis.RUPIAH, wajib=False, negatif=True, terbesar=_TERBESAR)
_ANGKA = Kolom("nilai", "Nilai", Jenis.ANGKA, wajib=False)
_TAHUN = Kolom("tahun", "Tahun anggaran", Jenis.TAHUN)
_BULAN = Kolom("bulan", "Bulan", Jenis.BULAN)

KunciBulanan = tuple[int, int, str, str, str]
"""(satker id, month, ukuran, jenis belanja, code path)"""
KunciSkor = tuple[int, str]
"""(satker id, element)"""


@dataclass(frozen=True, slots=True)
class Cara:
    """How a file is read: its kind, the year it must be of, what its columns mean, what its amounts count in."""

    jenis: str
    tahun: int
    kolom: Mapping[str, str] = field(default_factory=dict)
    """Simplified header -> meaning, over what the header suggests; "" leaves the column out."""
    ukuran: str = Ukuran.REALISASI
    pengali: int = 1


@dataclass(slots=True)
class Bacaan:
    """What was read: header texts with their meaning, facts, problems, how many rows."""

    lembar: str = ""
    judul: tuple[tuple[str, str], ...] = ()
    bulanan: dict[KunciBulanan, int] = field(default_factory=dict)
    skor: dict[KunciSkor, Decimal] = field(default_factory=dict)
    temuan: list[Temuan] = field(default_factory=list)
    baris: int = 0
    dilewati: int = 0

    @property
    def ditolak(self) -> bool:
        """Whether any problem rejects the file."""
        return any(t.tingkat is Tingkat.GALAT for t in self.temuan)


def interpret_lembar(lembar: Sequence[LembarMentah], cara: Cara, satker: Mapping[str, int]) -> Bacaan:
    """Read the sheet with the best header; `satker` maps codes, keys and names (casefolded) to ids."""
    calon = [(judul, satu) for satu in lembar if (judul := find_judul(satu, cara.jenis)) is not None]
    if not calon:
        aturan = "Baris judul tidak ditemukan: tidak ada baris yang memuat sedikitnya dua judul kolom yang dikenal."
        cara_baiki = "Pastikan berkas ini ekspor yang dimaksud, dan judul kolomnya belum dihapus."
        return Bacaan(temuan=[Temuan(lembar[0].nama if lembar else "", "", "", aturan, cara_baiki)])
    judul, terpilih = max(calon, key=lambda c: c[0].dikenal)
    return _Penafsir(terpilih, judul, cara, satker).tafsirkan()


class _Penafsir:
    def __init__(self, mentah: LembarMentah, judul: Judul, cara: Cara, satker: Mapping[str, int]) -> None:
        self.mentah, self.judul, self.cara, self.satker = mentah, judul, cara, satker
        self.medan = [cara.kolom.get(m.simplify(t), m.suggest_medan(t, cara.jenis)) for t in judul.teks]
        self.hasil = Bacaan(mentah.nama, tuple(zip(judul.teks, self.medan, strict=True)))
        self.asal: dict[tuple[Any, ...], int] = {}
        self.kebiasaan: dict[int, Any] = {}

    def tafsirkan(self) -> Bacaan:
        if self._check_judul() and self._check_tahun_judul():
            self._baca_kebiasaan()
            for nomor, baris in enumerate(self.mentah.baris[self.judul.awal :], self.judul.awal):
                if any(sel != "" for sel in baris):
                    self._baca_baris(nomor, baris)
            self._check_hampa()
        self.hasil.temuan = self.hasil.temuan[:_TEMUAN_TERBANYAK]
        return self.hasil

    def _check_judul(self) -> bool:
        """What must be there, and nothing twice."""
        ada = [n for n in self.medan if n]
        for nama in sorted({n for n in ada if ada.count(n) > 1}):
            kolom = [n for n, satu in enumerate(self.medan) if satu == nama]
            arti = m.list_medan(self.cara.jenis).get(nama, nama)
            self._tolak(
                (self.judul.awal - 1, kolom[1]),
                f"Dua kolom berarti “{arti}”.",
                "Ubah pemetaan salah satunya.",
            )
        if not {m.SATKER, m.NAMA_SATKER} & set(ada):
            self._tolak(None, "Tidak ada kolom satker.", "Petakan kolom kode atau nama satker.")
        if self.cara.jenis == JenisSumber.BULANAN:
            self._check_bulanan(set(ada))
        elif not set(m.UNSUR[self.cara.jenis]) & set(ada):
            self._tolak(None, "Tidak ada kolom nilai.", "Petakan kolom unsur atau nilai akhirnya.")
        return not self.hasil.ditolak

    def _check_tahun_judul(self) -> bool:
        """A title above the table that names other years only."""
        disebut = [
            ((nomor, kolom), int(tahun))
            for nomor, baris in enumerate(self.mentah.baris[: self.judul.awal])
            for kolom, sel in enumerate(baris)
            for tahun in _TAHUN_JUDUL.findall(ke_teks(sel))
        ]
        if disebut and self.cara.tahun not in {tahun for _, tahun in disebut}:
            tempat, tahun = disebut[0]
            aturan = f"Judul berkas menyebut tahun {tahun}, sedangkan yang diimpor tahun {self.cara.tahun}."
            self._tolak(tempat, aturan, "Ekspor ulang tahun yang benar, atau buka tahun itu.")
        return not self.hasil.ditolak

    def _check_bulanan(self, ada: set[str]) -> None:
        if not {m.AKUN, m.JENIS} & ada:
            self._tolak(None, "Tidak ada kolom akun atau jenis belanja.", "Petakan salah satunya.")
        tegak = {"nilai", *Ukuran.values} & ada
        datar = any(re.fullmatch(r"(nilai|rpd|realisasi)_\d+", n) for n in ada)
        if not tegak and not datar:
            self._tolak(None, "Tidak ada kolom angka.", "Petakan kolom RPD atau realisasi.")
        if tegak and m.BULAN not in ada:
            self._tolak(None, "Angka tanpa kolom bulan.", "Petakan kolom bulan, atau kolom tiap bulan.")

    def _baca_kebiasaan(self) -> None:
        """Whether the column writes a comma or a point for decimals; rupiah have none."""
        if self.cara.jenis == JenisSumber.BULANAN:
            return
        for kolom in range(len(self.medan)):
            teks = [b[kolom] for b in self.mentah.baris[self.judul.awal :]]
            self.kebiasaan[kolom] = tentukan_kebiasaan(t for t in teks if isinstance(t, str) and t)

    def _baca_baris(self, nomor: int, baris: Sequence[Isi]) -> None:
        teks = {n: ke_teks(baris[k]) for k, n in enumerate(self.medan) if n}
        kode = teks.get(m.SATKER, "")
        if any(_JUMLAH.match(t) for t in map(ke_teks, baris) if t) and (not kode or _JUMLAH.match(kode)):
            # Rows of totals say nothing that their parts do not say; their word may stand where the codes are.
            self.hasil.dilewati += 1
            return
        self.hasil.baris += 1
        satker = self._cari_satker(nomor, teks)
        if satker is None or not self._check_tahun(nomor, baris):
            return
        if self.cara.jenis == JenisSumber.BULANAN:
            self._baca_bulanan(nomor, baris, satker, teks)
        else:
            self._baca_skor(nomor, baris, satker)

    def _cari_satker(self, nomor: int, teks: Mapping[str, str]) -> int | None:
        kode, nama = teks.get(m.SATKER, ""), teks.get(m.NAMA_SATKER, "")
        calon = [kode.casefold(), *_KODE_SATKER.findall(kode), nama.casefold()]
        ketemu = next((self.satker[c] for c in calon if c and c in self.satker), None)
        if ketemu is None:
            terisi = m.SATKER if kode or not nama else m.NAMA_SATKER
            kolom = self.medan.index(terisi if terisi in self.medan else m.NAMA_SATKER)
            aturan = "Satker ini tidak dikenal di kantor ini."
            cara = "Periksa kode dan namanya; satker baru ditambahkan dulu di lembar Satker buku kerja."
            self._tolak((nomor, kolom), aturan, cara)
        return ketemu

    def _check_tahun(self, nomor: int, baris: Sequence[Isi]) -> bool:
        if m.TAHUN not in self.medan:
            return True
        kolom = self.medan.index(m.TAHUN)
        tahun = self._baca_sel((nomor, kolom), baris[kolom], _TAHUN)
        if tahun is not None and tahun != self.cara.tahun:
            aturan = f"Baris ini tahun {tahun}, sedangkan yang diimpor tahun {self.cara.tahun}."
            self._tolak((nomor, kolom), aturan, "Ekspor ulang tahun yang benar, atau buka tahun itu.")
            return False
        return tahun is not None

    def _baca_bulanan(self, nomor: int, baris: Sequence[Isi], satker: int, teks: Mapping[str, str]) -> None:
        jenis = self._cari_jenis(nomor, teks)
        kode = self._cari_kode(nomor, teks)
        bulan = self._cari_bulan(nomor, baris)
        if jenis is None or kode is None or bulan is None:
            return
        for kolom, nama in enumerate(self.medan):
            tempat = _urai_ukuran(nama, self.cara.ukuran, bulan)
            if tempat is None:
                continue
            nilai = self._baca_sel((nomor, kolom), baris[kolom], _RUPIAH)
            if nilai is not None:
                akun = teks.get(m.AKUN, "")
                self._tambah((nomor, kolom), (satker, tempat[1], tempat[0], jenis, kode), akun, nilai)

    def _tambah(self, sel: tuple[int, int], kunci: KunciBulanan, akun: str, nilai: int) -> None:
        """Accounts of one jenis add up; the same account twice is a mistake."""
        if kunci[2] == Ukuran.RPD and nilai < 0:
            self._tolak(sel, "Rencana penarikan dana tidak negatif.", "Periksa tandanya pada sumbernya.")
            return
        if abs(nilai) * self.cara.pengali > _TERBESAR:
            self._tolak(sel, "Terlalu besar.", "Periksa pilihan “Angka ditulis dalam”.")
            return
        awal = self.asal.setdefault((*kunci, akun), sel[0])
        if awal != sel[0]:
            self._tolak(
                sel, f"Sudah ada di baris {awal + 1}.", "Hapus salah satu baris, atau petakan kolom kodenya."
            )
            return
        if nilai < 0:
            aturan = "Realisasi negatif: dibaca sebagai koreksi."
            self._catat(sel, aturan, "Pastikan memang pengembalian belanja.", Tingkat.PERINGATAN)
        self.hasil.bulanan[kunci] = self.hasil.bulanan.get(kunci, 0) + nilai * self.cara.pengali

    def _cari_jenis(self, nomor: int, teks: Mapping[str, str]) -> str | None:
        nama = m.AKUN if m.AKUN in teks else m.JENIS
        tertulis = teks[nama].casefold()
        for kode, sebutan in JenisBelanja.choices:
            if tertulis.startswith(kode) or sebutan.casefold() in tertulis:
                return kode
        self._tolak(
            (nomor, self.medan.index(nama)),
            "Bukan akun atau jenis belanja yang dikenal.",
            "Jenis belanja diawali 51, 52, 53, atau 57.",
        )
        return None

    def _cari_kode(self, nomor: int, teks: Mapping[str, str]) -> str | None:
        kode = teks.get(m.KODE) or ".".join(t for n in m.BAGIAN_KODE if (t := teks.get(n, "")))
        if kode and not _KODE.fullmatch(kode):
            nama = m.KODE if m.KODE in teks else next(n for n in m.BAGIAN_KODE if n in teks)
            self._tolak(
                (nomor, self.medan.index(nama)),
                "Kode ini tidak dapat dibaca.",
                "Tulis seperti WA.6231.EBA.994.",
            )
            return None
        return kode

    def _cari_bulan(self, nomor: int, baris: Sequence[Isi]) -> int | None:
        """0 where every column names its own month."""
        if m.BULAN not in self.medan:
            return 0
        kolom = self.medan.index(m.BULAN)
        return self._baca_sel((nomor, kolom), baris[kolom], _BULAN)

    def _baca_skor(self, nomor: int, baris: Sequence[Isi], satker: int) -> None:
        for kolom, nama in enumerate(self.medan):
            if nama not in m.UNSUR[self.cara.jenis]:
                continue
            nilai = self._baca_sel((nomor, kolom), baris[kolom], _ANGKA)
            if nilai is None:
                continue
            if aturan := describe_di_luar(self.cara.jenis, nama, nilai, get_akhir_tahun(self.cara.tahun)):
                self._tolak((nomor, kolom), aturan, CARA_NILAI)
                continue
            if (satker, nama) in self.hasil.skor:
                self._tolak((nomor, kolom), "Satker ini sudah ada di atas.", "Hapus salah satu baris.")
                continue
            self.hasil.skor[satker, nama] = nilai

    def _baca_sel(self, sel: tuple[int, int], isi: Isi, kolom: Kolom) -> Any:
        try:
            return baca_sel(kolom, isi, self.kebiasaan.get(sel[1]))
        except SelDitolak as masalah:
            self._tolak(sel, masalah.aturan, masalah.cara)
            return None

    def _check_hampa(self) -> None:
        if not self.hasil.bulanan and not self.hasil.skor and not self.hasil.ditolak:
            self._tolak(
                None, "Tidak ada satu angka pun di bawah judulnya.", "Periksa berkas dan pemetaannya."
            )

    def _tolak(self, sel: tuple[int, int] | None, aturan: str, cara: str) -> None:
        self._catat(sel, aturan, cara, Tingkat.GALAT)

    def _catat(self, sel: tuple[int, int] | None, aturan: str, cara: str, tingkat: Tingkat) -> None:
        tempat = "" if sel is None else nama_sel(sel)
        terbaca = "" if sel is None else ke_teks(self.mentah.baris[sel[0]][sel[1]])
        self.hasil.temuan.append(Temuan(self.mentah.nama, tempat, terbaca[:80], aturan, cara, tingkat))


def _urai_ukuran(medan: str, ukuran: str, bulan: int) -> tuple[str, int] | None:
    """(ukuran, month) of a column of amounts; None for any other column."""
    nama, _, nomor = medan.partition("_")
    if nama not in {"nilai", *Ukuran.values} or (nomor and not nomor.isdecimal()):
        return None
    return (ukuran if nama == "nilai" else nama), int(nomor) if nomor else bulan


def list_periode(bulanan: Mapping[KunciBulanan, int]) -> set[tuple[int, str, int]]:
    """(satker id, ukuran, month) of which a file speaks: for those it is the whole truth."""
    return {(s, u, b) for s, b, u, _, _ in bulanan}


def iterate_bertingkat(bulanan: Mapping[KunciBulanan, int]) -> Iterator[tuple[KunciBulanan, str]]:
    """Figures that stand beside one they are part of, with the code of that one."""
    for kunci in bulanan:
        bagian = kunci[4].split(".") if kunci[4] else []
        for n in range(len(bagian)):
            induk = ".".join(bagian[:n])
            if (*kunci[:4], induk) in bulanan:
                yield kunci, induk
                break
