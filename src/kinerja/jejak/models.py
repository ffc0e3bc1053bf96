"""Who wrote what, when, from what to what and why; and where imported facts came from."""

from django.db import models
from django.db.models import Q


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


class Jejak(models.Model):
    """One entry of a chain: `rantai` is the key of a satker, "" for what concerns the whole instansi.

    `oleh` is text on purpose: an account that is renamed later must not change what was written. `dari` and
    `menjadi` are canonical JSON with field names. `sidik` is the HMAC of all of it with the entry before.
    Append-only: the database refuses UPDATE and DELETE (trigger `jejak_hanya_tambah`).
    """

    rantai = models.CharField(max_length=60, blank=True)
    nomor = models.PositiveBigIntegerField()
    pada = models.DateTimeField()
    oleh = models.CharField(max_length=200)
    tindakan = models.CharField(max_length=60)
    objek = models.CharField(max_length=255)
    dari = models.TextField()
    menjadi = models.TextField()
    alasan = models.TextField(blank=True)
    sidik_sebelum = models.CharField(max_length=64, blank=True)
    sidik = models.CharField(max_length=64)

    class Meta:
        ordering = ["rantai", "nomor"]
        indexes = [
            models.Index(fields=["objek", "-pada"], name="jejak_objek"),
            models.Index(fields=["rantai", "oleh", "nomor"], name="jejak_oleh"),
            models.Index(fields=["rantai", "tindakan", "nomor"], name="jejak_tindakan"),
            models.Index(fields=["rantai", "pada"], name="jejak_pada"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["rantai", "nomor"], name="jejak_nomor_sekali"),
            models.CheckConstraint(condition=Q(nomor__gte=1), name="jejak_nomor_dari_satu"),
            models.CheckConstraint(
                condition=~Q(oleh="") & ~Q(tindakan="") & ~Q(objek=""), name="jejak_siapa_apa_wajib"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rantai or 'instansi'} #{self.nomor}: {self.tindakan} {self.objek}"


class KepalaRantai(models.Model):
    """Where a chain ends: number and sidik of its last entry, signed, so that missing ends are noticed.

    It only ever moves forward (trigger `kepala_rantai_maju`); locking it keeps writers of one chain in line.
    """

    rantai = models.CharField(max_length=60, primary_key=True, blank=True)
    nomor = models.PositiveBigIntegerField(default=0)
    sidik = models.CharField(max_length=64, blank=True)
    tanda = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["rantai"]

    def __str__(self) -> str:
        return f"{self.rantai or 'instansi'} ({self.nomor})"
