"""Surveys of satisfaction: instruments with their unsur, results as published or from anonymous answers."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kinerja.basisdata.angka import AngkaField
from kinerja.jejak.models import Impor
from kinerja.organisasi.models import Satker
from kinerja.pengukuran.models import SETAHUN, Realisasi
from kinerja.perencanaan.models import Indikator


class JenisInstrumen(models.TextChoices):
    SKM = "skm", "Survei kepuasan masyarakat (SKM)"
    TIGA_AS = "3as", "Survei kepuasan layanan internal (3AS)"
    IPK_INTERNAL = "ipk_internal", "Indeks pengamanan keimigrasian, responden internal"
    IPK_EKSTERNAL = "ipk_eksternal", "Indeks pengamanan keimigrasian, responden eksternal"


class CaraAlir(models.TextChoices):
    """How a result becomes the realisasi of an indikator."""

    NILAI = "nilai", "nilai indeks langsung"
    TERTIMBANG = "tertimbang", "indeks × responden dibagi responden"
    KONVERSI = "konversi", "nilai skala 100 dibagi 25"


class InstrumenSurvei(models.Model):
    """A questionnaire in one version: the one of the newest `tahun` that is not after the survey's is in force.

    Published results are on `skala`. `indikator` is fed by the results the way `cara_alir` says.
    """

    kode = models.SlugField(max_length=60)
    tahun = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=200)
    jenis = models.CharField(max_length=15, choices=JenisInstrumen)
    skala = models.PositiveSmallIntegerField()
    indikator = models.ForeignKey(
        Indikator, models.PROTECT, related_name="instrumen_survei", null=True, blank=True
    )
    cara_alir = models.CharField(max_length=10, choices=CaraAlir, blank=True)
    dasar = models.CharField(max_length=250, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "instrumen survei"
        constraints = [
            models.UniqueConstraint(fields=["kode", "tahun"], name="instrumen_survei_sekali"),
            models.CheckConstraint(
                condition=Q(jenis__in=JenisInstrumen.values), name="instrumen_survei_jenis_dikenal"
            ),
            models.CheckConstraint(condition=Q(skala__in=(4, 100)), name="instrumen_survei_skala_4_100"),
            models.CheckConstraint(
                condition=Q(tahun__range=(2000, 2100)), name="instrumen_survei_tahun_wajar"
            ),
            models.CheckConstraint(
                condition=Q(indikator__isnull=True, cara_alir="")
                | Q(indikator__isnull=False, cara_alir__in=CaraAlir.values),
                name="instrumen_survei_alir_utuh",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.tahun}"


class UnsurSurvei(models.Model):
    """One thing that is asked; known by its kode, never by its place (sites swap U8 and U9)."""

    instrumen = models.ForeignKey(InstrumenSurvei, models.CASCADE, related_name="unsur")
    kode = models.CharField(max_length=10)
    nama = models.CharField(max_length=200)
    kelompok = models.CharField(max_length=200, blank=True)
    pertanyaan = models.TextField(blank=True)
    urutan = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["urutan", "id"]
        constraints = [models.UniqueConstraint(fields=["instrumen", "kode"], name="unsur_survei_sekali")]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class KeadaanSurvei(models.TextChoices):
    TERBUKA = "terbuka", "Terbuka"
    DITUTUP = "ditutup", "Ditutup"


class Survei(models.Model):
    """One survey of one satker in one month (0: the whole year).

    Its result is published as such (`nilai` on the scale of the instrument), published by unsur (`HasilUnsur`), or
    follows from anonymous answers (`Jawaban`); `responden` is counted there and stored only for the other two.
    `rahasia` is the unguessable part of the address of the public form.
    """

    instrumen = models.ForeignKey(InstrumenSurvei, models.PROTECT, related_name="survei")
    satker = models.ForeignKey(Satker, models.PROTECT, related_name="survei")
    tahun = models.PositiveSmallIntegerField()
    bulan = models.PositiveSmallIntegerField(default=SETAHUN)
    keadaan = models.CharField(max_length=8, choices=KeadaanSurvei, default=KeadaanSurvei.TERBUKA)
    populasi = models.PositiveIntegerField(null=True, blank=True)
    responden = models.PositiveIntegerField(null=True, blank=True)
    nilai = AngkaField(null=True, blank=True)
    sumber = models.CharField(max_length=200, blank=True)
    rahasia = models.CharField(max_length=43, unique=True, null=True, blank=True)
    asal = models.ForeignKey(Impor, models.PROTECT, null=True, blank=True)
    asal_baris = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["tahun", "bulan", "id"]
        verbose_name_plural = "survei"
        constraints = [
            models.UniqueConstraint(fields=["instrumen", "satker", "tahun", "bulan"], name="survei_sekali"),
            models.CheckConstraint(condition=Q(bulan__range=(0, 12)), name="survei_bulan_0_12"),
            models.CheckConstraint(condition=Q(tahun__range=(2000, 2100)), name="survei_tahun_wajar"),
            models.CheckConstraint(
                condition=Q(keadaan__in=KeadaanSurvei.values), name="survei_keadaan_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(responden__isnull=True) | Q(responden__gte=1), name="survei_responden_ada"
            ),
            models.CheckConstraint(
                condition=Q(populasi__isnull=True)
                | Q(responden__isnull=True, populasi__gte=1)
                | Q(responden__isnull=False, populasi__gte=F("responden")),
                name="survei_populasi_cukup",
            ),
            models.CheckConstraint(
                condition=~Q(keadaan=KeadaanSurvei.TERBUKA) | Q(nilai__isnull=True, responden__isnull=True),
                name="survei_terbuka_belum_bernilai",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instrumen} {self.satker} {self.tahun}/{self.bulan}"


class HasilUnsur(models.Model):
    """The published mean of one unsur (NRR) on the scale 1–4."""

    survei = models.ForeignKey(Survei, models.CASCADE, related_name="hasil_unsur")
    unsur = models.ForeignKey(UnsurSurvei, models.PROTECT, related_name="hasil")
    nilai = AngkaField()

    class Meta:
        ordering = ["survei", "unsur__urutan"]
        constraints = [
            models.UniqueConstraint(fields=["survei", "unsur"], name="hasil_unsur_sekali"),
            models.CheckConstraint(condition=Q(nilai__range=(1, 4)), name="hasil_unsur_1_4"),
        ]

    def __str__(self) -> str:
        return f"{self.survei} {self.unsur.kode}"


class SaluranJawaban(models.TextChoices):
    DARING = "daring", "Formulir daring"
    KERTAS = "kertas", "Kuesioner kertas"
    BERKAS = "berkas", "Berkas XLSX"


class Jawaban(models.Model):
    """One filled questionnaire. Nothing tells whose: only the day, the way it came, and the answers.

    `tanda` is a number drawn when the empty form was shown: the same form cannot be sent twice.
    """

    survei = models.ForeignKey(Survei, models.CASCADE, related_name="jawaban")
    hari = models.DateField()
    saluran = models.CharField(max_length=6, choices=SaluranJawaban)
    tanda = models.CharField(max_length=43)

    class Meta:
        ordering = ["survei", "hari", "tanda"]
        verbose_name_plural = "jawaban"
        constraints = [
            models.UniqueConstraint(fields=["survei", "tanda"], name="jawaban_sekali"),
            models.CheckConstraint(
                condition=Q(saluran__in=SaluranJawaban.values), name="jawaban_saluran_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.survei} {self.hari}"


class NilaiJawaban(models.Model):
    """One answer to one unsur, 1–4; an unsur left out has no row and lowers its n."""

    jawaban = models.ForeignKey(Jawaban, models.CASCADE, related_name="nilai")
    unsur = models.ForeignKey(UnsurSurvei, models.PROTECT, related_name="jawaban")
    nilai = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["jawaban", "unsur__urutan"]
        constraints = [
            models.UniqueConstraint(fields=["jawaban", "unsur"], name="nilai_jawaban_sekali"),
            models.CheckConstraint(condition=Q(nilai__range=(1, 4)), name="nilai_jawaban_1_4"),
        ]

    def __str__(self) -> str:
        return f"{self.unsur.kode} {self.nilai}"


class RealisasiSurvei(models.Model):
    """Which surveys a realisasi was computed from. While it is there nobody can type over that realisasi."""

    realisasi = models.ForeignKey(Realisasi, models.PROTECT, related_name="dari_survei")
    survei = models.ForeignKey(Survei, models.PROTECT, related_name="ke_realisasi")

    class Meta:
        ordering = ["realisasi", "survei"]
        constraints = [
            models.UniqueConstraint(fields=["realisasi", "survei"], name="realisasi_survei_sekali")
        ]

    def __str__(self) -> str:
        return f"{self.realisasi} ← {self.survei}"
