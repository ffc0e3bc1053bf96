"""Random facts of every kind, and what the pure functions say about them."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tests.basisdata.dunia import Dunia, make_indikator, make_riwayat, make_satker

from kinerja.aturan.agregasi import (
    AgregasiBulan,
    AgregasiSatker,
    Cacah,
    Ukuran,
    UkuranTidakSeragam,
    rollup_bulan,
    rollup_satker,
)
from kinerja.aturan.capaian import Keadaan
from kinerja.organisasi.models import Satker
from kinerja.pengukuran.models import Realisasi
from kinerja.perencanaan.models import Komponen

TAHUN = (2022, 2023)
CARA = [(b, s) for b in AgregasiBulan for s in AgregasiSatker]
SIGMA, JUMLAH = AgregasiSatker.SIGMA, AgregasiBulan.JUMLAH


def make_satuan_kerja(d: Dunia, banyak: int) -> list[Satker]:
    """Store `banyak` satker beneath the office of `d`."""
    satker = [make_satker(kunci=f"satker-{n}") for n in range(banyak)]
    for n, s in enumerate(satker):
        make_riwayat(d, satker=s, induk=d.satker, berlaku_dari=d.riwayat.berlaku_dari, urutan=n)
    return satker


def make_komponen_tiap_cara(d: Dunia, banyak: int) -> list[Komponen]:
    """Store `banyak` indicators of every way to add up, each with one komponen."""
    return [
        Komponen.objects.create(
            indikator=make_indikator(
                d.sasaran, f"A.{b}.{s}.{n}", agregasi_bulan=b.value, agregasi_satker=s.value
            )
        )
        for b, s in CARA
        for n in range(banyak)
    ]


def make_realisasi_acak(acak: random.Random, komponen: Sequence[Komponen], satker: Sequence[Satker]) -> None:
    """Store facts of which some are missing, some empty, some mixed; each komponen leans to one shape."""
    Realisasi.objects.bulk_create(r for k in komponen for r in _acak_komponen(acak, k, satker))


def _acak_komponen(acak: random.Random, komponen: Komponen, satker: Sequence[Satker]) -> Iterator[Realisasi]:
    corak = acak.choice(("pasangan", "langsung", "hampa", "nol", "campur"))
    jarang = acak.random()
    for tahun in TAHUN:
        for s in satker:
            for bulan in acak.choice(([0], range(1, 13), acak.sample(range(1, 13), 3))):
                if acak.random() < jarang:
                    isi = _acak_isi(acak, corak)
                    yield Realisasi(komponen=komponen, satker=s, tahun=tahun, bulan=bulan, **isi)


def _acak_isi(acak: random.Random, corak: str) -> dict[str, object]:
    if corak == "campur":
        corak = acak.choice(("pasangan", "langsung", "hampa", "nol"))
    if corak == "hampa" or acak.random() < 0.2:
        return {"keadaan": acak.choice(("belum_ada", "tidak_ada_objek"))}
    angka = [Decimal(acak.randrange(10**14)).scaleb(-4) for _ in range(2)]
    if corak == "langsung":
        return {"nilai": angka[0]}
    if corak == "nol":
        return {"pembilang": Decimal(0 if acak.random() < 0.8 else 5), "penyebut": Decimal(0)}
    return {"pembilang": angka[0], "penyebut": angka[1]}


@dataclass(frozen=True, slots=True)
class Acuan:
    """What the pure functions make of the stored facts of one komponen and year."""

    bulanan: dict[int, list[Ukuran]]
    bulan: AgregasiBulan
    satker: AgregasiSatker

    def gabung(self) -> Ukuran:
        """Months first, then satker."""
        daun = [u for d in self.bulanan.values() for u in d]
        langsung = [u for u in daun if u.nilai is not None]
        cara = self.satker
        if cara is SIGMA and (len(langsung) == 1 or self.bulan is not JUMLAH):
            per_satker = [u for d in self.bulanan.values() if (u := self._coba(d)) and u.nilai is not None]
            # The widening of rekap: the only figure there is stands for itself.
            cara = AgregasiSatker.JUMLAH if len(per_satker) == 1 else cara
        try:
            return rollup_satker([rollup_bulan(d, self.bulan) for d in self.bulanan.values()], cara)
        except UkuranTidakSeragam:
            terisi = sum(u.jumlah_terisi for u in daun)
            return Ukuran(keadaan=Keadaan.TIDAK_TERHITUNG, cacah=Cacah(terisi, len(daun)))

    def _coba(self, bulanan: list[Ukuran]) -> Ukuran | None:
        try:
            return rollup_bulan(bulanan, self.bulan)
        except UkuranTidakSeragam:
            return None


def baca_acuan(satker: Sequence[int]) -> dict[tuple[int, int], Acuan]:
    """The stored facts as leaves, read one by one: (komponen, tahun) -> Acuan."""
    daun: dict[tuple[int, int], dict[int, list[Ukuran]]] = defaultdict(lambda: defaultdict(list))
    cara = {}
    for r in (
        Realisasi.objects.filter(satker__in=satker).select_related("komponen__indikator").order_by("bulan")
    ):
        kunci = r.komponen_id, r.tahun
        daun[kunci][r.satker_id].append(Ukuran(r.pembilang, r.penyebut, r.nilai, Keadaan(r.keadaan)))
        ind = r.komponen.indikator
        cara[kunci] = AgregasiBulan(ind.agregasi_bulan), AgregasiSatker(ind.agregasi_satker)
    return {kunci: Acuan(dict(d), *cara[kunci]) for kunci, d in daun.items()}
