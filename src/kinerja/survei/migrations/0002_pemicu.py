from django.db import migrations

from kinerja.basisdata.pemicu import tolak_bila

# Numbers are stored in ten-thousandths; the lowest index of a scale is a quarter of its highest.
LUAR_SKALA = (
    "EXISTS (SELECT 1 FROM survei_instrumensurvei i WHERE i.id = NEW.instrumen_id "
    "AND (NEW.nilai < i.skala * 2500 OR NEW.nilai > i.skala * 10000))"
)
DUA_SUMBER = (
    "(NEW.nilai IS NOT NULL OR NEW.responden IS NOT NULL) "
    "AND EXISTS (SELECT 1 FROM survei_jawaban j WHERE j.survei_id = NEW.id)"
)
TERTUTUP = "EXISTS (SELECT 1 FROM survei_survei s WHERE s.id = NEW.survei_id AND s.keadaan <> 'terbuka')"
BUKAN_UNSURNYA = (
    "EXISTS (SELECT 1 FROM survei_survei s, survei_unsursurvei u WHERE s.id = NEW.survei_id "
    "AND u.id = NEW.unsur_id AND u.instrumen_id <> s.instrumen_id)"
)
BUKAN_UNSUR_JAWABAN = (
    "EXISTS (SELECT 1 FROM survei_jawaban j, survei_survei s, survei_unsursurvei u WHERE j.id = NEW.jawaban_id "
    "AND s.id = j.survei_id AND u.id = NEW.unsur_id AND u.instrumen_id <> s.instrumen_id)"
)
DARI_SURVEI = "EXISTS (SELECT 1 FROM survei_realisasisurvei r WHERE r.realisasi_id = OLD.id)"


class Migration(migrations.Migration):
    dependencies = [("survei", "0001_awal"), ("pengukuran", "0004_pemicu")]

    operations = [
        tolak_bila(
            "survei_survei",
            "survei_nilai_sesuai_skala",
            LUAR_SKALA,
            "nilai survei di luar skala instrumennya",
        ),
        tolak_bila(
            "survei_survei",
            "survei_satu_sumber",
            DUA_SUMBER,
            "survei ini sudah berisi jawaban: nilainya dihitung, tidak diisi",
            saat=("UPDATE",),
        ),
        tolak_bila(
            "survei_jawaban",
            "jawaban_survei_terbuka",
            TERTUTUP,
            "survei ini sudah ditutup",
        ),
        tolak_bila(
            "survei_hasilunsur",
            "hasil_unsur_instrumennya",
            BUKAN_UNSURNYA,
            "unsur itu milik instrumen lain",
        ),
        tolak_bila(
            "survei_nilaijawaban",
            "nilai_jawaban_instrumennya",
            BUKAN_UNSUR_JAWABAN,
            "unsur jawaban itu milik instrumen lain",
        ),
        tolak_bila(
            "survei_nilaijawaban",
            "nilai_jawaban_tetap",
            "OLD.nilai <> NEW.nilai OR OLD.jawaban_id <> NEW.jawaban_id",
            "jawaban responden tidak dapat diubah",
            saat=("UPDATE",),
        ),
        tolak_bila(
            "pengukuran_realisasi",
            "realisasi_dari_survei",
            DARI_SURVEI,
            "realisasi ini berasal dari survei: ubah surveinya",
            saat=("UPDATE",),
        ),
    ]
