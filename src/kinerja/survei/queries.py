"""Results of surveys, computed by `aturan.survei` from what was published or answered."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.conf import settings
from django.db.models import Count, QuerySet, Sum

from kinerja.akses.izin import Izin
from kinerja.akses.models import Pengguna
from kinerja.akses.queries import authorize, get_hari, list_satker_terjangkau
from kinerja.aturan.survei import (
    HasilIndeks,
    NilaiUnsur,
    SampelMinimum,
    compute_indeks,
    compute_sampel,
    compute_skm,
    describe_indeks,
)
from kinerja.organisasi.models import RiwayatSatker
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.pengukuran.models import Realisasi
from kinerja.survei.models import (
    HasilUnsur,
    InstrumenSurvei,
    JenisInstrumen,
    KeadaanSurvei,
    NilaiJawaban,
    RealisasiSurvei,
    Survei,
    UnsurSurvei,
)


class SurveiTidakAda(LookupError):
    """No such survey, or none that the asker may see."""


@dataclass(frozen=True, slots=True)
class UnsurTerhitung:
    """An unsur with its mean (None: nobody answered it) and its valid answers (None: published without)."""

    kode: str
    nama: str
    kelompok: str
    nilai: Decimal | None
    responden: int | None


@dataclass(frozen=True, slots=True)
class HasilSurvei:
    """A survey and all that follows from it. `indeks` is None while it cannot be computed, `sebab` says why."""

    survei: Survei
    nama_satker: str
    unsur: tuple[UnsurTerhitung, ...]
    responden: int | None
    dari_jawaban: bool
    indeks: HasilIndeks | None
    sebab: str
    sampel: SampelMinimum | None

    @property
    def kecil(self) -> bool:
        """Too few respondents to be shown in public."""
        return self.responden is not None and self.responden < settings.SURVEI_KELOMPOK_KECIL

    @property
    def nilai_instrumen(self) -> Decimal | None:
        """The index on the scale its instrument publishes."""
        if self.indeks is None:
            return None
        return self.indeks.nilai if self.survei.instrumen.skala == 4 else self.indeks.nilai_seratus

    @property
    def nilai_seratus(self) -> Decimal | None:
        """The index on the scale 25–100."""
        return None if self.indeks is None else self.indeks.nilai_seratus


def get_instrumen(kode: str, tahun: int) -> InstrumenSurvei | None:
    """The version of an instrument in force in that year."""
    return InstrumenSurvei.objects.filter(kode=kode, tahun__lte=tahun).order_by("-tahun").first()


def list_instrumen(tahun: int) -> list[InstrumenSurvei]:
    """Every instrument in its version of that year, by name."""
    terbaru = {i.kode: i for i in InstrumenSurvei.objects.filter(tahun__lte=tahun).order_by("tahun")}
    return sorted(terbaru.values(), key=lambda i: i.nama)


def list_hasil(survei: QuerySet[Survei]) -> tuple[HasilSurvei, ...]:
    """The results of those surveys in their order; five queries, however many they are."""
    semua = list(survei.select_related("instrumen__indikator", "satker"))
    nomor = [s.pk for s in semua]
    unsur: dict[int, list[UnsurSurvei]] = defaultdict(list)
    for satu in UnsurSurvei.objects.filter(instrumen__in={s.instrumen_id for s in semua}):
        unsur[satu.instrumen_id].append(satu)
    terbit: dict[int, dict[int, NilaiUnsur]] = defaultdict(dict)
    for hasil in HasilUnsur.objects.filter(survei__in=nomor).select_related("unsur"):
        terbit[hasil.survei_id][hasil.unsur_id] = NilaiUnsur(hasil.unsur.kode, Fraction(hasil.nilai))
    dijawab, responden = _sum_jawaban(nomor), _count_responden(nomor)
    nama = _list_nama(semua)
    return tuple(
        _susun_hasil(
            s,
            nama.get((s.satker_id, s.tahun), s.satker.kunci),
            unsur[s.instrumen_id],
            dijawab.get(s.pk) or terbit[s.pk],
            responden.get(s.pk),
        )
        for s in semua
    )


def get_hasil(survei: Survei) -> HasilSurvei:
    """The result of one survey."""
    return list_hasil(Survei.objects.filter(pk=survei.pk))[0]


def _sum_jawaban(nomor: Collection[int]) -> dict[int, dict[int, NilaiUnsur]]:
    """survei id -> unsur id -> mean of its answers."""
    hasil: dict[int, dict[int, NilaiUnsur]] = defaultdict(dict)
    baris = NilaiJawaban.objects.filter(jawaban__survei__in=nomor).order_by()
    for s, u, kode, jumlah, banyak in (
        baris.values_list("jawaban__survei_id", "unsur_id", "unsur__kode")
        .annotate(jumlah=Sum("nilai"), banyak=Count("id"))
        .values_list("jawaban__survei_id", "unsur_id", "unsur__kode", "jumlah", "banyak")
    ):
        hasil[s][u] = NilaiUnsur(kode, Fraction(int(jumlah), banyak), banyak)
    return dict(hasil)


def _count_responden(nomor: Collection[int]) -> dict[int, int]:
    baris = Survei.objects.filter(pk__in=nomor, jawaban__isnull=False).order_by()
    return dict(baris.values_list("pk").annotate(banyak=Count("jawaban")))


def _list_nama(semua: Iterable[Survei]) -> dict[tuple[int, int], str]:
    """(satker id, tahun) -> its short name at the end of that year."""
    pasangan = {(s.satker_id, s.tahun) for s in semua}
    hasil = {}
    for tahun in {t for _, t in pasangan}:
        riwayat = RiwayatSatker.objects.pada(get_akhir_tahun(tahun))
        for satker, nama in riwayat.filter(satker__in=[s for s, t in pasangan if t == tahun]).values_list(
            "satker_id", "nama"
        ):
            hasil[satker, tahun] = nama
    return hasil


def _susun_hasil(
    survei: Survei,
    nama: str,
    unsur: list[UnsurSurvei],
    nilai: Mapping[int, NilaiUnsur],
    terhitung: int | None,
) -> HasilSurvei:
    responden = survei.responden if terhitung is None else terhitung
    indeks, sebab = _hitung_indeks(survei, unsur, nilai)
    sampel = None
    if survei.populasi and responden is not None and responden <= survei.populasi:
        sampel = compute_sampel(survei.populasi, responden, pada=get_akhir_tahun(survei.tahun))
    return HasilSurvei(
        survei,
        nama,
        tuple(
            UnsurTerhitung(
                u.kode,
                u.nama,
                u.kelompok,
                nilai[u.pk].desimal if u.pk in nilai else None,
                nilai[u.pk].responden if u.pk in nilai else None,
            )
            for u in unsur
        ),
        responden,
        terhitung is not None,
        indeks,
        sebab,
        sampel,
    )


def _hitung_indeks(
    survei: Survei, unsur: list[UnsurSurvei], nilai: Mapping[int, NilaiUnsur]
) -> tuple[HasilIndeks | None, str]:
    pada = get_akhir_tahun(survei.tahun)
    skm = survei.instrumen.jenis == JenisInstrumen.SKM
    if survei.nilai is not None:
        return describe_indeks(survei.nilai, survei.instrumen.skala, skm=skm, pada=pada), ""
    if not nilai:
        return None, "Belum ada jawaban."
    if belum := [u.kode for u in unsur if u.pk not in nilai]:
        return None, f"Unsur {', '.join(belum)} belum dijawab seorang pun."
    terurut = [nilai[u.pk] for u in unsur]
    return (compute_skm if skm else compute_indeks)(terurut, pada=pada), ""


def list_survei_untuk(
    oleh: Pengguna, tahun: int, pada: datetime.datetime, *, indikator: str = ""
) -> tuple[HasilSurvei, ...]:
    """The surveys of that year at every satker the person may see; only those that feed `indikator` (kode)."""
    boleh = list_satker_terjangkau(oleh, Izin.LIHAT, tahun=tahun, pada=get_hari(pada))
    semua = Survei.objects.filter(tahun=tahun, satker__in=boleh)
    if indikator:
        semua = semua.filter(instrumen__indikator__kode=indikator)
    return list_hasil(semua.order_by("instrumen__nama", "satker__kunci", "bulan", "pk"))


def list_satker_isi(oleh: Pengguna, tahun: int, pada: datetime.datetime) -> list[tuple[str, str]]:
    """(kunci, nama) of the satker for which the person may open and fill surveys."""
    boleh = list_satker_terjangkau(oleh, Izin.ISI, tahun=tahun, pada=get_hari(pada))
    riwayat = RiwayatSatker.objects.pada(get_akhir_tahun(tahun)).filter(satker__in=boleh)
    return [(r.satker.kunci, r.nama) for r in riwayat.select_related("satker")]


def get_survei_untuk(oleh: Pengguna, pk: int, izin: Izin, pada: datetime.datetime) -> Survei:
    """A survey at a satker where the person has `izin`. SurveiTidakAda, AksesDitolak."""
    survei = Survei.objects.select_related("instrumen", "satker").filter(pk=pk).first()
    if survei is None:
        raise SurveiTidakAda(pk)
    authorize(oleh, izin, survei.satker, tahun=survei.tahun, pada=pada)
    return survei


def is_pengisi(oleh: Pengguna, survei: Survei, pada: datetime.datetime) -> bool:
    """May that person fill this survey?"""
    boleh = list_satker_terjangkau(oleh, Izin.ISI, tahun=survei.tahun, pada=get_hari(pada))
    return survei.satker_id in boleh


def get_survei_publik(rahasia: str) -> Survei:
    """The survey of a public link, open or closed. SurveiTidakAda for a forged one."""
    survei = Survei.objects.select_related("instrumen", "satker").filter(rahasia=rahasia or None).first()
    if survei is None or not rahasia:
        raise SurveiTidakAda("tautan")
    return survei


def is_terbuka(survei: Survei) -> bool:
    """May it be answered?"""
    return survei.keadaan == KeadaanSurvei.TERBUKA


def list_unsur(survei: Survei) -> list[UnsurSurvei]:
    """What is asked, in order."""
    return list(survei.instrumen.unsur.all())


def list_deret(survei: Survei) -> tuple[HasilSurvei, ...]:
    """All closed surveys of the same instrument (any version) at the same satker, oldest first."""
    sama = Survei.objects.filter(
        instrumen__kode=survei.instrumen.kode, satker=survei.satker_id, keadaan=KeadaanSurvei.DITUTUP
    )
    return list_hasil(sama.order_by("tahun", "bulan"))


def list_survei_kantor(satker: Collection[int], tahun: int) -> dict[int, tuple[HasilSurvei, ...]]:
    """indikator id -> the closed surveys of that year that feed it at those satker."""
    semua = Survei.objects.filter(
        instrumen__indikator__isnull=False, satker__in=satker, tahun=tahun, keadaan=KeadaanSurvei.DITUTUP
    )
    hasil: dict[int, list[HasilSurvei]] = defaultdict(list)
    for satu in list_hasil(semua.order_by("instrumen", "pk")):
        hasil[satu.survei.instrumen.indikator_id].append(satu)
    return {i: tuple(daftar) for i, daftar in hasil.items()}


def list_dari_survei(sel: Iterable[tuple[int, int, int, int]]) -> frozenset[tuple[int, int, int, int]]:
    """Those cells (komponen id, satker id, tahun, bulan) whose realisasi a survey gave."""
    diminta = set(sel)
    tersimpan = RealisasiSurvei.objects.filter(
        realisasi__komponen__in={k for k, _, _, _ in diminta},
        realisasi__satker__in={s for _, s, _, _ in diminta},
    ).values_list("realisasi__komponen_id", "realisasi__satker_id", "realisasi__tahun", "realisasi__bulan")
    return frozenset(diminta & set(tersimpan))


def count_survei(indikator: str, tahun: int) -> int:
    """How many surveys gave a realisasi of that indikator (kode) in that year."""
    taut = RealisasiSurvei.objects.filter(
        realisasi__komponen__indikator__kode=indikator, realisasi__tahun=tahun
    )
    return taut.values("survei").distinct().count()


def list_tahun() -> list[int]:
    """The years that have surveys."""
    return sorted(set(Survei.objects.order_by().values_list("tahun", flat=True)))


@dataclass(frozen=True, slots=True)
class TujuanSurvei:
    """The realisasi a survey gave: where it stands, its numbers, and every survey it was computed from."""

    kode: str
    nama: str
    realisasi: Realisasi
    sumber: tuple[HasilSurvei, ...]


def get_realisasi(survei: Survei) -> TujuanSurvei | None:
    """What became of the survey's index; None while it feeds nothing."""
    taut = (
        RealisasiSurvei.objects.filter(survei=survei).select_related("realisasi__komponen__indikator").first()
    )
    if taut is None:
        return None
    indikator = taut.realisasi.komponen.indikator
    sumber = list_hasil(Survei.objects.filter(ke_realisasi__realisasi=taut.realisasi).order_by("pk"))
    return TujuanSurvei(indikator.kode, indikator.nama, taut.realisasi, sumber)
