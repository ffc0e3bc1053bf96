"""Each score of a satker explained: as published, from its published elements, from our own facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.anggaran.masukan import MasukanSkor, read_masukan
from kinerja.anggaran.models import Instrumen, SkorAnggaran
from kinerja.anggaran.queries import SkorSatker
from kinerja.anggaran.unsur import (
    UNSUR_IKPA,
    UNSUR_PERENCANAAN,
    UNSUR_SMART,
    read_komponen_ikpa,
    read_komponen_perencanaan,
    read_komponen_smart,
)
from kinerja.aturan.parameter import BelumBerlaku
from kinerja.aturan.pengaturan import Pengaturan
from kinerja.aturan.skor.ikpa.masukan import MasukanIkpa
from kinerja.aturan.skor.ikpa.nilai import compute_ikpa, compute_ikpa_komponen, make_tanpa_nilai
from kinerja.aturan.skor.masukan import MasukanSmart
from kinerja.aturan.skor.nka import explain_nka
from kinerja.aturan.skor.pengaturan import PengaturanSkor
from kinerja.aturan.skor.perencanaan import compute_perencanaan
from kinerja.aturan.skor.smart import compute_smart, compute_smart_mentah, is_smart
from kinerja.aturan.skor.uraian import HasilSkor
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.cetak import bulatkan
from kinerja.dasar.kalender import KalenderBelumAda
from kinerja.organisasi.pengaturan import PengaturanBerlaku, read_pengaturan
from kinerja.organisasi.queries import get_akhir_tahun

_SEKALI = 100
"""So many satker are read at a time: a ministry's facts and terms together would fill the memory."""


@dataclass(frozen=True, slots=True)
class UraianSkor:
    """One instrument of a satker.

    `terbit` is the published value, `unsur` follows from the published elements, `fakta` from the stored facts;
    None where there is nothing to compute it from.
    """

    instrumen: Instrumen
    terbit: Decimal | None
    unsur: HasilSkor | None
    fakta: HasilSkor | None

    @property
    def selisih_unsur(self) -> Decimal | None:
        """Published less what its elements give, both with two decimals as published."""
        return _selisihkan(self.terbit, self.unsur)

    @property
    def selisih_fakta(self) -> Decimal | None:
        """Published less what our facts give."""
        return _selisihkan(self.terbit, self.fakta)


def _selisihkan(terbit: Decimal | None, hasil: HasilSkor | None) -> Decimal | None:
    if terbit is None or hasil is None or hasil.nilai is None:
        return None
    return bulatkan(terbit, 2) - bulatkan(hasil.nilai, 2)


@dataclass(frozen=True, slots=True)
class UraianSatker:
    """All scores of one satker in a year, and of which facts there are none."""

    skor: SkorSatker
    smart: UraianSkor
    ikpa: UraianSkor
    nka: HasilSkor | None
    kurang: tuple[str, ...]


def explain_skor(
    skor: SkorSatker,
    tahun: int,
    masukan: MasukanSkor | None = None,
    pengaturan: PengaturanBerlaku | None = None,
) -> UraianSatker:
    """Explain the scores of one satker; its raw facts and the settings of its instansi are read when not given."""
    berlaku = pengaturan or read_pengaturan(skor.satker.satker_id, tahun)
    if masukan is None:
        masukan = read_masukan([skor.satker.satker_id], tahun).get(skor.satker.satker_id)
    pada = get_akhir_tahun(tahun)
    ada = masukan if masukan is not None and masukan.ada else None
    smart = UraianSkor(
        Instrumen.SMART,
        skor.smart.get(SkorAnggaran.NILAI),
        _coba(_dari_unsur_perencanaan, skor.smart, pada),
        None if ada is None else _coba(_dari_fakta_smart, ada, pada, berlaku.skor),
    )
    ikpa = UraianSkor(
        Instrumen.IKPA,
        skor.ikpa.get(SkorAnggaran.NILAI),
        _coba(_dari_unsur_ikpa, skor.ikpa, pada),
        None if ada is None else _coba(_dari_fakta_ikpa, ada, berlaku.skor),
    )
    nka = _explain_nka(smart.terbit, ikpa.terbit, pada, berlaku.kinerja)
    return UraianSatker(skor, smart, ikpa, nka, masukan.kurang if masukan else ())


def list_uraian(
    skor: Iterable[SkorSatker],
    tahun: int,
    *,
    berbulan: bool = True,
    pengaturan: PengaturanBerlaku | None = None,
) -> tuple[UraianSatker, ...]:
    """All that `iterate_uraian` gives."""
    return tuple(iterate_uraian(skor, tahun, berbulan=berbulan, pengaturan=pengaturan))


def iterate_uraian(
    skor: Iterable[SkorSatker],
    tahun: int,
    *,
    berbulan: bool = True,
    pengaturan: PengaturanBerlaku | None = None,
) -> Iterator[UraianSatker]:
    """The scores of many satker of one instansi explained, one after the other; facts are read some satker at a time.

    `berbulan` False: nobody has months, without which nothing follows from facts, so they are not read.
    """
    semua = tuple(skor)
    if not semua:
        return
    berlaku = pengaturan or read_pengaturan(semua[0].satker.satker_id, tahun)
    tanpa = MasukanSkor(MasukanSmart(0), MasukanIkpa(get_akhir_tahun(tahun)))
    for awal in range(0, len(semua), _SEKALI):
        sebagian = semua[awal : awal + _SEKALI]
        masukan = read_masukan([s.satker.satker_id for s in sebagian], tahun) if berbulan else {}
        for satu in sebagian:
            yield explain_skor(satu, tahun, masukan.get(satu.satker.satker_id, tanpa), berlaku)


def _coba(hitung: Callable[..., HasilSkor | None], *isi: object) -> HasilSkor | None:
    """None where no rule of that year is known."""
    try:
        return hitung(*isi)
    except BelumBerlaku:
        return None


def _dari_unsur_perencanaan(unsur: Mapping[str, Decimal], pada: date) -> HasilSkor | None:
    if is_smart(pada):
        ada = any(nama in unsur for nama in UNSUR_SMART)
        return compute_smart(read_komponen_smart(unsur), pada=pada) if ada else None
    ada = any(nama in unsur for nama in UNSUR_PERENCANAAN)
    return compute_perencanaan(read_komponen_perencanaan(unsur), pada=pada) if ada else None


def _dari_unsur_ikpa(unsur: Mapping[str, Decimal], pada: date) -> HasilSkor | None:
    if not any(nama in unsur for nama in UNSUR_IKPA):
        return None
    return compute_ikpa_komponen(read_komponen_ikpa(unsur, pada), pada=pada)


def _dari_fakta_smart(masukan: MasukanSkor, pada: date, pengaturan: PengaturanSkor) -> HasilSkor | None:
    """Since TA 2024 the planning score cannot be computed from facts: how efisiensi comes from SBK is unpublished."""
    return compute_smart_mentah(masukan.smart, pada=pada, pengaturan=pengaturan) if is_smart(pada) else None


def _dari_fakta_ikpa(masukan: MasukanSkor, pengaturan: PengaturanSkor) -> HasilSkor:
    """Without the holidays of a year that a deadline needs there is no score, and a temuan says so."""
    try:
        return compute_ikpa(masukan.ikpa, pengaturan)
    except KalenderBelumAda as galat:
        pesan, _, cara = str(galat).partition(". ")
        return make_tanpa_nilai(masukan.ikpa.per, Temuan("tanpa-kalender", f"{pesan}.", cara))


def _explain_nka(
    smart: Decimal | None, ikpa: Decimal | None, pada: date, pengaturan: Pengaturan
) -> HasilSkor | None:
    if smart is None or ikpa is None:
        return None
    try:
        return explain_nka(smart, ikpa, pada=pada, pengaturan=pengaturan)
    except BelumBerlaku:
        return None
