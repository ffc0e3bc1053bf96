import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("akses", "__first__"),
        ("perencanaan", "0003_rencana_pemicu"),
    ]

    operations = [
        migrations.CreateModel(
            name="Jabatan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=200, unique=True)),
            ],
            options={
                "verbose_name_plural": "jabatan",
                "ordering": ["nama"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("nama", ""), _negated=True), name="jabatan_bernama"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VersiPerjanjian",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nomor", models.PositiveSmallIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draf", "draf"),
                            ("diparaf", "diparaf"),
                            ("ditandatangani", "ditandatangani"),
                        ],
                        default="draf",
                        max_length=14,
                    ),
                ),
                (
                    "dasar_perubahan",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "perjanjian pertama"),
                            ("pergantian_pejabat", "pergantian atau mutasi pejabat"),
                            ("perubahan_strategi", "perubahan strategi"),
                            ("perubahan_prioritas", "perubahan prioritas atau asumsi"),
                        ],
                        default="",
                        max_length=20,
                    ),
                ),
                ("alasan", models.TextField(blank=True)),
                ("pihak_pertama", models.CharField(max_length=200)),
                ("nama_pertama", models.CharField(blank=True, max_length=120)),
                (
                    "pihak_kedua",
                    models.CharField(
                        blank=True, help_text="kosong: menteri menandatangani sendiri", max_length=200
                    ),
                ),
                ("nama_kedua", models.CharField(blank=True, max_length=120)),
                ("tempat", models.CharField(max_length=100)),
                ("tanggal", models.DateField(blank=True, null=True)),
                ("dipa_nomor", models.CharField(blank=True, max_length=60)),
                ("dipa_tanggal", models.DateField(blank=True, null=True)),
                ("dipa_pagu", models.PositiveBigIntegerField(blank=True, null=True)),
                ("catatan", models.TextField(blank=True, help_text="mengapa dikembalikan")),
                ("dibuat_pada", models.DateTimeField()),
                ("diparaf_pada", models.DateTimeField(blank=True, null=True)),
                ("isi", models.TextField(blank=True)),
                ("sidik", models.CharField(blank=True, max_length=64)),
                ("ditandatangani_pada", models.DateTimeField(blank=True, null=True)),
                (
                    "pemaraf",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pembuat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "perjanjian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versi",
                        to="perencanaan.perjanjiankinerja",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "versi perjanjian",
                "ordering": ["perjanjian", "nomor"],
                "constraints": [
                    models.UniqueConstraint(fields=("perjanjian", "nomor"), name="versi_perjanjian_sekali"),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "ditandatangani"), _negated=True),
                        fields=("perjanjian",),
                        name="versi_perjanjian_satu_berjalan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("pembuat__isnull", True),
                            ("pemaraf__isnull", True),
                            models.Q(("pembuat", models.F("pemaraf")), _negated=True),
                            _connector="OR",
                        ),
                        name="versi_perjanjian_beda_orang",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draf", "diparaf", "ditandatangani"])),
                        name="versi_perjanjian_status_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("dasar_perubahan", ""), ("nomor", 1)),
                            models.Q(
                                (
                                    "dasar_perubahan__in",
                                    ["", "pergantian_pejabat", "perubahan_strategi", "perubahan_prioritas"],
                                ),
                                ("nomor__gt", 1),
                                models.Q(("dasar_perubahan", ""), _negated=True),
                                models.Q(("alasan", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="versi_perjanjian_perubahan_berdasar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sidik", ""), ("status", "draf")),
                            models.Q(
                                models.Q(("status", "draf"), _negated=True),
                                models.Q(("sidik", ""), _negated=True),
                                models.Q(("isi", ""), _negated=True),
                                ("pemaraf__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="versi_perjanjian_paraf_bersidik",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ditandatangani_pada__isnull", False),
                                ("status", "ditandatangani"),
                                ("tanggal__isnull", False),
                            ),
                            models.Q(
                                models.Q(("status", "ditandatangani"), _negated=True),
                                ("ditandatangani_pada__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="versi_perjanjian_tanda_tangan_bertanggal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TandaTanganPerjanjian",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pihak",
                    models.CharField(
                        choices=[("pertama", "Pihak Pertama"), ("kedua", "Pihak Kedua")], max_length=7
                    ),
                ),
                (
                    "cara",
                    models.CharField(
                        choices=[
                            ("akun", "disetujui dengan akun"),
                            ("elektronik", "tanda tangan elektronik"),
                            ("basah", "tanda tangan basah di luar aplikasi"),
                        ],
                        max_length=10,
                    ),
                ),
                ("jabatan", models.CharField(max_length=200)),
                ("keterangan", models.TextField(blank=True)),
                ("pada", models.DateTimeField()),
                (
                    "oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pembuat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "versi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tanda_tangan",
                        to="perencanaan.versiperjanjian",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "tanda tangan perjanjian",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=("versi", "pihak"), name="tanda_tangan_perjanjian_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("pihak__in", ["pertama", "kedua"])),
                        name="tanda_tangan_perjanjian_pihak_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cara__in", ["akun", "elektronik", "basah"])),
                        name="tanda_tangan_perjanjian_cara_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cara", "basah"),
                            models.Q(("oleh", models.F("pembuat")), _negated=True),
                            _connector="OR",
                        ),
                        name="tanda_tangan_perjanjian_bukan_pembuat",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cara", "basah"), _negated=True),
                            models.Q(("keterangan", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="tanda_tangan_perjanjian_basah_diterangkan",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ButirPerjanjian",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "indikator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="perencanaan.indikator",
                    ),
                ),
                (
                    "versi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="butir",
                        to="perencanaan.versiperjanjian",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "butir perjanjian",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=("versi", "indikator"), name="butir_perjanjian_sekali")
                ],
            },
        ),
        migrations.CreateModel(
            name="GarisJabatan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("berlaku_dari", models.DateField()),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                (
                    "atasan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="garis_bawahan",
                        to="perencanaan.jabatan",
                    ),
                ),
                (
                    "bawahan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="garis_atasan",
                        to="perencanaan.jabatan",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "garis jabatan",
                "ordering": ["bawahan", "atasan", "berlaku_dari"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("bawahan", "atasan", "berlaku_dari"), name="garis_jabatan_sekali_mulai"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bawahan", models.F("atasan")), _negated=True),
                        name="garis_jabatan_bukan_diri",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("berlaku_sampai__isnull", True),
                            ("berlaku_sampai__gte", models.F("berlaku_dari")),
                            _connector="OR",
                        ),
                        name="garis_jabatan_masa_urut",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PemangkuJabatan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(blank=True, max_length=120)),
                (
                    "pelaksana",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "definitif"),
                            ("Plt.", "pelaksana tugas"),
                            ("Plh.", "pelaksana harian"),
                        ],
                        default="",
                        max_length=4,
                    ),
                ),
                ("berlaku_dari", models.DateField()),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                (
                    "jabatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pemangku",
                        to="perencanaan.jabatan",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "pemangku jabatan",
                "ordering": ["jabatan", "berlaku_dari"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("jabatan", "berlaku_dari"), name="pemangku_jabatan_sekali_mulai"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("pelaksana__in", ["", "Plt.", "Plh."])),
                        name="pemangku_jabatan_pelaksana_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("berlaku_sampai__isnull", True),
                            ("berlaku_sampai__gte", models.F("berlaku_dari")),
                            _connector="OR",
                        ),
                        name="pemangku_jabatan_masa_urut",
                    ),
                ],
            },
        ),
    ]
