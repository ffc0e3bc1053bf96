"""Evidence that a number is true: a file kept outside the web root, under its own hash."""

from django.db import models
from django.db.models import Q

from kinerja.pengukuran.models.lembar import LembarPengukuran, make_pelaku
from kinerja.pengukuran.models.target_kinerja import BulanTargetKinerja
from kinerja.perencanaan.models import Indikator


class JenisBerkas(models.TextChoices):
    """What is accepted, by what the file is and not by its name."""

    PDF = "application/pdf", "PDF"
    PNG = "image/png", "PNG"
    JPEG = "image/jpeg", "JPEG"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"


class DataDukung(models.Model):
    """One file behind one indikator of a sheet, or behind one month of a target kinerja.

    The bytes are stored once per `sha256`. A withdrawn file stays listed with who withdrew it and why.
    """

    lembar = models.ForeignKey(
        LembarPengukuran, models.PROTECT, related_name="data_dukung", null=True, blank=True
    )
    indikator = models.ForeignKey(
        Indikator, models.PROTECT, related_name="data_dukung", null=True, blank=True
    )
    bulan_target = models.ForeignKey(
        BulanTargetKinerja, models.PROTECT, related_name="data_dukung", null=True, blank=True
    )
    nama = models.CharField(max_length=120)
    jenis = models.CharField(max_length=80, choices=JenisBerkas)
    ukuran = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    oleh = make_pelaku()
    pada = models.DateTimeField()
    dicabut_oleh = make_pelaku(null=True, blank=True)
    dicabut_pada = models.DateTimeField(null=True, blank=True)
    dicabut_alasan = models.TextField(blank=True)

    class Meta:
        ordering = ["pada", "id"]
        verbose_name_plural = "data dukung"
        constraints = [
            models.UniqueConstraint(
                fields=["lembar", "indikator", "sha256"],
                condition=Q(dicabut_pada__isnull=True),
                name="data_dukung_sekali",
            ),
            models.CheckConstraint(
                condition=Q(lembar__isnull=False, indikator__isnull=False, bulan_target__isnull=True)
                | Q(lembar__isnull=True, indikator__isnull=True, bulan_target__isnull=False),
                name="data_dukung_satu_tempat",
            ),
            models.CheckConstraint(condition=Q(ukuran__gt=0), name="data_dukung_berisi"),
            models.CheckConstraint(
                condition=Q(jenis__in=JenisBerkas.values), name="data_dukung_jenis_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(dicabut_pada__isnull=True)
                | (Q(dicabut_oleh__isnull=False) & ~Q(dicabut_alasan="")),
                name="data_dukung_dicabut_beralasan",
            ),
        ]

    def __str__(self) -> str:
        return self.nama
