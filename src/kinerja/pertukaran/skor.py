"""Score the offices of a table, and compare with what the table prints."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from kinerja.aturan.skor.ikpa.masukan import Indikator
from kinerja.aturan.skor.ikpa.nilai import KomponenIkpa, compute_ikpa_komponen, get_bobot
from kinerja.aturan.skor.masukan import KomponenPerencanaan, KomponenSmart
from kinerja.aturan.skor.nka import explain_nka
from kinerja.aturan.skor.perencanaan import compute_perencanaan
from kinerja.aturan.skor.smart import compute_smart, get_batas_smart, is_smart
from kinerja.aturan.skor.terbit import (
    find_tanpa_objek,
    judge_ikpa,
    judge_linear,
    judge_nka,
    judge_perencanaan,
    judge_smart,
)
from kinerja.aturan.skor.uraian import NOL, SERATUS, HasilSkor, get_nilai
from kinerja.aturan.telaah.selang import Cetakan, Putusan
from kinerja.dasar.cetak import cetak_angka
from kinerja.pertukaran.baca import Baris, IsiLembar
from kinerja.pertukaran.lembar import Lembar
from kinerja.pertukaran.lembar.skor import IKPA, NKA, PERENCANAAN, SMART
from kinerja.pertukaran.tabel_lepas import baca_tabel, list_lebih
from kinerja.pertukaran.temuan import Temuan, Tingkat

Unsur = Mapping[str, Cetakan]
Hitung = Callable[[Unsur, date], tuple[HasilSkor, Putusan | None]]
Periksa = Callable[[Unsur, date], Iterator[tuple[str, str, str, Tingkat]]]
"""More checks of one row: column, rule, remedy, grade."""
_PENUH = (NOL, SERATUS)


@dataclass(frozen=True, slots=True)
class Instrumen:
    """A kind of score in a budget year: its table, the bounds of each part, whether every part must be there."""

    lembar: Lembar
    batas: Mapping[str, tuple[Decimal, Decimal]]
    lengkap: bool
    hitung: Hitung
    periksa: Periksa | None = None


@dataclass(frozen=True, slots=True)
class BarisSkor:
    """One office of the table: our score, the printed one and the verdict between them."""

    baris: int
    satker: str
    hasil: HasilSkor
    terbit: Cetakan | None
    putusan: Putusan | None

    @property
    def selisih(self) -> Decimal | None:
        """Ours less theirs."""
        if self.terbit is None or self.hasil.nilai is None:
            return None
        return self.hasil.nilai - self.terbit.nilai


@dataclass(frozen=True, slots=True)
class HasilTabel:
    """What a table gave; `dilewati` are rows without any part of a score (headings of groups, means)."""

    baris: tuple[BarisSkor, ...]
    dilewati: tuple[str, ...]
    temuan: tuple[Temuan, ...]


def score_tabel(berkas: Path, kunci: str, pada: date) -> HasilTabel:
    """Score every office of a CSV or XLSX file; `pada` is a day of the budget year.

    A row with a mistake is left out and reported. Raises BerkasDitolak for a file that is no readable table and
    BelumBerlaku for a year without rules.
    """
    instrumen = INSTRUMEN[kunci](pada)
    isi, temuan = baca_tabel(berkas, instrumen.lembar, ("satker", *instrumen.batas))
    if isi is None:
        return HasilTabel((), (), tuple(temuan))
    temuan += list_lebih(isi)
    hasil: list[BarisSkor] = []
    dilewati = []
    desimal = _hitung_desimal(isi)
    for baris in isi.baris:
        unsur = _cetak(isi, baris, desimal)
        if not unsur.keys() & instrumen.batas.keys():
            dilewati.append(str(baris.isi["satker"] or f"baris {baris.nomor}"))
            continue
        masalah = list(_periksa(isi, baris, unsur, instrumen, pada))
        temuan += masalah
        if not any(t.tingkat is Tingkat.GALAT for t in masalah):
            skor, putusan = instrumen.hitung(unsur, pada)
            hasil.append(BarisSkor(baris.nomor, baris.isi["satker"], skor, unsur.get("terbit"), putusan))
    temuan += _periksa_ganda(isi, hasil)
    if not hasil and not temuan:
        temuan.append(
            Temuan(isi.nama, "", "", "Tidak ada satu pun baris satuan kerja.", "Periksa berkasnya.")
        )
    return HasilTabel(tuple(hasil), tuple(dilewati), tuple(temuan))


def _cetak(isi: IsiLembar, baris: Baris, desimal: Mapping[str, int]) -> dict[str, Cetakan]:
    """The numbers of a row as they stand there."""
    return {
        kunci: Cetakan(isi.teks(baris, kunci), nilai, desimal[kunci])
        for kunci, nilai in baris.isi.items()
        if isinstance(nilai, Decimal)
    }


def _hitung_desimal(isi: IsiLembar) -> dict[str, int]:
    """Decimals of each column: those of its longest number, because spreadsheets drop zeros at the end."""
    return {
        kunci: max((_desimal(b.isi[kunci]) for b in isi.baris), default=0)
        for kunci in isi.letak
        if any(isinstance(b.isi[kunci], Decimal) for b in isi.baris)
    }


def _desimal(nilai: Any) -> int:
    pangkat = nilai.as_tuple().exponent if isinstance(nilai, Decimal) else 0
    return max(0, -pangkat) if isinstance(pangkat, int) else 0


def _periksa(
    isi: IsiLembar, baris: Baris, unsur: Unsur, instrumen: Instrumen, pada: date
) -> Iterator[Temuan]:
    if not baris.isi["satker"]:
        yield isi.temuan(baris, "satker", "Nama satker kosong.", "Isi nama atau kode satuan kerjanya.")
    judul = {k.kunci: k.judul for k in instrumen.lembar.kolom}
    for kunci, (bawah, atas) in {**instrumen.batas, "terbit": _PENUH}.items():
        nilai = baris.isi.get(kunci)
        if nilai is None:
            if instrumen.lengkap and kunci != "terbit":
                aturan = f"{judul[kunci]} kosong."
                yield isi.temuan(baris, kunci, aturan, "Isi dari aplikasi Kementerian Keuangan.")
        elif not bawah <= nilai <= atas:
            aturan = f"{judul[kunci]} harus antara {cetak_angka(bawah)} dan {cetak_angka(atas)}."
            yield isi.temuan(baris, kunci, aturan, "Periksa angkanya pada aplikasi Kementerian Keuangan.")
    lain = instrumen.periksa(unsur, pada) if instrumen.periksa else ()
    for kunci, aturan, cara, tingkat in lain:
        yield isi.temuan(baris, kunci, aturan, cara, tingkat)


def _periksa_ganda(isi: IsiLembar, hasil: list[BarisSkor]) -> Iterator[Temuan]:
    banyak = Counter(satu.satker.casefold() for satu in hasil)
    for satu in hasil:
        if banyak[satu.satker.casefold()] > 1:
            aturan = f"{satu.satker} ada lebih dari sekali."
            sel = str(satu.baris)
            yield Temuan(isi.nama, sel, "", aturan, "Hapus baris yang berulang.", Tingkat.PERINGATAN)


def _hitung_smart(unsur: Unsur, pada: date) -> tuple[HasilSkor, Putusan | None]:
    komponen = KomponenSmart(**{kunci: unsur[kunci].nilai for kunci in get_batas_smart(pada)})
    terbit = unsur.get("terbit")
    return compute_smart(komponen, pada=pada), None if terbit is None else judge_smart(
        unsur, terbit, pada=pada
    )


def _hitung_perencanaan(unsur: Unsur, pada: date) -> tuple[HasilSkor, Putusan | None]:
    bagian = {kunci: unsur[kunci] for kunci in ("efektivitas", "efisiensi")}
    terbit = unsur.get("terbit")
    hasil = compute_perencanaan(KomponenPerencanaan(**{k: c.nilai for k, c in bagian.items()}), pada=pada)
    return hasil, None if terbit is None else judge_perencanaan(bagian, terbit, pada=pada)


def _hitung_nka(unsur: Unsur, pada: date) -> tuple[HasilSkor, Putusan | None]:
    bagian = {kunci: unsur[kunci] for kunci in ("perencanaan", "pelaksanaan")}
    terbit = unsur.get("terbit")
    hasil = explain_nka(bagian["perencanaan"].nilai, bagian["pelaksanaan"].nilai, pada=pada)
    return hasil, None if terbit is None else judge_nka(bagian, terbit, pada=pada)


def _hitung_ikpa(unsur: Unsur, pada: date) -> tuple[HasilSkor, Putusan | None]:
    dinilai = _pilih_objek(unsur, pada)
    pengurang = unsur["pengurang"].nilai if "pengurang" in unsur else NOL
    nilai = {i: None if satu is None else satu.nilai for i, satu in dinilai.items()}
    terbit = unsur.get("terbit")
    putusan = None if terbit is None else judge_ikpa(dinilai, pengurang, terbit, pada=pada)
    return compute_ikpa_komponen(KomponenIkpa(nilai, pengurang), pada=pada), putusan


def _pilih_objek(unsur: Unsur, pada: date) -> dict[Indikator, Cetakan | None]:
    """The columns that have an object, by the printed conversion; without one an empty cell has none."""
    kolom: dict[Indikator, Cetakan | None] = {i: unsur.get(i.value) for i in get_bobot(pada)}
    tanpa = _cari_tanpa_objek(kolom, unsur, pada) or frozenset()
    return {i: None if i in tanpa else satu for i, satu in kolom.items()}


def _cari_tanpa_objek(
    kolom: Mapping[Indikator, Cetakan | None], unsur: Unsur, pada: date
) -> frozenset[Indikator] | None:
    if "konversi" not in unsur:
        return frozenset(i for i, satu in kolom.items() if satu is None)
    nilai = {i: None if satu is None else satu.nilai for i, satu in kolom.items()}
    return find_tanpa_objek(nilai, unsur["konversi"].nilai, pada=pada)


def _periksa_ikpa(unsur: Unsur, pada: date) -> Iterator[tuple[str, str, str, Tingkat]]:
    """The printed conversion and the printed total against the columns."""
    kolom: dict[Indikator, Cetakan | None] = {i: unsur.get(i.value) for i in get_bobot(pada)}
    if _cari_tanpa_objek(kolom, unsur, pada) is None:
        aturan = "Konversi bobot tidak sama dengan jumlah bobot indikator yang berobjek."
        cara = "Kosongkan indikator tanpa objek, atau perbaiki konversinya."
        yield "konversi", aturan, cara, Tingkat.GALAT
    ada = [(satu, Fraction(1)) for satu in kolom.values() if satu is not None]
    if "total" in unsur and judge_linear(ada, unsur["total"]) is Putusan.TIDAK:
        aturan = "Nilai total tidak sama dengan jumlah indikatornya."
        yield "total", aturan, "Periksa angka setiap indikator.", Tingkat.PERINGATAN


def _make_smart(pada: date) -> Instrumen:
    """SMART until TA 2023, the planning score after it."""
    if is_smart(pada):
        return Instrumen(SMART, get_batas_smart(pada), True, _hitung_smart)
    return Instrumen(
        PERENCANAAN, dict.fromkeys(("efektivitas", "efisiensi"), _PENUH), True, _hitung_perencanaan
    )


def _make_ikpa(pada: date) -> Instrumen:
    batas = {i.value: (NOL, bobot) for i, bobot in get_bobot(pada).items()}
    return Instrumen(IKPA, batas, False, _hitung_ikpa, _periksa_ikpa)


def _make_nka(pada: date) -> Instrumen:
    get_nilai("bobot_nka", pada)
    return Instrumen(NKA, dict.fromkeys(("perencanaan", "pelaksanaan"), _PENUH), True, _hitung_nka)


INSTRUMEN: Mapping[str, Callable[[date], Instrumen]] = {
    "smart": _make_smart,
    "ikpa": _make_ikpa,
    "nka": _make_nka,
}
