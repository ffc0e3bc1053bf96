"""Which budget counts when: the pagu of a day, and the days on which the base of a quarter is locked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from kinerja.aturan.parameter import as_angka, as_daftar
from kinerja.aturan.skor.ikpa.masukan import JenisBelanja, PaguBelanja
from kinerja.aturan.skor.uraian import get_nilai
from kinerja.dasar.kalender import hari_kerja_ke
from kinerja.dasar.periode import Bulan, Triwulan

_KUNCI = "kunci_ikpa"


@cache
def get_kunci_pagu(triwulan: Triwulan) -> date:
    """Day on which the pagu a quarter is judged by is locked; of the fourth quarter its last day.

    KalenderBelumAda for a year whose holidays are not known.
    """
    return _get_kunci("pagu", triwulan)


@cache
def get_kunci_rpd(triwulan: Triwulan) -> date:
    """Day on which the RPD of a quarter is locked (halaman III DIPA); KalenderBelumAda as above."""
    return _get_kunci("rpd", triwulan)


def _get_kunci(apa: str, triwulan: Triwulan) -> date:
    isi = get_nilai(_KUNCI, triwulan.akhir).peta
    bulan = as_daftar(isi[apa])
    if triwulan.nomor > len(bulan):
        return triwulan.akhir
    nomor = int(as_angka(bulan[triwulan.nomor - 1]))
    return hari_kerja_ke(int(as_angka(isi["hari_kerja"])), Bulan(triwulan.tahun, nomor))


@dataclass(frozen=True, slots=True)
class RiwayatPagu:
    """The budgets of a year by kind of spending, oldest first."""

    jenis: Mapping[JenisBelanja, tuple[PaguBelanja, ...]]

    @classmethod
    def dari(cls, pagu: Iterable[PaguBelanja]) -> RiwayatPagu:
        """Sort any pagu rows into a history."""
        terpisah: defaultdict[JenisBelanja, list[PaguBelanja]] = defaultdict(list)
        for satu in sorted(pagu, key=lambda p: p.tanggal):
            terpisah[satu.jenis].append(satu)
        return cls({jenis: tuple(terpisah[jenis]) for jenis in JenisBelanja if jenis in terpisah})

    def pada(self, tanggal: date) -> dict[JenisBelanja, PaguBelanja]:
        """What was in force on a day: the last one on or before it, or the first where none had begun yet.

        A DIPA is often entered with the day it was changed last; the months before it had a budget as well.
        """
        return {
            jenis: next((p for p in reversed(riwayat) if p.tanggal <= tanggal), riwayat[0])
            for jenis, riwayat in self.jenis.items()
        }
