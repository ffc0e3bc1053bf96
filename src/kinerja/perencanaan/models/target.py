"""What was promised, in numbers."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kinerja.basisdata.angka import AngkaField
from kinerja.organisasi.models import Satker
from kinerja.perencanaan.models.indikator import Indikator


class JenisTarget(models.TextChoices):
    RENSTRA = "renstra", "Renstra"
    PK = "pk", "Perjanjian Kinerja"
    NASIONAL = "nasional", "Standar nasional"


class Cakupan(models.TextChoices):
    SATKER = "satker", "satker ini"
    NASIONAL = "nasional", "seluruh Indonesia"


class Target(models.Model):
    """What was promised for one indikator, satker and year; a range has `bawah` and `atas` instead."""

    indikator = models.ForeignKey(Indikator, models.PROTECT, related_name="target")
    satker = models.ForeignKey(Satker, models.PROTECT, related_name="target")
    tahun = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=10, choices=JenisTarget)
    nilai = AngkaField(null=True, blank=True)
    bawah = AngkaField(null=True, blank=True)
    atas = AngkaField(null=True, blank=True)
    cakupan = models.CharField(max_length=10, choices=Cakupan, default=Cakupan.SATKER)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["indikator", "tahun", "jenis"]
        constraints = [
            models.UniqueConstraint(fields=["indikator", "satker", "tahun", "jenis"], name="target_sekali"),
            models.CheckConstraint(
                condition=Q(nilai__isnull=False, bawah__isnull=True, atas__isnull=True)
                | Q(nilai__isnull=True, bawah__isnull=False, atas__gte=F("bawah")),
                name="target_nilai_atau_rentang",
            ),
            models.CheckConstraint(condition=Q(jenis__in=JenisTarget.values), name="target_jenis_dikenal"),
            models.CheckConstraint(condition=Q(tahun__range=(2000, 2100)), name="target_tahun_wajar"),
        ]

    def __str__(self) -> str:
        return f"{self.indikator.kode} {self.tahun} {self.jenis}"
