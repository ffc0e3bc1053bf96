"""Two parties that sign side by side, labelled lines, and the QR code: in all three formats."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest
from lxml import html
from pypdfium2 import PdfDocument

from kinerja.dokumen.docx import render_docx
from kinerja.dokumen.html import render_html
from kinerja.dokumen.model import Bagian, Baris, Dokumen, Kolom, Pasangan, Pengesahan, Tabel
from kinerja.dokumen.pdf import lay_out, render_pdf
from kinerja.dokumen.qr import draw_qr

ALAMAT = "https://kinerja.contoh.go.id/sahkan/?kode=7f3a-91c2-04be"
KEDUA = Pengesahan("", "Plt. Direktur Jenderal Imigrasi", "", "Pihak Kedua")
PERTAMA = Pengesahan("Jakarta, 2 Januari 2023", "Kepala Kantor", "Nama Orang", "Pihak Pertama", ALAMAT, KEDUA)
SURAT = Dokumen(
    judul="Perjanjian", subjudul="", instansi="Kantor", tahun=2023, tempat_tanggal="Jakarta, 2 Januari 2023",
    kode="", bab=(Bagian("p", "Perjanjian\nKepala Kantor", (Pasangan((("Nama", "Nama Orang"),)), PERTAMA)),),
    rupa="surat",
)  # fmt: skip


def test_para_pihak_berurut_dari_kiri():
    assert PERTAMA.berjajar() == (KEDUA, PERTAMA)
    assert KEDUA.baris() == ("Pihak Kedua,", "Plt. Direktur Jenderal Imigrasi,", "…" * 24)
    assert Pengesahan("Palembang", "Inspektur").baris() == ("Palembang", "Inspektur,", "…" * 24)


def test_pdf_memuat_kedua_pihak_dan_kode_qr():
    with PdfDocument(render_pdf(SURAT).isi) as pdf:
        teks = pdf[0].get_textpage().get_text_bounded()
    assert teks.index("Pihak Kedua,") < teks.index("Pihak Pertama,")
    with lay_out(SURAT, hanya_halaman=True) as tunggu:
        assert tunggu().halaman["p"] == "1"


def test_docx_dan_html_mencetak_alamatnya():
    naskah = docx.Document(io.BytesIO(render_docx(SURAT)))
    sel = [s.text for s in naskah.tables[0].rows[0].cells]
    assert sel[0].startswith("Pihak Kedua,")
    assert ALAMAT in sel[1]
    assert naskah.paragraphs[1].text == "Nama\t:\tNama Orang"
    pohon = html.fromstring(render_html(SURAT))
    assert [e.text for e in pohon.find_class("lkjip-pasangan")[0].iter("dd")] == ["Nama Orang"]
    assert len(pohon.find_class("lkjip-jajar")[0].find_class("lkjip-pengesahan")) == 2


@pytest.mark.parametrize("pengesahan", [PERTAMA, KEDUA], ids=["berjajar", "sendiri"])
def test_akhir_tabel_tidak_ditinggal_tanda_tangannya(pengesahan):
    baris = tuple(Baris((str(n),)) for n in range(20))
    isi = (Tabel("t", "Anggaran", (Kolom("No.", 10),), baris), pengesahan)
    naskah = docx.Document(io.BytesIO(render_docx(replace(SURAT, bab=(Bagian("p", "Lampiran", isi),)))))
    sambung = [
        (sel.text, [p.paragraph_format.keep_with_next for p in sel.paragraphs])
        for sel in naskah.tables[0].columns[0].cells
    ]
    assert [teks for teks, ya in sambung if ya == [True]] == ["14", "15", "16", "17", "18", "19"]


def test_kode_qr_pada_sampul_laporan():
    laporan = Dokumen("L", "", "K", 2023, "Palembang", "7f3a", bab=(Bagian("p", "Pendahuluan"),))
    with lay_out(laporan, verifikasi=ALAMAT) as tunggu, PdfDocument(tunggu().isi) as pdf:
        gambar = list(pdf[0].get_objects())
    with lay_out(laporan) as tunggu, PdfDocument(tunggu().isi) as pdf:
        assert len(gambar) > len(list(pdf[0].get_objects()))


def test_kode_qr_adalah_gambar_tanpa_huruf():
    assert draw_qr(ALAMAT).startswith("<svg")
    assert "<text" not in draw_qr(ALAMAT)
    with pytest.raises(ValueError, match="isi"):
        draw_qr("")
