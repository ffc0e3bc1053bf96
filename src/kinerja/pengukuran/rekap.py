"""Roll-up over months and satker, in the database where the rule allows it.

A komponen that is summed over months and over satker (Σv/Σd, counts) is one GROUP BY; one that is summed over
months only arrives as one row per satker. The others are read and joined by the pure functions of
`aturan.agregasi`, the same ones the property tests hold against any tree.

One case is wider than the pure functions: a percentage that is known without its numerator and denominator
(years that were published as such) stands for itself under Σv/Σd, as long as it is the only figure there is.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import itemgetter
from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, Sum, Value, When

from kinerja.aturan.agregasi import (
    AgregasiBulan,
    AgregasiSatker,
    Cacah,
    Ukuran,
    UkuranTidakSeragam,
    compute_keadaan,
    rollup_bulan,
    rollup_satker,
)
from kinerja.aturan.capaian import Keadaan
from kinerja.pengukuran.models import SETAHUN, PilihanKeadaan, Realisasi
from kinerja.perencanaan.models import Komponen

Kunci = tuple[int, int]
"""(komponen id, tahun) or (komponen id, bulan)"""

_DIJUMLAHKAN = (AgregasiSatker.SIGMA, AgregasiSatker.JUMLAH)
_BULAN_DIJUMLAHKAN = Q(indikator__agregasi_bulan=AgregasiBulan.JUMLAH)
_DIJUMLAHKAN_PENUH = _BULAN_DIJUMLAHKAN & Q(indikator__agregasi_satker__in=_DIJUMLAHKAN)


@dataclass(frozen=True, slots=True)
class _Cara:
    """How one komponen adds up."""

    bulan: AgregasiBulan
    satker: AgregasiSatker

    @property
    def dijumlahkan(self) -> bool:
        """May the database simply sum it?"""
        return self.bulan is AgregasiBulan.JUMLAH and self.satker in _DIJUMLAHKAN


@dataclass(frozen=True, slots=True)
class _Jumlah:
    """One group as the database returns it."""

    pembilang: Decimal | None
    penyebut: Decimal | None
    nilai: Decimal | None
    jumlah_nilai: int
    terisi: int
    tanpa_objek: int
    semua: int

    @property
    def berisi(self) -> bool:
        """Whether anything was counted: no figure at all and 0 of 0 are not."""
        return bool(self.terisi and (self.jumlah_nilai or self.pembilang or self.penyebut))


def rollup(
    *, tahun: Collection[int], satker: Collection[int], komponen: Collection[int] | None = None
) -> dict[Kunci, Ukuran]:
    """The rolled-up numbers of every komponen in those years over those satker.

    A komponen without any fact is absent from the result.
    """
    fakta, cara = _pilih(tahun, satker, komponen), _baca_cara()
    dipilih = cara.keys() if komponen is None else cara.keys() & set(komponen)
    dijumlahkan = _pilih(tahun, satker, [k for k in dipilih if cara[k].dijumlahkan])
    hasil = {
        kunci: _dari_jumlah(jumlah, cara[kunci[0]].satker)
        for kunci, jumlah in _jumlahkan(dijumlahkan, "tahun").items()
    }
    lain = _kelompokkan(fakta, cara, Komponen.objects.exclude(_DIJUMLAHKAN_PENUH))
    return hasil | {kunci: _gabung(per_satker.values(), cara[kunci[0]]) for kunci, per_satker in lain.items()}


def rollup_tiap_satker(
    *, tahun: Collection[int], satker: Collection[int], komponen: Collection[int] | None = None
) -> dict[Kunci, dict[int, Ukuran]]:
    """The numbers of every komponen at each satker by itself (its months joined)."""
    cara = _baca_cara()
    return {
        kunci: {s: _gabung_satu(bulanan, cara[kunci[0]]) for s, bulanan in per_satker.items()}
        for kunci, per_satker in _kelompokkan(
            _pilih(tahun, satker, komponen), cara, Komponen.objects.all()
        ).items()
    }


def rollup_tiap_bulan(
    *, tahun: int, satker: Collection[int], komponen: Collection[int] | None = None
) -> dict[int, dict[int, Ukuran]]:
    """The numbers of every komponen in each month over those satker: komponen id -> bulan -> numbers.

    A komponen that is known only for the whole year is absent.
    """
    fakta, cara = _pilih((tahun,), satker, komponen).filter(bulan__gt=SETAHUN), _baca_cara()
    dijumlahkan = [k for k, c in cara.items() if c.satker in _DIJUMLAHKAN]
    hasil: dict[int, dict[int, Ukuran]] = defaultdict(dict)
    for (k, bulan), jumlah in _jumlahkan(fakta.filter(komponen__in=dijumlahkan), "bulan").items():
        hasil[k][bulan] = _dari_jumlah(jumlah, cara[k].satker)
    lain: dict[Kunci, list[list[Ukuran]]] = defaultdict(list)
    for k, bulan, *isi in fakta.exclude(komponen__in=dijumlahkan).values_list("komponen_id", "bulan", *_ISI):
        lain[k, bulan].append([_baca_fakta(isi)])
    for (k, bulan), daftar in lain.items():
        hasil[k][bulan] = _gabung(daftar, cara[k])
    return {k: dict(sorted(per_bulan.items())) for k, per_bulan in hasil.items()}


def _pilih(
    tahun: Collection[int], satker: Collection[int], komponen: Collection[int] | None
) -> QuerySet[Realisasi]:
    fakta = Realisasi.objects.filter(tahun__in=tahun, satker__in=satker).order_by()
    return fakta if komponen is None else fakta.filter(komponen__in=komponen)


def _baca_cara() -> dict[int, _Cara]:
    baris = Komponen.objects.values_list("id", "indikator__agregasi_bulan", "indikator__agregasi_satker")
    return {k: _Cara(AgregasiBulan(bulan), AgregasiSatker(satker)) for k, bulan, satker in baris}


_JUMLAH = {
    "jumlah_pembilang": Sum("pembilang"),
    "jumlah_penyebut": Sum("penyebut"),
    "jumlah_nilai": Sum("nilai"),
    "banyak_nilai": Count("nilai"),
    "terisi": Count("id", filter=Q(keadaan=PilihanKeadaan.TERISI)),
    "tanpa_objek": Count("id", filter=Q(keadaan=PilihanKeadaan.TIDAK_ADA_OBJEK)),
    "semua": Count("id"),
}
_SATU = {
    "jumlah_pembilang": F("pembilang"),
    "jumlah_penyebut": F("penyebut"),
    "jumlah_nilai": F("nilai"),
    "banyak_nilai": Value(1),
    "terisi": Case(When(keadaan=PilihanKeadaan.TERISI, then=1), default=0),
    "tanpa_objek": Case(When(keadaan=PilihanKeadaan.TIDAK_ADA_OBJEK, then=1), default=0),
    "semua": Value(1),
}
"""One fact in the columns of `_JUMLAH`."""


def _jumlahkan(fakta: QuerySet[Realisasi], masa: str) -> Mapping[Kunci, _Jumlah]:
    """Sums by komponen and `masa` ("tahun" or "bulan")."""
    baris = fakta.values_list("komponen_id", masa).annotate(**_JUMLAH)
    return {(b[0], b[1]): _Jumlah(*b[2:]) for b in baris}


def _dari_jumlah(j: _Jumlah, cara: AgregasiSatker) -> Ukuran:
    cacah = Cacah(j.terisi + j.tanpa_objek, j.semua)
    tercampur = j.jumlah_nilai > 0 and j.pembilang is not None
    if tercampur or (cara is AgregasiSatker.SIGMA and j.jumlah_nilai > 1):
        # Percentages without their numerator and denominator have no honest sum.
        return Ukuran(keadaan=Keadaan.TIDAK_TERHITUNG, cacah=cacah)
    jumlah = Ukuran(j.pembilang, j.penyebut, j.nilai)
    if j.berisi:
        return replace(jumlah, keadaan=compute_keadaan(jumlah), cacah=cacah)
    # What is missing outweighs "no object": as long as one answer is owed, there may still be an object.
    keadaan = Keadaan.TIDAK_ADA_OBJEK if cacah.terisi == cacah.seharusnya else Keadaan.BELUM_ADA
    return replace(jumlah, keadaan=keadaan, cacah=cacah)


_ISI = ("pembilang", "penyebut", "nilai", "keadaan")


def _baca_fakta(isi: Sequence[Any]) -> Ukuran:
    pembilang, penyebut, nilai, keadaan = isi
    return Ukuran(pembilang, penyebut, nilai, Keadaan(keadaan))


def _kelompokkan(
    fakta: QuerySet[Realisasi], cara: Mapping[int, _Cara], komponen: QuerySet[Komponen]
) -> Mapping[Kunci, Mapping[int, Sequence[Ukuran]]]:
    """(komponen, tahun) -> satker -> its months in order of time, or their sum alone where months are summed."""
    kunci = ("komponen_id", "tahun", "satker_id")
    setahun = fakta.filter(komponen__in=komponen.filter(_BULAN_DIJUMLAHKAN)).values_list(*kunci)
    bulanan = fakta.filter(komponen__in=komponen.exclude(_BULAN_DIJUMLAHKAN)).values_list(*kunci)
    baris = setahun.annotate(masa=Value(SETAHUN), **_JUMLAH).union(
        bulanan.annotate(masa=F("bulan"), **_SATU), all=True
    )
    hasil: dict[Kunci, dict[int, list[tuple[int, Ukuran]]]] = defaultdict(lambda: defaultdict(list))
    for k, tahun, satker, masa, *isi in baris:
        hasil[k, tahun][satker].append((masa, _ke_ukuran(_Jumlah(*isi), cara[k])))
    return {
        k: {s: [u for _, u in sorted(daftar, key=itemgetter(0))] for s, daftar in per_satker.items()}
        for k, per_satker in hasil.items()
    }


def _ke_ukuran(j: _Jumlah, cara: _Cara) -> Ukuran:
    """A summed year, or the one fact a month is."""
    if cara.bulan is AgregasiBulan.JUMLAH:
        return _dari_jumlah(j, cara.satker)
    keadaan = Keadaan.TIDAK_ADA_OBJEK if j.tanpa_objek else Keadaan.BELUM_ADA
    return Ukuran(j.pembilang, j.penyebut, j.nilai, Keadaan.TERISI if j.terisi else keadaan)


def _gabung(per_satker: Iterable[Sequence[Ukuran]], cara: _Cara) -> Ukuran:
    """Months into satker, satker into one; TIDAK_TERHITUNG when the figures do not belong together."""
    semua = list(per_satker)
    try:
        return _gabung_satker([_gabung_bulan(bulanan, cara) for bulanan in semua], cara.satker)
    except UkuranTidakSeragam:
        return _tidak_terhitung([u for bulanan in semua for u in bulanan])


def _gabung_satu(bulanan: Sequence[Ukuran], cara: _Cara) -> Ukuran:
    try:
        return _gabung_bulan(bulanan, cara)
    except UkuranTidakSeragam:
        return _tidak_terhitung(bulanan)


def _tidak_terhitung(daftar: Sequence[Ukuran]) -> Ukuran:
    cacah = Cacah(sum(u.jumlah_terisi for u in daftar), sum(u.jumlah_seharusnya for u in daftar))
    return Ukuran(keadaan=Keadaan.TIDAK_TERHITUNG, cacah=cacah)


def _gabung_bulan(bulanan: Sequence[Ukuran], cara: _Cara) -> Ukuran:
    if cara.bulan is not AgregasiBulan.JUMLAH:
        return rollup_bulan(bulanan, cara.bulan)
    (setahun,) = bulanan
    if setahun.keadaan is Keadaan.TIDAK_TERHITUNG and setahun.pembilang is None:
        raise UkuranTidakSeragam("bulan-bulannya tidak dapat dijumlahkan")
    return setahun


def _gabung_satker(daftar: Sequence[Ukuran], cara: AgregasiSatker) -> Ukuran:
    if cara is AgregasiSatker.SIGMA and sum(u.nilai is not None for u in daftar) == 1:
        # A pair beside it still raises, as the sum of one figure keeps what it is.
        return rollup_satker(daftar, AgregasiSatker.JUMLAH)
    return rollup_satker(daftar, cara)
