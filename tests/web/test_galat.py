"""What a reader sees when something is missing, refused or broken; and when there is no data at all."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, override_settings
from tests.web.kantor_contoh import ALAMAT, KUNCI, load_contoh

import kinerja.antarmuka.web


@pytest.fixture
def contoh(db) -> None:
    load_contoh()


@pytest.mark.django_db
def test_tanpa_data_beranda_memberi_tahu_caranya(client):
    isi = client.get("/").content.decode()
    assert "Belum ada data." in isi
    assert "kinerja contoh" in isi
    assert "kinerja import BERKAS.xlsx" in isi


@pytest.mark.django_db
def test_tanpa_data_setiap_kantor_tidak_dikenal(client):
    assert client.get(ALAMAT).status_code == 404


@pytest.mark.parametrize(
    ("alamat", "pesan", "kembali"),
    [
        ("/tidak-ada/2023/", "“tidak-ada” tidak dikenal", 'href="/"'),
        (f"/{KUNCI}/1999/", "belum memiliki data tahun 1999", f'href="{ALAMAT}"'),
        (f"/{KUNCI}/99999999999999/laporan/", "belum memiliki data", f'href="{ALAMAT}"'),
        (f"{ALAMAT}indikator/XX-9/", "Indikator XX-9 tidak diperjanjikan", f'href="{ALAMAT}indikator/"'),
        (f"{ALAMAT}unduh/exe/", "format “exe”", f'href="{ALAMAT}laporan/"'),
        ("/apa/saja/ini/", "Tidak ada apa-apa di alamat ini", 'href="/"'),
    ],
)
def test_tidak_ditemukan_menunjukkan_jalan_kembali(client, contoh, alamat, pesan, kembali):
    jawaban = client.get(alamat)
    isi = jawaban.content.decode()
    assert jawaban.status_code == 404
    assert pesan in isi
    assert kembali in isi


def test_pesan_404_tidak_memuat_html_dari_alamat(client, contoh):
    jawaban = client.get(f"{ALAMAT}indikator/<script>alert(1)<%2Fscript>/")
    assert jawaban.status_code == 404
    assert "<script>alert" not in jawaban.content.decode()


def test_nama_server_asing_ditolak_dengan_penjelasan(client):
    jawaban = client.get("/sehat/", headers={"host": "jahat.example"})
    assert jawaban.status_code == 400
    assert "KINERJA_HOST" in jawaban.content.decode()


@override_settings(ROOT_URLCONF="tests.web.urls_rusak")
def test_galat_memberi_kode_yang_juga_tercatat(caplog):
    # No database fixture: the page must not ask the database anything.
    jawaban = Client(raise_request_exception=False).get("/rusak/")
    isi = jawaban.content.decode()
    kode = re.search(r'<strong class="kode">([0-9A-F]{6})</strong>', isi)
    assert jawaban.status_code == 500
    assert kode
    assert kode[1] in caplog.text
    assert "sengaja" not in isi


def test_lembar_gaya_kecil():
    gaya = Path(kinerja.antarmuka.web.__file__).with_name("static") / "web" / "kinerja.css"
    assert len(gzip.compress(gaya.read_bytes())) < 20 * 1024
    assert "url(" not in gaya.read_text()


@pytest.mark.parametrize("nama", ["kinerja.css", "kinerja.js", "lambang.svg"])
def test_berkas_statis_dilayani_tanpa_server_lain(client, nama):
    assert client.get(f"/static/web/{nama}").status_code == 200


def test_mesin_templat_tidak_menampilkan_rincian_galat():
    assert settings.DEBUG is False
