"""Who stands above whom, and who holds a jabatan, from one day to another."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import F, Q


class BermasaQuerySet(models.QuerySet["models.Model"]):
    def pada(self, tanggal: datetime.date) -> BermasaQuerySet:
        """What was in force on that day."""
        return self.filter(
            Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=tanggal), berlaku_dari__lte=tanggal
        )


class Jabatan(models.Model):
    """A position, whoever holds it: "Kepala Divisi Pemasyarakatan Kantor Wilayah …"."""

    nama = models.CharField(max_length=200, unique=True)

    class Meta:
        ordering = ["nama"]
        verbose_name_plural = "jabatan"
        constraints = [models.CheckConstraint(condition=~Q(nama=""), name="jabatan_bernama")]

    def __str__(self) -> str:
        return self.nama


class GarisJabatan(models.Model):
    """That `atasan` is the direct superior of `bawahan`; a Kepala Kantor Wilayah has one per unit Eselon I."""

    bawahan = models.ForeignKey(Jabatan, models.PROTECT, related_name="garis_atasan")
    atasan = models.ForeignKey(Jabatan, models.PROTECT, related_name="garis_bawahan")
    berlaku_dari = models.DateField()
    berlaku_sampai = models.DateField(null=True, blank=True)

    objects = BermasaQuerySet.as_manager()

    class Meta:
        ordering = ["bawahan", "atasan", "berlaku_dari"]
        verbose_name_plural = "garis jabatan"
        constraints = [
            models.UniqueConstraint(
                fields=["bawahan", "atasan", "berlaku_dari"], name="garis_jabatan_sekali_mulai"
            ),
            models.CheckConstraint(condition=~Q(bawahan=F("atasan")), name="garis_jabatan_bukan_diri"),
            models.CheckConstraint(
                condition=Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=F("berlaku_dari")),
                name="garis_jabatan_masa_urut",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bawahan} → {self.atasan}"


class Pelaksana(models.TextChoices):
    """How somebody acts who does not hold the jabatan for good."""

    DEFINITIF = "", "definitif"
    PLT = "Plt.", "pelaksana tugas"
    PLH = "Plh.", "pelaksana harian"


class PemangkuJabatan(models.Model):
    """Who holds a jabatan from one day to another; `nama` may stay empty, then a line is left to write on."""

    jabatan = models.ForeignKey(Jabatan, models.PROTECT, related_name="pemangku")
    nama = models.CharField(max_length=120, blank=True)
    pelaksana = models.CharField(max_length=4, choices=Pelaksana, blank=True, default=Pelaksana.DEFINITIF)
    berlaku_dari = models.DateField()
    berlaku_sampai = models.DateField(null=True, blank=True)

    objects = BermasaQuerySet.as_manager()

    class Meta:
        ordering = ["jabatan", "berlaku_dari"]
        verbose_name_plural = "pemangku jabatan"
        constraints = [
            models.UniqueConstraint(fields=["jabatan", "berlaku_dari"], name="pemangku_jabatan_sekali_mulai"),
            models.CheckConstraint(
                condition=Q(pelaksana__in=Pelaksana.values), name="pemangku_jabatan_pelaksana_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=F("berlaku_dari")),
                name="pemangku_jabatan_masa_urut",
            ),
        ]

    def __str__(self) -> str:
        return self.sebutan

    @property
    def sebutan(self) -> str:
        """The jabatan as it is printed: "Plt. Direktur Jenderal Imigrasi"."""
        return f"{self.pelaksana} {self.jabatan.nama}".strip()
