"""Mistakes on the sheets of surveys: told at the cell, with the rule; nothing is stored."""

import pytest
from tests.pertukaran.kantor import impor, make_kantor, tulis

from kinerja.pengukuran.models import Realisasi
from kinerja.survei.models import RealisasiSurvei, Survei, UnsurSurvei

pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]
INSTRUMEN, UNSUR, HASIL, HASIL_UNSUR = "Instrumen Survei", "Unsur Survei", "Hasil Survei", "Hasil Unsur"
KASUS = [
    (INSTRUMEN, 1, 5, "I-2", f"{INSTRUMEN}!G2"),
    (INSTRUMEN, 1, 4, "10", f"{INSTRUMEN}!E2"),
    (UNSUR, 1, 0, "skm-a", f"{UNSUR}!C2"),
    (UNSUR, 1, 1, 2024, f"{UNSUR}!B2"),
    (HASIL, 1, 6, 101, f"{HASIL}!G2"),
    (HASIL, 1, 6, 24.9, f"{HASIL}!G2"),
    (HASIL, 1, 4, 79, f"{HASIL}!E2"),
    (HASIL, 1, 5, 0, f"{HASIL}!F2"),
    (HASIL, 1, 2, 2022, f"{HASIL}!C2"),
    (HASIL, 1, 0, "skm-b", f"{HASIL}!A2"),
    (HASIL_UNSUR, 1, 4, "C", f"{HASIL_UNSUR}!E2"),
    (HASIL_UNSUR, 1, 5, 4.5, f"{HASIL_UNSUR}!F2"),
    (HASIL_UNSUR, 1, 3, 7, f"{HASIL_UNSUR}!A2"),
]


@pytest.mark.parametrize(("lembar", "baris", "kolom", "isi", "tempat"), KASUS)
def test_satu_kesalahan_di_selnya(tmp_path, lembar, baris, kolom, isi, tempat):
    kantor = make_kantor()
    kantor[lembar][baris][kolom] = isi
    hasil = impor(tulis(tmp_path / "a.xlsx", kantor))
    assert not hasil.disimpan
    assert tempat in {t.tempat for t in hasil.temuan}
    assert not Survei.objects.exists()


def test_mengalir_dan_sumbernya_diketahui(tmp_path):
    kantor = make_kantor()
    kantor[INSTRUMEN][1][5:7] = ["I-2", "nilai"]
    kantor["Realisasi"] = [b for b in kantor["Realisasi"] if b[0] != "I-2"]
    assert impor(tulis(tmp_path / "a.xlsx", kantor)).disimpan
    (taut,) = RealisasiSurvei.objects.select_related("realisasi")
    fakta = taut.realisasi
    assert (str(fakta.nilai), fakta.asal_baris, fakta.bulan) == ("97.3200", 2, 1)
    assert UnsurSurvei.objects.filter(instrumen__kode="skm-a").count() == 9
    assert impor(tulis(tmp_path / "a.xlsx", kantor)).jumlah.berubah == 0
    kantor[HASIL][1][6] = 98
    assert impor(tulis(tmp_path / "b.xlsx", kantor)).disimpan
    assert Realisasi.objects.get(pk=fakta.pk).nilai == 98
    # Typed on the other sheet too: the database keeps the one of the survey.
    kantor["Realisasi"].append(["I-2", "utama", "lapas-a", 2023, 1, None, None, None, 50])
    hasil = impor(tulis(tmp_path / "c.xlsx", kantor))
    assert not hasil.disimpan
    assert "berasal dari survei" in hasil.temuan[0].aturan


@pytest.mark.parametrize(
    ("cara", "indikator", "sel"), [("konversi", "I-2", "G2"), ("nilai", "I-1", "G2"), ("nilai", None, "G2")]
)
def test_cara_alir_cocok_dengan_cara_hitung(tmp_path, cara, indikator, sel):
    kantor = make_kantor()
    kantor[INSTRUMEN][1][5:7] = [indikator, cara]
    hasil = impor(tulis(tmp_path / "a.xlsx", kantor))
    assert f"{INSTRUMEN}!{sel}" in {t.tempat for t in hasil.temuan}


def test_tertimbang_perlu_responden(tmp_path):
    kantor = make_kantor()
    kantor[INSTRUMEN][1][5:7] = ["I-1", "tertimbang"]
    kantor[HASIL][1][5] = None
    hasil = impor(tulis(tmp_path / "a.xlsx", kantor))
    assert f"{HASIL}!F2" in {t.tempat for t in hasil.temuan}
