from django.db import migrations

from kinerja.basisdata.pemicu import tolak_bila

# SQLite keeps a date as text; the same words read the year of a date on both engines.
TAHUN_TANGGAL = "CAST(substr(CAST(NEW.{} AS varchar(10)), 1, 4) AS integer)"
REVISI = (
    TAHUN_TANGGAL.format("tanggal")
    + " > NEW.tahun OR (NEW.nomor > 0 AND "
    + TAHUN_TANGGAL.format("tanggal")
    + " < NEW.tahun)"
)
SPM = TAHUN_TANGGAL.format("diterima") + " <> NEW.tahun"
UANG_PERSEDIAAN = TAHUN_TANGGAL.format("tanggal") + " <> NEW.tahun"
DUA_TINGKAT = """EXISTS (SELECT 1 FROM anggaran_anggaranbulanan a
    WHERE a.satker_id = NEW.satker_id AND a.tahun = NEW.tahun AND a.bulan = NEW.bulan
    AND a.ukuran = NEW.ukuran AND a.jenis = NEW.jenis AND a.kode <> NEW.kode
    AND (a.kode = '' OR NEW.kode = ''
        OR substr(a.kode, 1, length(NEW.kode) + 1) = NEW.kode || '.'
        OR substr(NEW.kode, 1, length(a.kode) + 1) = a.kode || '.'))"""


class Migration(migrations.Migration):
    dependencies = [("anggaran", "0002_bulanan")]
    operations = [
        tolak_bila(
            "anggaran_revisidipa",
            "revisi_dipa_dalam_tahun",
            REVISI,
            "tanggal revisi DIPA di luar tahun anggarannya",
        ),
        tolak_bila(
            "anggaran_spm",
            "spm_dalam_tahun",
            SPM,
            "SPM diterima di luar tahun anggarannya",
        ),
        tolak_bila(
            "anggaran_uangpersediaan",
            "uang_persediaan_dalam_tahun",
            UANG_PERSEDIAAN,
            "mutasi uang persediaan di luar tahun anggarannya",
        ),
        tolak_bila(
            "anggaran_anggaranbulanan",
            "anggaran_bulanan_satu_tingkat",
            DUA_TINGKAT,
            "angka bulanan berdiri di samping bagiannya sendiri",
        ),
    ]
