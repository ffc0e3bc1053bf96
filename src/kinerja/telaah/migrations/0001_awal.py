import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("akses", "__first__"),
        ("organisasi", "0003_tingkat_lapas"),
    ]

    operations = [
        migrations.CreateModel(
            name="Reviu",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("ke", models.PositiveSmallIntegerField(default=1)),
                ("surat_tugas", models.CharField(max_length=120)),
                ("tanggal_surat_tugas", models.DateField()),
                ("mulai", models.DateField()),
                ("selesai", models.DateField()),
                ("ketua", models.CharField(max_length=200)),
                ("anggota", models.TextField(blank=True)),
                ("tempat", models.CharField(max_length=100)),
                ("penandatangan", models.CharField(max_length=200)),
                ("catatan", models.TextField(blank=True)),
                ("kode_laporan", models.CharField(blank=True, max_length=40)),
                ("ditandatangani_pada", models.DateTimeField(blank=True, null=True)),
                ("isi", models.TextField(blank=True)),
                ("sidik", models.CharField(blank=True, max_length=64)),
                (
                    "ditandatangani_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviu",
                        to="organisasi.satker",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "reviu",
                "ordering": ["-tahun", "satker", "-ke"],
                "constraints": [
                    models.UniqueConstraint(fields=("satker", "tahun", "ke"), name="reviu_sekali"),
                    models.UniqueConstraint(
                        condition=models.Q(("sidik", "")),
                        fields=("satker", "tahun"),
                        name="reviu_satu_berjalan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tahun__range", (2000, 2099))), name="reviu_tahun_wajar"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("selesai__gte", models.F("mulai"))), name="reviu_tanggal_urut"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ditandatangani_oleh__isnull", True),
                                ("ditandatangani_pada__isnull", True),
                                ("isi", ""),
                                ("sidik", ""),
                            ),
                            models.Q(
                                models.Q(("sidik", ""), _negated=True),
                                models.Q(("isi", ""), _negated=True),
                                models.Q(("kode_laporan", ""), _negated=True),
                                ("ditandatangani_oleh__isnull", False),
                                ("ditandatangani_pada__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="reviu_tanda_tangan_utuh",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RekomendasiReviu",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nomor", models.PositiveSmallIntegerField()),
                ("uraian", models.TextField()),
                ("penanggung_jawab", models.CharField(max_length=200)),
                ("tenggat", models.DateField()),
                (
                    "reviu",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rekomendasi",
                        to="telaah.reviu",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "rekomendasi reviu",
                "ordering": ["nomor"],
                "constraints": [
                    models.UniqueConstraint(fields=("reviu", "nomor"), name="rekomendasi_reviu_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("uraian", ""), _negated=True),
                            models.Q(("penanggung_jawab", ""), _negated=True),
                        ),
                        name="rekomendasi_reviu_berisi",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JawabanReviu",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kriteria", models.CharField(max_length=8)),
                ("jawaban", models.CharField(blank=True, max_length=13)),
                ("catatan", models.TextField(blank=True)),
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
                    "reviu",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="jawaban", to="telaah.reviu"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "jawaban reviu",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=("reviu", "kriteria"), name="jawaban_reviu_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("jawaban__in", ["", "ya", "tidak", "tidak_berlaku"])),
                        name="jawaban_reviu_dikenal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TemuanLaporan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("kunci", models.CharField(max_length=64)),
                ("kode", models.CharField(max_length=60)),
                ("tingkat", models.CharField(max_length=5)),
                ("kepastian", models.CharField(max_length=7)),
                ("indikator", models.CharField(blank=True, max_length=400)),
                ("bagian", models.CharField(blank=True, max_length=200)),
                ("judul_bagian", models.TextField(blank=True)),
                ("tempat", models.JSONField(default=list)),
                ("uraian", models.TextField()),
                ("saran", models.TextField()),
                ("dasar_hukum", models.TextField()),
                ("ditemukan_pada", models.DateTimeField()),
                ("terakhir_pada", models.DateTimeField()),
                ("selesai_pada", models.DateTimeField(blank=True, null=True)),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="temuan_laporan",
                        to="organisasi.satker",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "temuan laporan",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("satker", "tahun", "kunci"), name="temuan_laporan_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tingkat__in", ["fatal", "besar", "kecil"])),
                        name="temuan_laporan_tingkat_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kepastian__in", ["pasti", "mungkin"])),
                        name="temuan_laporan_kepastian_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("terakhir_pada__gte", models.F("ditemukan_pada")),
                            models.Q(
                                ("selesai_pada__isnull", True),
                                ("selesai_pada__gte", models.F("terakhir_pada")),
                                _connector="OR",
                            ),
                        ),
                        name="temuan_laporan_waktu_urut",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PengecualianTemuan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("alasan", models.TextField()),
                ("berlaku_sampai", models.DateField()),
                ("diminta_pada", models.DateTimeField()),
                (
                    "putusan",
                    models.CharField(
                        blank=True,
                        choices=[("setuju", "disetujui"), ("tolak", "ditolak"), ("cabut", "dicabut")],
                        max_length=6,
                    ),
                ),
                ("diputus_pada", models.DateTimeField(blank=True, null=True)),
                ("catatan_putusan", models.TextField(blank=True)),
                (
                    "pemohon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pemutus",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "temuan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pengecualian",
                        to="telaah.temuanlaporan",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "pengecualian temuan",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("pemohon__isnull", True),
                            ("pemutus__isnull", True),
                            models.Q(("pemohon", models.F("pemutus")), _negated=True),
                            _connector="OR",
                        ),
                        name="pengecualian_beda_orang",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("alasan", ""), _negated=True), name="pengecualian_beralasan"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("diputus_pada__isnull", True), ("pemutus__isnull", True), ("putusan", "")
                            ),
                            models.Q(
                                ("diputus_pada__isnull", False),
                                ("pemutus__isnull", False),
                                ("putusan__in", ["setuju", "tolak", "cabut"]),
                            ),
                            _connector="OR",
                        ),
                        name="pengecualian_putusan_utuh",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("putusan", "")),
                        fields=("temuan",),
                        name="pengecualian_satu_terbuka",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TindakLanjutReviu",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "keadaan",
                    models.CharField(
                        choices=[
                            ("dilaporkan", "dilaporkan, menunggu penilaian"),
                            ("sesuai", "sesuai"),
                            ("belum_sesuai", "belum sesuai"),
                            ("tidak_dapat", "tidak dapat ditindaklanjuti"),
                        ],
                        max_length=12,
                    ),
                ),
                ("uraian", models.TextField()),
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
                    "rekomendasi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tindak_lanjut",
                        to="telaah.rekomendasireviu",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "tindak lanjut reviu",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("keadaan__in", ["dilaporkan", "sesuai", "belum_sesuai", "tidak_dapat"])
                        ),
                        name="tindak_lanjut_reviu_keadaan_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("uraian", ""), _negated=True), name="tindak_lanjut_reviu_berisi"
                    ),
                ],
            },
        ),
    ]
