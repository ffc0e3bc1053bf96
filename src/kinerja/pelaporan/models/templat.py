"""Word templates of an office for its papers."""

from django.db import models
from django.db.models import Q

from kinerja.organisasi.models import Satker
from kinerja.pelaporan.models.laporan import PANJANG_SIDIK
from kinerja.pelaporan.models.penulisan import make_pelaku


class TemplatSurat(models.Model):
    """The office's own Word file for one kind of paper; its bytes lie in the store under `sha256`."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="templat_surat")
    jenis = models.CharField(max_length=40)
    nama = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=PANJANG_SIDIK)
    oleh = make_pelaku()
    pada = models.DateTimeField()

    class Meta:
        ordering = ["satker", "jenis"]
        verbose_name_plural = "templat surat"
        constraints = [
            models.UniqueConstraint(fields=["satker", "jenis"], name="templat_surat_sekali"),
            models.CheckConstraint(condition=~Q(jenis="") & ~Q(sha256=""), name="templat_surat_berisi"),
        ]

    def __str__(self) -> str:
        return f"{self.satker_id} {self.jenis}"
