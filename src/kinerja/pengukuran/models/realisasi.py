"""What was achieved: komponen per satker and month. Nothing that can be computed is stored."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kinerja.aturan.capaian import Keadaan
from kinerja.basisdata.angka import AngkaField
from kinerja.jejak.models import Impor
from kinerja.organisasi.models import Satker
from kinerja.perencanaan.models import Komponen

SETAHUN = 0
"""`bulan` of a fact that is known only for the whole year ("bulanan tidak tersedia")."""


class PilihanKeadaan(models.TextChoices):
    """What may be stored; "not computable" is a result, never an input."""

    TERISI = Keadaan.TERISI.value, "terisi"
    TIDAK_ADA_OBJEK = Keadaan.TIDAK_ADA_OBJEK.value, "tidak ada objek"
    BELUM_ADA = Keadaan.BELUM_ADA.value, "belum ada data"


_PASANGAN = Q(pembilang__isnull=False, penyebut__isnull=False, nilai__isnull=True)
_LANGSUNG = Q(pembilang__isnull=True, penyebut__isnull=True, nilai__isnull=False)
_HAMPA = Q(pembilang__isnull=True, penyebut__isnull=True, nilai__isnull=True)


class Realisasi(models.Model):
    """One fact: the numbers of one komponen at one satker in one month (or the whole year, month 0).

    Either a pair `pembilang`/`penyebut` or a direct `nilai`; none of them unless `keadaan` is "terisi".
    `asal`, `asal_baris` and `mentah` lead back to the workbook cell and its text as it was read; `diisi_oleh` is
    who typed it instead. `versi` grows with every write (0: no row yet), so that nobody overwrites what he did not
    see.
    """

    # No index of its own: every reading names the year, and two indexes begin with year and komponen.
    komponen = models.ForeignKey(Komponen, models.PROTECT, related_name="realisasi", db_index=False)
    satker = models.ForeignKey(Satker, models.PROTECT, related_name="realisasi")
    tahun = models.PositiveSmallIntegerField()
    bulan = models.PositiveSmallIntegerField(default=SETAHUN)
    keadaan = models.CharField(max_length=16, choices=PilihanKeadaan, default=PilihanKeadaan.TERISI)
    pembilang = AngkaField(null=True, blank=True)
    penyebut = AngkaField(null=True, blank=True)
    nilai = AngkaField(null=True, blank=True)
    asal = models.ForeignKey(Impor, models.PROTECT, null=True, blank=True)
    asal_baris = models.PositiveIntegerField(null=True, blank=True)
    mentah = models.CharField(max_length=200, blank=True)
    versi = models.PositiveBigIntegerField(default=1)
    diisi_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    diisi_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["tahun", "bulan", "id"]
        verbose_name_plural = "realisasi"
        indexes = [
            # The roll-up reads nothing else, so it never fetches a row: 5.2 s -> 0.7 s for 2.4 million on SQLite.
            models.Index(
                fields=["tahun", "komponen", "satker", "bulan", "keadaan", "pembilang", "penyebut", "nilai"],
                name="realisasi_rekap",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["tahun", "komponen", "satker", "bulan"], name="realisasi_sekali"),
            models.CheckConstraint(condition=Q(bulan__range=(0, 12)), name="realisasi_bulan_0_12"),
            models.CheckConstraint(condition=Q(tahun__range=(2000, 2100)), name="realisasi_tahun_wajar"),
            models.CheckConstraint(
                condition=(Q(keadaan=PilihanKeadaan.TERISI) & (_PASANGAN | _LANGSUNG))
                | (Q(keadaan__in=[PilihanKeadaan.TIDAK_ADA_OBJEK, PilihanKeadaan.BELUM_ADA]) & _HAMPA),
                name="realisasi_isi_sesuai_keadaan",
            ),
            models.CheckConstraint(
                condition=Q(penyebut__isnull=True) | Q(penyebut__gte=0),
                name="realisasi_penyebut_tidak_negatif",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.komponen} {self.satker} {self.tahun}/{self.bulan}"
