"""Texts and tables into the database, reports onto the disk: whole or not at all, and the same for the same facts."""

import zipfile
from dataclasses import replace

import docx
import pypdfium2
import pytest
from docx.text.paragraph import Paragraph
from lxml import html
from tests.basisdata.dunia import make_dunia, make_target

from kinerja.basisdata.simpan import Perubahan
from kinerja.dokumen.model import Dokumen
from kinerja.pelaporan import operations
from kinerja.pelaporan.kelengkapan import list_celah
from kinerja.pelaporan.lkjip.susun import compose_lkjip
from kinerja.pelaporan.models import Narasi, TabelPendukung
from kinerja.pelaporan.operations import make_lkjip, save_narasi, save_tabel_pendukung
from kinerja.pelaporan.queries import TidakAdaKinerja, get_data_laporan
from kinerja.pengukuran.models import Realisasi

pytestmark = pytest.mark.django_db


@pytest.fixture
def dunia(db):
    d = make_dunia()
    make_target(d)
    return d


def test_simpan_narasi(dunia):
    def narasi(isi: str, indikator=None) -> Narasi:
        return Narasi(satker=dunia.satker, tahun=2023, bagian="saran", indikator=indikator, isi=isi)

    assert save_narasi([narasi("a"), narasi("b", dunia.indikator)]) == Perubahan(baru=2)
    assert save_narasi([narasi("a"), narasi("c", dunia.indikator)]) == Perubahan(berubah=1, sama=1)
    assert sorted(Narasi.objects.values_list("isi", flat=True)) == ["a", "c"]
    assert {str(n) for n in Narasi.objects.all()} == {"saran kanwil-contoh", f"saran {dunia.indikator}"}


def test_simpan_tabel_pendukung(dunia):
    def tabel(judul: str) -> TabelPendukung:
        isi = {"bagian": "saran", "kolom": [{"judul": "A", "jenis": "teks"}], "baris": [["1"]]}
        return TabelPendukung(satker=dunia.satker, tahun=2023, kunci="t", judul=judul, **isi)

    assert save_tabel_pendukung([tabel("Satu")]) == Perubahan(baru=1)
    assert save_tabel_pendukung([tabel("Satu")]) == Perubahan(sama=1)
    assert save_tabel_pendukung([tabel("Dua")]) == Perubahan(berubah=1)
    assert str(TabelPendukung.objects.get()) == "Dua"


def test_tiga_berkas_sungguhan(laporan_contoh):
    pdf, word, laman = (laporan_contoh.berkas[f] for f in ("pdf", "docx", "html"))
    assert [b.name for b in (pdf, word, laman)] == ["LKjIP-2023.pdf", "LKjIP-2023.docx", "LKjIP-2023.html"]
    assert len(pypdfium2.PdfDocument(pdf)) == laporan_contoh.jumlah_halaman
    with zipfile.ZipFile(word) as buku:
        assert buku.testzip() is None
        assert "word/document.xml" in buku.namelist()
    assert html.parse(laman).getroot().get("lang") == "id"


def test_berkas_dalam_urutan_yang_diminta(laporan_contoh):
    assert list(laporan_contoh.berkas) == ["pdf", "docx", "html"]


def test_word_sendirian_sama_dengan_word_di_samping_pdf(laporan_contoh, kantor_contoh, tmp_path):
    """Alone it is laid out without lists, margins and drawings: not one page number may differ for that."""
    hasil = make_lkjip(satker=kantor_contoh, tahun=2023, format=["docx"], folder=tmp_path)
    assert hasil.jumlah_halaman is None
    assert hasil.berkas["docx"].read_bytes() == laporan_contoh.berkas["docx"].read_bytes()


def test_daftar_isi_word_memuat_nomor_halaman_pdf(laporan_contoh):
    """Every chapter of the table of contents, looked up on the page of the PDF that it names."""
    buku = pypdfium2.PdfDocument(laporan_contoh.berkas["pdf"])
    letak = {buku.get_page_label(n): n for n in range(len(buku))}
    badan = docx.Document(laporan_contoh.berkas["docx"]).element.body
    butir = [Paragraph(p, None).text for p in badan.xpath(".//w:p[w:pPr/w:pStyle[@w:val='TOC1']]")]
    assert len(butir) >= 6
    for judul, nomor in (satu.split("\t") for satu in butir):
        halaman = buku[letak[nomor]].get_textpage().get_text_range()
        assert " ".join(judul.upper().split()) in " ".join(halaman.upper().split())


def test_banyaknya_halaman_laporan_contoh(laporan_contoh):
    assert 150 <= laporan_contoh.jumlah_halaman <= 210


def test_kode_tercetak_di_ketiganya(laporan_contoh, dokumen_contoh):
    kode = dokumen_contoh.kode
    assert laporan_contoh.kode == kode
    pdf = pypdfium2.PdfDocument(laporan_contoh.berkas["pdf"])
    assert all(kode in pdf[n].get_textpage().get_text_range() for n in (0, 5, len(pdf) - 1))
    with zipfile.ZipFile(laporan_contoh.berkas["docx"]) as buku:
        assert any(kode in buku.read(n).decode() for n in buku.namelist() if n.startswith("word/footer"))
    assert kode in laporan_contoh.berkas["html"].read_text(encoding="utf-8")


def test_celah_dilaporkan(laporan_contoh, data_contoh):
    assert laporan_contoh.celah == tuple(list_celah(data_contoh))


def test_hanya_berkas_yang_diminta_dan_tanpa_sisa(laporan_contoh, dunia, tmp_path):
    hasil = make_lkjip(satker=dunia.satker, tahun=2023, format=["html"], folder=tmp_path / "a" / "b")
    assert list(hasil.berkas) == ["html"]
    assert hasil.jumlah_halaman is None
    assert [b.name for b in (tmp_path / "a" / "b").iterdir()] == ["LKjIP-2023.html"]
    assert sorted(b.name for b in laporan_contoh.berkas["pdf"].parent.iterdir()) == [
        "LKjIP-2023.docx",
        "LKjIP-2023.html",
        "LKjIP-2023.pdf",
    ]


def test_berkas_dapat_dibaca_orang_lain(laporan_contoh):
    assert {b.stat().st_mode & 0o777 for b in laporan_contoh.berkas.values()} == {0o644}


def test_kemajuan_sampai_selesai(dunia, tmp_path):
    langkah: list[tuple[str, int, int]] = []
    make_lkjip(
        satker=dunia.satker,
        tahun=2023,
        format=["html"],
        folder=tmp_path,
        lapor=lambda *satu: langkah.append(satu),
    )
    assert langkah == [
        ("membaca fakta", 0, 3),
        ("menyusun dokumen", 1, 3),
        ("menulis HTML", 2, 3),
        ("selesai", 3, 3),
    ]


def test_yang_ditunggu_paling_lama_ditulis_terakhir(dunia, tmp_path):
    langkah: list[tuple[str, int, int]] = []
    hasil = make_lkjip(
        satker=dunia.satker,
        tahun=2023,
        format=["pdf", "docx", "html"],
        folder=tmp_path,
        lapor=lambda *satu: langkah.append(satu),
    )
    assert langkah[2:] == [
        ("menulis HTML", 2, 5),
        ("menulis DOCX", 3, 5),
        ("menulis PDF", 4, 5),
        ("selesai", 5, 5),
    ]
    assert len(pypdfium2.PdfDocument(hasil.berkas["pdf"])) == hasil.jumlah_halaman


def test_berkas_lama_diganti_utuh(dunia, tmp_path):
    berkas = tmp_path / "LKjIP-2023.html"
    berkas.write_text("lama")
    with berkas.open() as pembaca:
        make_lkjip(satker=dunia.satker, tahun=2023, format=["html"], folder=tmp_path)
        assert pembaca.read() == "lama"  # whoever had it open keeps reading the old one
    assert berkas.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_gagal_menulis_meninggalkan_yang_lama(dunia, tmp_path):
    """A folder stands where the file should go: nothing is replaced, no half file is left."""
    (tmp_path / "LKjIP-2023.html" / "isi").mkdir(parents=True)
    with pytest.raises(OSError, match=r"LKjIP-2023\.html"):
        make_lkjip(satker=dunia.satker, tahun=2023, format=["html"], folder=tmp_path)
    assert [b.name for b in tmp_path.iterdir()] == ["LKjIP-2023.html"]
    assert (tmp_path / "LKjIP-2023.html" / "isi").is_dir()


def test_tahun_tanpa_janji(kantor_contoh, tmp_path):
    with pytest.raises(TidakAdaKinerja, match="2019"):
        make_lkjip(satker=kantor_contoh, tahun=2019, format=["html"], folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


def susun(satker) -> Dokumen:
    return compose_lkjip(get_data_laporan(satker, 2023))


def test_fakta_sama_kode_sama(kantor_contoh, dokumen_contoh):
    assert susun(kantor_contoh) == dokumen_contoh


def test_satu_fakta_berubah_kode_berubah(kantor_contoh, dokumen_contoh):
    satu = Realisasi.objects.filter(tahun=2023, penyebut__isnull=False).first()
    Realisasi.objects.filter(pk=satu.pk).update(pembilang=satu.pembilang + 1)
    assert susun(kantor_contoh).kode != dokumen_contoh.kode
    Realisasi.objects.filter(pk=satu.pk).update(pembilang=satu.pembilang)
    assert susun(kantor_contoh).kode == dokumen_contoh.kode


def test_satu_kata_berubah_kode_berubah(data_contoh, dokumen_contoh):
    kunci = next(iter(data_contoh.narasi))
    narasi = {**data_contoh.narasi, kunci: data_contoh.narasi[kunci] + " Tambahan."}
    assert compose_lkjip(replace(data_contoh, narasi=narasi)).kode != dokumen_contoh.kode


def test_banyaknya_kueri_laporan(kantor_contoh, django_assert_max_num_queries):
    """All facts in a handful of queries; composing asks nothing more."""
    with django_assert_max_num_queries(45):
        data = get_data_laporan(kantor_contoh, 2023)
    with django_assert_max_num_queries(0):
        compose_lkjip(data)
        list_celah(data)


def test_setiap_operasi_diuji():
    assert {n for n in vars(operations) if n.startswith(("save_", "make_"))} == {
        "save_narasi",
        "save_tabel_pendukung",
        "make_lkjip",
    }
