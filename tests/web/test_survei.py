"""Surveys on the web: a form for everybody, a grid for paper, a page of results; what is forged is told kindly."""

import time

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.pengukuran.kantor import PADA, Kantor
from tests.survei.kantor import buka, jawab, make_kantor_survei
from tests.web.layar import LAYAR, find_pelanggaran, hitung_luapan
from tests.web.orang import login

from kinerja.antarmuka.web.survei.publik import GARAM
from kinerja.survei.models import Jawaban, NilaiJawaban, Survei, UnsurSurvei
from kinerja.survei.operations.jawaban import submit_jawaban
from kinerja.survei.operations.survei import close_survei

UNSUR = [f"U{n}" for n in range(1, 10)]


@pytest.fixture
def kantor(db) -> Kantor:
    return make_kantor_survei()


@pytest.fixture
def operator(kantor) -> Client:
    klien = Client()
    login(klien, kantor.orang["operator-a"])
    return klien


def isi_formulir(survei: Survei, *, detik: int = 60, tanda: str = "a" * 32, **lain: str) -> dict[str, str]:
    """The form as a browser sends it that many seconds after it was shown."""
    isi = {"survei": survei.pk, "tanda": tanda, "saat": int(time.time()) - detik}
    return {"formulir": signing.dumps(isi, salt=GARAM)} | {f"jawaban-{u}": "4" for u in UNSUR} | lain


def tutup(kantor: Kantor, survei: Survei) -> None:
    assert close_survei(survei=survei, oleh=kantor.orang["operator-a"], pada=PADA) == ()


@pytest.mark.satu_mesin
def test_formulir_daring(kantor):
    survei, tamu = buka(kantor), Client()
    alamat = f"/s/{survei.rahasia}/"
    halaman = tamu.get(alamat)
    assert halaman.status_code == 200
    assert "sesi" not in tamu.cookies
    for kunci, isi, status in (
        ("kurang", {**isi_formulir(survei), "jawaban-U3": "5"}, 422),
        ("cepat", isi_formulir(survei, detik=0), 422),
        ("lama", isi_formulir(survei, detik=60) | {"formulir": "palsu"}, 422),
        ("perangkap", isi_formulir(survei, situs="http://contoh"), 302),
        ("lain", isi_formulir(Survei(pk=survei.pk + 1)), 422),
    ):
        assert tamu.post(alamat, isi).status_code == status, kunci
        assert not Jawaban.objects.exists()
    for _ in range(2):
        assert tamu.post(alamat, isi_formulir(survei)).url == f"{alamat}terima-kasih/"
    assert (Jawaban.objects.count(), NilaiJawaban.objects.count()) == (1, 9)
    salah = tamu.post(alamat, {**isi_formulir(survei), "jawaban-U3": ""}).content.decode()
    assert 'id="galat-U3"' in salah
    assert salah.count("checked") == 8


@pytest.mark.satu_mesin
def test_tautan_palsu_survei_ditutup_dan_kelompok_kecil(kantor, settings):
    survei, tamu = buka(kantor), Client()
    for ekor in ("", "terima-kasih/", "hasil/"):
        assert tamu.get(f"/s/{survei.rahasia[:-1]}x/{ekor}").status_code == 404
    jawab(kantor, survei, 4, 3)
    assert "masih berjalan" in tamu.get(f"/s/{survei.rahasia}/hasil/").content.decode()
    tutup(kantor, survei)
    assert tamu.post(f"/s/{survei.rahasia}/", isi_formulir(survei)).status_code == 410
    kecil = tamu.get(f"/s/{survei.rahasia}/hasil/").content.decode()
    assert "terlalu sedikit" in kecil
    assert "87,50" not in kecil
    settings.SURVEI_KELOMPOK_KECIL = 2
    assert "87,50" in tamu.get(f"/s/{survei.rahasia}/hasil/").content.decode()
    assert Jawaban.objects.count() == 2


@pytest.mark.satu_mesin
def test_batas_laju(kantor):
    survei, tamu = buka(kantor), Client()
    kode = [tamu.post(f"/s/{survei.rahasia}/", {"formulir": "x"}).status_code for _ in range(61)]
    assert (set(kode[:60]), kode[60]) == ({422}, 429)


@pytest.mark.satu_mesin
def test_kertas_berkas_dan_menutup(kantor, operator):
    survei = buka(kantor, populasi=120)
    alamat = f"/survei/{survei.pk}/"
    kisi = {
        "formulir": "f" * 32,
        "banyak": "2",
        "0-U1": "9",
        "0-U2": "4",
        "tempelan": "1\t2\t3\t4\t4\t4\t4\t4\t4\n",
    }
    ditolak = operator.post(f"{alamat}kertas/", kisi)
    assert ditolak.status_code == 422
    assert 'value="9" aria-invalid="true"' in ditolak.content.decode()
    assert not Jawaban.objects.exists()
    baik = kisi | {f"0-{u}": "4" for u in UNSUR}
    assert operator.post(f"{alamat}kertas/", baik).status_code == 302
    assert operator.post(f"{alamat}kertas/", baik).status_code == 422  # sent twice
    assert operator.post(f"{alamat}kertas/", {"banyak": "99999999", "formulir": "x"}).status_code == 422
    assert Jawaban.objects.count() == 2
    templat = operator.get(f"{alamat}templat.xlsx").content
    for isi in (templat, b"bukan xlsx", None):
        berkas = {} if isi is None else {"berkas": SimpleUploadedFile("a.xlsx", isi)}
        assert operator.post(f"{alamat}unggah/", berkas).status_code == 422
    assert operator.post(f"{alamat}populasi/", {"populasi": "seratus"}).status_code == 422
    assert operator.post(f"{alamat}tutup/").status_code == 302
    hasil = operator.get(alamat).content.decode()
    assert "Uraian nilai" in hasil
    assert "PAS-1.2" in hasil
    assert operator.get(f"{alamat}hasil.xlsx").content[:2] == b"PK"
    assert operator.get(f"{alamat}kertas/").status_code == 422


@pytest.mark.satu_mesin
def test_instrumen_tanpa_unsur_hanya_menerima_hasil(kantor, operator):
    UnsurSurvei.objects.filter(instrumen__kode="ipk-internal").delete()
    isi = {"tahun": "2024", "instrumen": "ipk-internal", "satker": "lapas-a", "bulan": "3"}
    alamat = operator.post("/survei/baru/", isi).url
    halaman = operator.get(alamat).content.decode()
    assert "tidak mempunyai pertanyaan" in halaman
    assert 'id="tautan-survei"' not in halaman
    survei = Survei.objects.get(instrumen__kode="ipk-internal")
    assert Client().get(f"/s/{survei.rahasia}/").status_code == 410
    for cara in (operator.get(f"{alamat}kertas/"), operator.get(f"{alamat}templat.xlsx")):
        assert "tanpa_unsur" in cara.content.decode()
    ditolak = submit_jawaban(survei=survei, isian={}, tanda="t" * 32, pada=timezone.now())
    assert [t.kode for t in ditolak] == ["tanpa_unsur"]
    assert operator.post(f"{alamat}agregat/", {"responden": "9", "nilai": "3,5"}).status_code == 302


@pytest.mark.satu_mesin
def test_membuka_survei_dan_mengisi_hasilnya(kantor, operator):
    assert operator.get("/survei/baru/").url == "/survei/#baru"
    isi = {"tahun": "2024", "instrumen": "skm", "satker": "lapas-a", "bulan": "3", "populasi": "1.200"}
    for salah in ({"populasi": "banyak"}, {"bulan": "13"}, {"instrumen": "x"}):
        assert operator.post("/survei/baru/", isi | salah).status_code == 422
    assert operator.post("/survei/baru/", isi | {"satker": "lapas-b"}).status_code == 404
    alamat = operator.post("/survei/baru/", isi).url
    assert operator.post("/survei/baru/", isi).status_code == 422
    for salah in ({"nilai": "seratus"}, {"nilai": "97,12345"}, {"nilai": "101"}, {}):
        assert operator.post(f"{alamat}agregat/", {"responden": "9", **salah}).status_code == 422
    assert operator.post(f"{alamat}agregat/", {"responden": "9", "nilai": "97,32"}).status_code == 302
    assert operator.post(f"{alamat}buka/", {"alasan": ""}).status_code == 422
    daftar = operator.get("/survei/?tahun=2024&indikator=PAS-1.2").content.decode()
    assert "97,32" in daftar
    assert operator.get("/survei/?tahun=2024&indikator=X").content.decode().count("97,32") == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.satu_mesin
def test_di_peramban_tanpa_javascript(peramban, live_server):
    """A phone answers nine questions by thumb without a script; every page fits and keeps the rules of access."""
    kantor = make_kantor_survei()
    survei = buka(kantor, populasi=12)
    klien = Client()
    login(klien, kantor.orang["operator-a"])
    for ukuran in LAYAR.values():
        konteks = peramban.new_context(viewport=ukuran, java_script_enabled=True)
        konteks.add_cookies([{"name": "sesi", "value": klien.cookies["sesi"].value, "url": live_server.url}])
        halaman = konteks.new_page()
        for jalur in (
            f"/s/{survei.rahasia}/",
            "/survei/?tahun=2024",
            f"/survei/{survei.pk}/",
            f"/survei/{survei.pk}/kertas/",
        ):
            halaman.goto(live_server.url + jalur)
            assert (jalur, find_pelanggaran(halaman), hitung_luapan(halaman)) == (jalur, [], 0)
        halaman.locator("[name='0-U9']").press("Enter")
        assert halaman.evaluate("document.activeElement.name") == "1-U1"
        konteks.close()
    konteks = peramban.new_context(viewport=LAYAR["genggam"], java_script_enabled=False)
    halaman = konteks.new_page()
    halaman.goto(f"{live_server.url}/s/{survei.rahasia}/")
    for n in range(9):
        pilihan = halaman.locator("fieldset").nth(n).locator("label").nth(3)
        assert pilihan.bounding_box()["height"] >= 44
        pilihan.click()
    halaman.wait_for_timeout(3100)
    halaman.get_by_role("button", name="Kirim jawaban").click()
    assert halaman.get_by_role("heading", name="Terima kasih").is_visible()
    konteks.close()
    assert Jawaban.objects.get().nilai.count() == 9
