"""A plan as it stood when it was set: numbered, kept for ever, compared with what came after."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kinerja.organisasi.models import Satker
from kinerja.perencanaan.models.renstra import Renstra


class VersiRencana(models.Model):
    """Version `nomor` of the plan with the targets of one satker; `isi` is what `versi.read_isi` gave.

    Only ever added (trigger `versi_rencana_hanya_tambah`); `sidik` is SHA-256 over its canonical JSON.
    """

    renstra = models.ForeignKey(Renstra, models.PROTECT, related_name="versi")
    satker = models.ForeignKey(Satker, models.PROTECT, related_name="versi_rencana")
    nomor = models.PositiveSmallIntegerField()
    alasan = models.TextField()
    oleh = models.CharField(max_length=200)
    pada = models.DateTimeField()
    isi = models.JSONField()
    sidik = models.CharField(max_length=64)

    class Meta:
        ordering = ["renstra", "satker", "-nomor"]
        verbose_name_plural = "versi rencana"
        constraints = [
            models.UniqueConstraint(fields=["renstra", "satker", "nomor"], name="versi_rencana_sekali"),
            models.CheckConstraint(condition=Q(nomor__gte=1), name="versi_rencana_dari_satu"),
            models.CheckConstraint(condition=~Q(alasan=""), name="versi_rencana_beralasan"),
        ]

    def __str__(self) -> str:
        return f"{self.renstra} versi {self.nomor}"
