"""The way of a report up the steps of its SOP, what is frozen at the end, and how it is opened again."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kinerja.akses.pemisahan import make_batasan_beda_orang
from kinerja.organisasi.models import Satker
from kinerja.pelaporan.models.penulisan import make_pelaku

PANJANG_SIDIK = 64


class PerjalananLaporan(models.Model):
    """Where the report of an office and year stands: step `langkah` of `sop` in round `putaran`.

    `langkah` 0: finished; the frozen report is the last `LaporanFinal`.
    """

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="perjalanan_laporan")
    tahun = models.PositiveSmallIntegerField()
    sop = models.CharField(max_length=40)
    langkah = models.PositiveSmallIntegerField(default=1)
    putaran = models.PositiveSmallIntegerField(default=1)
    sejak = models.DateTimeField()

    class Meta:
        ordering = ["-tahun", "satker"]
        verbose_name_plural = "perjalanan laporan"
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun"], name="perjalanan_laporan_sekali"),
            models.CheckConstraint(
                condition=Q(tahun__range=(2000, 2099)), name="perjalanan_laporan_tahun_wajar"
            ),
            models.CheckConstraint(condition=Q(putaran__gte=1), name="perjalanan_laporan_putaran_dari_satu"),
        ]

    def __str__(self) -> str:
        return f"{self.satker_id}/{self.tahun} langkah {self.langkah}"


class Putusan(models.TextChoices):
    """How a step ended: Y leads on, T back."""

    LANJUT = "lanjut", "diteruskan"
    KEMBALI = "kembali", "dikembalikan"


class LangkahLaporan(models.Model):
    """One step somebody took; only ever added. `penyusun` drafted that round and may not judge it."""

    perjalanan = models.ForeignKey(PerjalananLaporan, models.PROTECT, related_name="riwayat")
    putaran = models.PositiveSmallIntegerField()
    langkah = models.PositiveSmallIntegerField()
    putusan = models.CharField(max_length=7, choices=Putusan)
    catatan = models.TextField(blank=True)
    oleh = make_pelaku()
    penyusun = make_pelaku(null=True, blank=True)
    mulai = models.DateTimeField()
    pada = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "langkah laporan"
        constraints = [
            make_batasan_beda_orang("penyusun", "oleh", nama="langkah_laporan_bukan_penyusun"),
            models.CheckConstraint(
                condition=Q(putusan=Putusan.LANJUT) | (Q(putusan=Putusan.KEMBALI) & ~Q(catatan="")),
                name="langkah_laporan_kembali_beralasan",
            ),
            models.CheckConstraint(condition=Q(pada__gte=F("mulai")), name="langkah_laporan_waktu_urut"),
        ]

    def __str__(self) -> str:
        return f"{self.perjalanan_id}/{self.langkah} {self.putusan}"


class LaporanFinal(models.Model):
    """A report as it was signed; never changed. `isi` is the canonical JSON of all its facts, `sidik` its SHA-256.

    `revisi` 0 is the first one. `kurang` lists what was missing and accepted by name, with `alasan_kurang`.
    """

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="laporan_final")
    tahun = models.PositiveSmallIntegerField()
    revisi = models.PositiveSmallIntegerField(default=0)
    kode = models.CharField(max_length=20)
    isi = models.TextField()
    sidik = models.CharField(max_length=PANJANG_SIDIK, unique=True)
    kurang = models.JSONField(default=list)
    alasan_kurang = models.TextField(blank=True)
    oleh = make_pelaku()
    jabatan = models.CharField(max_length=200)
    pada = models.DateTimeField()

    class Meta:
        ordering = ["satker", "tahun", "revisi"]
        verbose_name_plural = "laporan final"
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun", "revisi"], name="laporan_final_sekali"),
            models.CheckConstraint(
                condition=~Q(isi="") & ~Q(kode="") & ~Q(sidik=""), name="laporan_final_berisi"
            ),
            models.CheckConstraint(
                condition=Q(kurang=[]) | ~Q(alasan_kurang=""), name="laporan_final_kurang_beralasan"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.satker_id}/{self.tahun} revisi {self.revisi}"


class BerkasFinal(models.Model):
    """One file of a frozen report; its bytes lie in the store under `sha256`."""

    laporan = models.ForeignKey(LaporanFinal, models.PROTECT, related_name="berkas")
    format = models.CharField(max_length=5)
    sha256 = models.CharField(max_length=PANJANG_SIDIK, db_index=True)
    ukuran = models.PositiveIntegerField()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "berkas final"
        constraints = [
            models.UniqueConstraint(fields=["laporan", "format"], name="berkas_final_sekali"),
            models.CheckConstraint(
                condition=Q(format__in=["pdf", "docx", "html"]), name="berkas_final_format_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.laporan_id}.{self.format}"


class CakupanLaporan(models.Model):
    """That the facts of `satker` in `tahun` stand in the report of `induk`; while `beku` nobody changes them."""

    induk = models.ForeignKey(Satker, models.PROTECT, related_name="cakupan_laporan")
    satker = models.ForeignKey(Satker, models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    beku = models.BooleanField(default=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "cakupan laporan"
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun", "induk"], name="cakupan_laporan_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.satker_id}/{self.tahun}"


class RevisiLaporanQuerySet(models.QuerySet["RevisiLaporan"]):
    def terbuka(self) -> RevisiLaporanQuerySet:
        """Granted and not closed; whether its time is over is another question."""
        return self.filter(disetujui_pada__isnull=False, ditutup_pada__isnull=True)


class RevisiLaporan(models.Model):
    """The wish, with a reason, to open a frozen report until a moment; another person grants or refuses it.

    It ends with the next frozen report, or unused when its time is over (`ditutup_pada`).
    """

    laporan = models.ForeignKey(LaporanFinal, models.PROTECT, related_name="revisi_diminta")
    alasan = models.TextField()
    sampai = models.DateTimeField()
    diminta_oleh = make_pelaku()
    diminta_pada = models.DateTimeField()
    disetujui_oleh = make_pelaku(null=True, blank=True)
    disetujui_pada = models.DateTimeField(null=True, blank=True)
    ditutup_pada = models.DateTimeField(null=True, blank=True)
    catatan = models.TextField(blank=True)

    objects = RevisiLaporanQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "revisi laporan"
        constraints = [
            make_batasan_beda_orang("diminta_oleh", "disetujui_oleh", nama="revisi_laporan_beda_orang"),
            models.CheckConstraint(condition=~Q(alasan=""), name="revisi_laporan_beralasan"),
            models.CheckConstraint(
                condition=Q(sampai__gt=F("diminta_pada")), name="revisi_laporan_sampai_urut"
            ),
            models.CheckConstraint(
                condition=Q(disetujui_oleh__isnull=True, disetujui_pada__isnull=True)
                | Q(disetujui_oleh__isnull=False, disetujui_pada__isnull=False),
                name="revisi_laporan_persetujuan_utuh",
            ),
            models.UniqueConstraint(
                fields=["laporan"], condition=Q(ditutup_pada__isnull=True), name="revisi_laporan_satu_terbuka"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.laporan_id} s.d. {self.sampai:%Y-%m-%d %H:%M}"
