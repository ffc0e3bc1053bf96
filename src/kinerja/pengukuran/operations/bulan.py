"""Open months for entry, with who reports what proposed where nobody has said so yet."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction

from kinerja.akses.pelaku import Pelaku
from kinerja.organisasi.models import Satker
from kinerja.organisasi.queries import get_akhir_tahun, list_bawahan
from kinerja.pengukuran.models import PelaporIndikator, Realisasi
from kinerja.pengukuran.operations.lembar import open_lembar, set_pelapor
from kinerja.pengukuran.pelapor import suggest_pelapor


@dataclass(frozen=True, slots=True)
class HasilBuka:
    """How many (indikator, satker) were proposed and taken, and how many sheets are new.

    `setahun`: how many indikator hold a figure of the whole year, beside which no month can be typed.
    """

    pelapor: int
    lembar: int
    setahun: int


def open_bulan(
    *, kantor: Satker, tahun: int, bulan: Collection[int], oleh: Pelaku, pada: datetime.datetime
) -> HasilBuka:
    """Open months of an office; a year without any reporter takes the proposal. Raises AksesDitolak and TahunBeku."""
    with transaction.atomic():
        bawahan = [r.satker_id for r in list_bawahan(kantor, get_akhir_tahun(tahun))]
        siapa = {"kantor": kantor, "tahun": tahun, "oleh": oleh, "pada": pada}
        baru = 0
        if not PelaporIndikator.objects.filter(tahun=tahun, satker__in=bawahan).exists():
            baru = set_pelapor(pelapor=suggest_pelapor(kantor, tahun), **siapa)
        lembar = open_lembar(bulan=bulan, **siapa)
        setahun = Realisasi.objects.filter(tahun=tahun, bulan=0, satker__in=bawahan)
        banyak = setahun.order_by().values("komponen__indikator").distinct().count()
        return HasilBuka(baru, lembar, banyak)
