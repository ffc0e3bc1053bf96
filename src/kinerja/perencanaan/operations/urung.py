"""Taking a change of the plan back, from what the trail says it was before."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from kinerja.akses.pelaku import Pelaku
from kinerja.jejak.models import Jejak
from kinerja.organisasi.models import Satker
from kinerja.perencanaan.models import Indikator, Renstra, Sasaran
from kinerja.perencanaan.operations.catat import RencanaDitolak, name_objek, read_medan
from kinerja.perencanaan.operations.indikator import (
    TargetTahunan,
    parse_target_tercetak,
    read_lembar_iku,
    read_target_tercetak,
    save_lembar_iku,
    save_target_tahunan,
)
from kinerja.perencanaan.operations.rencana import UBAH, read_rumusan, save_rumusan, update_isi

Bagian = Renstra | Sasaran | Indikator


class _Cara(NamedTuple):
    """How one kind of change is read now, and put back: (part, what it was, why, who and where)."""

    baca: Callable[[Any, Satker], Mapping[str, Any]]
    kembalikan: Callable[[Any, Mapping[str, Any], str, dict[str, Any]], object]


def _kembalikan_isi(objek: Bagian, dari: Mapping[str, Any], alasan: str, siapa: dict[str, Any]) -> None:
    update_isi(objek=objek, isi={**dari, "alasan": alasan}, **siapa)


def _kembalikan_target(objek: Indikator, dari: Mapping[str, Any], alasan: str, siapa: dict[str, Any]) -> None:
    nilai = {int(t): parse_target_tercetak(teks) for t, teks in dari.items()}
    save_target_tahunan(indikator=objek, target=TargetTahunan(nilai, alasan), **siapa)


def _kembalikan_lembar(
    objek: Indikator, dari: Mapping[str, Any], _alasan: str, siapa: dict[str, Any]
) -> None:
    save_lembar_iku(indikator=objek, isi=dari, **siapa)


def _kembalikan_rumusan(objek: Renstra, dari: Mapping[str, Any], _alasan: str, siapa: dict[str, Any]) -> None:
    rumusan = read_rumusan(objek) | dari
    save_rumusan(renstra=objek, rumusan=(rumusan["misi"], rumusan["tujuan"]), **siapa)


_CARA = {
    f"rencana.{UBAH}": _Cara(lambda objek, _satker: read_medan(objek), _kembalikan_isi),
    "rencana.target": _Cara(read_target_tercetak, _kembalikan_target),
    "rencana.lembar_iku": _Cara(lambda objek, _satker: read_lembar_iku(objek), _kembalikan_lembar),
    "rencana.rumusan": _Cara(lambda objek, _satker: read_rumusan(objek), _kembalikan_rumusan),
}
DAPAT_DIURUNGKAN = frozenset(_CARA)
"""The actions of the trail that can be taken back."""
MILIK_KANTOR = frozenset({"rencana.target"})
"""Those that change what is the office's own, not the plan it may share with others."""


def undo_perubahan(
    *, nomor: int, satker: Satker, tahun: int, oleh: Pelaku, pada: datetime.datetime
) -> Bagian:
    """Put back what entry `nomor` of the satker's chain changed; a change made since then is not overwritten.

    Raises RencanaDitolak and AksesDitolak.
    """
    entri = Jejak.objects.filter(rantai=satker.kunci, nomor=nomor, tindakan__in=DAPAT_DIURUNGKAN).first()
    objek = None if entri is None else _cari_objek(entri.objek)
    if entri is None or objek is None:
        raise RencanaDitolak(_("Perubahan itu tidak dapat diurungkan."))
    cara, dari, menjadi = _CARA[entri.tindakan], json.loads(entri.dari), json.loads(entri.menjadi)
    kini = cara.baca(objek, satker)
    if any(kini.get(medan) != nilai for medan, nilai in menjadi.items()):
        raise RencanaDitolak(_("Sudah diubah lagi sesudah itu; urungkan yang terakhir dahulu."))
    alasan = _("mengurungkan perubahan nomor %(nomor)s") % {"nomor": nomor}
    siapa = {"satker": satker, "tahun": tahun, "oleh": oleh, "pada": pada}
    cara.kembalikan(objek, dari, alasan, siapa)
    return objek


def _cari_objek(sebutan: str) -> Bagian | None:
    """What the trail names; found among the objects themselves, so that no text is taken apart."""
    semua: tuple[type[Bagian], ...] = (Renstra, Sasaran, Indikator)
    model = next(m for m in semua if sebutan.startswith(f"{m._meta.label}:"))
    return next((o for o in model._default_manager.all() if name_objek(o) == sebutan), None)
