"""Contracts, orders to pay, and the cash advance: what IKPA counts one by one."""

from django.db import models
from django.db.models import F, Q

from kinerja.anggaran.models.arus import TAHUN_WAJAR
from kinerja.anggaran.models.tahunan import JenisBelanja
from kinerja.organisasi.models import Satker


class Kontrak(models.Model):
    """One contract: when it was signed, registered at KPPN and, where it was paid at once, paid (SP2D)."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="kontrak")
    tahun = models.PositiveSmallIntegerField()
    nomor = models.CharField(max_length=120)
    jenis = models.CharField(max_length=2, choices=JenisBelanja)
    nilai = models.PositiveBigIntegerField()
    tanggal = models.DateField()
    didaftarkan = models.DateField(null=True, blank=True)
    dibayar = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["satker", "tahun", "tanggal", "nomor"]
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun", "nomor"], name="kontrak_sekali"),
            models.CheckConstraint(condition=TAHUN_WAJAR, name="kontrak_tahun_wajar"),
            models.CheckConstraint(condition=Q(jenis__in=JenisBelanja.values), name="kontrak_jenis_dikenal"),
            models.CheckConstraint(
                condition=Q(didaftarkan__isnull=True) | Q(didaftarkan__gte=F("tanggal")),
                name="kontrak_daftar_sesudah_tanda_tangan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} {self.nomor}"


class JenisSpm(models.TextChoices):
    LS_KONTRAKTUAL = "ls_kontraktual", "SPM-LS kontraktual"
    LS_LAIN = "ls_lain", "SPM-LS lain"
    LAIN = "lain", "SPM lain"


class Spm(models.Model):
    """One surat perintah membayar; of a contract with its jenis belanja and the day of its BAST/BAPP.

    `diterima` is the day on which KPPN took it, within the budget year (trigger `spm_dalam_tahun`); `dispensasi`
    tells that it came after the closing date of the year with leave.
    """

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="spm")
    tahun = models.PositiveSmallIntegerField()
    nomor = models.CharField(max_length=120)
    jenis = models.CharField(max_length=14, choices=JenisSpm)
    belanja = models.CharField(max_length=2, choices=JenisBelanja, blank=True)
    nilai = models.PositiveBigIntegerField()
    bast = models.DateField(null=True, blank=True)
    diterima = models.DateField()
    dispensasi = models.BooleanField(default=False)

    class Meta:
        ordering = ["satker", "tahun", "diterima", "nomor"]
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun", "nomor"], name="spm_sekali"),
            models.CheckConstraint(condition=TAHUN_WAJAR, name="spm_tahun_wajar"),
            models.CheckConstraint(condition=Q(jenis__in=JenisSpm.values), name="spm_jenis_dikenal"),
            models.CheckConstraint(
                condition=Q(bast__isnull=True) | Q(diterima__gte=F("bast")), name="spm_sesudah_bast"
            ),
            models.CheckConstraint(
                condition=~Q(jenis=JenisSpm.LS_KONTRAKTUAL) | (Q(bast__isnull=False) & ~Q(belanja="")),
                name="spm_kontraktual_ber_bast",
            ),
            models.CheckConstraint(
                condition=Q(belanja__in=["", *JenisBelanja.values]), name="spm_belanja_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} {self.nomor}"


class JenisUangPersediaan(models.TextChoices):
    UP = "up", "Uang persediaan (UP)"
    GUP = "gup", "Penggantian UP (GUP)"
    TUP = "tup", "Tambahan UP (TUP)"
    PTUP = "ptup", "Pertanggungjawaban TUP (PTUP)"
    SETORAN_TUP = "setoran_tup", "Setoran sisa TUP"
    UP_KKP = "up_kkp", "UP kartu kredit pemerintah"
    GUP_KKP = "gup_kkp", "Penggantian UP kartu kredit pemerintah"


class UangPersediaan(models.Model):
    """One movement of the cash advance, on a day of the budget year (trigger `uang_persediaan_dalam_tahun`).

    `mulai` is the day since when the money of a GUP or PTUP was out.
    """

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="uang_persediaan")
    tahun = models.PositiveSmallIntegerField()
    nomor = models.CharField(max_length=120)
    jenis = models.CharField(max_length=12, choices=JenisUangPersediaan)
    mulai = models.DateField(null=True, blank=True)
    tanggal = models.DateField()
    nilai = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["satker", "tahun", "tanggal", "nomor"]
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun", "nomor"], name="uang_persediaan_sekali"),
            models.CheckConstraint(condition=TAHUN_WAJAR, name="uang_persediaan_tahun_wajar"),
            models.CheckConstraint(
                condition=Q(jenis__in=JenisUangPersediaan.values), name="uang_persediaan_jenis_dikenal"
            ),
            models.CheckConstraint(
                condition=~Q(jenis__in=[JenisUangPersediaan.GUP, JenisUangPersediaan.PTUP])
                | Q(mulai__isnull=False),
                name="uang_persediaan_bermula",
            ),
            models.CheckConstraint(
                condition=Q(mulai__isnull=True) | Q(mulai__lte=F("tanggal")), name="uang_persediaan_urut"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} {self.nomor}"
