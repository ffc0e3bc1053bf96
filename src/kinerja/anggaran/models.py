"""Money in whole rupiah, and the scores the Ministry of Finance gives back."""

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
