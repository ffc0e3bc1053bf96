"""What all writes of the plan share: who may, what changed, and the entry that tells of it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.pelaku import Pelaku
from kinerja.akses.queries import AksesDitolak, authorize
from kinerja.jejak.operations import Peristiwa, record
from kinerja.jejak.queries import sebut_objek
from kinerja.organisasi.models import Satker, UnitEselonI, UnitKerja
from kinerja.perencanaan.models import Indikator, Renstra, Sasaran, Tujuan

SEBUTAN = {
    "induk": "kode",
    "sasaran": "kode",
    "unit": "kode",
    "penanggung_jawab": "kunci",
    "tujuan": "urutan",
}
"""How the trail names what a field points to."""
_TUJUAN_MEDAN: dict[str, type[models.Model]] = {
    "induk": Sasaran,
    "sasaran": Sasaran,
    "unit": UnitEselonI,
    "penanggung_jawab": UnitKerja,
    "tujuan": Tujuan,
}
MEDAN: dict[type[models.Model], tuple[str, ...]] = {
    Renstra: ("nama", "tahun_awal", "tahun_akhir", "dasar_hukum", "visi"),
    Sasaran: ("tingkat", "unit", "teks", "program", "induk", "tujuan"),
    Indikator: (
        *("sasaran", "nama", "satuan", "polaritas", "cara_hitung", "agregasi_bulan", "agregasi_satker"),
        *("definisi", "rumus", "sumber_data", "penanggung_jawab"),
    ),
}
"""What may be edited of each."""


class RencanaDitolak(ValueError):
    """The plan cannot be changed like that; the message is for the person, `medan` names the field it is about."""

    def __init__(self, pesan: str, medan: str = "") -> None:
        super().__init__(pesan)
        self.medan = medan


def authorize_rencana(
    oleh: Pelaku, renstra: Renstra, satker: Satker, *, tahun: int, pada: datetime.datetime
) -> str:
    """How the trail names who may change this plan: a perencana of the satker and of all others that use it.

    Raises AksesDitolak.
    """
    sebutan = authorize(oleh, Izin.RENCANA, satker, tahun=tahun, pada=pada)
    pemakai = Satker.objects.filter(target__indikator__sasaran__renstra=renstra).exclude(pk=satker.pk)
    for lain in pemakai.distinct():
        try:
            authorize(oleh, Izin.RENCANA, lain, tahun=tahun, pada=pada)
        except AksesDitolak:
            pesan = _(
                "Rencana ini juga dipakai kantor lain; hanya perencana seluruh instansi yang mengubahnya."
            )
            raise AksesDitolak(pesan, asing=False) from None
    return sebutan


def read_medan(objek: models.Model) -> dict[str, Any]:
    """The editable fields by name; what a field points to as the trail names it."""
    return {m: _sebut(getattr(objek, m), m) for m in MEDAN[type(objek)]}


def _sebut(nilai: Any, medan: str) -> Any:
    return getattr(nilai, SEBUTAN[medan]) if isinstance(nilai, models.Model) else nilai


def find_rujukan(medan: str, sebutan: Any, *, renstra: Renstra, satker: Satker) -> models.Model | None:
    """What a field is to point to, by the name the trail gives it; None for an empty name.

    Raises RencanaDitolak when there is no such thing.
    """
    if sebutan in (None, ""):
        return None
    lingkup: dict[str, Any] = {SEBUTAN[medan]: sebutan}
    if medan in ("induk", "sasaran", "tujuan"):
        lingkup["renstra"] = renstra
    if medan == "penanggung_jawab":
        lingkup["satker"] = satker
    ketemu = _TUJUAN_MEDAN[medan]._default_manager.filter(**lingkup).first()
    if ketemu is None:
        raise RencanaDitolak(_("%(apa)s itu tidak ada pada rencana ini.") % {"apa": sebutan}, medan)
    return ketemu


def write_medan(objek: Any, isi: Mapping[str, Any], *, renstra: Renstra, satker: Satker) -> None:
    """Set the fields of `isi`, references by their names. Raises RencanaDitolak."""
    for medan, nilai in isi.items():
        rujukan = medan in SEBUTAN
        setattr(
            objek, medan, find_rujukan(medan, nilai, renstra=renstra, satker=satker) if rujukan else nilai
        )


def diff_isi(dari: Mapping[str, Any], menjadi: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Of both only what differs."""
    beda = [m for m in menjadi if dari.get(m) != menjadi[m]]
    return {m: dari.get(m) for m in beda if m in dari}, {m: menjadi[m] for m in beda}


def record_rencana(
    tindakan: str,
    objek: models.Model,
    perubahan: tuple[Mapping[str, Any], Mapping[str, Any]],
    *,
    satker: Satker,
    siapa: tuple[str, datetime.datetime],
    alasan: str = "",
) -> None:
    """One entry on the chain of the satker; `siapa` is who as the trail names him, and when."""
    peristiwa = Peristiwa(
        f"rencana.{tindakan}",
        name_objek(objek),
        *perubahan,
        alasan=alasan,
        rantai=satker.kunci,
    )
    record(peristiwa, oleh=siapa[0], pada=siapa[1])


def name_objek(objek: models.Model) -> str:
    """How the trail names a part of the plan, by kode or name."""
    kunci = getattr(objek, "kode", None) or getattr(objek, "nama", None) or str(objek)
    return sebut_objek(type(objek), kunci)
