"""Store many rows by their natural key: new ones are added, changed ones mended, equal ones left alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

UKURAN_KELOMPOK = 2000


@dataclass(frozen=True, slots=True)
class Perubahan:
    """How many rows a write added, changed and found unchanged."""

    baru: int = 0
    berubah: int = 0
    sama: int = 0

    def __add__(self, lain: "Perubahan") -> "Perubahan":
        return Perubahan(self.baru + lain.baru, self.berubah + lain.berubah, self.sama + lain.sama)


def upsert(
    lama: models.QuerySet[Any],
    isi: Iterable[models.Model],
    *,
    kunci: Sequence[str],
    abaikan: Sequence[str] = (),
) -> Perubahan:
    """Bring the table to hold `isi`; rows are the same when the fields of `kunci` are equal.

    `lama` is a queryset that covers every stored row `isi` could meet. Fields in `abaikan` are written with
    a new or changed row but do not themselves make a row count as changed (where it came from, for example).
    """
    model = lama.model
    semua = [f.attname for f in model._meta.concrete_fields if not f.primary_key]
    banding = [n for n in semua if n not in abaikan and n not in kunci]
    tersimpan = {tuple(b[: len(kunci)]): b[len(kunci) :] for b in lama.values_list(*kunci, "pk", *banding)}
    baru: list[models.Model] = []
    berubah: list[models.Model] = []
    sama = 0
    for objek in isi:
        ada = tersimpan.get(tuple(getattr(objek, k) for k in kunci))
        if ada is None:
            baru.append(objek)
        elif list(ada[1:]) == [getattr(objek, n) for n in banding]:
            sama += 1
        else:
            objek.pk = ada[0]
            berubah.append(objek)
    for awal in range(0, len(baru), UKURAN_KELOMPOK):
        model._default_manager.bulk_create(baru[awal : awal + UKURAN_KELOMPOK])
    if berubah:
        kolom = [n for n in semua if n not in kunci]
        model._default_manager.bulk_update(berubah, [_nama_medan(model, n) for n in kolom], batch_size=200)
    return Perubahan(len(baru), len(berubah), sama)


def _nama_medan(model: type[models.Model], attname: str) -> str:
    return next(f.name for f in model._meta.concrete_fields if f.attname == attname)
