from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisasi", "0002_pemicu"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="unitkerja",
            name="unit_kerja_tingkat_dikenal",
        ),
        migrations.AlterField(
            model_name="unitkerja",
            name="tingkat",
            field=models.CharField(
                choices=[
                    ("divisi", "Divisi"),
                    ("bagian", "Bagian"),
                    ("bidang", "Bidang"),
                    ("subbagian", "Subbagian"),
                    ("subbidang", "Subbidang"),
                    ("seksi", "Seksi"),
                    ("subseksi", "Subseksi"),
                    ("urusan", "Urusan"),
                    ("kesatuan", "Kesatuan Pengamanan"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddConstraint(
            model_name="unitkerja",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "tingkat__in",
                        [
                            "divisi",
                            "bagian",
                            "bidang",
                            "subbagian",
                            "subbidang",
                            "seksi",
                            "subseksi",
                            "urusan",
                            "kesatuan",
                        ],
                    )
                ),
                name="unit_kerja_tingkat_dikenal",
            ),
        ),
    ]
