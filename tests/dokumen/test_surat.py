"""A letter in all three formats: no cover, no lists, one page, a place to sign."""

from __future__ import annotations

import dataclasses
import io
import re
import subprocess
from pathlib import Path

import docx
import pytest
from lxml import html
from pypdfium2 import PdfDocument

from kinerja.dokumen.docx import render_docx
from kinerja.dokumen.html import render_html
from kinerja.dokumen.model import Bagian, Baris, Dokumen, Kolom, Pengesahan, Tabel, paragraf
from kinerja.dokumen.pdf import render_pdf
from kinerja.dokumen.penomoran import nomori

TABEL = Tabel("t", "Daftar", (Kolom("No."), Kolom("Isi")), (Baris(("1", "satu")), Baris(("2", "dua"))))
SURAT = Dokumen(
    judul="Pernyataan",
    subjudul="Tahun 2023",
    instansi="Kantor Contoh",
    tahun=2023,
    tempat_tanggal="Palembang, 31 Januari 2024",
    kode="7f3a",
    bab=(
        Bagian(
            "p",
            "Pernyataan Telah Direviu",
            (paragraf("Kami telah mereviu."), TABEL, Pengesahan("Palembang, 31 Januari 2024", "Inspektur")),
            (Bagian("p-1", "Rincian", (paragraf("Isi rincian."),)),),
        ),
        Bagian("q", "Lembar Kedua", (Pengesahan("Palembang", "Ketua Tim", "Nama Orang"),)),
    ),
    rupa="surat",
)


def _baca_pdf(isi: bytes) -> list[str]:
    with PdfDocument(isi) as pdf:
        return [halaman.get_textpage().get_text_bounded() for halaman in pdf]


def test_bab_surat_tanpa_nomor_dan_tabelnya_dihitung_dari_satu() -> None:
    nomor = nomori(SURAT)
    assert (nomor.awalan["p"], nomor.label["p"], nomor.awalan["p-1"]) == (
        "",
        "Pernyataan Telah Direviu",
        "A.",
    )
    assert nomor.label["t"] == "Tabel 1"
    assert nomori(dataclasses.replace(SURAT, rupa="laporan")).label["t"] == "Tabel 1.1"


def test_pdf_surat_mulai_dengan_isinya() -> None:
    hasil = render_pdf(SURAT)
    assert hasil.jumlah_halaman == 2
    satu, dua = _baca_pdf(hasil.isi)
    assert satu.startswith("PERNYATAAN TELAH DIREVIU")
    assert "Kode verifikasi 7f3a" in satu
    assert "Daftar" not in re.sub("Tabel 1 Daftar", "", " ".join(satu.split()))
    assert dua.split("\n")[0].strip() == "LEMBAR KEDUA"
    assert "Ketua Tim," in dua
    assert "Nama Orang" in dua


def test_tanda_tangan_di_paruh_kanan_dengan_ruang() -> None:
    with PdfDocument(render_pdf(SURAT).isi) as pdf:
        teks = pdf[0].get_textpage()
        letak = {}
        for dicari in ("Inspektur,", "……"):
            nomor, _panjang = teks.search(dicari).get_next()
            letak[dicari] = teks.get_charbox(nomor)
    tengah = 297.6
    assert all(kotak[0] > tengah for kotak in letak.values())
    assert letak["Inspektur,"][1] - letak["……"][3] > 40


def test_docx_surat_tanpa_sampul_tanpa_daftar_isi() -> None:
    naskah = docx.Document(io.BytesIO(render_docx(SURAT)))
    alinea = [(p.style.name, p.text) for p in naskah.paragraphs]
    assert alinea[0] == ("Judul Surat", "Pernyataan Telah Direviu")
    assert not any("TOC" in nama or "Sampul" in nama for nama, _ in alinea)
    assert ("Pengesahan", "Inspektur,") in alinea
    assert ("Pengesahan Nama", "Nama Orang") in alinea
    assert all(s.header.is_linked_to_previous for s in naskah.sections)
    assert "7f3a" in naskah.sections[0].footer.paragraphs[0].text


@pytest.mark.parametrize("jenis", ["docx"])
def test_libreoffice_membuka_surat_dengan_banyak_halaman_yang_sama(
    jenis: str, tmp_path: Path, soffice: str
) -> None:
    berkas = tmp_path / f"surat.{jenis}"
    berkas.write_bytes(render_docx(SURAT))
    perintah = [
        soffice,
        f"-env:UserInstallation=file://{tmp_path}/profil",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    subprocess.run([*perintah, "--outdir", str(tmp_path), str(berkas)], check=True, capture_output=True)
    halaman = _baca_pdf((tmp_path / "surat.pdf").read_bytes())
    assert len(halaman) == 2
    assert halaman[0].startswith("PERNYATAAN TELAH DIREVIU")


def test_kertas_kerja_tanpa_kode_hanya_berjudul_di_kakinya() -> None:
    kerja = dataclasses.replace(SURAT, kode="", bab=SURAT.bab[1:])
    (halaman,) = _baca_pdf(render_pdf(kerja).isi)
    assert "Pernyataan" in halaman
    assert "2023" not in halaman
    assert "verifikasi" not in halaman
    kaki = docx.Document(io.BytesIO(render_docx(kerja))).sections[0].footer.paragraphs[0].text
    assert kaki.startswith("Pernyataan\t\t")


def test_html_memuat_tempat_tanda_tangan() -> None:
    akar = html.fromstring(render_html(SURAT))
    kotak = akar.find_class("lkjip-pengesahan")
    assert [[p.text_content() for p in k] for k in kotak] == [
        ["Palembang, 31 Januari 2024", "Inspektur,", "…" * 24],
        ["Palembang", "Ketua Tim,", "Nama Orang"],
    ]
    assert not akar.xpath("//*[@class='lkjip-nomor'][contains(., 'BAB')]")
