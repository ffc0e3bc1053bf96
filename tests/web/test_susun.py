"""A text written in the browser, and a report signed on the web; seen with axe and by keyboard."""

import io

import pytest
from django.conf import settings as pengaturan
from django.test import Client
from docx import Document
from tests.pelaporan.rantai import PADA, TAHUN, Kantor, make_kantor
from tests.web.layar import LAYAR, find_pelanggaran, hitung_luapan
from tests.web.orang import login

from kinerja.pelaporan.models import CakupanLaporan, LaporanFinal, Narasi, PenulisanNarasi
from kinerja.pelaporan.operations.penulisan import compute_sidik_teks, open_penulisan

URUTAN = ("kakanwil", "kadivmin", "kabag", "kasubbag", "staf", "kasubbag", "kabag", "kadivmin")


@pytest.fixture(autouse=True)
def _gudang(settings, tmp_path):
    gudang = dict(settings.STORAGES)
    gudang["bukti"] = gudang["bukti"] | {"OPTIONS": {"location": tmp_path / "bukti"}}
    settings.STORAGES = gudang


@pytest.fixture
def kantor(dunia) -> Kantor:
    hasil = make_kantor(dunia)
    open_penulisan(satker=hasil.satker, tahun=TAHUN, tenggat=None, oleh=hasil["kasubbag"], pada=PADA)
    return hasil


def sebagai(kantor: Kantor, nama: str) -> Client:
    klien = Client()
    login(klien, kantor[nama])
    return klien


def alamat(kantor: Kantor, lanjut: str = "") -> str:
    return f"/{kantor.satker.kunci}/{TAHUN}/susun/{lanjut}"


def cari(bagian: str = "penyebab") -> PenulisanNarasi:
    return PenulisanNarasi.objects.get(narasi__bagian=bagian)


def test_dua_tab_di_web_tidak_kehilangan_teks(kantor):
    klien, halaman = sebagai(kantor, "penulis"), alamat(kantor, f"narasi/{cari().pk}/")
    dilihat = compute_sidik_teks("")
    assert klien.post(halaman, {"isi": "pertama", "dilihat": dilihat}).status_code == 302
    jawaban = klien.post(halaman, {"isi": "kedua", "dilihat": dilihat})
    assert jawaban.status_code == 409
    assert "<textarea" in (teks := jawaban.content.decode())
    assert "kedua</textarea>" in teks
    assert Narasi.objects.get(bagian="penyebab").isi == "pertama"


def test_pratinjau_tidak_pernah_memuat_markah_penulis(kantor):
    klien = sebagai(kantor, "penulis")
    jawaban = klien.post(
        alamat(kantor, f"narasi/{cari().pk}/pratinjau/"), {"isi": "<img src=x onerror=a> **b**"}
    )
    assert "<img" not in jawaban.json()["html"]
    assert "<strong>b</strong>" in jawaban.json()["html"]


def test_naskah_word_lewat_web(kantor):
    klien = sebagai(kantor, "penulis")
    unduhan = klien.get(alamat(kantor, "naskah.docx"), {"milik": 1})
    dokumen, aliran = Document(io.BytesIO(unduhan.content)), io.BytesIO()
    judul = next(n for n, p in enumerate(dokumen.paragraphs) if "Analisis penyebab" in p.text)
    dokumen.paragraphs[judul + 1].insert_paragraph_before("Ditulis di Word.")
    dokumen.save(aliran)
    aliran.seek(0)
    aliran.name = "naskah.docx"
    jawaban = klien.post(alamat(kantor, "naskah/"), {"berkas": aliran})
    pk = cari().pk
    assert f'name="isi-{pk}" value="Ditulis di Word."' in jawaban.content.decode()
    assert Narasi.objects.get(bagian="penyebab").isi == ""
    isi = {"terima": pk, f"isi-{pk}": "Ditulis di Word.", f"dilihat-{pk}": compute_sidik_teks("")}
    klien.post(alamat(kantor, "naskah/terima/"), isi)
    assert Narasi.objects.get(bagian="penyebab").isi == "Ditulis di Word."


def test_sembilan_langkah_lalu_pengesahan_umum(kantor):
    sebagai(kantor, "kasubbag").post(alamat(kantor, "mulai/"))
    for nomor, nama in enumerate(URUTAN, 1):
        sebagai(kantor, nama).post(alamat(kantor, "langkah/"), {"langkah": nomor, "putusan": "lanjut"})
    kepala = sebagai(kantor, "kakanwil")
    tolak = kepala.post(alamat(kantor, "tanda-tangan/"))
    isi = tolak.content.decode()
    assert "hal menghalangi" in isi
    # Counted by kind; many of them are folded by who owes them, few stand open.
    assert [str(kata) for kata, _n in tolak.context["jumlah"]][:1] == ["isi yang kosong"]
    assert sum(n for _kata, n in tolak.context["jumlah"]) == len(tolak.context["halangan"])
    assert ("<details open>" in isi) == (len(tolak.context["halangan"]) <= 20)
    kunci = [h.kunci for h in tolak.context["halangan"]]
    kepala.post(alamat(kantor, "tanda-tangan/"), {"terima": kunci, "alasan": "belum ada datanya"})
    final = LaporanFinal.objects.get()
    umum = Client()
    assert "Sah dan berlaku" in umum.get("/sahkan/", {"kode": final.kode}).content.decode()
    pdf = b"".join(kepala.get(alamat(kantor, "final/0/pdf/")).streaming_content)
    assert pdf.startswith(b"%PDF")
    unduhan = kepala.get(f"/{kantor.satker.kunci}/{TAHUN}/unduh/pdf/")
    assert b"".join(unduhan.streaming_content) == pdf
    sama, beda = io.BytesIO(pdf), io.BytesIO(pdf + b" ")
    assert "sama persis" in umum.post("/sahkan/", {"berkas": sama}).content.decode()
    assert "Tidak ada naskah" in umum.post("/sahkan/", {"berkas": beda}).content.decode()
    assert "Revisi 0" in kepala.get(alamat(kantor)).content.decode()


def test_laporan_yang_dibekukan_tidak_menawarkan_penulisan(kantor):
    CakupanLaporan.objects.create(induk=kantor.satker, satker=kantor.satker, tahun=TAHUN)
    penyusun, narasi = sebagai(kantor, "kasubbag"), alamat(kantor, f"narasi/{cari().pk}/")
    for halaman in (alamat(kantor), narasi, f"/{kantor.satker.kunci}/{TAHUN}/pengisian/"):
        teks = penyusun.get(halaman).content.decode()
        assert teks.count("menunggu revisi laporannya") == 1
        tombol = (
            "Bagikan narasi",
            "Simpan</button>",
            "Ajukan untuk",
            "Bandingkan",
            "Ubah pemilik",
            "Buka bulan",
        )
        assert not [t for t in tombol if t in teks]
    # Whoever still has an old page open is told, and nothing changes.
    isi = {"isi": "x", "dilihat": compute_sidik_teks("")}
    for ke, kiriman in (
        (narasi, isi),
        (narasi + "pemilik/", {"unit_kerja": "", "tenggat": ""}),
        (narasi + "status/", {"tindakan": "ajukan"}),
        (alamat(kantor, "bagikan/"), {}),
        (f"/{kantor.satker.kunci}/{TAHUN}/pengisian/buka/", {"bulan": "1"}),
    ):
        jawaban = penyusun.post(ke, kiriman, follow=True)
        assert jawaban.status_code == 200, ke
        assert "sudah ditandatangani" in " ".join(str(p) for p in jawaban.context["messages"]), ke
    assert Narasi.objects.get(bagian="penyebab").isi == ""


def test_daftar_narasi_sehalaman_demi_sehalaman_dan_disaring(kantor, monkeypatch):
    monkeypatch.setattr("kinerja.antarmuka.web.susun.daftar.PER_HALAMAN", 10)
    klien, semua = sebagai(kantor, "penulis"), PenulisanNarasi.objects.count()

    def baca(isian=""):
        jawaban = klien.get(alamat(kantor) + isian)
        halaman = jawaban.context["d"]["halaman"]
        return [b.penulisan.pk for b in halaman], halaman.paginator.count, jawaban.content.decode()

    dilihat = [pk for n in range(1, 4) for pk in baca(f"?hal={n}")[0]]
    assert len(dilihat) == len(set(dilihat)) == semua
    assert 'rel="next"' in baca()[2]
    milik, banyak, teks = baca("?keadaan=giliran")
    assert (len(milik), banyak) == (4, 4)
    assert 'rel="next"' not in teks
    assert baca("?pemilik=Divisi+Lain")[1] == 4
    assert baca("?pemilik=Divisi+Lain&keadaan=disetujui")[1] == 0
    assert baca("?keadaan=kosong")[1] == baca("?keadaan=tak-dikenal&hal=99")[1] == semua


def test_orang_asing_tidak_tahu_apa_pun(kantor):
    klien = sebagai(kantor, "asing")
    for lanjut in ("", f"narasi/{cari().pk}/", "naskah.docx", "tanda-tangan/"):
        assert klien.get(alamat(kantor, lanjut)).status_code == 404
    assert klien.get(f"/tugas/laporan/narasi/{cari().pk}/").status_code == 404


@pytest.mark.django_db(transaction=True)
@pytest.mark.satu_mesin
def test_menulis_dengan_papan_ketik_dan_axe(kantor, live_server, peramban, tmp_path):
    konteks = peramban.new_context(viewport=LAYAR["meja"])
    klien = sebagai(kantor, "penulis")
    nama = pengaturan.SESSION_COOKIE_NAME
    konteks.add_cookies([{"name": nama, "value": klien.cookies[nama].value, "url": live_server.url}])
    halaman = konteks.new_page()
    keluhan: list[str] = []
    halaman.on("console", lambda p: keluhan.append(p.text) if p.type == "error" else None)
    halaman.goto(live_server.url + alamat(kantor, f"narasi/{cari().pk}/"))
    halaman.get_by_label("Teks", exact=True).focus()
    halaman.keyboard.type("## Sebab\n\nNaik karena **pelatihan**.\n\n- satu\n- dua")
    halaman.locator("#pratinjau strong").wait_for()
    assert halaman.locator("#pratinjau li").count() == 2
    assert halaman.locator("#keadaan").inner_text() == "belum disimpan"
    assert find_pelanggaran(halaman) == []
    halaman.screenshot(path=tmp_path / "narasi.png", full_page=True)
    halaman.get_by_label("Teks", exact=True).press("Tab")
    halaman.keyboard.press("Enter")
    halaman.get_by_text("Tersimpan sebagai versi 1.").wait_for()
    for lanjut in ("", f"narasi/{cari().pk}/versi/1/", "tanda-tangan/"):
        halaman.goto(live_server.url + alamat(kantor, lanjut))
        assert find_pelanggaran(halaman) == []
        halaman.screenshot(path=tmp_path / f"layar-{len(lanjut)}.png", full_page=True)
    halaman.set_viewport_size(LAYAR["genggam"])
    for lanjut in ("", f"narasi/{cari().pk}/"):
        halaman.goto(live_server.url + alamat(kantor, lanjut))
        halaman.screenshot(path=tmp_path / f"genggam-{len(lanjut)}.png", full_page=True)
        assert hitung_luapan(halaman) == 0
    halaman.goto(f"{live_server.url}/sahkan/")
    assert find_pelanggaran(halaman) == []
    konteks.close()
    assert keluhan == []
