"""Coming in, by form, link, second factor and single sign-on; and everything that must not let anybody in."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.conf import settings
from django.core.cache import cache
from django.test import Client, override_settings
from django.utils import timezone
from tests.web.kantor_contoh import load_contoh
from tests.web.orang import SANDI, login, make_orang, make_pembaca, read_halaman

from kinerja.akses.izin import Peran
from kinerja.akses.models import Pengguna, TujuanTautan
from kinerja.akses.operations import Tugas, make_tautan, set_aktif, set_sandi
from kinerja.akses.pelaku import Sistem
from kinerja.jejak.models import Jejak
from kinerja.jejak.tanda import KunciJejakTidakAda

pytestmark = pytest.mark.django_db
ada_orang = pytest.mark.usefixtures("orang")
MASUK = "/masuk/"
SESI = settings.SESSION_COOKIE_NAME


@pytest.fixture(autouse=True)
def _penghitung_kosong():
    cache.clear()


@pytest.fixture
def orang() -> Pengguna:
    satu = make_pembaca()
    set_sandi(pengguna=satu, sandi=SANDI, pada=timezone.now())
    return satu


def kirim(klien: Client, nama: str = "pembaca", sandi: str = SANDI, **lain):
    return klien.post(MASUK, {"login": nama, "password": sandi} | lain)


def is_masuk(klien: Client) -> bool:
    return klien.get("/akun/").status_code == 200


def make_kode(rahasia: str, geser: int = 0) -> str:
    pencacah = int(time.time()) // 30 + geser
    return format_hotp_value(hotp_value(rahasia, pencacah))


class TestFormulir:
    @ada_orang
    def test_masuk_dan_keluar(self, tamu):
        assert kirim(tamu).status_code == 302
        assert is_masuk(tamu)
        assert tamu.post("/keluar/")["Location"] == MASUK
        assert not is_masuk(tamu)
        assert Jejak.objects.filter(tindakan="akun.masuk", oleh="pembaca (sendiri)").count() == 1

    @ada_orang
    def test_nama_akun_tanpa_peduli_huruf(self, tamu):
        assert kirim(tamu, " PemBaca ").status_code == 302

    @pytest.mark.parametrize(
        ("nama", "sandi"), [("pembaca", "salah-salah-1"), ("tidak-ada", SANDI), ("", "")]
    )
    @ada_orang
    def test_yang_salah_tidak_masuk(self, tamu, nama, sandi):
        assert kirim(tamu, nama, sandi).status_code == 200
        assert not is_masuk(tamu)

    @ada_orang
    def test_akun_yang_ada_dan_yang_tidak_dijawab_sama(self, tamu):
        ada, tidak = (
            read_halaman(kirim(tamu, n, "salah-salah-1")).replace(n, "") for n in ("pembaca", "bukan-siapa")
        )
        assert ada == tidak
        assert "Nama akun atau kata sandi tidak cocok." in ada

    def test_akun_nonaktif_tidak_masuk_dan_sesinya_mati(self, tamu, orang):
        make_orang("admin-lain", Tugas(Peran.ADMIN))
        kirim(tamu)
        assert is_masuk(tamu)
        set_aktif(pengguna=orang, aktif=False, oleh=Sistem(), pada=timezone.now())
        assert not is_masuk(tamu)
        assert kirim(Client())["Location"] == "/masuk/tidak-aktif/"

    @ada_orang
    def test_ganti_sandi_mengakhiri_sesi_lain(self, tamu):
        lain = Client()
        kirim(tamu)
        kirim(lain)
        isi = {"oldpassword": SANDI, "password1": "gajah-duduk-manis-3", "password2": "gajah-duduk-manis-3"}
        assert tamu.post("/akun/sandi/", isi).status_code == 302
        assert is_masuk(tamu)
        assert not is_masuk(lain)
        assert Jejak.objects.filter(tindakan="akun.ganti_sandi", oleh="pembaca (sendiri)").exists()

    @pytest.mark.parametrize(
        ("isi", "pesan"),
        [
            ({"oldpassword": "salah"}, "Kata sandi sekarang tidak cocok."),
            ({"password2": "lain-lagi-sekali-9"}, "Kedua kata sandi tidak sama."),
            ({"password1": "pendek", "password2": "pendek"}, "12"),
        ],
    )
    @ada_orang
    def test_ganti_sandi_yang_ditolak(self, tamu, isi, pesan):
        kirim(tamu)
        benar = {"oldpassword": SANDI, "password1": "gajah-duduk-manis-3", "password2": "gajah-duduk-manis-3"}
        jawaban = tamu.post("/akun/sandi/", benar | isi)
        assert jawaban.status_code == 200
        assert pesan in jawaban.content.decode()

    def test_tidak_ada_pendaftaran_dan_pengaturan_ulang(self, tamu):
        for alamat in ("/masuk/daftar/", "/signup/", "/accounts/signup/", "/masuk/lupa/", "/password/reset/"):
            assert tamu.get(alamat).status_code in {302, 404}
            assert tamu.post(alamat, {"username": "x"}).status_code in {302, 404}
        assert not Pengguna.objects.exists()


class TestSerangan:
    @ada_orang
    def test_menebak_sandi_dihentikan_juga_bila_tebakannya_benar(self, tamu):
        for _ in range(5):
            kirim(tamu, sandi="salah-salah-1")
        jawaban = kirim(tamu)
        assert "Terlalu banyak percobaan masuk yang gagal." in jawaban.content.decode()
        assert not is_masuk(tamu)
        # Another account behind the same address is not locked out.
        lain = make_orang("rekan", Tugas(Peran.PIMPINAN))
        set_sandi(pengguna=lain, sandi=SANDI, pada=timezone.now())
        assert kirim(tamu, "rekan").status_code == 302

    @ada_orang
    def test_alamat_palsu_tidak_melewati_batas(self, tamu):
        for n in range(5):
            tamu.post(
                MASUK, {"login": "pembaca", "password": "x"}, headers={"x-forwarded-for": f"10.0.0.{n}"}
            )
        assert "Terlalu banyak" in kirim(tamu).content.decode()

    @ada_orang
    def test_sesi_yang_dititipkan_tidak_ikut_masuk(self):
        penyerang, korban = Client(), Client()
        penyerang.get(MASUK)
        titipan = penyerang.session
        titipan["titipan"] = "1"
        titipan.save()
        korban.cookies[SESI] = titipan.session_key
        kirim(korban)
        assert korban.cookies[SESI].value != titipan.session_key
        penyerang.cookies[SESI] = titipan.session_key
        assert not is_masuk(penyerang)

    @pytest.mark.parametrize(
        "tujuan",
        [
            "https://jahat.example/",
            "//jahat.example",
            r"\\jahat.example",
            "javascript:alert(1)",
            "/\\jahat.example",
        ],
    )
    @ada_orang
    def test_tujuan_sesudah_masuk_tidak_keluar_situs(self, tujuan):
        klien = Client()
        jawaban = klien.post(
            f"{MASUK}?next={tujuan}", {"login": "pembaca", "password": SANDI, "next": tujuan}
        )
        assert jawaban["Location"] == "/tugas/"

    @ada_orang
    def test_tujuan_sesudah_masuk_di_dalam_situs(self, tamu):
        assert tamu.get("/aturan/")["Location"] == "/masuk/?next=/aturan/"
        assert kirim(tamu, next="/aturan/")["Location"] == "/aturan/"

    @pytest.mark.parametrize("alamat", [MASUK, "/keluar/", "/pengguna/baru/", "/akun/sandi/"])
    def test_formulir_tanpa_rahasia_ditolak(self, orang, alamat):
        klien = Client(enforce_csrf_checks=True)
        login(klien, orang)
        jawaban = klien.post(alamat, {"login": "pembaca", "password": SANDI})
        assert jawaban.status_code == 403
        assert "Formulir tidak berlaku lagi" in jawaban.content.decode()

    @ada_orang
    def test_keluar_tidak_lewat_tautan(self, tamu):
        kirim(tamu)
        assert tamu.get("/keluar/").status_code == 200
        assert is_masuk(tamu)

    @ada_orang
    def test_halaman_tidak_disimpan_perantara(self, tamu):
        kirim(tamu)
        jawaban = tamu.get("/akun/")
        assert "private" in jawaban["Cache-Control"]
        assert "no-cache" in jawaban["Cache-Control"]

    @ada_orang
    def test_kuki_tidak_terbaca_skrip(self, tamu):
        kuki = kirim(tamu).cookies[SESI]
        assert (kuki["httponly"], kuki["samesite"]) == (True, "Lax")

    def test_sesi_buatan_sendiri_ditolak(self):
        klien = Client()
        klien.cookies[SESI] = "x" * 32
        assert not is_masuk(klien)


class TestSesi:
    def masuk_lalu_geser(self, klien, orang, **geser) -> None:
        login(klien, orang)
        assert is_masuk(klien)
        sesi = klien.session
        for nama, detik in geser.items():
            sesi[nama] -= detik
        sesi.save()

    def test_diam_terlalu_lama(self, tamu, orang):
        self.masuk_lalu_geser(tamu, orang, sesi_terakhir=settings.SESI_DIAM_MENIT * 60)
        jawaban = tamu.get("/aturan/?a=1")
        assert jawaban["Location"] == "/masuk/?next=/aturan/%3Fa%3D1&habis=1"
        assert not is_masuk(tamu)

    def test_sehari_kerja_walaupun_dipakai_terus(self, tamu, orang):
        self.masuk_lalu_geser(tamu, orang, sesi_mulai=settings.SESI_PALING_LAMA_JAM * 3600)
        assert tamu.post("/pengguna/baru/")["Location"] == "/masuk/?next=/&habis=1"

    def test_sedikit_sebelumnya_masih_berlaku(self, tamu, orang):
        self.masuk_lalu_geser(tamu, orang, sesi_terakhir=settings.SESI_DIAM_MENIT * 60 - 5)
        assert is_masuk(tamu)
        assert time.time() - tamu.session["sesi_terakhir"] < 5

    def test_skrip_mendapat_401_bukan_halaman(self, tamu, orang):
        self.masuk_lalu_geser(tamu, orang, sesi_terakhir=settings.SESI_DIAM_MENIT * 60)
        jawaban = tamu.get("/akun/", headers={"x-requested-with": "XMLHttpRequest"})
        assert (jawaban.status_code, jawaban.content.decode()) == (401, "Sesi berakhir. Masuk lagi.")

    def test_halaman_masuk_mengatakannya(self, tamu):
        assert "Sesi Anda berakhir" in tamu.get("/masuk/?next=/&habis=1").content.decode()


class TestTautan:
    def buat(self, orang, **lain) -> str:
        return f"/masuk/tautan/{make_tautan(pengguna=orang, oleh=Sistem(), pada=timezone.now(), **lain)}/"

    def test_membuat_sandi_lalu_masuk(self, tamu):
        alamat = self.buat(make_pembaca())
        assert "Selamat datang, Pembaca" in tamu.get(alamat).content.decode()
        # Looking does not use it up: mail programs look, too.
        assert tamu.get(alamat).status_code == 200
        assert tamu.post(alamat, {"sandi": SANDI, "ulang": SANDI}).status_code == 302
        assert is_masuk(tamu)
        lain = Client()
        assert lain.get(alamat).status_code == 404
        assert lain.post(alamat, {"sandi": SANDI, "ulang": SANDI}).status_code == 404
        assert kirim(lain).status_code == 302

    @pytest.mark.parametrize(
        ("sandi", "ulang"),
        [("pendek", "pendek"), (SANDI, "lain"), ("", ""), ("pembaca12345", "pembaca12345")],
    )
    def test_sandi_yang_buruk_tidak_menghabiskannya(self, tamu, sandi, ulang):
        alamat = self.buat(make_pembaca())
        assert tamu.post(alamat, {"sandi": sandi, "ulang": ulang}).status_code == 200
        assert not is_masuk(tamu)
        assert tamu.get(alamat).status_code == 200

    def test_masuk_sekali_tanpa_sandi(self, tamu, orang):
        alamat = self.buat(orang, tujuan=TujuanTautan.MASUK)
        assert 'type="password"' not in tamu.get(alamat).content.decode()
        assert tamu.post(alamat).status_code == 302
        assert is_masuk(tamu)

    def test_menebak_tautan_dihentikan(self, tamu):
        kode = [tamu.get(f"/masuk/tautan/tebakan-{n}/").status_code for n in range(31)]
        assert kode == [404] * 30 + [429]

    def test_pengaman_kedua_tetap_ditanyakan(self, tamu, orang):
        Authenticator.objects.create(user=orang, type="totp", data={"secret": "A" * 32})
        jawaban = tamu.post(self.buat(orang, tujuan=TujuanTautan.MASUK))
        assert jawaban["Location"] == "/masuk/kode/"
        assert not is_masuk(tamu)


class TestPengaman:
    def pasang(self, klien: Client) -> str:
        klien.post("/masuk/pastikan/?next=/akun/pengaman/aplikasi/", {"password": SANDI})
        halaman = klien.get("/akun/pengaman/aplikasi/").content.decode()
        rahasia = re.search(r'class="rahasia">(\w+)<', halaman)[1]
        jawaban = klien.post("/akun/pengaman/aplikasi/", {"code": make_kode(rahasia)})
        assert jawaban["Location"] == "/akun/pengaman/kode/"
        return rahasia

    @ada_orang
    def test_dipasang_lalu_ditanyakan_saat_masuk(self, tamu):
        kirim(tamu)
        rahasia = self.pasang(tamu)
        kode = re.findall(r"<code>(\d+)</code>", tamu.get("/akun/pengaman/kode/").content.decode())
        assert len(kode) == 10
        assert list(Jejak.objects.filter(tindakan__contains="totp").values_list("oleh", flat=True)) == [
            "pembaca (sendiri)"
        ]
        lain = Client()
        assert kirim(lain)["Location"].startswith("/masuk/kode/")
        assert not is_masuk(lain)
        assert lain.post("/masuk/kode/", {"code": "000000"}).status_code == 200
        assert not is_masuk(lain)
        # The code that set it up was used; the next one is good.
        assert lain.post("/masuk/kode/", {"code": make_kode(rahasia, 1)}).status_code == 302
        assert is_masuk(lain)

    @ada_orang
    def test_tanpa_jejak_tidak_ada_pengaman_yang_berubah(self, tamu):
        kirim(tamu)
        self.pasang(tamu)
        tamu.post("/akun/pengaman/kode/baru/")
        with override_settings(KUNCI_JEJAK=""), pytest.raises(KunciJejakTidakAda):
            tamu.post("/akun/pengaman/aplikasi/lepas/")
        assert Authenticator.objects.filter(type="totp").exists()
        tamu.post("/akun/pengaman/aplikasi/lepas/")
        assert not Authenticator.objects.exists()
        # Nothing waited for a commit: the entries stand in the transaction of the change.
        luar = ("akun.masuk", "akun.ganti_sandi")
        semua = Jejak.objects.filter(oleh="pembaca (sendiri)").exclude(tindakan__in=luar).order_by("pk")
        assert list(semua.values_list("tindakan", flat=True)) == [
            "akun.totp_activated",
            "akun.recovery_codes_generated",
            "akun.recovery_codes_generated",
            "akun.totp_deactivated",
        ]

    @ada_orang
    def test_kode_pemulihan_sekali_pakai(self, tamu):
        kirim(tamu)
        self.pasang(tamu)
        kode = re.findall(r"<code>(\d+)</code>", tamu.get("/akun/pengaman/kode/").content.decode())[0]
        for berhasil in (True, False):
            lain = Client()
            kirim(lain)
            lain.post("/masuk/kode/", {"code": kode})
            assert is_masuk(lain) is berhasil

    @ada_orang
    def test_mengatur_pengaman_menanyakan_sandi_lagi(self, tamu):
        kirim(tamu)
        sesi = tamu.session
        sesi["account_authentication_methods"] = []
        sesi.save()
        for alamat in ("/akun/pengaman/aplikasi/", "/akun/pengaman/kunci/baru/"):
            assert tamu.get(alamat)["Location"].startswith("/masuk/pastikan/?next=")

    @ada_orang
    def test_halaman_pengaman_terbuka(self, tamu):
        kirim(tamu)
        tamu.post("/masuk/pastikan/?next=/akun/", {"password": SANDI})
        for alamat in (
            "/akun/pengaman/",
            "/akun/pengaman/kunci/",
            "/akun/pengaman/kunci/baru/",
            "/akun/sandi/",
        ):
            assert tamu.get(alamat).status_code == 200


class TestHalamanAkun:
    def test_peran_sendiri_terlihat(self, tamu):
        load_contoh()
        login(tamu, make_pembaca())
        isi = tamu.get("/akun/").content.decode()
        assert "Pimpinan" in isi
        assert "seluruh instansi" in isi

    def test_pita_peraga_di_setiap_halaman(self, tamu):
        assert "Akun peraga aktif" not in tamu.get(MASUK).content.decode()
        make_pembaca()
        Pengguna.objects.update(peraga=True)
        assert "Akun peraga aktif" in tamu.get(MASUK).content.decode()

    def test_tanpa_kantor_diarahkan_ke_akun(self, tamu):
        load_contoh()
        login(tamu, make_orang("tanpa-peran"))
        isi = tamu.get("/").content.decode()
        assert "Belum ada kantor yang dapat Anda lihat." in isi
        assert "kanwil-sumsel" not in isi


def test_penghitung_totp_masih_seperti_yang_dipakai_uji():
    assert int(time.time()) // 30 in set(yield_hotp_counters_from_time())


@override_settings(SESI_DIAM_MENIT=0)
def test_tanpa_masa_diam_setiap_permintaan_mengakhiri_sesi(tamu):
    login(tamu, make_pembaca())
    assert not is_masuk(tamu)
