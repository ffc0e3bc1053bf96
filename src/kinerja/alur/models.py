"""Deadlines an office changed, what it did about those outside this program, and how people are reminded."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kinerja.organisasi.models import Satker


def make_pelaku() -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")


class TenggatKhusus(models.Model):
    """An office's own deadline instead of the general rule, for itself and all beneath it.

    `mulai` and `batas` are words as in `aturan.tenggat`; `dasar` is the letter that says so.
    """

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="tenggat_khusus")
    kode = models.CharField(max_length=40)
    berlaku_dari = models.DateField()
    mulai = models.CharField(max_length=80, blank=True)
    batas = models.CharField(max_length=80)
    dasar = models.CharField(max_length=250)
    oleh = make_pelaku()
    pada = models.DateTimeField()

    class Meta:
        ordering = ["satker", "kode", "berlaku_dari"]
        constraints = [
            models.UniqueConstraint(fields=["satker", "kode", "berlaku_dari"], name="tenggat_khusus_sekali"),
            models.CheckConstraint(condition=~Q(batas=""), name="tenggat_khusus_berbatas"),
            models.CheckConstraint(condition=~Q(dasar=""), name="tenggat_khusus_berdasar"),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.kode}: {self.batas}"


class PemenuhanTenggat(models.Model):
    """That an office reported one period to a system outside this program."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="pemenuhan_tenggat")
    kode = models.CharField(max_length=40)
    tahun = models.PositiveSmallIntegerField()
    nomor = models.PositiveSmallIntegerField()
    catatan = models.CharField(max_length=250, blank=True)
    oleh = make_pelaku()
    pada = models.DateTimeField()

    class Meta:
        ordering = ["tahun", "kode", "nomor"]
        constraints = [
            models.UniqueConstraint(
                fields=["satker", "kode", "tahun", "nomor"], name="pemenuhan_tenggat_sekali"
            ),
            models.CheckConstraint(condition=Q(nomor__range=(1, 12)), name="pemenuhan_nomor_1_12"),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.kode} {self.tahun}/{self.nomor}"


class Pengingat(models.Model):
    """One person's digest of one day; without `dikirim_pada` it is still to be sent."""

    pengguna = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="pengingat")
    tanggal = models.DateField()
    perihal = models.CharField(max_length=200)
    isi = models.TextField()
    dikirim_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-tanggal", "pengguna"]
        constraints = [
            models.UniqueConstraint(fields=["pengguna", "tanggal"], name="pengingat_sekali_sehari")
        ]

    def __str__(self) -> str:
        return f"{self.pengguna} {self.tanggal}"


class LanggananKalender(models.Model):
    """The calendar feed of one person; only the SHA-256 of its secret is kept."""

    pengguna = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="langganan_kalender"
    )
    rahasia_sha256 = models.CharField(max_length=64, unique=True)
    dibuat_pada = models.DateTimeField()

    class Meta:
        ordering = ["pengguna"]

    def __str__(self) -> str:
        return str(self.pengguna)
