"""What the money is to produce: rincian output with its volume, and how far it came."""

from decimal import Decimal

from django.db import models
from django.db.models import Q

from kinerja.anggaran.models.arus import TAHUN_WAJAR
from kinerja.basisdata.angka import AngkaField
from kinerja.organisasi.models import Satker

NOL, PENUH = Decimal(0), Decimal(100)


class RincianOutput(models.Model):
    """One RO of a satker in a year: its code path, the promised volume and its pagu."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="rincian_output")
    tahun = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=60)
    nama = models.CharField(max_length=250)
    satuan = models.CharField(max_length=60, blank=True)
    volume = AngkaField()
    pagu = models.PositiveBigIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["satker", "tahun", "kode"]
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun", "kode"], name="rincian_output_sekali"),
            models.CheckConstraint(condition=TAHUN_WAJAR, name="rincian_output_tahun_wajar"),
            models.CheckConstraint(condition=Q(volume__gte=NOL), name="rincian_output_volume_tidak_negatif"),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} {self.kode}"


class CapaianOutput(models.Model):
    """What was reported of an RO up to and with a month: realised volume and progress in percent.

    `target_progres` is the promised progress, `dilaporkan` the day of the report, `terkonfirmasi` whether KPPN took it.
    """

    rincian = models.ForeignKey(RincianOutput, models.CASCADE, related_name="capaian")
    bulan = models.PositiveSmallIntegerField()
    volume = AngkaField()
    progres = AngkaField()
    target_progres = AngkaField(null=True, blank=True)
    dilaporkan = models.DateField(null=True, blank=True)
    terkonfirmasi = models.BooleanField(default=True)

    class Meta:
        ordering = ["rincian", "bulan"]
        constraints = [
            models.UniqueConstraint(fields=["rincian", "bulan"], name="capaian_output_sekali"),
            models.CheckConstraint(
                condition=Q(bulan__gte=1, bulan__lte=12), name="capaian_output_bulan_1_12"
            ),
            models.CheckConstraint(condition=Q(volume__gte=NOL), name="capaian_output_volume_tidak_negatif"),
            models.CheckConstraint(
                condition=Q(progres__gte=NOL, progres__lte=PENUH), name="capaian_output_progres_0_100"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rincian} {self.bulan}"
