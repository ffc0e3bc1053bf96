from django.db import migrations

from kinerja.basisdata.pemicu import tolak_bila

TUMPANG = """EXISTS (SELECT 1 FROM organisasi_riwayatsatker lain
    WHERE lain.satker_id = NEW.satker_id AND lain.id <> COALESCE(NEW.id, 0)
    AND lain.berlaku_dari <= COALESCE(NEW.berlaku_sampai, '9999-12-31')
    AND COALESCE(lain.berlaku_sampai, '9999-12-31') >= NEW.berlaku_dari)"""


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0001_awal")]
    operations = [
        tolak_bila(
            "organisasi_riwayatsatker",
            "riwayat_satker_tumpang",
            TUMPANG,
            "masa berlaku dua kedudukan satker bertumpang",
        )
    ]
