"""What the DIPA grants from a day on, and what was planned and spent month by month."""

from django.db import models
from django.db.models import F, Q

from kinerja.anggaran.models.tahunan import JenisBelanja
from kinerja.organisasi.models import Satker

TAHUN_WAJAR = Q(tahun__gte=2000, tahun__lte=2099)


class Ukuran(models.TextChoices):
    """What a monthly figure says."""

    RPD = "rpd", "Rencana penarikan dana"
    REALISASI = "realisasi", "Realisasi"


class RevisiDipa(models.Model):
    """The DIPA (nomor 0) or one of its revisions, in force from `tanggal`; `kode` is the Ministry's kind of revision.

    The date lies in the budget year; only the DIPA itself may be older (trigger `revisi_dipa_dalam_tahun`).
    """

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="revisi_dipa")
    tahun = models.PositiveSmallIntegerField()
    nomor = models.PositiveSmallIntegerField()
    tanggal = models.DateField()
    kode = models.CharField(max_length=6, blank=True)

    class Meta:
        ordering = ["satker", "tahun", "nomor"]
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun", "nomor"], name="revisi_dipa_sekali"),
            models.CheckConstraint(condition=TAHUN_WAJAR, name="revisi_dipa_tahun_wajar"),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} revisi {self.nomor}"


class PaguBelanja(models.Model):
    """The pagu of one jenis belanja in one version of the DIPA; `blokir` is the part that may not be spent."""

    revisi = models.ForeignKey(RevisiDipa, models.CASCADE, related_name="pagu")
    jenis = models.CharField(max_length=2, choices=JenisBelanja)
    pagu = models.PositiveBigIntegerField()
    blokir = models.PositiveBigIntegerField(default=0)

    class Meta:
        ordering = ["revisi", "jenis"]
        constraints = [
            models.UniqueConstraint(fields=["revisi", "jenis"], name="pagu_belanja_sekali"),
            models.CheckConstraint(
                condition=Q(jenis__in=JenisBelanja.values), name="pagu_belanja_jenis_dikenal"
            ),
            models.CheckConstraint(condition=Q(blokir__lte=F("pagu")), name="pagu_belanja_blokir_wajar"),
        ]

    def __str__(self) -> str:
        return f"{self.revisi} {self.jenis}"


class AnggaranBulanan(models.Model):
    """One monthly figure: what was planned to be drawn (RPD, Halaman III DIPA) or spent in that month alone.

    `kode` is the path programme.kegiatan.KRO.RO as far as it is known, "" for the whole satker. No figure stands
    beside one of its own parts (trigger `anggaran_bulanan_satu_tingkat`), so every sum counts each rupiah once.
    A correction may make a month's realisasi negative; a plan never is.
    """

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="anggaran_bulanan")
    tahun = models.PositiveSmallIntegerField()
    bulan = models.PositiveSmallIntegerField()
    ukuran = models.CharField(max_length=9, choices=Ukuran)
    kode = models.CharField(max_length=60, blank=True)
    jenis = models.CharField(max_length=2, choices=JenisBelanja)
    nilai = models.BigIntegerField()

    class Meta:
        ordering = ["satker", "tahun", "bulan", "ukuran", "kode", "jenis"]
        constraints = [
            models.UniqueConstraint(
                fields=["satker", "tahun", "bulan", "ukuran", "jenis", "kode"], name="anggaran_bulanan_sekali"
            ),
            models.CheckConstraint(condition=TAHUN_WAJAR, name="anggaran_bulanan_tahun_wajar"),
            models.CheckConstraint(
                condition=Q(bulan__gte=1, bulan__lte=12), name="anggaran_bulanan_bulan_1_12"
            ),
            models.CheckConstraint(
                condition=Q(ukuran__in=Ukuran.values), name="anggaran_bulanan_ukuran_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(jenis__in=JenisBelanja.values), name="anggaran_bulanan_jenis_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(ukuran=Ukuran.REALISASI) | Q(nilai__gte=0),
                name="anggaran_bulanan_rpd_tidak_negatif",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun}-{self.bulan} {self.ukuran} {self.kode} {self.jenis}"
