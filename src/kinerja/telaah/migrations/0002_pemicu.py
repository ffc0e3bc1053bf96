"""What no CHECK can say: a signed reviu never changes, a decision stands, follow-up is only added."""

from django.db import migrations

from kinerja.basisdata.pemicu import tolak_bila

SUDAH = "EXISTS (SELECT 1 FROM telaah_reviu r WHERE r.id = {baris}.reviu_id AND r.sidik <> '')"


class Migration(migrations.Migration):
    dependencies = [("telaah", "0001_awal")]

    operations = [
        tolak_bila(
            "telaah_reviu",
            "reviu_beku",
            "OLD.sidik <> ''",
            "reviu yang sudah ditandatangani tidak dapat diubah (reviu)",
            saat=("UPDATE", "DELETE"),
        ),
        tolak_bila(
            "telaah_jawabanreviu",
            "jawaban_reviu_beku",
            SUDAH.format(baris="NEW"),
            "reviu yang sudah ditandatangani tidak dapat diubah (jawaban baru)",
        ),
        tolak_bila(
            "telaah_jawabanreviu",
            "jawaban_reviu_beku_lama",
            SUDAH.format(baris="OLD"),
            "reviu yang sudah ditandatangani tidak dapat diubah (jawaban lama)",
            saat=("UPDATE", "DELETE"),
        ),
        tolak_bila(
            "telaah_rekomendasireviu",
            "rekomendasi_reviu_beku",
            SUDAH.format(baris="NEW"),
            "reviu yang sudah ditandatangani tidak dapat diubah (rekomendasi baru)",
        ),
        tolak_bila(
            "telaah_rekomendasireviu",
            "rekomendasi_reviu_beku_lama",
            SUDAH.format(baris="OLD"),
            "reviu yang sudah ditandatangani tidak dapat diubah (rekomendasi lama)",
            saat=("UPDATE", "DELETE"),
        ),
        tolak_bila(
            "telaah_tindaklanjutreviu",
            "tindak_lanjut_reviu_hanya_tambah",
            "OLD.id > 0",
            "tindak lanjut hanya ditambah",
            saat=("UPDATE", "DELETE"),
        ),
        tolak_bila(
            "telaah_pengecualiantemuan",
            "pengecualian_tetap",
            "OLD.putusan <> '' AND NOT (OLD.putusan = 'setuju' AND NEW.putusan = 'cabut')",
            "pengecualian yang sudah diputus tidak dapat diubah, hanya dicabut",
            saat=("UPDATE",),
        ),
    ]
