"""What an office achieved in a year: target, realisasi and capaian of every indikator, computed from facts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.db.models import Q

from kinerja.aturan import capaian as aturan_capaian
from kinerja.aturan.agregasi import AgregasiSatker, Ukuran, compute_nilai, rollup_satker
from kinerja.aturan.capaian import Capaian, CapaianSasaran, Keadaan, Polaritas
from kinerja.aturan.pertumbuhan import compute_pertumbuhan
from kinerja.organisasi.models import RiwayatSatker, Satker
from kinerja.organisasi.pengaturan import PembacaPengaturan
from kinerja.organisasi.queries import get_akhir_tahun, list_bawahan
from kinerja.pengukuran import rekap
from kinerja.pengukuran.models import Realisasi
from kinerja.perencanaan.models import (
    CaraHitung,
    Indikator,
    JenisTarget,
    Komponen,
    Sasaran,
    Target,
    TingkatSasaran,
)

SERATUS = Decimal(100)
SATU = Decimal(1)


@dataclass(frozen=True, slots=True)
class UkuranKomponen:
    """The rolled-up numbers of one komponen; `nilai` is their ratio or value in the indikator's unit."""

    komponen: Komponen
    ukuran: Ukuran
    nilai: Decimal | None


@dataclass(frozen=True, slots=True)
class HasilTahun:
    """One indikator in one year. `realisasi` and `capaian.nilai` are unrounded."""

    tahun: int
    target: Target | None
    komponen: tuple[UkuranKomponen, ...]
    keadaan: Keadaan
    realisasi: Decimal | None
    capaian: Capaian


@dataclass(frozen=True, slots=True)
class RincianSatker:
    """The numbers of one komponen at one satker."""

    satker: RiwayatSatker
    komponen: Komponen
    ukuran: Ukuran
    nilai: Decimal | None


@dataclass(frozen=True, slots=True)
class RincianBulan:
    """The numbers of one komponen in one month of the year asked for, over all satker."""

    bulan: int
    komponen: Komponen
    ukuran: Ukuran
    nilai: Decimal | None


@dataclass(frozen=True, slots=True)
class HasilIndikator:
    """An indikator with its years; `tahun[-1]` is the year asked for.

    `bulan_terisi` are the months that have an answer, None when the year is not known month by month; `belum_ada`
    the satker that still owe a number. Only an indikator asked for in full has years before and `rincian`.
    """

    indikator: Indikator
    tahun: tuple[HasilTahun, ...]
    target_renstra: Target | None
    capaian_renstra: Capaian
    target_nasional: Target | None
    rincian: tuple[RincianSatker, ...] = ()
    rincian_bulan: tuple[RincianBulan, ...] = ()
    bulan_terisi: frozenset[int] | None = None
    belum_ada: tuple[RiwayatSatker, ...] = ()

    @property
    def bulan_kosong(self) -> tuple[int, ...]:
        """The months without any answer, where others have one: such a year is not yet whole."""
        terisi = self.bulan_terisi
        return () if terisi is None else tuple(n for n in range(1, 13) if n not in terisi)

    @property
    def bulanan(self) -> bool:
        """Whether the year asked for is known month by month."""
        return self.bulan_terisi is not None

    @property
    def kini(self) -> HasilTahun:
        """The year the report is about."""
        return self.tahun[-1]

    @property
    def lalu(self) -> HasilTahun | None:
        """The year before, when it has a realisasi."""
        sebelum = self.tahun[-2] if len(self.tahun) > 1 else None
        return sebelum if sebelum and sebelum.realisasi is not None else None


@dataclass(frozen=True, slots=True)
class HasilSasaran:
    """A sasaran kegiatan with its indicators and their mean capaian."""

    sasaran: Sasaran
    indikator: tuple[HasilIndikator, ...]
    capaian: CapaianSasaran


@dataclass(frozen=True, slots=True)
class Permintaan:
    """What is asked of a year: the indikator of `kode`, and those of `lengkap` in full; None means all.

    In full means with the years before, at most `banyak_tahun` together, with every satker and every month; the
    others come with the year alone. `unit_kerja` (ids) leaves out what another division answers for.
    """

    kode: frozenset[str] | None = None
    lengkap: frozenset[str] | None = None
    banyak_tahun: int = 5
    unit_kerja: frozenset[int] | None = None

    def is_lengkap(self, indikator: Indikator) -> bool:
        """Whether that indikator is asked for in full."""
        return self.lengkap is None or indikator.kode in self.lengkap


LENGKAP = Permintaan()
RINGKAS = Permintaan(lengkap=frozenset())
"""Every indikator with the year alone."""


def compute_kinerja(
    satker: Satker,
    tahun: int,
    permintaan: Permintaan = LENGKAP,
    *,
    pengaturan: PembacaPengaturan | None = None,
    bawahan: Sequence[RiwayatSatker] | None = None,
) -> tuple[HasilSasaran, ...]:
    """Everything `satker` and what is beneath it achieved in `tahun`.

    No year from before the Renstra is read: its indicators did not exist then. Indicators without any PK target
    in that year are left out. `bawahan` and `pengaturan` spare reading the tree of that year's end and the settings
    of the instansi where they are known already. Each year is computed by the settings of its own.
    """
    if bawahan is None:
        bawahan = list_bawahan(satker, get_akhir_tahun(tahun))
    indikator = _list_indikator(satker, tahun, permintaan)
    awal = min((i.sasaran.renstra.tahun_awal for i in indikator), default=tahun)
    tahun_dibaca = tuple(range(max(awal, tahun - permintaan.banyak_tahun + 1), tahun + 1))
    lengkap = {i.pk for i in indikator if permintaan.is_lengkap(i)}
    pembaca = pengaturan or PembacaPengaturan(satker.pk)
    return _Penghitung(satker, bawahan, tahun_dibaca, lengkap, pembaca).hitung(indikator)


def _list_indikator(satker: Satker, tahun: int, permintaan: Permintaan) -> list[Indikator]:
    dijanjikan = Target.objects.filter(satker=satker, tahun=tahun, jenis=JenisTarget.PK)
    indikator = Indikator.objects.filter(
        sasaran__tingkat=TingkatSasaran.KEGIATAN, pk__in=dijanjikan.values("indikator")
    )
    if permintaan.kode is not None:
        indikator = indikator.filter(kode__in=permintaan.kode)
    if permintaan.unit_kerja is not None:
        indikator = indikator.filter(penanggung_jawab__in=permintaan.unit_kerja)
    return list(
        indikator.select_related("sasaran__unit", "sasaran__renstra", "penanggung_jawab").prefetch_related(
            "komponen"
        )
    )


class _Penghitung:
    """Reads all facts in a handful of queries, then computes in memory."""

    def __init__(
        self,
        satker: Satker,
        bawahan: Sequence[RiwayatSatker],
        tahun: tuple[int, ...],
        lengkap: Collection[int],
        pengaturan: PembacaPengaturan,
    ) -> None:
        self.satker = satker
        self.bawahan = {r.satker_id: r for r in bawahan}
        self.tahun = tahun
        self.lengkap = lengkap
        self.pengaturan = pengaturan

    def hitung(self, indikator: list[Indikator]) -> tuple[HasilSasaran, ...]:
        self._baca(indikator)
        per_sasaran: dict[int, list[HasilIndikator]] = defaultdict(list)
        for satu in indikator:
            per_sasaran[satu.sasaran_id].append(self._hitung_indikator(satu))
        return tuple(self._hitung_sasaran(hasil) for hasil in per_sasaran.values())

    def _baca(self, indikator: list[Indikator]) -> None:
        *lalu, kini = self.tahun
        satker = tuple(self.bawahan)
        semua = [k.pk for i in indikator for k in i.komponen.all()]
        rinci = [k.pk for i in indikator if i.pk in self.lengkap for k in i.komponen.all()]
        self.ukuran = rekap.rollup(tahun=[kini], satker=satker, komponen=semua)
        self.bulan_terisi = rekap.list_bulan_terisi(tahun=kini, satker=satker, komponen=semua)
        self.belum_ada = rekap.list_belum_ada(tahun=kini, satker=satker, komponen=semua)
        self.tiap_satker: Mapping[rekap.Kunci, Mapping[int, Ukuran]] = {}
        self.tiap_bulan: Mapping[int, Mapping[int, Ukuran]] = {}
        if rinci:
            self.ukuran |= rekap.rollup(tahun=lalu, satker=satker, komponen=rinci)
            self.tiap_satker = rekap.rollup_tiap_satker(tahun=[kini], satker=satker, komponen=rinci)
            self.tiap_bulan = rekap.rollup_tiap_bulan(tahun=kini, satker=satker, komponen=rinci)
        self.target = self._baca_target(indikator)

    def _baca_target(self, indikator: list[Indikator]) -> dict[tuple[int, int, str], Target]:
        dicari = Q(tahun=self.tahun[-1], indikator__in=indikator)
        dicari |= Q(tahun__in=self.tahun[:-1], indikator__in=self.lengkap)
        target = Target.objects.filter(dicari, satker=self.satker).order_by()
        return {(t.indikator_id, t.tahun, t.jenis): t for t in target}

    def _hitung_sasaran(self, hasil: list[HasilIndikator]) -> HasilSasaran:
        capaian = aturan_capaian.compute_capaian_sasaran(
            [h.kini.capaian for h in hasil],
            pengaturan=self.pengaturan.pada(self.tahun[-1]).kinerja,
            pada=get_akhir_tahun(self.tahun[-1]),
        )
        return HasilSasaran(hasil[0].indikator.sasaran, tuple(hasil), capaian)

    def _hitung_indikator(self, indikator: Indikator) -> HasilIndikator:
        dihitung = self.tahun if indikator.pk in self.lengkap else self.tahun[-1:]
        tahun = tuple(self._hitung_tahun(indikator, t) for t in dihitung)
        renstra = self.target.get((indikator.pk, self.tahun[-1], JenisTarget.RENSTRA))
        return HasilIndikator(
            indikator=indikator,
            tahun=tahun,
            target_renstra=renstra,
            capaian_renstra=self._capaian(indikator, renstra, tahun[-1].keadaan, tahun[-1].realisasi),
            target_nasional=self.target.get((indikator.pk, self.tahun[-1], JenisTarget.NASIONAL)),
            bulan_terisi=self._gabung_bulan(indikator),
            belum_ada=self._sebut_belum_ada(indikator),
            rincian=tuple(self._rincikan(indikator)),
            rincian_bulan=tuple(self._rincikan_bulan(indikator)),
        )

    def _hitung_tahun(self, indikator: Indikator, tahun: int) -> HasilTahun:
        komponen = tuple(
            compute_ukuran(indikator, k, self.ukuran[k.pk, tahun])
            for k in indikator.komponen.all()
            if (k.pk, tahun) in self.ukuran
        )
        keadaan, realisasi = compute_realisasi(indikator, komponen)
        target = self.target.get((indikator.pk, tahun, JenisTarget.PK))
        capaian = self._capaian(indikator, target, keadaan, realisasi)
        return HasilTahun(tahun, target, komponen, keadaan, realisasi, capaian)

    def _capaian(
        self, indikator: Indikator, target: Target | None, keadaan: Keadaan, realisasi: Decimal | None
    ) -> Capaian:
        tahun = target.tahun if target else self.tahun[-1]
        return aturan_capaian.compute_capaian(
            to_target(target),
            realisasi,
            Polaritas(indikator.polaritas),
            keadaan=keadaan,
            pengaturan=self.pengaturan.pada(tahun).kinerja,
            pada=get_akhir_tahun(tahun),
        )

    def _gabung_bulan(self, indikator: Indikator) -> frozenset[int] | None:
        daftar = [b for k in indikator.komponen.all() if (b := self.bulan_terisi.get(k.pk)) is not None]
        return frozenset().union(*daftar) if daftar else None

    def _sebut_belum_ada(self, indikator: Indikator) -> tuple[RiwayatSatker, ...]:
        berutang = {s for k in indikator.komponen.all() for s in self.belum_ada.get(k.pk, ())}
        return tuple(riwayat for satker_id, riwayat in self.bawahan.items() if satker_id in berutang)

    def _rincikan(self, indikator: Indikator) -> Iterable[RincianSatker]:
        for komponen in indikator.komponen.all():
            per_satker = self.tiap_satker.get((komponen.pk, self.tahun[-1]), {})
            for satker_id, riwayat in self.bawahan.items():
                if satker_id in per_satker:
                    diukur = compute_ukuran(indikator, komponen, per_satker[satker_id])
                    yield RincianSatker(riwayat, komponen, diukur.ukuran, diukur.nilai)

    def _rincikan_bulan(self, indikator: Indikator) -> Iterable[RincianBulan]:
        for komponen in indikator.komponen.all():
            for bulan, ukuran in self.tiap_bulan.get(komponen.pk, {}).items():
                diukur = compute_ukuran(indikator, komponen, ukuran)
                yield RincianBulan(bulan, komponen, ukuran, diukur.nilai)


def list_asal(hasil: HasilIndikator) -> list[Realisasi]:
    """The stored facts behind the year asked for, with the import they came from, in the order of the tree.

    Of an indikator asked for in full: what has no `rincian` has none.
    """
    urutan = {r.satker.satker_id: n for n, r in enumerate(hasil.rincian)}
    fakta = Realisasi.objects.filter(
        komponen__indikator=hasil.indikator, tahun=hasil.kini.tahun, satker__in=urutan
    ).select_related("asal", "komponen")
    return sorted(fakta, key=lambda f: (f.komponen.urutan, urutan[f.satker_id], f.bulan))


def get_pengali(indikator: Indikator) -> Decimal:
    """A ratio is shown in percent when the unit says so, as a plain quotient otherwise."""
    return SERATUS if indikator.satuan == "%" else SATU


def compute_realisasi(
    indikator: Indikator, komponen: Sequence[UkuranKomponen]
) -> tuple[Keadaan, Decimal | None]:
    """The realisasi that follows from the rolled-up komponen, or the state that explains its absence.

    The mean of several ratios needs them all: one that is missing or cannot be computed leaves no mean, one
    without an object is left out. A year known as one figure only is entered under Komponen.UTAMA.
    """
    if indikator.cara_hitung == CaraHitung.RATA_RASIO:
        bagian = [k for k in komponen if k.komponen.kode != Komponen.UTAMA]
        if bagian:
            return _rata_rasio(indikator, bagian)
    berisi = [k for k in komponen if k.nilai is not None]
    if berisi:
        return Keadaan.TERISI, berisi[0].nilai
    return (komponen[0].ukuran.keadaan if komponen else Keadaan.BELUM_ADA), None


def _rata_rasio(indikator: Indikator, bagian: Sequence[UkuranKomponen]) -> tuple[Keadaan, Decimal | None]:
    seharusnya = sum(k.kode != Komponen.UTAMA for k in indikator.komponen.all())
    keadaan = {k.ukuran.keadaan for k in bagian}
    if len(bagian) < seharusnya or Keadaan.BELUM_ADA in keadaan:
        return Keadaan.BELUM_ADA, None
    if Keadaan.TIDAK_TERHITUNG in keadaan:
        return Keadaan.TIDAK_TERHITUNG, None
    berpasangan = all(k.ukuran.nilai is None for k in bagian)
    # Pairs are averaged as exact fractions; a direct value is already in the unit of the indikator.
    daftar = [
        k.ukuran if berpasangan else replace(k.ukuran, pembilang=None, penyebut=None, nilai=k.nilai)
        for k in bagian
    ]
    rata = rollup_satker(daftar, AgregasiSatker.RATA_RATA)
    return rata.keadaan, compute_nilai(rata, get_pengali(indikator))


def compute_ukuran(indikator: Indikator, komponen: Komponen, ukuran: Ukuran) -> UkuranKomponen:
    if indikator.cara_hitung == CaraHitung.PERTUMBUHAN and ukuran.pembilang is not None and ukuran.penyebut:
        nilai = compute_pertumbuhan(ukuran.pembilang, ukuran.penyebut)
    else:
        nilai = compute_nilai(ukuran, get_pengali(indikator))
    return UkuranKomponen(komponen, ukuran, nilai)


def to_target(target: Target | None) -> aturan_capaian.Target | None:
    """A stored target as the rules take it."""
    return None if target is None else aturan_capaian.Target(target.nilai, target.bawah, target.atas)
