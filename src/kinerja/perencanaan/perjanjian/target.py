"""The targets of an agreement taken from the plan, for a year in which nothing was promised yet."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kinerja.perencanaan.models import Indikator, JenisTarget, PerjanjianKinerja, PilihanStatus, Target

_SUMBER = "Renstra"


class TargetDitolak(ValueError):
    """The targets of that year cannot be added any more; the message says why."""


def adopt_target(perjanjian: PerjanjianKinerja) -> int:
    """Promise what the Renstra plans for the indicators of the agreement that promise nothing yet; how many.

    What is promised already stays, and so does every sasaran another agreement of that year was signed for. Called
    inside the transaction that makes the agreement. Raises TargetDitolak.
    """
    milik = {"satker": perjanjian.satker, "tahun": perjanjian.tahun}
    indikator = Indikator.objects.filter(sasaran__unit=perjanjian.unit).select_related("sasaran")
    rencana = {t.indikator_id: t for t in Target.objects.filter(**milik, jenis=JenisTarget.RENSTRA)}
    janji = set(Target.objects.filter(**milik, jenis=JenisTarget.PK).values_list("indikator_id", flat=True))
    beku = PerjanjianKinerja.objects.filter(**milik, versi__status=PilihanStatus.DITANDATANGANI).distinct()
    tertutup = list(beku)
    dipilih = [
        rencana[i.pk]
        for i in indikator
        if i.pk in rencana
        and i.pk not in janji
        and perjanjian.memuat(i.sasaran)
        and not any(p.memuat(i.sasaran) for p in tertutup)
    ]
    try:
        with transaction.atomic():
            Target.objects.bulk_create(
                Target(
                    **milik, indikator_id=t.indikator_id, jenis=JenisTarget.PK, nilai=t.nilai, bawah=t.bawah,
                    atas=t.atas, sumber=_SUMBER,
                )
                for t in dipilih
            )  # fmt: skip
    except IntegrityError as galat:
        raise TargetDitolak(_("Basis data menolak: %(sebab)s.") % {"sebab": galat}) from None
    return len(dipilih)
