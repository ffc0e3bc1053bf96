"""Entry pages without a browser: forged ids, other people, evidence, exports, the calendar, queries."""

import csv
import datetime
import io
import json
import re

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar
from tests.pengukuran.kantor import TAHUN, make_kantor, nilai, pasangan
from tests.web.kantor_bulanan import make_kantor_besar, masuk
from tests.web.orang import make_orang

from kinerja.jejak.models import Jejak
from kinerja.organisasi.models import RiwayatSatker
from kinerja.pengukuran.models import CatatanPengukuran, DataDukung, PelaporIndikator, Realisasi
from kinerja.perencanaan.models import Target

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\nisi\n"


@pytest.fixture
def kantor():
    return make_kantor()


@pytest.fixture
def alamat(kantor) -> str:
    return f"/pengukuran/{kantor.lembar(kantor.lapas_a).pk}/"


def kirim(klien: Client, alamat: str, siapa: str, *sel: dict, **lain):
    isi = {"siapa": siapa, "sel": list(sel), **lain}
    return klien.post(alamat, json.dumps(isi), content_type="application/json")


def sel(kantor, satker=None, **isi) -> dict:
    return {"id": f"{kantor.cacah.pk}-{(satker or kantor.lapas_a).pk}", "versi": 0, **isi}


def test_sel_orang_lain_di_lembar_sendiri_tidak_ada(kantor, alamat):
    klien = masuk(kantor.orang["operator-a"])
    kantor.ketik("operator-b", kantor.kunci(kantor.cacah, kantor.lapas_b), nilai(7_654_321))
    palsu = (
        sel(kantor, kantor.lapas_b, satu="5"),
        {"id": "1-1", "versi": 0, "satu": "5"},
        {"id": "x", "versi": 0},
    )
    for satu in palsu:
        jawaban = kirim(klien, alamat + "sel/", "operator-a", satu)
        assert jawaban.status_code == 404
        assert not {b"7654321", b"7.654.321"} & set(re.findall(rb"[\d.]+", jawaban.content))
    assert Realisasi.objects.get().nilai == 7_654_321


def test_badan_yang_rusak_ditolak(kantor, alamat):
    klien = masuk(kantor.orang["operator-a"])
    for badan in ("", "[]", "{", '{"siapa": "operator-a"}', '{"siapa": "operator-a", "sel": [7]}'):
        assert klien.post(alamat + "sel/", badan, content_type="application/json").status_code == 400
    for salah in ({"versi": "-1"}, {"versi": None}, {"satu": 5}, {"satu": "9" * 201}):
        assert kirim(klien, alamat + "sel/", "operator-a", sel(kantor) | salah).status_code == 400
    assert not Realisasi.objects.exists()


def test_akun_lain_di_peramban_yang_sama(kantor, alamat):
    klien = masuk(kantor.orang["operator-a2"])
    for jalan in ("sel/", "tempel/", "peringatan/"):
        assert kirim(klien, alamat + jalan, "operator-a", sel(kantor, satu="5")).status_code == 409


def test_yang_bukan_operator_tidak_menyimpan(kantor, alamat):
    (jawaban,) = kirim(masuk(kantor.orang["kadiv"]), alamat + "sel/", "kadiv", sel(kantor, satu="5")).json()[
        "sel"
    ]
    assert jawaban["nasib"] == "ditolak"
    assert jawaban["temuan"][0]["kode"] == "bukan_wewenang"


def test_jawaban_memuat_capaian_dengan_pembilang_dan_penyebut(kantor, alamat):
    kantor.ketik("operator-a", kantor.kunci(kantor.rasio, kantor.lapas_a), pasangan(1, 2))
    klien = masuk(kantor.orang["operator-a"])
    isi = {"id": f"{kantor.rasio.pk}-{kantor.lapas_a.pk}", "versi": 1, "satu": "3"}
    (jawaban,) = kirim(klien, alamat + "sel/", "operator-a", isi).json()["sel"]
    assert (jawaban["nasib"], jawaban["versi"], jawaban["satu"], jawaban["dua"]) == ("tersimpan", 2, "3", "2")
    assert "150,00%" in jawaban["hasil"]
    assert "(3/2)" in jawaban["hasil"]
    assert "pembilang_melebihi_penyebut" in jawaban["peringatan"]


def test_satu_indikator_untuk_banyak_satker(kantor):
    klien = masuk(kantor.orang["penyusun"])
    halaman = klien.get(f"/kanwil/{TAHUN}/isian/PAS-1.1/1/").content.decode()
    assert "lapas-a" in halaman
    assert "lapas-b" in halaman
    assert 'name="satu-' not in halaman  # the compiler looks, the operators type
    milik = masuk(kantor.orang["operator-b"])
    halaman = milik.get(f"/lapas-b/{TAHUN}/isian/PAS-1.1/1/").content.decode()
    assert "lapas-a" not in halaman
    assert 'name="satu-' in halaman
    jalan = f"/lapas-b/{TAHUN}/isian/PAS-1.2/1/sel/"
    assert (
        kirim(milik, jalan, "operator-b", sel(kantor, kantor.lapas_b, satu="4")).json()["sel"][0]["versi"]
        == 1
    )
    assert kirim(milik, jalan, "operator-b", sel(kantor, kantor.lapas_a, satu="4")).status_code == 404
    assert milik.get(f"/lapas-b/{TAHUN}/isian/PAS-1.1/13/").status_code == 404


def test_catatan_dan_bukti(kantor, alamat):
    klien = masuk(kantor.orang["operator-a"])
    isi = {"versi": "0", "kendala": "Listrik padam", "tindak_lanjut": "", "sumber_data": "SDP"}
    assert klien.post(alamat + "PAS-1.1/", isi).status_code == 302
    assert CatatanPengukuran.objects.get().kendala == "Listrik padam"
    basi = klien.post(alamat + "PAS-1.1/", isi | {"kendala": "Lain"})
    assert basi.status_code == 422
    assert b"Listrik padam" in basi.content
    assert b"Lain" in basi.content
    berkas = [
        SimpleUploadedFile("../../x.pdf", PDF),
        SimpleUploadedFile("gambar.svg", b"<svg><script/></svg>"),
    ]
    klien.post(alamat + "PAS-1.1/bukti/", {"berkas": berkas})
    bukti = DataDukung.objects.get()
    assert bukti.nama == "x.pdf"
    unduhan = klien.get(f"/bukti/{bukti.pk}/")
    assert b"".join(unduhan.streaming_content) == PDF
    assert unduhan["Content-Disposition"] == 'attachment; filename="x.pdf"'
    assert unduhan["X-Content-Type-Options"] == "nosniff"
    assert Jejak.objects.filter(tindakan="bukti.unduh").count() == 1
    assert masuk(kantor.orang["operator-b"]).get(f"/bukti/{bukti.pk}/").status_code == 404
    tujuan = {"alasan": "Salah berkas", "lembar": bukti.lembar_id, "kode": "PAS-1.1"}
    assert klien.post(f"/bukti/{bukti.pk}/cabut/", tujuan).status_code == 302
    assert b"dicabut" in klien.get(alamat + "PAS-1.1/").content


def test_ekspor_peta_tidak_menjalankan_rumus(kantor):
    RiwayatSatker.objects.filter(satker=kantor.lapas_a).update(nama_singkat='=HYPERLINK("http://x")')
    kantor.penuhi("operator-a", kantor.lembar(kantor.lapas_a))
    klien = masuk(kantor.orang["penyusun"])
    teks = klien.get(f"/kanwil/{TAHUN}/pengisian.csv").content.decode("utf-8-sig")
    baris = list(csv.reader(io.StringIO(teks), delimiter=";"))
    assert baris[0][0] == "Satker atau divisi"
    assert any(b[0].startswith("'=HYPERLINK") and b[1:4] == ["Januari", "2", "2"] for b in baris)
    buku = openpyxl.load_workbook(io.BytesIO(klien.get(f"/kanwil/{TAHUN}/pengisian.xlsx").content))
    isi = list(buku.active.iter_rows(min_row=3, values_only=True))
    assert len(isi) == len(baris)
    assert '=HYPERLINK("http://x")' in {b[0] for b in isi}
    assert {c.data_type for b in buku.active.iter_rows() for c in b if c.value is not None} <= {"s", "n"}


def test_peta_hanya_memperlihatkan_yang_boleh_dilihat(kantor):
    halaman = masuk(kantor.orang["operator-a"]).get(f"/lapas-a/{TAHUN}/pengisian/").content.decode()
    assert "lapas-a" in halaman
    assert "lapas-b" not in halaman
    assert masuk(kantor.orang["operator-a"]).get(f"/lapas-b/{TAHUN}/pengisian/").status_code == 404


def test_kalender_dengan_rahasia_yang_dapat_dicabut(kantor):
    klien = masuk(kantor.orang["operator-a"])
    halaman = klien.post("/tugas/kalender/").content.decode()
    jalan = "/kalender/" + halaman.split("/kalender/")[1].split(".ics")[0] + ".ics"
    jawaban = Client().get(jalan)
    assert jawaban["Content-Type"].startswith("text/calendar")
    judul = [str(a["summary"]) for a in Calendar.from_ical(jawaban.content).walk("VEVENT")]
    assert any("Januari 2024" in j for j in judul)
    klien.post("/tugas/kalender/")
    assert Client().get(jalan).status_code == 404
    baru = klien.post("/tugas/kalender/").content.decode()
    jalan = "/kalender/" + baru.split("/kalender/")[1].split(".ics")[0] + ".ics"
    klien.post("/tugas/kalender/cabut/")
    assert Client().get(jalan).status_code == 404


def test_tugas_di_luar_program_dinyatakan_selesai(kantor):
    orang = kantor.orang["penyusun"]
    orang.penugasan.update(berlaku_dari=datetime.date(datetime.date.today().year - 1, 1, 1))  # noqa: DTZ011
    klien = masuk(orang)
    halaman = klien.get("/tugas/").content.decode()
    kunci = halaman.split('name="kunci" value="')[1].split('"')[0]
    assert klien.post("/tugas/penuhi/", {"kunci": kunci}).status_code == 302
    assert f'value="{kunci}"' not in klien.get("/tugas/").content.decode()
    assert masuk(kantor.orang["operator-a"]).post("/tugas/penuhi/", {"kunci": kunci}).status_code in {
        403,
        404,
    }
    for palsu in (
        "",
        "luar/1",
        "luar/999999/emonev/2024/1",
        kunci.rsplit("/", 1)[0] + "/99",
        "luar/1/emonev/9999/1",
    ):
        assert klien.post("/tugas/penuhi/", {"kunci": palsu}).status_code == 404


def test_tanpa_tugas_halaman_berkata_demikian(kantor):
    halaman = masuk(make_orang("orang-baru")).get("/tugas/").content.decode()
    assert "Semua sudah selesai." in halaman


def test_banyak_kueri_tidak_bergantung_pada_banyak_sel(kantor, alamat):
    klien = masuk(kantor.orang["operator-a"])
    klien.get(alamat)
    with CaptureQueriesContext(connection) as sedikit:
        klien.get(alamat)
    _kantor, lembar = make_kantor_besar()
    besar = masuk(make_orang("operator-besar"))
    besar.get(f"/pengukuran/{lembar.pk}/")
    with CaptureQueriesContext(connection) as banyak:
        besar.get(f"/pengukuran/{lembar.pk}/")
    assert len(banyak) <= len(sedikit) + 2
    assert len(banyak) < 45


def test_penyusun_membuka_bulan(kantor):
    klien = masuk(kantor.orang["penyusun"])
    assert "Buka bulan untuk diisi" in klien.get(f"/kanwil/{TAHUN}/pengisian/").content.decode()
    jawaban = klien.post(f"/kanwil/{TAHUN}/pengisian/buka/", {"bulan": ["2", "3", "13", "x"]}, follow=True)
    assert "4 lembar dibuka." in jawaban.content.decode()
    assert kantor.lembar(kantor.lapas_a, 3).status == "draf"
    ulang = klien.post(f"/kanwil/{TAHUN}/pengisian/buka/", {"bulan": ["3"]}, follow=True)
    assert "Tidak ada lembar baru." in ulang.content.decode()
    assert "Centang dahulu" in klien.post(f"/kanwil/{TAHUN}/pengisian/buka/", follow=True).content.decode()
    operator = masuk(kantor.orang["operator-a"])
    assert "Buka bulan" not in operator.get(f"/lapas-a/{TAHUN}/pengisian/").content.decode()


def test_membuka_bulan_di_samping_angka_setahun_diperingatkan(kantor):
    klien, tujuan = masuk(kantor.orang["penyusun"]), f"/kanwil/{TAHUN}/pengisian/buka/"
    assert "berangka setahun" not in klien.post(tujuan, {"bulan": ["2"]}, follow=True).content.decode()
    for satker in (kantor.lapas_a, kantor.lapas_b):
        Realisasi.objects.create(komponen=kantor.cacah, satker=satker, tahun=TAHUN, bulan=0, nilai=1)
    html = klien.post(tujuan, {"bulan": ["3"]}, follow=True).content.decode()
    assert "1 indikator sudah berangka setahun" in html


def test_tahun_tanpa_pelapor_memakai_usulan(kantor):
    indikator = kantor.rasio.indikator
    Target.objects.create(indikator=indikator, satker=kantor.kanwil, tahun=TAHUN + 1, jenis="pk", nilai=80)
    kantor.ketik("operator-a", kantor.kunci(kantor.rasio, kantor.lapas_a), pasangan(1, 2))
    klien = masuk(kantor.orang["penyusun"])
    klien.post(f"/kanwil/{TAHUN + 1}/pengisian/buka/", {"bulan": ["1"]})
    pelapor = PelaporIndikator.objects.filter(tahun=TAHUN + 1).values_list("indikator", "satker")
    assert list(pelapor) == [(indikator.pk, kantor.lapas_a.pk)]
