"""What no CHECK can say: numbers change in draft only, four eyes, no lock opens without an approved request."""

from django.db import migrations

from kinerja.basisdata.pemicu import tolak_bila

UNIT = (
    "COALESCE((SELECT u.id FROM perencanaan_komponen k JOIN perencanaan_indikator i ON i.id = k.indikator_id "
    "JOIN organisasi_unitkerja u ON u.id = i.penanggung_jawab_id AND u.satker_id = {baris}.satker_id "
    "WHERE k.id = {baris}.komponen_id), 0)"
)
TERTUTUP = (
    "EXISTS (SELECT 1 FROM pengukuran_lembarpengukuran l WHERE l.satker_id = {baris}.satker_id "
    "AND l.tahun = {baris}.tahun AND l.bulan = {baris}.bulan AND l.status <> 'draf' "
    f"AND COALESCE(l.unit_kerja_id, 0) = {UNIT})"
)
MEMERIKSA_SENDIRI = (
    "NEW.status IN ('diverifikasi', 'disetujui') AND EXISTS (SELECT 1 FROM pengukuran_realisasi r "
    "WHERE r.satker_id = NEW.satker_id AND r.tahun = NEW.tahun AND r.bulan = NEW.bulan "
    "AND r.diisi_oleh_id IN (NEW.diverifikasi_oleh_id, NEW.disetujui_oleh_id) "
    f"AND COALESCE(NEW.unit_kerja_id, 0) = {UNIT.format(baris='r')})"
)
BUKA_SENDIRI = (
    "OLD.status = 'dikunci' AND NEW.status <> 'dikunci' AND NOT EXISTS ("
    "SELECT 1 FROM pengukuran_pembukaankunci p WHERE p.lembar_id = OLD.id "
    "AND p.disetujui_oleh_id IS NOT NULL AND p.ditutup_pada IS NULL)"
)
LEMBAR_TERTUTUP = (
    "EXISTS (SELECT 1 FROM pengukuran_lembarpengukuran l WHERE l.id = NEW.lembar_id AND l.status <> 'draf')"
)


class Migration(migrations.Migration):
    dependencies = [("pengukuran", "0003_lembar")]

    operations = [
        tolak_bila(
            "pengukuran_realisasi",
            "realisasi_tertutup",
            TERTUTUP.format(baris="NEW"),
            "lembar bulan ini tidak berstatus draf: angkanya tidak dapat diisi",
        ),
        tolak_bila(
            "pengukuran_realisasi",
            "realisasi_tertutup_lama",
            TERTUTUP.format(baris="OLD"),
            "lembar bulan ini tidak berstatus draf: angkanya tidak dapat dipindah atau dihapus",
            saat=("UPDATE", "DELETE"),
        ),
        tolak_bila(
            "pengukuran_lembarpengukuran",
            "lembar_pemeriksa_bukan_pengisi",
            MEMERIKSA_SENDIRI,
            "yang mengisi angka tidak dapat memverifikasi atau menyetujuinya",
        ),
        tolak_bila(
            "pengukuran_lembarpengukuran",
            "lembar_kunci_dibuka_resmi",
            BUKA_SENDIRI,
            "kunci hanya dibuka oleh permintaan yang disetujui",
            saat=("UPDATE",),
        ),
        tolak_bila(
            "pengukuran_datadukung",
            "data_dukung_tertutup",
            LEMBAR_TERTUTUP,
            "lembar ini tidak berstatus draf: data dukungnya tidak dapat diubah",
        ),
        tolak_bila(
            "pengukuran_catatanpengukuran",
            "catatan_tertutup",
            LEMBAR_TERTUTUP,
            "lembar ini tidak berstatus draf: catatannya tidak dapat diubah",
        ),
        tolak_bila(
            "pengukuran_konfirmasiperingatan",
            "konfirmasi_tertutup",
            LEMBAR_TERTUTUP,
            "lembar ini tidak berstatus draf: konfirmasinya tidak dapat diubah",
        ),
    ]
