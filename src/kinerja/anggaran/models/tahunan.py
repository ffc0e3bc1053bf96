"""Yearly figures as they are promised or published, in whole rupiah."""

from django.db import models
from django.db.models import Q

from kinerja.basisdata.angka import AngkaField
from kinerja.organisasi.models import Satker
from kinerja.perencanaan.models import Sasaran


class JenisBelanja(models.TextChoices):
    PEGAWAI = "51", "Belanja Pegawai"
    BARANG = "52", "Belanja Barang"
    MODAL = "53", "Belanja Modal"
    BANSOS = "57", "Belanja Bantuan Sosial"


class AnggaranSasaran(models.Model):
    """Budget and spending of one sasaran; `pagu_awal` is what the Perjanjian Kinerja promised."""

    sasaran = models.ForeignKey(Sasaran, models.PROTECT, related_name="anggaran")
    satker = models.ForeignKey(Satker, models.PROTECT, related_name="anggaran_sasaran")
    tahun = models.PositiveSmallIntegerField()
    pagu_awal = models.PositiveBigIntegerField(null=True, blank=True)
    pagu = models.PositiveBigIntegerField()
    realisasi = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["sasaran", "tahun"]
        constraints = [
            models.UniqueConstraint(fields=["sasaran", "satker", "tahun"], name="anggaran_sasaran_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.sasaran.kode} {self.tahun}"


class AnggaranBelanja(models.Model):
    """Budget and spending by jenis belanja; `target_serapan` in percent, as the budget rules set it."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="anggaran_belanja")
    tahun = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=2, choices=JenisBelanja)
    pagu = models.PositiveBigIntegerField()
    realisasi = models.PositiveBigIntegerField()
    target_serapan = AngkaField(null=True, blank=True)

    class Meta:
        ordering = ["tahun", "jenis"]
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun", "jenis"], name="anggaran_belanja_sekali"),
            models.CheckConstraint(
                condition=Q(jenis__in=JenisBelanja.values), name="anggaran_belanja_jenis_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} {self.jenis}"


class PaguSatker(models.Model):
    """The budget ceiling of one satker's DIPA in one year."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="pagu")
    tahun = models.PositiveSmallIntegerField()
    pagu = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["satker", "tahun"]
        constraints = [models.UniqueConstraint(fields=["satker", "tahun"], name="pagu_satker_sekali")]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun}"
