"""Rows of a table of indicators against a plan: which indikator each one is, how sure, what would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kinerja.dasar.cetak import cetak_angka
from kinerja.perencanaan.models import PilihanPolaritas
from kinerja.perencanaan.rencana import IndikatorRencana, Rencana, SasaranRencana
from kinerja.pertukaran.iku.baca import BarisIku
from kinerja.telaah.nama import MIRIP, SAMA, ukur_kemiripan

LEWATI, BARU = "lewati", "baru"
_RAGU = 0.5
"""A name this much like another may be the same indikator in other words: a person says so."""
_SESASARAN = 0.05
"""Among alike names the one under the same sasaran is meant."""


class Keadaan(StrEnum):
    """What becomes of a row. With RAGU or DITOLAK nothing of the file is stored."""

    SAMA = "sama"
    UBAH = "ubah"
    BARU = "baru"
    RAGU = "ragu"
    DITOLAK = "ditolak"
    LEWATI = "dilewati"


@dataclass(frozen=True, slots=True)
class Usulan:
    """One row with the indikator it is taken for; `persen` how alike the names are, `alasan` why it is refused."""

    nomor: int
    baris: BarisIku
    keadaan: Keadaan
    kode: str = ""
    nama: str = ""
    persen: int = 0
    lama: str = ""
    baru: str = ""
    alasan: str = ""
    unit: str = ""

    @property
    def terhalang(self) -> bool:
        """Whether it keeps the file out."""
        return self.keadaan in (Keadaan.RAGU, Keadaan.DITOLAK)


def propose_iku(
    rencana: Rencana,
    baris: Sequence[BarisIku],
    *,
    tahun: int,
    pilihan: Mapping[int, str] | None = None,
    unit: Mapping[str, str] | None = None,
) -> tuple[Usulan, ...]:
    """What every row would do to the Renstra targets of `tahun`.

    `pilihan` are people's answers by number of the row: a kode, BARU or LEWATI; `unit` the unit Eselon I of new
    sasaran by division.
    """
    return _Pengusul(rencana, tahun, pilihan or {}, unit or {}).usul(baris)


def guess_unit(rencana: Rencana, baris: Sequence[BarisIku]) -> dict[str, str]:
    """division -> the unit most of its recognised rows belong to, "" for none."""
    hasil: dict[str, Counter[str]] = {b.divisi: Counter() for b in baris}
    calon = list(rencana.indikator())
    for b in baris:
        satu, mirip = _cari(b, calon)
        if satu and mirip >= SAMA:
            hasil[b.divisi][satu.indikator.sasaran.unit.kode] += 1
    return {divisi: hitung.most_common(1)[0][0] if hitung else "" for divisi, hitung in hasil.items()}


def _cari(b: BarisIku, calon: Sequence[IndikatorRencana]) -> tuple[IndikatorRencana | None, float]:
    """The indikator whose name is most like that of the row."""
    semua = [(_ukur(b, satu), -n, satu) for n, satu in enumerate(calon)]
    if not semua:
        return None, 0.0
    nilai, _, satu = max(semua, key=lambda tiga: tiga[:2])
    return satu, min(nilai, 1.0)


def _ukur(b: BarisIku, satu: IndikatorRencana) -> float:
    mirip = ukur_kemiripan(b.indikator, satu.indikator.nama)
    sama = mirip >= MIRIP and ukur_kemiripan(b.sasaran, satu.indikator.sasaran.teks) >= SAMA
    return mirip + (_SESASARAN if sama else 0.0)


def find_sasaran(rencana: Rencana, teks: str, unit: str) -> SasaranRencana | None:
    """The sasaran of that unit whose wording is like `teks`."""
    semua = [
        (ukur_kemiripan(teks, s.sasaran.teks), -n, s)
        for n, s in enumerate(rencana.telusuri())
        if s.sasaran.unit.kode == unit
    ]
    nilai, _, satu = max(semua, key=lambda tiga: tiga[:2], default=(0.0, 0, None))
    return satu if nilai >= SAMA else None


class _Pengusul:
    def __init__(
        self, rencana: Rencana, tahun: int, pilihan: Mapping[int, str], unit: Mapping[str, str]
    ) -> None:
        self.rencana, self.tahun, self.pilihan, self.unit = rencana, tahun, pilihan, unit
        self.calon = list(rencana.indikator())
        self.menurut_kode = {i.indikator.kode: i for i in self.calon}
        self.terpakai: dict[str, int] = {}

    def usul(self, baris: Sequence[BarisIku]) -> tuple[Usulan, ...]:
        cari = [_cari(b, self.calon) for b in baris]
        # The surest first: of two rows alike to one indikator the better one gets it.
        urutan = sorted(range(len(baris)), key=lambda n: -cari[n][1])
        hasil = {n: self._usul(n, baris[n], *cari[n]) for n in urutan}
        return tuple(hasil[n] for n in range(len(baris)))

    def _usul(self, n: int, b: BarisIku, satu: IndikatorRencana | None, mirip: float) -> Usulan:
        pilih = self.pilihan.get(n, "")
        if pilih == LEWATI:
            return Usulan(n, b, Keadaan.LEWATI)
        if b.target is None:
            return Usulan(n, b, Keadaan.DITOLAK, alasan=b.masalah)
        if pilih in self.menurut_kode:
            satu, mirip = self.menurut_kode[pilih], 1.0
        elif pilih == BARU or satu is None or mirip < _RAGU:
            return self._baru(n, b)
        kode, persen = satu.indikator.kode, round(mirip * 100)
        if mirip < SAMA:
            alasan = f"Namanya hanya {persen}% sama; pilih yang dimaksud."
            return Usulan(n, b, Keadaan.RAGU, kode, satu.indikator.nama, persen, alasan=alasan)
        if kode in self.terpakai:
            alasan = f"{kode} sudah dipakai baris lain ({self.terpakai[kode] + 1}); pilih yang dimaksud."
            return Usulan(n, b, Keadaan.RAGU, kode, satu.indikator.nama, persen, alasan=alasan)
        self.terpakai[kode] = n
        return self._ubah(n, b, satu, persen)

    def _ubah(self, n: int, b: BarisIku, satu: IndikatorRencana, persen: int) -> Usulan:
        lama = satu.target.get(self.tahun)
        nilai = lama.nilai if lama else None
        tetap = Usulan(
            n,
            b,
            Keadaan.UBAH,
            satu.indikator.kode,
            satu.indikator.nama,
            persen,
            _cetak(nilai),
            _cetak(b.target),
        )
        if satu.indikator.polaritas == PilihanPolaritas.RENTANG:
            alasan = "Indikator ini bertarget rentang; tabel memuat satu angka."
            return Usulan(n, b, Keadaan.DITOLAK, tetap.kode, tetap.nama, persen, alasan=alasan)
        if nilai == b.target:
            return Usulan(n, b, Keadaan.SAMA, tetap.kode, tetap.nama, persen, tetap.lama, tetap.baru)
        return tetap

    def _baru(self, n: int, b: BarisIku) -> Usulan:
        unit = self.unit.get(b.divisi, "")
        if not b.sasaran:
            return Usulan(n, b, Keadaan.DITOLAK, alasan="Baris ini tidak menyebut sasaran.")
        if not b.satuan:
            return Usulan(n, b, Keadaan.DITOLAK, alasan="Satuan tidak disebut, padahal indikatornya baru.")
        if not unit:
            alasan = "Indikator baru: pilih unit Eselon I untuk divisinya."
            return Usulan(n, b, Keadaan.DITOLAK, alasan=alasan)
        return Usulan(n, b, Keadaan.BARU, baru=_cetak(b.target), unit=unit)


def _cetak(nilai: Decimal | None) -> str:
    return "" if nilai is None else cetak_angka(nilai)
