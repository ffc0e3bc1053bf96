"""What a new user ran into: shared units, "persen" as a unit, percentages among counts, half a year."""

import pytest
from tests.pertukaran.kantor import impor, make_kantor, tulis

from kinerja.organisasi.models import UnitEselonI
from kinerja.organisasi.queries import get_satker
from kinerja.pelaporan.kelengkapan import list_celah
from kinerja.pelaporan.queries import get_data_laporan
from kinerja.perencanaan.models import Indikator

pytestmark = pytest.mark.django_db


def test_kantor_lain_tidak_mengubah_urutan_unit_dan_nama_baru_diperingatkan(tmp_path):
    impor(tulis(tmp_path / "a.xlsx", make_kantor()))
    lain = {
        "Unit Eselon I": [
            make_kantor()["Unit Eselon I"][0],
            ["PAS", "Ditjen Lain"],
            ["IM", "Ditjen Imigrasi"],
        ]
    }
    hasil = impor(tulis(tmp_path / "b.xlsx", lain))
    urutan = list(UnitEselonI.objects.order_by("urutan").values_list("kode", "urutan"))
    assert urutan == [("SETJEN", 1), ("PAS", 2), ("IM", 4)]
    (temuan,) = hasil.temuan
    assert (temuan.tempat, hasil.disimpan) == ("Unit Eselon I!B2", True)
    assert "sebelumnya 'Ditjen Pemasyarakatan'" in temuan.aturan


@pytest.mark.parametrize("satuan", ["persen", "Persen", "%", "PERSENTASE"])
def test_persen_dengan_kata_sama_dengan_tandanya(tmp_path, satuan):
    kantor = make_kantor()
    kantor["Indikator"][1][3] = satuan
    impor(tulis(tmp_path / "a.xlsx", kantor))
    assert Indikator.objects.get(kode="I-1").satuan == "%"


def test_persen_bukan_banyaknya_dan_bukan_bukti_kebiasaan(tmp_path):
    kantor = make_kantor()
    kantor["Realisasi"][1][6] = "97,4%"
    kantor["Realisasi"][2][6:8] = ["5,050", 6000]
    hasil = impor(tulis(tmp_path / "a.xlsx", kantor))
    assert [(t.tempat, t.terbaca) for t in hasil.temuan] == [
        ("Realisasi!G2", "97,4%"),
        ("Realisasi!G3", "5,050"),
    ]
    assert hasil.temuan[0].cara == "Tulis banyaknya, tanpa tanda persen."
    assert not hasil.disimpan


def test_setahun_yang_baru_sebulan_disebut(tmp_path):
    impor(tulis(tmp_path / "a.xlsx", make_kantor()))
    data = get_data_laporan(get_satker("kanwil-a"), 2023)
    hasil = {h.indikator.kode: h for s in data.kinerja for h in s.indikator}
    assert hasil["I-1"].bulan_kosong == tuple(range(2, 13))
    assert hasil["I-2"].bulan_kosong == ()
    assert "Realisasi 11 dari 12 bulan" in [c.apa for c in list_celah(data) if c.kode == "I-1"]
