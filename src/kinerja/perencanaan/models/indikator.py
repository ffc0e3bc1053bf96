"""Indicators with their manual, and the numbers they are computed from."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kinerja.aturan.agregasi import AgregasiBulan, AgregasiSatker
from kinerja.aturan.capaian import Polaritas
from kinerja.organisasi.models import UnitKerja
from kinerja.perencanaan.models.renstra import Sasaran


class PilihanPolaritas(models.TextChoices):
    NAIK = Polaritas.NAIK.value, "semakin tinggi semakin baik"
    TURUN = Polaritas.TURUN.value, "semakin rendah semakin baik"
    STABIL = Polaritas.STABIL.value, "semakin dekat target semakin baik"
    RENTANG = Polaritas.RENTANG.value, "di dalam rentang target"


class PilihanAgregasiBulan(models.TextChoices):
    JUMLAH = AgregasiBulan.JUMLAH.value, "dijumlahkan"
    RATA_RATA = AgregasiBulan.RATA_RATA.value, "dirata-ratakan"
    TERAKHIR = AgregasiBulan.TERAKHIR.value, "keadaan bulan terakhir"
    MAKS = AgregasiBulan.MAKS.value, "nilai tertinggi"


class PilihanAgregasiSatker(models.TextChoices):
    SIGMA = AgregasiSatker.SIGMA.value, "jumlah pembilang dibagi jumlah penyebut"
    JUMLAH = AgregasiSatker.JUMLAH.value, "dijumlahkan"
    RATA_RATA = AgregasiSatker.RATA_RATA.value, "dirata-ratakan"
    MAKS = AgregasiSatker.MAKS.value, "nilai tertinggi"


class CaraHitung(models.TextChoices):
    """How the realisasi of an indikator follows from what is entered."""

    RASIO = "rasio", "pembilang dibagi penyebut"
    RATA_RASIO = "rata_rasio", "rata-rata beberapa rasio"
    PERTUMBUHAN = "pertumbuhan", "kenaikan terhadap tahun sebelumnya"
    NILAI = "nilai", "nilai langsung"


class Indikator(models.Model):
    """An indicator with its manual: what it means, how it is computed, added up and judged."""

    sasaran = models.ForeignKey(Sasaran, models.PROTECT, related_name="indikator")
    kode = models.CharField(max_length=30, unique=True)
    urutan = models.PositiveSmallIntegerField()
    nama = models.TextField()
    satuan = models.CharField(max_length=60)
    polaritas = models.CharField(max_length=10, choices=PilihanPolaritas)
    cara_hitung = models.CharField(max_length=12, choices=CaraHitung)
    agregasi_bulan = models.CharField(max_length=10, choices=PilihanAgregasiBulan)
    agregasi_satker = models.CharField(max_length=10, choices=PilihanAgregasiSatker)
    definisi = models.TextField(blank=True)
    rumus = models.TextField(blank=True)
    sumber_data = models.TextField(blank=True)
    penanggung_jawab = models.ForeignKey(
        UnitKerja, models.PROTECT, related_name="indikator", null=True, blank=True
    )
    polaritas_usulan = models.CharField(max_length=10, choices=PilihanPolaritas, blank=True)
    catatan_mutu = models.TextField(blank=True)

    class Meta:
        ordering = ["sasaran__unit__urutan", "sasaran__urutan", "urutan", "id"]
        verbose_name_plural = "indikator"
        constraints = [
            models.CheckConstraint(
                condition=Q(polaritas__in=PilihanPolaritas.values), name="indikator_polaritas_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(cara_hitung__in=CaraHitung.values), name="indikator_cara_hitung_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class Komponen(models.Model):
    """One labelled pair of numbers an indikator is computed from; "utama" for all but composite ones."""

    UTAMA = "utama"

    indikator = models.ForeignKey(Indikator, models.PROTECT, related_name="komponen")
    kode = models.CharField(max_length=20, default=UTAMA)
    label_pembilang = models.TextField(blank=True)
    label_penyebut = models.TextField(blank=True)
    urutan = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["urutan", "id"]
        verbose_name_plural = "komponen"
        constraints = [models.UniqueConstraint(fields=["indikator", "kode"], name="komponen_kode_tunggal")]

    def __str__(self) -> str:
        return f"{self.indikator.kode} {self.kode}"
