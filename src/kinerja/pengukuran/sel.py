"""Cells as the entry grid shows them: what is stored, by whom, and what looks odd about it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from django.db.models import Q

from kinerja.aturan.capaian import Keadaan, Polaritas
from kinerja.aturan.peralihan import Status
from kinerja.aturan.peringatan import Isian, KonteksIsian, list_peringatan
from kinerja.aturan.temuan import Temuan
from kinerja.pengukuran.beku import list_beku
from kinerja.pengukuran.cetak import PERSEN
from kinerja.pengukuran.letak import KunciLembar, PetaPelapor
from kinerja.pengukuran.models import KonfirmasiPeringatan, LembarPengukuran, PembukaanKunci, Realisasi
from kinerja.perencanaan.models import (
    CaraHitung,
    JenisTarget,
    Komponen,
    PilihanAgregasiBulan,
    Target,
)

HAMPA = Isian(Keadaan.BELUM_ADA)


class KunciSel(NamedTuple):
    """One komponen at one satker in one month (1..12)."""

    komponen_id: int
    satker_id: int
    tahun: int
    bulan: int


class KeadaanSel(StrEnum):
    """What a cell may be: without a choice yet, stored, or closed to writing (stored or not)."""

    KOSONG = "kosong"
    TERSIMPAN = "tersimpan"
    TERKUNCI = "terkunci"


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell, called `sebutan` in messages. `versi` 0: nothing was ever stored, so `isian` is None.

    None is not "belum ada data", which somebody chose.
    """

    kunci: KunciSel
    keadaan: KeadaanSel
    sebutan: str = ""
    versi: int = 0
    isian: Isian | None = None
    oleh: str = ""
    oleh_id: int | None = None
    pada: datetime | None = None
    peringatan: tuple[Temuan, ...] = ()
    dikonfirmasi: Mapping[str, str] = field(default_factory=dict)

    @property
    def peringatan_terbuka(self) -> tuple[Temuan, ...]:
        """Warnings without a reason given for this version."""
        return tuple(t for t in self.peringatan if t.kode not in self.dikonfirmasi)


def list_sel(kunci: Collection[KunciSel]) -> dict[KunciSel, Sel]:
    """The cells of those keys, with warnings and their confirmations, in a fixed number of queries."""
    return PembacaSel(kunci).baca()


class PembacaSel:
    """Reads all that cells are held against: last month, the year so far, targets, confirmations, sheets.

    With them their indikator is read whole: `komponen` and `fakta` hold every komponen of it. `kunci_baris` locks
    the sheets before anything else is read.
    """

    def __init__(self, kunci: Collection[KunciSel], *, kunci_baris: bool = False) -> None:
        self.kunci = list(dict.fromkeys(kunci))
        tahun = {k.tahun for k in self.kunci}
        satker = {k.satker_id for k in self.kunci}
        self.lembar = self._baca_lembar(tahun, satker, kunci_baris=kunci_baris)
        diminta = Komponen.objects.filter(pk__in={k.komponen_id for k in self.kunci}).order_by()
        self.komponen = (
            Komponen.objects.filter(indikator__in=diminta.values("indikator"))
            .select_related("indikator")
            .in_bulk()
        )
        self.peta = {t: PetaPelapor(t, satker) for t in tahun}
        self.fakta = self._baca_fakta()
        self.target = {
            (t.indikator_id, t.satker_id, t.tahun): t
            for t in Target.objects.filter(
                indikator__in={k.indikator_id for k in self.komponen.values()},
                tahun__in=tahun,
                jenis=JenisTarget.PK,
            ).order_by()
        }
        self.konfirmasi = self._baca_konfirmasi()

    def _baca_lembar(
        self, tahun: set[int], satker: set[int], *, kunci_baris: bool
    ) -> dict[KunciLembar, LembarPengukuran]:
        """Every sheet the cells may lie on, always locked in the same order."""
        baris = LembarPengukuran.objects.filter(
            satker__in=satker, tahun__in=tahun, bulan__in={k.bulan for k in self.kunci}
        ).select_related("satker")
        if kunci_baris:
            baris = baris.select_for_update(of=("self",))
        return {KunciLembar(s.satker_id, s.unit_kerja_id, s.tahun, s.bulan): s for s in baris.order_by("pk")}

    def segarkan(self) -> None:
        """Read the facts again, after somebody wrote some."""
        self.fakta = self._baca_fakta()

    def _baca_fakta(self) -> dict[KunciSel, Realisasi]:
        komponen, satker = list(self.komponen), {k.satker_id for k in self.kunci}
        tahun = {k.tahun for k in self.kunci}
        lalu = Q(tahun__in={t - 1 for t in tahun}, bulan=12)
        baris = Realisasi.objects.filter(
            Q(tahun__in=tahun) | lalu, komponen__in=komponen, satker__in=satker
        ).select_related("diisi_oleh")
        return {KunciSel(r.komponen_id, r.satker_id, r.tahun, r.bulan): r for r in baris}

    def _baca_konfirmasi(self) -> dict[tuple[int, int, int], dict[str, str]]:
        hasil: dict[tuple[int, int, int], dict[str, str]] = defaultdict(dict)
        baris = KonfirmasiPeringatan.objects.filter(
            lembar__in=[s.pk for s in self.lembar.values()], komponen__in=self.komponen
        ).order_by()
        for k in baris:
            hasil[k.lembar_id, k.komponen_id, k.versi_sel][k.kode] = k.alasan
        return hasil

    def get_lembar(self, kunci: KunciSel) -> LembarPengukuran | None:
        """The sheet a cell belongs to; None when the satker does not report it or the month is not opened."""
        komponen, peta = self.komponen.get(kunci.komponen_id), self.peta[kunci.tahun]
        if komponen is None or not peta.is_pelapor(kunci.satker_id, komponen.indikator_id):
            return None
        unit = peta.get_unit(kunci.satker_id, komponen.indikator_id)
        return self.lembar.get(KunciLembar(kunci.satker_id, unit, kunci.tahun, kunci.bulan))

    def is_setahun(self, kunci: KunciSel) -> bool:
        """Whether that fact is already known for the whole year; a month beside it would count twice."""
        return kunci._replace(bulan=0) in self.fakta

    def baca(self) -> dict[KunciSel, Sel]:
        return {k: self.get_sel(k) for k in self.kunci if k.komponen_id in self.komponen}

    def get_sel(self, kunci: KunciSel) -> Sel:
        """One of the cells asked for, or of the same indikator at that satker in that month."""
        lembar, fakta = self.get_lembar(kunci), self.fakta.get(kunci)
        terbuka = lembar is not None and lembar.status == Status.DRAF
        kosong = KeadaanSel.KOSONG if fakta is None else KeadaanSel.TERSIMPAN
        keadaan = kosong if terbuka else KeadaanSel.TERKUNCI
        dasar = Sel(kunci, keadaan, self._sebut(kunci))
        if fakta is None:
            return dasar
        isian = read_isian(fakta)
        return replace(
            dasar,
            versi=fakta.versi,
            isian=isian,
            oleh=fakta.diisi_oleh.nama if fakta.diisi_oleh else "",
            oleh_id=fakta.diisi_oleh_id,
            pada=fakta.diisi_pada,
            peringatan=self.list_peringatan(kunci, isian),
            dikonfirmasi=self.konfirmasi.get((lembar.pk, kunci.komponen_id, fakta.versi), {})
            if lembar
            else {},
        )

    def _sebut(self, kunci: KunciSel) -> str:
        komponen = self.komponen[kunci.komponen_id]
        akhir = "" if komponen.kode == Komponen.UTAMA else f" ({komponen.kode})"
        return f"{komponen.indikator.kode}{akhir}"

    def list_peringatan(self, kunci: KunciSel, isian: Isian) -> tuple[Temuan, ...]:
        """What would look odd about `isian` in that cell."""
        return list_peringatan(isian, self.get_konteks(kunci, isian))

    def get_konteks(self, kunci: KunciSel, isian: Isian = HAMPA) -> KonteksIsian:
        indikator = self.komponen[kunci.komponen_id].indikator
        target = self.target.get((indikator.pk, kunci.satker_id, kunci.tahun))
        persen = indikator.satuan == PERSEN
        berpasangan = indikator.cara_hitung != CaraHitung.NILAI
        return KonteksIsian(
            berpasangan=berpasangan,
            bagian=persen and indikator.cara_hitung in (CaraHitung.RASIO, CaraHitung.RATA_RASIO),
            persen=persen,
            lalu=self._get_lalu(kunci),
            target=target.nilai if target else None,
            kumulatif=self._sum_kumulatif(kunci, isian)
            if indikator.agregasi_bulan == PilihanAgregasiBulan.JUMLAH and not berpasangan
            else None,
            polaritas=Polaritas(indikator.polaritas),
            bulan=kunci.bulan,
        )

    def _get_lalu(self, kunci: KunciSel) -> Isian | None:
        tahun, bulan = (kunci.tahun, kunci.bulan - 1) if kunci.bulan > 1 else (kunci.tahun - 1, 12)
        fakta = self.fakta.get(kunci._replace(tahun=tahun, bulan=bulan))
        return read_isian(fakta) if fakta else None

    def _sum_kumulatif(self, kunci: KunciSel, isian: Isian) -> Decimal:
        sebelum = (self.fakta.get(kunci._replace(bulan=b)) for b in range(1, kunci.bulan))
        return sum((f.nilai for f in sebelum if f and f.nilai), isian.nilai or Decimal(0))


class PembacaTerbuka(PembacaSel):
    """The same, and which of the cells are closed at that moment although their sheet is a draft.

    `beku`: (satker, year) of signed reports. `lewat`: the sheets (ids) whose time to correct has run out.
    """

    def __init__(
        self,
        kunci: Collection[KunciSel],
        pada: datetime,
        *,
        kunci_baris: bool = False,
        beku: frozenset[tuple[int, int]] | None = None,
    ) -> None:
        super().__init__(kunci, kunci_baris=kunci_baris)
        self.beku = list_beku({(k.satker_id, k.tahun) for k in self.kunci}, pada) if beku is None else beku
        self.lewat = set(
            PembukaanKunci.objects.lewat(pada)
            .filter(lembar__in=[s.pk for s in self.lembar.values()])
            .values_list("lembar_id", flat=True)
        )


def read_isian(fakta: Realisasi) -> Isian:
    """The content of a stored fact."""
    return Isian(Keadaan(fakta.keadaan), fakta.pembilang, fakta.penyebut, fakta.nilai)


def list_kunci_lembar(lembar: LembarPengukuran, peta: PetaPelapor | None = None) -> list[KunciSel]:
    """Every cell a sheet owes, in order of the plan."""
    peta = peta or PetaPelapor(lembar.tahun, {lembar.satker_id})
    indikator = peta.list_indikator(lembar.satker_id, lembar.unit_kerja_id)
    return [
        KunciSel(k, lembar.satker_id, lembar.tahun, lembar.bulan)
        for i in indikator
        for k in peta.komponen.get(i, ())
    ]


def count_terbuka(sel: Iterable[Sel]) -> int:
    """How many warnings nobody has given a reason for."""
    return sum(len(s.peringatan_terbuka) for s in sel)
