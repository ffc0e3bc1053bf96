"""A table that flows line by line → rows and columns.

The flow has no cells. What helps: a header names how many numbers a row has, numbers stand in the order of the
columns, row numbers count up, names begin with a capital, and a header that comes back marks a new page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kinerja.aturan.telaah.fakta import Tempat
from kinerja.dasar.periode import nama_bulan
from kinerja.dokumen.baca.naskah import BarisTeks, Letak, TabelAlir
from kinerja.dokumen.baca.teks_pola import load_pola
from kinerja.telaah.angka import POLA_ANGKA, baca_cetakan, bulat, is_rupiah
from kinerja.telaah.kepala import kenali_jenis, kenali_kolom, kolom_angka
from kinerja.telaah.kosakata import load_kosakata, rapikan
from kinerja.telaah.tabel import Baris, JenisBaris, JenisTabel, Kolom, Sel, TabelUrai

_BULAN = "|".join(nama_bulan(bulan) for bulan in range(1, 13))
_TANGGAL = re.compile(rf"(?i:tahun|ta\.?|nomor)\s+20\d\d|(?:\b\d{{1,2}}\s+)?\b(?:{_BULAN})\b(?:\s+20\d\d)?")
_BUTIR = re.compile(r"(\d{1,3})[.)](?:\s+(?=[^\W\d_])|$)")
_KODE = re.compile(r"\d{5,}")
_KOTAK = re.compile(r"(?:(?:IKK|IKU|IKP|IKSS|IKSP|IKSK)\s+\d+\s*)+")
_HURUF_TEGAK = re.compile(r"[A-Za-z(%)]{1,4}")
_SINGKATAN = re.compile(r"[A-Z]{3,4}")
_TARGET_BERANGKA = re.compile(r"(?i:target) \d( tahun)?")


@dataclass(frozen=True, slots=True)
class Potong:
    """A piece of a line: a number or the words between two numbers."""

    teks: str
    angka: bool
    letak: Letak
    awal: bool


def make_tempat(tabel: TabelAlir | None, letak: Letak, ke: int | None) -> Tempat:
    """The place of a line inside a table."""
    nomor = "" if tabel is None or tabel.keterangan is None else tabel.keterangan.nomor
    return Tempat(tabel=nomor, halaman=letak.halaman, baris=letak.baris, tabel_ke=ke, kotak=letak.kotak)


def urai_alir(tabel: TabelAlir, ke: int) -> TabelUrai | None:
    """Rows of every kind of flow but a row of years; None when the table has no line that means anything."""
    judul = "" if tabel.keterangan is None else tabel.keterangan.judul
    kepala, isi = _pisah_kepala(tabel.baris, luas=False)
    teks_kepala = " ".join(satu.teks for satu in kepala)
    jenis = kenali_jenis(kenali_kolom(teks_kepala), judul, teks_kepala)
    if jenis is JenisTabel.NILAI:
        kepala, isi = _pisah_kepala(tabel.baris, luas=True)
        teks_kepala = " ".join(satu.teks for satu in kepala)
    if not isi:
        return None
    kolom = kenali_kolom(teks_kepala)
    tempat = make_tempat(tabel, tabel.letak, ke)
    potong = list(_potong_semua(_buang_kepala_ulang(isi, kepala)))
    if jenis is JenisTabel.RIWAYAT:
        baris: tuple[Baris, ...] = ()
        angka: tuple[Kolom, ...] = ()
    elif jenis is JenisTabel.NILAI:
        angka, baris = _rakit_nilai(potong, kolom, tabel, ke)
    else:
        angka = _kolom_tetap(jenis, kolom)
        baris = tuple(_Perakit(jenis, len(angka), tabel, ke).rakit(potong))
    return TabelUrai(jenis, judul, angka, baris, tempat, teks_kepala, tuple(satu.peran for satu in kolom))


def isi_alir(tabel: TabelAlir) -> tuple[str, list[BarisTeks]]:
    """Header words and the lines of the rest."""
    kepala, isi = _pisah_kepala(tabel.baris, luas=False)
    return " ".join(satu.teks for satu in kepala), list(_buang_kepala_ulang(isi, kepala))


def _pisah_kepala(baris: Sequence[BarisTeks], *, luas: bool) -> tuple[list[BarisTeks], list[BarisTeks]]:
    """Header and body. `luas`: everything before the first number is header, whatever its words."""
    pola = load_pola()
    for i, satu in enumerate(baris):
        teks = satu.teks
        kepala = pola.is_kepala(teks) or (i > 0 and _HURUF_TEGAK.fullmatch(teks) is not None)
        kepala = kepala or _TARGET_BERANGKA.fullmatch(teks) is not None
        if luas:
            kepala = kepala or not any(POLA_ANGKA.finditer(_TANGGAL.sub("", teks)))
        if not kepala:
            akhir = i - _is_kelompok_pertama(baris[:i])
            return list(baris[:akhir]), list(baris[akhir:])
    return list(baris), []


def _is_kelompok_pertama(kepala: Sequence[BarisTeks]) -> bool:
    """Whether the last line of a header is the name of the first group of rows, an acronym such as BPHN."""
    return (
        len(kepala) > 1
        and _SINGKATAN.fullmatch(kepala[-1].teks) is not None
        and not load_pola().is_kepala(kepala[-1].teks)
    )


def _buang_kepala_ulang(isi: Sequence[BarisTeks], kepala: Sequence[BarisTeks]) -> Iterator[BarisTeks]:
    """Leave out headers that came back after a page break, and the page number before them."""
    kata_kepala = {satu.teks for satu in kepala}
    posisi = 0
    while posisi < len(isi):
        teks = isi[posisi].teks
        berikut = isi[posisi + 1].teks if posisi + 1 < len(isi) else ""
        if bulat(teks) is not None and berikut and _is_awal_kepala(berikut, kepala):
            posisi += 1
        elif _is_awal_kepala(teks, kepala):
            awal = posisi
            while posisi < len(isi) and (posisi == awal or _is_kata_kepala(isi[posisi].teks, kata_kepala)):
                posisi += 1
        else:
            yield isi[posisi]
            posisi += 1


def _is_kata_kepala(teks: str, kata_kepala: set[str]) -> bool:
    return teks in kata_kepala if kata_kepala else load_pola().is_kepala(teks)


def _is_awal_kepala(teks: str, kepala: Sequence[BarisTeks]) -> bool:
    pola = load_pola()
    if pola.pembuka_kepala.match(teks) and pola.is_kepala(teks):
        return True
    return (
        bool(kepala)
        and teks == kepala[0].teks
        and (pola.kepala_sendiri.match(teks) is not None or " " in teks)
    )


def _potong_semua(baris: Iterator[BarisTeks]) -> Iterator[Potong]:
    bulan = False
    for satu in baris:
        # The labels of a figure's boxes stand among the lines of a table beside it.
        if _KOTAK.fullmatch(satu.teks):
            continue
        terbelah = bulan and re.match(r"20\d\d\b", satu.teks) is not None
        if terbelah:
            yield Potong(satu.teks[:4], False, satu.letak, True)
        yield from potong_baris(BarisTeks(satu.teks[4:].strip(), satu.letak) if terbelah else satu)
        bulan = re.search(rf"(?:{_BULAN})$", satu.teks) is not None


def potong_baris(baris: BarisTeks) -> Iterator[Potong]:
    """Numbers and words of a line in order; dates and "2." before a name are words."""
    tertutup = [cocok.span() for cocok in _TANGGAL.finditer(baris.teks)]
    if butir := _BUTIR.match(baris.teks):
        tertutup.append(butir.span())
    akhir = 0
    for cocok in POLA_ANGKA.finditer(baris.teks):
        if any(a < cocok.end() and cocok.start() < b for a, b in tertutup) or baca_cetakan(cocok[0]) is None:
            continue
        if kata := baris.teks[akhir : cocok.start()].strip():
            yield Potong(kata, False, baris.letak, akhir == 0)
        yield Potong(cocok[0].strip(), True, baris.letak, not baris.teks[: cocok.start()].strip())
        akhir = cocok.end()
    if kata := baris.teks[akhir:].strip():
        yield Potong(kata, False, baris.letak, akhir == 0)


def _kolom_tetap(jenis: JenisTabel, kolom: Sequence[Kolom]) -> tuple[Kolom, ...]:
    urutan = {
        JenisTabel.RENCANA: ("target", "pagu"),
        JenisTabel.CAPAIAN: ("target", "realisasi", "capaian"),
        JenisTabel.RENSTRA: ("target_renstra", "target", "realisasi", "capaian"),
        JenisTabel.CAPAIAN_SASARAN: ("capaian",),
        JenisTabel.ANGGARAN_SASARAN: ("pagu", "realisasi", "persen"),
        JenisTabel.PROGRAM: ("pagu",),
        JenisTabel.BELANJA: ("pagu", "realisasi", "sisa", "persen"),
    }[jenis]
    ada = {satu.peran for satu in kolom}
    wajib = {"pagu"} if jenis is JenisTabel.RENCANA else set()
    return tuple(Kolom(peran) for peran in urutan if peran not in wajib or peran in ada)


def jenis_baris(teks: Sequence[str]) -> JenisBaris:
    """What a row is by its words: a sum is named in few words, or in capitals."""
    kosakata = load_kosakata()
    label = " ".join(teks)
    pendek = len(label.split()) <= 2 or (label.isupper() and len(label.split()) <= 6)
    if kosakata.is_awalan("keseluruhan", label):
        return JenisBaris.KESELURUHAN
    if kosakata.is_awalan("rata_rata", label):
        return JenisBaris.RATA_RATA
    if kosakata.is_awalan("jumlah", label) and pendek:
        return JenisBaris.JUMLAH
    return JenisBaris.DATA


def _is_satuan_saja(teks: str) -> bool:
    """Whether the words are a unit and nothing else ("Lokus", "instansi pemerintah", "(Indeks)")."""
    satuan = {*load_kosakata().daftar["satuan_hitung"], *load_kosakata().daftar["kata_satuan"]}
    return satuan.issuperset(rapikan(teks).split())


@dataclass(slots=True)
class _Perakit:
    """Builds the rows of a table whose number of cells per row is known."""

    jenis: JenisTabel
    banyak: int
    tabel: TabelAlir
    ke: int
    teks: list[str] = field(default_factory=list)
    sel: list[Sel] = field(default_factory=list)
    nomor: int | None = None
    harap: int = 1
    hasil: list[Baris] = field(default_factory=list)
    letak: Letak | None = None

    def rakit(self, potong: Sequence[Potong]) -> list[Baris]:
        for i, satu in enumerate(potong):
            berikut = potong[i + 1] if i + 1 < len(potong) else None
            if not satu.angka:
                self._terima_kata(satu)
            elif self._is_nomor(satu, berikut):
                self._mulai(int(satu.teks))
            else:
                self._terima_angka(satu)
        self._tutup()
        return self.hasil

    @property
    def _lengkap(self) -> bool:
        return len(self.sel) >= (1 if self.jenis is JenisTabel.RENCANA else self.banyak)

    def _terima_kata(self, potong: Potong) -> None:
        if self.sel and (not self._lengkap or self._is_satuan(potong)):
            akhir = self.sel[-1]
            self.sel[-1] = Sel(
                akhir.teks, akhir.cetakan, f"{akhir.satuan} {potong.teks}".strip(), akhir.tempat
            )
            return
        if self.sel:
            self._tutup()
        self.letak = self.letak or potong.letak
        self.teks.append(potong.teks)

    def _is_satuan(self, potong: Potong) -> bool:
        """Whether words after the only number of a row still are its unit."""
        akhir = self.sel[-1]
        if self.jenis is not JenisTabel.RENCANA or is_rupiah(akhir.teks) or "%" in akhir.satuan:
            return False
        if not potong.awal:
            return True
        if akhir.satuan:
            return potong.teks[0].islower() and len(potong.teks.split()) <= 2
        return potong.teks[0].islower() or _is_satuan_saja(potong.teks)

    def _is_nomor(self, potong: Potong, berikut: Potong | None) -> bool:
        """Whether a number is that of a row: it counts on and a name follows that begins with a capital."""
        nilai = bulat(potong.teks)
        if nilai is None or not potong.awal or berikut is None or berikut.angka:
            return False
        if self.sel and not self._lengkap:
            return False
        if nilai not in (self.harap, 1) or _is_satuan_saja(berikut.teks):
            return False
        return berikut.teks[0].isupper() or berikut.teks.startswith("- ")

    def _mulai(self, nomor: int) -> None:
        self._tutup()
        if self.teks:
            self._catat_kelompok()
        self.nomor, self.harap = nomor, nomor + 1

    def _catat_kelompok(self) -> None:
        """Words without numbers: the rest of the row before a page break, or the name of a group of rows."""
        letak = self.letak or self.tabel.letak
        if self.hasil and self.teks[0][0].islower():
            akhir = self.hasil[-1]
            self.hasil[-1] = Baris(
                akhir.jenis,
                akhir.nomor,
                (*akhir.teks, *self.teks),
                akhir.sel,
                akhir.tempat,
                akhir.kata,
                akhir.lengkap,
            )
        else:
            tempat = make_tempat(self.tabel, letak, self.ke)
            self.hasil.append(Baris(JenisBaris.KELOMPOK, None, tuple(self.teks), (), tempat, {}))
        self.teks, self.letak = [], None

    def _terima_angka(self, potong: Potong) -> None:
        if self.jenis is JenisTabel.RENCANA and is_rupiah(potong.teks) and self.sel:
            self._tutup()
        if self._lengkap:
            self._tutup()
        cetakan = baca_cetakan(potong.teks)
        tempat = make_tempat(self.tabel, potong.letak, self.ke)
        self.sel.append(Sel(potong.teks, cetakan and cetakan[0], cetakan[1] if cetakan else "", tempat))

    def _tutup(self) -> None:
        if not self.sel:
            return
        sel: tuple[Sel | None, ...] = tuple(self.sel)
        lengkap = self._lengkap
        if self.jenis is JenisTabel.RENCANA and self.banyak == 2:
            sel = (None, self.sel[0]) if is_rupiah(self.sel[0].teks) else (self.sel[0], None)
        elif len(sel) < self.banyak:
            sel = (*sel, *(None,) * (self.banyak - len(sel)))
        tempat = self.sel[0].tempat
        jenis = jenis_baris(self.teks)
        self.hasil.append(Baris(jenis, self.nomor, tuple(self.teks), sel, tempat, {}, lengkap))
        self.teks, self.sel, self.nomor, self.letak = [], [], None, None


@dataclass(slots=True)
class _BarisNilai:
    nomor: int | None = None
    kode: str = ""
    teks: list[str] = field(default_factory=list)
    sel: list[Sel] = field(default_factory=list)


def _rakit_nilai(
    potong: Sequence[Potong], kolom: Sequence[Kolom], tabel: TabelAlir, ke: int
) -> tuple[tuple[Kolom, ...], tuple[Baris, ...]]:
    """Rows of a table of which only this is known: a name, then numbers."""
    mentah = list(_kumpulkan(potong, tabel, ke))
    angka = kolom_angka(kolom)
    panjang = Counter(len(satu.sel) for satu in mentah if satu.sel)
    banyak = max(panjang, key=lambda n: (panjang[n], n)) if panjang else 0
    if len(angka) != banyak:
        akhir = angka[-1].peran if angka and angka[-1].peran in ("total", "persen") else ""
        angka = (*(Kolom("") for _ in range(banyak - 1)), Kolom(akhir)) if banyak else ()
    return angka, tuple(_jadikan_baris(satu, banyak) for satu in mentah if satu.sel)


def _kumpulkan(potong: Sequence[Potong], tabel: TabelAlir, ke: int) -> Iterator[_BarisNilai]:
    baris, harap = _BarisNilai(), 1
    for i, satu in enumerate(potong):
        if satu.angka and _is_nomor_baris(satu, potong[i + 1 : i + 3], harap):
            yield baris
            baris, harap = _BarisNilai(nomor=int(satu.teks)), int(satu.teks) + 1
        elif satu.angka and _KODE.fullmatch(satu.teks) and not baris.teks and not baris.sel:
            baris.kode = satu.teks
        elif satu.angka:
            cetakan = baca_cetakan(satu.teks)
            tempat = make_tempat(tabel, satu.letak, ke)
            baris.sel.append(Sel(satu.teks, cetakan and cetakan[0], cetakan[1] if cetakan else "", tempat))
        else:
            butir = _BUTIR.match(satu.teks)
            if baris.sel:
                yield baris
                baris = _BarisNilai()
            if butir and satu.awal:
                baris.nomor, harap = int(butir[1]), int(butir[1]) + 1
            baris.teks.append(satu.teks[butir.end() :] if butir and satu.awal else satu.teks)
    yield baris


def _is_nomor_baris(potong: Potong, berikut: Sequence[Potong], harap: int) -> bool:
    nilai = bulat(potong.teks)
    if nilai is None or not potong.awal or not berikut or nilai not in (harap, 1):
        return False
    if berikut[0].angka:
        return _KODE.fullmatch(berikut[0].teks) is not None
    return berikut[0].teks[0].isupper() and not _is_satuan_saja(berikut[0].teks)


def _jadikan_baris(mentah: _BarisNilai, banyak: int) -> Baris:
    teks = tuple(satu for satu in mentah.teks if rapikan(satu))
    sel: tuple[Sel | None, ...] = tuple(mentah.sel)
    lengkap = len(sel) == banyak
    jenis = jenis_baris(teks)
    if jenis is JenisBaris.DATA and not teks and mentah.nomor is None and not lengkap:
        jenis = JenisBaris.KELOMPOK
    return Baris(jenis, mentah.nomor, teks, sel, mentah.sel[0].tempat, {"kode": mentah.kode}, lengkap)
