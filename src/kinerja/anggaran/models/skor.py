"""Scores the Ministry of Finance gives back."""

from django.db import models
from django.db.models import Q

from kinerja.basisdata.angka import AngkaField
from kinerja.organisasi.models import Satker


class Instrumen(models.TextChoices):
    SMART = "smart", "SMART DJA"
    IKPA = "ikpa", "IKPA"


class SkorAnggaran(models.Model):
    """One element of a budget score as the Ministry of Finance published it ("nilai" is the final score)."""

    NILAI = "nilai"

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="skor_anggaran")
    tahun = models.PositiveSmallIntegerField()
    instrumen = models.CharField(max_length=6, choices=Instrumen)
    unsur = models.CharField(max_length=60)
    nilai = AngkaField()
    per_tanggal = models.DateField(null=True, blank=True)
    """The day as of which it was published: within a year a score moves a lot."""

    class Meta:
        ordering = ["satker", "tahun", "instrumen", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["satker", "tahun", "instrumen", "unsur"], name="skor_anggaran_sekali"
            ),
            models.CheckConstraint(
                condition=Q(instrumen__in=Instrumen.values), name="skor_anggaran_instrumen_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} {self.instrumen} {self.unsur}"
