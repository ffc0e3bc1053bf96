"""Electronic signatures on what this program froze: which bytes were signed, by whom, and which came of it."""

from django.db import models
from django.db.models import Q

from kinerja.pelaporan.models.laporan import PANJANG_SIDIK, LaporanFinal
from kinerja.pelaporan.models.penulisan import make_pelaku
from kinerja.perencanaan.models import VersiPerjanjian


class TandaTanganElektronik(models.Model):
    """One signature of a certificate on the PDF of a signed agreement or of a frozen report; never changed.

    `sidik` is the hash of the contents, `sha256_asal` that of the bytes before, `sha256` of those after, which lie
    untouched in the store. Names come from the certificate. Neither key nor passphrase nor NIK is ever kept.
    """

    versi = models.ForeignKey(
        VersiPerjanjian, models.PROTECT, related_name="tanda_tangan_elektronik", null=True, blank=True
    )
    laporan = models.ForeignKey(
        LaporanFinal, models.PROTECT, related_name="tanda_tangan_elektronik", null=True, blank=True
    )
    sidik = models.CharField(max_length=PANJANG_SIDIK)
    jabatan = models.CharField(max_length=200)
    penyedia = models.CharField(max_length=40)
    penanda_tangan = models.CharField(max_length=250)
    penerbit = models.CharField(max_length=250)
    waktu = models.DateTimeField()
    berstempel = models.BooleanField(default=False)
    sha256_asal = models.CharField(max_length=PANJANG_SIDIK)
    sha256 = models.CharField(max_length=PANJANG_SIDIK, unique=True)
    ukuran = models.PositiveIntegerField()
    oleh = make_pelaku()
    pada = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "tanda tangan elektronik"
        constraints = [
            models.CheckConstraint(
                condition=Q(versi__isnull=True, laporan__isnull=False)
                | Q(versi__isnull=False, laporan__isnull=True),
                name="tanda_tangan_elektronik_satu_naskah",
            ),
            models.UniqueConstraint(
                fields=["versi", "sidik", "jabatan"], name="tanda_tangan_elektronik_perjanjian_sekali"
            ),
            models.UniqueConstraint(
                fields=["laporan", "jabatan"], name="tanda_tangan_elektronik_laporan_sekali"
            ),
            models.CheckConstraint(
                condition=~Q(sidik="") & ~Q(sha256="") & ~Q(sha256_asal="") & ~Q(penanda_tangan=""),
                name="tanda_tangan_elektronik_berisi",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.penanda_tangan} {self.waktu:%Y-%m-%d}"
