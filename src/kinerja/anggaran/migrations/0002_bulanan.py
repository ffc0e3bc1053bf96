from decimal import Decimal

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kinerja.basisdata.angka


class Migration(migrations.Migration):
    dependencies = [
        ("akses", "__first__"),
        ("anggaran", "0001_awal"),
        ("organisasi", "0003_tingkat_lapas"),
    ]

    operations = [
        migrations.AddField(
            model_name="skoranggaran",
            name="per_tanggal",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name="RevisiDipa",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("nomor", models.PositiveSmallIntegerField()),
                ("tanggal", models.DateField()),
                ("kode", models.CharField(blank=True, max_length=6)),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisi_dipa",
                        to="organisasi.satker",
                    ),
                ),
            ],
            options={
                "ordering": ["satker", "tahun", "nomor"],
                "constraints": [
                    models.UniqueConstraint(fields=("satker", "tahun", "nomor"), name="revisi_dipa_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("tahun__gte", 2000), ("tahun__lte", 2099)),
                        name="revisi_dipa_tahun_wajar",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaguBelanja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("51", "Belanja Pegawai"),
                            ("52", "Belanja Barang"),
                            ("53", "Belanja Modal"),
                            ("57", "Belanja Bantuan Sosial"),
                        ],
                        max_length=2,
                    ),
                ),
                ("pagu", models.PositiveBigIntegerField()),
                ("blokir", models.PositiveBigIntegerField(default=0)),
                (
                    "revisi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pagu",
                        to="anggaran.revisidipa",
                    ),
                ),
            ],
            options={
                "ordering": ["revisi", "jenis"],
                "constraints": [
                    models.UniqueConstraint(fields=("revisi", "jenis"), name="pagu_belanja_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("jenis__in", ["51", "52", "53", "57"])),
                        name="pagu_belanja_jenis_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("blokir__lte", models.F("pagu"))),
                        name="pagu_belanja_blokir_wajar",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RincianOutput",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("kode", models.CharField(max_length=60)),
                ("nama", models.CharField(max_length=250)),
                ("satuan", models.CharField(blank=True, max_length=60)),
                ("volume", kinerja.basisdata.angka.AngkaField()),
                ("pagu", models.PositiveBigIntegerField(blank=True, null=True)),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rincian_output",
                        to="organisasi.satker",
                    ),
                ),
            ],
            options={
                "ordering": ["satker", "tahun", "kode"],
                "constraints": [
                    models.UniqueConstraint(fields=("satker", "tahun", "kode"), name="rincian_output_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("tahun__gte", 2000), ("tahun__lte", 2099)),
                        name="rincian_output_tahun_wajar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("volume__gte", Decimal("0"))),
                        name="rincian_output_volume_tidak_negatif",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CapaianOutput",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bulan", models.PositiveSmallIntegerField()),
                ("volume", kinerja.basisdata.angka.AngkaField()),
                ("progres", kinerja.basisdata.angka.AngkaField()),
                ("target_progres", kinerja.basisdata.angka.AngkaField(blank=True, null=True)),
                ("dilaporkan", models.DateField(blank=True, null=True)),
                ("terkonfirmasi", models.BooleanField(default=True)),
                (
                    "rincian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="capaian",
                        to="anggaran.rincianoutput",
                    ),
                ),
            ],
            options={
                "ordering": ["rincian", "bulan"],
                "constraints": [
                    models.UniqueConstraint(fields=("rincian", "bulan"), name="capaian_output_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("bulan__gte", 1), ("bulan__lte", 12)),
                        name="capaian_output_bulan_1_12",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("volume__gte", Decimal("0"))),
                        name="capaian_output_volume_tidak_negatif",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("progres__gte", Decimal("0")), ("progres__lte", Decimal("100"))),
                        name="capaian_output_progres_0_100",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Spm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("nomor", models.CharField(max_length=120)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("ls_kontraktual", "SPM-LS kontraktual"),
                            ("ls_lain", "SPM-LS lain"),
                            ("lain", "SPM lain"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "belanja",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("51", "Belanja Pegawai"),
                            ("52", "Belanja Barang"),
                            ("53", "Belanja Modal"),
                            ("57", "Belanja Bantuan Sosial"),
                        ],
                        max_length=2,
                    ),
                ),
                ("nilai", models.PositiveBigIntegerField()),
                ("bast", models.DateField(blank=True, null=True)),
                ("diterima", models.DateField()),
                ("dispensasi", models.BooleanField(default=False)),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="spm",
                        to="organisasi.satker",
                    ),
                ),
            ],
            options={
                "ordering": ["satker", "tahun", "diterima", "nomor"],
                "constraints": [
                    models.UniqueConstraint(fields=("satker", "tahun", "nomor"), name="spm_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("tahun__gte", 2000), ("tahun__lte", 2099)), name="spm_tahun_wajar"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("jenis__in", ["ls_kontraktual", "ls_lain", "lain"])),
                        name="spm_jenis_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("bast__isnull", True), ("diterima__gte", models.F("bast")), _connector="OR"
                        ),
                        name="spm_sesudah_bast",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("jenis", "ls_kontraktual"), _negated=True),
                            models.Q(("bast__isnull", False), models.Q(("belanja", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="spm_kontraktual_ber_bast",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("belanja__in", ["", "51", "52", "53", "57"])),
                        name="spm_belanja_dikenal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UangPersediaan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("nomor", models.CharField(max_length=120)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("up", "Uang persediaan (UP)"),
                            ("gup", "Penggantian UP (GUP)"),
                            ("tup", "Tambahan UP (TUP)"),
                            ("ptup", "Pertanggungjawaban TUP (PTUP)"),
                            ("setoran_tup", "Setoran sisa TUP"),
                            ("up_kkp", "UP kartu kredit pemerintah"),
                            ("gup_kkp", "Penggantian UP kartu kredit pemerintah"),
                        ],
                        max_length=12,
                    ),
                ),
                ("mulai", models.DateField(blank=True, null=True)),
                ("tanggal", models.DateField()),
                ("nilai", models.PositiveBigIntegerField()),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uang_persediaan",
                        to="organisasi.satker",
                    ),
                ),
            ],
            options={
                "ordering": ["satker", "tahun", "tanggal", "nomor"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("satker", "tahun", "nomor"), name="uang_persediaan_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tahun__gte", 2000), ("tahun__lte", 2099)),
                        name="uang_persediaan_tahun_wajar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("jenis__in", ["up", "gup", "tup", "ptup", "setoran_tup", "up_kkp", "gup_kkp"])
                        ),
                        name="uang_persediaan_jenis_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("jenis__in", ["gup", "ptup"]), _negated=True),
                            ("mulai__isnull", False),
                            _connector="OR",
                        ),
                        name="uang_persediaan_bermula",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("mulai__isnull", True), ("mulai__lte", models.F("tanggal")), _connector="OR"
                        ),
                        name="uang_persediaan_urut",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UnggahanSumber",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("sumber", models.CharField(max_length=60)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("bulanan", "Realisasi atau RPD bulanan"),
                            ("ikpa", "Tabel nilai IKPA"),
                            ("smart", "Tabel nilai SMART"),
                        ],
                        max_length=8,
                    ),
                ),
                ("nama", models.CharField(max_length=120)),
                ("isi", models.BinaryField()),
                ("sha256", models.CharField(max_length=64)),
                ("pada", models.DateTimeField()),
                (
                    "oleh",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="unggahan_sumber",
                        to="organisasi.satker",
                    ),
                ),
            ],
            options={
                "ordering": ["-pada", "-id"],
            },
        ),
        migrations.CreateModel(
            name="AnggaranBulanan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("bulan", models.PositiveSmallIntegerField()),
                (
                    "ukuran",
                    models.CharField(
                        choices=[("rpd", "Rencana penarikan dana"), ("realisasi", "Realisasi")], max_length=9
                    ),
                ),
                ("kode", models.CharField(blank=True, max_length=60)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("51", "Belanja Pegawai"),
                            ("52", "Belanja Barang"),
                            ("53", "Belanja Modal"),
                            ("57", "Belanja Bantuan Sosial"),
                        ],
                        max_length=2,
                    ),
                ),
                ("nilai", models.BigIntegerField()),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anggaran_bulanan",
                        to="organisasi.satker",
                    ),
                ),
            ],
            options={
                "ordering": ["satker", "tahun", "bulan", "ukuran", "kode", "jenis"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("satker", "tahun", "bulan", "ukuran", "jenis", "kode"),
                        name="anggaran_bulanan_sekali",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tahun__gte", 2000), ("tahun__lte", 2099)),
                        name="anggaran_bulanan_tahun_wajar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bulan__gte", 1), ("bulan__lte", 12)),
                        name="anggaran_bulanan_bulan_1_12",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ukuran__in", ["rpd", "realisasi"])),
                        name="anggaran_bulanan_ukuran_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("jenis__in", ["51", "52", "53", "57"])),
                        name="anggaran_bulanan_jenis_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ukuran", "realisasi"), ("nilai__gte", 0), _connector="OR"),
                        name="anggaran_bulanan_rpd_tidak_negatif",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kontrak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("nomor", models.CharField(max_length=120)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("51", "Belanja Pegawai"),
                            ("52", "Belanja Barang"),
                            ("53", "Belanja Modal"),
                            ("57", "Belanja Bantuan Sosial"),
                        ],
                        max_length=2,
                    ),
                ),
                ("nilai", models.PositiveBigIntegerField()),
                ("tanggal", models.DateField()),
                ("didaftarkan", models.DateField(blank=True, null=True)),
                ("dibayar", models.DateField(blank=True, null=True)),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kontrak",
                        to="organisasi.satker",
                    ),
                ),
            ],
            options={
                "ordering": ["satker", "tahun", "tanggal", "nomor"],
                "constraints": [
                    models.UniqueConstraint(fields=("satker", "tahun", "nomor"), name="kontrak_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("tahun__gte", 2000), ("tahun__lte", 2099)),
                        name="kontrak_tahun_wajar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("jenis__in", ["51", "52", "53", "57"])),
                        name="kontrak_jenis_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("didaftarkan__isnull", True),
                            ("didaftarkan__gte", models.F("tanggal")),
                            _connector="OR",
                        ),
                        name="kontrak_daftar_sesudah_tanda_tangan",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PemetaanSumber",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sumber", models.CharField(max_length=60)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("bulanan", "Realisasi atau RPD bulanan"),
                            ("ikpa", "Tabel nilai IKPA"),
                            ("smart", "Tabel nilai SMART"),
                        ],
                        max_length=8,
                    ),
                ),
                ("kolom", models.JSONField(default=dict)),
                ("ukuran", models.CharField(blank=True, max_length=9)),
                ("pengali", models.PositiveIntegerField(default=1)),
                ("pada", models.DateTimeField()),
                (
                    "oleh",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pemetaan_sumber",
                        to="organisasi.satker",
                    ),
                ),
            ],
            options={
                "ordering": ["satker", "sumber"],
                "constraints": [
                    models.UniqueConstraint(fields=("satker", "sumber"), name="pemetaan_sumber_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("jenis__in", ["bulanan", "ikpa", "smart"])),
                        name="pemetaan_sumber_jenis_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("pengali__in", [1, 1000, 1000000])),
                        name="pemetaan_sumber_pengali_dikenal",
                    ),
                ],
            },
        ),
    ]
