"""Import a table of indicators: everything or nothing, and the same table twice changes nothing."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.pelaku import Pelaku
from kinerja.akses.queries import authorize
from kinerja.perencanaan.models import Indikator, Sasaran
from kinerja.perencanaan.operations.catat import RencanaDitolak
from kinerja.perencanaan.operations.indikator import (
    NilaiTarget,
    TargetTahunan,
    add_indikator,
    save_target_tahunan,
)
from kinerja.perencanaan.operations.rencana import add_sasaran
from kinerja.perencanaan.rencana import Rencana
from kinerja.pertukaran.iku.usul import Keadaan, Usulan, find_sasaran

ANGGAPAN = {
    "polaritas": "naik",
    "cara_hitung": "nilai",
    "agregasi_bulan": "terakhir",
    "agregasi_satker": "rata_rata",
}
"""What a table of names and targets does not tell about a new indikator; shown before, mended in the editor."""


def import_iku(
    *, rencana: Rencana, usulan: Sequence[Usulan], oleh: Pelaku, pada: datetime.datetime
) -> dict[Keadaan, int]:
    """Store what the rows propose as Renstra targets of the plan's year; how many rows of each kind.

    Raises RencanaDitolak while a row is doubtful or refused, and AksesDitolak.
    """
    siapa = {"satker": rencana.satker, "tahun": rencana.tahun, "oleh": oleh, "pada": pada}
    with transaction.atomic():
        authorize(oleh, Izin.RENCANA, rencana.satker, tahun=rencana.tahun, pada=pada)
        terhalang = [u for u in usulan if u.terhalang]
        if terhalang:
            pesan = _("%(n)d baris masih ditolak atau meragukan; tidak ada yang disimpan.")
            raise RencanaDitolak(pesan % {"n": len(terhalang)})
        sasaran: dict[tuple[str, str], Sasaran] = {}
        for satu in usulan:
            if satu.keadaan is Keadaan.UBAH:
                indikator = Indikator.objects.select_related("sasaran__renstra").get(kode=satu.kode)
            elif satu.keadaan is Keadaan.BARU:
                kunci = (satu.unit, satu.baris.sasaran)
                if kunci not in sasaran:
                    sasaran[kunci] = _get_sasaran(rencana, *kunci, siapa)
                indikator = _add(sasaran[kunci], satu, siapa)
            else:
                continue
            nilai = {rencana.tahun: NilaiTarget(satu.baris.target)}
            target = TargetTahunan(nilai, _("impor tabel IKU"))
            save_target_tahunan(indikator=indikator, target=target, **siapa)
        return {k: sum(u.keadaan is k for u in usulan) for k in Keadaan}


def _get_sasaran(rencana: Rencana, unit: str, teks: str, siapa: dict) -> Sasaran:
    if ada := find_sasaran(rencana, teks, unit):
        return ada.sasaran
    isi = {"kode": _find_kode(unit, Sasaran), "tingkat": "kegiatan", "unit": unit, "teks": teks}
    return add_sasaran(renstra=rencana.renstra, isi=isi, **siapa)


def _add(sasaran: Sasaran, satu: Usulan, siapa: dict) -> Indikator:
    isi = {"kode": _find_kode(sasaran.kode, Indikator, "."), "nama": satu.baris.indikator}
    return add_indikator(sasaran=sasaran, isi=isi | {"satuan": satu.baris.satuan[:60]} | ANGGAPAN, **siapa)


def _find_kode(awalan: str, model: type[Sasaran] | type[Indikator], pemisah: str = "-") -> str:
    """The first free kode "PAS-3", "PAS-3.1"."""
    terpakai = set(model.objects.filter(kode__startswith=f"{awalan}{pemisah}").values_list("kode", flat=True))
    nomor = 1
    while f"{awalan}{pemisah}{nomor}" in terpakai:
        nomor += 1
    return f"{awalan}{pemisah}{nomor}"
