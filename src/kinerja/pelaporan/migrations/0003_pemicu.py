"""What no CHECK can say: a frozen report stays as it is, and opens only by a revision another person granted."""

from django.db import migrations

from kinerja.basisdata.pemicu import tolak_bila

BEKU = (
    "EXISTS (SELECT 1 FROM pelaporan_cakupanlaporan c WHERE c.satker_id = {baris}.satker_id "
    "AND c.tahun = {baris}.tahun AND c.beku{milik})"
)
MILIK = " AND c.induk_id = c.satker_id"
"""A text stands in the report of its own office only, a number in that of every office above, too."""
TERBUKA = (
    "EXISTS (SELECT 1 FROM pelaporan_revisilaporan r JOIN pelaporan_laporanfinal f ON f.id = r.laporan_id "
    "WHERE f.satker_id = {satker} AND f.tahun = NEW.tahun AND r.disetujui_oleh_id IS NOT NULL "
    "AND r.ditutup_pada IS NULL)"
)
NARASI = (
    "EXISTS (SELECT 1 FROM pelaporan_penulisannarasi p WHERE p.narasi_id = OLD.id AND p.status <> 'draf')"
)


class Migration(migrations.Migration):
    dependencies = [("pelaporan", "0002_rantai"), ("pengukuran", "0004_pemicu")]

    operations = [
        tolak_bila(
            "pelaporan_narasi",
            "narasi_beku",
            BEKU.format(baris="NEW", milik=MILIK),
            "laporan tahun ini sudah dibekukan: narasi tidak dapat diisi",
        ),
        tolak_bila(
            "pelaporan_narasi",
            "narasi_beku_lama",
            BEKU.format(baris="OLD", milik=MILIK),
            "laporan tahun ini sudah dibekukan: narasi tidak dapat dipindah atau dihapus",
            saat=("UPDATE", "DELETE"),
        ),
        tolak_bila(
            "pelaporan_narasi",
            "narasi_bukan_draf",
            "NEW.isi <> OLD.isi AND " + NARASI,
            "narasi yang diajukan atau disetujui tidak dapat diubah: kembalikan dahulu menjadi draf",
            saat=("UPDATE",),
        ),
        tolak_bila(
            "pelaporan_tabelpendukung",
            "tabel_pendukung_beku",
            BEKU.format(baris="NEW", milik=MILIK),
            "laporan tahun ini sudah dibekukan: tabel pendukung tidak dapat diisi",
        ),
        tolak_bila(
            "pelaporan_tabelpendukung",
            "tabel_pendukung_beku_lama",
            BEKU.format(baris="OLD", milik=MILIK),
            "laporan tahun ini sudah dibekukan: tabel pendukung tidak dapat dipindah atau dihapus",
            saat=("UPDATE", "DELETE"),
        ),
        tolak_bila(
            "pengukuran_realisasi",
            "realisasi_beku",
            BEKU.format(baris="NEW", milik=""),
            "laporan tahun ini sudah dibekukan: realisasi tidak dapat diisi",
        ),
        tolak_bila(
            "pengukuran_realisasi",
            "realisasi_beku_lama",
            BEKU.format(baris="OLD", milik=""),
            "laporan tahun ini sudah dibekukan: realisasi tidak dapat dipindah atau dihapus",
            saat=("UPDATE", "DELETE"),
        ),
        tolak_bila(
            "pelaporan_versinarasi",
            "versi_narasi_hanya_tambah",
            "OLD.id > 0",
            "versi narasi hanya ditambah",
            saat=("UPDATE", "DELETE"),
        ),
        tolak_bila(
            "pelaporan_langkahlaporan",
            "langkah_laporan_hanya_tambah",
            "OLD.id > 0",
            "langkah laporan hanya ditambah",
            saat=("UPDATE", "DELETE"),
        ),
        tolak_bila(
            "pelaporan_laporanfinal",
            "laporan_final_tetap",
            "OLD.id > 0",
            "laporan yang sudah dibekukan tidak dapat diubah atau dihapus",
            saat=("UPDATE", "DELETE"),
        ),
        tolak_bila(
            "pelaporan_laporanfinal",
            "laporan_final_revisi_resmi",
            "NEW.revisi > 0 AND NOT " + TERBUKA.format(satker="NEW.satker_id"),
            "revisi laporan memerlukan permintaan yang disetujui orang lain",
            saat=("INSERT",),
        ),
        tolak_bila(
            "pelaporan_berkasfinal",
            "berkas_final_tetap",
            "OLD.id > 0",
            "berkas laporan yang sudah dibekukan tidak dapat diubah atau dihapus",
            saat=("UPDATE", "DELETE"),
        ),
        tolak_bila(
            "pelaporan_cakupanlaporan",
            "cakupan_laporan_dibuka_resmi",
            "OLD.beku AND NOT NEW.beku AND NOT " + TERBUKA.format(satker="OLD.induk_id"),
            "laporan yang dibekukan hanya dibuka oleh revisi yang disetujui",
            saat=("UPDATE",),
        ),
        tolak_bila(
            "pelaporan_cakupanlaporan",
            "cakupan_laporan_tetap",
            "OLD.id > 0",
            "cakupan laporan yang dibekukan tidak dapat dihapus",
            saat=("DELETE",),
        ),
    ]
