"""Keep the findings of a dropped file when somebody asks for it, and throw them away again."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from kinerja.akses.izin import Izin
from kinerja.akses.models import Pengguna
from kinerja.akses.queries import authorize
from kinerja.jejak.operations import Peristiwa, record
from kinerja.jejak.queries import sebut_objek
from kinerja.organisasi.models import Satker
from kinerja.telaah.models import TelaahTersimpan

PANJANG_NAMA = 255


@dataclass(frozen=True, slots=True)
class BerkasTelaah:
    """What is kept of a file: its name, its SHA-256 and the JSON of its telaah."""

    nama: str
    sidik: str
    hasil: Mapping[str, Any]


def save_telaah(
    *, satker: Satker, berkas: BerkasTelaah, oleh: Pengguna, pada: datetime.datetime
) -> TelaahTersimpan:
    """Keep the findings for an office; those of the same file are replaced. Raises AksesDitolak."""
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.SIMPAN_TELAAH, satker, pada=pada)
        isi = {
            "nama_berkas": berkas.nama[-PANJANG_NAMA:],
            "hasil": dict(berkas.hasil),
            "disimpan_oleh": oleh,
            "disimpan_pada": pada,
        }
        satu, _baru = TelaahTersimpan.objects.update_or_create(
            satker=satker, sidik=berkas.sidik, defaults=isi
        )
        menjadi = {"berkas": satu.nama_berkas, "temuan": len(berkas.hasil["temuan"])}
        _catat(satu, "telaah.simpan", sebutan, pada, menjadi=menjadi)
    return satu


def remove_telaah(*, telaah: TelaahTersimpan, oleh: Pengguna, pada: datetime.datetime) -> None:
    """Throw kept findings away. Raises AksesDitolak."""
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.SIMPAN_TELAAH, telaah.satker, pada=pada)
        _catat(telaah, "telaah.hapus", sebutan, pada, dari={"berkas": telaah.nama_berkas})
        telaah.delete()


def _catat(
    satu: TelaahTersimpan,
    tindakan: str,
    sebutan: str,
    pada: datetime.datetime,
    dari: Mapping[str, object] | None = None,
    menjadi: Mapping[str, object] | None = None,
) -> None:
    kunci = satu.satker.kunci
    objek = sebut_objek(TelaahTersimpan, kunci, satu.sidik[:12])
    record(Peristiwa(tindakan, objek, dari or {}, menjadi or {}, rantai=kunci), oleh=sebutan, pada=pada)
