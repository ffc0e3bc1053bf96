"""The entry grid in a real browser, by keyboard: typing, pasting, undoing, conflicts, lost lines, ended sessions."""

import re

import pytest
from playwright.sync_api import expect
from tests.pengukuran.kantor import TANPA_OBJEK, nilai, pasangan
from tests.web.kantor_bulanan import TAHUN, Kantor, make_kantor, masuk, pasang_sesi
from tests.web.layar import LAYAR, find_pelanggaran, hitung_luapan

from kinerja.pengukuran.models import LembarPengukuran, Realisasi

pytestmark = pytest.mark.satu_mesin
MEJA = LAYAR["meja"]


@pytest.fixture
def kantor(live_server) -> Kantor:
    return make_kantor()


@pytest.fixture
def buka(kantor, lembar, live_server):
    """Opens a page as somebody in a browser of his own."""

    def _buka(siapa: str, alamat: str, ukuran=MEJA, **lain):
        satu = lembar(ukuran, tamu=True, **lain)
        pasang_sesi(satu.context, kantor.orang[siapa], live_server.url)
        satu.goto(live_server.url + alamat)
        return satu

    return _buka


def kisi(kantor: Kantor, bulan: int = 1) -> str:
    return f"/pengukuran/{kantor.lembar(kantor.lapas_a, bulan).pk}/"


def kotak(satu, komponen, satker, kolom: str = "satu"):
    return satu.locator(f"#{kolom}-{komponen.pk}-{satker.pk}")


def status(satu, komponen, satker) -> str:
    return satu.locator(f"#k-{komponen.pk}-{satker.pk}").get_attribute("data-status")


def tunggu(satu, komponen, satker, kode: str) -> None:
    expect(satu.locator(f"#k-{komponen.pk}-{satker.pk}")).to_have_attribute("data-status", kode)


def isi(komponen, satker, bulan=1):
    return Realisasi.objects.get(komponen=komponen, satker=satker, tahun=TAHUN, bulan=bulan)


def test_mengisi_dengan_papan_tombol(kantor, buka):
    satu = buka("operator-a", kisi(kantor))
    kotak(satu, kantor.rasio, kantor.lapas_a).focus()
    satu.keyboard.type("60")
    satu.keyboard.press("Tab")
    satu.keyboard.type("80")
    satu.keyboard.press("Enter")
    # After Tab, Enter goes on where the row was begun.
    expect(kotak(satu, kantor.cacah, kantor.lapas_a)).to_be_focused()
    satu.keyboard.type("1234,5")
    satu.keyboard.press("Enter")
    tunggu(satu, kantor.rasio, kantor.lapas_a, "tersimpan")
    tunggu(satu, kantor.cacah, kantor.lapas_a, "tersimpan")
    fakta = isi(kantor.rasio, kantor.lapas_a)
    assert (fakta.pembilang, fakta.penyebut, fakta.diisi_oleh.nama_akun) == (60, 80, "operator-a")
    hasil = satu.locator(f"#s-{kantor.rasio.pk}-{kantor.lapas_a.pk} .kisi-hasil").inner_text()
    assert "75,00%" in hasil
    assert "(60/80)" in hasil
    assert satu.locator("#terisi").inner_text() == "2"
    expect(satu.locator("#kisi-keadaan")).to_have_text("Semua perubahan tersimpan.")
    assert find_pelanggaran(satu) == []


def test_panah_pilih_isi_ke_bawah_urung_ulang(kantor, buka):
    satu = buka("operator-a", kisi(kantor))
    kotak(satu, kantor.cacah, kantor.lapas_a).focus()
    satu.keyboard.press("ArrowUp")
    satu.keyboard.press("ArrowRight")
    expect(kotak(satu, kantor.rasio, kantor.lapas_a, "dua")).to_be_focused()
    satu.keyboard.press("ArrowLeft")
    satu.keyboard.type("7")
    satu.keyboard.press("ArrowDown")
    satu.keyboard.press("Control+d")
    tunggu(satu, kantor.cacah, kantor.lapas_a, "tersimpan")
    assert isi(kantor.cacah, kantor.lapas_a).nilai == 7
    satu.keyboard.type("8")
    satu.keyboard.press("Enter")
    expect(kotak(satu, kantor.cacah, kantor.lapas_a)).to_have_value("8")
    tunggu(satu, kantor.cacah, kantor.lapas_a, "tersimpan")
    satu.keyboard.press("Control+z")
    tunggu(satu, kantor.cacah, kantor.lapas_a, "tersimpan")
    expect(kotak(satu, kantor.cacah, kantor.lapas_a)).to_have_value("7")
    satu.keyboard.press("Control+y")
    tunggu(satu, kantor.cacah, kantor.lapas_a, "tersimpan")
    expect(kotak(satu, kantor.cacah, kantor.lapas_a)).to_have_value("8")
    assert isi(kantor.cacah, kantor.lapas_a).nilai == 8
    # Half a pair waits, and says for what.
    assert status(satu, kantor.rasio, kantor.lapas_a) == "menunggu"
    assert "penyebut" in satu.locator(f"#k-{kantor.rasio.pk}-{kantor.lapas_a.pk}").inner_text()


def test_angka_yang_dapat_dibaca_dua_cara_ditanyakan(kantor, buka):
    satu = buka("operator-a", kisi(kantor))
    sel = kotak(satu, kantor.cacah, kantor.lapas_a)
    for teks in ("5,050", "3.000", "98,5 abc 3", "-", "50%"):
        sel.fill(teks)
        sel.press("Enter")
        if teks != "-":
            tunggu(satu, kantor.cacah, kantor.lapas_a, "tidak_sah")
    assert not Realisasi.objects.filter(tahun=TAHUN).exists()
    sel.fill("5,050")
    sel.press("Enter")
    tunggu(satu, kantor.cacah, kantor.lapas_a, "tidak_sah")
    pesan = satu.locator(f"#k-{kantor.cacah.pk}-{kantor.lapas_a.pk}").inner_text()
    assert "5050 atau 5,05" in pesan
    assert "angka_ganda" in pesan
    assert sel.get_attribute("aria-invalid") == "true"
    assert find_pelanggaran(satu) == []
    sel.fill("5,05")
    sel.press("Enter")
    tunggu(satu, kantor.cacah, kantor.lapas_a, "tersimpan")
    assert str(isi(kantor.cacah, kantor.lapas_a).nilai.normalize()) == "5.05"


def test_tanpa_objek_dan_belum_ada_dipilih_dengan_tombol_atau_menu(kantor, buka):
    satu = buka("operator-a", kisi(kantor))
    kotak(satu, kantor.rasio, kantor.lapas_a).focus()
    satu.keyboard.type("t")
    satu.keyboard.press("Enter")
    tunggu(satu, kantor.rasio, kantor.lapas_a, "tersimpan")
    assert isi(kantor.rasio, kantor.lapas_a).keadaan == "tidak_ada_objek"
    menu = satu.get_by_label("PAS-1.2: isian")
    menu.select_option("belum_ada")
    tunggu(satu, kantor.cacah, kantor.lapas_a, "tersimpan")
    assert isi(kantor.cacah, kantor.lapas_a).keadaan == "belum_ada"
    # A number typed over it takes its place.
    kotak(satu, kantor.cacah, kantor.lapas_a).fill("3")
    satu.keyboard.press("Enter")
    expect(menu).to_have_value("")
    tunggu(satu, kantor.cacah, kantor.lapas_a, "tersimpan")
    assert isi(kantor.cacah, kantor.lapas_a).nilai == 3
    kotak(satu, kantor.cacah, kantor.lapas_a).fill("")
    satu.keyboard.press("Enter")
    tunggu(satu, kantor.cacah, kantor.lapas_a, "tidak_sah")
    satu.keyboard.press("Escape")
    assert isi(kantor.cacah, kantor.lapas_a).nilai == 3


def _tempel(satu, sel, teks: str) -> None:
    sel.focus()
    sel.evaluate(
        "(kotak, teks) => { const data = new DataTransfer(); data.setData('text/plain', teks);"
        " kotak.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }",
        teks,
    )


def test_menempel_blok_diperlihatkan_lalu_disimpan_yang_sah(kantor, buka):
    kantor.ketik("operator-a", kantor.kunci(kantor.rasio, kantor.lapas_a), pasangan(1, 2))
    satu = buka("operator-a", kisi(kantor))
    _tempel(satu, kotak(satu, kantor.rasio, kantor.lapas_a), "61\t80\r\nsalah\t5\r\n9\t9\r\n")
    dialog = satu.get_by_role("dialog")
    expect(dialog).to_be_visible()
    assert isi(kantor.rasio, kantor.lapas_a).pembilang == 1
    teks = dialog.inner_text()
    for kata in (
        "Tempel 2 sel?",
        "1 akan berubah, 1 ditolak",
        "1/2",
        "61/80",
        "bukan angka",
        "3 sel berada di luar",
    ):
        assert kata in teks, (kata, teks)
    assert find_pelanggaran(satu) == []
    dialog.get_by_role("button", name="Simpan yang sah").press("Enter")
    expect(kotak(satu, kantor.rasio, kantor.lapas_a)).to_have_value("61")
    expect(dialog).to_be_hidden()
    assert isi(kantor.rasio, kantor.lapas_a).pembilang == 61
    tunggu(satu, kantor.cacah, kantor.lapas_a, "tidak_sah")
    expect(kotak(satu, kantor.cacah, kantor.lapas_a)).to_have_value("salah")
    satu.keyboard.press("Control+z")
    expect(kotak(satu, kantor.rasio, kantor.lapas_a)).to_have_value("1")
    tunggu(satu, kantor.rasio, kantor.lapas_a, "tersimpan")
    assert isi(kantor.rasio, kantor.lapas_a).pembilang == 1


def test_dua_orang_satu_sel(kantor, buka):
    satu, dua = (buka(siapa, kisi(kantor)) for siapa in ("operator-a", "operator-a2"))
    sel = [kotak(s, kantor.cacah, kantor.lapas_a) for s in (satu, dua)]
    sel[0].fill("10")
    sel[0].press("Enter")
    tunggu(satu, kantor.cacah, kantor.lapas_a, "tersimpan")
    sel[1].fill("20")
    sel[1].press("Enter")
    tunggu(dua, kantor.cacah, kantor.lapas_a, "bentrok")
    assert isi(kantor.cacah, kantor.lapas_a).nilai == 10
    teks = dua.locator(".bentrok:visible").inner_text()
    assert "Tersimpan: 10" in teks
    assert "Ketikan Anda: 20" in teks
    assert find_pelanggaran(dua) == []
    dua.get_by_role("button", name="Pakai ketikan saya").press("Enter")
    tunggu(dua, kantor.cacah, kantor.lapas_a, "tersimpan")
    assert isi(kantor.cacah, kantor.lapas_a).nilai == 20
    sel[0].fill("11")
    sel[0].press("Enter")
    tunggu(satu, kantor.cacah, kantor.lapas_a, "bentrok")
    satu.get_by_role("button", name="Pakai yang tersimpan").press("Enter")
    tunggu(satu, kantor.cacah, kantor.lapas_a, "tersimpan")
    expect(sel[0]).to_have_value("20")
    assert isi(kantor.cacah, kantor.lapas_a).nilai == 20


def test_sambungan_putus_sel_menunggu_dan_dikirim_sendiri(kantor, peramban, live_server):
    konteks = peramban.new_context(viewport=MEJA)
    pasang_sesi(konteks, kantor.orang["operator-a"], live_server.url)
    satu = konteks.new_page()
    satu.goto(live_server.url + kisi(kantor))
    konteks.set_offline(True)
    sel = kotak(satu, kantor.cacah, kantor.lapas_a)
    sel.fill("44")
    sel.press("Enter")
    expect(satu.locator("#kisi-keadaan")).to_contain_text("Sambungan terputus. 1 sel menunggu")
    tunggu(satu, kantor.cacah, kantor.lapas_a, "menunggu")
    assert "44" in satu.evaluate("JSON.stringify(sessionStorage)")
    assert not Realisasi.objects.filter(tahun=TAHUN).exists()
    konteks.set_offline(False)
    tunggu(satu, kantor.cacah, kantor.lapas_a, "tersimpan")
    expect(satu.locator("#kisi-keadaan")).to_have_text("Semua perubahan tersimpan.")
    assert isi(kantor.cacah, kantor.lapas_a).nilai == 44
    assert satu.evaluate("sessionStorage.length") == 0
    konteks.close()


def test_halaman_dimuat_ulang_sebelum_terkirim(kantor, peramban, live_server):
    """What waited comes back with the version it was typed on, so it never overwrites a newer value."""
    konteks = peramban.new_context(viewport=MEJA)
    pasang_sesi(konteks, kantor.orang["operator-a"], live_server.url)
    satu = konteks.new_page()
    satu.on("dialog", lambda d: d.accept())
    satu.goto(live_server.url + kisi(kantor))
    satu.route("**/sel/", lambda r: r.abort())
    for komponen, teks in ((kantor.cacah, "44"), (kantor.rasio, "5")):
        kotak(satu, komponen, kantor.lapas_a).fill(teks)
        satu.keyboard.press("Enter")
    expect(satu.locator("#kisi-keadaan")).to_contain_text("Sambungan terputus")
    kantor.ketik("operator-a2", kantor.kunci(kantor.cacah, kantor.lapas_a), nilai(40))
    satu.unroute("**/sel/")
    satu.reload()
    tunggu(satu, kantor.cacah, kantor.lapas_a, "bentrok")
    expect(kotak(satu, kantor.cacah, kantor.lapas_a)).to_have_value("44")
    expect(kotak(satu, kantor.rasio, kantor.lapas_a)).to_have_value("5")
    assert isi(kantor.cacah, kantor.lapas_a).nilai == 40
    konteks.close()


def test_sesi_berakhir_di_tengah_pengisian(kantor, peramban, live_server):
    konteks = peramban.new_context(viewport=MEJA)
    pasang_sesi(konteks, kantor.orang["operator-a"], live_server.url)
    satu = konteks.new_page()
    satu.goto(live_server.url + kisi(kantor))
    konteks.clear_cookies(name="sesi")
    sel = kotak(satu, kantor.cacah, kantor.lapas_a)
    sel.fill("55")
    sel.press("Enter")
    expect(satu.locator("#kisi-keadaan")).to_contain_text("Sesi berakhir. 1 sel menunggu")
    expect(satu.get_by_role("link", name="Masuk di tab baru")).to_be_visible()
    assert find_pelanggaran(satu) == []
    # Somebody else logs in on this computer: nothing goes in under his name.
    pasang_sesi(konteks, kantor.orang["operator-a2"], live_server.url)
    expect(satu.locator("#kisi-keadaan")).to_contain_text("masuk sebagai akun lain", timeout=9000)
    assert not Realisasi.objects.filter(tahun=TAHUN).exists()
    # The same person again: the form's secret is a new one, and what waited goes in.
    pasang_sesi(konteks, kantor.orang["operator-a"], live_server.url)
    satu.evaluate("dispatchEvent(new Event('focus'))")
    tunggu(satu, kantor.cacah, kantor.lapas_a, "tersimpan")
    assert isi(kantor.cacah, kantor.lapas_a).nilai == 55
    konteks.close()


def test_peringatan_dikonfirmasi_dengan_alasan(kantor, buka):
    satu = buka("operator-a", kisi(kantor))
    sel = kotak(satu, kantor.rasio, kantor.lapas_a)
    sel.focus()
    satu.keyboard.type("90")
    satu.keyboard.press("Tab")
    satu.keyboard.type("80")
    satu.keyboard.press("Enter")
    tunggu(satu, kantor.rasio, kantor.lapas_a, "perhatian")
    tautan = satu.get_by_role("link", name="Konfirmasi dengan alasan")
    tautan.focus()
    satu.keyboard.press("Enter")
    satu.keyboard.press("Enter")
    expect(satu.locator("#galat-alasan")).to_contain_text("perlu alasan")
    satu.keyboard.type("Limpahan dari bulan lalu")
    assert find_pelanggaran(satu) == []
    satu.keyboard.press("Enter")
    tunggu(satu, kantor.rasio, kantor.lapas_a, "tersimpan")
    assert "Limpahan dari bulan lalu" in satu.locator(".peringatan").inner_text()


def test_tanpa_skrip_formulir_biasa(kantor, peramban, live_server):
    # A tab of its own: the browser notes the 422 it was answered with as an error.
    konteks = peramban.new_context(viewport=MEJA, java_script_enabled=False)
    pasang_sesi(konteks, kantor.orang["operator-a"], live_server.url)
    satu = konteks.new_page()
    satu.goto(live_server.url + kisi(kantor))
    kotak(satu, kantor.rasio, kantor.lapas_a).fill("3.000")
    kotak(satu, kantor.rasio, kantor.lapas_a, "dua").fill("4000")
    kotak(satu, kantor.cacah, kantor.lapas_a).fill("12")
    with satu.expect_navigation() as jawaban:
        satu.get_by_role("button", name="Simpan", exact=True).click()
    assert jawaban.value.status == 422
    assert "angka_ganda" in satu.get_by_role("alert").inner_text()
    assert kotak(satu, kantor.rasio, kantor.lapas_a).input_value() == "3.000"
    assert isi(kantor.cacah, kantor.lapas_a).nilai == 12
    kotak(satu, kantor.rasio, kantor.lapas_a).fill("3000")
    satu.get_by_role("button", name="Simpan", exact=True).click()
    assert satu.get_by_role("status").first.inner_text() == "1 sel tersimpan."
    assert isi(kantor.rasio, kantor.lapas_a).pembilang == 3000
    konteks.close()


@pytest.mark.parametrize(
    "ukuran", [*LAYAR.values(), {"width": 683, "height": 384}], ids=[*LAYAR, "200persen"]
)
def test_halaman_pengukuran_memenuhi_wcag_dan_muat(kantor, buka, ukuran):
    lembar = kantor.lembar(kantor.lapas_a)
    kantor.ketik("operator-a", kantor.kunci(kantor.rasio, kantor.lapas_a), pasangan(90, 80))
    kantor.ketik("operator-a", kantor.kunci(kantor.cacah, kantor.lapas_a), TANPA_OBJEK)
    semua = {
        "operator-a": ("/tugas/", "/pengukuran/", kisi(kantor), kisi(kantor) + "PAS-1.1/"),
        "kadiv": ("/tugas/", "/pengukuran/", kisi(kantor), f"/kanwil/{TAHUN}/pengisian/"),
        "penyusun": ("/tugas/", f"/kanwil/{TAHUN}/isian/PAS-1.1/1/"),
        "operator-b": (f"/kanwil/{TAHUN}/isian/PAS-1.1/1/",),
    }
    assert lembar.status == "draf"
    for siapa, alamat in semua.items():
        satu = buka(siapa, "/akun/", ukuran)
        for satu_alamat in alamat:
            if siapa.startswith("operator-b") and satu_alamat.startswith("/kanwil"):
                satu_alamat = satu_alamat.replace("kanwil", "lapas-b")  # noqa: PLW2901 his own office
            jawaban = satu.goto(re.sub(r"^(https?://[^/]+).*", r"\1", satu.url) + satu_alamat)
            assert jawaban.status == 200, satu_alamat
            assert satu.locator("h1").count() == 1, satu_alamat
            assert find_pelanggaran(satu) == [], (siapa, satu_alamat)
            assert hitung_luapan(satu) == 0, (siapa, satu_alamat)


def test_dari_operator_sampai_terkunci_lalu_dibuka(kantor, buka):
    alamat = kisi(kantor)
    operator = buka("operator-a", alamat)
    operator.locator("#naik button").press("Enter")
    assert "2 sel belum diisi" in operator.locator(".pesan.error").inner_text()
    for komponen in (kantor.rasio, kantor.cacah):
        kotak(operator, komponen, kantor.lapas_a).fill("b")
        operator.keyboard.press("Enter")
        tunggu(operator, komponen, kantor.lapas_a, "tersimpan")
    operator.locator("#naik button").press("Enter")
    assert "diajukan" in operator.locator(".pesan").inner_text()
    for siapa, kata in (("kepala-a", "Verifikasi"), ("kadiv", "Setujui"), ("penyusun", "Kunci")):
        satu = buka(siapa, "/pengukuran/")
        satu.get_by_role("checkbox", name="lapas-a, Januari 2024").check()
        satu.get_by_role("button", name=f"{kata} yang dicentang").press("Enter")
        assert "1 lembar dipindahkan." in satu.locator(".pesan").inner_text()
    lembar = LembarPengukuran.objects.get(pk=kantor.lembar(kantor.lapas_a).pk)
    assert lembar.status == "dikunci"
    operator.reload()
    operator.get_by_text("Minta kunci dibuka").click()
    operator.get_by_label("Alasan", exact=True).fill("Salah hitung")
    operator.get_by_label("Terbuka sampai akhir tanggal").fill("2099-01-31")
    operator.get_by_role("button", name="Kirim permintaan").press("Enter")
    penyusun = buka("penyusun", "/tugas/")
    penyusun.get_by_role("link", name=re.compile("Jawab permintaan membuka kunci")).click()
    penyusun.get_by_role("button", name="Buka kuncinya").press("Enter")
    lembar.refresh_from_db()
    assert lembar.status == "draf"


def test_pemeriksa_mengembalikan_dengan_alasan(kantor, buka):
    kantor.penuhi("operator-a", kantor.lembar(kantor.lapas_a))
    operator = buka("operator-a", kisi(kantor))
    operator.locator("#naik button").press("Enter")
    kepala = buka("kepala-a", kisi(kantor))
    kepala.get_by_label("Alasan mengembalikan").fill("Data Januari belum ada bukti")
    kepala.get_by_role("button", name="Kembalikan ke draf").press("Enter")
    operator.goto(operator.url.split("#")[0])
    assert "Data Januari belum ada bukti" in operator.locator(".catatan.perhatian").inner_text()
    operator.goto(operator.url.replace(kisi(kantor), "/tugas/"))
    assert "dikembalikan: Data Januari belum ada bukti" in operator.locator("main").inner_text()


def test_kunci_sesi_orang_lain_tidak_membuka_lembar(kantor):
    assert masuk(kantor.orang["operator-b"]).get(kisi(kantor)).status_code == 404
