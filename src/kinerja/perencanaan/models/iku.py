"""What an IKU sheet says beside the manual of its indikator: period, verification, limits, owner."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kinerja.organisasi.models import Satker, UnitKerja
from kinerja.perencanaan.models.indikator import Indikator


class PeriodeIku(models.TextChoices):
    BULANAN = "bulanan", "setiap bulan"
    TRIWULANAN = "triwulanan", "setiap triwulan"
    SEMESTERAN = "semesteran", "setiap semester"
    TAHUNAN = "tahunan", "setiap tahun"


class LembarIku(models.Model):
    """The sheet of one indikator; definition, formula and source are with the indikator itself."""

    indikator = models.OneToOneField(Indikator, models.CASCADE, related_name="lembar_iku")
    periode = models.CharField(max_length=12, choices=PeriodeIku, blank=True)
    verifikasi = models.TextField(blank=True)
    keterbatasan = models.TextField(blank=True)

    class Meta:
        ordering = ["indikator"]
        verbose_name_plural = "lembar IKU"
        constraints = [
            models.CheckConstraint(
                condition=Q(periode__in=["", *PeriodeIku.values]), name="lembar_iku_periode_dikenal"
            )
        ]

    def __str__(self) -> str:
        return f"IKU {self.indikator.kode}"


class PenanggungJawab(models.Model):
    """The jabatan that answers for an indikator at a satker, from one day to another (both included).

    Two rows of one indikator and satker never overlap (trigger `penanggung_jawab_tumpang`).
    """

    indikator = models.ForeignKey(Indikator, models.CASCADE, related_name="pemilik")
    satker = models.ForeignKey(Satker, models.PROTECT, related_name="tanggung_jawab")
    jabatan = models.CharField(max_length=200)
    unit_kerja = models.ForeignKey(
        UnitKerja, models.PROTECT, related_name="tanggung_jawab", null=True, blank=True
    )
    berlaku_dari = models.DateField()
    berlaku_sampai = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["indikator", "satker", "berlaku_dari"]
        verbose_name_plural = "penanggung jawab"
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "satker", "berlaku_dari"], name="penanggung_jawab_sekali_mulai"
            ),
            models.CheckConstraint(
                condition=Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=F("berlaku_dari")),
                name="penanggung_jawab_urut",
            ),
            models.CheckConstraint(condition=~Q(jabatan=""), name="penanggung_jawab_jabatan_terisi"),
        ]

    def __str__(self) -> str:
        return f"{self.indikator.kode}: {self.jabatan}"
