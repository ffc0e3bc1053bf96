"""Our own report of the sample office, read back from its files like a stranger's.

What the office did (a target below last year's realisasi, a share above 100 %) may be found; a calculation, a
figure printed twice or a weight that is ours may not.
"""

import pytest

from kinerja.telaah.jalan import telaah_berkas

pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]

MILIK_KITA = {"hitung", "sama", "bobot"}


@pytest.fixture(scope="module")
def hasil(laporan_contoh):
    """The findings by format, each file read once."""
    semua = {rupa: telaah_berkas(berkas) for rupa, berkas in laporan_contoh.berkas.items()}
    assert set(semua) == {"pdf", "docx", "html"}
    return {rupa: satu.hasil for rupa, satu in semua.items()}


@pytest.mark.parametrize("rupa", ["pdf", "docx", "html"])
def test_tidak_ada_salah_hitung_beda_angka_atau_bobot(hasil, rupa):
    salah = [f"{t.kode}: {t.uraian}" for t in hasil[rupa].temuan if t.keluarga in MILIK_KITA]
    assert salah == []


def test_ketiga_rupa_berisi_fakta_dan_temuan_yang_sama(hasil):
    """The same tree in three files: were a table lost by one reader, the other two would tell."""
    fakta = {rupa: satu.fakta for rupa, satu in hasil.items()}
    assert len(set(fakta.values())) == 1, fakta
    assert min(fakta.values()) > 2000
    temuan = {rupa: sorted(t.kode for t in satu.temuan) for rupa, satu in hasil.items()}
    assert temuan["pdf"] == temuan["docx"] == temuan["html"]
    assert any(kode.startswith("rentang-") for kode in temuan["pdf"])
