"""A target that a frozen report printed stays as it is, like the numbers beside it."""

from django.db import migrations

from kinerja.basisdata.pemicu import tolak_bila

BEKU = (
    "EXISTS (SELECT 1 FROM pelaporan_cakupanlaporan c WHERE c.satker_id = {baris}.satker_id "
    "AND c.tahun = {baris}.tahun AND c.beku)"
)


class Migration(migrations.Migration):
    dependencies = [("pelaporan", "0003_pemicu"), ("perencanaan", "0003_rencana_pemicu")]
    operations = [
        tolak_bila(
            "perencanaan_target",
            "target_beku",
            BEKU.format(baris="NEW"),
            "laporan tahun ini sudah dibekukan: target tidak dapat diisi",
        ),
        tolak_bila(
            "perencanaan_target",
            "target_beku_lama",
            BEKU.format(baris="OLD"),
            "laporan tahun ini sudah dibekukan: target tidak dapat dipindah atau dihapus",
            saat=("UPDATE", "DELETE"),
        ),
    ]
