"""A document that names no year is not judged by years."""

from tests.aturan.telaah.buat import fakta

from kinerja.aturan.telaah import bawaan, makna, narasi_arah, narasi_kutipan, narasi_putusan
from kinerja.aturan.telaah.fakta import Bahan, Jenis
from kinerja.aturan.telaah.narasi_klaim import pisah_anak_kalimat
from kinerja.aturan.telaah.registri import Hasil


def test_tanpa_tahun_tidak_dinilai():
    tanpa = Bahan(tahun=None)
    for periksa in (
        narasi_arah.periksa_arah,
        narasi_arah.periksa_sebab,
        narasi_arah.periksa_belanja,
        narasi_kutipan.periksa_kutipan,
        narasi_putusan.periksa_tercapai,
    ):
        assert periksa(tanpa) == Hasil(0)


def test_pembanding_tahun_yang_sama_bukan_tahun_lalu():
    ini = Bahan(tahun=2023, lalu=Bahan(tahun=2023))
    assert bawaan.periksa_tahun(ini) == Hasil(0)
    assert bawaan.periksa_angka(ini) == Hasil(0)


def test_indikator_tanpa_realisasi_tidak_kembar():
    assert makna.periksa_kembar(Bahan(tahun=2023, fakta=(fakta("5", Jenis.TARGET),))) == Hasil(0)


def test_kalimat_yang_tidak_mungkin_kalimat_tidak_dibaca():
    """Ten thousand claims in one breath are no prose, and may not cost the time of prose."""
    assert list(pisah_anak_kalimat("realisasi naik, " * 10_000)) == []
    assert list(pisah_anak_kalimat("realisasi naik, target turun")) == ["realisasi naik", "target turun"]
