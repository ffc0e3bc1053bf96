"""Who may come in, and what they are for which satker."""

from __future__ import annotations

import datetime

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Lower

from kinerja.akses.izin import PERAN_DITUGASKAN, PERAN_SE_INSTANSI
from kinerja.organisasi.models import Satker, UnitEselonI, UnitKerja


class Pengguna(AbstractBaseUser):
    """Somebody with an account. `nama_akun` is lower case and never changes: the trail quotes it."""

    nama_akun = models.CharField(max_length=60, unique=True)
    nama = models.CharField(max_length=120)
    jabatan = models.CharField(max_length=200, blank=True)
    surel = models.EmailField(blank=True)
    aktif = models.BooleanField(default=True)
    peraga = models.BooleanField(
        default=False, help_text="akun contoh untuk mencoba; diumumkan di setiap halaman"
    )
    dibuat_pada = models.DateTimeField()

    objects: BaseUserManager[Pengguna] = BaseUserManager()

    USERNAME_FIELD = "nama_akun"
    EMAIL_FIELD = "surel"
    REQUIRED_FIELDS = ["nama"]

    class Meta:
        ordering = ["nama_akun"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(nama_akun="") & Q(nama_akun=Lower("nama_akun")), name="pengguna_nama_akun_kecil"
            ),
        ]

    def __str__(self) -> str:
        return self.nama_akun

    @property
    def is_active(self) -> bool:
        """What Django asks on every request."""
        return self.aktif


class PenugasanQuerySet(models.QuerySet["Penugasan"]):
    def berlaku(self, tanggal: datetime.date, tahun: int | None = None) -> PenugasanQuerySet:
        """In force on that day, for the data of that year (None: whatever the year)."""
        masa = Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=tanggal)
        dipilih = self.filter(masa, berlaku_dari__lte=tanggal, pengguna__aktif=True)
        return dipilih if tahun is None else dipilih.filter(Q(tahun__isnull=True) | Q(tahun=tahun))


class Penugasan(models.Model):
    """A peran of somebody for a satker and all beneath it, from one day to another.

    `satker` empty: the whole instansi. `unit_kerja`: only what that division answers for; `unit`: only satker of
    that unit Eselon I. `tahun`: only the data of that year.
    """

    pengguna = models.ForeignKey(Pengguna, models.PROTECT, related_name="penugasan")
    peran = models.CharField(max_length=12, choices=[(p.value, p.label) for p in PERAN_DITUGASKAN])
    satker = models.ForeignKey(Satker, models.PROTECT, related_name="penugasan", null=True, blank=True)
    unit_kerja = models.ForeignKey(UnitKerja, models.PROTECT, related_name="penugasan", null=True, blank=True)
    unit = models.ForeignKey(UnitEselonI, models.PROTECT, related_name="penugasan", null=True, blank=True)
    tahun = models.PositiveSmallIntegerField(null=True, blank=True)
    berlaku_dari = models.DateField()
    berlaku_sampai = models.DateField(null=True, blank=True)

    objects = PenugasanQuerySet.as_manager()

    class Meta:
        ordering = ["pengguna", "peran", "id"]
        constraints = [
            models.UniqueConstraint(
                "pengguna", "peran", "berlaku_dari",
                *(Coalesce(n, 0) for n in ("satker", "unit_kerja", "unit", "tahun")),
                name="penugasan_sekali",
            ),
            models.CheckConstraint(
                condition=Q(peran__in=[p.value for p in PERAN_DITUGASKAN]), name="penugasan_peran_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(satker__isnull=False)
                | Q(peran__in=[p.value for p in PERAN_SE_INSTANSI], unit_kerja__isnull=True, unit__isnull=True),
                name="penugasan_punya_lingkup",
            ),
            models.CheckConstraint(
                condition=Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=F("berlaku_dari")),
                name="penugasan_masa_urut",
            ),
            models.CheckConstraint(
                condition=Q(tahun__isnull=True) | Q(tahun__gte=2000, tahun__lte=2099),
                name="penugasan_tahun_wajar",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.pengguna_id} {self.peran} {self.satker or 'seluruh instansi'}"


class TujuanTautan(models.TextChoices):
    SANDI = "sandi", "Membuat kata sandi"
    MASUK = "masuk", "Masuk sekali"


class TautanMasuk(models.Model):
    """A one-time link. Only the SHA-256 of its secret is kept."""

    pengguna = models.ForeignKey(Pengguna, models.CASCADE, related_name="tautan")
    tujuan = models.CharField(max_length=5, choices=TujuanTautan, default=TujuanTautan.SANDI)
    sidik = models.CharField(max_length=64, unique=True)
    berlaku_sampai = models.DateTimeField()
    dipakai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-berlaku_sampai"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tujuan__in=TujuanTautan.values), name="tautan_masuk_tujuan_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pengguna_id} {self.tujuan} s.d. {self.berlaku_sampai:%Y-%m-%d %H:%M}"
