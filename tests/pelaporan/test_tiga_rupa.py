"""The full report in its three shapes carries the same cells, captions and numbers."""

import re
import zipfile

import pypdfium2
import pytest
from lxml import etree, html

from kinerja.dokumen.model import Gambar, Tabel
from kinerja.dokumen.penomoran import nomori

pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAK_TAMPAK = re.compile("[\\s\u00ad\u200b\ufffe-]+")


def rapat(teks: str) -> str:
    """Without whitespace, hyphens and invisible break points, which each layout sets in its own way."""
    return _TAK_TAMPAK.sub("", teks)


@pytest.fixture(scope="module")
def teks(laporan_contoh) -> dict[str, str]:
    """The text of each file, tightened."""
    pdf = pypdfium2.PdfDocument(laporan_contoh.berkas["pdf"])
    with zipfile.ZipFile(laporan_contoh.berkas["docx"]) as buku:
        docx = etree.fromstring(buku.read("word/document.xml"))
    laman = html.parse(laporan_contoh.berkas["html"]).getroot()
    return {
        "pdf": rapat(" ".join(satu.get_textpage().get_text_range() for satu in pdf)),
        "docx": rapat("".join(t.text or "" for t in docx.iter(f"{W}t"))),
        "html": rapat(laman.text_content()),
    }


@pytest.fixture(scope="module")
def baris_tabel(dokumen_contoh) -> list[tuple[str, tuple[str, ...]]]:
    return [(t.id, b.sel) for t in dokumen_contoh.blok() if isinstance(t, Tabel) for b in t.baris]


def test_laporan_cukup_besar_untuk_membuktikan_sesuatu(baris_tabel, teks):
    assert len(baris_tabel) > 1000
    assert all(len(t) > 200_000 for t in teks.values())


@pytest.mark.parametrize("rupa", ["docx", "html"])
def test_setiap_baris_utuh_dan_berurutan(teks, baris_tabel, rupa):
    mulai = 0
    for id_, sel in baris_tabel:
        cari = rapat("".join(sel))
        letak = teks[rupa].find(cari, mulai)
        assert letak >= 0, (id_, sel)
        mulai = letak + len(cari)


def test_setiap_sel_ada_di_pdf(teks, baris_tabel):
    """A row may be cut by a page; then each of its cells stands there still."""
    hilang = [
        (id_, satu)
        for id_, sel in baris_tabel
        if rapat("".join(sel)) not in teks["pdf"]
        for satu in sel
        if rapat(satu) not in teks["pdf"]
    ]
    assert hilang == []


def test_baris_pdf_utuh_hampir_semua(teks, baris_tabel):
    """Single cells could be found anywhere; whole rows cannot."""
    utuh = sum(rapat("".join(sel)) in teks["pdf"] for _, sel in baris_tabel)
    assert utuh > len(baris_tabel) * 0.98


def test_satu_angka_berubah_akan_ketahuan(teks, dokumen_contoh):
    """The checks above must be able to fail: a last digit more or less is found nowhere."""
    (t,) = [t for t in dokumen_contoh.blok() if isinstance(t, Tabel) and t.id == "tabel-anggaran-sasaran"]
    angka = [sel for b in t.baris if b.jenis == "data" for sel in b.sel[1:3]]
    assert len(angka) == 44
    for satu in {rapat(a) for a in angka}:
        salah = satu[:-1] + str((int(satu[-1]) + 1) % 10)
        assert all(satu in isi and salah not in isi for isi in teks.values()), satu


@pytest.mark.parametrize("rupa", ["pdf", "docx", "html"])
def test_nomor_dan_judul_tabel_dan_gambar(teks, dokumen_contoh, rupa):
    label = nomori(dokumen_contoh).label
    berjudul = [b for b in dokumen_contoh.blok() if isinstance(b, Tabel | Gambar)]
    assert len(berjudul) > 290
    hilang = [b.id for b in berjudul if rapat(f"{label[b.id]} {b.judul}") not in teks[rupa]]
    assert hilang == []


@pytest.mark.parametrize("rupa", ["pdf", "docx", "html"])
def test_judul_bagian(teks, dokumen_contoh, rupa):
    isi = teks[rupa].casefold()
    assert [b.id for b in dokumen_contoh.bagian() if rapat(b.judul).casefold() not in isi] == []
