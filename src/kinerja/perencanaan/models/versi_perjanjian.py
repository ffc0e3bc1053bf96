"""The way of a Perjanjian Kinerja: versions, their states, who signed for which party, what is then frozen."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kinerja.akses.pemisahan import make_batasan_beda_orang
from kinerja.aturan.perjanjian import StatusPerjanjian
from kinerja.dokumen.sidik import make_kode
from kinerja.perencanaan.models.indikator import Indikator
from kinerja.perencanaan.models.perjanjian import PerjanjianKinerja


def _pelaku(**lain: Any) -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", **lain)


class PilihanStatus(models.TextChoices):
    DRAF = StatusPerjanjian.DRAF.value, "draf"
    DIPARAF = StatusPerjanjian.DIPARAF.value, "diparaf"
    DITANDATANGANI = StatusPerjanjian.DITANDATANGANI.value, "ditandatangani"


class PilihanDasar(models.TextChoices):
    """The three lawful grounds of a change; the first version has none."""

    PERTAMA = "", "perjanjian pertama"
    PEJABAT = "pergantian_pejabat", "pergantian atau mutasi pejabat"
    STRATEGI = "perubahan_strategi", "perubahan strategi"
    PRIORITAS = "perubahan_prioritas", "perubahan prioritas atau asumsi"


class VersiPerjanjian(models.Model):
    """One version of an agreement. `isi` is the canonical JSON of all it promises, `sidik` its SHA-256.

    Both are made when it is initialled and never change once it is signed; the version before stays readable.
    """

    perjanjian = models.ForeignKey(PerjanjianKinerja, models.PROTECT, related_name="versi")
    nomor = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=14, choices=PilihanStatus, default=PilihanStatus.DRAF)
    dasar_perubahan = models.CharField(max_length=20, choices=PilihanDasar, blank=True, default="")
    alasan = models.TextField(blank=True)
    pihak_pertama = models.CharField(max_length=200)
    nama_pertama = models.CharField(max_length=120, blank=True)
    pihak_kedua = models.CharField(
        max_length=200, blank=True, help_text="kosong: menteri menandatangani sendiri"
    )
    nama_kedua = models.CharField(max_length=120, blank=True)
    tempat = models.CharField(max_length=100)
    tanggal = models.DateField(null=True, blank=True)
    dipa_nomor = models.CharField(max_length=60, blank=True)
    dipa_tanggal = models.DateField(null=True, blank=True)
    dipa_pagu = models.PositiveBigIntegerField(null=True, blank=True)
    catatan = models.TextField(blank=True, help_text="mengapa dikembalikan")
    pembuat = _pelaku()
    dibuat_pada = models.DateTimeField()
    pemaraf = _pelaku(null=True, blank=True)
    diparaf_pada = models.DateTimeField(null=True, blank=True)
    isi = models.TextField(blank=True)
    sidik = models.CharField(max_length=64, blank=True)
    ditandatangani_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["perjanjian", "nomor"]
        verbose_name_plural = "versi perjanjian"
        constraints = [
            models.UniqueConstraint(fields=["perjanjian", "nomor"], name="versi_perjanjian_sekali"),
            models.UniqueConstraint(
                fields=["perjanjian"],
                condition=~Q(status=PilihanStatus.DITANDATANGANI),
                name="versi_perjanjian_satu_berjalan",
            ),
            make_batasan_beda_orang("pembuat", "pemaraf", nama="versi_perjanjian_beda_orang"),
            models.CheckConstraint(
                condition=Q(status__in=PilihanStatus.values), name="versi_perjanjian_status_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(nomor=1, dasar_perubahan="")
                | (
                    Q(nomor__gt=1, dasar_perubahan__in=PilihanDasar.values)
                    & ~Q(dasar_perubahan="")
                    & ~Q(alasan="")
                ),
                name="versi_perjanjian_perubahan_berdasar",
            ),
            models.CheckConstraint(
                condition=Q(status=PilihanStatus.DRAF, sidik="")
                | (~Q(status=PilihanStatus.DRAF) & ~Q(sidik="") & ~Q(isi="") & Q(pemaraf__isnull=False)),
                name="versi_perjanjian_paraf_bersidik",
            ),
            models.CheckConstraint(
                condition=Q(
                    status=PilihanStatus.DITANDATANGANI,
                    ditandatangani_pada__isnull=False,
                    tanggal__isnull=False,
                )
                | (~Q(status=PilihanStatus.DITANDATANGANI) & Q(ditandatangani_pada__isnull=True)),
                name="versi_perjanjian_tanda_tangan_bertanggal",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.perjanjian.kode} versi {self.nomor}"

    @property
    def kode(self) -> str:
        """The short code printed on every page, "" for a draft."""
        return make_kode(self.sidik) if self.sidik else ""

    @property
    def beku(self) -> bool:
        """Whether it is signed and never changes again."""
        return self.status == PilihanStatus.DITANDATANGANI


class Pihak(models.TextChoices):
    PERTAMA = "pertama", "Pihak Pertama"
    KEDUA = "kedua", "Pihak Kedua"


class CaraTandaTangan(models.TextChoices):
    """How a party signed. Only ELEKTRONIK is a signature of a certificate; a scanned picture never is."""

    AKUN = "akun", "disetujui dengan akun"
    ELEKTRONIK = "elektronik", "tanda tangan elektronik"
    BASAH = "basah", "tanda tangan basah di luar aplikasi"


class TandaTanganPerjanjian(models.Model):
    """That a party signed a version. `oleh` signed himself, or recorded (BASAH) that it was signed on paper."""

    versi = models.ForeignKey(VersiPerjanjian, models.PROTECT, related_name="tanda_tangan")
    pihak = models.CharField(max_length=7, choices=Pihak)
    cara = models.CharField(max_length=10, choices=CaraTandaTangan)
    jabatan = models.CharField(max_length=200)
    pembuat = _pelaku()
    oleh = _pelaku()
    keterangan = models.TextField(blank=True)
    pada = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "tanda tangan perjanjian"
        constraints = [
            models.UniqueConstraint(fields=["versi", "pihak"], name="tanda_tangan_perjanjian_sekali"),
            models.CheckConstraint(
                condition=Q(pihak__in=Pihak.values), name="tanda_tangan_perjanjian_pihak_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(cara__in=CaraTandaTangan.values), name="tanda_tangan_perjanjian_cara_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(cara=CaraTandaTangan.BASAH) | ~Q(oleh=F("pembuat")),
                name="tanda_tangan_perjanjian_bukan_pembuat",
            ),
            models.CheckConstraint(
                condition=~Q(cara=CaraTandaTangan.BASAH) | ~Q(keterangan=""),
                name="tanda_tangan_perjanjian_basah_diterangkan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.versi_id} {self.pihak} {self.cara}"


class ButirPerjanjian(models.Model):
    """That an indicator stands in a version: while that is signed, its PK target does not change."""

    versi = models.ForeignKey(VersiPerjanjian, models.PROTECT, related_name="butir")
    indikator = models.ForeignKey(Indikator, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "butir perjanjian"
        constraints = [models.UniqueConstraint(fields=["versi", "indikator"], name="butir_perjanjian_sekali")]

    def __str__(self) -> str:
        return f"{self.versi_id} {self.indikator_id}"
