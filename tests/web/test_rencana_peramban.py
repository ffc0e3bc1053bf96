"""The pohon kinerja in a real browser: dragged, folded, walked by keyboard, clicked through; and without script."""

import re

import pytest
from tests.web.kantor_contoh import KUNCI, TAHUN
from tests.web.layar import LAYAR, find_pelanggaran, hitung_luapan

pytestmark = [pytest.mark.satu_mesin, pytest.mark.django_db(transaction=True)]
AKAR = f"/{KUNCI}/{TAHUN}/rencana/"


_TAUTAN_TAMPAK = """() => { const w = document.querySelector("[data-pohon]").getBoundingClientRect();
for (const a of document.querySelectorAll(".pohon-gambar a")) { const r = a.getBoundingClientRect();
if (r.top > w.top && r.bottom < Math.min(w.bottom, innerHeight) && r.left > w.left) return [r.left + 30, r.top + 20]; }
}"""
"""A point on a link of the picture that is in view."""


def letak(halaman) -> tuple[float, float, float]:
    """Where the picture stands, and how large."""
    ubah = halaman.locator(".pohon-gambar > g").get_attribute("transform")
    return tuple(map(float, re.findall(r"-?[\d.]+(?:e-?\d+)?", ubah)))


def test_pohon_dapat_dijelajahi(situs, lembar):
    halaman = lembar(LAYAR["meja"])
    halaman.goto(f"{situs}{AKAR}pohon/")
    simpul = halaman.locator(".pohon-gambar [data-n]")
    terlipat = simpul.count()
    assert 2 <= terlipat < 40
    assert find_pelanggaran(halaman) == []
    halaman.locator('[data-lipat="1"]').click()
    assert halaman.locator(".pohon-gambar [data-n]").count() > terlipat - 1
    halaman.click("[data-pohon-laku=buka]")
    # Of hundreds of boxes only those near the window are drawn.
    halaman.wait_for_timeout(100)
    semua = int(re.search(r"\d+", halaman.locator(".pengantar").inner_text())[0])
    assert simpul.count() < semua / 2
    awal = letak(halaman)
    kotak = halaman.locator("[data-pohon]").bounding_box()
    tengah = (kotak["x"] + kotak["width"] / 2, kotak["y"] + 150)
    halaman.mouse.move(*tengah)
    halaman.mouse.down()
    halaman.mouse.move(tengah[0] - 200, tengah[1] + 60, steps=8)
    halaman.mouse.up()
    halaman.wait_for_timeout(50)
    kini = letak(halaman)
    assert (round(kini[0] - awal[0]), round(kini[1] - awal[1])) == (-200, 60)
    halaman.locator("[data-pohon]").focus()
    halaman.keyboard.press("ArrowRight")
    halaman.keyboard.press("+")
    halaman.wait_for_timeout(50)
    assert letak(halaman)[2] == pytest.approx(1.25)
    halaman.keyboard.press("0")
    halaman.wait_for_timeout(50)
    assert letak(halaman)[2] < 0.34
    assert simpul.count() == 0
    halaman.click("[data-pohon-laku=tutup]")
    halaman.locator('[data-lipat="1"]').click()
    halaman.wait_for_timeout(100)
    halaman.mouse.click(*halaman.evaluate(_TAUTAN_TAMPAK))
    halaman.wait_for_url(re.compile("/rencana/sasaran/"))


def test_pohon_di_genggaman_dan_tanpa_skrip(situs, lembar):
    halaman = lembar(LAYAR["genggam"])
    for alamat in ("", "pohon/", "iku/", "iku/PAS-2.1/"):
        halaman.goto(situs + AKAR + alamat)
        assert (alamat, hitung_luapan(halaman), find_pelanggaran(halaman)) == (alamat, 0, [])
    polos = lembar(LAYAR["meja"], java_script_enabled=False)
    polos.goto(f"{situs}{AKAR}pohon/")
    assert not polos.locator("[data-pohon]").is_visible()
    polos.locator(".pohon-daftar summary").nth(1).click()
    assert polos.locator(".pohon-daftar a").first.is_visible()
