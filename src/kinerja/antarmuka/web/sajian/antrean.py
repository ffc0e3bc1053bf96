"""The inbox, grouped by what is to be done."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from kinerja.alur.pengingat import cetak_waktu
from kinerja.antarmuka.web.sajian.lembar import KATA_TINDAKAN, NAIK
from kinerja.aturan.peralihan import Tindakan
from kinerja.dasar.periode import Bulan
from kinerja.pengukuran.antrean import LembarMenunggu


@dataclass(frozen=True, slots=True)
class BarisAntrean:
    """One waiting sheet."""

    menunggu: LembarMenunggu
    bulan: str
    tenggat: str
    terlambat: bool


@dataclass(frozen=True, slots=True)
class KelompokAntrean:
    """All sheets that wait for the same step; `borongan`: how many may be taken up together."""

    tindakan: Tindakan
    kata: str | Promise
    baris: tuple[BarisAntrean, ...]

    @property
    def borongan(self) -> int:
        return sum(b.menunggu.borongan for b in self.baris)


def sajikan_antrean(menunggu: Sequence[LembarMenunggu], pada: datetime.datetime) -> list[KelompokAntrean]:
    """The groups in the order of the line; checking first, what one has to fill oneself last."""
    urutan = (*NAIK[1:], NAIK[0])
    kelompok = []
    for tindakan in urutan:
        baris = tuple(_sajikan(m, pada) for m in menunggu if m.tindakan is tindakan)
        if baris:
            kelompok.append(KelompokAntrean(tindakan, KATA_TINDAKAN[tindakan], baris))
    return kelompok


def _sajikan(menunggu: LembarMenunggu, pada: datetime.datetime) -> BarisAntrean:
    return BarisAntrean(
        menunggu,
        str(Bulan(menunggu.lembar.tahun, menunggu.lembar.bulan)),
        cetak_waktu(menunggu.tenggat) if menunggu.tenggat else "",
        menunggu.is_terlambat(pada),
    )
