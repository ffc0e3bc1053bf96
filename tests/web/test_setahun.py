"""A year in the office, from January to the signed report, by five people (and three officials) in a real browser."""

import datetime
import json
import re

import pypdfium2
import pytest
from django.core.cache import cache
from django.db import DatabaseError, transaction
from playwright.sync_api import expect
from tests.pengukuran.kantor import TAHUN
from tests.web.kantor_setahun import (
    SETAHUN,
    TEKS,
    isi_bulan,
    make_kantor_setahun,
    naikkan,
    tulis_sisa_narasi,
)
from tests.web.layar import LAYAR, find_pelanggaran, hitung_luapan
from tests.web.orang import SANDI

from kinerja.antarmuka.cli import main
from kinerja.aturan.peralihan import Tindakan
from kinerja.pelaporan.models import LaporanFinal, Narasi
from kinerja.pengukuran.models import LembarPengukuran, Realisasi

pytestmark = pytest.mark.satu_mesin
UKURAN = LAYAR | {"200persen": {"width": 683, "height": 384}}
"""A screen of 1366×768 shows 683×384 at a zoom of 200 %."""
_HARI = datetime.datetime.now(tz=datetime.UTC).date()
KELAK = min(h for t in (0, 1) for b in range(1, 13) if (h := datetime.date(_HARI.year + t, b, b)) > _HARI)
"""A coming day with the same number as its month: it reads alike in whichever order a browser asks for them."""
NAIK = ("pimpinan", "kadivmin", "kabag", "penyusun", "penyusun2", "penyusun", "kabag", "kadivmin")
"""Who takes the first eight steps of the SOP; the ninth is the signature."""


@pytest.fixture(autouse=True)
def _gudang(settings, tmp_path):
    gudang = dict(settings.STORAGES)
    gudang["bukti"] = gudang["bukti"] | {"OPTIONS": {"location": tmp_path / "bukti"}}
    settings.STORAGES = gudang


class Orang:
    """Somebody at his own browser, who only uses the keyboard."""

    def __init__(self, halaman, situs: str) -> None:
        self.h, self.situs = halaman, situs

    def masuk(self, nama: str) -> None:
        self.h.goto(f"{self.situs}/masuk/")
        self.ketik(self.h.get_by_label("Nama akun"), nama)
        self.ketik(self.h.get_by_label("Kata sandi"), SANDI)
        self.h.keyboard.press("Enter")
        self.h.wait_for_url(lambda alamat: "/masuk/" not in alamat)

    def buka(self, alamat: str) -> None:
        jawaban = self.h.goto(self.situs + alamat)
        assert jawaban.status == 200, alamat

    def tuju(self, sasaran) -> None:
        """Press Tab until that element has the focus: it must be reachable so."""
        expect(sasaran).to_be_visible()
        unsur = sasaran.element_handle()
        for _ in range(250):
            if unsur.evaluate("u => u === document.activeElement"):
                return
            self.h.keyboard.press("Tab")
        raise AssertionError(f"tidak terjangkau dengan Tab: {sasaran}")

    def ketik(self, sasaran, teks: str) -> None:
        self.tuju(sasaran)
        self.h.keyboard.press("Control+a")
        self.h.keyboard.type(teks)

    def tekan(self, nama: str, peran: str = "button", **lain) -> None:
        """Enter on a button or link; the page that follows is loaded."""
        self.tuju(self.h.get_by_role(peran, name=nama, **({"exact": True} | lain)))
        with self.h.expect_navigation():
            self.h.keyboard.press("Enter")

    def centang(self, sasaran) -> None:
        self.tuju(sasaran)
        self.h.keyboard.press("Space")
        expect(sasaran).to_be_checked()

    def baca(self, pilihan: str = "main") -> str:
        return self.h.locator(pilihan).first.inner_text()

    def pesan(self) -> str:
        return " ".join(self.h.locator(".pesan").all_inner_texts())


@pytest.fixture
def kantor(live_server):
    cache.clear()
    return make_kantor_setahun()


@pytest.fixture
def sebagai(kantor, lembar, live_server):
    """A person by account: logs in through the form the first time, and keeps the browser."""
    ada: dict[str, Orang] = {}

    def _sebagai(nama: str) -> Orang:
        if nama not in ada:
            ada[nama] = Orang(lembar(LAYAR["meja"], tamu=True, locale="id-ID"), live_server.url)
            if nama != "umum":
                ada[nama].masuk(nama)
        return ada[nama]

    return _sebagai


def kisi(kantor, bulan: int) -> str:
    return f"/pengukuran/{kantor.lembar(kantor.lapas_a, bulan).pk}/"


def kotak(orang: Orang, kantor, komponen, kolom: str = "satu"):
    return orang.h.locator(f"#{kolom}-{komponen.pk}-{kantor.lapas_a.pk}")


def tunggu(orang: Orang, kantor, komponen, kode: str) -> None:
    sel = orang.h.locator(f"#k-{komponen.pk}-{kantor.lapas_a.pk}")
    expect(sel).to_have_attribute("data-status", kode)


def isi_lembar(orang: Orang, kantor, bulan: int, tiga: tuple[str, str, str], kode: str = "tersimpan") -> None:
    """Type a month into the grid: the pair, Tab between its halves, Enter to the next row."""
    orang.buka(kisi(kantor, bulan))
    orang.tuju(kotak(orang, kantor, kantor.rasio))
    orang.h.keyboard.type(tiga[0])
    orang.h.keyboard.press("Tab")
    orang.h.keyboard.type(tiga[1])
    orang.h.keyboard.press("Enter")
    orang.h.keyboard.type(tiga[2])
    orang.h.keyboard.press("Enter")
    tunggu(orang, kantor, kantor.rasio, kode)
    tunggu(orang, kantor, kantor.cacah, "tersimpan")


def ajukan(orang: Orang) -> None:
    orang.tekan("Ajukan")
    assert "diajukan" in orang.pesan()


def tempel(orang: Orang, kantor, bulan: int, blok: str) -> None:
    """A block from a spreadsheet, shown before it is stored."""
    orang.buka(kisi(kantor, bulan))
    orang.h.context.grant_permissions(["clipboard-read", "clipboard-write"])
    orang.h.evaluate("teks => navigator.clipboard.writeText(teks)", blok)
    orang.tuju(kotak(orang, kantor, kantor.rasio))
    orang.h.keyboard.press("Control+v")
    dialog = orang.h.get_by_role("dialog")
    expect(dialog).to_be_visible()
    orang.tuju(dialog.get_by_role("button", name="Simpan"))
    orang.h.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    tunggu(orang, kantor, kantor.rasio, "tersimpan")
    tunggu(orang, kantor, kantor.cacah, "tersimpan")


def pindah_bersama(orang: Orang, kata: str, nama: tuple[str, ...]) -> None:
    """Tick sheets in the inbox and lead them on together."""
    orang.buka("/pengukuran/")
    for satu in nama:
        orang.centang(orang.h.get_by_role("checkbox", name=satu, exact=True))
    orang.tekan(f"{kata} yang dicentang")
    assert f"{len(nama)} lembar dipindahkan." in orang.pesan()


def triwulan_pertama(kantor, sebagai) -> None:
    """Three months typed, pasted and confirmed; January is returned and sent again."""
    operator, kepala = sebagai("operator-a"), sebagai("kepala-a")
    operator.buka("/tugas/")
    assert "Isi dan ajukan pengukuran Januari 2024: lapas-a" in operator.baca()
    isi_lembar(operator, kantor, 1, ("61", "80", "10"))
    ajukan(operator)
    kepala.buka(kisi(kantor, 1))
    kepala.ketik(kepala.h.get_by_label("Alasan mengembalikan"), "Jumlah layanan kurang satu angka")
    kepala.tekan("Kembalikan ke draf")
    operator.buka("/tugas/")
    assert "dikembalikan: Jumlah layanan kurang satu angka" in operator.baca()
    operator.buka(kisi(kantor, 1))
    operator.ketik(kotak(operator, kantor, kantor.cacah), "101")
    operator.h.keyboard.press("Enter")
    tunggu(operator, kantor, kantor.cacah, "tersimpan")
    ajukan(operator)
    tempel(operator, kantor, 2, "62\t80\r\n102\t\r\n")
    ajukan(operator)
    isi_lembar(operator, kantor, 3, ("90", "80", "103"), "perhatian")
    operator.tuju(operator.h.get_by_role("link", name="Konfirmasi dengan alasan"))
    operator.h.keyboard.press("Enter")
    operator.h.keyboard.type("Limpahan dari bulan lalu")
    operator.h.keyboard.press("Enter")
    tunggu(operator, kantor, kantor.rasio, "tersimpan")
    assert "Limpahan dari bulan lalu" in operator.baca(".peringatan")
    ajukan(operator)
    bulan = tuple(f"lapas-a, {b} 2024" for b in ("Januari", "Februari", "Maret"))
    pindah_bersama(kepala, "Verifikasi", bulan)
    pindah_bersama(sebagai("kadiv"), "Setujui", bulan)
    pindah_bersama(sebagai("penyusun"), "Kunci", bulan)


def buka_kunci_lalu_ralat(kantor, sebagai) -> None:
    """The lock of January is opened by another than who asked, corrected, and closed by the same line again."""
    operator, penyusun = sebagai("operator-a"), sebagai("penyusun")
    operator.buka(kisi(kantor, 1))
    assert kotak(operator, kantor, kantor.cacah).count() == 0
    operator.tuju(operator.h.get_by_text("Minta kunci dibuka"))
    operator.h.keyboard.press("Enter")
    operator.ketik(operator.h.get_by_label("Alasan", exact=True), "Satu layanan tercatat dua kali")
    operator.tuju(operator.h.get_by_label("Terbuka sampai akhir tanggal"))
    operator.h.keyboard.type(f"{KELAK:%d%m%Y}")
    assert operator.h.get_by_label("Terbuka sampai akhir tanggal").input_value() == KELAK.isoformat()
    operator.tekan("Kirim permintaan")
    assert "Permintaan dikirim" in operator.pesan()
    penyusun.buka("/tugas/")
    penyusun.tekan("Jawab permintaan membuka kunci", "link", exact=False)
    assert "Satu layanan tercatat dua kali" in penyusun.baca("#pembukaan")
    penyusun.tekan("Buka kuncinya")
    operator.buka(kisi(kantor, 1))
    operator.ketik(kotak(operator, kantor, kantor.cacah), "100")
    operator.h.keyboard.press("Enter")
    tunggu(operator, kantor, kantor.cacah, "tersimpan")
    ajukan(operator)
    for siapa, kata in (("kepala-a", "Verifikasi"), ("kadiv", "Setujui"), ("penyusun", "Kunci")):
        pindah_bersama(sebagai(siapa), kata, ("lapas-a, Januari 2024",))
    sel = Realisasi.objects.get(komponen=kantor.cacah, satker=kantor.lapas_a, tahun=TAHUN, bulan=1)
    assert (sel.nilai, kantor.lembar(kantor.lapas_a, 1).status) == (100, "dikunci")


def sisa_setahun(kantor, sebagai) -> None:
    """The other months, stored as the same people would; the office's own December goes up in the browser."""
    garis = [("kadiv", Tindakan.SETUJUI), ("penyusun", Tindakan.KUNCI)]
    for operator, kepala, satker, unit, bulan in (
        ("operator-a", "kepala-a", kantor.lapas_a, None, SETAHUN[3:]),
        ("operator-b", "kepala-b", kantor.lapas_b, None, SETAHUN),
        ("operator-divisi", "kepala-bidang", kantor.kanwil, kantor.divisi, SETAHUN),
    ):
        for satu in bulan:
            isi_bulan(kantor, operator, satu)
        langkah = [(operator, Tindakan.AJUKAN), (kepala, Tindakan.VERIFIKASI), *garis]
        naikkan(kantor, langkah, [kantor.lembar(satker, b, unit) for b in bulan])
    kanwil = [kantor.lembar(kantor.kanwil, b) for b in SETAHUN]
    naikkan(kantor, [("penyusun", Tindakan.AJUKAN), ("sekretaris", Tindakan.VERIFIKASI)], kanwil)
    atas = [("pimpinan", Tindakan.SETUJUI), ("penyusun", Tindakan.KUNCI)]
    naikkan(kantor, atas, kanwil[:-1])
    pindah_bersama(sebagai("pimpinan"), "Setujui", ("kanwil, Desember 2024",))
    pindah_bersama(sebagai("penyusun"), "Kunci", ("kanwil, Desember 2024",))
    assert not LembarPengukuran.objects.filter(tahun=TAHUN).exclude(status="dikunci").exists()


def tulis_di_peramban(kantor, sebagai) -> None:
    """The division writes the cause of its first indikator, its head approves."""
    penulis, kepala = sebagai("operator-divisi"), sebagai("kadiv")
    satu = Narasi.objects.get(bagian="penyebab", indikator=kantor.rasio.indikator).penulisan
    alamat = f"/kanwil/{TAHUN}/susun/narasi/{satu.pk}/"
    penulis.buka(alamat)
    penulis.ketik(penulis.h.get_by_label("Teks", exact=True), f"## Sebab\n\n{TEKS}")
    penulis.tekan("Simpan")
    assert "versi 1" in penulis.pesan()
    penulis.tekan("Ajukan untuk diperiksa")
    kepala.buka(alamat)
    kepala.tekan("Setujui")
    satu.refresh_from_db()
    assert (satu.status, satu.pemeriksa) == ("disetujui", kantor.orang["kadiv"])
    assert tulis_sisa_narasi(kantor) > 20


def naik_sampai_meja_pimpinan(kantor, sebagai) -> None:
    susun = f"/kanwil/{TAHUN}/susun/"
    sebagai("pimpinan").buka(susun)
    sebagai("pimpinan").tekan("Mulai dari langkah pertama")
    for nomor, siapa in enumerate(NAIK, 1):
        orang = sebagai(siapa)
        orang.buka(susun)
        if nomor == 4:
            orang.tekan("Bagikan narasi kepada pemiliknya")
            tulis_di_peramban(kantor, sebagai)
            orang.buka(susun)
        orang.tekan("Selesai, teruskan")
        assert "Langkah dicatat." in orang.pesan(), (nomor, siapa)


def telaah(kantor, sebagai) -> None:
    """What is fatal stands in the way until another person than who asks waives it."""
    penyusun, pimpinan, temuan = sebagai("penyusun"), sebagai("pimpinan"), f"/kanwil/{TAHUN}/temuan/"
    penyusun.buka(temuan)
    penyusun.tekan("Periksa laporan sekarang")
    fatal = penyusun.h.locator("article", has_text="fatal ·")
    banyak = fatal.count()
    assert f"{banyak} temuan fatal menghalangi" in penyusun.baca()
    assert "rentang-pagu" in fatal.first.inner_text()
    for kartu in [fatal.nth(n) for n in range(banyak)]:
        penyusun.tuju(kartu.get_by_text("Minta pengecualian"))
        penyusun.h.keyboard.press("Enter")
        penyusun.ketik(kartu.get_by_label("Alasan"), "Pagu minus, revisi DIPA menyusul")
        penyusun.tuju(kartu.get_by_label("Berlaku sampai"))
        penyusun.h.keyboard.type(f"{KELAK:%d%m%Y}")
        penyusun.tuju(kartu.get_by_role("button", name="Minta", exact=True))
        with penyusun.h.expect_navigation():
            penyusun.h.keyboard.press("Enter")
    assert penyusun.h.get_by_role("button", name="Setujui", exact=True).count() == 0
    assert f"{banyak} temuan fatal menghalangi" in penyusun.baca()
    pimpinan.buka(f"/kanwil/{TAHUN}/susun/tanda-tangan/")
    assert "Temuan fatal" in pimpinan.baca(".halangan")
    pimpinan.buka(temuan)
    for _ in range(banyak):
        setujui_satu(pimpinan)
    assert "Tidak ada yang menghalangi laporan diselesaikan" in pimpinan.baca()


def setujui_satu(orang: Orang) -> None:
    orang.tuju(orang.h.get_by_role("button", name="Setujui", exact=True).first)
    with orang.h.expect_navigation():
        orang.h.keyboard.press("Enter")


def tanda_tangan(sebagai) -> LaporanFinal:
    """What is missing is accepted by name; then the report is frozen."""
    pimpinan = sebagai("pimpinan")
    pimpinan.buka(f"/kanwil/{TAHUN}/susun/")
    pimpinan.tekan("Periksa dan tanda tangani", "link")
    assert "Temuan fatal" not in pimpinan.baca(".halangan")
    for kelompok in pimpinan.h.locator(".halangan details:not([open]) > summary").all():
        pimpinan.tuju(kelompok)
        pimpinan.h.keyboard.press("Enter")
    for satu in pimpinan.h.locator(".halangan input").all():
        pimpinan.centang(satu)
    pimpinan.ketik(pimpinan.h.get_by_label("Alasan laporan ditandatangani"), "Datanya dikelola unit lain")
    pimpinan.tekan("Tanda tangani dan bekukan")
    final = LaporanFinal.objects.get()
    assert final.kode in pimpinan.pesan()
    return final


def unduh_dan_sahkan(sebagai, final: LaporanFinal, tmp_path) -> None:
    """The code stands on every page of the PDF, and anybody may ask whether it is genuine."""
    pimpinan, umum = sebagai("pimpinan"), sebagai("umum")
    pimpinan.tuju(pimpinan.h.get_by_role("link", name=re.compile("PDF")))
    with pimpinan.h.expect_download() as unduhan:
        pimpinan.h.keyboard.press("Enter")
    letak = tmp_path / "lkjip.pdf"
    unduhan.value.save_as(letak)
    with pypdfium2.PdfDocument(letak) as pdf:
        halaman = [satu.get_textpage().get_text_range() for satu in pdf]
    assert len(halaman) > 10
    assert all(final.kode in teks for teks in halaman)
    umum.buka("/sahkan/")
    umum.ketik(umum.h.get_by_label("Kode verifikasi"), final.kode)
    umum.tekan("Periksa kode")
    assert "Sah dan berlaku." in umum.baca()
    umum.h.get_by_label("Berkas naskah").set_input_files(letak)
    umum.tekan("Periksa berkas")
    assert "sama persis" in umum.baca()


def tidak_dapat_diubah(kantor, sebagai, capsys) -> None:
    """Not in the grid, not in the texts, not past the program; and the trail of all of it is whole."""
    operator, penulis = sebagai("operator-a"), sebagai("operator-divisi")
    operator.buka(kisi(kantor, 12))
    assert kotak(operator, kantor, kantor.cacah).count() == 0
    narasi = Narasi.objects.get(bagian="penyebab", indikator=kantor.rasio.indikator)
    penulis.buka(f"/kanwil/{TAHUN}/susun/narasi/{narasi.penulisan.pk}/")
    assert penulis.h.get_by_label("Teks", exact=True).count() == 0
    for ubah in (
        lambda: Realisasi.objects.filter(tahun=TAHUN).update(nilai=1),
        lambda: Narasi.objects.filter(pk=narasi.pk).update(isi="lain"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            ubah()
    assert main(["verify-jejak", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["utuh"] is True


def lihat_semua(kantor, sebagai, tmp_path) -> None:
    """The main pages on a desk, in the hand and enlarged: nothing wider than the screen, nothing axe objects to."""
    narasi = Narasi.objects.filter(satker=kantor.kanwil).exclude(indikator=None).first().penulisan.pk
    tahun = f"/kanwil/{TAHUN}"
    semua = {
        "operator-a": ("/tugas/", "/papan/", kisi(kantor, 3), kisi(kantor, 3) + "PAS-1.1/"),
        "kadiv": ("/pengukuran/", f"{tahun}/pengisian/", f"{tahun}/susun/narasi/{narasi}/"),
        "penyusun": (f"{tahun}/susun/", f"{tahun}/temuan/", f"{tahun}/riwayat/", f"{tahun}/target/"),
        "pimpinan": ("/papan/", f"{tahun}/", f"{tahun}/indikator/PAS-1.1/", f"{tahun}/susun/tanda-tangan/"),
        "umum": ("/masuk/", "/sahkan/"),
    }
    for siapa, alamat in semua.items():
        for satu in alamat:
            lihat(sebagai(siapa), satu, tmp_path / f"{siapa}{satu.rstrip('/').replace('/', '-')}")


def lihat(orang: Orang, alamat: str, gambar) -> None:
    orang.buka(alamat)
    for nama, ukuran in UKURAN.items():
        orang.h.set_viewport_size(ukuran)
        orang.h.screenshot(path=gambar.with_name(f"{gambar.name}-{nama}.png"), full_page=True)
        assert find_pelanggaran(orang.h) == [], (alamat, nama)
        assert hitung_luapan(orang.h) == 0, (alamat, nama)
    orang.h.set_viewport_size(LAYAR["meja"])


def test_setahun(kantor, sebagai, tmp_path, capsys):
    triwulan_pertama(kantor, sebagai)
    buka_kunci_lalu_ralat(kantor, sebagai)
    sisa_setahun(kantor, sebagai)
    naik_sampai_meja_pimpinan(kantor, sebagai)
    telaah(kantor, sebagai)
    final = tanda_tangan(sebagai)
    unduh_dan_sahkan(sebagai, final, tmp_path)
    tidak_dapat_diubah(kantor, sebagai, capsys)
    lihat_semua(kantor, sebagai, tmp_path)
