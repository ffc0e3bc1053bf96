"""People's plain text as blocks; lists of words; the width of a supporting table's columns."""

import pytest

from kinerja.dokumen.model import Daftar, Paragraf
from kinerja.dokumen.tulisan import convert_tulisan
from kinerja.pelaporan.lkjip.blok import beri_nomor, celah, gabung_kata, name_penanggung_jawab
from kinerja.perencanaan.models import Indikator


def baca(blok: Paragraf | Daftar) -> object:
    if isinstance(blok, Daftar):
        return blok.bernomor, [baca(b) for b in blok.butir]
    return "".join(s.isi for s in blok.isi)


@pytest.mark.parametrize(
    ("isi", "blok"),
    [
        ("Satu paragraf.", ["Satu paragraf."]),
        ("Baris satu\nbaris dua.", ["Baris satu baris dua."]),
        ("Satu.\n\nDua.", ["Satu.", "Dua."]),
        ("Satu.\n \n\n\nDua.\n", ["Satu.", "Dua."]),
        ("- a\n- b", [(False, ["a", "b"])]),
        ("1. a\n2. b", [(True, ["a", "b"])]),
        ("Antara lain:\n\n- a;\n- b.", ["Antara lain:", (False, ["a;", "b."])]),
        ("- a\nlanjutan butir", [(False, ["a lanjutan butir"])]),
        ("2023 adalah tahun laporan.", ["2023 adalah tahun laporan."]),
        ("−5 derajat", ["−5 derajat"]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_narasi(isi, blok):
    assert [baca(b) for b in convert_tulisan(isi, "x", {})] == blok


@pytest.mark.parametrize(
    ("kata", "kalimat"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")],
)
def test_gabung_kata(kata, kalimat):
    assert gabung_kata(kata) == kalimat


def test_celah_menyebut_apa_dan_siapa():
    catatan = celah("Analisis penyebab", "Bidang Hukum")
    assert (catatan.jenis, catatan.isi[0].isi) == (
        "kosong",
        "Analisis penyebab belum diisi oleh Bidang Hukum.",
    )
    assert celah("Saran").isi[0].isi == "Saran belum diisi oleh tim penyusun laporan."


def test_tanpa_penanggung_jawab_menjadi_tugas_penyusun():
    assert name_penanggung_jawab(Indikator()) == "tim penyusun laporan"


def test_nomor_baris():
    assert [b.sel for b in beri_nomor([("a",), ("b",)])] == [("1", "a"), ("2", "b")]
