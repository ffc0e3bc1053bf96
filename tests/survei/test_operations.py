"""The life of a survey: opened, answered or published, closed; what is refused; what its indikator gets."""

import datetime
from decimal import Decimal

import pytest
from tests.pengukuran.kantor import PADA, TAHUN, nilai
from tests.survei.kantor import agregat, buka, get_instrumen, jawab, make_kantor_survei

from kinerja.akses.queries import AksesDitolak
from kinerja.aturan.peralihan import Status
from kinerja.jejak.models import Jejak
from kinerja.organisasi.models import Satker
from kinerja.pelaporan.models import CakupanLaporan
from kinerja.pengukuran.models import Realisasi
from kinerja.pengukuran.operations.sel import Nasib
from kinerja.survei.models import HasilUnsur, Jawaban, NilaiJawaban, RealisasiSurvei, Survei
from kinerja.survei.operations.jawaban import KERTAS, add_jawaban, submit_jawaban
from kinerja.survei.operations.survei import (
    SurveiBaru,
    close_survei,
    open_survei,
    reopen_survei,
    save_agregat,
    set_populasi,
)
from kinerja.survei.queries import SurveiTidakAda, get_survei_publik

pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]
UNSUR = [f"U{n}" for n in range(1, 10)]


@pytest.fixture
def kantor():
    return make_kantor_survei()


def kode(temuan) -> list[str]:
    return [t.kode for t in temuan]


def get_fakta(komponen: str) -> Realisasi | None:
    return Realisasi.objects.filter(komponen__indikator__kode=komponen, tahun=TAHUN, bulan=1).first()


def test_angka_survei_tidak_dapat_diketik_ulang_sampai_surveinya_dibuka(kantor):
    survei = buka(kantor)
    oleh = kantor.orang["operator-a"]
    assert save_agregat(survei=survei, isi=agregat("97.32"), oleh=oleh, pada=PADA) == ()
    kunci = kantor.kunci(Realisasi.objects.get().komponen, kantor.lapas_a)
    ketikan = kantor.ketik("operator-a", kunci, nilai("50"))
    assert (ketikan.nasib, kode(ketikan.temuan)) == (Nasib.DITOLAK, ["dari_survei"])
    assert kode(reopen_survei(survei=survei, alasan=" ", oleh=oleh, pada=PADA)) == ["alasan_wajib"]
    assert reopen_survei(survei=survei, alasan="salah ketik", oleh=oleh, pada=PADA) == ()
    assert (Realisasi.objects.count(), RealisasiSurvei.objects.count()) == (0, 0)
    assert save_agregat(survei=survei, isi=agregat("96.5"), oleh=oleh, pada=PADA) == ()
    assert get_fakta("PAS-1.2").nilai == Decimal("96.5")


def test_nilai_tiap_unsur(kantor):
    survei, oleh = buka(kantor), kantor.orang["operator-a"]
    unsur = dict.fromkeys(UNSUR, Decimal("3.5"))
    kurang = {k: n for k, n in unsur.items() if k != "U9"}
    assert kode(save_agregat(survei=survei, isi=agregat(None, unsur=kurang), oleh=oleh, pada=PADA)) == [
        "unsur_kurang"
    ]
    assert save_agregat(survei=survei, isi=agregat(None, unsur=unsur), oleh=oleh, pada=PADA) == ()
    assert (HasilUnsur.objects.count(), get_fakta("PAS-1.2").nilai) == (9, Decimal("87.5"))


@pytest.mark.parametrize(
    ("isi", "alasan"),
    [
        (agregat("100.01"), "nilai_skala"),
        (agregat("24.99"), "nilai_skala"),
        (agregat("90", 0), "responden"),
        (agregat("90", 11, populasi=10), "populasi_kurang"),
        (agregat(None), "nilai_kosong"),
        (agregat("90", unsur={"U1": Decimal(4)}), "nilai_kosong"),
        (agregat(None, unsur={**dict.fromkeys(UNSUR, Decimal(4)), "U3": Decimal("4.01")}), "unsur_skala"),
    ],
)
def test_hasil_yang_ditolak(kantor, isi, alasan):
    survei = buka(kantor)
    assert kode(save_agregat(survei=survei, isi=isi, oleh=kantor.orang["operator-a"], pada=PADA)) == [alasan]
    assert get_fakta("PAS-1.2") is None
    assert Survei.objects.get().keadaan == "terbuka"


def test_hasil_di_atas_jawaban_dan_survei_tanpa_jawaban(kantor):
    survei, oleh = buka(kantor), kantor.orang["operator-a"]
    assert kode(close_survei(survei=survei, oleh=oleh, pada=PADA)) == ["tanpa_indeks"]
    jawab(kantor, survei, 4)
    assert kode(save_agregat(survei=survei, isi=agregat("90"), oleh=oleh, pada=PADA)) == ["survei_berjawaban"]
    assert kode(set_populasi(survei=survei, populasi=0, oleh=oleh, pada=PADA)) == ["populasi_kurang"]
    assert set_populasi(survei=survei, populasi=1, oleh=oleh, pada=PADA) == ()
    jawab(kantor, survei, 4)
    assert kode(close_survei(survei=survei, oleh=oleh, pada=PADA)) == ["populasi_kurang"]
    assert set_populasi(survei=survei, populasi=None, oleh=oleh, pada=PADA) == ()
    assert close_survei(survei=survei, oleh=oleh, pada=PADA) == ()
    assert kode(close_survei(survei=survei, oleh=oleh, pada=PADA)) == ["survei_ditutup"]
    assert kode(save_agregat(survei=survei, isi=agregat("90"), oleh=oleh, pada=PADA)) == ["survei_ditutup"]


def test_tanpa_responden_tidak_dapat_ditimbang(kantor):
    survei = buka(kantor, "ipk-internal")
    temuan = save_agregat(survei=survei, isi=agregat("3.7", None), oleh=kantor.orang["operator-a"], pada=PADA)
    assert (kode(temuan), Survei.objects.get().keadaan) == (["tanpa_responden"], "terbuka")


def test_unsur_yang_tidak_dijawab_seorang_pun(kantor):
    survei, oleh = buka(kantor), kantor.orang["operator-a"]
    isian = [dict.fromkeys(UNSUR[:8], 4)]
    assert add_jawaban(survei=survei, isian=isian, saluran=KERTAS, tanda="a", oleh=oleh, pada=PADA) == ()
    assert "U9" in close_survei(survei=survei, oleh=oleh, pada=PADA)[0].pesan


def test_bulan_yang_diajukan_dan_tahun_yang_dibekukan_menolak(kantor):
    survei, oleh = buka(kantor), kantor.orang["operator-a"]
    jawab(kantor, survei, 4)
    kantor.naikkan(kantor.lembar(kantor.lapas_a), Status.DIAJUKAN)
    assert kode(close_survei(survei=survei, oleh=oleh, pada=PADA)) == ["terkunci"]
    assert Survei.objects.get(pk=survei.pk).keadaan == "terbuka"
    induk = {"induk": kantor.kanwil, "satker": kantor.lapas_a, "tahun": TAHUN}
    CakupanLaporan.objects.create(**induk)
    lain = buka(kantor, "ipk-internal")
    assert kode(save_agregat(survei=lain, isi=agregat("3.7", 5), oleh=oleh, pada=PADA)) == ["laporan_beku"]
    assert kode(set_populasi(survei=lain, populasi=9, oleh=oleh, pada=PADA)) == ["laporan_beku"]
    assert Survei.objects.get(pk=lain.pk).keadaan == "terbuka"


def test_jawaban_daring_sekali_dan_tanpa_jejak_orang(kantor):
    survei = buka(kantor)
    isian = dict.fromkeys(UNSUR, 4)
    for _ in range(2):
        assert submit_jawaban(survei=survei, isian=isian, tanda="x" * 32, pada=PADA) == ()
    (jawaban,) = Jawaban.objects.all()
    assert {f.name for f in Jawaban._meta.get_fields()} == {
        "id",
        "survei",
        "hari",
        "saluran",
        "tanda",
        "nilai",
    }
    assert (jawaban.hari, jawaban.saluran) == (datetime.date(2024, 2, 5), "daring")
    assert not Jejak.objects.filter(tindakan="survei.jawaban").exists()
    assert kode(submit_jawaban(survei=survei, isian={"U1": 4}, tanda="y", pada=PADA)) == ["belum_dijawab"]
    salah = submit_jawaban(survei=survei, isian={**isian, "U2": 5, "X": 1}, tanda="y", pada=PADA)
    assert kode(salah) == ["jawaban_skala", "unsur_asing"]
    assert close_survei(survei=survei, oleh=kantor.orang["operator-a"], pada=PADA) == ()
    assert kode(submit_jawaban(survei=survei, isian=isian, tanda="z", pada=PADA)) == ["survei_ditutup"]
    assert NilaiJawaban.objects.count() == 9


@pytest.mark.parametrize(
    ("isian", "alasan"),
    [
        ([], "jawaban_banyak"),
        ([{}], "jawaban_kosong"),
        ([{"U1": 0}], "jawaban_skala"),
        ([{"Z": 1}], "unsur_asing"),
    ],
)
def test_kiriman_kertas_yang_ditolak(kantor, isian, alasan):
    survei, oleh = buka(kantor), kantor.orang["operator-a"]
    ditolak = add_jawaban(survei=survei, isian=isian, saluran=KERTAS, tanda="a", oleh=oleh, pada=PADA)
    assert [d.temuan.kode for d in ditolak] == [alasan]
    assert not Jawaban.objects.exists()


def test_kiriman_kertas_yang_sama_dan_survei_yang_ditutup(kantor):
    survei, oleh = buka(kantor), kantor.orang["operator-a"]
    kirim = {"survei": survei, "isian": [{"U1": 4}], "saluran": KERTAS, "oleh": oleh, "pada": PADA}
    assert add_jawaban(**kirim, tanda="a") == ()
    assert [d.temuan.kode for d in add_jawaban(**kirim, tanda="a")] == ["jawaban_ganda"]
    Survei.objects.update(keadaan="ditutup")
    assert [d.temuan.kode for d in add_jawaban(**kirim, tanda="b")] == ["survei_ditutup"]


def test_membuka_dua_kali_dan_tanpa_orang(kantor):
    buka(kantor)
    isi = SurveiBaru(get_instrumen("skm"), kantor.lapas_a, TAHUN, 1)
    oleh = kantor.orang["operator-a"]
    assert kode(open_survei(isi=isi, oleh=oleh, pada=PADA)[1]) == ["survei_ganda"]
    kosong = SurveiBaru(get_instrumen("skm"), kantor.lapas_a, TAHUN, 2, 0)
    assert kode(open_survei(isi=kosong, oleh=oleh, pada=PADA)[1]) == ["populasi"]
    with pytest.raises(AksesDitolak):
        open_survei(isi=isi, oleh=kantor.orang["operator-b"], pada=PADA)


def test_tautan_palsu(kantor):
    survei = buka(kantor)
    assert get_survei_publik(survei.rahasia) == survei
    assert len(survei.rahasia) == 43
    Survei.objects.create(instrumen=survei.instrumen, satker=Satker.objects.get(kunci="lapas-b"), tahun=TAHUN)
    for palsu in ("", "tebakan", survei.rahasia[:-1]):
        with pytest.raises(SurveiTidakAda):
            get_survei_publik(palsu)
