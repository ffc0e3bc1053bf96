"""Store many rows by their natural key: new ones are added, changed ones mended, equal ones left alone.

The rows go to the database in groups by one prepared statement (COPY on PostgreSQL): five times as fast as
`bulk_create`, which composes a statement for every few hundred rows.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from django.db import connections, models, router

Turunan = Callable[[Any], Any]
"""The value of a field, from the row."""

Penahan = Callable[[Any], bool]
"""Whether a row must not be written."""
_penahan: ContextVar[Penahan | None] = ContextVar("penahan", default=None)

UKURAN_KELOMPOK = 2000
SEPERNYATAAN = 200
"""Rows in one INSERT: SQLite takes 32,766 values at once, and no table has a hundred columns."""
_NILAI_DISEBUT = 200
"""Up to so many values of a key column are named in the question for stored rows."""


@dataclass(frozen=True, slots=True)
class Perubahan:
    """How many rows a write added, changed and found unchanged."""

    baru: int = 0
    berubah: int = 0
    sama: int = 0

    def __add__(self, lain: "Perubahan") -> "Perubahan":
        return Perubahan(self.baru + lain.baru, self.berubah + lain.berubah, self.sama + lain.sama)


@contextmanager
def hold_back(penahan: Penahan) -> Iterator[None]:
    """While it lasts `upsert` asks about every row it would add or change, and leaves out those that are held back.

    Rows that are stored already are never asked about: the same import twice stays no event.
    """
    semula = _penahan.set(penahan)
    try:
        yield
    finally:
        _penahan.reset(semula)


def upsert(
    lama: models.QuerySet[Any],
    isi: Iterable[Any],
    *,
    kunci: Sequence[str],
    abaikan: Sequence[str] = (),
    turunan: Mapping[str, Turunan] = MappingProxyType({}),
) -> Perubahan:
    """Bring the table to hold `isi`; rows are the same when the fields of `kunci` are equal.

    `lama` is a queryset that covers every stored row `isi` could meet. Fields in `abaikan` are written with
    a new or changed row but do not themselves make a row count as changed (where it came from, for example);
    so are those of `turunan`, which follow from the row and need not be in it.
    Rows are objects of the model or of its `pembuat`; they are not told their `pk`. IntegrityError when a key
    comes twice.
    """
    objek = list(isi)
    medan = [f for f in lama.model._meta.concrete_fields if not f.primary_key]
    banding = [f.attname for f in medan if f.attname not in {*abaikan, *kunci, *turunan}]
    tersimpan = _muat(_sempitkan(lama, objek, kunci), kunci, banding)
    ambil_kunci, ambil_banding = _pengambil(kunci), _pengambil(banding)
    baru: list[Any] = []
    berubah: list[tuple[Any, Any]] = []
    for satu in objek:
        ada = tersimpan.get(ambil_kunci(satu))
        if ada is None:
            baru.append(satu)
        elif ada[1:] != ambil_banding(satu):
            berubah.append((ada[0], satu))
    sama = len(objek) - len(baru) - len(berubah)
    if tahan := _penahan.get():
        baru = [satu for satu in baru if not tahan(satu)]
        berubah = [pasangan for pasangan in berubah if not tahan(pasangan[1])]
    # Mending first: a validity that ends earlier makes room for the one that follows it.
    _ubah(lama.model, [f for f in medan if f.attname not in kunci], berubah, turunan)
    _tambah(lama.model, medan, baru, turunan)
    return Perubahan(len(baru), len(berubah), sama)


def _sempitkan(
    lama: models.QuerySet[Any], objek: Sequence[Any], kunci: Sequence[str]
) -> models.QuerySet[Any]:
    """Leave out stored rows that none of `objek` can meet, where it takes few words to say so."""
    for nama in kunci:
        nilai = set(map(attrgetter(nama), objek))
        if None not in nilai and len(nilai) <= _NILAI_DISEBUT:
            lama = lama.filter(**{f"{nama}__in": nilai})
    return lama


def _muat(
    lama: models.QuerySet[Any], kunci: Sequence[str], banding: Sequence[str]
) -> dict[tuple[Any, ...], tuple[Any, ...]]:
    """key -> (pk, the values to compare)"""
    n = len(kunci)
    return {baris[:n]: baris[n:] for baris in lama.order_by().values_list(*kunci, "pk", *banding)}


def _pengambil(nama: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Like attrgetter, and a tuple for one name and for none, too."""
    if len(nama) > 1:
        return attrgetter(*nama)
    return lambda objek: tuple(getattr(objek, n) for n in nama)


def _ubah(
    model: type[models.Model],
    medan: list[Any],
    objek: list[tuple[Any, Any]],
    turunan: Mapping[str, Turunan],
) -> None:
    """Write rows over the stored ones; each comes with its pk."""
    koneksi = connections[router.db_for_write(model)]
    kutip = koneksi.ops.quote_name
    pk = model._meta.pk
    isi = ", ".join(f"{kutip(f.column)} = %s" for f in medan)
    sql = f"UPDATE {kutip(model._meta.db_table)} SET {isi} WHERE {kutip(pk.column)} = %s"
    with koneksi.cursor() as kursor:
        nomor = (pk for pk, _ in objek)
        for baris in _siapkan(koneksi, medan, [satu for _, satu in objek], turunan):
            kursor.executemany(sql, [(*isi, next(nomor)) for isi in baris])


def _tambah(
    model: type[models.Model], medan: list[Any], objek: list[Any], turunan: Mapping[str, Turunan]
) -> None:
    koneksi = connections[router.db_for_write(model)]
    kolom = ", ".join(koneksi.ops.quote_name(f.column) for f in medan)
    tujuan = f"{koneksi.ops.quote_name(model._meta.db_table)} ({kolom})"
    with koneksi.cursor() as kursor:
        for baris in _siapkan(koneksi, medan, objek, turunan):
            if koneksi.vendor == "postgresql":
                _salin(koneksi, kursor, tujuan, baris)
            else:
                _sisipkan(kursor, tujuan, baris)


def _sisipkan(kursor: Any, tujuan: str, baris: Sequence[tuple[Any, ...]]) -> None:
    """Many rows in one statement.

    SQLite keeps what a statement changes until it ends when its table has a trigger: for each row alone that costs
    half the time of a large import.
    """
    penuh = len(baris) - len(baris) % SEPERNYATAAN
    for banyak, bagian in ((SEPERNYATAAN, baris[:penuh]), (1, baris[penuh:])):
        if bagian:
            satu = f"({', '.join(['%s'] * len(bagian[0]))})"
            sql = f"INSERT INTO {tujuan} VALUES {', '.join([satu] * banyak)}"
            awal = range(0, len(bagian), banyak)
            kursor.executemany(sql, [tuple(chain.from_iterable(bagian[n : n + banyak])) for n in awal])


def _salin(koneksi: Any, kursor: Any, tujuan: str, baris: Iterable[tuple[Any, ...]]) -> None:
    with koneksi.wrap_database_errors, kursor.copy(f"COPY {tujuan} FROM STDIN") as aliran:
        for satu in baris:
            aliran.write_row(satu)


def _siapkan(
    koneksi: Any, medan: list[Any], objek: list[Any], turunan: Mapping[str, Turunan]
) -> Iterator[list[tuple[Any, ...]]]:
    """Groups of rows of what the database takes, column by column as each field prepares it."""
    penyiap = [(turunan.get(f.attname, attrgetter(f.attname)), _cari_penyiap(koneksi, f)) for f in medan]
    for awal in range(0, len(objek), UKURAN_KELOMPOK):
        kelompok = objek[awal : awal + UKURAN_KELOMPOK]
        kolom = [
            map(ambil, kelompok) if siapkan is None else map(siapkan, map(ambil, kelompok))
            for ambil, siapkan in penyiap
        ]
        yield list(zip(*kolom, strict=True))


def _cari_penyiap(koneksi: Any, medan: Any) -> Callable[[Any], Any] | None:
    """How a value of the field is made ready; None for whole numbers, which need nothing."""
    asal = type(medan).get_prep_value
    if asal in (models.IntegerField.get_prep_value, models.ForeignKey.get_prep_value):
        return None
    if asal in (models.CharField.get_prep_value, models.TextField.get_prep_value):
        # A choice is an enum as well as a text, and COPY would write its name.
        return lambda nilai: None if nilai is None else str(nilai)
    if isinstance(medan, models.IntegerField):
        return medan.get_prep_value
    return lambda nilai: medan.get_db_prep_save(nilai, koneksi)


def pembuat(model: type[models.Model], nama: Sequence[str]) -> Callable[..., Any]:
    """A constructor of rows for `upsert` that takes fields by place, in the order of `nama`.

    A row is a plain tuple with names, not an object of the model: that counts when a sheet has a hundred thousand.
    """
    return namedtuple(model.__name__, nama)
