"""How far each division is with its target kinerja."""

import datetime
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from kinerja.akses.queries import get_hari
from kinerja.dasar.periode import Bulan
from kinerja.organisasi.models import UnitKerja
from kinerja.pengukuran.models import BulanTargetKinerja, PenilaianTargetKinerja, TargetKinerja


@dataclass(frozen=True, slots=True)
class KemajuanTarget:
    """One target: the months with evidence, and per quarter (own assessment, verified one)."""

    target: TargetKinerja
    berbukti: frozenset[int]
    penilaian: dict[int, tuple[Decimal, Decimal | None]]


@dataclass(frozen=True, slots=True)
class KemajuanDivisi:
    """One division: evidence given of evidence due so far, and the mean of the verified values per quarter.

    A quarter without any verified value is absent: what nobody verified is not averaged as nought.
    """

    unit_kerja: UnitKerja
    target: tuple[KemajuanTarget, ...]
    bukti: int
    bukti_seharusnya: int
    rata_verifikasi: dict[int, Decimal]


def list_kemajuan(satker_id: int, tahun: int, pada: datetime.datetime) -> list[KemajuanDivisi]:
    """Every division of the office that has target kinerja in that year."""
    target = TargetKinerja.objects.filter(unit_kerja__satker=satker_id, tahun=tahun)
    target = target.select_related("unit_kerja").order_by("unit_kerja__urutan", "unit_kerja", "nomor")
    berbukti = _baca_bukti(target)
    dinilai: dict[int, dict[int, tuple[Decimal, Decimal | None]]] = defaultdict(dict)
    for p in PenilaianTargetKinerja.objects.filter(target__in=target):
        dinilai[p.target_id][p.triwulan] = (p.nilai_mandiri, p.nilai_verifikasi)
    per_divisi: dict[UnitKerja, list[KemajuanTarget]] = defaultdict(list)
    for satu in target:
        kemajuan = KemajuanTarget(satu, frozenset(berbukti[satu.pk]), dict(dinilai[satu.pk]))
        per_divisi[satu.unit_kerja].append(kemajuan)
    lewat = {n for n in range(1, 13) if Bulan(tahun, n).akhir <= get_hari(pada)}
    return [_jumlahkan(unit, isi, lewat) for unit, isi in per_divisi.items()]


def _baca_bukti(target: Collection[TargetKinerja]) -> dict[int, set[int]]:
    hasil: dict[int, set[int]] = defaultdict(set)
    baris = BulanTargetKinerja.objects.filter(
        target__in=target, data_dukung__isnull=False, data_dukung__dicabut_pada__isnull=True
    )
    for target_id, bulan in baris.values_list("target_id", "bulan"):
        hasil[target_id].add(bulan)
    return hasil


def _jumlahkan(unit: UnitKerja, isi: list[KemajuanTarget], lewat: set[int]) -> KemajuanDivisi:
    rata: dict[int, Decimal] = {}
    for triwulan in range(1, 5):
        nilai = [v for k in isi if (v := k.penilaian.get(triwulan, (None, None))[1]) is not None]
        if nilai:
            rata[triwulan] = sum(nilai, Decimal(0)) / len(nilai)
    bukti = sum(len(k.berbukti & lewat) for k in isi)
    return KemajuanDivisi(unit, tuple(isi), bukti, len(isi) * len(lewat), rata)
