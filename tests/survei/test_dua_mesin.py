"""The sums of answers and the way of a result to its indikator, on both engines."""

from decimal import Decimal

import pytest
from tests.pengukuran.kantor import PADA, TAHUN
from tests.survei.kantor import agregat, buka, jawab, make_kantor_survei

from kinerja.jejak.models import Jejak
from kinerja.pengukuran.models import Realisasi
from kinerja.survei.models import RealisasiSurvei, Survei
from kinerja.survei.operations.survei import close_survei, reopen_survei, save_agregat
from kinerja.survei.queries import get_hasil, get_realisasi

pytestmark = pytest.mark.django_db


@pytest.fixture
def kantor():
    return make_kantor_survei()


def get_fakta(komponen: str) -> Realisasi:
    return Realisasi.objects.get(komponen__indikator__kode=komponen, tahun=TAHUN, bulan=1)


def test_dari_jawaban_sampai_indikator(kantor):
    survei = buka(kantor, populasi=10)
    jawab(kantor, survei, 4, 4, 3)
    jawab(kantor, survei, 3)
    assert close_survei(survei=survei, oleh=kantor.orang["operator-a"], pada=PADA) == ()
    hasil = get_hasil(Survei.objects.get(pk=survei.pk))
    assert (hasil.responden, hasil.indeks.nilai_seratus, hasil.indeks.mutu.nama) == (
        4,
        Decimal("87.5"),
        "B (Baik)",
    )
    assert (hasil.sampel.minimum, hasil.sampel.tercapai) == (10, False)
    assert hasil.kecil
    fakta = get_fakta("PAS-1.2")
    assert (fakta.nilai, fakta.satker, fakta.mentah) == (Decimal("87.5"), kantor.lapas_a, "dari survei")
    tujuan = get_realisasi(survei)
    assert (tujuan.kode, [h.survei.pk for h in tujuan.sumber]) == ("PAS-1.2", [survei.pk])
    tindakan = set(Jejak.objects.filter(rantai="lapas-a").values_list("tindakan", flat=True))
    assert {"survei.buka", "survei.jawaban", "survei.tutup", "realisasi.survei"} <= tindakan


def test_dua_kelompok_ditimbang_dengan_responden(kantor):
    """Tabel 127, row of the division: (5 × 3.7 + 6 × 3.39) / 11."""
    for jenis, angka, n in (("ipk-internal", "3.7", 5), ("ipk-eksternal", "3.39", 6)):
        survei, oleh = buka(kantor, jenis), kantor.orang["operator-a"]
        assert save_agregat(survei=survei, isi=agregat(angka, n), oleh=oleh, pada=PADA) == ()
    fakta = get_fakta("PAS-1.1")
    assert (fakta.pembilang, fakta.penyebut, fakta.versi) == (Decimal("38.84"), 11, 2)
    assert RealisasiSurvei.objects.filter(realisasi=fakta).count() == 2
    sisa = Survei.objects.get(instrumen__kode="ipk-internal")
    assert reopen_survei(survei=sisa, alasan="ulang", oleh=kantor.orang["operator-a"], pada=PADA) == ()
    assert get_fakta("PAS-1.1").penyebut == 6
