"""The facts a report is made of, as plain values: they go into the frozen snapshot beside the document."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from kinerja.organisasi.models import Satker
from kinerja.organisasi.pengaturan import read_pengaturan
from kinerja.pelaporan.models import Narasi
from kinerja.pengukuran.models import Realisasi
from kinerja.perencanaan.models import Target

_REALISASI = (
    "satker__kunci", "komponen__indikator__kode", "komponen__kode", "bulan", "keadaan", "pembilang", "penyebut",
    "nilai",
)  # fmt: skip
_TARGET = ("indikator__kode", "jenis", "nilai", "bawah", "atas")
_PENGATURAN = ("kode", "nilai", "alasan")
_NARASI = ("bagian", "indikator__kode", "isi")


def read_fakta(satker: Satker, tahun: int, cakupan: Collection[int]) -> dict[str, Any]:
    """Field names and rows of realisasi (of every satker in `cakupan`), targets, texts and settings.

    All in a fixed order; of the settings every choice, the default ones too, with its reason where one was stored.
    """
    realisasi = Realisasi.objects.filter(tahun=tahun, satker__in=cakupan)
    target = Target.objects.filter(tahun=tahun, satker=satker)
    narasi = Narasi.objects.filter(tahun=tahun, satker=satker).exclude(isi="")
    berlaku = read_pengaturan(satker.pk, tahun)
    pengaturan = [
        (b.kode, b.kunci, berlaku.pilihan[b.kode].alasan if b.kode in berlaku.pilihan else "")
        for b in berlaku.isi.daftar()
    ]
    hasil: dict[str, Any] = {"pengaturan": {"medan": _PENGATURAN, "baris": pengaturan}}
    return hasil | {
        nama: {"medan": medan, "baris": list(baris.order_by(*medan).values_list(*medan))}
        for nama, medan, baris in (
            ("realisasi", _REALISASI, realisasi),
            ("target", _TARGET, target),
            ("narasi", _NARASI, narasi),
        )
    }
