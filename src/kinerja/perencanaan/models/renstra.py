"""The strategic plan: vision, missions, objectives on three levels."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kinerja.organisasi.models import UnitEselonI


class Renstra(models.Model):
    """A five-year strategic plan."""

    nama = models.CharField(max_length=250)
    tahun_awal = models.PositiveSmallIntegerField()
    tahun_akhir = models.PositiveSmallIntegerField()
    dasar_hukum = models.CharField(max_length=250)
    visi = models.TextField()

    class Meta:
        ordering = ["tahun_awal"]
        verbose_name_plural = "renstra"
        constraints = [
            models.UniqueConstraint(fields=["nama"], name="renstra_nama_tunggal"),
            models.CheckConstraint(condition=Q(tahun_akhir__gte=F("tahun_awal")), name="renstra_tahun_urut"),
        ]

    def __str__(self) -> str:
        return self.nama


class Misi(models.Model):
    """One mission of a Renstra."""

    renstra = models.ForeignKey(Renstra, models.CASCADE, related_name="misi")
    urutan = models.PositiveSmallIntegerField()
    teks = models.TextField()

    class Meta:
        ordering = ["urutan"]
        constraints = [models.UniqueConstraint(fields=["renstra", "urutan"], name="misi_urutan_tunggal")]

    def __str__(self) -> str:
        return self.teks


class Tujuan(models.Model):
    """What a Renstra wants to have reached at its end; it serves one mission, or all of them."""

    renstra = models.ForeignKey(Renstra, models.CASCADE, related_name="tujuan")
    misi = models.ForeignKey(Misi, models.PROTECT, related_name="tujuan", null=True, blank=True)
    urutan = models.PositiveSmallIntegerField()
    teks = models.TextField()

    class Meta:
        ordering = ["urutan"]
        verbose_name_plural = "tujuan"
        constraints = [
            models.UniqueConstraint(fields=["renstra", "urutan"], name="tujuan_urutan_tunggal"),
            models.CheckConstraint(condition=~Q(teks=""), name="tujuan_teks_terisi"),
        ]

    def __str__(self) -> str:
        return self.teks


class TingkatSasaran(models.TextChoices):
    STRATEGIS = "strategis", "Sasaran Strategis"
    PROGRAM = "program", "Sasaran Program"
    KEGIATAN = "kegiatan", "Sasaran Kegiatan"


class Sasaran(models.Model):
    """An objective; its tingkat decides whether its indicators are IKU, IKP or IKK."""

    renstra = models.ForeignKey(Renstra, models.PROTECT, related_name="sasaran")
    kode = models.CharField(max_length=30, unique=True)
    tingkat = models.CharField(max_length=10, choices=TingkatSasaran)
    unit = models.ForeignKey(UnitEselonI, models.PROTECT, related_name="sasaran")
    urutan = models.PositiveSmallIntegerField()
    teks = models.TextField()
    program = models.CharField(max_length=250, blank=True)
    induk = models.ForeignKey("self", models.PROTECT, related_name="anak", null=True, blank=True)
    tujuan = models.ForeignKey(Tujuan, models.PROTECT, related_name="sasaran", null=True, blank=True)

    class Meta:
        ordering = ["unit__urutan", "urutan", "id"]
        verbose_name_plural = "sasaran"
        constraints = [
            models.CheckConstraint(
                condition=Q(tingkat__in=TingkatSasaran.values), name="sasaran_tingkat_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(induk__isnull=True) | ~Q(induk=F("id")), name="sasaran_bukan_induk_sendiri"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.teks}"


class KaitanLintas(models.Model):
    """Crosscutting: a sasaran that helps one of another branch, in some years of the plan or in all of them."""

    dari = models.ForeignKey(Sasaran, models.CASCADE, related_name="mendukung")
    ke = models.ForeignKey(Sasaran, models.CASCADE, related_name="didukung")
    tahun_awal = models.PositiveSmallIntegerField()
    tahun_akhir = models.PositiveSmallIntegerField()
    uraian = models.TextField()

    class Meta:
        ordering = ["dari", "ke", "tahun_awal"]
        verbose_name_plural = "kaitan lintas"
        constraints = [
            models.UniqueConstraint(fields=["dari", "ke", "tahun_awal"], name="kaitan_lintas_sekali"),
            models.CheckConstraint(condition=~Q(dari=F("ke")), name="kaitan_lintas_bukan_diri_sendiri"),
            models.CheckConstraint(
                condition=Q(tahun_akhir__gte=F("tahun_awal")), name="kaitan_lintas_tahun_urut"
            ),
            models.CheckConstraint(condition=~Q(uraian=""), name="kaitan_lintas_uraian_terisi"),
        ]

    def __str__(self) -> str:
        return f"{self.dari.kode} → {self.ke.kode}"
