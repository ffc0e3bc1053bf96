"""Where facts came from. The hash-chained trail of every write joins this room with the accounts."""

from django.db import models


class Impor(models.Model):
    """One imported workbook: the file by name and SHA-256, when, and what it changed."""

    berkas = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    pada = models.DateTimeField()
    ringkasan = models.JSONField(default=dict)

    class Meta:
        ordering = ["-pada", "-id"]

    def __str__(self) -> str:
        return f"{self.berkas} ({self.pada:%Y-%m-%d %H:%M})"
