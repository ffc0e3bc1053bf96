import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisasi", "0003_tingkat_lapas"),
    ]

    operations = [
        migrations.CreateModel(
            name="PilihanInstansi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=40)),
                ("tahun", models.PositiveSmallIntegerField()),
                ("nilai", models.CharField(max_length=60)),
                ("alasan", models.CharField(max_length=500)),
                (
                    "satker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pilihan",
                        to="organisasi.satker",
                    ),
                ),
            ],
            options={
                "ordering": ["satker", "kode", "tahun"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("satker", "kode", "tahun"), name="pilihan_instansi_sekali"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kode", ""), _negated=True), models.Q(("nilai", ""), _negated=True)
                        ),
                        name="pilihan_instansi_berisi",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("alasan", ""), _negated=True), name="pilihan_instansi_beralasan"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tahun__range", (2000, 2100))),
                        name="pilihan_instansi_tahun_wajar",
                    ),
                ],
            },
        ),
    ]
