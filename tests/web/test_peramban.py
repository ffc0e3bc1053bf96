"""A real browser: keyboard, phone, accessibility rules, no blocked style or script, the report opens."""

import pytest
from tests.web.kantor_contoh import ALAMAT, HALAMAN, KUNCI
from tests.web.layar import LAYAR, find_pelanggaran, hitung_luapan

pytestmark = pytest.mark.satu_mesin

SEMPIT = {"width": 320, "height": 640}
"""1280 pixels at 400 % zoom (WCAG 1.4.10); wider than a desktop at 200 %."""
LAPORAN = f"{ALAMAT}laporan/"
LAPORAN_PENDEK = f"/{KUNCI}/2020/laporan/"
"""The same kinds of parts on a tenth of the pages: axe needs minutes for the long one."""


SERAGAM = {h for h in HALAMAN if "/indikator/" in h and h.count("/") > 4} - {f"{ALAMAT}indikator/PAS-1.1/"}
"""Other data in a template that is looked at already: on the phone only, where the space is short."""


@pytest.mark.parametrize("ukuran", LAYAR)
def test_setiap_halaman_memenuhi_wcag_dan_muat_di_layar(situs, lembar, ukuran):
    satu = lembar(LAYAR[ukuran])
    for alamat in (*HALAMAN, LAPORAN_PENDEK) if ukuran == "genggam" else set(HALAMAN) - SERAGAM:
        satu.goto(situs + alamat)
        assert hitung_luapan(satu) == 0, alamat
        if alamat != LAPORAN:
            assert find_pelanggaran(satu) == [], alamat


def test_halaman_galat_memenuhi_wcag(situs, peramban):
    # A tab of its own: the browser reports the 404 it was sent to as an error.
    satu = peramban.new_page(viewport=LAYAR["genggam"])
    satu.goto(f"{situs}/tidak-ada/2023/")
    assert find_pelanggaran(satu) == []
    assert hitung_luapan(satu) == 0
    satu.close()


def test_diperbesar_400_persen_tidak_menggulir_ke_samping(situs, lembar):
    satu = lembar(SEMPIT)
    for alamat in HALAMAN:
        satu.goto(situs + alamat)
        assert hitung_luapan(satu) == 0, alamat


def test_dari_dasbor_ke_indikator_dengan_papan_tombol(situs, lembar):
    satu = lembar(LAYAR["meja"])
    satu.goto(situs)
    satu.keyboard.press("Tab")
    assert satu.evaluate("document.activeElement.textContent") == "Lompat ke isi utama"
    assert satu.locator(".lewati").bounding_box()["height"] > 20
    satu.keyboard.press("Enter")
    assert satu.evaluate("document.activeElement.id") == "isi"
    gagal = satu.locator('section[aria-labelledby="belum-tercapai"] tbody a').first
    tujuan = gagal.get_attribute("href")
    for _ in range(30):
        satu.keyboard.press("Tab")
        if satu.evaluate("document.activeElement.getAttribute('href')") == tujuan:
            break
    assert satu.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    satu.keyboard.press("Enter")
    satu.wait_for_url(situs + tujuan)
    assert satu.locator("h1").count() == 1


def test_bingkai_gulir_terjangkau_papan_tombol_hanya_bila_perlu(situs, lembar):
    tabel = '[aria-labelledby="tabel-riwayat"]'
    for ukuran, terjangkau in ((LAYAR["meja"], None), (LAYAR["genggam"], "0")):
        satu = lembar(ukuran)
        satu.goto(f"{situs}{ALAMAT}indikator/PAS-2.1/")
        assert satu.locator(tabel).get_attribute("tabindex") == terjangkau


def test_menyaring_tanpa_skrip(situs, lembar):
    satu = lembar(LAYAR["genggam"], java_script_enabled=False)
    satu.goto(f"{situs}{ALAMAT}indikator/")
    satu.get_by_label("Status").select_option("tidak_tercapai")
    satu.get_by_label("Cari kode").fill("vokasi")
    satu.get_by_role("button", name="Terapkan").click()
    assert satu.get_by_role("status").inner_text() == "Menampilkan 1 dari 60 indikator."
    assert satu.get_by_role("cell", name="PAS-3.6").count() == 1


def test_pindah_tahun_tetap_di_halaman_yang_sama(situs, lembar):
    satu = lembar(LAYAR["meja"])
    satu.goto(f"{situs}{ALAMAT}indikator/PAS-2.1/")
    satu.get_by_role("navigation", name="Tahun").get_by_role("link", name="2022").click()
    assert satu.url == f"{situs}/kanwil-sumsel/2022/indikator/PAS-2.1/"


def test_laporan_dibaca_lewat_daftar_isinya(situs, lembar):
    satu = lembar(LAYAR["meja"])
    satu.goto(situs + LAPORAN)
    assert satu.locator(".lkjip-tabel").count() > 150
    satu.get_by_role("navigation", name="Daftar Isi").get_by_role("link", name="Akuntabilitas").first.click()
    judul = satu.locator(f"[id='{satu.url.split('#')[1]}']")
    assert judul.bounding_box()["y"] < LAYAR["meja"]["height"]


def test_dicetak_tanpa_navigasi(situs, lembar):
    satu = lembar(LAYAR["meja"])
    satu.goto(situs + ALAMAT)
    satu.emulate_media(media="print")
    assert not satu.locator(".tab").is_visible()
    assert satu.locator("h1").is_visible()
