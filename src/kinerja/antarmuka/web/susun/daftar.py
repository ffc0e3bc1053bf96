"""The texts of a report as its page lists them: filtered, so many at a time; and what stands in the way, by owner."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from kinerja.pelaporan.halangan import Halangan, JenisHalangan
from kinerja.pelaporan.penulisan import BarisPenulisan

PER_HALAMAN = 50
KEADAAN: Mapping[str, str | Promise] = {
    "giliran": gettext_lazy("Menunggu saya"),
    "terlambat": gettext_lazy("Terlambat"),
    "kosong": gettext_lazy("Kosong"),
    "draf": gettext_lazy("Draf"),
    "diajukan": gettext_lazy("Diajukan"),
    "disetujui": gettext_lazy("Disetujui"),
}
"""By what a reader may look for texts."""


def sajikan_penulisan(
    baris: Sequence[BarisPenulisan], minta: QueryDict, hari: datetime.date
) -> dict[str, Any]:
    """What the page shows for the wish in the address (pemilik, keadaan, hal); an unknown one asks for nothing."""
    pemilik = list(dict.fromkeys(b.pemilik for b in baris))
    pilih = {
        "pemilik": minta.get("pemilik", "") if minta.get("pemilik") in pemilik else "",
        "keadaan": minta.get("keadaan", "") if minta.get("keadaan") in KEADAAN else "",
    }
    dipilih = [
        b
        for b in baris
        if pilih["pemilik"] in {"", b.pemilik}
        and (not pilih["keadaan"] or _is_cocok(b, pilih["keadaan"], hari))
    ]
    return {
        "pemilik": pemilik,
        "keadaan": KEADAAN.items(),
        "pilih": pilih,
        "disaring": any(pilih.values()),
        "halaman": Paginator(dipilih, PER_HALAMAN).get_page(minta.get("hal")),
    }


def _is_cocok(baris: BarisPenulisan, keadaan: str, hari: datetime.date) -> bool:
    status = baris.penulisan.status
    if keadaan == "giliran":
        return (baris.menulis and status == "draf") or (baris.memeriksa and status == "diajukan")
    if keadaan == "terlambat":
        return baris.is_terlambat(hari)
    if keadaan == "kosong":
        return not baris.terisi
    return baris.terisi and status == keadaan


_SEBUTAN: Mapping[JenisHalangan, str | Promise] = {
    JenisHalangan.TEMUAN: gettext_lazy("temuan fatal"),
    JenisHalangan.CELAH: gettext_lazy("isi yang kosong"),
    JenisHalangan.NARASI: gettext_lazy("narasi belum disetujui"),
    JenisHalangan.LEMBAR: gettext_lazy("lembar belum dikunci"),
}


def count_halangan(halangan: Sequence[Halangan]) -> list[tuple[str | Promise, int]]:
    """How many of each kind stand in the way, the kinds in words; none that are absent."""
    jumlah = Counter(h.jenis for h in halangan)
    return [(kata, jumlah[jenis]) for jenis, kata in _SEBUTAN.items() if jumlah[jenis]]


def group_halangan(halangan: Sequence[Halangan]) -> list[tuple[str, list[Halangan]]]:
    """What is in the way by who owes it, what cannot be accepted first ("" as its owner)."""
    kelompok: dict[str, list[Halangan]] = {"": []}
    for satu in halangan:
        kelompok.setdefault(satu.oleh if satu.boleh_disebut else "", []).append(satu)
    return [(oleh, isi) for oleh, isi in kelompok.items() if isi]
