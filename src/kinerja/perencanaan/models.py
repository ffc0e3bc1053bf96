"""The plan and the promise: Renstra, sasaran, indikator with its manual, targets, Perjanjian Kinerja."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kinerja.aturan.agregasi import AgregasiBulan, AgregasiSatker
from kinerja.aturan.capaian import Polaritas
from kinerja.basisdata.angka import AngkaField
from kinerja.organisasi.models import Satker, UnitEselonI, UnitKerja


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


class Renstra(models.Model):
    """A five-year strategic plan."""

    nama = models.CharField(max_length=250)
    tahun_awal = models.PositiveSmallIntegerField()
    tahun_akhir = models.PositiveSmallIntegerField()
    dasar_hukum = models.CharField(max_length=250)
    visi = models.TextField()

    class Meta:
        ordering = ["tahun_awal"]
        verbose_name_plural = "renstra"
        constraints = [
            models.UniqueConstraint(fields=["nama"], name="renstra_nama_tunggal"),
            models.CheckConstraint(condition=Q(tahun_akhir__gte=F("tahun_awal")), name="renstra_tahun_urut"),
        ]

    def __str__(self) -> str:
        return self.nama


class Misi(models.Model):
    """One mission of a Renstra."""

    renstra = models.ForeignKey(Renstra, models.CASCADE, related_name="misi")
    urutan = models.PositiveSmallIntegerField()
    teks = models.TextField()

    class Meta:
        ordering = ["urutan"]
        constraints = [models.UniqueConstraint(fields=["renstra", "urutan"], name="misi_urutan_tunggal")]

    def __str__(self) -> str:
        return self.teks


class TingkatSasaran(models.TextChoices):
    STRATEGIS = "strategis", "Sasaran Strategis"
    PROGRAM = "program", "Sasaran Program"
    KEGIATAN = "kegiatan", "Sasaran Kegiatan"


class Sasaran(models.Model):
    """An objective; its tingkat decides whether its indicators are IKU, IKP or IKK."""

    renstra = models.ForeignKey(Renstra, models.PROTECT, related_name="sasaran")
    kode = models.CharField(max_length=30, unique=True)
    tingkat = models.CharField(max_length=10, choices=TingkatSasaran)
    unit = models.ForeignKey(UnitEselonI, models.PROTECT, related_name="sasaran")
    urutan = models.PositiveSmallIntegerField()
    teks = models.TextField()
    program = models.CharField(max_length=250, blank=True)
    induk = models.ForeignKey("self", models.PROTECT, related_name="anak", null=True, blank=True)

    class Meta:
        ordering = ["unit__urutan", "urutan", "id"]
        verbose_name_plural = "sasaran"
        constraints = [
            models.CheckConstraint(
                condition=Q(tingkat__in=TingkatSasaran.values), name="sasaran_tingkat_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(induk__isnull=True) | ~Q(induk=F("id")), name="sasaran_bukan_induk_sendiri"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.teks}"


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


class JenisTarget(models.TextChoices):
    RENSTRA = "renstra", "Renstra"
    PK = "pk", "Perjanjian Kinerja"
    NASIONAL = "nasional", "Standar nasional"


class Cakupan(models.TextChoices):
    SATKER = "satker", "satker ini"
    NASIONAL = "nasional", "seluruh Indonesia"


class Target(models.Model):
    """What was promised for one indikator, satker and year; a range has `bawah` and `atas` instead."""

    indikator = models.ForeignKey(Indikator, models.PROTECT, related_name="target")
    satker = models.ForeignKey(Satker, models.PROTECT, related_name="target")
    tahun = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=10, choices=JenisTarget)
    nilai = AngkaField(null=True, blank=True)
    bawah = AngkaField(null=True, blank=True)
    atas = AngkaField(null=True, blank=True)
    cakupan = models.CharField(max_length=10, choices=Cakupan, default=Cakupan.SATKER)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["indikator", "tahun", "jenis"]
        constraints = [
            models.UniqueConstraint(fields=["indikator", "satker", "tahun", "jenis"], name="target_sekali"),
            models.CheckConstraint(
                condition=Q(nilai__isnull=False, bawah__isnull=True, atas__isnull=True)
                | Q(nilai__isnull=True, bawah__isnull=False, atas__gte=F("bawah")),
                name="target_nilai_atau_rentang",
            ),
            models.CheckConstraint(condition=Q(jenis__in=JenisTarget.values), name="target_jenis_dikenal"),
            models.CheckConstraint(condition=Q(tahun__range=(2000, 2100)), name="target_tahun_wajar"),
        ]

    def __str__(self) -> str:
        return f"{self.indikator.kode} {self.tahun} {self.jenis}"


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
        dipilih = [kode.strip() for kode in self.lingkup.split(";") if kode.strip()]
        return sasaran.unit_id == self.unit_id and (not dipilih or sasaran.kode in dipilih)


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
