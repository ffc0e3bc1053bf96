"""Set a version of the plan: from then on it can be compared with what comes after."""

from __future__ import annotations

import datetime
import hashlib

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.pelaku import Pelaku
from kinerja.akses.queries import authorize
from kinerja.dokumen.sidik import write_kanonik
from kinerja.organisasi.models import Satker
from kinerja.perencanaan.models import Renstra, VersiRencana
from kinerja.perencanaan.operations.catat import RencanaDitolak, record_rencana
from kinerja.perencanaan.versi import compare_isi, read_isi


def set_versi(
    *, renstra: Renstra, alasan: str, satker: Satker, tahun: int, oleh: Pelaku, pada: datetime.datetime
) -> VersiRencana:
    """Keep the plan as it stands as its next version. Raises RencanaDitolak (nothing changed) and AksesDitolak."""
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.RENCANA, satker, tahun=tahun, pada=pada)
        if not alasan.strip():
            raise RencanaDitolak(_("Tuliskan alasan atau dasar penetapan versi ini."), "alasan")
        lama = VersiRencana.objects.filter(renstra=renstra, satker=satker).order_by("-nomor").first()
        isi = read_isi(renstra, satker)
        if lama and not compare_isi(lama.isi, isi):
            pesan = _("Tidak ada yang berubah sejak versi %(nomor)s.") % {"nomor": lama.nomor}
            raise RencanaDitolak(pesan)
        versi = VersiRencana.objects.create(
            renstra=renstra,
            satker=satker,
            nomor=lama.nomor + 1 if lama else 1,
            alasan=alasan.strip(),
            oleh=sebutan,
            pada=pada,
            isi=isi,
            sidik=hashlib.sha256(write_kanonik(isi).encode()).hexdigest(),
        )
        menjadi = {"versi": versi.nomor, "sidik": versi.sidik}
        siapa = (sebutan, pada)
        record_rencana("versi", renstra, ({}, menjadi), satker=satker, siapa=siapa, alasan=versi.alasan)
        return versi
