"""Accounts, assignments and links: who may, what is refused, and that every write leaves its trail."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from tests.akses.kantor import HARI, PADA, make_instansi, make_operator, make_orang
from tests.basisdata.pemicu_uji import tanpa_pemicu

from kinerja.akses.izin import Peran
from kinerja.akses.models import Pengguna, TautanMasuk, TujuanTautan
from kinerja.akses.operations import (
    MASA_TAUTAN,
    AkunDitolak,
    DataPengguna,
    TautanTidakBerlaku,
    Tugas,
    create_pengguna,
    end_peran,
    get_tautan,
    give_peran,
    make_admin_pertama,
    make_tautan,
    record_akun,
    remove_pengaman,
    set_aktif,
    set_sandi,
    update_pengguna,
    use_tautan,
)
from kinerja.akses.pelaku import Sistem
from kinerja.akses.queries import AksesDitolak
from kinerja.jejak.models import Jejak
from kinerja.jejak.queries import verify_jejak

SISTEM = Sistem()
SANDI = "kuda-besi-terbang-7"
SEHARI = datetime.timedelta(days=1)


@pytest.fixture
def i(db):
    return make_instansi()


@pytest.fixture
def admin(i):
    return make_orang("pusat", Tugas(Peran.ADMIN))


def list_tindakan() -> list[str]:
    return list(
        Jejak.objects.exclude(tindakan="jejak.buka_rantai").order_by("pk").values_list("tindakan", flat=True)
    )


@pytest.mark.django_db
class TestAkun:
    @pytest.mark.parametrize("nama", ["", "ab", "a b c", "-abc", "budi@kantor", "büdi", "a" * 61])
    def test_nama_akun_yang_buruk_ditolak(self, nama):
        with pytest.raises(AkunDitolak, match="Nama akun terdiri"):
            create_pengguna(nama_akun=nama, data=DataPengguna("B"), oleh=SISTEM, pada=PADA)

    @pytest.mark.parametrize("data", [DataPengguna(" "), DataPengguna("B", surel="bukan surel")])
    def test_data_yang_buruk_ditolak(self, data):
        with pytest.raises(AkunDitolak):
            create_pengguna(nama_akun="budi", data=data, oleh=SISTEM, pada=PADA)

    def test_nama_akun_tunggal_tanpa_peduli_huruf(self):
        make_orang("budi")
        with pytest.raises(AkunDitolak, match="sudah dipakai"):
            create_pengguna(nama_akun="BUDI", data=DataPengguna("B"), oleh=SISTEM, pada=PADA)

    def test_akun_baru_tanpa_kata_sandi(self):
        orang = make_orang("budi")
        assert not orang.has_usable_password()
        assert not orang.check_password("")

    def test_ubahan_tercatat_dari_menjadi(self, admin):
        orang = make_orang("budi")
        update_pengguna(pengguna=orang, data=DataPengguna("Budi", "Kepala"), oleh=admin, pada=PADA)
        baris = Jejak.objects.get(tindakan="akun.ubah")
        assert baris.oleh == "pusat (admin)"
        assert (baris.dari, baris.menjadi) == (
            '{"jabatan":"","nama":"budi","surel":""}',
            '{"jabatan":"Kepala","nama":"Budi","surel":""}',
        )

    def test_yang_bukan_admin_ditolak(self, i):
        operator, korban = make_operator(i.lapas), make_orang("korban")
        for tindakan in (
            lambda: create_pengguna(nama_akun="baru", data=DataPengguna("B"), oleh=operator, pada=PADA),
            lambda: update_pengguna(pengguna=korban, data=DataPengguna("B"), oleh=operator, pada=PADA),
            lambda: set_aktif(pengguna=korban, aktif=False, oleh=operator, pada=PADA),
            lambda: give_peran(
                pengguna=korban, tugas=Tugas(Peran.OPERATOR, i.lapas), oleh=operator, pada=PADA
            ),
            lambda: make_tautan(pengguna=korban, oleh=operator, pada=PADA),
            lambda: remove_pengaman(pengguna=korban, oleh=operator, pada=PADA, alasan="x"),
        ):
            with pytest.raises(AksesDitolak):
                tindakan()
        assert Pengguna.objects.get(pk=korban.pk).aktif

    def test_admin_cabang_tidak_menyentuh_admin_pusat(self, i, admin):
        cabang = make_orang("cabang", Tugas(Peran.ADMIN, i.kanwil))
        with pytest.raises(AksesDitolak):
            make_tautan(pengguna=admin, oleh=cabang, pada=PADA)
        with pytest.raises(AksesDitolak):
            set_aktif(pengguna=admin, aktif=False, oleh=cabang, pada=PADA)
        assert make_tautan(pengguna=make_operator(i.lapas), oleh=cabang, pada=PADA)

    def test_admin_cabang_hanya_memberi_peran_di_cabangnya(self, i):
        cabang, orang = make_orang("cabang", Tugas(Peran.ADMIN, i.kanwil)), make_orang("budi")
        for tugas in (Tugas(Peran.OPERATOR, i.lain), Tugas(Peran.ADMIN), Tugas(Peran.APIP)):
            with pytest.raises(AksesDitolak):
                give_peran(pengguna=orang, tugas=tugas, oleh=cabang, pada=PADA)
        assert give_peran(pengguna=orang, tugas=Tugas(Peran.OPERATOR, i.rutan), oleh=cabang, pada=PADA)

    def test_tidak_seorang_pun_mengatur_akunnya_sendiri(self, i, admin):
        make_orang("kedua", Tugas(Peran.ADMIN))
        for tindakan in (
            lambda: give_peran(pengguna=admin, tugas=Tugas(Peran.OPERATOR, i.lapas), oleh=admin, pada=PADA),
            lambda: end_peran(penugasan=admin.penugasan.get(), oleh=admin, pada=PADA, alasan="x"),
            lambda: set_aktif(pengguna=admin, aktif=False, oleh=admin, pada=PADA),
        ):
            with pytest.raises(AkunDitolak, match="akunnya sendiri"):
                tindakan()

    def test_admin_terakhir_tidak_dapat_dikeluarkan(self, admin):
        with pytest.raises(AkunDitolak, match="satu-satunya admin"):
            set_aktif(pengguna=admin, aktif=False, oleh=SISTEM, pada=PADA)
        with pytest.raises(AkunDitolak, match="satu-satunya admin"):
            end_peran(penugasan=admin.penugasan.get(), oleh=SISTEM, pada=PADA, alasan="pindah")
        assert Pengguna.objects.get(pk=admin.pk).aktif
        make_orang("kedua", Tugas(Peran.ADMIN))
        set_aktif(pengguna=admin, aktif=False, oleh=SISTEM, pada=PADA)


class TestPeran:
    @pytest.mark.parametrize(
        "tugas",
        [
            lambda i: Tugas(Peran.PUBLIK, i.lapas),
            lambda _: Tugas(Peran.OPERATOR),
            lambda i: Tugas(Peran.VERIFIKATOR, i.lapas, unit_kerja=i.divisi_pas),
            lambda i: Tugas(Peran.VERIFIKATOR, unit_kerja=i.divisi_pas),
            lambda i: Tugas(Peran.OPERATOR, i.lapas, sampai=HARI - SEHARI),
            lambda i: Tugas(Peran.OPERATOR, i.lapas, tahun=1999),
        ],
    )
    def test_yang_tidak_masuk_akal_ditolak(self, i, tugas):
        with pytest.raises(AkunDitolak):
            give_peran(pengguna=make_orang("budi"), tugas=tugas(i), oleh=SISTEM, pada=PADA)

    def test_dua_kali_ditolak(self, i):
        orang = make_operator(i.lapas)
        with pytest.raises(AkunDitolak, match="sudah ada"):
            give_peran(pengguna=orang, tugas=Tugas(Peran.OPERATOR, i.lapas), oleh=SISTEM, pada=PADA)

    def test_tercatat_pada_rantai_satkernya(self, i):
        orang = make_operator(i.lapas)
        assert Jejak.objects.get(tindakan="akun.beri_peran").rantai == "lapas"
        end_peran(penugasan=orang.penugasan.get(), oleh=SISTEM, pada=PADA + 3 * SEHARI, alasan="mutasi")
        baris = Jejak.objects.get(tindakan="akun.akhiri_peran")
        assert (baris.rantai, baris.alasan, baris.objek) == ("lapas", "mutasi", "akses.Pengguna:operator")
        assert orang.penugasan.get().berlaku_sampai == HARI + 2 * SEHARI

    def test_salah_beri_dicabut_hari_itu_juga(self, i):
        orang = make_operator(i.lapas)
        end_peran(penugasan=orang.penugasan.get(), oleh=SISTEM, pada=PADA, alasan="salah orang")
        assert not orang.penugasan.exists()
        assert Jejak.objects.filter(tindakan="akun.akhiri_peran").exists()


@pytest.mark.django_db
class TestTautan:
    def test_sekali_saja(self):
        orang = make_orang("budi")
        rahasia = make_tautan(pengguna=orang, oleh=SISTEM, pada=PADA)
        assert use_tautan(rahasia=rahasia, pada=PADA, sandi=SANDI) == orang
        assert Pengguna.objects.get().check_password(SANDI)
        with pytest.raises(TautanTidakBerlaku):
            use_tautan(rahasia=rahasia, pada=PADA, sandi=SANDI)

    def test_rahasianya_tidak_tersimpan_di_mana_pun(self):
        rahasia = make_tautan(pengguna=make_orang("budi"), oleh=SISTEM, pada=PADA)
        isi = [str(v) for m in (TautanMasuk, Jejak) for baris in m.objects.values() for v in baris.values()]
        assert not [v for v in isi if rahasia in v]

    def test_kedaluwarsa_dikira_dan_akun_mati_sama_saja(self):
        orang = make_orang("budi")
        rahasia = make_tautan(pengguna=orang, oleh=SISTEM, pada=PADA)
        assert get_tautan(rahasia, PADA + MASA_TAUTAN - datetime.timedelta(seconds=1))
        for isi, saat in ((rahasia, PADA + MASA_TAUTAN), ("tebakan", PADA), ("", PADA)):
            with pytest.raises(TautanTidakBerlaku):
                get_tautan(isi, saat)
        set_aktif(pengguna=orang, aktif=False, oleh=SISTEM, pada=PADA)
        with pytest.raises(TautanTidakBerlaku):
            get_tautan(rahasia, PADA)

    def test_yang_baru_mengakhiri_yang_lama(self):
        orang = make_orang("budi")
        lama, baru = (make_tautan(pengguna=orang, oleh=SISTEM, pada=PADA) for _ in range(2))
        with pytest.raises(TautanTidakBerlaku):
            get_tautan(lama, PADA)
        assert get_tautan(baru, PADA).pengguna == orang

    @pytest.mark.parametrize("sandi", ["", "pendek", "123456789012345", "password1234", "budi-budi-budi"])
    def test_sandi_lemah_ditolak_dan_tautan_tetap_berlaku(self, sandi):
        rahasia = make_tautan(pengguna=make_orang("budi-budi"), oleh=SISTEM, pada=PADA)
        with pytest.raises(ValidationError):
            use_tautan(rahasia=rahasia, pada=PADA, sandi=sandi)
        assert get_tautan(rahasia, PADA)

    def test_tautan_masuk_tidak_mengubah_sandi(self):
        orang = make_orang("budi")
        set_sandi(pengguna=orang, sandi=SANDI, pada=PADA)
        rahasia = make_tautan(pengguna=orang, oleh=SISTEM, pada=PADA, tujuan=TujuanTautan.MASUK)
        use_tautan(rahasia=rahasia, pada=PADA, sandi="diabaikan saja")
        assert Pengguna.objects.get().check_password(SANDI)


@pytest.mark.django_db
class TestAwal:
    def test_admin_pertama_dengan_tautan_lalu_tidak_lagi(self):
        orang, rahasia = make_admin_pertama(pada=PADA)
        assert not orang.has_usable_password()
        assert get_tautan(rahasia, PADA).pengguna == orang
        assert make_admin_pertama(pada=PADA) is None

    def test_setiap_tulisan_meninggalkan_jejak(self, i):
        make_admin_pertama(pada=PADA)
        orang = make_operator(i.lapas)
        set_sandi(pengguna=orang, sandi=SANDI, pada=PADA)
        record_akun(pengguna=orang, tindakan="akun.masuk", pada=PADA)
        assert remove_pengaman(pengguna=orang, oleh=SISTEM, pada=PADA, alasan="hilang") == 0
        assert list_tindakan() == [
            "akun.buat", "akun.beri_peran", "akun.buat_tautan", "akun.buat", "akun.beri_peran",
            "akun.ganti_sandi", "akun.masuk", "akun.lepas_pengaman",
        ]  # fmt: skip
        assert verify_jejak().utuh

    def test_kata_sandi_tidak_pernah_masuk_jejak(self):
        orang = make_orang("budi")
        set_sandi(pengguna=orang, sandi=SANDI, pada=PADA)
        assert orang.password.startswith("argon2$argon2id$")
        isi = [str(v) for baris in Jejak.objects.values() for v in baris.values()]
        assert not [v for v in isi if SANDI in v or orang.password in v]

    def test_gagal_menulis_jejak_membatalkan_tulisannya(self, settings):
        settings.KUNCI_JEJAK = ""
        with pytest.raises(Exception, match="KINERJA_KUNCI_JEJAK"):
            make_orang("budi")
        assert not Pengguna.objects.exists()

    def test_jejak_akun_yang_dirusak_ketahuan(self):
        make_orang("budi")
        with tanpa_pemicu():
            Jejak.objects.filter(tindakan="akun.buat").update(oleh="orang lain")
        assert not verify_jejak().utuh
