"""The plan as people read it: sasaran in their tree, indicators with targets, sheet and who answers for them."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from django.db.models import Count, Q

from kinerja.organisasi.models import Satker, UnitEselonI, UnitKerja
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.perencanaan.models import (
    CaraHitung,
    Indikator,
    JadwalAksi,
    JenisTarget,
    KaitanLintas,
    PenanggungJawab,
    PeriodeIku,
    PilihanAgregasiBulan,
    PilihanAgregasiSatker,
    PilihanPolaritas,
    RencanaAksi,
    Renstra,
    Sasaran,
    Target,
    TingkatSasaran,
)

PILIHAN = MappingProxyType(
    {
        "tingkat": tuple(TingkatSasaran.choices),
        "polaritas": tuple(PilihanPolaritas.choices),
        "cara_hitung": tuple(CaraHitung.choices),
        "agregasi_bulan": tuple(PilihanAgregasiBulan.choices),
        "agregasi_satker": tuple(PilihanAgregasiSatker.choices),
        "periode": tuple(PeriodeIku.choices),
        "jadwal": tuple(JadwalAksi.choices),
    }
)
"""What the fields with a fixed vocabulary may hold: (value, words)."""


@dataclass(frozen=True, slots=True)
class IndikatorRencana:
    """An indikator as planned by an office: `target` of the Renstra by year, `perjanjian` that of the year shown."""

    indikator: Indikator
    jabatan: str
    target: Mapping[int, Target]
    perjanjian: Target | None
    banyak_aksi: int = 0


@dataclass(slots=True)
class SasaranRencana:
    """A sasaran with its indicators and the sasaran beneath it."""

    sasaran: Sasaran
    indikator: list[IndikatorRencana] = field(default_factory=list)
    anak: list[SasaranRencana] = field(default_factory=list)

    def telusuri(self) -> Iterator[SasaranRencana]:
        """This one and all beneath it."""
        yield self
        for anak in self.anak:
            yield from anak.telusuri()


@dataclass(frozen=True, slots=True)
class Rencana:
    """A plan at an office in a year; `puncak` are the sasaran that have nothing above them."""

    renstra: Renstra
    satker: Satker
    tahun: int
    puncak: tuple[SasaranRencana, ...]
    kaitan: tuple[KaitanLintas, ...]

    def telusuri(self) -> Iterator[SasaranRencana]:
        """Every sasaran, those above first."""
        for satu in self.puncak:
            yield from satu.telusuri()

    def indikator(self) -> Iterator[IndikatorRencana]:
        """Every indikator in that order."""
        for satu in self.telusuri():
            yield from satu.indikator

    @property
    def tahun_renstra(self) -> tuple[int, ...]:
        """Every year of the plan."""
        return tuple(range(self.renstra.tahun_awal, self.renstra.tahun_akhir + 1))


def list_renstra(satker: Satker, tahun: int) -> list[Renstra]:
    """The plans of that year, that which the office uses most first."""
    dipakai = Count("sasaran__indikator__target", filter=Q(sasaran__indikator__target__satker=satker))
    semua = Renstra.objects.filter(tahun_awal__lte=tahun, tahun_akhir__gte=tahun)
    return list(semua.annotate(dipakai=dipakai).order_by("-dipakai", "nama"))


def read_rencana(renstra: Renstra, satker: Satker, tahun: int) -> Rencana:
    """The whole plan in seven queries, whatever its size."""
    sasaran = list(renstra.sasaran.select_related("unit", "tujuan"))
    simpul = {s.pk: SasaranRencana(s) for s in sasaran}
    for s in sasaran:
        # One object per row, however many point to it: a plan of 2,000 nodes is read in half the time.
        s.renstra = renstra
        s.induk = simpul[s.induk_id].sasaran if s.induk_id in simpul else s.induk
    for satu in _list_indikator(renstra, satker, tahun):
        milik = simpul[satu.indikator.sasaran_id]
        satu.indikator.sasaran = milik.sasaran
        milik.indikator.append(satu)
    puncak = []
    for s in sasaran:
        atas = simpul.get(s.induk_id) if s.induk_id else None
        (atas.anak if atas else puncak).append(simpul[s.pk])
    kaitan = KaitanLintas.objects.filter(
        dari__renstra=renstra, tahun_awal__lte=tahun, tahun_akhir__gte=tahun
    ).select_related("dari", "ke")
    return Rencana(renstra, satker, tahun, tuple(puncak), tuple(kaitan))


def _list_indikator(renstra: Renstra, satker: Satker, tahun: int) -> Iterator[IndikatorRencana]:
    target: dict[int, dict[int, Target]] = defaultdict(dict)
    janji: dict[int, Target] = {}
    for t in Target.objects.filter(indikator__sasaran__renstra=renstra, satker=satker):
        if t.jenis == JenisTarget.RENSTRA:
            target[t.indikator_id][t.tahun] = t
        elif t.jenis == JenisTarget.PK and t.tahun == tahun:
            janji[t.indikator_id] = t
    jabatan = read_jabatan(satker, get_akhir_tahun(tahun))
    aksi = dict(
        RencanaAksi.objects.filter(satker=satker, tahun=tahun)
        .order_by()
        .values_list("indikator")
        .annotate(n=Count("pk"))
    )
    semua = Indikator.objects.filter(sasaran__renstra=renstra).select_related(
        "penanggung_jawab", "lembar_iku"
    )
    for satu in semua.prefetch_related("komponen"):
        yield IndikatorRencana(
            satu,
            jabatan.get(satu.pk) or name_jabatan(satu.penanggung_jawab),
            target[satu.pk],
            janji.get(satu.pk),
            aksi.get(satu.pk, 0),
        )


def read_jabatan(satker: Satker, hari: datetime.date) -> dict[int, str]:
    """indikator id -> the jabatan that answers for it at the satker on that day."""
    semua = PenanggungJawab.objects.filter(satker=satker, berlaku_dari__lte=hari).exclude(
        berlaku_sampai__lt=hari
    )
    return {p.indikator_id: p.jabatan for p in semua}


def name_jabatan(unit: UnitKerja | None) -> str:
    """Who heads a division or section."""
    return f"Kepala {unit.nama}" if unit else ""


def get_indikator(rencana: Rencana, kode: str) -> IndikatorRencana | None:
    """The indikator of that kode in the plan."""
    return next((i for i in rencana.indikator() if i.indikator.kode == kode), None)


def get_sasaran(rencana: Rencana, kode: str) -> SasaranRencana | None:
    """The sasaran of that kode in the plan."""
    return next((s for s in rencana.telusuri() if s.sasaran.kode == kode), None)


def list_aksi(indikator: Indikator, satker: Satker, tahun: int) -> list[RencanaAksi]:
    """The steps of an indikator in a year, with what each is to yield when."""
    semua = RencanaAksi.objects.filter(indikator=indikator, satker=satker, tahun=tahun)
    return list(semua.select_related("penanggung", "indikator", "satker").prefetch_related("tahap"))


def list_pemilik(indikator: Indikator, satker: Satker) -> list[PenanggungJawab]:
    """Who answered and answers for an indikator at an office, newest first."""
    semua = PenanggungJawab.objects.filter(indikator=indikator, satker=satker)
    return list(semua.select_related("unit_kerja").order_by("-berlaku_dari"))


def list_unit() -> list[tuple[str, str]]:
    """Every unit Eselon I: kode and name."""
    return list(UnitEselonI.objects.values_list("kode", "nama"))


def list_unit_kerja(satker: Satker) -> list[tuple[str, str]]:
    """Every division and section of an office: key and name."""
    return list(UnitKerja.objects.filter(satker=satker).values_list("kunci", "nama"))
