"""What stands beside a closed sheet is neither taken away nor moved; progress texts are written over the one seen."""

from django.db import migrations, models

from kinerja.basisdata.pemicu import tolak_bila

LEMBAR_TERTUTUP = (
    "EXISTS (SELECT 1 FROM pengukuran_lembarpengukuran l WHERE l.id = OLD.lembar_id AND l.status <> 'draf')"
)


class Migration(migrations.Migration):
    dependencies = [("pengukuran", "0004_pemicu")]

    operations = [
        migrations.AddField(
            model_name="bulantargetkinerja", name="versi", field=models.PositiveIntegerField(default=0)
        ),
        tolak_bila(
            "pengukuran_datadukung",
            "data_dukung_tertutup_lama",
            LEMBAR_TERTUTUP,
            "lembar ini tidak berstatus draf: data dukungnya tidak dapat dipindah atau dihapus",
            saat=("UPDATE", "DELETE"),
        ),
        tolak_bila(
            "pengukuran_catatanpengukuran",
            "catatan_tertutup_lama",
            LEMBAR_TERTUTUP,
            "lembar ini tidak berstatus draf: catatannya tidak dapat dipindah atau dihapus",
            saat=("UPDATE", "DELETE"),
        ),
        tolak_bila(
            "pengukuran_konfirmasiperingatan",
            "konfirmasi_tertutup_lama",
            LEMBAR_TERTUTUP,
            "lembar ini tidak berstatus draf: konfirmasinya tidak dapat dipindah atau dihapus",
            saat=("UPDATE", "DELETE"),
        ),
    ]
