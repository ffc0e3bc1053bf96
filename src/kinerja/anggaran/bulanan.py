"""The year by month: what was planned to be drawn, what was spent, under which pagu; who has no months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Max, Sum

from kinerja.anggaran.models import (
    AnggaranBulanan,
    JenisBelanja,
    PaguBelanja,
    PaguSatker,
    RevisiDipa,
    Ukuran,
)
from kinerja.aturan.anggaran import compute_serapan
from kinerja.organisasi.models import RiwayatSatker, Satker
from kinerja.organisasi.queries import get_akhir_tahun, list_bawahan

SatkerKantor = RiwayatSatker
"""A satker of an office as it is called and placed in a year."""
BULAN = range(1, 13)


@dataclass(frozen=True, slots=True)
class BulanArus:
    """One month alone and from January on, in rupiah; None where no satker has a figure."""

    bulan: int
    rpd: int | None
    realisasi: int | None
    rpd_kumulatif: int | None
    realisasi_kumulatif: int | None

    @property
    def deviasi(self) -> Decimal | None:
        """|realisasi − RPD| of the month in percent of the RPD; None without a plan above zero."""
        if self.rpd is None or self.realisasi is None:
            return None
        return compute_serapan(self.rpd, abs(self.realisasi - self.rpd))


@dataclass(frozen=True, slots=True)
class ArusBelanja:
    """One jenis belanja: plan and spending of the months there are; pagu where all those satker have a DIPA."""

    jenis: str
    nama: str
    pagu: int | None
    rpd: int | None
    realisasi: int | None


@dataclass(frozen=True, slots=True)
class BarisRevisi:
    """One version of a satker's DIPA beside the one before it; pagu in rupiah over all jenis belanja."""

    satker: RiwayatSatker
    nomor: int
    tanggal: date
    kode: str
    pagu: int
    sebelumnya: int | None
    blokir: int

    @property
    def selisih(self) -> int | None:
        """How much the pagu changed; None for the DIPA itself."""
        return None if self.sebelumnya is None else self.pagu - self.sebelumnya


@dataclass(frozen=True, slots=True)
class Arus:
    """The months of an office and everything beneath it.

    `berdata` are the satker with spending by month, `tanpa_bulanan` those with a pagu and without months,
    `sampai` the last month with spending (0: none). `lengkap` tells that every satker with a pagu has all months to
    December, so that the year is the sum of its months. `pagu` is that of the whole office, `pagu_berdata` that of the
    satker with months: of the last revision, else the yearly ceiling; None where it is not known of each.
    """

    tahun: int
    bulan: tuple[BulanArus, ...]
    belanja: tuple[ArusBelanja, ...]
    berdata: tuple[RiwayatSatker, ...]
    tanpa_bulanan: tuple[RiwayatSatker, ...]
    sampai: int
    lengkap: bool
    pagu: int | None = None
    pagu_berdata: int | None = None
    negatif: tuple[tuple[RiwayatSatker, int, str, int], ...] = ()
    """(satker, month, jenis belanja, rupiah) of every negative month: a correction."""

    @property
    def realisasi(self) -> int | None:
        """Spending of the months there are."""
        return _jumlah(b.realisasi for b in self.belanja)


def _jumlah(nilai: Iterable[int | None]) -> int | None:
    ada = [n for n in nilai if n is not None]
    return sum(ada) if ada else None


def list_arus(satker: Satker, tahun: Iterable[int]) -> dict[int, Arus]:
    """The months of an office and all beneath it, of those years that have any; one query when none has."""
    ada = AnggaranBulanan.objects.filter(tahun__in=list(tahun)).order_by().values_list("tahun", flat=True)
    semua = {t: get_arus(list_bawahan(satker, get_akhir_tahun(t)), t) for t in ada.distinct()}
    return {t: arus for t, arus in semua.items() if arus.berdata}


def get_arus(bawahan: Sequence[RiwayatSatker], tahun: int) -> Arus:
    """The months of those satker together (Σ over satker, code paths; a rupiah once)."""
    riwayat = {b.satker_id: b for b in bawahan}
    semua = AnggaranBulanan.objects.filter(tahun=tahun, satker__in=riwayat).order_by()
    jumlah = {
        (u, j, b): n
        for u, j, b, n in semua.values_list("ukuran", "jenis", "bulan").annotate(jumlah=Sum("nilai"))
    }
    sampai = dict(semua.filter(ukuran=Ukuran.REALISASI).values_list("satker").annotate(akhir=Max("bulan")))
    rinci = sum_pagu(riwayat, tahun)
    terbit = PaguSatker.objects.filter(tahun=tahun, satker__in=riwayat).values_list("satker_id", "pagu")
    pagu = dict(terbit) | {s: sum(p.values()) for s, p in rinci.items()}
    tanpa = [b for b in bawahan if b.satker_id in set(pagu) - set(sampai)]
    negatif = semua.filter(nilai__lt=0).order_by("satker_id", "bulan", "jenis")
    return Arus(
        tahun=tahun,
        bulan=_susun_bulan(jumlah),
        belanja=_susun_belanja(jumlah, rinci if set(rinci) >= set(sampai) else {}),
        berdata=tuple(b for b in bawahan if b.satker_id in sampai),
        tanpa_bulanan=tuple(tanpa),
        sampai=max(sampai.values(), default=0),
        lengkap=bool(sampai) and not tanpa and all(s == BULAN[-1] for s in sampai.values()),
        pagu=sum(pagu.values()) if pagu else None,
        pagu_berdata=sum(pagu[s] for s in sampai) if sampai and set(sampai) <= set(pagu) else None,
        negatif=tuple(
            (riwayat[s], b, j, n)
            for s, b, j, n in negatif.values_list("satker_id", "bulan", "jenis", "nilai")
        ),
    )


def sum_pagu(satker: Iterable[int], tahun: int) -> dict[int, dict[str, int]]:
    """satker id -> jenis belanja -> pagu of its last revision."""
    baris = PaguBelanja.objects.filter(revisi__tahun=tahun, revisi__satker__in=list(satker))
    hasil: dict[int, dict[str, int]] = {}
    nomor: dict[int, int] = {}
    medan = ("revisi__satker_id", "revisi__nomor", "jenis", "pagu")
    for s, n, jenis, pagu in baris.order_by("revisi__satker_id", "revisi__nomor").values_list(*medan):
        if nomor.get(s) != n:
            nomor[s], hasil[s] = n, {}
        hasil[s][jenis] = pagu
    return hasil


def _susun_bulan(jumlah: Mapping[tuple[str, str, int], int]) -> tuple[BulanArus, ...]:
    """Up to the last month of which anything is known."""
    per: dict[tuple[str, int], int] = defaultdict(int)
    for (ukuran, _, bulan), nilai in jumlah.items():
        per[ukuran, bulan] += nilai
    akhir = {u: max((b for v, b in per if v == u), default=0) for u in Ukuran.values}
    kumulatif = dict.fromkeys(Ukuran.values, 0)
    hasil = []
    for bulan in range(1, max(akhir.values()) + 1):
        satu: dict[str, tuple[int | None, int | None]] = {}
        for ukuran in Ukuran.values:
            kumulatif[ukuran] += per.get((ukuran, bulan), 0)
            ada = bulan <= akhir[ukuran]
            satu[ukuran] = (per.get((ukuran, bulan)), kumulatif[ukuran] if ada else None)
        rpd, realisasi = satu[Ukuran.RPD], satu[Ukuran.REALISASI]
        hasil.append(BulanArus(bulan, rpd[0], realisasi[0], rpd[1], realisasi[1]))
    return tuple(hasil)


def _susun_belanja(
    jumlah: Mapping[tuple[str, str, int], int], pagu: Mapping[int, Mapping[str, int]]
) -> tuple[ArusBelanja, ...]:
    hasil = []
    for jenis, nama in JenisBelanja.choices:
        ukuran = {
            u: _jumlah(n for (v, j, _), n in jumlah.items() if (v, j) == (u, jenis)) for u in Ukuran.values
        }
        satu = _jumlah(p.get(jenis) for p in pagu.values())
        if satu is not None or any(n is not None for n in ukuran.values()):
            hasil.append(ArusBelanja(jenis, nama, satu, ukuran[Ukuran.RPD], ukuran[Ukuran.REALISASI]))
    return tuple(hasil)


def list_revisi(bawahan: Sequence[RiwayatSatker], tahun: int) -> tuple[BarisRevisi, ...]:
    """Every version of every DIPA, satker by satker, each beside the one before it."""
    hasil = []
    baris: dict[int, list[RevisiDipa]] = defaultdict(list)
    semua = RevisiDipa.objects.filter(tahun=tahun, satker__in=[b.satker_id for b in bawahan])
    for revisi in semua.prefetch_related("pagu").order_by("satker_id", "nomor"):
        baris[revisi.satker_id].append(revisi)
    for satker in bawahan:
        sebelumnya: int | None = None
        for revisi in baris[satker.satker_id]:
            pagu = sum(p.pagu for p in revisi.pagu.all())
            blokir = sum(p.blokir for p in revisi.pagu.all())
            hasil.append(
                BarisRevisi(satker, revisi.nomor, revisi.tanggal, revisi.kode, pagu, sebelumnya, blokir)
            )
            sebelumnya = pagu
    return tuple(hasil)
