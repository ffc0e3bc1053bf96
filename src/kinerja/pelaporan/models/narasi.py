"""What people write for the report, kept with the fact it explains."""

from django.db import models
from django.db.models import Q

from kinerja.organisasi.models import Satker
from kinerja.perencanaan.models import Indikator


class Narasi(models.Model):
    """A text written by people: of one part of the report (`bagian`), or of one indikator.

    `isi` is text as `dokumen.tulisan` reads it: paragraphs are separated by an empty line, a line that starts
    with "- " or "1. " is a list item, "## " a heading; tables and pictures as there. An empty `isi` is a gap and
    is shown as one. Who owes it and how far it is stands in `PenulisanNarasi`.
    """

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="narasi")
    tahun = models.PositiveSmallIntegerField()
    bagian = models.CharField(max_length=40)
    indikator = models.ForeignKey(Indikator, models.PROTECT, related_name="narasi", null=True, blank=True)
    isi = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "narasi"
        constraints = [
            models.UniqueConstraint(
                fields=["satker", "tahun", "bagian", "indikator"],
                name="narasi_sekali",
                condition=Q(indikator__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["satker", "tahun", "bagian"],
                name="narasi_bagian_sekali",
                condition=Q(indikator__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bagian} {self.indikator or self.satker}"


class TabelPendukung(models.Model):
    """A table of supporting data printed with an indikator or a part of the report.

    `kolom` is a list of {"judul", "jenis"} with jenis "teks" or "angka"; `baris` a list of lists of text.
    """

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="tabel_pendukung")
    tahun = models.PositiveSmallIntegerField()
    kunci = models.SlugField(max_length=60)
    judul = models.TextField()
    bagian = models.CharField(max_length=40, blank=True)
    indikator = models.ForeignKey(
        Indikator, models.PROTECT, related_name="tabel_pendukung", null=True, blank=True
    )
    kolom = models.JSONField()
    baris = models.JSONField()
    sumber = models.TextField(blank=True)
    urutan = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["urutan", "id"]
        verbose_name_plural = "tabel pendukung"
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun", "kunci"], name="tabel_pendukung_sekali"),
            models.CheckConstraint(
                condition=Q(indikator__isnull=False) | ~Q(bagian=""), name="tabel_pendukung_punya_tempat"
            ),
        ]

    def __str__(self) -> str:
        return self.judul
