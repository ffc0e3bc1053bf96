"""The writing of a narasi: owner, deadline, state, every version, remarks, pictures."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from kinerja.akses.pemisahan import make_batasan_beda_orang
from kinerja.organisasi.models import Satker, UnitKerja
from kinerja.pelaporan.models.narasi import Narasi


def make_pelaku(**lain: Any) -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", **lain)


class StatusNarasi(models.TextChoices):
    """Where a text stands; it may be changed in DRAF only."""

    DRAF = "draf", "draf"
    DIAJUKAN = "diajukan", "diajukan"
    DISETUJUI = "disetujui", "disetujui"


class PenulisanNarasi(models.Model):
    """Who owes a narasi, until when, and how far it is; `unit_kerja` empty: the compilers of the report.

    `penulis` wrote the last version, `alasan` is why it was returned.
    """

    narasi = models.OneToOneField(Narasi, models.PROTECT, related_name="penulisan")
    unit_kerja = models.ForeignKey(
        UnitKerja, models.PROTECT, related_name="penulisan_narasi", null=True, blank=True
    )
    tenggat = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=StatusNarasi, default=StatusNarasi.DRAF)
    penulis = make_pelaku(null=True, blank=True)
    pengaju = make_pelaku(null=True, blank=True)
    diajukan_pada = models.DateTimeField(null=True, blank=True)
    pemeriksa = make_pelaku(null=True, blank=True)
    diperiksa_pada = models.DateTimeField(null=True, blank=True)
    alasan = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "penulisan narasi"
        constraints = [
            make_batasan_beda_orang("pengaju", "pemeriksa", nama="penulisan_narasi_beda_orang"),
            make_batasan_beda_orang("penulis", "pemeriksa", nama="penulisan_narasi_bukan_tulisan_sendiri"),
            models.CheckConstraint(
                condition=Q(status=StatusNarasi.DRAF, pengaju__isnull=True, pemeriksa__isnull=True)
                | Q(status=StatusNarasi.DIAJUKAN, pengaju__isnull=False, pemeriksa__isnull=True)
                | Q(status=StatusNarasi.DISETUJUI, pengaju__isnull=False, pemeriksa__isnull=False),
                name="penulisan_narasi_status_utuh",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.narasi_id} {self.status}"


class Cara(models.TextChoices):
    """How a version came to be; IMPOR is what a workbook brought before somebody wrote on."""

    TULIS = "tulis", "ditulis di halaman ini"
    WORD = "word", "dari berkas Word"
    PULIH = "pulih", "versi lama dipulihkan"
    IMPOR = "impor", "dari buku kerja"


class VersiNarasi(models.Model):
    """One version of a text; only ever added. `oleh` is empty for what was imported."""

    narasi = models.ForeignKey(Narasi, models.PROTECT, related_name="versi")
    nomor = models.PositiveIntegerField()
    isi = models.TextField(blank=True)
    cara = models.CharField(max_length=5, choices=Cara, default=Cara.TULIS)
    oleh = make_pelaku(null=True, blank=True)
    pada = models.DateTimeField()

    class Meta:
        ordering = ["narasi", "nomor"]
        verbose_name_plural = "versi narasi"
        constraints = [
            models.UniqueConstraint(fields=["narasi", "nomor"], name="versi_narasi_sekali"),
            models.CheckConstraint(
                condition=Q(cara=Cara.IMPOR, oleh__isnull=True)
                | Q(cara__in=[Cara.TULIS, Cara.WORD, Cara.PULIH], oleh__isnull=False),
                name="versi_narasi_berpenulis",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.narasi_id}/{self.nomor}"


class KomentarNarasi(models.Model):
    """A remark on a narasi, or on the passage `kutipan` of it; open until somebody closes it."""

    narasi = models.ForeignKey(Narasi, models.PROTECT, related_name="komentar")
    kutipan = models.CharField(max_length=300, blank=True)
    isi = models.TextField()
    oleh = make_pelaku()
    pada = models.DateTimeField()
    selesai_oleh = make_pelaku(null=True, blank=True)
    selesai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "komentar narasi"
        constraints = [
            models.CheckConstraint(condition=~Q(isi=""), name="komentar_narasi_berisi"),
            models.CheckConstraint(
                condition=Q(selesai_oleh__isnull=True, selesai_pada__isnull=True)
                | Q(selesai_oleh__isnull=False, selesai_pada__isnull=False),
                name="komentar_narasi_selesai_utuh",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.narasi_id}: {self.isi[:40]}"


class GambarNarasi(models.Model):
    """A picture for the texts of one report, written anew on upload; its bytes are stored once per `sha256`."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="gambar_narasi")
    tahun = models.PositiveSmallIntegerField()
    sha256 = models.CharField(max_length=64)
    nama = models.CharField(max_length=120)
    jenis = models.CharField(max_length=20)
    lebar = models.PositiveIntegerField()
    tinggi = models.PositiveIntegerField()
    oleh = make_pelaku()
    pada = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "gambar narasi"
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun", "sha256"], name="gambar_narasi_sekali"),
            models.CheckConstraint(
                condition=Q(jenis__in=["image/png", "image/jpeg"]), name="gambar_narasi_jenis_dikenal"
            ),
            models.CheckConstraint(condition=Q(lebar__gt=0, tinggi__gt=0), name="gambar_narasi_berukuran"),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def kode(self) -> str:
        """How a text names it."""
        return self.sha256[:12]
