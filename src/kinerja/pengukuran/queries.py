"""What an office achieved in a year: target, realisasi and capaian of every indikator, computed from facts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kinerja.aturan import capaian as aturan_capaian
from kinerja.aturan.agregasi import AgregasiSatker, Ukuran, compute_nilai, rollup_satker
from kinerja.aturan.capaian import Capaian, CapaianSasaran, Keadaan, Polaritas
from kinerja.aturan.pengaturan import PENGATURAN_BAWAAN, Pengaturan
from kinerja.aturan.pertumbuhan import compute_pertumbuhan
from kinerja.organisasi.models import RiwayatSatker, Satker
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
    """An indikator with all its years; `tahun[-1]` is the year asked for."""

    indikator: Indikator
    tahun: tuple[HasilTahun, ...]
    target_renstra: Target | None
    capaian_renstra: Capaian
    target_nasional: Target | None
    rincian: tuple[RincianSatker, ...]
    rincian_bulan: tuple[RincianBulan, ...]

    @property
    def bulan_kosong(self) -> tuple[int, ...]:
        """The months without any number, where others have one: such a year is not yet whole."""
        terisi = {b.bulan for b in self.rincian_bulan if b.ukuran.keadaan is not Keadaan.BELUM_ADA}
        return tuple(n for n in range(1, 13) if n not in terisi) if self.bulanan else ()

    @property
    def bulanan(self) -> bool:
        """Whether the year asked for is known month by month."""
        return bool(self.rincian_bulan)

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


def compute_kinerja(
    satker: Satker,
    tahun: int,
    *,
    banyak_tahun: int = 5,
    pengaturan: Pengaturan = PENGATURAN_BAWAAN,
    kode: Sequence[str] | None = None,
) -> tuple[HasilSasaran, ...]:
    """Everything `satker` and what is beneath it achieved in `tahun`, with the years before it.

    At most `banyak_tahun` years are read, none from before the Renstra: its indicators did not exist then.
    `kode` limits the indicators. Indicators without any PK target in that year are left out.
    """
    indikator = _list_indikator(satker, tahun, kode)
    awal = min((i.sasaran.renstra.tahun_awal for i in indikator), default=tahun)
    tahun_dibaca = tuple(range(max(awal, tahun - banyak_tahun + 1), tahun + 1))
    return _Penghitung(satker, tahun_dibaca, pengaturan).hitung(indikator)


def _list_indikator(satker: Satker, tahun: int, kode: Sequence[str] | None) -> list[Indikator]:
    dijanjikan = Target.objects.filter(satker=satker, tahun=tahun, jenis=JenisTarget.PK)
    indikator = Indikator.objects.filter(
        sasaran__tingkat=TingkatSasaran.KEGIATAN, pk__in=dijanjikan.values("indikator")
    )
    if kode is not None:
        indikator = indikator.filter(kode__in=kode)
    return list(
        indikator.select_related("sasaran__unit", "sasaran__renstra", "penanggung_jawab").prefetch_related(
            "komponen"
        )
    )


class _Penghitung:
    """Reads all facts in a handful of queries, then computes in memory."""

    def __init__(self, satker: Satker, tahun: tuple[int, ...], pengaturan: Pengaturan) -> None:
        self.satker = satker
        self.tahun = tahun
        self.pengaturan = pengaturan
        self.bawahan = {r.satker_id: r for r in list_bawahan(satker, get_akhir_tahun(tahun[-1]))}

    def hitung(self, indikator: list[Indikator]) -> tuple[HasilSasaran, ...]:
        self._baca(indikator)
        per_sasaran: dict[int, list[HasilIndikator]] = defaultdict(list)
        for satu in indikator:
            per_sasaran[satu.sasaran_id].append(self._hitung_indikator(satu))
        return tuple(self._hitung_sasaran(hasil) for hasil in per_sasaran.values())

    def _baca(self, indikator: list[Indikator]) -> None:
        komponen = [k.pk for i in indikator for k in i.komponen.all()]
        lingkup = {"satker": tuple(self.bawahan), "komponen": komponen}
        self.ukuran = rekap.rollup(tahun=self.tahun, **lingkup)
        self.tiap_satker = rekap.rollup_tiap_satker(tahun=self.tahun[-1:], **lingkup)
        self.tiap_bulan = rekap.rollup_tiap_bulan(tahun=self.tahun[-1], **lingkup)
        self.target = {
            (t.indikator_id, t.tahun, t.jenis): t
            for t in Target.objects.filter(satker=self.satker, tahun__in=self.tahun, indikator__in=indikator)
        }

    def _hitung_sasaran(self, hasil: list[HasilIndikator]) -> HasilSasaran:
        capaian = aturan_capaian.compute_capaian_sasaran(
            [h.kini.capaian for h in hasil],
            pengaturan=self.pengaturan,
            pada=get_akhir_tahun(self.tahun[-1]),
        )
        return HasilSasaran(hasil[0].indikator.sasaran, tuple(hasil), capaian)

    def _hitung_indikator(self, indikator: Indikator) -> HasilIndikator:
        tahun = tuple(self._hitung_tahun(indikator, t) for t in self.tahun)
        renstra = self.target.get((indikator.pk, self.tahun[-1], JenisTarget.RENSTRA))
        return HasilIndikator(
            indikator=indikator,
            tahun=tahun,
            target_renstra=renstra,
            capaian_renstra=self._capaian(indikator, renstra, tahun[-1].keadaan, tahun[-1].realisasi),
            target_nasional=self.target.get((indikator.pk, self.tahun[-1], JenisTarget.NASIONAL)),
            rincian=tuple(self._rincikan(indikator)),
            rincian_bulan=tuple(self._rincikan_bulan(indikator)),
        )

    def _hitung_tahun(self, indikator: Indikator, tahun: int) -> HasilTahun:
        komponen = tuple(
            _ukur(indikator, k, self.ukuran[k.pk, tahun])
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
            _ke_target(target),
            realisasi,
            Polaritas(indikator.polaritas),
            keadaan=keadaan,
            pengaturan=self.pengaturan,
            pada=get_akhir_tahun(tahun),
        )

    def _rincikan(self, indikator: Indikator) -> Iterable[RincianSatker]:
        for komponen in indikator.komponen.all():
            per_satker = self.tiap_satker.get((komponen.pk, self.tahun[-1]), {})
            for satker_id, riwayat in self.bawahan.items():
                if satker_id in per_satker:
                    diukur = _ukur(indikator, komponen, per_satker[satker_id])
                    yield RincianSatker(riwayat, komponen, diukur.ukuran, diukur.nilai)

    def _rincikan_bulan(self, indikator: Indikator) -> Iterable[RincianBulan]:
        for komponen in indikator.komponen.all():
            for bulan, ukuran in self.tiap_bulan.get(komponen.pk, {}).items():
                diukur = _ukur(indikator, komponen, ukuran)
                yield RincianBulan(bulan, komponen, ukuran, diukur.nilai)


def list_asal(hasil: HasilIndikator) -> list[Realisasi]:
    """The stored facts behind the year asked for, with the import they came from, in the order of the tree."""
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


def _ukur(indikator: Indikator, komponen: Komponen, ukuran: Ukuran) -> UkuranKomponen:
    if indikator.cara_hitung == CaraHitung.PERTUMBUHAN and ukuran.pembilang is not None and ukuran.penyebut:
        nilai = compute_pertumbuhan(ukuran.pembilang, ukuran.penyebut)
    else:
        nilai = compute_nilai(ukuran, get_pengali(indikator))
    return UkuranKomponen(komponen, ukuran, nilai)


def _ke_target(target: Target | None) -> aturan_capaian.Target | None:
    return None if target is None else aturan_capaian.Target(target.nilai, target.bawah, target.atas)
