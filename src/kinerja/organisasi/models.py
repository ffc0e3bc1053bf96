"""The office and its units, valid from-to, because ministries are split and prisons renamed."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import F, Q


class UnitEselonI(models.Model):
    """A directorate-general or agency of the ministry; plans, agreements and budgets are kept per unit."""

    kode = models.CharField(max_length=20, unique=True)
    nama = models.CharField(max_length=200)
    urutan = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["urutan", "kode"]

    def __str__(self) -> str:
        return self.nama


class JenisSatker(models.TextChoices):
    KANWIL = "kanwil", "Kantor Wilayah"
    LAPAS = "lapas", "Lembaga Pemasyarakatan"
    LPKA = "lpka", "Lembaga Pembinaan Khusus Anak"
    RUTAN = "rutan", "Rumah Tahanan Negara"
    BAPAS = "bapas", "Balai Pemasyarakatan"
    RUPBASAN = "rupbasan", "Rumah Penyimpanan Benda Sitaan Negara"
    KANIM = "kanim", "Kantor Imigrasi"
    DIPA = "dipa", "Satker DIPA Kantor Wilayah per unit Eselon I"
    LAIN = "lain", "Lainnya"


class SatkerQuerySet(models.QuerySet["Satker"]):
    def cari(self, sebutan: str) -> Satker | None:
        """The satker with that key (`kanwil-sumsel`) or kode satker (`406375`), or None."""
        return self.filter(Q(kunci=sebutan) | Q(kode=sebutan)).first()


class Satker(models.Model):
    """A work unit's identity; its name, class and place in the tree are in RiwayatSatker."""

    kunci = models.SlugField(max_length=60, unique=True)
    kode = models.CharField(max_length=10, unique=True, null=True, blank=True)
    jenis = models.CharField(max_length=12, choices=JenisSatker)

    objects = SatkerQuerySet.as_manager()

    class Meta:
        ordering = ["kunci"]
        constraints = [
            models.CheckConstraint(condition=~Q(kode=""), name="satker_kode_tidak_kosong"),
            models.CheckConstraint(condition=Q(jenis__in=JenisSatker.values), name="satker_jenis_dikenal"),
        ]

    def __str__(self) -> str:
        return self.kunci


class RiwayatSatkerQuerySet(models.QuerySet["RiwayatSatker"]):
    def pada(self, tanggal: datetime.date) -> RiwayatSatkerQuerySet:
        """What was in force on that day."""
        return self.filter(
            Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=tanggal), berlaku_dari__lte=tanggal
        )


class RiwayatSatker(models.Model):
    """Name, class and parent of a satker from `berlaku_dari` to `berlaku_sampai` (both included).

    Two rows of one satker never overlap (trigger `riwayat_satker_tumpang`).
    """

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="riwayat")
    nama = models.CharField(max_length=200)
    nama_singkat = models.CharField(max_length=100)
    kelas = models.CharField(max_length=20, blank=True)
    induk = models.ForeignKey(Satker, models.PROTECT, related_name="riwayat_anak", null=True, blank=True)
    unit = models.ForeignKey(UnitEselonI, models.PROTECT, null=True, blank=True)
    urutan = models.PositiveSmallIntegerField(default=0)
    berlaku_dari = models.DateField()
    berlaku_sampai = models.DateField(null=True, blank=True)

    objects = RiwayatSatkerQuerySet.as_manager()

    class Meta:
        ordering = ["urutan", "id"]
        constraints = [
            models.UniqueConstraint(fields=["satker", "berlaku_dari"], name="riwayat_satker_sekali_mulai"),
            models.CheckConstraint(
                condition=Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=F("berlaku_dari")),
                name="riwayat_satker_urut",
            ),
            models.CheckConstraint(
                condition=Q(induk__isnull=True) | ~Q(induk=F("satker")),
                name="riwayat_satker_bukan_induk_sendiri",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class TingkatUnitKerja(models.TextChoices):
    DIVISI = "divisi", "Divisi"
    BAGIAN = "bagian", "Bagian"
    BIDANG = "bidang", "Bidang"
    SUBBAGIAN = "subbagian", "Subbagian"
    SUBBIDANG = "subbidang", "Subbidang"
    SEKSI = "seksi", "Seksi"
    SUBSEKSI = "subseksi", "Subseksi"
    URUSAN = "urusan", "Urusan"
    KESATUAN = "kesatuan", "Kesatuan Pengamanan"


class UnitKerja(models.Model):
    """A division, section or subsection inside a satker, with its tasks.

    A kanwil has divisi, bagian, bidang and what lies below them; a lapas, rutan or imigrasi office has seksi,
    subseksi and urusan, and a lapas or rutan its kesatuan pengamanan.
    """

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="unit_kerja")
    kunci = models.SlugField(max_length=80)
    nama = models.CharField(max_length=200)
    tingkat = models.CharField(max_length=12, choices=TingkatUnitKerja)
    induk = models.ForeignKey("self", models.PROTECT, related_name="anak", null=True, blank=True)
    tugas = models.TextField(blank=True)
    fungsi = models.TextField(blank=True, help_text="satu fungsi per baris")
    urutan = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["urutan", "id"]
        constraints = [
            models.UniqueConstraint(fields=["satker", "kunci"], name="unit_kerja_kunci_tunggal"),
            models.CheckConstraint(
                condition=Q(tingkat__in=TingkatUnitKerja.values), name="unit_kerja_tingkat_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class Pengelompokan(models.TextChoices):
    JENIS_KELAMIN = "jenis_kelamin", "Jenis kelamin"
    PENDIDIKAN = "pendidikan", "Pendidikan"
    GOLONGAN = "golongan", "Pangkat/golongan ruang"


class JumlahPegawai(models.Model):
    """How many staff a satker has in one group of one classification, at the end of a year."""

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="jumlah_pegawai")
    tahun = models.PositiveSmallIntegerField()
    menurut = models.CharField(max_length=15, choices=Pengelompokan)
    rincian = models.CharField(max_length=60)
    jumlah = models.PositiveIntegerField()

    class Meta:
        ordering = ["satker", "tahun", "menurut", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["satker", "tahun", "menurut", "rincian"], name="jumlah_pegawai_sekali"
            ),
            models.CheckConstraint(
                condition=Q(menurut__in=Pengelompokan.values), name="jumlah_pegawai_menurut_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} {self.rincian}: {self.jumlah}"


class PilihanInstansi(models.Model):
    """What an instansi chose where the law leaves a choice, from `tahun` until its next choice of that kode.

    `satker` is the top of its tree in that year; `kode` and `nilai` are those of `aturan.pilihan`. Who chose it when
    is in the trail.
    """

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="pilihan")
    kode = models.CharField(max_length=40)
    tahun = models.PositiveSmallIntegerField()
    nilai = models.CharField(max_length=60)
    alasan = models.CharField(max_length=500)

    class Meta:
        ordering = ["satker", "kode", "tahun"]
        constraints = [
            models.UniqueConstraint(fields=["satker", "kode", "tahun"], name="pilihan_instansi_sekali"),
            models.CheckConstraint(condition=~Q(kode="") & ~Q(nilai=""), name="pilihan_instansi_berisi"),
            models.CheckConstraint(condition=~Q(alasan=""), name="pilihan_instansi_beralasan"),
            models.CheckConstraint(
                condition=Q(tahun__range=(2000, 2100)), name="pilihan_instansi_tahun_wajar"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.kode} {self.tahun}: {self.nilai}"
