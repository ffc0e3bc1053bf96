import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("akses", "__first__"),
        ("organisasi", "0003_tingkat_lapas"),
        ("pelaporan", "0001_awal"),
    ]

    operations = [
        migrations.CreateModel(
            name="LaporanFinal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("revisi", models.PositiveSmallIntegerField(default=0)),
                ("kode", models.CharField(max_length=20)),
                ("isi", models.TextField()),
                ("sidik", models.CharField(max_length=64, unique=True)),
                ("kurang", models.JSONField(default=list)),
                ("alasan_kurang", models.TextField(blank=True)),
                ("jabatan", models.CharField(max_length=200)),
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
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="laporan_final",
                        to="organisasi.satker",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "laporan final",
                "ordering": ["satker", "tahun", "revisi"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("satker", "tahun", "revisi"), name="laporan_final_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("isi", ""), _negated=True),
                            models.Q(("kode", ""), _negated=True),
                            models.Q(("sidik", ""), _negated=True),
                        ),
                        name="laporan_final_berisi",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kurang", []), models.Q(("alasan_kurang", ""), _negated=True), _connector="OR"
                        ),
                        name="laporan_final_kurang_beralasan",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BerkasFinal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("format", models.CharField(max_length=5)),
                ("sha256", models.CharField(db_index=True, max_length=64)),
                ("ukuran", models.PositiveIntegerField()),
                (
                    "laporan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="berkas",
                        to="pelaporan.laporanfinal",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "berkas final",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=("laporan", "format"), name="berkas_final_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("format__in", ["pdf", "docx", "html"])),
                        name="berkas_final_format_dikenal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PenulisanNarasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tenggat", models.DateField(blank=True, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[("draf", "draf"), ("diajukan", "diajukan"), ("disetujui", "disetujui")],
                        default="draf",
                        max_length=10,
                    ),
                ),
                ("diajukan_pada", models.DateTimeField(blank=True, null=True)),
                ("diperiksa_pada", models.DateTimeField(blank=True, null=True)),
                ("alasan", models.TextField(blank=True)),
                (
                    "narasi",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="penulisan",
                        to="pelaporan.narasi",
                    ),
                ),
                (
                    "pemeriksa",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pengaju",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "penulis",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "unit_kerja",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="penulisan_narasi",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "penulisan narasi",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("pengaju__isnull", True),
                            ("pemeriksa__isnull", True),
                            models.Q(("pengaju", models.F("pemeriksa")), _negated=True),
                            _connector="OR",
                        ),
                        name="penulisan_narasi_beda_orang",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("penulis__isnull", True),
                            ("pemeriksa__isnull", True),
                            models.Q(("penulis", models.F("pemeriksa")), _negated=True),
                            _connector="OR",
                        ),
                        name="penulisan_narasi_bukan_tulisan_sendiri",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("pemeriksa__isnull", True), ("pengaju__isnull", True), ("status", "draf")
                            ),
                            models.Q(
                                ("pemeriksa__isnull", True),
                                ("pengaju__isnull", False),
                                ("status", "diajukan"),
                            ),
                            models.Q(
                                ("pemeriksa__isnull", False),
                                ("pengaju__isnull", False),
                                ("status", "disetujui"),
                            ),
                            _connector="OR",
                        ),
                        name="penulisan_narasi_status_utuh",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PerjalananLaporan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("sop", models.CharField(max_length=40)),
                ("langkah", models.PositiveSmallIntegerField(default=1)),
                ("putaran", models.PositiveSmallIntegerField(default=1)),
                ("sejak", models.DateTimeField()),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="perjalanan_laporan",
                        to="organisasi.satker",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "perjalanan laporan",
                "ordering": ["-tahun", "satker"],
                "constraints": [
                    models.UniqueConstraint(fields=("satker", "tahun"), name="perjalanan_laporan_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("tahun__range", (2000, 2099))),
                        name="perjalanan_laporan_tahun_wajar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("putaran__gte", 1)), name="perjalanan_laporan_putaran_dari_satu"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LangkahLaporan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("putaran", models.PositiveSmallIntegerField()),
                ("langkah", models.PositiveSmallIntegerField()),
                (
                    "putusan",
                    models.CharField(
                        choices=[("lanjut", "diteruskan"), ("kembali", "dikembalikan")], max_length=7
                    ),
                ),
                ("catatan", models.TextField(blank=True)),
                ("mulai", models.DateTimeField()),
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
                    "penyusun",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "perjalanan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="riwayat",
                        to="pelaporan.perjalananlaporan",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "langkah laporan",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("penyusun__isnull", True),
                            ("oleh__isnull", True),
                            models.Q(("penyusun", models.F("oleh")), _negated=True),
                            _connector="OR",
                        ),
                        name="langkah_laporan_bukan_penyusun",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("putusan", "lanjut"),
                            models.Q(("putusan", "kembali"), models.Q(("catatan", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="langkah_laporan_kembali_beralasan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("pada__gte", models.F("mulai"))),
                        name="langkah_laporan_waktu_urut",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RevisiLaporan",
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
                ("catatan", models.TextField(blank=True)),
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
                    "laporan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisi_diminta",
                        to="pelaporan.laporanfinal",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "revisi laporan",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("diminta_oleh__isnull", True),
                            ("disetujui_oleh__isnull", True),
                            models.Q(("diminta_oleh", models.F("disetujui_oleh")), _negated=True),
                            _connector="OR",
                        ),
                        name="revisi_laporan_beda_orang",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("alasan", ""), _negated=True), name="revisi_laporan_beralasan"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sampai__gt", models.F("diminta_pada"))),
                        name="revisi_laporan_sampai_urut",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("disetujui_oleh__isnull", True), ("disetujui_pada__isnull", True)),
                            models.Q(("disetujui_oleh__isnull", False), ("disetujui_pada__isnull", False)),
                            _connector="OR",
                        ),
                        name="revisi_laporan_persetujuan_utuh",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ditutup_pada__isnull", True)),
                        fields=("laporan",),
                        name="revisi_laporan_satu_terbuka",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VersiNarasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nomor", models.PositiveIntegerField()),
                ("isi", models.TextField(blank=True)),
                (
                    "cara",
                    models.CharField(
                        choices=[
                            ("tulis", "ditulis di halaman ini"),
                            ("word", "dari berkas Word"),
                            ("pulih", "versi lama dipulihkan"),
                            ("impor", "dari buku kerja"),
                        ],
                        default="tulis",
                        max_length=5,
                    ),
                ),
                ("pada", models.DateTimeField()),
                (
                    "narasi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versi",
                        to="pelaporan.narasi",
                    ),
                ),
                (
                    "oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "versi narasi",
                "ordering": ["narasi", "nomor"],
                "constraints": [
                    models.UniqueConstraint(fields=("narasi", "nomor"), name="versi_narasi_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cara", "impor"), ("oleh__isnull", True)),
                            models.Q(("cara__in", ["tulis", "word", "pulih"]), ("oleh__isnull", False)),
                            _connector="OR",
                        ),
                        name="versi_narasi_berpenulis",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CakupanLaporan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("beku", models.BooleanField(default=True)),
                (
                    "induk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cakupan_laporan",
                        to="organisasi.satker",
                    ),
                ),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisasi.satker"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "cakupan laporan",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("satker", "tahun", "induk"), name="cakupan_laporan_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="GambarNarasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("nama", models.CharField(max_length=120)),
                ("jenis", models.CharField(max_length=20)),
                ("lebar", models.PositiveIntegerField()),
                ("tinggi", models.PositiveIntegerField()),
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
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gambar_narasi",
                        to="organisasi.satker",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "gambar narasi",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("satker", "tahun", "sha256"), name="gambar_narasi_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("jenis__in", ["image/png", "image/jpeg"])),
                        name="gambar_narasi_jenis_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("lebar__gt", 0), ("tinggi__gt", 0)),
                        name="gambar_narasi_berukuran",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KomentarNarasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kutipan", models.CharField(blank=True, max_length=300)),
                ("isi", models.TextField()),
                ("pada", models.DateTimeField()),
                ("selesai_pada", models.DateTimeField(blank=True, null=True)),
                (
                    "narasi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="komentar",
                        to="pelaporan.narasi",
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
                    "selesai_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "komentar narasi",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("isi", ""), _negated=True), name="komentar_narasi_berisi"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("selesai_oleh__isnull", True), ("selesai_pada__isnull", True)),
                            models.Q(("selesai_oleh__isnull", False), ("selesai_pada__isnull", False)),
                            _connector="OR",
                        ),
                        name="komentar_narasi_selesai_utuh",
                    ),
                ],
            },
        ),
    ]
