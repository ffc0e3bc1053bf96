"""What no CHECK can say: a signed agreement stays as it is, and what it promises changes by a new version only."""

from django.db import migrations

from kinerja.basisdata.pemicu import tolak_bila

DITANDATANGANI = "EXISTS (SELECT 1 FROM perencanaan_versiperjanjian v WHERE v.id = {versi} AND v.status = 'ditandatangani')"
BEKU = (
    "EXISTS (SELECT 1 FROM perencanaan_versiperjanjian v WHERE v.perjanjian_id = {perjanjian} "
    "AND v.status = 'ditandatangani') AND NOT EXISTS (SELECT 1 FROM perencanaan_versiperjanjian v "
    "WHERE v.perjanjian_id = {perjanjian} AND v.status = 'draf')"
)
DIJANJIKAN = (
    "FROM perencanaan_butirperjanjian b JOIN perencanaan_versiperjanjian s ON s.id = b.versi_id "
    "JOIN perencanaan_perjanjiankinerja p ON p.id = s.perjanjian_id {lain} "
    "WHERE b.indikator_id = OLD.indikator_id AND p.satker_id = OLD.satker_id AND p.tahun = OLD.tahun"
)
TARGET = (
    "OLD.jenis = 'pk' AND EXISTS (SELECT 1 "
    + DIJANJIKAN.format(lain="")
    + " AND s.status = 'ditandatangani') "
    "AND NOT EXISTS (SELECT 1 "
    + DIJANJIKAN.format(lain="JOIN perencanaan_versiperjanjian d ON d.perjanjian_id = p.id")
    + " AND d.status = 'draf')"
)


class Migration(migrations.Migration):
    dependencies = [("perencanaan", "0004_perjanjian")]

    operations = [
        tolak_bila(
            "perencanaan_versiperjanjian",
            "versi_perjanjian_tetap",
            "OLD.status = 'ditandatangani'",
            "perjanjian yang sudah ditandatangani tidak dapat diubah atau dihapus",
            saat=("UPDATE", "DELETE"),
        ),
        tolak_bila(
            "perencanaan_tandatanganperjanjian",
            "tanda_tangan_perjanjian_tetap",
            DITANDATANGANI.format(versi="OLD.versi_id"),
            "tanda tangan pada perjanjian yang sudah ditandatangani tidak dapat diubah atau dihapus",
            saat=("UPDATE", "DELETE"),
        ),
        tolak_bila(
            "perencanaan_butirperjanjian",
            "butir_perjanjian_tetap",
            DITANDATANGANI.format(versi="OLD.versi_id"),
            "butir perjanjian yang sudah ditandatangani tidak dapat diubah atau dihapus",
            saat=("UPDATE", "DELETE"),
        ),
        tolak_bila(
            "perencanaan_perjanjiankinerja",
            "perjanjian_kinerja_beku",
            BEKU.format(perjanjian="OLD.id"),
            "perjanjian sudah ditandatangani: buat versi baru dengan dasar perubahannya",
            saat=("UPDATE", "DELETE"),
        ),
        tolak_bila(
            "perencanaan_anggaranperjanjian",
            "anggaran_perjanjian_beku",
            BEKU.format(perjanjian="NEW.perjanjian_id"),
            "perjanjian sudah ditandatangani: baris anggaran tidak dapat ditambah atau diubah",
        ),
        tolak_bila(
            "perencanaan_anggaranperjanjian",
            "anggaran_perjanjian_beku_lama",
            BEKU.format(perjanjian="OLD.perjanjian_id"),
            "perjanjian sudah ditandatangani: baris anggaran tidak dapat dipindah atau dihapus",
            saat=("UPDATE", "DELETE"),
        ),
        tolak_bila(
            "perencanaan_target",
            "target_perjanjian_beku",
            TARGET,
            "target ini dijanjikan dalam perjanjian yang sudah ditandatangani: buat versi baru perjanjiannya",
            saat=("UPDATE", "DELETE"),
        ),
    ]
