"""The targets of an agreement beside those of the plan: what may be promised, and what the plan gives for it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kinerja.perencanaan.models import Indikator, JenisTarget, PerjanjianKinerja, PilihanStatus, Target
from kinerja.perencanaan.operations.indikator import NilaiTarget

_SUMBER = "Renstra"


class TargetDitolak(ValueError):
    """The targets of that year cannot be added any more; the message says why."""


@dataclass(frozen=True, slots=True)
class BarisTarget:
    """An indikator of an agreement: what the Renstra plans for its year, what is promised; None: nothing.

    `tertutup`: a signed agreement of that year covers its sasaran, and no draft of it is open.
    """

    indikator: Indikator
    renstra: Target | None
    janji: Target | None
    tertutup: bool


def list_baris_target(perjanjian: PerjanjianKinerja) -> tuple[BarisTarget, ...]:
    """Every indikator of the sasaran an agreement covers, in the order of the plan."""
    milik = {"satker": perjanjian.satker, "tahun": perjanjian.tahun}
    indikator = Indikator.objects.filter(sasaran__unit=perjanjian.unit).select_related("sasaran")
    target = {(t.jenis, t.indikator_id): t for t in Target.objects.filter(**milik)}
    beku = PerjanjianKinerja.objects.filter(**milik, versi__status=PilihanStatus.DITANDATANGANI)
    tertutup = list(beku.exclude(versi__status=PilihanStatus.DRAF).distinct())
    return tuple(
        BarisTarget(
            indikator=i,
            renstra=target.get((JenisTarget.RENSTRA, i.pk)),
            janji=target.get((JenisTarget.PK, i.pk)),
            tertutup=any(p.memuat(i.sasaran) for p in tertutup),
        )
        for i in indikator.order_by("sasaran__urutan", "sasaran__pk", "urutan", "pk")
        if perjanjian.memuat(i.sasaran)
    )


def read_nilai(target: Target | None) -> NilaiTarget:
    """A stored target as it is typed."""
    return NilaiTarget(target.nilai, target.bawah, target.atas) if target else NilaiTarget()


def adopt_target(perjanjian: PerjanjianKinerja) -> int:
    """Promise what the Renstra plans for the indicators of the agreement that promise nothing yet; how many.

    What is promised already stays, and so does every sasaran another agreement of that year was signed for. Called
    inside the transaction that makes the agreement. Raises TargetDitolak.
    """
    baris = list_baris_target(perjanjian)
    dipilih = [b.renstra for b in baris if b.renstra and b.janji is None and not b.tertutup]
    try:
        with transaction.atomic():
            Target.objects.bulk_create(
                Target(
                    satker=perjanjian.satker, tahun=perjanjian.tahun, indikator_id=t.indikator_id,
                    jenis=JenisTarget.PK, nilai=t.nilai, bawah=t.bawah, atas=t.atas, sumber=_SUMBER,
                )
                for t in dipilih
            )  # fmt: skip
    except IntegrityError as galat:
        raise TargetDitolak(_("Basis data menolak: %(sebab)s.") % {"sebab": galat}) from None
    return len(dipilih)
