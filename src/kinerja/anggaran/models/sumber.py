"""Files of the ministry's applications: how their columns are read, and those that wait to be confirmed."""

from django.db import models
from django.db.models import Q

from kinerja.akses.models import Pengguna
from kinerja.organisasi.models import Satker


class JenisSumber(models.TextChoices):
    """What a file of a ministry application holds."""

    BULANAN = "bulanan", "Realisasi atau RPD bulanan"
    IKPA = "ikpa", "Tabel nilai IKPA"
    SMART = "smart", "Tabel nilai SMART"


class PemetaanSumber(models.Model):
    """How the columns of one kind of file are read at one office, confirmed once.

    `kolom` maps a simplified header to what it means; `pengali` is 1,000 where the file counts in thousands.
    """

    satker = models.ForeignKey(Satker, models.CASCADE, related_name="pemetaan_sumber")
    sumber = models.CharField(max_length=60)
    jenis = models.CharField(max_length=8, choices=JenisSumber)
    kolom = models.JSONField(default=dict)
    ukuran = models.CharField(max_length=9, blank=True)
    pengali = models.PositiveIntegerField(default=1)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        ordering = ["satker", "sumber"]
        constraints = [
            models.UniqueConstraint(fields=["satker", "sumber"], name="pemetaan_sumber_sekali"),
            models.CheckConstraint(
                condition=Q(jenis__in=JenisSumber.values), name="pemetaan_sumber_jenis_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(pengali__in=[1, 1000, 1_000_000]), name="pemetaan_sumber_pengali_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.sumber}"


class UnggahanSumber(models.Model):
    """A file that was uploaded and waits until somebody confirms or discards it; then it is gone."""

    satker = models.ForeignKey(Satker, models.CASCADE, related_name="unggahan_sumber")
    tahun = models.PositiveSmallIntegerField()
    sumber = models.CharField(max_length=60)
    jenis = models.CharField(max_length=8, choices=JenisSumber)
    nama = models.CharField(max_length=120)
    isi = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        ordering = ["-pada", "-id"]

    def __str__(self) -> str:
        return f"{self.nama} ({self.satker} {self.tahun})"
