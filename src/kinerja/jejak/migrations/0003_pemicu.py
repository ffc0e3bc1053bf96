from django.db import migrations

from kinerja.basisdata.pemicu import tolak_bila


class Migration(migrations.Migration):
    dependencies = [("jejak", "0002_rantai")]
    operations = [
        tolak_bila(
            "jejak_jejak",
            "jejak_hanya_tambah",
            "1 = 1",
            "jejak tidak dapat diubah atau dihapus",
            saat=("UPDATE", "DELETE"),
        ),
        tolak_bila(
            "jejak_kepalarantai",
            "kepala_rantai_maju",
            "NEW.rantai <> OLD.rantai OR NEW.nomor <= OLD.nomor",
            "ujung rantai jejak hanya bergerak maju",
            saat=("UPDATE",),
        ),
        tolak_bila(
            "jejak_kepalarantai",
            "kepala_rantai_tetap",
            "1 = 1",
            "ujung rantai jejak tidak dapat dihapus",
            saat=("DELETE",),
        ),
    ]
