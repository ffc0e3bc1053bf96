"""Append to the trail. Entries of one chain are numbered, linked and signed in the transaction of the write itself."""

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import router, transaction

from kinerja.dokumen.sidik import write_kanonik
from kinerja.jejak.models import Jejak, KepalaRantai
from kinerja.jejak.queries import compute_sidik_baris, compute_tanda_kepala, sebut_objek

INSTANSI = ""
"""The chain of what belongs to no single satker."""
BUKA_RANTAI = "jejak.buka_rantai"


class DiLuarTransaksi(RuntimeError):
    """An entry may only be written in the transaction that makes the change it tells of."""


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """What happened to what: fields before and after by name, why, and on whose chain (kunci of a satker).

    `tindakan` is "<room>.<verb>" ("realisasi.isi"); `objek` comes from `sebut_objek`.
    """

    tindakan: str
    objek: str
    dari: Mapping[str, Any] = field(default_factory=dict)
    menjadi: Mapping[str, Any] = field(default_factory=dict)
    alasan: str = ""
    rantai: str = INSTANSI


def record(*peristiwa: Peristiwa, oleh: str, pada: datetime.datetime) -> list[Jejak]:
    """Write entries, in that order per chain; returns them grouped by chain.

    `oleh` is the actor as unchanging text ("nama.akun (peran)"). Raises DiLuarTransaksi and KunciJejakTidakAda.
    """
    koneksi = transaction.get_connection(router.db_for_write(Jejak))
    if not koneksi.in_atomic_block:
        raise DiLuarTransaksi("record() memerlukan transaction.atomic() dari perubahannya")
    per_rantai: dict[str, list[Peristiwa]] = defaultdict(list)
    for satu in peristiwa:
        per_rantai[satu.rantai].append(satu)
    hasil: list[Jejak] = []
    # Always in the same order: two writers on several chains must not wait for each other in a circle.
    for rantai in sorted(per_rantai, reverse=True):
        kepala = _kunci_kepala(rantai, oleh, pada)
        hasil += _sambung(kepala, per_rantai[rantai], oleh, pada)
    return hasil


def start_jejak(*, oleh: str, pada: datetime.datetime) -> None:
    """Write the first entry of the instansi's chain, once: from then on an empty trail is a lost one."""
    with transaction.atomic():
        if not KepalaRantai.objects.filter(rantai=INSTANSI).exists():
            record(Peristiwa("jejak.mulai", sebut_objek(KepalaRantai, "instansi")), oleh=oleh, pada=pada)


def _kunci_kepala(rantai: str, oleh: str, pada: datetime.datetime) -> KepalaRantai:
    """The locked end of a chain, opened now if it is new; SQLite has locked all by beginning to write."""
    terkunci = KepalaRantai.objects.select_for_update().filter(rantai=rantai)
    kepala = terkunci.first()
    if kepala is None:
        if rantai != INSTANSI:
            _catat_pembukaan(rantai, oleh, pada)
        # Another writer may have been first: then theirs stays.
        KepalaRantai.objects.bulk_create([KepalaRantai(rantai=rantai)], ignore_conflicts=True)
        kepala = terkunci.get()
    return kepala


def _catat_pembukaan(rantai: str, oleh: str, pada: datetime.datetime) -> None:
    """The chain of the instansi knows every other chain, so that a whole one cannot vanish unnoticed."""
    induk = _kunci_kepala(INSTANSI, oleh, pada)
    if not KepalaRantai.objects.filter(rantai=rantai).exists():
        _sambung(induk, [Peristiwa(BUKA_RANTAI, sebut_objek(KepalaRantai, rantai))], oleh, pada)


def _sambung(
    kepala: KepalaRantai, peristiwa: Sequence[Peristiwa], oleh: str, pada: datetime.datetime
) -> list[Jejak]:
    baris: list[Jejak] = []
    for satu in peristiwa:
        entri = Jejak(
            rantai=kepala.rantai,
            nomor=kepala.nomor + 1,
            pada=pada,
            oleh=oleh,
            tindakan=satu.tindakan,
            objek=satu.objek,
            dari=write_kanonik(satu.dari),
            menjadi=write_kanonik(satu.menjadi),
            alasan=satu.alasan,
            sidik_sebelum=kepala.sidik,
        )
        entri.sidik = compute_sidik_baris(entri)
        kepala.nomor, kepala.sidik = entri.nomor, entri.sidik
        baris.append(entri)
    kepala.tanda = compute_tanda_kepala(kepala)
    Jejak.objects.bulk_create(baris)
    kepala.save(update_fields=["nomor", "sidik", "tanda"])
    return baris
