"""Two languages: the catalogue is whole, Indonesian is the default, English shows no Indonesian but what it quotes."""

import ast
import io
import re
import threading
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings
from django.test import TestCase
from django.utils import translation
from lxml import html
from perkakas import bahasa
from tests.web.kantor_contoh import ALAMAT, HALAMAN, KUNCI, load_contoh
from tests.web.layar import LAYAR, find_pelanggaran, hitung_luapan

from kinerja.antarmuka.web.bahasa import dalam_bahasa_laporan
from kinerja.perencanaan.models import Indikator
from kinerja.perencanaan.queries import list_kantor

pytestmark = pytest.mark.satu_mesin

KUKI = settings.LANGUAGE_COOKIE_NAME
SISIPAN = re.compile(r"%\(\w+\)[sd]|%%|<[^>]+>")
KATA = re.compile(r"(?<![\w.-])[A-Za-z]{2,}(?!\w|[.-]\w)")
DIBACA = "//text()|//@aria-label|//@title|//@alt|//@placeholder|//@data-label"


def list_rumusan(pesan) -> list[tuple[str, str]]:
    """The Indonesian and the English wordings of a message, side by side."""
    ganda = isinstance(pesan.id, tuple)
    return list(zip(pesan.id, pesan.string, strict=True)) if ganda else [(pesan.id, pesan.string)]


def list_luput(kode: str) -> list[str]:
    """The gettext calls whose text is not written out in the call, so that nothing can collect it."""
    panggilan = [c for c in ast.walk(ast.parse(kode)) if isinstance(c, ast.Call)]
    gettext = [c for c in panggilan if ast.unparse(c.func).rpartition(".")[2] in bahasa.KATA_KUNCI]
    return [ast.unparse(c) for c in gettext if not isinstance(c.args[0], ast.Constant)]


@pytest.fixture(scope="module")
def katalog():
    return bahasa.read_katalog()


def list_kunci(katalog) -> set[tuple]:
    return {(m.context, m.id) for m in katalog if m.id}


class TestKatalog:
    def test_memuat_setiap_teks_dan_tidak_lebih(self, katalog):
        assert list_kunci(katalog) == list_kunci(bahasa.extract()), "run `make bahasa`"

    def test_semuanya_diterjemahkan_dan_tidak_ada_yang_kira_kira(self, katalog):
        assert len(katalog) > 300
        assert bahasa.list_belum_diterjemahkan(katalog) == []
        assert [m.id for m in katalog if m.id and m.fuzzy] == []
        assert not katalog.obsolete

    def test_sisipan_dan_penanda_sama(self, katalog):
        for pesan in katalog:
            for asal, hasil in list_rumusan(pesan) if pesan.id else ():
                assert sorted(SISIPAN.findall(asal)) == sorted(SISIPAN.findall(hasil)), asal
            assert list(pesan.check(katalog)) == []

    def test_yang_dipakai_sama_dengan_yang_dibaca_orang(self, katalog):
        assert bahasa.KATALOG.with_suffix(".mo").read_bytes() == bahasa.compile_katalog(katalog)

    def test_bahasa_indonesia_tidak_berubah(self, katalog):
        # Django brings an Indonesian catalogue of its own whose keys are English.
        asal = [teks for m in katalog if m.id for teks, _ in list_rumusan(m)]
        with translation.override("id"):
            assert [teks for teks in asal if translation.gettext(teks) != teks] == []

    def test_teks_dalam_templat_ditemukan_dalam_segala_bentuk(self):
        templat = """{% load i18n %}<p>(tidak</p>
  {% translate "satu" %}{% translate 'dua' context "k" as x %} {# _("bukan") #}
      {{ y|default:_("tiga") }}{% include "z" with w=_("empat") %}
{% blocktranslate count n=n with a=b %}lima {{ n }} {{ a }} 100%{% plural %}enam {{ n }}{% endblocktranslate %}
"""
        hasil = list(bahasa.extract_templat(io.BytesIO(templat.encode()), bahasa.KATA_KUNCI, [], options={}))
        assert [pesan for _, _, pesan, _ in hasil] == [
            "satu",
            ("k", "dua"),
            "tiga",
            "empat",
            ("lima %(n)s %(a)s 100%%", "enam %(n)s", None),
        ]

    def test_teks_dalam_kode_ditemukan_dalam_segala_bentuk(self):
        kode = """_("satu"); t.ngettext("dua", "tiga", n); f"{_('empat')} {x}"
pgettext("k", "lima" " enam"); _join("x")"""
        hasil = list(bahasa.extract_kode(io.BytesIO(kode.encode()), bahasa.KATA_KUNCI, [], options={}))
        assert {teks for _, _, teks, _ in hasil} == {
            ("satu",),
            ("dua", "tiga", None),
            ("empat",),
            ("k", "lima enam"),
        }

    def test_tidak_ada_teks_yang_luput_dari_pengumpul(self):
        assert list_luput('_("a"); _join(x)') == []
        assert list_luput('_(f"b {x}"); gettext_lazy("a" + b)') == ["_(f'b {x}')", "gettext_lazy('a' + b)"]
        luput = {(b.parent.name, k) for b in bahasa.SUMBER.rglob("*.py") for k in list_luput(b.read_text())}
        assert luput == {
            ("web", "translation.gettext(kata)"),
            ("cli", "_baca_katalog(get_bahasa()).gettext(teks)"),
        }

    def test_yang_belum_diterjemahkan_disebut(self):
        katalog = bahasa.Catalog(locale="en")
        katalog.add("sudah", "done")
        katalog.add("belum")
        katalog.add(("satu", "banyak"), ("one", ""))
        assert bahasa.list_belum_diterjemahkan(katalog) == ["belum", "('satu', 'banyak')"]


def tukar_pesan(mulai: threading.Event, lanjut: threading.Event):
    @dalam_bahasa_laporan
    def isi() -> str:
        mulai.set()
        assert lanjut.wait(10)
        return translation.get_language()

    return isi


def test_bahasa_laporan_tidak_bocor_ke_pembaca_lain():
    masuk, keluar, hasil = threading.Event(), threading.Event(), []

    def pembaca_inggris() -> None:
        with translation.override("en"):
            hasil.append(tukar_pesan(masuk, keluar)())
            hasil.append(translation.get_language())

    utas = threading.Thread(target=pembaca_inggris)
    utas.start()
    assert masuk.wait(10)
    selesai = threading.Event()
    selesai.set()
    with translation.override("id"):
        tukar_pesan(threading.Event(), selesai)()
    keluar.set()
    utas.join(10)
    assert hasil == ["id", "en"]


class TestHalaman(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        load_contoh()

    def buka(self, alamat: str, kode: int = 200) -> str:
        jawaban = self.client.get(alamat)
        assert jawaban.status_code == kode, alamat
        return jawaban.content.decode()

    def pilih(self, kode: str) -> None:
        self.client.cookies[KUKI] = kode

    def test_selalu_indonesia_apa_pun_kata_peramban(self):
        jawaban = self.client.get(ALAMAT, headers={"accept-language": "en-US,en;q=0.9"})
        assert '<html lang="id">' in jawaban.content.decode()
        assert "Belum tercapai" in jawaban.content.decode()
        assert jawaban["Content-Language"] == "id"
        assert "cookie" in jawaban["Vary"].lower()
        assert "accept-language" not in jawaban["Vary"].lower()

    def test_pilihan_yang_tidak_dikenal_diabaikan(self):
        for kode in ("", "fr", "EN", "en-us", "../en"):
            with self.subTest(kode):
                self.pilih(kode)
                assert '<html lang="id">' in self.buka(ALAMAT)

    def test_pilihan_hanya_berlaku_untuk_yang_memilih(self):
        self.pilih("en")
        assert '<html lang="en">' in self.buka(ALAMAT)
        assert translation.get_language() == "id"
        del self.client.cookies[KUKI]
        assert '<html lang="id">' in self.buka(ALAMAT)

    def test_kata_indonesia_hanya_pada_yang_ditandai(self):
        self.pilih("en")
        terlarang = list_kata_indonesia()
        assert {"belum", "tercapai", "ringkasan", "jumlah", "unduh"} <= terlarang
        data = "|".join(map(re.escape, sorted(list_data(), key=len, reverse=True)))
        for alamat, kode in (*((h, 200) for h in HALAMAN), ("/x/2023/", 404), (f"{ALAMAT}unduh/exe/", 404)):
            with self.subTest(alamat):
                isi = re.sub(data, " ", baca_tanpa_kutipan(self.buka(alamat, kode)))
                assert len(KATA.findall(isi)) > 30
                assert {k.lower() for k in KATA.findall(isi)} & terlarang == set()

    def test_yang_dikutip_ditandai(self):
        self.pilih("en")
        halaman = html.fromstring(self.buka(f"{ALAMAT}indikator/PAS-2.1/"))
        tertanda = " ".join(halaman.xpath("//*[@lang='id']//text()"))
        for kutipan in ("Persentase menurunnya", "Dari target 90% terealisasi", "realisasi / target × 100%"):
            assert kutipan in tertanda
        assert halaman.xpath("//main//h1/@lang") == ["id"]
        assert html.fromstring(self.buka(f"{ALAMAT}laporan/")).xpath("//div[@lang='id']//*[@class='lkjip']")

    def test_kata_di_antara_angka_ikut_bahasa_halaman(self):
        self.pilih("en")
        isi = self.buka(ALAMAT)
        assert re.search(r"Rp\d+(,\d)? billion", isi)
        assert "against" in isi
        assert "in force since 1 January 2023" in self.buka(f"{ALAMAT}indikator/PAS-2.1/")

    def test_csv_memakai_bahasa_halaman_dengan_angka_yang_sama(self):
        indonesia = self.client.get(f"{ALAMAT}indikator.csv").content.decode("utf-8-sig")
        self.pilih("en")
        jawaban = self.client.get(f"{ALAMAT}indikator.csv")
        inggris = jawaban.content.decode("utf-8-sig")
        assert inggris.startswith("Code;Indicator;")
        assert "the higher the better" in inggris
        assert f'"indicators-{KUNCI}-' in jawaban["Content-Disposition"]
        angka = re.compile(r"(?<=;)-?\d+(?:,\d+)?(?=;)")
        assert angka.findall(inggris) == angka.findall(indonesia)

    def test_laporan_sama_dalam_bahasa_apa_pun(self):
        indonesia = html.fromstring(self.buka(f"{ALAMAT}laporan/")).xpath("//*[@class='lkjip']")[0]
        berkas = self.client.get(f"{ALAMAT}unduh/html/")
        isi = b"".join(berkas.streaming_content)
        self.pilih("en")
        inggris = html.fromstring(self.buka(f"{ALAMAT}laporan/")).xpath("//*[@class='lkjip']")[0]
        assert html.tostring(inggris) == html.tostring(indonesia)
        jawaban = self.client.get(f"{ALAMAT}unduh/html/")
        assert b"".join(jawaban.streaming_content) == isi
        assert jawaban["ETag"] == berkas["ETag"]
        assert jawaban["Content-Language"] == "id"
        assert "private" in jawaban["Cache-Control"]

    def test_pengalih_kembali_ke_halaman_yang_sama(self):
        for alamat in (*HALAMAN, f"{ALAMAT}indikator/?q=a%26b&urut=capaian", "/tidak/ada/?x=//evil.example"):
            with self.subTest(alamat):
                self.client.cookies.clear()
                tautan = html.fromstring(self.client.get(alamat).content).xpath("//a[@hreflang='en']/@href")
                jawaban = self.client.get(tautan[0])
                assert (jawaban.status_code, jawaban["Location"]) == (302, alamat)
                assert '<html lang="en">' in self.client.get(jawaban["Location"]).content.decode()

    def test_pilihan_diingat_dan_aman(self):
        kuki = self.client.get("/bahasa/en/", secure=True).cookies[KUKI]
        assert (kuki.value, kuki["httponly"], kuki["samesite"], kuki["secure"]) == ("en", True, "Lax", True)
        assert kuki["max-age"] >= 30 * 24 * 3600
        assert self.client.get("/bahasa/id/").cookies[KUKI].value == "id"

    def test_bahasa_yang_tidak_ada_dijelaskan(self):
        isi = self.buka("/bahasa/fr/?kembali=/", 404)
        assert "Halaman tidak tersedia dalam bahasa “fr”." in unescape(isi)
        assert self.client.post("/bahasa/en/").status_code == 405


@pytest.mark.parametrize(
    "tujuan",
    [
        "",
        "kanwil",
        "?x",
        "//evil.example",
        "//evil.example/",
        "///evil.example",
        "////evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "\\/evil.example",
        "/\\/evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "\t//evil.example",
        " //evil.example",
        "/ /evil.example",
        "\x00//evil.example",
        "http://evil.example",
        "https:evil.example",
        "http:///evil.example",
        "HTTP:\\\\evil.example",
        "//testserver@evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "/%2F/evil.example",
        "/..//evil.example",
        "/\r\nSet-Cookie: a=b",
        "http://testserver/",
    ],
)
def test_pengalih_tidak_pernah_membawa_ke_situs_lain(client, tujuan):
    jawaban = client.get("/bahasa/en/", {"kembali": tujuan})
    letak = jawaban["Location"]
    assert jawaban.status_code == 302
    assert re.match(r"/(?![/\\])", letak)
    assert not re.search(r"[\x00-\x20\\]", letak)
    assert urlsplit(urljoin("http://testserver/bahasa/en/", letak)).netloc == "testserver"
    assert set(jawaban.cookies) == {KUKI}


def list_kata_indonesia() -> set[str]:
    """The words of the Indonesian texts that no English text uses."""
    rumusan = [r for m in bahasa.read_katalog() if m.id for r in list_rumusan(m)]
    indonesia = {k.lower() for asal, _ in rumusan for k in KATA.findall(SISIPAN.sub(" ", asal))}
    inggris = {k.lower() for _, hasil in rumusan for k in KATA.findall(SISIPAN.sub(" ", hasil))}
    return indonesia - inggris


def list_data() -> set[str]:
    """Names and units of the sample office that stand in titles and beside numbers."""
    indikator = Indikator.objects.select_related("penanggung_jawab")
    nama = {k.nama for k in list_kantor()} | {
        i.penanggung_jawab.nama for i in indikator if i.penanggung_jawab
    }
    return nama | {i.satuan for i in indikator if i.satuan != "%"} | {"Bahasa Indonesia"}


def baca_tanpa_kutipan(isi: str) -> str:
    """What a reader of an English page sees or hears, without the parts marked as Indonesian."""
    halaman = html.fromstring(isi)
    for kutipan in halaman.xpath("//*[@lang='id'] | //code | //script"):
        kutipan.drop_tree()
    return " ".join(" ".join(halaman.xpath(DIBACA)).split())


def test_pindah_bahasa_di_peramban_tanpa_skrip(situs, lembar):
    satu = lembar(LAYAR["genggam"], java_script_enabled=False, locale="en-US")
    alamat = f"{situs}{ALAMAT}indikator/?q=anak&status=tercapai"
    satu.goto(alamat)
    assert satu.get_by_role("heading", level=1).inner_text() == "Indikator kinerja 2023"
    satu.get_by_role("link", name="English").click()
    assert satu.url == alamat
    assert satu.get_by_role("heading", level=1).inner_text() == "Performance indicators 2023"
    assert satu.get_by_role("link", name="English").get_attribute("aria-current") == "true"
    satu.get_by_role("link", name="Summary", exact=True).click()
    assert satu.get_by_role("heading", name="Not reached (").count() == 1
    satu.get_by_role("link", name="Bahasa Indonesia").click()
    assert satu.get_by_role("heading", name="Belum tercapai (").count() == 1


@pytest.mark.parametrize("ukuran", LAYAR.values(), ids=LAYAR)
def test_halaman_inggris_memenuhi_wcag_dan_muat_di_layar(situs, lembar, ukuran):
    satu = lembar(ukuran)
    satu.context.add_cookies([{"name": KUKI, "value": "en", "url": situs}])
    for alamat in (ALAMAT, f"{ALAMAT}indikator/PAS-1.1/", f"{ALAMAT}kelengkapan/"):
        satu.goto(situs + alamat)
        assert satu.locator("html").get_attribute("lang") == "en"
        assert hitung_luapan(satu) == 0, alamat
        assert find_pelanggaran(satu) == [], alamat
