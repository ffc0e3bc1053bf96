"""Who reaches what: subtree, division, unit, year, dates; foreign and unknown look the same."""

import datetime

import pytest
from tests.akses.kantor import HARI, PADA, TAHUN, make_instansi, make_operator, make_orang

from kinerja.akses.izin import IZIN, PERAN_DITUGASKAN, PERAN_SE_INSTANSI, Izin, Peran, list_peran
from kinerja.akses.models import Penugasan
from kinerja.akses.operations import Tugas, set_aktif
from kinerja.akses.pelaku import Sistem
from kinerja.akses.queries import (
    AksesDitolak,
    authorize,
    get_satker_untuk,
    list_satker_terjangkau,
    list_unit_kerja_terjangkau,
)
from kinerja.organisasi.models import RiwayatSatker, Satker

SEHARI = datetime.timedelta(days=1)


@pytest.fixture
def i(db):
    return make_instansi()


def jangkau(orang, izin=Izin.LIHAT, tahun=TAHUN, pada=HARI) -> set[str]:
    satker = list_satker_terjangkau(orang, izin, tahun=tahun, pada=pada)
    return set(Satker.objects.filter(pk__in=satker).values_list("kunci", flat=True))


def ubah(orang, **isi) -> None:
    Penugasan.objects.filter(pengguna=orang).update(**isi)


class TestTabel:
    def test_setiap_izin_ada_barisnya_dan_publik_tidak_punya(self):
        assert set(IZIN) == set(Izin)
        assert all(IZIN[izin] and Peran.PUBLIK not in IZIN[izin] for izin in Izin)

    def test_tugas_yang_harus_terpisah_memang_terpisah(self):
        for satu, dua in (
            (Izin.ISI, Izin.VERIFIKASI),
            (Izin.ISI, Izin.SETUJUI_BUKA),
            (Izin.REVIU, Izin.SUSUN),
        ):
            assert not IZIN[satu] & IZIN[dua]

    def test_urutan_tetap(self):
        assert list_peran(Izin.MINTA_BUKA) == ["operator", "verifikator", "penyusun"]
        assert set(PERAN_SE_INSTANSI) < set(PERAN_DITUGASKAN)


class TestLingkup:
    def test_satker_dan_semua_di_bawahnya(self, i):
        assert jangkau(make_operator(i.lapas)) == {"lapas", "rutan"}
        assert jangkau(make_orang("penyusun", Tugas(Peran.PENYUSUN, i.kanwil))) == {
            "kanwil",
            "lapas",
            "rutan",
            "kanim",
        }

    @pytest.mark.usefixtures("i")
    def test_seluruh_instansi(self):
        assert jangkau(make_orang("apip", Tugas(Peran.APIP))) == {"kanwil", "lapas", "rutan", "kanim", "lain"}

    def test_unit_membatasi_satker(self, i):
        kadiv = make_orang("kadiv", Tugas(Peran.VERIFIKATOR, i.kanwil, unit_kerja=i.divisi_pas, unit=i.pas))
        assert jangkau(kadiv) == {"kanwil", "lapas", "rutan"}

    def test_divisi_tanpa_unit_hanya_kantornya(self, i):
        kadiv = make_orang("kadiv", Tugas(Peran.VERIFIKATOR, i.kanwil, unit_kerja=i.divisi_hukum))
        assert jangkau(kadiv) == {"kanwil"}

    def test_izin_yang_tidak_dimiliki_tidak_menjangkau(self, i):
        operator = make_operator(i.lapas)
        assert jangkau(operator, Izin.VERIFIKASI) == set()
        assert jangkau(operator, Izin.ISI) == {"lapas", "rutan"}

    def test_dua_penugasan_digabung(self, i):
        dua = make_orang("dua", Tugas(Peran.OPERATOR, i.kanim), Tugas(Peran.OPERATOR, i.rutan))
        assert jangkau(dua) == {"kanim", "rutan"}

    def test_hanya_tahun_itu(self, i):
        orang = make_orang("orang", Tugas(Peran.OPERATOR, i.lapas, tahun=2023))
        assert jangkau(orang) == {"lapas", "rutan"}
        assert jangkau(orang, tahun=2024) == set()

    def test_masa_berlaku_kedua_ujungnya_termasuk(self, i):
        orang = make_operator(i.lapas)
        ubah(orang, berlaku_dari=HARI, berlaku_sampai=HARI)
        assert [bool(jangkau(orang, pada=HARI + n * SEHARI)) for n in (-1, 0, 1)] == [False, True, False]

    def test_akun_tidak_aktif_tidak_menjangkau_apa_pun(self, i):
        orang = make_operator(i.lapas)
        set_aktif(pengguna=orang, aktif=False, oleh=Sistem(), pada=PADA)
        assert jangkau(orang) == set()

    def test_pohon_dibaca_menurut_tahun_data(self, i):
        orang = make_operator(i.lapas)
        RiwayatSatker.objects.filter(satker=i.rutan).update(berlaku_sampai=datetime.date(2023, 6, 30))
        RiwayatSatker.objects.create(
            satker=i.rutan, nama="R", nama_singkat="R", induk=i.lain, berlaku_dari=datetime.date(2023, 7, 1)
        )
        assert jangkau(orang, tahun=2022) == {"lapas", "rutan"}
        assert jangkau(orang, tahun=2023) == {"lapas"}

    def test_pohon_yang_melingkar_tidak_memutar_selamanya(self, i):
        RiwayatSatker.objects.filter(satker=i.lapas).update(induk=i.rutan)
        assert jangkau(make_operator(i.kanwil)) == {"kanwil", "kanim"}

    def test_banyak_satker_tetap_sedikit_pertanyaan(self, i, django_assert_max_num_queries):
        orang = make_operator(i.kanwil)
        with django_assert_max_num_queries(2):
            list_satker_terjangkau(orang, Izin.LIHAT, tahun=TAHUN, pada=HARI)


class TestIzin:
    def test_pelaku_disebut_dengan_perannya(self, i):
        orang = make_operator(i.lapas)
        assert authorize(orang, Izin.ISI, i.rutan, tahun=TAHUN, pada=PADA) == "operator (operator)"
        assert authorize(Sistem(), Izin.ISI, i.rutan, tahun=TAHUN, pada=PADA) == "baris perintah (sistem)"

    @pytest.mark.parametrize(
        ("kunci", "asing"), [("lapas", False), ("kanwil", True), ("lain", True), ("x", True)]
    )
    def test_asing_dan_tidak_ada_sama_milik_sendiri_lain(self, i, kunci, asing):
        with pytest.raises(AksesDitolak) as galat:
            get_satker_untuk(make_operator(i.lapas), kunci, izin=Izin.VERIFIKASI, tahun=TAHUN, pada=PADA)
        assert galat.value.asing is asing

    def test_satker_ditemukan_bagi_yang_berwenang(self, i):
        orang = make_operator(i.lapas)
        assert get_satker_untuk(orang, "rutan", izin=Izin.ISI, tahun=TAHUN, pada=PADA) == i.rutan

    def test_hal_seinstansi_memerlukan_penugasan_seinstansi(self, i):
        admin, cabang = (
            make_orang("pusat", Tugas(Peran.ADMIN)),
            make_orang("cabang", Tugas(Peran.ADMIN, i.kanwil)),
        )
        assert authorize(admin, Izin.KELOLA_DATA, None, pada=PADA) == "pusat (admin)"
        with pytest.raises(AksesDitolak) as galat:
            authorize(cabang, Izin.KELOLA_DATA, None, pada=PADA)
        assert galat.value.asing is False

    def test_berakhir_tengah_malam_waktu_kantor(self, i):
        orang = make_operator(i.lapas)
        ubah(orang, berlaku_sampai=HARI)
        malam = datetime.datetime(2024, 1, 15, 16, 59, tzinfo=datetime.UTC)
        assert authorize(orang, Izin.ISI, i.lapas, tahun=TAHUN, pada=malam)
        with pytest.raises(AksesDitolak):
            authorize(orang, Izin.ISI, i.lapas, tahun=TAHUN, pada=malam + datetime.timedelta(minutes=1))


class TestUnitKerja:
    def unit(self, orang, satker):
        return list_unit_kerja_terjangkau(orang, satker, Izin.LIHAT, tahun=TAHUN, pada=HARI)

    def test_kepala_divisi_melihat_divisinya_dan_yang_di_bawahnya(self, i):
        kadiv = make_orang("kadiv", Tugas(Peran.VERIFIKATOR, i.kanwil, unit_kerja=i.divisi_pas, unit=i.pas))
        assert self.unit(kadiv, i.kanwil) == {i.divisi_pas.pk, i.bidang.pk}
        # A satker of the division is seen whole, a foreign one not at all.
        assert self.unit(kadiv, i.lapas) is None
        assert self.unit(kadiv, i.kanim) == frozenset()

    def test_yang_tidak_dibatasi_melihat_semua(self, i):
        assert self.unit(make_orang("penyusun", Tugas(Peran.PENYUSUN, i.kanwil)), i.kanwil) is None
        dua = make_orang(
            "dua",
            Tugas(Peran.VERIFIKATOR, i.kanwil, unit_kerja=i.divisi_pas),
            Tugas(Peran.PENYUSUN, i.kanwil),
        )
        assert self.unit(dua, i.kanwil) is None
