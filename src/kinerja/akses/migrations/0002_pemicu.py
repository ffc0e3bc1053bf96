from django.db import migrations

from kinerja.basisdata.pemicu import tolak_bila

UNIT_LAIN = """NEW.unit_kerja_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM organisasi_unitkerja u
    WHERE u.id = NEW.unit_kerja_id AND u.satker_id = NEW.satker_id)"""


class Migration(migrations.Migration):
    dependencies = [("akses", "0001_awal")]
    operations = [
        tolak_bila(
            "akses_penugasan",
            "penugasan_unit_kerja_satkernya",
            UNIT_LAIN,
            "unit kerja penugasan bukan bagian satkernya",
        )
    ]
