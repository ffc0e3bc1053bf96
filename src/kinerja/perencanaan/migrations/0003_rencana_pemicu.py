"""What no CHECK can say: one answers at a time, a version stays, a tree does not bite its tail."""

from django.db import migrations

from kinerja.basisdata.pemicu import tolak_bila

TUMPANG = """EXISTS (SELECT 1 FROM perencanaan_penanggungjawab lain
    WHERE lain.indikator_id = NEW.indikator_id AND lain.satker_id = NEW.satker_id
    AND lain.id <> COALESCE(NEW.id, 0)
    AND lain.berlaku_dari <= COALESCE(NEW.berlaku_sampai, '9999-12-31')
    AND COALESCE(lain.berlaku_sampai, '9999-12-31') >= NEW.berlaku_dari)"""
# SQLite allows no recursion in a trigger; a plan has three levels, and a loop over six is refused here.
LINGKAR = """EXISTS (SELECT 1 FROM perencanaan_sasaran a
    LEFT JOIN perencanaan_sasaran b ON b.id = a.induk_id
    LEFT JOIN perencanaan_sasaran c ON c.id = b.induk_id
    LEFT JOIN perencanaan_sasaran d ON d.id = c.induk_id
    LEFT JOIN perencanaan_sasaran e ON e.id = d.induk_id
    WHERE a.id = NEW.induk_id AND NEW.id IN (a.induk_id, b.induk_id, c.induk_id, d.induk_id, e.induk_id))"""


class Migration(migrations.Migration):
    dependencies = [("perencanaan", "0002_rencana")]
    operations = [
        tolak_bila(
            "perencanaan_penanggungjawab",
            "penanggung_jawab_tumpang",
            TUMPANG,
            "masa dua penanggung jawab indikator bertumpang",
        ),
        tolak_bila(
            "perencanaan_sasaran",
            "sasaran_tidak_melingkar",
            LINGKAR,
            "sasaran menjadi induk dari induknya sendiri",
            saat=("UPDATE",),
        ),
        tolak_bila(
            "perencanaan_versirencana",
            "versi_rencana_hanya_tambah",
            "OLD.id > 0",
            "versi rencana hanya ditambah",
            saat=("UPDATE", "DELETE"),
        ),
    ]
