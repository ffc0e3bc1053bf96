"""Roll-up over months and satker, in the database where the rule allows it.

A komponen that is summed over months and over satker (Σv/Σd, counts) is one GROUP BY. The others are read
and joined by the pure functions of `aturan.agregasi`, the same ones the property tests hold against any tree.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from django.db.models import Count, Q, QuerySet, Sum

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
from kinerja.pengukuran.models import PilihanKeadaan, Realisasi
from kinerja.perencanaan.models import Komponen

Cara = TypeVar("Cara", AgregasiBulan, AgregasiSatker)
Kunci = tuple[int, int]
"""(komponen id, tahun)"""


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


_DIJUMLAHKAN = (AgregasiSatker.SIGMA, AgregasiSatker.JUMLAH)


def rollup(
    *, tahun: Collection[int], satker: Collection[int], komponen: Collection[int] | None = None
) -> dict[Kunci, Ukuran]:
    """The rolled-up numbers of every komponen in those years over those satker.

    A komponen without any fact is absent from the result.
    """
    fakta = _pilih(tahun, satker, komponen)
    cara = _cara_satker()
    dijumlahkan = [k for k, (di_database, _) in cara.items() if di_database]
    hasil = {
        kunci: _dari_jumlah(jumlah, cara[kunci[0]][1])
        for kunci, jumlah in _jumlahkan(fakta.filter(komponen__in=dijumlahkan)).items()
    }
    for kunci, per_satker in _kelompokkan(fakta.exclude(komponen__in=dijumlahkan)).items():
        hasil[kunci] = _gabung(rollup_satker, list(per_satker.values()), cara[kunci[0]][1])
    return hasil


def rollup_tiap_satker(
    *, tahun: Collection[int], satker: Collection[int], komponen: Collection[int] | None = None
) -> dict[Kunci, dict[int, Ukuran]]:
    """The numbers of every komponen at each satker by itself (its months joined)."""
    return _kelompokkan(_pilih(tahun, satker, komponen))


def _pilih(
    tahun: Collection[int], satker: Collection[int], komponen: Collection[int] | None
) -> QuerySet[Realisasi]:
    fakta = Realisasi.objects.filter(tahun__in=tahun, satker__in=satker).order_by()
    return fakta if komponen is None else fakta.filter(komponen__in=komponen)


def _cara_satker() -> dict[int, tuple[bool, AgregasiSatker]]:
    """Per komponen: may the database simply sum it, and how satker are joined otherwise."""
    baris = Komponen.objects.values_list("id", "indikator__agregasi_bulan", "indikator__agregasi_satker")
    return {
        k: (bulan == AgregasiBulan.JUMLAH.value and satker in _DIJUMLAHKAN, AgregasiSatker(satker))
        for k, bulan, satker in baris
    }


def _jumlahkan(fakta: QuerySet[Realisasi]) -> dict[Kunci, _Jumlah]:
    baris = fakta.values_list("komponen_id", "tahun").annotate(
        jumlah_pembilang=Sum("pembilang"),
        jumlah_penyebut=Sum("penyebut"),
        jumlah_nilai=Sum("nilai"),
        banyak_nilai=Count("nilai"),
        terisi=Count("id", filter=Q(keadaan=PilihanKeadaan.TERISI)),
        tanpa_objek=Count("id", filter=Q(keadaan=PilihanKeadaan.TIDAK_ADA_OBJEK)),
        semua=Count("id"),
    )
    return {(b[0], b[1]): _Jumlah(*b[2:]) for b in baris}


def _dari_jumlah(j: _Jumlah, cara: AgregasiSatker) -> Ukuran:
    cacah = Cacah(j.terisi + j.tanpa_objek, j.semua)
    if not j.terisi:
        keadaan = Keadaan.TIDAK_ADA_OBJEK if j.tanpa_objek else Keadaan.BELUM_ADA
        return Ukuran(keadaan=keadaan, cacah=cacah)
    if cara is AgregasiSatker.SIGMA and j.jumlah_nilai and (j.jumlah_nilai > 1 or j.pembilang is not None):
        # Percentages without their numerator and denominator have no honest sum.
        return Ukuran(keadaan=Keadaan.TIDAK_TERHITUNG, cacah=cacah)
    jumlah = Ukuran(j.pembilang, j.penyebut, j.nilai)
    return replace(jumlah, keadaan=compute_keadaan(jumlah), cacah=cacah)


def _kelompokkan(fakta: QuerySet[Realisasi]) -> dict[Kunci, dict[int, Ukuran]]:
    bulanan: dict[tuple[int, int, int], list[Ukuran]] = defaultdict(list)
    medan = ("komponen_id", "tahun", "satker_id", "pembilang", "penyebut", "nilai", "keadaan")
    for b in fakta.order_by("komponen_id", "tahun", "satker_id", "bulan").values_list(*medan):
        bulanan[b[:3]].append(Ukuran(b[3], b[4], b[5], Keadaan(b[6])))
    cara = dict(Komponen.objects.values_list("id", "indikator__agregasi_bulan"))
    hasil: dict[Kunci, dict[int, Ukuran]] = defaultdict(dict)
    for (komponen, tahun, satker), daftar in bulanan.items():
        hasil[komponen, tahun][satker] = _gabung(rollup_bulan, daftar, AgregasiBulan(cara[komponen]))
    return dict(hasil)


def _gabung(
    rollup_: Callable[[Sequence[Ukuran], Cara], Ukuran], daftar: Sequence[Ukuran], cara: Cara
) -> Ukuran:
    try:
        return rollup_(daftar, cara)
    except UkuranTidakSeragam:
        terisi, seharusnya = sum(u.jumlah_terisi for u in daftar), sum(u.jumlah_seharusnya for u in daftar)
        return Ukuran(keadaan=Keadaan.TIDAK_TERHITUNG, cacah=Cacah(terisi, seharusnya))
