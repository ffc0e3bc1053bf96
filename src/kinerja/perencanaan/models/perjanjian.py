"""Perjanjian Kinerja: who promised what to whom, with which budget."""

from __future__ import annotations

from django.db import models

from kinerja.organisasi.models import Satker, UnitEselonI
from kinerja.perencanaan.models.renstra import Sasaran


class PerjanjianKinerja(models.Model):
    """A performance agreement by jabatan; its targets are the PK targets of its unit's indicators."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="perjanjian")
    tahun = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=30)
    unit = models.ForeignKey(UnitEselonI, models.PROTECT, related_name="perjanjian")
    pihak_pertama = models.CharField(max_length=200)
    pihak_kedua = models.CharField(max_length=200)
    tempat = models.CharField(max_length=100)
    tanggal = models.DateField(null=True, blank=True)
    lingkup = models.CharField(
        max_length=200, blank=True, help_text="kode sasaran kegiatan, dipisah titik koma"
    )

    class Meta:
        ordering = ["unit__urutan", "id"]
        verbose_name_plural = "perjanjian kinerja"
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun", "kode"], name="perjanjian_kinerja_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.pihak_pertama} – {self.pihak_kedua}"

    def memuat(self, sasaran: Sasaran) -> bool:
        """Whether `sasaran` is promised here: all of the unit, or those named in `lingkup`."""
        dipilih = self.daftar_lingkup
        return sasaran.unit_id == self.unit_id and (not dipilih or sasaran.kode in dipilih)

    @property
    def daftar_lingkup(self) -> list[str]:
        """The kode of `lingkup`; empty: all of the unit."""
        return [kode.strip() for kode in self.lingkup.split(";") if kode.strip()]


class AnggaranPerjanjian(models.Model):
    """A budget line in the annex of a Perjanjian Kinerja, in whole rupiah."""

    perjanjian = models.ForeignKey(PerjanjianKinerja, models.CASCADE, related_name="anggaran")
    program = models.CharField(max_length=250)
    kegiatan = models.CharField(max_length=250)
    nilai = models.PositiveBigIntegerField()
    urutan = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["urutan", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["perjanjian", "program", "kegiatan"], name="anggaran_perjanjian_sekali"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kegiatan}: {self.nilai}"
