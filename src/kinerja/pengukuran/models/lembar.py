"""What one satker owes for one month, and where it stands on its way up."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kinerja.aturan.peralihan import Status
from kinerja.organisasi.models import Satker, UnitKerja
from kinerja.perencanaan.models import Indikator, Komponen


class PilihanStatus(models.TextChoices):
    DRAF = Status.DRAF.value, "draf"
    DIAJUKAN = Status.DIAJUKAN.value, "diajukan"
    DIVERIFIKASI = Status.DIVERIFIKASI.value, "diverifikasi"
    DISETUJUI = Status.DISETUJUI.value, "disetujui"
    DIKUNCI = Status.DIKUNCI.value, "dikunci"


def make_pelaku(**lain: bool) -> models.ForeignKey:  # type: ignore[type-arg]
    """A person who did something; accounts are closed, never deleted."""
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", **lain)


def _oleh() -> models.ForeignKey:  # type: ignore[type-arg]
    return make_pelaku(null=True, blank=True)


def _pada() -> models.DateTimeField:  # type: ignore[type-arg]
    return models.DateTimeField(null=True, blank=True)


class PelaporIndikator(models.Model):
    """Which satker reports an indikator in a year; without this row it owes nothing."""

    indikator = models.ForeignKey(Indikator, models.PROTECT, related_name="pelapor")
    satker = models.ForeignKey(Satker, models.PROTECT, related_name="indikator_dilaporkan")
    tahun = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["tahun", "satker", "indikator"]
        constraints = [
            models.UniqueConstraint(fields=["indikator", "satker", "tahun"], name="pelapor_indikator_sekali"),
            models.CheckConstraint(condition=Q(tahun__range=(2000, 2100)), name="pelapor_tahun_wajar"),
        ]

    def __str__(self) -> str:
        return f"{self.indikator.kode} {self.satker} {self.tahun}"


class LembarPengukuran(models.Model):
    """One satker's month; `unit_kerja` is the division that owes it where a satker keeps indicators by division.

    `induk` is the sheet that waits for this one: satker, division, office. The values are in Realisasi. Triggers:
    numbers change in draf only, and nobody verifies or approves what he entered.
    """

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="lembar")
    unit_kerja = models.ForeignKey(UnitKerja, models.PROTECT, related_name="lembar", null=True, blank=True)
    tahun = models.PositiveSmallIntegerField()
    bulan = models.PositiveSmallIntegerField()
    induk = models.ForeignKey("self", models.PROTECT, related_name="bawahan", null=True, blank=True)
    status = models.CharField(max_length=12, choices=PilihanStatus, default=PilihanStatus.DRAF)
    versi = models.PositiveIntegerField(default=1)
    diajukan_oleh, diajukan_pada = _oleh(), _pada()
    diverifikasi_oleh, diverifikasi_pada = _oleh(), _pada()
    disetujui_oleh, disetujui_pada = _oleh(), _pada()
    dikunci_oleh, dikunci_pada = _oleh(), _pada()
    alasan = models.TextField(blank=True)
    bawahan_dilewati = models.JSONField(default=list, blank=True)
    sidik = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["tahun", "bulan", "satker", "unit_kerja"]
        constraints = [
            models.UniqueConstraint(
                fields=["satker", "unit_kerja", "tahun", "bulan"],
                name="lembar_unit_sekali",
            ),
            models.UniqueConstraint(
                fields=["satker", "tahun", "bulan"],
                condition=Q(unit_kerja__isnull=True),
                name="lembar_satker_sekali",
            ),
            models.CheckConstraint(condition=Q(bulan__range=(1, 12)), name="lembar_bulan_1_12"),
            models.CheckConstraint(condition=Q(tahun__range=(2000, 2100)), name="lembar_tahun_wajar"),
            models.CheckConstraint(
                condition=Q(status__in=PilihanStatus.values), name="lembar_status_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(induk__isnull=True) | ~Q(induk=F("id")), name="lembar_bukan_induk_sendiri"
            ),
            models.CheckConstraint(
                # A reopened sheet that was not approved again in time is locked without these.
                condition=Q(status__in=["draf", "dikunci"]) | Q(diajukan_oleh__isnull=False),
                name="lembar_pengaju_ada",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["diverifikasi", "disetujui"]) | Q(diverifikasi_oleh__isnull=False),
                name="lembar_verifikator_ada",
            ),
            models.CheckConstraint(
                condition=~Q(status="disetujui") | Q(disetujui_oleh__isnull=False),
                name="lembar_penyetuju_ada",
            ),
            models.CheckConstraint(
                condition=Q(diajukan_oleh__isnull=True)
                | Q(diverifikasi_oleh__isnull=True)
                | ~Q(diverifikasi_oleh=F("diajukan_oleh")),
                name="lembar_verifikator_lain",
            ),
            models.CheckConstraint(
                condition=Q(diajukan_oleh__isnull=True)
                | Q(disetujui_oleh__isnull=True)
                | ~Q(disetujui_oleh=F("diajukan_oleh")),
                name="lembar_penyetuju_lain",
            ),
            models.CheckConstraint(
                condition=~Q(status="dikunci") | ~Q(sidik=""), name="lembar_terkunci_bersidik"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.unit_kerja or ''} {self.tahun}/{self.bulan} {self.status}"


class CatatanPengukuran(models.Model):
    """What people write beside the numbers of one indikator in one month; `versi` as in Realisasi."""

    lembar = models.ForeignKey(LembarPengukuran, models.PROTECT, related_name="catatan")
    indikator = models.ForeignKey(Indikator, models.PROTECT, related_name="catatan")
    kendala = models.TextField(blank=True)
    tindak_lanjut = models.TextField(blank=True)
    sumber_data = models.CharField(max_length=250, blank=True)
    versi = models.PositiveIntegerField(default=1)
    oleh = make_pelaku()
    pada = models.DateTimeField()

    class Meta:
        ordering = ["lembar", "indikator"]
        constraints = [
            models.UniqueConstraint(fields=["lembar", "indikator"], name="catatan_pengukuran_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.lembar} {self.indikator.kode}"


class KonfirmasiPeringatan(models.Model):
    """Why a warned number is right all the same; it holds for that version of the cell only."""

    lembar = models.ForeignKey(LembarPengukuran, models.PROTECT, related_name="konfirmasi")
    komponen = models.ForeignKey(Komponen, models.PROTECT, related_name="konfirmasi")
    kode = models.CharField(max_length=40)
    versi_sel = models.PositiveBigIntegerField()
    alasan = models.TextField()
    oleh = make_pelaku()
    pada = models.DateTimeField()

    class Meta:
        ordering = ["lembar", "komponen", "kode"]
        constraints = [
            models.UniqueConstraint(
                fields=["lembar", "komponen", "kode", "versi_sel"], name="konfirmasi_peringatan_sekali"
            ),
            models.CheckConstraint(condition=~Q(alasan=""), name="konfirmasi_beralasan"),
        ]

    def __str__(self) -> str:
        return f"{self.lembar} {self.komponen} {self.kode}"


class PembukaanKunciQuerySet(models.QuerySet["PembukaanKunci"]):
    def lewat(self, pada: datetime.datetime) -> PembukaanKunciQuerySet:
        """Granted openings whose time is over and that nobody has closed yet."""
        return self.filter(disetujui_oleh__isnull=False, ditutup_pada__isnull=True, sampai__lte=pada)


class PembukaanKunci(models.Model):
    """A locked sheet opened again: asked with a reason, approved by another person, until a day.

    `status_saat_ditutup` other than "disetujui" means that what was changed was not approved again in time.
    """

    lembar = models.ForeignKey(LembarPengukuran, models.PROTECT, related_name="pembukaan")
    alasan = models.TextField()
    sampai = models.DateTimeField()
    diminta_oleh = make_pelaku()
    diminta_pada = models.DateTimeField()
    disetujui_oleh, disetujui_pada = _oleh(), _pada()
    ditutup_pada = _pada()
    status_saat_ditutup = models.CharField(max_length=12, choices=PilihanStatus, blank=True)

    objects = PembukaanKunciQuerySet.as_manager()

    class Meta:
        ordering = ["-diminta_pada", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["lembar"], condition=Q(ditutup_pada__isnull=True), name="pembukaan_satu_terbuka"
            ),
            models.CheckConstraint(condition=~Q(alasan=""), name="pembukaan_beralasan"),
            models.CheckConstraint(condition=Q(sampai__gt=F("diminta_pada")), name="pembukaan_berakhir"),
            models.CheckConstraint(
                condition=Q(disetujui_oleh__isnull=True) | ~Q(disetujui_oleh=F("diminta_oleh")),
                name="pembukaan_penyetuju_lain",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lembar}: {self.alasan}"
