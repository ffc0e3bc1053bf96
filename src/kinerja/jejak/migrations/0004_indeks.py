"""Reading a long chain by actor, action or day, without reading all of it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("jejak", "0003_pemicu")]

    operations = [
        migrations.AddIndex(
            model_name="jejak", index=models.Index(fields=["rantai", "oleh", "nomor"], name="jejak_oleh")
        ),
        migrations.AddIndex(
            model_name="jejak",
            index=models.Index(fields=["rantai", "tindakan", "nomor"], name="jejak_tindakan"),
        ),
        migrations.AddIndex(
            model_name="jejak", index=models.Index(fields=["rantai", "pada"], name="jejak_pada")
        ),
    ]
