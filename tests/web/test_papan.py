"""The boards without a browser: who sees which indikator, queries at two volumes, files, refusals."""

import io
import re

import openpyxl
import pypdfium2
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.web.kantor_contoh import KUNCI
from tests.web.orang import login
from tests.web.papan_contoh import KINI, TAHUN, isi_bulanan, make_kantor_papan

from kinerja.pengukuran.models import TargetKinerja
from kinerja.perencanaan.models import Indikator

KANTOR = f"/{KUNCI}/{TAHUN}/"
ANGGARAN_KUERI = {"/papan/": 23, KANTOR: 28, f"{KANTOR}target/": 16, "satu": 14}
"""All of them, those that ask who reads included."""


@pytest.fixture
def k(db, tmp_path, monkeypatch):
    satu = make_kantor_papan(tmp_path)
    monkeypatch.setattr(timezone, "now", lambda: KINI)
    return satu


def klien(k, siapa):
    satu = Client()
    login(satu, k.orang[siapa])
    return satu


def baca(k, siapa, alamat):
    jawaban = klien(k, siapa).get(alamat)
    assert jawaban.status_code == 200, alamat
    return jawaban.content.decode()


def list_kode(halaman):
    return set(re.findall(rf"/{KUNCI}/{TAHUN}/indikator/([^/\"]+)/", halaman))


def hitung_kueri(k, siapa, alamat):
    satu = klien(k, siapa)
    satu.get(alamat)
    with CaptureQueriesContext(connection) as kueri:
        satu.get(alamat)
    return len(kueri)


def test_anggaran_kueri_pada_dua_volume(k):
    def periksa():
        for alamat, batas in ANGGARAN_KUERI.items():
            tujuan = f"/target/{k.target.pk}/" if alamat == "satu" else alamat
            for siapa in ("kadiv", "penyusun"):
                assert hitung_kueri(k, siapa, tujuan) <= batas, (siapa, alamat)

    periksa()
    assert isi_bulanan("", 5) > 300
    TargetKinerja.objects.bulk_create(
        TargetKinerja(unit_kerja=k.divisi, tahun=TAHUN, nomor=n, teks="T") for n in range(100, 200)
    )
    periksa()


def test_kepala_divisi_melihat_hanya_indikator_divisinya(k):
    milik = set(
        Indikator.objects.filter(penanggung_jawab__satker=k.kanwil, kode__startswith="PAS-").values_list(
            "kode", flat=True
        )
    )
    for alamat in (KANTOR, f"{KANTOR}indikator/", f"{KANTOR}kelengkapan/"):
        dilihat = list_kode(baca(k, "kadiv", alamat))
        assert dilihat
        assert dilihat <= milik
        assert list_kode(baca(k, "penyusun", alamat)) - milik
    assert klien(k, "kadiv").get(f"{KANTOR}indikator/KI-1.1/").status_code == 404
    assert klien(k, "penyusun").get(f"{KANTOR}indikator/KI-1.1/").status_code == 200
    isi = klien(k, "kadiv").get(f"{KANTOR}indikator.csv").content.decode()
    assert "KI-1.1" not in isi
    assert "PAS-2.1" in isi


def test_divisi_tanpa_indikator_mendapat_kalimat_bukan_galat(k):
    Indikator.objects.update(penanggung_jawab=None)
    isi = baca(k, "kadiv", KANTOR)
    assert "Tidak ada indikator yang menjadi tanggung jawab unit kerja Anda tahun ini." in isi


def test_saringan_unit_dan_sasaran(k):
    isi = list_kode(baca(k, "penyusun", f"{KANTOR}?sasaran=PAS-3"))
    assert isi
    assert all(kode.startswith("PAS-3.") for kode in isi)
    hampa = baca(k, "penyusun", f"{KANTOR}?sasaran=PAS-3&unit=KI")
    assert "Tidak ada indikator yang cocok dengan saringan ini." in hampa


def test_perkiraan_ditandai_dan_tidak_masuk_realisasi(k):
    sebelum = baca(k, "penyusun", KANTOR)
    assert "Perkiraan, bukan realisasi" not in sebelum
    isi_bulanan("PAS-", 5)
    sesudah = baca(k, "penyusun", KANTOR)
    assert "Perkiraan, bukan realisasi" in sesudah
    assert "Tren bulanan" in sesudah
    assert "perkiraan" not in baca(k, "penyusun", f"{KANTOR}indikator/").lower()


def test_papan_kantor_sebagai_xlsx_memuat_angka_yang_sama(k):
    Indikator.objects.filter(kode="PAS-3.6").update(nama="=HYPERLINK(1)")
    isi_bulanan("PAS-", 5)
    jawaban = klien(k, "kadiv").get(f"{KANTOR}papan/xlsx/")
    buku = openpyxl.load_workbook(io.BytesIO(jawaban.content))
    assert [s.partition(" ")[2] for s in buku.sheetnames] == [
        "Belum tercapai", "Tanpa nilai", "Anggaran dan kinerja", "Tren bulanan", "Perkiraan",
    ]  # fmt: skip
    gagal = {baris[0].value: baris for baris in buku.worksheets[0].iter_rows(min_row=4)}
    assert gagal["PAS-3.6"][1].value == "=HYPERLINK(1)"
    assert gagal["PAS-3.6"][1].data_type == "s"
    assert isinstance(gagal["PAS-3.6"][5].value, float)
    assert "Perkiraan, bukan realisasi" in buku.worksheets[4]["A2"].value


@pytest.mark.parametrize(
    ("siapa", "alamat", "kata"),
    [
        ("kadiv", "/papan/unduh/pdf/", "Lapas"),
        ("penyusun", f"{KANTOR}papan/pdf/", "55 dari 60 indikator mencapai target"),
        ("penyusun", f"{KANTOR}target/pdf/", "39 target kinerja di 4 divisi"),
    ],
)
def test_papan_sebagai_pdf(k, siapa, alamat, kata):
    isi_bulanan("PAS-", 5)
    jawaban = klien(k, siapa).get(alamat)
    assert jawaban["Content-Type"] == "application/pdf"
    with pypdfium2.PdfDocument(jawaban.content) as dokumen:
        halaman = [" ".join(h.get_textpage().get_text_range().split()) for h in dokumen]
    assert kata in " ".join(halaman)
    if "/papan/pdf/" in alamat:
        # What fails stands first, and the first page is not left half empty for a tall picture.
        assert halaman[0].index("Belum tercapai") < halaman[0].index("Gambar 1")


def test_format_yang_tidak_ada_dan_masa_yang_tidak_ada(k):
    for alamat in ("/papan/unduh/exe/", f"{KANTOR}papan/docx/", f"{KANTOR}target/html/"):
        assert klien(k, "penyusun").get(alamat).status_code == 404
    satu = klien(k, "operator-divisi")
    for bagian in ("bulan/13/", "bulan/0/", "bulan/13/bukti/", "triwulan/5/", "triwulan/0/verifikasi/"):
        assert satu.post(f"/target/{k.target.pk}/{bagian}", {"nilai": "1"}).status_code == 404
    assert satu.post(f"/target/{k.target.pk}/bukti/999999/cabut/", {"alasan": "x"}).status_code == 404
    for tahun in ("", "0", "abcd", "99999", "²⁰²³"):
        assert klien(k, "operator").get("/papan/", {"tahun": tahun}).status_code == 200


def test_uraian_orang_lain_tidak_tertimpa(k):
    satu, tempat = klien(k, "operator-divisi"), f"/target/{k.target.pk}/bulan/2/"
    assert satu.post(tempat, {"uraian": "pertama", "versi": "0"}).status_code == 302
    jawaban = satu.post(tempat, {"uraian": "kedua", "versi": "0"})
    assert jawaban.status_code == 422
    teks = jawaban.content.decode()
    assert "kedua</textarea>" in teks
    assert "Yang tersimpan sekarang" in teks
    assert "pertama" in teks
    versi = re.search(r'name="versi" value="(\d+)">\s*<p class="catatan perhatian">', teks)[1]
    assert satu.post(tempat, {"uraian": "kedua", "versi": versi}).status_code == 302
    assert k.target.bulanan.get(bulan=2).uraian == "kedua"


def test_bukti_target_lain_tidak_dapat_dicabut_lewat_target_ini(k):
    lain = TargetKinerja.objects.filter(unit_kerja=k.divisi).order_by("nomor")[1]
    bukti = k.target.bulanan.get(bulan=1).data_dukung.get()
    satu = klien(k, "operator-divisi")
    assert satu.post(f"/target/{lain.pk}/bukti/{bukti.pk}/cabut/", {"alasan": "x"}).status_code == 404
    assert satu.post(f"/target/{k.target.pk}/bukti/{bukti.pk}/cabut/", {"alasan": ""}).status_code == 422
    assert satu.post(f"/target/{k.target.pk}/bukti/{bukti.pk}/cabut/", {"alasan": "salah"}).status_code == 302
    assert "Januari, Maret–April" in baca(k, "kadiv", f"{KANTOR}target/")
