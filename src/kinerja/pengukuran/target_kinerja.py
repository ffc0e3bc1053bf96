"""How far each division is with its target kinerja, and everything that is known of one of them."""

import datetime
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from kinerja.akses.models import Pengguna
from kinerja.akses.queries import get_hari
from kinerja.alur.queries import PembacaTenggat
from kinerja.alur.wewenang import Letak, Pembaca, Tempat
from kinerja.aturan.peralihan import Jenjang
from kinerja.aturan.tenggat import WIB, Tenggat
from kinerja.dasar.periode import Bulan, Triwulan
from kinerja.organisasi.models import UnitKerja
from kinerja.pengukuran.models import (
    BulanTargetKinerja,
    DataDukung,
    PenilaianTargetKinerja,
    TargetKinerja,
)

PEMERIKSA = frozenset({Jenjang.KEPALA_DIVISI, Jenjang.PENYUSUN})
"""Who verifies the assessment of a division."""
TENGGAT_BULAN, TENGGAT_PENILAIAN = "target_kinerja", "penilaian_target_kinerja"


class TargetTidakAda(LookupError):
    """No such target kinerja, or none the asker may know of."""


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


@dataclass(frozen=True, slots=True)
class BulanRinci:
    """One month of a target: what was done, every file ever put there, and whether it is owed by now."""

    bulan: Bulan
    isi: BulanTargetKinerja | None
    bukti: tuple[DataDukung, ...]
    tenggat: Tenggat | None
    dimulai: bool

    @property
    def berbukti(self) -> bool:
        """Whether a file stands there that nobody withdrew."""
        return any(b.dicabut_pada is None for b in self.bukti)


@dataclass(frozen=True, slots=True)
class TriwulanRinci:
    """One quarter of a target: its assessment, and since when it can be assessed."""

    triwulan: Triwulan
    penilaian: PenilaianTargetKinerja | None
    dibuka: datetime.datetime
    tenggat: Tenggat | None
    terbuka: bool


@dataclass(frozen=True, slots=True)
class RincianTarget:
    """One target for one reader, with the rungs on which he stands for it."""

    target: TargetKinerja
    jenjang: frozenset[Jenjang]
    bulan: tuple[BulanRinci, ...]
    triwulan: tuple[TriwulanRinci, ...]

    @property
    def mengisi(self) -> bool:
        """Whether the reader tells and assesses it."""
        return Jenjang.OPERATOR in self.jenjang

    @property
    def memeriksa(self) -> bool:
        """Whether the reader verifies it."""
        return bool(self.jenjang & PEMERIKSA)


def get_letak_target(target: TargetKinerja) -> Letak:
    """A target kinerja lies where its division's sheets lie."""
    return Letak(Tempat.DIVISI, target.unit_kerja.satker_id, target.tahun, target.unit_kerja_id)


def get_pembukaan(target: TargetKinerja, triwulan: int, pembaca: PembacaTenggat) -> datetime.datetime:
    """The moment from which that quarter can be assessed: its window, or the day after the quarter."""
    periode = Triwulan(target.tahun, triwulan)
    tenggat = pembaca.get(TENGGAT_PENILAIAN, periode, target.unit_kerja.satker_id)
    if tenggat and tenggat.mulai:
        return tenggat.mulai
    return datetime.datetime.combine(periode.akhir + datetime.timedelta(days=1), datetime.time.min, WIB)


def get_rincian_target(oleh: Pengguna, target_id: int, pada: datetime.datetime) -> RincianTarget:
    """The target with its months and quarters for somebody who may see it. Raises TargetTidakAda."""
    target = TargetKinerja.objects.select_related("unit_kerja__satker").filter(pk=target_id).first()
    pembaca = Pembaca(oleh, pada)
    if target is None or not pembaca.is_melihat(letak := get_letak_target(target)):
        raise TargetTidakAda(_("Target kinerja tidak dikenal."))
    tenggat = PembacaTenggat()
    return RincianTarget(
        target,
        pembaca.list_jenjang(letak),
        tuple(_rinci_bulan(target, tenggat, pada)),
        tuple(_rinci_triwulan(target, tenggat, pada)),
    )


def _rinci_bulan(target: TargetKinerja, pembaca: PembacaTenggat, pada: datetime.datetime) -> list[BulanRinci]:
    isi = {b.bulan: b for b in target.bulanan.select_related("oleh")}
    bukti: dict[int, list[DataDukung]] = defaultdict(list)
    semua = DataDukung.objects.filter(bulan_target__target=target)
    for satu in semua.select_related("bulan_target", "oleh", "dicabut_oleh"):
        bukti[satu.bulan_target.bulan].append(satu)
    satker_id, hari = target.unit_kerja.satker_id, get_hari(pada)
    return [
        BulanRinci(
            bulan,
            isi.get(bulan.nomor),
            tuple(bukti[bulan.nomor]),
            pembaca.get(TENGGAT_BULAN, bulan, satker_id),
            bulan.mulai <= hari,
        )
        for bulan in (Bulan(target.tahun, n) for n in range(1, 13))
    ]


def _rinci_triwulan(
    target: TargetKinerja, pembaca: PembacaTenggat, pada: datetime.datetime
) -> list[TriwulanRinci]:
    penilaian = {p.triwulan: p for p in target.penilaian.select_related("dinilai_oleh", "diverifikasi_oleh")}
    hasil = []
    for n in range(1, 5):
        periode, dibuka = Triwulan(target.tahun, n), get_pembukaan(target, n, pembaca)
        tenggat = pembaca.get(TENGGAT_PENILAIAN, periode, target.unit_kerja.satker_id)
        hasil.append(TriwulanRinci(periode, penilaian.get(n), dibuka, tenggat, dibuka <= pada))
    return hasil


def list_kemajuan(
    satker_id: int, tahun: int, pada: datetime.datetime, *, unit_kerja: Collection[int] | None = None
) -> list[KemajuanDivisi]:
    """Every division of the office that has target kinerja in that year; of `unit_kerja` (ids) those alone."""
    target = TargetKinerja.objects.filter(unit_kerja__satker=satker_id, tahun=tahun)
    if unit_kerja is not None:
        target = target.filter(unit_kerja__in=unit_kerja)
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
