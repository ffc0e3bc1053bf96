"""Target kinerja: what the ministry asks of each division beside the perjanjian kinerja."""

from django.db import models
from django.db.models import F, Q

from kinerja.basisdata.angka import AngkaField
from kinerja.organisasi.models import UnitKerja
from kinerja.pengukuran.models.lembar import make_pelaku


class TargetKinerja(models.Model):
    """One yearly task of a division, evidenced every month and assessed every quarter."""

    unit_kerja = models.ForeignKey(UnitKerja, models.PROTECT, related_name="target_kinerja")
    tahun = models.PositiveSmallIntegerField()
    nomor = models.PositiveSmallIntegerField()
    teks = models.TextField()

    class Meta:
        ordering = ["tahun", "unit_kerja", "nomor"]
        verbose_name_plural = "target kinerja"
        constraints = [
            models.UniqueConstraint(fields=["unit_kerja", "tahun", "nomor"], name="target_kinerja_sekali"),
            models.CheckConstraint(condition=Q(tahun__range=(2000, 2100)), name="target_kinerja_tahun_wajar"),
        ]

    def __str__(self) -> str:
        return self.teks


class BulanTargetKinerja(models.Model):
    """What was done for a target kinerja in one month; its evidence is DataDukung.

    `versi` counts the writings of `uraian`: 0 while only evidence was put there.
    """

    target = models.ForeignKey(TargetKinerja, models.PROTECT, related_name="bulanan")
    bulan = models.PositiveSmallIntegerField()
    uraian = models.TextField(blank=True)
    versi = models.PositiveIntegerField(default=0)
    oleh = make_pelaku()
    pada = models.DateTimeField()

    class Meta:
        ordering = ["target", "bulan"]
        constraints = [
            models.UniqueConstraint(fields=["target", "bulan"], name="bulan_target_kinerja_sekali"),
            models.CheckConstraint(condition=Q(bulan__range=(1, 12)), name="bulan_target_kinerja_1_12"),
        ]

    def __str__(self) -> str:
        return f"{self.target} {self.bulan}"


class PenilaianTargetKinerja(models.Model):
    """The quarterly assessment (B03, B06, B09, B12): the division's own, then a verifier's.

    Both are percentages of the year's task that is done, from 0 to 100.
    """

    target = models.ForeignKey(TargetKinerja, models.PROTECT, related_name="penilaian")
    triwulan = models.PositiveSmallIntegerField()
    nilai_mandiri = AngkaField()
    dinilai_oleh = make_pelaku()
    dinilai_pada = models.DateTimeField()
    nilai_verifikasi = AngkaField(null=True, blank=True)
    diverifikasi_oleh = make_pelaku(null=True, blank=True)
    diverifikasi_pada = models.DateTimeField(null=True, blank=True)
    alasan = models.TextField(blank=True)

    class Meta:
        ordering = ["target", "triwulan"]
        constraints = [
            models.UniqueConstraint(fields=["target", "triwulan"], name="penilaian_target_kinerja_sekali"),
            models.CheckConstraint(condition=Q(triwulan__range=(1, 4)), name="penilaian_triwulan_1_4"),
            models.CheckConstraint(
                condition=Q(nilai_mandiri__gte=0, nilai_mandiri__lte=100), name="penilaian_mandiri_0_100"
            ),
            models.CheckConstraint(
                condition=Q(nilai_verifikasi__isnull=True, diverifikasi_oleh__isnull=True)
                | Q(nilai_verifikasi__gte=0, nilai_verifikasi__lte=100, diverifikasi_oleh__isnull=False),
                name="penilaian_verifikasi_0_100",
            ),
            models.CheckConstraint(
                condition=Q(diverifikasi_oleh__isnull=True) | ~Q(diverifikasi_oleh=F("dinilai_oleh")),
                name="penilaian_verifikator_lain",
            ),
            models.CheckConstraint(
                condition=Q(nilai_verifikasi__isnull=True)
                | Q(nilai_verifikasi=F("nilai_mandiri"))
                | ~Q(alasan=""),
                name="penilaian_beda_beralasan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.target} triwulan {self.triwulan}"
