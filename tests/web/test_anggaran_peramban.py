"""Money in a real browser: a ministry's file to the picture, a score term by term, what if by keyboard alone."""

import pytest
from django.test import Client
from tests.anggaran.ekspor import make_omspan
from tests.anggaran.kantor_bulanan import fill_semua
from tests.basisdata.dunia import make_skor, make_target
from tests.web.layar import LAYAR, find_pelanggaran, hitung_luapan
from tests.web.orang import login, make_orang

from kinerja.akses.izin import Peran
from kinerja.akses.operations import Tugas
from kinerja.anggaran.models import AnggaranBulanan

pytestmark = [pytest.mark.satu_mesin, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def halaman(dunia, peramban, live_server):
    """A tab of the penyusun of an office without budget figures, on the page of its budget."""
    make_target(dunia)
    klien = Client()
    login(klien, make_orang("penyusun", Tugas(Peran.PENYUSUN, dunia.satker)))
    konteks = peramban.new_context(viewport=LAYAR["meja"])
    konteks.add_cookies([{"name": "sesi", "value": klien.cookies["sesi"].value, "url": live_server.url}])
    satu = konteks.new_page()
    satu.goto(f"{live_server.url}/kanwil-contoh/2023/anggaran/")
    yield satu
    konteks.close()


def periksa(halaman) -> None:
    """Nothing wrong for who cannot see or use a mouse, and no sideways scrolling on a phone."""
    for ukuran in reversed(LAYAR.values()):
        halaman.set_viewport_size(ukuran)
        assert (halaman.url, find_pelanggaran(halaman), hitung_luapan(halaman)) == (halaman.url, [], 0)


def tekan(halaman, nama: str) -> None:
    """The button of that name, by keyboard."""
    halaman.get_by_role("button", name=nama, exact=True).focus()
    with halaman.expect_navigation():
        halaman.keyboard.press("Enter")


def test_dari_berkas_kementerian_sampai_grafik(halaman):
    halaman.get_by_role("link", name="Impor", exact=True).click()
    berkas = {"name": "omspan.xlsx", "mimeType": "application/octet-stream", "buffer": make_omspan()}
    halaman.set_input_files("[name=berkas]", berkas)
    halaman.get_by_label("Nama sumber").fill("OM-SPAN")
    tekan(halaman, "Unggah dan periksa")
    assert halaman.locator(".kisi-isian select").count() > 3
    periksa(halaman)
    assert not AnggaranBulanan.objects.exists()
    tekan(halaman, "Simpan")
    assert "Tersimpan: 8 baru" in halaman.locator(".pesan").inner_text()
    assert halaman.locator("main svg").first.is_visible()
    periksa(halaman)


def test_uraian_dan_andaian_dengan_papan_ketik(dunia, halaman):
    fill_semua(dunia)
    make_skor(dunia, instrumen="smart", unsur="nilai", nilai=90)
    halaman.goto(f"{halaman.url}skor/kanwil-contoh/")
    halaman.locator("main table summary").first.focus()
    halaman.keyboard.press("Enter")
    terbuka = halaman.locator("main table details[open]").first
    assert "Januari" in terbuka.inner_text() or "%" in terbuka.inner_text()
    periksa(halaman)
    halaman.get_by_role("link", name="Andaikan perubahan").click()
    isian = halaman.get_by_label("Januari 51").first
    isian.focus()
    halaman.keyboard.press("Control+a")
    halaman.keyboard.type("90")
    with halaman.expect_navigation():
        halaman.keyboard.press("Enter")
    assert "1 isian diubah" in halaman.get_by_role("region", name="Sebelum dan sesudah").inner_text()
    periksa(halaman)
    assert AnggaranBulanan.objects.get(bulan=1, ukuran="rpd", jenis="51").nilai == 100
