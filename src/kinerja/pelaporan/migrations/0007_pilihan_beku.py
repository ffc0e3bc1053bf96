"""What an instansi chose for a year that a frozen report is made of stays as it is, like the numbers."""

from django.db import migrations

from kinerja.basisdata.pemicu import tolak_bila

# A choice holds until the next one of its kind: a frozen year after that is not touched.
BEKU = (
    "EXISTS (SELECT 1 FROM pelaporan_cakupanlaporan c WHERE c.satker_id = {baris}.satker_id "
    "AND c.tahun >= {baris}.tahun AND c.beku AND NOT EXISTS (SELECT 1 FROM organisasi_pilihaninstansi p "
    "WHERE p.satker_id = {baris}.satker_id AND p.kode = {baris}.kode AND p.tahun > {baris}.tahun "
    "AND p.tahun <= c.tahun))"
)


class Migration(migrations.Migration):
    dependencies = [("pelaporan", "0006_templat_surat"), ("organisasi", "0004_pilihan_instansi")]
    operations = [
        tolak_bila(
            "organisasi_pilihaninstansi",
            "pilihan_instansi_beku",
            BEKU.format(baris="NEW"),
            "laporan tahun yang terkena sudah dibekukan: pengaturan tidak dapat dipilih",
        ),
        tolak_bila(
            "organisasi_pilihaninstansi",
            "pilihan_instansi_beku_lama",
            BEKU.format(baris="OLD"),
            "laporan tahun yang terkena sudah dibekukan: pengaturan tidak dapat diganti atau dihapus",
            saat=("UPDATE", "DELETE"),
        ),
    ]
