"""Rencana aksi: the steps by which a target is to be reached, month by month or quarter by quarter."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kinerja.basisdata.angka import AngkaField
from kinerja.organisasi.models import Satker, UnitKerja
from kinerja.perencanaan.models.indikator import Indikator


class JadwalAksi(models.TextChoices):
    BULAN = "bulan", "per bulan"
    TRIWULAN = "triwulan", "per triwulan"


class RencanaAksi(models.Model):
    """One step towards the target of an indikator in a year, with what it yields and who does it."""

    indikator = models.ForeignKey(Indikator, models.PROTECT, related_name="rencana_aksi")
    satker = models.ForeignKey(Satker, models.PROTECT, related_name="rencana_aksi")
    tahun = models.PositiveSmallIntegerField()
    nomor = models.PositiveSmallIntegerField()
    langkah = models.TextField()
    satuan = models.CharField(max_length=60)
    jadwal = models.CharField(max_length=10, choices=JadwalAksi)
    penanggung = models.ForeignKey(
        UnitKerja, models.PROTECT, related_name="rencana_aksi", null=True, blank=True
    )

    class Meta:
        ordering = ["indikator", "tahun", "nomor"]
        verbose_name_plural = "rencana aksi"
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "satker", "tahun", "nomor"], name="rencana_aksi_sekali"
            ),
            models.CheckConstraint(
                condition=Q(jadwal__in=JadwalAksi.values), name="rencana_aksi_jadwal_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(tahun__range=(2000, 2100), nomor__gte=1), name="rencana_aksi_tahun_wajar"
            ),
            models.CheckConstraint(condition=~Q(langkah=""), name="rencana_aksi_langkah_terisi"),
        ]

    def __str__(self) -> str:
        return f"{self.indikator.kode} {self.tahun} langkah {self.nomor}"


class TahapAksi(models.Model):
    """What one step is to have yielded in the period that ends with month `bulan`, and what it did yield."""

    rencana = models.ForeignKey(RencanaAksi, models.CASCADE, related_name="tahap")
    bulan = models.PositiveSmallIntegerField()
    target = AngkaField()
    realisasi = AngkaField(null=True, blank=True)
    catatan = models.TextField(blank=True)

    class Meta:
        ordering = ["rencana", "bulan"]
        verbose_name_plural = "tahap aksi"
        constraints = [
            models.UniqueConstraint(fields=["rencana", "bulan"], name="tahap_aksi_sekali"),
            models.CheckConstraint(condition=Q(bulan__range=(1, 12)), name="tahap_aksi_bulan_1_12"),
            models.CheckConstraint(
                condition=Q(target__gte=0) & (Q(realisasi__isnull=True) | Q(realisasi__gte=0)),
                name="tahap_aksi_tidak_negatif",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rencana} bulan {self.bulan}"

    @property
    def tercapai(self) -> bool | None:
        """Whether the step yielded what it was to; None while nobody told."""
        return None if self.realisasi is None else self.realisasi >= self.target
