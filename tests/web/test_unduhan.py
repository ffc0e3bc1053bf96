"""The report as a file: right name and type, made once, made anew when a fact changes."""

import io
from pathlib import Path

import docx
import pypdfium2
import pytest
from django.conf import settings
from tests.web.kantor_contoh import ALAMAT, KUNCI, TAHUN, load_contoh

from kinerja.pelaporan.models import Narasi

FOLDER = settings.DATA / "laporan" / KUNCI / str(TAHUN)
JENIS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
}


@pytest.fixture
def contoh(db) -> None:
    load_contoh()


def unduh(client, format: str) -> bytes:
    jawaban = client.get(f"{ALAMAT}unduh/{format}/")
    assert jawaban.status_code == 200
    assert jawaban["Content-Type"] == JENIS[format]
    assert jawaban["Content-Disposition"] == f'attachment; filename="LKjIP-{TAHUN}-{KUNCI}.{format}"'
    return b"".join(jawaban.streaming_content)


def list_berkas() -> dict[Path, int]:
    return {b: b.stat().st_mtime_ns for b in FOLDER.rglob("LKjIP-*")}


@pytest.mark.satu_mesin
def test_tiga_rupa_dapat_dibuka(client, contoh):
    assert len(pypdfium2.PdfDocument(unduh(client, "pdf"))) > 100
    assert len(docx.Document(io.BytesIO(unduh(client, "docx"))).tables) > 100
    assert unduh(client, "html").startswith(b"<!doctype html>")


def test_dibuat_sekali_dan_diganti_ketika_fakta_berubah(client, contoh):
    pertama = unduh(client, "html")
    berkas = list_berkas()
    assert unduh(client, "html") == pertama
    assert list_berkas() == berkas
    narasi = Narasi.objects.get(tahun=TAHUN, bagian="program", indikator__kode="PAS-2.1")
    narasi.isi = "Kalimat yang baru saja ditulis."
    narasi.save()
    assert "Kalimat yang baru saja ditulis." in unduh(client, "html").decode()
    assert len(list_berkas()) == 1
    assert not set(list_berkas()) & set(berkas)


def test_isi_yang_sama_tidak_dikirim_dua_kali(client, contoh):
    alamat = f"{ALAMAT}unduh/html/"
    sidik = client.head(alamat)["ETag"]
    assert client.get(alamat, headers={"if-none-match": sidik}).status_code == 304
