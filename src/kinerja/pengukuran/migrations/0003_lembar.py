import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kinerja.basisdata.angka


class Migration(migrations.Migration):
    dependencies = [
        ("akses", "__first__"),
        ("organisasi", "0003_tingkat_lapas"),
        ("pengukuran", "0002_rekap"),
        ("perencanaan", "0001_awal"),
    ]

    operations = [
        migrations.AddField(
            model_name="realisasi",
            name="diisi_oleh",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="realisasi",
            name="diisi_pada",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="realisasi",
            name="versi",
            field=models.PositiveBigIntegerField(default=1),
        ),
        migrations.CreateModel(
            name="BulanTargetKinerja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bulan", models.PositiveSmallIntegerField()),
                ("uraian", models.TextField(blank=True)),
                ("pada", models.DateTimeField()),
                (
                    "oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["target", "bulan"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("bulan__range", (1, 12))), name="bulan_target_kinerja_1_12"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LembarPengukuran",
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
                    "status",
                    models.CharField(
                        choices=[
                            ("draf", "draf"),
                            ("diajukan", "diajukan"),
                            ("diverifikasi", "diverifikasi"),
                            ("disetujui", "disetujui"),
                            ("dikunci", "dikunci"),
                        ],
                        default="draf",
                        max_length=12,
                    ),
                ),
                ("versi", models.PositiveIntegerField(default=1)),
                ("diajukan_pada", models.DateTimeField(blank=True, null=True)),
                ("diverifikasi_pada", models.DateTimeField(blank=True, null=True)),
                ("disetujui_pada", models.DateTimeField(blank=True, null=True)),
                ("dikunci_pada", models.DateTimeField(blank=True, null=True)),
                ("alasan", models.TextField(blank=True)),
                ("bawahan_dilewati", models.JSONField(blank=True, default=list)),
                ("sidik", models.CharField(blank=True, max_length=64)),
                (
                    "diajukan_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dikunci_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "disetujui_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diverifikasi_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "induk",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bawahan",
                        to="pengukuran.lembarpengukuran",
                    ),
                ),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lembar",
                        to="organisasi.satker",
                    ),
                ),
                (
                    "unit_kerja",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lembar",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
            options={
                "ordering": ["tahun", "bulan", "satker", "unit_kerja"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("satker", "unit_kerja", "tahun", "bulan"), name="lembar_unit_sekali"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("unit_kerja__isnull", True)),
                        fields=("satker", "tahun", "bulan"),
                        name="lembar_satker_sekali",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bulan__range", (1, 12))), name="lembar_bulan_1_12"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tahun__range", (2000, 2100))), name="lembar_tahun_wajar"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["draf", "diajukan", "diverifikasi", "disetujui", "dikunci"])
                        ),
                        name="lembar_status_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("induk__isnull", True),
                            models.Q(("induk", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="lembar_bukan_induk_sendiri",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["draf", "dikunci"]),
                            ("diajukan_oleh__isnull", False),
                            _connector="OR",
                        ),
                        name="lembar_pengaju_ada",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["diverifikasi", "disetujui"]), _negated=True),
                            ("diverifikasi_oleh__isnull", False),
                            _connector="OR",
                        ),
                        name="lembar_verifikator_ada",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "disetujui"), _negated=True),
                            ("disetujui_oleh__isnull", False),
                            _connector="OR",
                        ),
                        name="lembar_penyetuju_ada",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("diajukan_oleh__isnull", True),
                            ("diverifikasi_oleh__isnull", True),
                            models.Q(("diverifikasi_oleh", models.F("diajukan_oleh")), _negated=True),
                            _connector="OR",
                        ),
                        name="lembar_verifikator_lain",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("diajukan_oleh__isnull", True),
                            ("disetujui_oleh__isnull", True),
                            models.Q(("disetujui_oleh", models.F("diajukan_oleh")), _negated=True),
                            _connector="OR",
                        ),
                        name="lembar_penyetuju_lain",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "dikunci"), _negated=True),
                            models.Q(("sidik", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="lembar_terkunci_bersidik",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KonfirmasiPeringatan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=40)),
                ("versi_sel", models.PositiveBigIntegerField()),
                ("alasan", models.TextField()),
                ("pada", models.DateTimeField()),
                (
                    "komponen",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="konfirmasi",
                        to="perencanaan.komponen",
                    ),
                ),
                (
                    "oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lembar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="konfirmasi",
                        to="pengukuran.lembarpengukuran",
                    ),
                ),
            ],
            options={
                "ordering": ["lembar", "komponen", "kode"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("lembar", "komponen", "kode", "versi_sel"),
                        name="konfirmasi_peringatan_sekali",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("alasan", ""), _negated=True), name="konfirmasi_beralasan"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DataDukung",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=120)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("application/pdf", "PDF"),
                            ("image/png", "PNG"),
                            ("image/jpeg", "JPEG"),
                            ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
                        ],
                        max_length=80,
                    ),
                ),
                ("ukuran", models.PositiveIntegerField()),
                ("sha256", models.CharField(db_index=True, max_length=64)),
                ("pada", models.DateTimeField()),
                ("dicabut_pada", models.DateTimeField(blank=True, null=True)),
                ("dicabut_alasan", models.TextField(blank=True)),
                (
                    "bulan_target",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="data_dukung",
                        to="pengukuran.bulantargetkinerja",
                    ),
                ),
                (
                    "dicabut_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "indikator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="data_dukung",
                        to="perencanaan.indikator",
                    ),
                ),
                (
                    "oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lembar",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="data_dukung",
                        to="pengukuran.lembarpengukuran",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "data dukung",
                "ordering": ["pada", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("dicabut_pada__isnull", True)),
                        fields=("lembar", "indikator", "sha256"),
                        name="data_dukung_sekali",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("bulan_target__isnull", True),
                                ("indikator__isnull", False),
                                ("lembar__isnull", False),
                            ),
                            models.Q(
                                ("bulan_target__isnull", False),
                                ("indikator__isnull", True),
                                ("lembar__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="data_dukung_satu_tempat",
                    ),
                    models.CheckConstraint(condition=models.Q(("ukuran__gt", 0)), name="data_dukung_berisi"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "jenis__in",
                                [
                                    "application/pdf",
                                    "image/png",
                                    "image/jpeg",
                                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                ],
                            )
                        ),
                        name="data_dukung_jenis_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dicabut_pada__isnull", True),
                            models.Q(
                                ("dicabut_oleh__isnull", False),
                                models.Q(("dicabut_alasan", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="data_dukung_dicabut_beralasan",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CatatanPengukuran",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kendala", models.TextField(blank=True)),
                ("tindak_lanjut", models.TextField(blank=True)),
                ("sumber_data", models.CharField(blank=True, max_length=250)),
                ("versi", models.PositiveIntegerField(default=1)),
                ("pada", models.DateTimeField()),
                (
                    "indikator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="catatan",
                        to="perencanaan.indikator",
                    ),
                ),
                (
                    "oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lembar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="catatan",
                        to="pengukuran.lembarpengukuran",
                    ),
                ),
            ],
            options={
                "ordering": ["lembar", "indikator"],
                "constraints": [
                    models.UniqueConstraint(fields=("lembar", "indikator"), name="catatan_pengukuran_sekali")
                ],
            },
        ),
        migrations.CreateModel(
            name="PelaporIndikator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                (
                    "indikator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pelapor",
                        to="perencanaan.indikator",
                    ),
                ),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indikator_dilaporkan",
                        to="organisasi.satker",
                    ),
                ),
            ],
            options={
                "ordering": ["tahun", "satker", "indikator"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("indikator", "satker", "tahun"), name="pelapor_indikator_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tahun__range", (2000, 2100))), name="pelapor_tahun_wajar"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PembukaanKunci",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("alasan", models.TextField()),
                ("sampai", models.DateTimeField()),
                ("diminta_pada", models.DateTimeField()),
                ("disetujui_pada", models.DateTimeField(blank=True, null=True)),
                ("ditutup_pada", models.DateTimeField(blank=True, null=True)),
                (
                    "status_saat_ditutup",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("draf", "draf"),
                            ("diajukan", "diajukan"),
                            ("diverifikasi", "diverifikasi"),
                            ("disetujui", "disetujui"),
                            ("dikunci", "dikunci"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "diminta_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "disetujui_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lembar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pembukaan",
                        to="pengukuran.lembarpengukuran",
                    ),
                ),
            ],
            options={
                "ordering": ["-diminta_pada", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ditutup_pada__isnull", True)),
                        fields=("lembar",),
                        name="pembukaan_satu_terbuka",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("alasan", ""), _negated=True), name="pembukaan_beralasan"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sampai__gt", models.F("diminta_pada"))),
                        name="pembukaan_berakhir",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("disetujui_oleh__isnull", True),
                            models.Q(("disetujui_oleh", models.F("diminta_oleh")), _negated=True),
                            _connector="OR",
                        ),
                        name="pembukaan_penyetuju_lain",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TargetKinerja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("nomor", models.PositiveSmallIntegerField()),
                ("teks", models.TextField()),
                (
                    "unit_kerja",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="target_kinerja",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "target kinerja",
                "ordering": ["tahun", "unit_kerja", "nomor"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit_kerja", "tahun", "nomor"), name="target_kinerja_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tahun__range", (2000, 2100))), name="target_kinerja_tahun_wajar"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PenilaianTargetKinerja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("triwulan", models.PositiveSmallIntegerField()),
                ("nilai_mandiri", kinerja.basisdata.angka.AngkaField()),
                ("dinilai_pada", models.DateTimeField()),
                ("nilai_verifikasi", kinerja.basisdata.angka.AngkaField(blank=True, null=True)),
                ("diverifikasi_pada", models.DateTimeField(blank=True, null=True)),
                ("alasan", models.TextField(blank=True)),
                (
                    "dinilai_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diverifikasi_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="penilaian",
                        to="pengukuran.targetkinerja",
                    ),
                ),
            ],
            options={
                "ordering": ["target", "triwulan"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("target", "triwulan"), name="penilaian_target_kinerja_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("triwulan__range", (1, 4))), name="penilaian_triwulan_1_4"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("nilai_mandiri__gte", 0), ("nilai_mandiri__lte", 100)),
                        name="penilaian_mandiri_0_100",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("diverifikasi_oleh__isnull", True), ("nilai_verifikasi__isnull", True)),
                            models.Q(
                                ("diverifikasi_oleh__isnull", False),
                                ("nilai_verifikasi__gte", 0),
                                ("nilai_verifikasi__lte", 100),
                            ),
                            _connector="OR",
                        ),
                        name="penilaian_verifikasi_0_100",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("diverifikasi_oleh__isnull", True),
                            models.Q(("diverifikasi_oleh", models.F("dinilai_oleh")), _negated=True),
                            _connector="OR",
                        ),
                        name="penilaian_verifikator_lain",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("nilai_verifikasi__isnull", True),
                            ("nilai_verifikasi", models.F("nilai_mandiri")),
                            models.Q(("alasan", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="penilaian_beda_beralasan",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="bulantargetkinerja",
            name="target",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="bulanan",
                to="pengukuran.targetkinerja",
            ),
        ),
        migrations.AddConstraint(
            model_name="bulantargetkinerja",
            constraint=models.UniqueConstraint(
                fields=("target", "bulan"), name="bulan_target_kinerja_sekali"
            ),
        ),
    ]
