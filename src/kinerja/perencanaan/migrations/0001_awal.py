import django.db.models.deletion
from django.db import migrations, models

import kinerja.basisdata.angka


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisasi", "0001_awal"),
    ]

    operations = [
        migrations.CreateModel(
            name="PerjanjianKinerja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("kode", models.CharField(max_length=30)),
                ("pihak_pertama", models.CharField(max_length=200)),
                ("pihak_kedua", models.CharField(max_length=200)),
                ("tempat", models.CharField(max_length=100)),
                ("tanggal", models.DateField(blank=True, null=True)),
                (
                    "lingkup",
                    models.CharField(
                        blank=True, help_text="kode sasaran kegiatan, dipisah titik koma", max_length=200
                    ),
                ),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="perjanjian",
                        to="organisasi.satker",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="perjanjian",
                        to="organisasi.uniteseloni",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "perjanjian kinerja",
                "ordering": ["unit__urutan", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("satker", "tahun", "kode"), name="perjanjian_kinerja_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AnggaranPerjanjian",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("program", models.CharField(max_length=250)),
                ("kegiatan", models.CharField(max_length=250)),
                ("nilai", models.PositiveBigIntegerField()),
                ("urutan", models.PositiveSmallIntegerField(default=0)),
                (
                    "perjanjian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="anggaran",
                        to="perencanaan.perjanjiankinerja",
                    ),
                ),
            ],
            options={
                "ordering": ["urutan", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("perjanjian", "program", "kegiatan"), name="anggaran_perjanjian_sekali"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Renstra",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=250)),
                ("tahun_awal", models.PositiveSmallIntegerField()),
                ("tahun_akhir", models.PositiveSmallIntegerField()),
                ("dasar_hukum", models.CharField(max_length=250)),
                ("visi", models.TextField()),
            ],
            options={
                "verbose_name_plural": "renstra",
                "ordering": ["tahun_awal"],
                "constraints": [
                    models.UniqueConstraint(fields=("nama",), name="renstra_nama_tunggal"),
                    models.CheckConstraint(
                        condition=models.Q(("tahun_akhir__gte", models.F("tahun_awal"))),
                        name="renstra_tahun_urut",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Misi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("urutan", models.PositiveSmallIntegerField()),
                ("teks", models.TextField()),
                (
                    "renstra",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="misi",
                        to="perencanaan.renstra",
                    ),
                ),
            ],
            options={
                "ordering": ["urutan"],
                "constraints": [
                    models.UniqueConstraint(fields=("renstra", "urutan"), name="misi_urutan_tunggal")
                ],
            },
        ),
        migrations.CreateModel(
            name="Sasaran",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=30, unique=True)),
                (
                    "tingkat",
                    models.CharField(
                        choices=[
                            ("strategis", "Sasaran Strategis"),
                            ("program", "Sasaran Program"),
                            ("kegiatan", "Sasaran Kegiatan"),
                        ],
                        max_length=10,
                    ),
                ),
                ("urutan", models.PositiveSmallIntegerField()),
                ("teks", models.TextField()),
                ("program", models.CharField(blank=True, max_length=250)),
                (
                    "induk",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anak",
                        to="perencanaan.sasaran",
                    ),
                ),
                (
                    "renstra",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sasaran",
                        to="perencanaan.renstra",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sasaran",
                        to="organisasi.uniteseloni",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "sasaran",
                "ordering": ["unit__urutan", "urutan", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tingkat__in", ["strategis", "program", "kegiatan"])),
                        name="sasaran_tingkat_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("induk__isnull", True),
                            models.Q(("induk", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="sasaran_bukan_induk_sendiri",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Indikator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=30, unique=True)),
                ("urutan", models.PositiveSmallIntegerField()),
                ("nama", models.TextField()),
                ("satuan", models.CharField(max_length=60)),
                (
                    "polaritas",
                    models.CharField(
                        choices=[
                            ("naik", "semakin tinggi semakin baik"),
                            ("turun", "semakin rendah semakin baik"),
                            ("stabil", "semakin dekat target semakin baik"),
                            ("rentang", "di dalam rentang target"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "cara_hitung",
                    models.CharField(
                        choices=[
                            ("rasio", "pembilang dibagi penyebut"),
                            ("rata_rasio", "rata-rata beberapa rasio"),
                            ("pertumbuhan", "kenaikan terhadap tahun sebelumnya"),
                            ("nilai", "nilai langsung"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "agregasi_bulan",
                    models.CharField(
                        choices=[
                            ("jumlah", "dijumlahkan"),
                            ("rata_rata", "dirata-ratakan"),
                            ("terakhir", "keadaan bulan terakhir"),
                            ("maks", "nilai tertinggi"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "agregasi_satker",
                    models.CharField(
                        choices=[
                            ("sigma", "jumlah pembilang dibagi jumlah penyebut"),
                            ("jumlah", "dijumlahkan"),
                            ("rata_rata", "dirata-ratakan"),
                            ("maks", "nilai tertinggi"),
                        ],
                        max_length=10,
                    ),
                ),
                ("definisi", models.TextField(blank=True)),
                ("rumus", models.TextField(blank=True)),
                ("sumber_data", models.TextField(blank=True)),
                (
                    "polaritas_usulan",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("naik", "semakin tinggi semakin baik"),
                            ("turun", "semakin rendah semakin baik"),
                            ("stabil", "semakin dekat target semakin baik"),
                            ("rentang", "di dalam rentang target"),
                        ],
                        max_length=10,
                    ),
                ),
                ("catatan_mutu", models.TextField(blank=True)),
                (
                    "penanggung_jawab",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indikator",
                        to="organisasi.unitkerja",
                    ),
                ),
                (
                    "sasaran",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indikator",
                        to="perencanaan.sasaran",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "indikator",
                "ordering": ["sasaran__unit__urutan", "sasaran__urutan", "urutan", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("polaritas__in", ["naik", "turun", "stabil", "rentang"])),
                        name="indikator_polaritas_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cara_hitung__in", ["rasio", "rata_rasio", "pertumbuhan", "nilai"])
                        ),
                        name="indikator_cara_hitung_dikenal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("renstra", "Renstra"),
                            ("pk", "Perjanjian Kinerja"),
                            ("nasional", "Standar nasional"),
                        ],
                        max_length=10,
                    ),
                ),
                ("nilai", kinerja.basisdata.angka.AngkaField(blank=True, null=True)),
                ("bawah", kinerja.basisdata.angka.AngkaField(blank=True, null=True)),
                ("atas", kinerja.basisdata.angka.AngkaField(blank=True, null=True)),
                (
                    "cakupan",
                    models.CharField(
                        choices=[("satker", "satker ini"), ("nasional", "seluruh Indonesia")],
                        default="satker",
                        max_length=10,
                    ),
                ),
                ("sumber", models.CharField(blank=True, max_length=200)),
                (
                    "indikator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="target",
                        to="perencanaan.indikator",
                    ),
                ),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="target",
                        to="organisasi.satker",
                    ),
                ),
            ],
            options={
                "ordering": ["indikator", "tahun", "jenis"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("indikator", "satker", "tahun", "jenis"), name="target_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("atas__isnull", True), ("bawah__isnull", True), ("nilai__isnull", False)
                            ),
                            models.Q(
                                ("atas__gte", models.F("bawah")),
                                ("bawah__isnull", False),
                                ("nilai__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="target_nilai_atau_rentang",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("jenis__in", ["renstra", "pk", "nasional"])),
                        name="target_jenis_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tahun__range", (2000, 2100))), name="target_tahun_wajar"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Komponen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(default="utama", max_length=20)),
                ("label_pembilang", models.TextField(blank=True)),
                ("label_penyebut", models.TextField(blank=True)),
                ("urutan", models.PositiveSmallIntegerField(default=0)),
                (
                    "indikator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="komponen",
                        to="perencanaan.indikator",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "komponen",
                "ordering": ["urutan", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("indikator", "kode"), name="komponen_kode_tunggal")
                ],
            },
        ),
    ]
