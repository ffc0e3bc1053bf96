"""The boards and the target kinerja in a real browser: accessibility, keyboard, evidence, assessment, verification."""

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from tests.web.kantor_contoh import KUNCI
from tests.web.layar import LAYAR, find_pelanggaran, hitung_luapan
from tests.web.orang import login
from tests.web.papan_contoh import KINI, PDF, TAHUN, isi_bulanan, make_kantor_papan

from kinerja.pengukuran.models import PenilaianTargetKinerja, Realisasi

pytestmark = pytest.mark.satu_mesin
KANTOR = f"/{KUNCI}/{TAHUN}/"


@pytest.fixture
def kantor(live_server, tmp_path, monkeypatch):
    satu = make_kantor_papan(tmp_path)
    isi_bulanan("PAS-", 5)
    Realisasi.objects.filter(satker=satu.lapas, bulan=1).delete()
    monkeypatch.setattr(timezone, "now", lambda: KINI)
    return satu


def masuk(satu, situs, orang):
    klien = Client()
    login(klien, orang)
    nilai = klien.cookies[settings.SESSION_COOKIE_NAME].value
    satu.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": nilai, "url": situs}])
    return satu


@pytest.fixture
def buka(lembar, live_server, kantor):
    """Opens an address as one of the people of the office."""

    def jalankan(siapa, alamat, ukuran="meja"):
        satu = masuk(lembar(LAYAR[ukuran]), live_server.url, kantor.orang[siapa])
        satu.goto(live_server.url + alamat)
        return satu

    return jalankan


@pytest.fixture
def buka_bebas(peramban, live_server, kantor):
    """The same in a tab that may be refused: the browser reports a 422 as an error."""
    dibuka = []

    def jalankan(siapa, alamat):
        satu = masuk(
            peramban.new_context(viewport=LAYAR["meja"]).new_page(), live_server.url, kantor.orang[siapa]
        )
        dibuka.append(satu)
        satu.goto(live_server.url + alamat)
        return satu

    yield jalankan
    for satu in dibuka:
        satu.context.close()


@pytest.mark.parametrize("ukuran", LAYAR)
@pytest.mark.parametrize(
    ("siapa", "alamat"),
    [
        ("operator", "/papan/"),
        ("kadiv", "/papan/"),
        ("penyusun", "/papan/"),
        ("kadiv", KANTOR),
        ("penyusun", f"{KANTOR}?sasaran=PAS-1"),
        ("penyusun", f"{KANTOR}target/"),
        ("operator-divisi", "target"),
        ("kadiv", "target"),
    ],
)
def test_memenuhi_wcag_dan_muat_di_layar(buka, kantor, siapa, alamat, ukuran):
    satu = buka(siapa, f"/target/{kantor.target.pk}/" if alamat == "target" else alamat, ukuran)
    assert satu.locator("h1").count() == 1
    assert hitung_luapan(satu) == 0
    assert find_pelanggaran(satu) == []


def test_operator_melihat_yang_kurang_dan_membuka_lembarnya(buka, kantor):
    satu = buka("operator", "/papan/")
    baris = satu.locator('section[aria-labelledby="saya"] tbody tr').first
    assert "Januari" in baris.inner_text()
    assert "tertunggak" in baris.inner_text()
    baris.get_by_text("1 indikator").press("Enter")
    assert baris.locator("li .kode").count() > 0
    baris.locator("th a").press("Enter")
    satu.wait_for_url("**/pengukuran/*/")


def test_bukti_penilaian_dan_verifikasi_dengan_papan_tombol(buka_bebas, kantor, tmp_path):
    alamat = f"/target/{kantor.target.pk}/"
    bukti = tmp_path / "notulen maret.pdf"
    bukti.write_bytes(PDF + b"maret")
    satu = buka_bebas("operator-divisi", alamat)
    satu.get_by_label("Tambah berkas Maret").set_input_files(bukti)
    satu.get_by_role("button", name="Unggah Maret").press("Enter")
    satu.get_by_role("link", name="notulen maret.pdf").wait_for()
    nilai = satu.get_by_label("Penilaian mandiri B03")
    nilai.press_sequentially("dua puluh")
    nilai.press("Enter")
    assert "B03" in satu.locator("#triwulan-1").inner_text()
    satu.get_by_role("alert").wait_for()
    nilai = satu.get_by_label("Penilaian mandiri B03")
    nilai.press_sequentially("30,5")
    nilai.press("Enter")
    satu.get_by_text("Penilaian tersimpan.").wait_for()

    dua = buka_bebas("kadiv", alamat)
    kotak = dua.get_by_label("Nilai verifikasi B03")
    assert kotak.input_value() == "30,5"
    kotak.fill("20")
    kotak.press("Enter")
    dua.get_by_role("alert").get_by_text("perlu alasan").wait_for()
    dua.get_by_label("Nilai verifikasi B03").fill("20")
    dua.get_by_label("Alasan bila berbeda").press_sequentially("bukti belum lengkap")
    dua.get_by_label("Alasan bila berbeda").press("Enter")
    dua.get_by_text("Verifikasi tersimpan.").wait_for()
    (penilaian,) = PenilaianTargetKinerja.objects.all()
    assert (penilaian.nilai_mandiri, penilaian.nilai_verifikasi) == (30.5, 20)
