"""What the database adds up of the facts, in groups; the rules for the groups are in `rekap`.

Everything that is read lies in the index `realisasi_rekap`, so that no row is fetched for it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Case, Count, F, Max, Q, QuerySet, Sum, When, Window

from kinerja.aturan.agregasi import Cacah, Ukuran
from kinerja.aturan.capaian import Keadaan
from kinerja.basisdata.angka import AngkaField
from kinerja.pengukuran.models import PilihanKeadaan, Realisasi

Kunci = tuple[int, int]
"""(komponen id, tahun) or (komponen id, bulan)"""
_TEMPAT = ("komponen_id", "tahun", "satker_id")
_ISI = ("pembilang", "penyebut", "nilai", "keadaan")

# Counted by a column that is never empty and lies in the index, unlike the id.
_JUMLAH = {
    "jumlah_pembilang": Sum("pembilang"),
    "jumlah_penyebut": Sum("penyebut"),
    "jumlah_nilai": Sum("nilai"),
    "banyak_nilai": Count("nilai"),
    "terisi": Count("keadaan", filter=Q(keadaan=PilihanKeadaan.TERISI)),
    "tanpa_objek": Count("keadaan", filter=Q(keadaan=PilihanKeadaan.TIDAK_ADA_OBJEK)),
    "semua": Count("*"),
}
_TERTINGGI = {"nilai_tertinggi": Max("nilai")}
_URUTAN = F("bulan") - Case(When(keadaan=PilihanKeadaan.BELUM_ADA, then=13), default=0)
"""Months in order of time, those that were not answered before all others."""

# The ORM has no aggregate over a window and none over another aggregate.
_DARI_TERAKHIR = """
    SELECT komponen_id, tahun, SUM(pembilang), SUM(penyebut), SUM(nilai), COUNT(nilai),
           COUNT(*) FILTER (WHERE keadaan = 'terisi'), COUNT(*) FILTER (WHERE keadaan = 'tidak_ada_objek'),
           COUNT(*), MAX(nilai)
    FROM ({}) AS terakhir GROUP BY komponen_id, tahun
"""
_DARI_SATKER = """
    SELECT komponen_id, tahun, COUNT(*), SUM(jumlah_pembilang), SUM(jumlah_penyebut), SUM(jumlah_nilai),
           banyak_nilai, SUM(terisi), SUM(tanpa_objek), SUM(semua)
    FROM ({}) AS satker GROUP BY komponen_id, tahun, banyak_nilai
"""


@dataclass(frozen=True, slots=True)
class Jumlah:
    """One group of facts; `banyak_nilai` counts the plain values among them."""

    pembilang: Decimal | None
    penyebut: Decimal | None
    nilai: Decimal | None
    banyak_nilai: int
    terisi: int
    tanpa_objek: int
    semua: int
    nilai_tertinggi: Decimal | None = None

    @property
    def berisi(self) -> bool:
        """Whether anything was counted: no figure at all and 0 of 0 are not."""
        return bool(self.terisi and (self.banyak_nilai or self.pembilang or self.penyebut))

    @property
    def berpasangan(self) -> bool:
        """Whether any of the facts is a numerator and a denominator."""
        return self.pembilang is not None

    @property
    def cacah(self) -> Cacah:
        """How many facts are answers, "no object" included."""
        return Cacah(self.terisi + self.tanpa_objek, self.semua)


def list_jumlah(fakta: QuerySet[Realisasi]) -> Iterator[tuple[Kunci, Jumlah]]:
    """Sums by (komponen, tahun); the largest value is not looked for."""
    for k, t, *isi in fakta.values_list("komponen_id", "tahun").annotate(**_JUMLAH):
        yield (k, t), Jumlah(*isi)


def list_jumlah_bulan(fakta: QuerySet[Realisasi]) -> Iterator[tuple[Kunci, Jumlah]]:
    """Sums by (komponen, bulan)."""
    for k, b, *isi in fakta.values_list("komponen_id", "bulan").annotate(**_JUMLAH, **_TERTINGGI):
        yield (k, b), Jumlah(*isi)


def list_jumlah_satker(fakta: QuerySet[Realisasi]) -> Iterator[tuple[Kunci, int, Jumlah]]:
    """Sums by (komponen, tahun) and satker."""
    for k, t, satker, *isi in _per_satker(fakta):
        yield (k, t), satker, Jumlah(*isi)


def list_jumlah_terakhir(fakta: QuerySet[Realisasi]) -> Iterator[tuple[Kunci, Jumlah]]:
    """Sums by (komponen, tahun) over the last answered month of every satker alone."""
    for k, t, *isi in _tanya(_DARI_TERAKHIR, _terakhir(fakta).values("komponen_id", "tahun", *_ISI)):
        angka, cacah, tertinggi = map(_ke_desimal, isi[:3]), isi[3:7], _ke_desimal(isi[7])
        yield (k, t), Jumlah(*angka, *cacah, tertinggi)


def list_jumlah_sebanyak(fakta: QuerySet[Realisasi]) -> Iterator[tuple[Kunci, int, int, Jumlah]]:
    """Sums by (komponen, tahun) over the satker with equally many plain values.

    Each with how many satker they are, and how many values each of those has.
    """
    for k, t, satker, *isi in _tanya(_DARI_SATKER, _per_satker(fakta)):
        banyak, cacah = isi[3], map(int, isi[4:])
        yield (k, t), satker, banyak, Jumlah(*map(_ke_desimal, isi[:3]), banyak * satker, *cacah)


def list_terakhir(fakta: QuerySet[Realisasi]) -> Iterator[tuple[Kunci, int, Ukuran]]:
    """The last answered month by (komponen, tahun) and satker."""
    for k, t, satker, *isi in _terakhir(fakta).values_list(*_TEMPAT, *_ISI):
        yield (k, t), satker, _ke_daun(isi)


def list_daun(fakta: QuerySet[Realisasi], masa: str) -> Iterable[tuple[Kunci, list[tuple[int, Ukuran]]]]:
    """The facts themselves with their satker, in order of time, by (komponen, `masa`)."""
    hasil: dict[Kunci, list[tuple[int, Ukuran]]] = defaultdict(list)
    baris = fakta.values_list("bulan", "komponen_id", masa, "satker_id", *_ISI)
    for _, k, m, satker, *isi in sorted(baris, key=itemgetter(0)):
        hasil[k, m].append((satker, _ke_daun(isi)))
    return hasil.items()


def _per_satker(fakta: QuerySet[Realisasi]) -> QuerySet[Realisasi, Any]:
    return fakta.values_list(*_TEMPAT).annotate(**_JUMLAH, **_TERTINGGI)


def _terakhir(fakta: QuerySet[Realisasi]) -> QuerySet[Realisasi]:
    akhir = Window(Max(_URUTAN), partition_by=["tahun", "komponen", "satker"])
    return fakta.annotate(urutan=_URUTAN, akhir=akhir).filter(urutan=F("akhir"))


def _tanya(luar: str, dalam: QuerySet[Realisasi, Any]) -> list[tuple[Any, ...]]:
    """The rows of the statement `luar` over those of `dalam`; none where nothing can be found."""
    try:
        sql, isian = dalam.query.get_compiler(dalam.db).as_sql()
    except EmptyResultSet:
        return []
    with connections[dalam.db].cursor() as kursor:
        kursor.execute(luar.format(sql), isian)
        return list(kursor.fetchall())


def _ke_desimal(angka: Any) -> Decimal | None:
    return AngkaField().from_db_value(angka)


def _ke_daun(isi: Sequence[Any]) -> Ukuran:
    pembilang, penyebut, nilai, keadaan = isi
    return Ukuran(pembilang, penyebut, nilai, Keadaan(keadaan))
