import django.db.models.deletion
from django.db import migrations, models

import kinerja.basisdata.angka


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("jejak", "0003_pemicu"),
        ("organisasi", "0003_tingkat_lapas"),
        ("pengukuran", "0004_pemicu"),
        ("perencanaan", "0001_awal"),
    ]

    operations = [
        migrations.CreateModel(
            name="InstrumenSurvei",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.SlugField(max_length=60)),
                ("tahun", models.PositiveSmallIntegerField()),
                ("nama", models.CharField(max_length=200)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("skm", "Survei kepuasan masyarakat (SKM)"),
                            ("3as", "Survei kepuasan layanan internal (3AS)"),
                            ("ipk_internal", "Indeks pengamanan keimigrasian, responden internal"),
                            ("ipk_eksternal", "Indeks pengamanan keimigrasian, responden eksternal"),
                        ],
                        max_length=15,
                    ),
                ),
                ("skala", models.PositiveSmallIntegerField()),
                (
                    "cara_alir",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nilai", "nilai indeks langsung"),
                            ("tertimbang", "indeks × responden dibagi responden"),
                            ("konversi", "nilai skala 100 dibagi 25"),
                        ],
                        max_length=10,
                    ),
                ),
                ("dasar", models.CharField(blank=True, max_length=250)),
                (
                    "indikator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="instrumen_survei",
                        to="perencanaan.indikator",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "instrumen survei",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=("kode", "tahun"), name="instrumen_survei_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("jenis__in", ["skm", "3as", "ipk_internal", "ipk_eksternal"])),
                        name="instrumen_survei_jenis_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("skala__in", (4, 100))), name="instrumen_survei_skala_4_100"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tahun__range", (2000, 2100))),
                        name="instrumen_survei_tahun_wajar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cara_alir", ""), ("indikator__isnull", True)),
                            models.Q(
                                ("cara_alir__in", ["nilai", "tertimbang", "konversi"]),
                                ("indikator__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="instrumen_survei_alir_utuh",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Survei",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("bulan", models.PositiveSmallIntegerField(default=0)),
                (
                    "keadaan",
                    models.CharField(
                        choices=[("terbuka", "Terbuka"), ("ditutup", "Ditutup")],
                        default="terbuka",
                        max_length=8,
                    ),
                ),
                ("populasi", models.PositiveIntegerField(blank=True, null=True)),
                ("responden", models.PositiveIntegerField(blank=True, null=True)),
                ("nilai", kinerja.basisdata.angka.AngkaField(blank=True, null=True)),
                ("sumber", models.CharField(blank=True, max_length=200)),
                ("rahasia", models.CharField(blank=True, max_length=43, null=True, unique=True)),
                ("asal_baris", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "asal",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="jejak.impor"
                    ),
                ),
                (
                    "instrumen",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="survei",
                        to="survei.instrumensurvei",
                    ),
                ),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="survei",
                        to="organisasi.satker",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "survei",
                "ordering": ["tahun", "bulan", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("instrumen", "satker", "tahun", "bulan"), name="survei_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bulan__range", (0, 12))), name="survei_bulan_0_12"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tahun__range", (2000, 2100))), name="survei_tahun_wajar"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("keadaan__in", ["terbuka", "ditutup"])),
                        name="survei_keadaan_dikenal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("responden__isnull", True), ("responden__gte", 1), _connector="OR"
                        ),
                        name="survei_responden_ada",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("populasi__isnull", True),
                            models.Q(("populasi__gte", 1), ("responden__isnull", True)),
                            models.Q(("populasi__gte", models.F("responden")), ("responden__isnull", False)),
                            _connector="OR",
                        ),
                        name="survei_populasi_cukup",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("keadaan", "terbuka"), _negated=True),
                            models.Q(("nilai__isnull", True), ("responden__isnull", True)),
                            _connector="OR",
                        ),
                        name="survei_terbuka_belum_bernilai",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RealisasiSurvei",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "realisasi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dari_survei",
                        to="pengukuran.realisasi",
                    ),
                ),
                (
                    "survei",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ke_realisasi",
                        to="survei.survei",
                    ),
                ),
            ],
            options={
                "ordering": ["realisasi", "survei"],
                "constraints": [
                    models.UniqueConstraint(fields=("realisasi", "survei"), name="realisasi_survei_sekali")
                ],
            },
        ),
        migrations.CreateModel(
            name="Jawaban",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("hari", models.DateField()),
                (
                    "saluran",
                    models.CharField(
                        choices=[
                            ("daring", "Formulir daring"),
                            ("kertas", "Kuesioner kertas"),
                            ("berkas", "Berkas XLSX"),
                        ],
                        max_length=6,
                    ),
                ),
                ("tanda", models.CharField(max_length=43)),
                (
                    "survei",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="jawaban",
                        to="survei.survei",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "jawaban",
                "ordering": ["survei", "hari", "tanda"],
                "constraints": [
                    models.UniqueConstraint(fields=("survei", "tanda"), name="jawaban_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("saluran__in", ["daring", "kertas", "berkas"])),
                        name="jawaban_saluran_dikenal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UnsurSurvei",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=10)),
                ("nama", models.CharField(max_length=200)),
                ("kelompok", models.CharField(blank=True, max_length=200)),
                ("pertanyaan", models.TextField(blank=True)),
                ("urutan", models.PositiveSmallIntegerField(default=0)),
                (
                    "instrumen",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="unsur",
                        to="survei.instrumensurvei",
                    ),
                ),
            ],
            options={
                "ordering": ["urutan", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("instrumen", "kode"), name="unsur_survei_sekali")
                ],
            },
        ),
        migrations.CreateModel(
            name="NilaiJawaban",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nilai", models.PositiveSmallIntegerField()),
                (
                    "jawaban",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="nilai", to="survei.jawaban"
                    ),
                ),
                (
                    "unsur",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jawaban",
                        to="survei.unsursurvei",
                    ),
                ),
            ],
            options={
                "ordering": ["jawaban", "unsur__urutan"],
                "constraints": [
                    models.UniqueConstraint(fields=("jawaban", "unsur"), name="nilai_jawaban_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("nilai__range", (1, 4))), name="nilai_jawaban_1_4"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HasilUnsur",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nilai", kinerja.basisdata.angka.AngkaField()),
                (
                    "survei",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hasil_unsur",
                        to="survei.survei",
                    ),
                ),
                (
                    "unsur",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hasil",
                        to="survei.unsursurvei",
                    ),
                ),
            ],
            options={
                "ordering": ["survei", "unsur__urutan"],
                "constraints": [
                    models.UniqueConstraint(fields=("survei", "unsur"), name="hasil_unsur_sekali"),
                    models.CheckConstraint(
                        condition=models.Q(("nilai__range", (1, 4))), name="hasil_unsur_1_4"
                    ),
                ],
            },
        ),
    ]
