"""What the machine found in our own report, what was decided about it, and the reviu by APIP."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kinerja.akses.pemisahan import make_batasan_beda_orang
from kinerja.aturan.reviu import Jawaban
from kinerja.aturan.telaah.temuan import Kepastian, Tingkat
from kinerja.organisasi.models import Satker

PANJANG_SIDIK = 64


def _pelaku(**lain: bool) -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", **lain)


class TemuanLaporan(models.Model):
    """One temuan in the report of an office and year, kept over the runs of the telaah.

    `kunci` is the SHA-256 of what makes it the same temuan: code, indikator, part of the report and what is printed
    there. `bagian` is the id of the part in the document, `tempat` its places as the JSON of the telaah has them.
    `selesai_pada`: a later run found it no more.
    """

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="temuan_laporan")
    tahun = models.PositiveSmallIntegerField()
    kunci = models.CharField(max_length=PANJANG_SIDIK)
    kode = models.CharField(max_length=60)
    tingkat = models.CharField(max_length=5)
    kepastian = models.CharField(max_length=7)
    indikator = models.CharField(max_length=400, blank=True)
    bagian = models.CharField(max_length=200, blank=True)
    judul_bagian = models.TextField(blank=True)
    tempat = models.JSONField(default=list)
    uraian = models.TextField()
    saran = models.TextField()
    dasar_hukum = models.TextField()
    ditemukan_pada = models.DateTimeField()
    terakhir_pada = models.DateTimeField()
    selesai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "temuan laporan"
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun", "kunci"], name="temuan_laporan_sekali"),
            models.CheckConstraint(
                condition=Q(tingkat__in=[t.value for t in Tingkat]), name="temuan_laporan_tingkat_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(kepastian__in=[k.value for k in Kepastian]),
                name="temuan_laporan_kepastian_dikenal",
            ),
            models.CheckConstraint(
                condition=Q(terakhir_pada__gte=F("ditemukan_pada"))
                & (Q(selesai_pada__isnull=True) | Q(selesai_pada__gte=F("terakhir_pada"))),
                name="temuan_laporan_waktu_urut",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.judul_bagian}"


class TelaahTersimpan(models.Model):
    """The findings of a dropped file that somebody asked to keep for an office; the file itself is never kept.

    `sidik` is the SHA-256 of the file, `hasil` the JSON of the telaah with what the file was called.
    """

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="telaah_tersimpan")
    nama_berkas = models.CharField(max_length=255)
    sidik = models.CharField(max_length=PANJANG_SIDIK)
    hasil = models.JSONField()
    disimpan_oleh = _pelaku()
    disimpan_pada = models.DateTimeField()

    class Meta:
        ordering = ["-disimpan_pada", "-id"]
        verbose_name_plural = "telaah tersimpan"
        constraints = [
            models.UniqueConstraint(fields=["satker", "sidik"], name="telaah_tersimpan_sekali"),
            models.CheckConstraint(
                condition=~Q(nama_berkas="") & ~Q(sidik=""), name="telaah_tersimpan_berkas_disebut"
            ),
        ]

    def __str__(self) -> str:
        return self.nama_berkas


class Putusan(models.TextChoices):
    """What somebody else decided about the wish to let a temuan stand."""

    SETUJU = "setuju", "disetujui"
    TOLAK = "tolak", "ditolak"
    CABUT = "cabut", "dicabut"


class PengecualianTemuan(models.Model):
    """The wish, with a reason, to finalise the report although a temuan stands; decided by somebody else.

    It holds from the decision to the end of `berlaku_sampai` and is printed in the annex of the report.
    """

    temuan = models.ForeignKey(TemuanLaporan, models.PROTECT, related_name="pengecualian")
    alasan = models.TextField()
    berlaku_sampai = models.DateField()
    pemohon = _pelaku()
    diminta_pada = models.DateTimeField()
    putusan = models.CharField(max_length=6, choices=Putusan, blank=True)
    pemutus = _pelaku(null=True, blank=True)
    diputus_pada = models.DateTimeField(null=True, blank=True)
    catatan_putusan = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "pengecualian temuan"
        constraints = [
            make_batasan_beda_orang("pemohon", "pemutus", nama="pengecualian_beda_orang"),
            models.CheckConstraint(condition=~Q(alasan=""), name="pengecualian_beralasan"),
            models.CheckConstraint(
                condition=Q(putusan="", pemutus__isnull=True, diputus_pada__isnull=True)
                | Q(putusan__in=Putusan.values, pemutus__isnull=False, diputus_pada__isnull=False),
                name="pengecualian_putusan_utuh",
            ),
            models.UniqueConstraint(
                fields=["temuan"], condition=Q(putusan=""), name="pengecualian_satu_terbuka"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.temuan_id} s.d. {self.berlaku_sampai:%Y-%m-%d} {self.putusan}".rstrip()


class Reviu(models.Model):
    """The reviu of one report by APIP; with `sidik` it is signed and never changes again.

    `isi` is then the canonical JSON of all that was signed, machine evidence included, and `sidik` its SHA-256.
    `anggota` holds one jabatan per line: no names. `kode_laporan` is the code of the report that was reviewed.
    """

    satker = models.ForeignKey(Satker, models.PROTECT, related_name="reviu")
    tahun = models.PositiveSmallIntegerField()
    ke = models.PositiveSmallIntegerField(default=1)
    surat_tugas = models.CharField(max_length=120)
    tanggal_surat_tugas = models.DateField()
    mulai = models.DateField()
    selesai = models.DateField()
    ketua = models.CharField(max_length=200)
    anggota = models.TextField(blank=True)
    tempat = models.CharField(max_length=100)
    penandatangan = models.CharField(max_length=200)
    catatan = models.TextField(blank=True)
    kode_laporan = models.CharField(max_length=40, blank=True)
    ditandatangani_oleh = _pelaku(null=True, blank=True)
    ditandatangani_pada = models.DateTimeField(null=True, blank=True)
    isi = models.TextField(blank=True)
    sidik = models.CharField(max_length=PANJANG_SIDIK, blank=True)

    class Meta:
        ordering = ["-tahun", "satker", "-ke"]
        verbose_name_plural = "reviu"
        constraints = [
            models.UniqueConstraint(fields=["satker", "tahun", "ke"], name="reviu_sekali"),
            models.UniqueConstraint(
                fields=["satker", "tahun"], condition=Q(sidik=""), name="reviu_satu_berjalan"
            ),
            models.CheckConstraint(condition=Q(tahun__range=(2000, 2099)), name="reviu_tahun_wajar"),
            models.CheckConstraint(condition=Q(selesai__gte=F("mulai")), name="reviu_tanggal_urut"),
            models.CheckConstraint(
                condition=Q(
                    sidik="", isi="", ditandatangani_oleh__isnull=True, ditandatangani_pada__isnull=True
                )
                | (
                    ~Q(sidik="")
                    & ~Q(isi="")
                    & ~Q(kode_laporan="")
                    & Q(ditandatangani_oleh__isnull=False, ditandatangani_pada__isnull=False)
                ),
                name="reviu_tanda_tangan_utuh",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.satker_id}/{self.tahun}/{self.ke}"

    @property
    def ditandatangani(self) -> bool:
        """Whether it is signed and frozen."""
        return bool(self.sidik)


class JawabanReviu(models.Model):
    """The reviewer's own answer to one criterion; what the machine knows about it is never stored here."""

    reviu = models.ForeignKey(Reviu, models.CASCADE, related_name="jawaban")
    kriteria = models.CharField(max_length=8)
    jawaban = models.CharField(max_length=13, blank=True)
    catatan = models.TextField(blank=True)
    oleh = _pelaku()
    pada = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "jawaban reviu"
        constraints = [
            models.UniqueConstraint(fields=["reviu", "kriteria"], name="jawaban_reviu_sekali"),
            models.CheckConstraint(
                condition=Q(jawaban__in=["", *(j.value for j in Jawaban)]), name="jawaban_reviu_dikenal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kriteria} {self.jawaban}"


class RekomendasiReviu(models.Model):
    """What APIP recommends, who owes it and by when; its text is frozen with the reviu."""

    reviu = models.ForeignKey(Reviu, models.CASCADE, related_name="rekomendasi")
    nomor = models.PositiveSmallIntegerField()
    uraian = models.TextField()
    penanggung_jawab = models.CharField(max_length=200)
    tenggat = models.DateField()

    class Meta:
        ordering = ["nomor"]
        verbose_name_plural = "rekomendasi reviu"
        constraints = [
            models.UniqueConstraint(fields=["reviu", "nomor"], name="rekomendasi_reviu_sekali"),
            models.CheckConstraint(
                condition=~Q(uraian="") & ~Q(penanggung_jawab=""), name="rekomendasi_reviu_berisi"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nomor}. {self.uraian}"


class KeadaanTindakLanjut(models.TextChoices):
    """Where a recommendation stands after its last follow-up; none at all is "belum ditindaklanjuti"."""

    DILAPORKAN = "dilaporkan", "dilaporkan, menunggu penilaian"
    SESUAI = "sesuai", "sesuai"
    BELUM_SESUAI = "belum_sesuai", "belum sesuai"
    TIDAK_DAPAT = "tidak_dapat", "tidak dapat ditindaklanjuti"


class TindakLanjutReviu(models.Model):
    """One step after a recommendation: reported by the office or judged by APIP; only ever added."""

    rekomendasi = models.ForeignKey(RekomendasiReviu, models.PROTECT, related_name="tindak_lanjut")
    keadaan = models.CharField(max_length=12, choices=KeadaanTindakLanjut)
    uraian = models.TextField()
    oleh = _pelaku()
    pada = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "tindak lanjut reviu"
        constraints = [
            models.CheckConstraint(
                condition=Q(keadaan__in=KeadaanTindakLanjut.values),
                name="tindak_lanjut_reviu_keadaan_dikenal",
            ),
            models.CheckConstraint(condition=~Q(uraian=""), name="tindak_lanjut_reviu_berisi"),
        ]

    def __str__(self) -> str:
        return f"{self.keadaan} {self.pada:%Y-%m-%d}"
