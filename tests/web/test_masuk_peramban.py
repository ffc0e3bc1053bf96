"""Coming in with a real browser: keyboard only, phone, accessibility rules, a real passkey ceremony."""

import pytest
from django.core.cache import cache
from django.utils import timezone
from tests.basisdata.dunia import make_dunia
from tests.web.layar import LAYAR, find_pelanggaran, hitung_luapan
from tests.web.orang import SANDI, make_orang

from kinerja.akses.izin import Peran
from kinerja.akses.models import TujuanTautan
from kinerja.akses.operations import Tugas, make_tautan, set_sandi
from kinerja.akses.pelaku import Sistem

pytestmark = pytest.mark.satu_mesin
SEMPIT = {"width": 320, "height": 640}


@pytest.fixture
def kantor(live_server) -> str:
    """The smallest office, an admin and an operator; the address of the site."""
    cache.clear()
    d = make_dunia()
    admin = make_orang("admin-satu", Tugas(Peran.ADMIN))
    set_sandi(pengguna=admin, sandi=SANDI, pada=timezone.now())
    make_orang("operator-satu", Tugas(Peran.OPERATOR, d.satker))
    return live_server.url


def masuk(satu, kantor: str) -> None:
    satu.goto(f"{kantor}/masuk/")
    satu.get_by_label("Nama akun").fill("admin-satu")
    satu.get_by_label("Kata sandi").fill(SANDI)
    satu.get_by_role("button", name="Masuk", exact=True).click()
    satu.wait_for_url(f"{kantor}/**")
    assert "/masuk/" not in satu.url


def buat_tautan(nama: str, **lain) -> str:
    return (
        f"/masuk/tautan/{make_tautan(pengguna=make_orang(nama), oleh=Sistem(), pada=timezone.now(), **lain)}/"
    )


def periksa(satu, alamat: str) -> None:
    satu.goto(alamat)
    assert find_pelanggaran(satu) == [], alamat
    assert hitung_luapan(satu) == 0, alamat


@pytest.mark.parametrize("ukuran", [*LAYAR.values(), SEMPIT], ids=[*LAYAR, "sempit"])
def test_halaman_masuk_dan_akun_memenuhi_wcag_dan_muat(kantor, lembar, ukuran):
    satu = lembar(ukuran, tamu=True)
    for alamat in ("/masuk/?habis=1", buat_tautan("operator-satu"), "/masuk/tidak-aktif/"):
        periksa(satu, kantor + alamat)
    masuk(satu, kantor)
    for alamat in (
        "/akun/", "/akun/sandi/", "/akun/pengaman/", "/akun/pengaman/kunci/", "/pengguna/", "/pengguna/baru/",
        "/pengguna/operator-satu/", "/pengguna/admin-satu/", "/keluar/",
    ):  # fmt: skip
        periksa(satu, kantor + alamat)


def test_formulir_yang_salah_menunjuk_isiannya(kantor, lembar):
    satu = lembar(LAYAR["genggam"], tamu=True)
    satu.goto(kantor + buat_tautan("operator-satu"))
    satu.get_by_label("Kata sandi baru", exact=True).fill("pendek")
    satu.get_by_label("Kata sandi baru, sekali lagi").fill("lain")
    satu.get_by_role("button", name="Simpan dan masuk").click()
    assert find_pelanggaran(satu) == []
    satu.get_by_role("alert").get_by_role("link").first.click()
    assert satu.evaluate("document.activeElement.id") == "id_ulang"
    assert satu.get_by_label("Kata sandi baru, sekali lagi").get_attribute("aria-invalid") == "true"


def test_masuk_dengan_papan_tombol_saja(kantor, lembar):
    satu = lembar(LAYAR["meja"], tamu=True)
    satu.goto(f"{kantor}/aturan/")
    for _ in range(8):
        satu.keyboard.press("Tab")
        if satu.evaluate("document.activeElement.id") == "id_login":
            break
    satu.keyboard.type("admin-satu")
    satu.keyboard.press("Tab")
    satu.keyboard.type(SANDI)
    satu.keyboard.press("Enter")
    satu.wait_for_url(f"{kantor}/aturan/")


def test_tautan_sekali_pakai_tanpa_skrip(kantor, lembar):
    satu = lembar(LAYAR["genggam"], tamu=True, java_script_enabled=False)
    satu.goto(kantor + buat_tautan("operator-satu", tujuan=TujuanTautan.MASUK))
    satu.get_by_role("button", name="Masuk", exact=True).click()
    satu.goto(f"{kantor}/akun/")
    assert satu.get_by_role("heading", level=1).inner_text() == "Operator-Satu"


def test_kunci_keamanan_dipasang_lalu_cukup_untuk_masuk(kantor, lembar):
    satu = lembar(LAYAR["meja"], tamu=True)
    cdp = satu.context.new_cdp_session(satu)
    cdp.send("WebAuthn.enable")
    pilihan = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
    }
    cdp.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": pilihan | {"isUserVerified": True, "automaticPresenceSimulation": True}},
    )
    masuk(satu, kantor)
    satu.goto(f"{kantor}/akun/pengaman/kunci/baru/")
    if "/pastikan/" in satu.url:
        satu.get_by_label("Kata sandi").fill(SANDI)
        satu.get_by_role("button", name="Lanjutkan").click()
    assert find_pelanggaran(satu) == []
    satu.get_by_label("Nama kunci").fill("Laptop kantor")
    satu.get_by_label("Boleh masuk dengan kunci ini saja").check()
    satu.get_by_role("button", name="Tambah", exact=True).click()
    satu.wait_for_url("**/akun/pengaman/kode/")
    assert satu.locator(".kode-pemulihan li").count() == 10
    assert find_pelanggaran(satu) == []
    satu.get_by_role("button", name="Keluar").click()
    satu.wait_for_url("**/masuk/")
    satu.get_by_role("button", name="Masuk dengan kunci keamanan").click()
    satu.wait_for_url(f"{kantor}/tugas/")
    satu.goto(f"{kantor}/akun/pengaman/kunci/")
    assert satu.locator(".daftar-kunci strong").inner_text() == "Laptop kantor"
    assert find_pelanggaran(satu) == []


def test_admin_membuat_akun_memberi_peran_dan_tautan(kantor, lembar):
    satu = lembar(LAYAR["meja"], tamu=True)
    masuk(satu, kantor)
    satu.goto(f"{kantor}/pengguna/baru/")
    satu.get_by_label("Nama akun").fill("siti")
    satu.get_by_label("Nama", exact=True).fill("Siti")
    satu.get_by_role("button", name="Buat", exact=True).click()
    assert satu.get_by_role("status").inner_text().startswith("Akun dibuat.")
    satu.get_by_role("combobox", name="Peran", exact=True).select_option("verifikator")
    satu.get_by_label("Satker dan semua di bawahnya").select_option("kanwil-contoh")
    satu.get_by_role("button", name="Beri peran").click()
    assert satu.get_by_role("rowheader", name="Verifikator").count() == 1
    satu.get_by_role("button", name="Buat tautan sekali pakai").click()
    assert find_pelanggaran(satu) == []
    alamat = satu.locator("pre code").inner_text()
    assert "/masuk/tautan/" in alamat
    satu.goto(f"{kantor}/pengguna/siti/")
    riwayat = satu.locator("section[aria-labelledby=riwayat]").inner_text()
    for kata in ("membuat akun", "memberi peran", "membuat tautan sekali pakai", "admin-satu (admin)"):
        assert kata in riwayat
    assert alamat.rsplit("/", 2)[1] not in riwayat
