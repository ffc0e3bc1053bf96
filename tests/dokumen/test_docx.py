"""The Word file of the sample report, read back with python-docx, lxml and LibreOffice."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.document import Document as Wadah
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.dokumen.contoh_dokumen import INSTANSI, KATA_PANJANG, TEKS_BERBAHAYA, contoh_dokumen

from kinerja.dokumen.docx import render_docx
from kinerja.dokumen.docx.gambar import muat
from kinerja.dokumen.docx.rupa import LEBAR_MENDATAR, LEBAR_TEGAK, TINGGI_GAMBAR
from kinerja.dokumen.docx.tabel import bagi_lebar
from kinerja.dokumen.karakter import bersihkan
from kinerja.dokumen.model import (
    Bagian,
    Baris,
    Dokumen,
    Gambar,
    Kolom,
    Paragraf,
    Rujukan,
    Tabel,
    paragraf,
)
from kinerja.dokumen.penomoran import GandaId, RujukanTanpaTujuan, nomori

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
HALAMAN = {"kata-pengantar": "i", "bab-pendahuluan": "1", "tab-panjang": 27, "gbr-batang": "31"}


@pytest.fixture(scope="module")
def isi() -> bytes:
    return render_docx(contoh_dokumen(), HALAMAN)


@pytest.fixture(scope="module")
def berkas(isi: bytes) -> Wadah:
    return docx.Document(io.BytesIO(isi))


@pytest.fixture(scope="module")
def badan(isi: bytes) -> etree._Element:
    return _bagian(isi, "word/document.xml")[0]


@pytest.fixture(scope="module")
def cetakan(isi: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Text of each page as LibreOffice prints it, whitespace normalised."""
    return _cetak_libreoffice(isi, tmp_path_factory.mktemp("office"))


def _bagian(isi: bytes, nama: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(isi)) as berkas:
        return etree.fromstring(berkas.read(nama))


def _cetak_libreoffice(isi: bytes, tempat: Path) -> list[str]:
    soffice = shutil.which("soffice")
    if not soffice:
        pytest.skip("LibreOffice tidak terpasang")
    (tempat / "laporan.docx").write_bytes(isi)
    perintah = [soffice, f"-env:UserInstallation={(tempat / 'profil').as_uri()}", "--headless"]
    perintah += ["--convert-to", "pdf", "--outdir", str(tempat), str(tempat / "laporan.docx")]
    subprocess.run(perintah, check=True, capture_output=True, timeout=180)
    pdf = pypdfium2.PdfDocument(tempat / "laporan.pdf")
    return [" ".join(halaman.get_textpage().get_text_range().split()) for halaman in pdf]


def _dokumen(*isi: object, **lain: object) -> Dokumen:
    bab = (Bagian("b", "Bab", isi=tuple(isi)),)
    return Dokumen("Laporan", "Tahun 2023", "Kantor", 2023, "Kota, 1 Januari 2024", "k", bab=bab, **lain)


def _gaya(p: etree._Element) -> str:
    return p.find(f"{W}pPr/{W}pStyle").get(f"{W}val")


def _teks(unsur: etree._Element) -> str:
    return "".join(t.text if t.tag == f"{W}t" else "\n" for t in unsur.iter(f"{W}t", f"{W}br"))


def _alinea(badan: etree._Element, gaya: str) -> list[etree._Element]:
    return [p for p in badan.iter(f"{W}p") if _gaya(p) == gaya]


def _kode(unsur: etree._Element) -> list[str]:
    return [kode.text.strip() for kode in unsur.iter(f"{W}instrText")]


def _medan(akar: etree._Element) -> Iterator[tuple[str, str]]:
    """Code and result of each innermost field."""
    kode = hasil = ""
    tahap = ""
    for r in akar.iter(f"{W}r"):
        tanda = r.find(f"{W}fldChar")
        if tanda is not None:
            tahap = tanda.get(f"{W}fldCharType")
            if tahap == "begin":
                kode = hasil = ""
            elif tahap == "end" and kode:
                yield kode.strip(), hasil
                kode = ""
        elif tahap == "begin":
            kode += "".join(r.itertext())
        elif tahap == "separate":
            hasil += _teks(r)


def test_headings_carry_their_number_as_text_and_a_true_style(berkas: Wadah) -> None:
    judul = [(p.style.name, p.text) for p in berkas.paragraphs if p.style.name.startswith("Heading")]
    assert ("Heading 1", "BAB III\nAkuntabilitas Kinerja") in judul
    assert ("Heading 1", "Kata Pengantar") in judul
    assert ("Heading 1", "LAMPIRAN 1\nPerjanjian Kinerja Tahun 2023") in judul
    assert ("Heading 2", "A.\tCapaian Kinerja Organisasi") in judul
    assert ("Heading 3", "1.\tMeningkatnya kualitas layanan") in judul
    assert ("Heading 4", "a.\tPersentase pengaduan yang diselesaikan") in judul
    assert ("Heading 5", "1)\tPerbandingan target dan realisasi tahun ini") in judul


def test_unlisted_heading_keeps_its_outline_level_but_not_the_listed_style(berkas: Wadah) -> None:
    (p,) = (p for p in berkas.paragraphs if p.text.startswith("Analisis penyebab keberhasilan"))
    assert p.style.name == "Judul Luar Daftar 5"
    assert p.style.base_style.name == "Heading 5"
    assert p.paragraph_format.left_indent == 0


def test_every_style_that_is_used_is_defined(isi: bytes) -> None:
    gaya = {s.get(f"{W}styleId") for s in _bagian(isi, "word/styles.xml").iter(f"{W}style")}
    with zipfile.ZipFile(io.BytesIO(isi)) as berkas:
        nama = [n for n in berkas.namelist() if re.match(r"word/(document|header|footer|numbering)", n)]
        akar = [etree.fromstring(berkas.read(n)) for n in nama if n.endswith(".xml")]
    dipakai = {u.get(f"{W}val") for a in akar for u in a.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    dasar = {u.get(f"{W}val") for u in _bagian(isi, "word/styles.xml").iter(f"{W}basedOn", f"{W}next")}
    assert dipakai
    assert dipakai | dasar <= gaya


def test_language_and_properties(berkas: Wadah, isi: bytes) -> None:
    bahasa = _bagian(isi, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert bahasa.get(f"{W}val") == "id-ID"
    sifat = berkas.core_properties
    assert "Laporan Kinerja Instansi Pemerintah" in sifat.title
    assert (sifat.author, sifat.language, sifat.keywords) == (INSTANSI, "id-ID", "7f3a-91c2")
    with zipfile.ZipFile(io.BytesIO(isi)) as berkas_zip:
        nama = berkas_zip.namelist()
        assert b"python-docx" not in b"".join(map(berkas_zip.read, nama))
    assert not {"docProps/app.xml", "docProps/thumbnail.jpeg", "word/stylesWithEffects.xml"} & set(nama)


def test_same_document_gives_same_bytes(isi: bytes) -> None:
    assert render_docx(contoh_dokumen(), HALAMAN) == isi


def test_captions_are_seq_fields_restarting_in_each_chapter(badan: etree._Element) -> None:
    keterangan = [(_teks(p), _kode(p)) for p in (*_alinea(badan, "Caption"), *_alinea(badan, "JudulGambar"))]
    assert ("Tabel 1  Ikhtisar Capaian Kinerja", ["SEQ Tabel \\* ARABIC \\r 1"]) in keterangan
    assert ("Tabel 2.1  Target dan Realisasi per Triwulan", ["SEQ Tabel \\* ARABIC \\r 1"]) in keterangan
    assert (
        "Tabel 3.3  Pagu dan Realisasi Anggaran menurut Jenis Belanja",
        ["SEQ Tabel \\* ARABIC"],
    ) in keterangan
    assert ("Gambar 3.2  Capaian menurut Satuan Kerja", ["SEQ Gambar \\* ARABIC"]) in keterangan
    assert ("Tabel L1.1  Sasaran, Indikator, dan Target", ["SEQ Tabel \\* ARABIC \\r 1"]) in keterangan
    nomor = nomori(contoh_dokumen())
    assert len(keterangan) == len(nomor.daftar_tabel) + len(nomor.daftar_gambar)


def test_table_caption_is_followed_by_its_table_and_keeps_with_it(
    badan: etree._Element, berkas: Wadah
) -> None:
    assert berkas.styles["Caption"].paragraph_format.keep_with_next
    for p in _alinea(badan, "Caption"):
        assert p.getnext().tag == f"{W}tbl"


def test_bookmarks_are_unique_and_every_target_exists(badan: etree._Element) -> None:
    penanda = list(badan.iter(f"{W}bookmarkStart"))
    nama = [p.get(f"{W}name") for p in penanda]
    nomor = [p.get(f"{W}id") for p in penanda]
    assert len(set(nama)) == len(nama)
    assert len(set(nomor)) == len(nomor)
    assert sorted(nomor) == sorted(p.get(f"{W}id") for p in badan.iter(f"{W}bookmarkEnd"))
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", n) for n in nama)
    sasaran = {k.split()[1] for k in _kode(badan) if k.startswith(("REF", "PAGEREF"))}
    sasaran |= {h.get(f"{W}anchor") for h in badan.iter(f"{W}hyperlink")}
    assert len(sasaran) > 20
    assert sasaran <= set(nama)


def test_reference_to_a_table_is_a_field_with_the_bookmarked_text(badan: etree._Element) -> None:
    rujukan = {hasil: kode for kode, hasil in _medan(badan) if kode.startswith("REF")}
    assert {"Tabel 1", "Gambar 1.1", "Tabel 3.1", "Tabel 3.2", "Tabel 3.3"} == set(rujukan)
    for hasil, kode in rujukan.items():
        assert kode.endswith("\\h")
        assert _teks_penanda(badan, kode.split()[1]) == hasil


def _teks_penanda(badan: etree._Element, nama: str) -> str:
    (awal,) = (p for p in badan.iter(f"{W}bookmarkStart") if p.get(f"{W}name") == nama)
    hasil = ""
    for saudara in awal.itersiblings():
        if saudara.tag == f"{W}bookmarkEnd" and saudara.get(f"{W}id") == awal.get(f"{W}id"):
            return hasil
        hasil += _teks(saudara)
    raise AssertionError(nama)


def test_reference_to_a_numbered_part_is_a_link_because_no_heading_prints_its_label(
    badan: etree._Element,
) -> None:
    tautan = {_teks(h): h.get(f"{W}anchor") for h in badan.iter(f"{W}hyperlink")}
    assert _teks_penanda(badan, tautan["Bab III.A.1"]) == "Meningkatnya kualitas layanan"


def test_reference_to_an_unnumbered_part_prints_its_title() -> None:
    dokumen = replace(
        _dokumen(paragraf("Lihat ", Rujukan("depan"), ".")),
        depan=(Bagian("depan", "Ikhtisar", bernomor=False),),
    )
    badan = _bagian(render_docx(dokumen), "word/document.xml")
    assert [hasil for kode, hasil in _medan(badan) if kode.startswith("REF")] == ["Ikhtisar"]


def test_lists_of_contents_are_filled_fields(badan: etree._Element) -> None:
    kode = [k for k in _kode(badan) if k.startswith("TOC")]
    assert kode == ['TOC \\o "1-5" \\h \\z', 'TOC \\h \\z \\c "Tabel"', 'TOC \\h \\z \\c "Gambar"']
    kotor = [m for m in badan.iter(f"{W}fldChar") if m.get(f"{W}dirty") == "true"]
    assert len(kotor) == 3
    jenis = [m.get(f"{W}fldCharType") for m in badan.iter(f"{W}fldChar")]
    assert jenis.count("begin") == jenis.count("separate") == jenis.count("end")
    nomor = nomori(contoh_dokumen())
    baris = [p for n in range(1, 6) for p in _alinea(badan, f"TOC{n}")]
    assert len(baris) == len(nomor.daftar_isi)
    assert len(_alinea(badan, "TableofFigures")) == len(nomor.daftar_tabel) + len(nomor.daftar_gambar)
    assert not any("Analisis penyebab" in _teks(p) for p in baris)


def test_lists_show_given_page_numbers_and_leave_unknown_ones_blank(badan: etree._Element) -> None:
    baris = {_teks(p): _medan(p) for p in (*_alinea(badan, "TOC1"), *_alinea(badan, "TableofFigures"))}
    assert "Kata Pengantari" in baris
    assert "BAB I  Pendahuluan1" in baris
    assert "Gambar 3.1Target dan Realisasi Tahun 2020–202331" in baris
    assert "BAB II  Perencanaan Kinerja" in baris
    assert next(b for b in baris if b.startswith("Tabel 3.1")).endswith("27")


def test_list_styles_have_dotted_right_tabs(isi: bytes) -> None:
    gaya = {s.get(f"{W}styleId"): s for s in _bagian(isi, "word/styles.xml").iter(f"{W}style")}
    for nama in ("TOC1", "TOC5", "TableofFigures"):
        tab = list(gaya[nama].iter(f"{W}tab"))[-1]
        assert (tab.get(f"{W}val"), tab.get(f"{W}leader")) == ("right", "dot")
        assert tab.get(f"{W}pos") == str(LEBAR_TEGAK)


def test_sections_cover_roman_arabic_landscape(badan: etree._Element) -> None:
    seksi = list(badan.iter(f"{W}sectPr"))
    sampul, pengantar = seksi[:2]
    assert sampul.find(f"{W}headerReference") is None
    assert sampul.find(f"{W}footerReference") is None
    assert pengantar.find(f"{W}pgNumType").attrib == {f"{W}fmt": "lowerRoman", f"{W}start": "1"}
    nomor = [s.find(f"{W}pgNumType").get(f"{W}fmt") for s in seksi[1:]]
    assert nomor == ["lowerRoman"] * 3 + ["decimal"] * (len(seksi) - 4)
    mulai = [s for s in seksi if s.find(f"{W}pgNumType/[@{W}start]") is not None]
    assert [seksi.index(s) for s in mulai] == [1, 4]
    arah = [s.find(f"{W}pgSz").get(f"{W}orient") for s in seksi]
    assert arah.count("landscape") == 1
    for s in seksi[1:]:
        assert s.find(f"{W}headerReference") is not None
        assert s.find(f"{W}footerReference") is not None


def test_each_chapter_has_its_own_running_title(berkas: Wadah) -> None:
    judul = [[p.text for p in s.header.paragraphs] for s in berkas.sections[1:]]
    assert judul[0] == [INSTANSI, "Kata Pengantar"]
    assert judul[2] == [INSTANSI, ""]
    assert judul[3] == [INSTANSI, "BAB I Pendahuluan"]
    assert judul[4] == judul[5] == [INSTANSI, "BAB II Perencanaan Kinerja"]
    kode = _kode(berkas.sections[4].header._element)
    assert kode == ['STYLEREF "Nomor Bab"', 'STYLEREF "Judul Bab"']
    kaki = berkas.sections[-1].footer
    assert "Kode verifikasi 7f3a-91c2" in kaki.paragraphs[0].text
    assert _kode(kaki._element) == ["PAGE"]


def test_running_title_of_an_unlisted_part_is_plain_text() -> None:
    bab = (Bagian("b", "Penutup", bernomor=False, dalam_daftar=False),)
    dokumen = docx.Document(io.BytesIO(render_docx(replace(_dokumen(), bab=bab))))
    kepala = dokumen.sections[-1].header
    assert kepala.paragraphs[1].text == "Penutup"
    assert _kode(kepala._element) == []


def test_landscape_table_takes_its_heading_along(badan: etree._Element) -> None:
    (mendatar,) = (s for s in badan.iter(f"{W}sectPr") if s.find(f"{W}pgSz").get(f"{W}orient"))
    p = mendatar.getparent().getparent()
    sebelum = list(p.itersiblings(preceding=True))
    tabel = next(u for u in sebelum if u.tag == f"{W}tbl")
    assert _teks(tabel.getprevious()).startswith("Tabel 2.1")
    assert _teks(tabel.getprevious().getprevious()) == "B.Perjanjian Kinerja"
    assert tabel.getprevious().getprevious().getprevious().find(f"{W}pPr/{W}sectPr") is not None
    assert sum(int(g.get(f"{W}w")) for g in tabel.iter(f"{W}gridCol")) == LEBAR_MENDATAR


def _tabel(id_: str, *, mendatar: bool = False) -> Tabel:
    return Tabel(id_, f"Judul {id_}", (Kolom("A"),), (Baris(("1",)),), mendatar=mendatar)


@pytest.mark.parametrize(
    ("isi", "arah"),
    [
        ((paragraf("pengantar"), _tabel("t", mendatar=True)), [True]),
        ((paragraf("1"), paragraf("2"), paragraf("3"), _tabel("t", mendatar=True)), [False, True]),
        ((_tabel("t0"), paragraf("p"), _tabel("t", mendatar=True)), [False, True]),
        ((_tabel("t", mendatar=True), paragraf("penutup")), [True, False]),
        ((_tabel("t", mendatar=True), _tabel("u", mendatar=True)), [True]),
    ],
)
def test_what_opens_a_page_goes_along_onto_the_landscape_page(
    isi: tuple[Paragraf | Tabel, ...], arah: list[bool]
) -> None:
    badan = _bagian(render_docx(_dokumen(*isi)), "word/document.xml")
    seksi = [s.find(f"{W}pgSz").get(f"{W}orient") == "landscape" for s in badan.iter(f"{W}sectPr")]
    assert seksi[2:] == arah


def test_part_on_a_new_page_starts_one_except_at_the_start_of_a_section(badan: etree._Element) -> None:
    baru = [p for p in badan.iter(f"{W}p") if p.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert [_teks(p) for p in baru] == ["Daftar Tabel", "Daftar Gambar", "1.Meningkatnya kualitas layanan"]


def test_section_never_ends_in_a_table_or_a_bookmark(badan: etree._Element) -> None:
    for seksi in badan.iter(f"{W}sectPr"):
        if seksi.getparent().tag == f"{W}pPr":
            assert seksi.getparent().getparent().find(f"{W}bookmarkEnd") is None
    for tabel in badan.iter(f"{W}tbl"):
        assert tabel.getnext().tag == f"{W}p"


def test_grouped_header_repeats_spans_and_merges(badan: etree._Element) -> None:
    tabel = _cari_tabel(badan, "Target dan Realisasi per Triwulan")
    atas, bawah, *sisa = tabel.findall(f"{W}tr")
    assert all(tr.find(f"{W}trPr/{W}tblHeader") is not None for tr in (atas, bawah))
    assert all(tr.find(f"{W}trPr/{W}tblHeader") is None for tr in sisa)
    assert all(tr.find(f"{W}trPr/{W}cantSplit") is not None for tr in (atas, bawah, *sisa))
    assert [_teks(tc) for tc in atas.findall(f"{W}tc")] == [
        "No.", "Indikator Kinerja", "Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV",
    ]  # fmt: skip
    assert [s.get(f"{W}val") for s in atas.iter(f"{W}gridSpan")] == ["3"] * 4
    assert [m.get(f"{W}val") for m in atas.iter(f"{W}vMerge")] == ["restart"] * 2
    assert [m.get(f"{W}val") for m in bawah.iter(f"{W}vMerge")] == ["continue"] * 2
    assert [_teks(tc) for tc in bawah.findall(f"{W}tc")] == ["", "", *("T", "R", "%") * 4]
    assert len(sisa) == 40


def _cari_tabel(badan: etree._Element, judul: str) -> etree._Element:
    (tabel,) = (t for t in badan.iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == judul)
    return tabel


def test_rows_of_every_table_fill_the_grid(badan: etree._Element) -> None:
    for tabel in badan.iter(f"{W}tbl"):
        kisi = [int(g.get(f"{W}w")) for g in tabel.iter(f"{W}gridCol")]
        assert int(tabel.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) == sum(kisi)
        for tr in tabel.iter(f"{W}tr"):
            assert sum(int(lebar.get(f"{W}w")) for lebar in tr.iter(f"{W}tcW")) == sum(kisi)


def test_group_and_total_rows(badan: etree._Element) -> None:
    tabel = _bagian_tabel_panjang(badan)
    baris = tabel.findall(f"{W}tr")
    kelompok = [tr for tr in baris if len(tr.findall(f"{W}tc")) == 1]
    assert [_teks(tr) for tr in kelompok] == ["Pemasyarakatan", "Imigrasi", "Administrasi Hukum"]
    assert all(tr.find(f".//{W}gridSpan").get(f"{W}val") == "4" for tr in kelompok)
    jumlah = [tc for tc in baris[-1].findall(f"{W}tc") if _teks(tc)]
    assert [_teks(tc) for tc in jumlah] == ["Rata-rata", "80", "74,75"]
    assert all(tc.find(f".//{W}r/{W}rPr/{W}b") is not None for tc in jumlah)
    data = baris[3].findall(f"{W}tc")
    assert [_gaya(tc.find(f"{W}p")) for tc in data] == [
        "TabelTengah",
        "TabelTeks",
        "TabelAngka",
        "TabelAngka",
    ]


def _bagian_tabel_panjang(badan: etree._Element) -> etree._Element:
    return next(t for t in badan.iter(f"{W}tbl") if len(t.findall(f"{W}tr")) > 70)


def test_short_table_stays_whole_and_a_total_is_never_alone(badan: etree._Element) -> None:
    def sambung(tabel: etree._Element) -> list[bool]:
        baris = [tr for tr in tabel.iter(f"{W}tr") if tr.find(f".//{W}tblHeader") is None]
        return [tr.find(f".//{W}keepNext") is not None for tr in baris]

    pendek = _cari_tabel(badan, "Pagu dan Realisasi Anggaran menurut Jenis Belanja")
    assert sambung(pendek) == [True, True, True, False]
    assert sambung(_bagian_tabel_panjang(badan))[-3:] == [False, True, False]


def test_wide_table_gets_smaller_letters_instead_of_broken_numbers() -> None:
    kolom = tuple(Kolom(f"Kolom {n}", rata="kanan") for n in range(12))
    tabel = Tabel("t", "Judul", kolom, (Baris(("15.250.000.000",) * 12),), mendatar=True)
    badan = _bagian(render_docx(_dokumen(tabel)), "word/document.xml")
    assert _gaya(badan.findall(f".//{W}tr")[1].find(f".//{W}p")) == "TabelAngkaPadat"


def test_pictures_have_alt_text_and_fit_the_page(badan: etree._Element) -> None:
    lukisan = list(badan.iter(f"{WP}docPr"))
    assert len({d.get("id") for d in lukisan}) == len(lukisan)
    hiasan, *gambar = lukisan
    assert hiasan.get("descr") == ""
    assert "decorative" in etree.tostring(hiasan).decode()
    semua = {b.alt for b in contoh_dokumen().blok() if isinstance(b, Gambar)}
    assert {d.get("descr") for d in gambar} == semua
    for inline in badan.iter(f"{WP}inline"):
        ukuran = inline.find(f"{WP}extent")
        assert int(ukuran.get("cx")) == LEBAR_TEGAK * 635
        assert 0 < int(ukuran.get("cy")) <= TINGGI_GAMBAR * 635


def test_high_picture_is_scaled_to_the_page() -> None:
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (1000).to_bytes(4) + (4000).to_bytes(4)
    assert muat(png, LEBAR_TEGAK) == (TINGGI_GAMBAR // 4, TINGGI_GAMBAR)


def test_every_numbered_list_starts_at_one(badan: etree._Element) -> None:
    dokumen = contoh_dokumen()
    ganda = replace(dokumen, bab=(*dokumen.bab, Bagian("x", "X", isi=(dokumen.bab[1].anak[0].isi[0],))))
    isi = render_docx(ganda)
    butir = _alinea(_bagian(isi, "word/document.xml"), "ListNumber")
    nomor = [p.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") for p in butir]
    assert nomor[0] == nomor[2] != nomor[3] == nomor[5]
    definisi = {n.get(f"{W}numId"): n for n in _bagian(isi, "word/numbering.xml").iter(f"{W}num")}
    for satu in set(nomor):
        assert definisi[satu].find(f"{W}lvlOverride/{W}startOverride").get(f"{W}val") == "1"
    assert len(_alinea(badan, "ListBullet")) == 3


def test_call_outs_say_their_kind_in_words(badan: etree._Element) -> None:
    for gaya, kata in (("Kosong", "BELUM DIISI"), ("Perhatian", "PERHATIAN"), ("Info", "CATATAN")):
        semua = _alinea(badan, f"Catatan{gaya}")
        assert semua
        assert all(_teks(p).startswith(f"{kata}  ") for p in semua)


def test_text_is_never_markup(badan: etree._Element) -> None:
    teks = [_teks(p) for p in _alinea(badan, "BodyText")]
    assert TEKS_BERBAHAYA in teks
    assert any(KATA_PANJANG in _teks(t) for t in badan.iter(f"{W}tbl"))


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=40))
def test_any_text_gives_a_file_that_opens_with_that_text(teks: str) -> None:
    tabel = Tabel("t", teks, (Kolom(teks),), (Baris((teks,)), Baris((teks,), "kelompok")), catatan=teks)
    dokumen = replace(_dokumen(paragraf("x", teks), tabel), instansi=teks, judul=teks, subjudul=teks)
    hasil = docx.Document(io.BytesIO(render_docx(dokumen)))
    assert "x" + bersihkan(teks) in [p.text for p in hasil.paragraphs]
    assert [c.text for r in hasil.tables[0].rows for c in r.cells] == [bersihkan(teks)] * 3


def test_line_breaks_and_forbidden_characters() -> None:
    hasil = docx.Document(io.BytesIO(render_docx(_dokumen(paragraf("a\x0bb\r\nc\x00d\x1f\ufffee\tf")))))
    assert "a\nb\ncde\tf" in [p.text for p in hasil.paragraphs]


def test_report_without_parts_is_a_cover() -> None:
    hasil = docx.Document(io.BytesIO(render_docx(replace(_dokumen(), bab=()))))
    assert [p.text for p in hasil.paragraphs][:3] == ["Kantor", "Laporan", "Tahun 2023"]
    assert len(hasil.sections) == 1
    assert "TOC" not in " ".join(_kode(hasil.element))


def test_lists_without_entries_are_left_out() -> None:
    hasil = docx.Document(io.BytesIO(render_docx(_dokumen(paragraf("Teks.")))))
    kode = [k for k in _kode(hasil.element) if k.startswith("TOC")]
    assert kode == ['TOC \\o "1-5" \\h \\z']


def test_front_list_counts_from_one_when_nothing_precedes_it() -> None:
    hasil = docx.Document(io.BytesIO(render_docx(_dokumen(paragraf("Teks.")))))
    (nomor,) = hasil.sections[1]._sectPr.iter(f"{W}pgNumType")
    assert nomor.attrib == {f"{W}fmt": "lowerRoman", f"{W}start": "1"}


def test_cover_distances_follow_the_length_of_the_title() -> None:
    pendek = _spasi_judul("Laporan Kinerja")
    panjang = _spasi_judul("Laporan Kinerja Instansi Pemerintah Bidang Pelayanan Administrasi Terpadu")
    assert pendek - panjang == 3 * 800
    assert _spasi_judul("Laporan Kinerja " * 20) == 400


def _spasi_judul(judul: str) -> int:
    badan = _bagian(render_docx(replace(_dokumen(), judul=judul)), "word/document.xml")
    (p,) = _alinea(badan, "Title")
    return int(p.find(f"{W}pPr/{W}spacing").get(f"{W}before"))


@pytest.mark.parametrize(
    ("isi", "salah"),
    [
        ((paragraf(Rujukan("tiada")),), RujukanTanpaTujuan),
        ((Tabel("t", "J", (Kolom("A"), Kolom("B")), (Baris(("1",)),)),), ValueError),
        ((_tabel("t"), _tabel("t")), GandaId),
    ],
)
def test_mistakes_of_the_caller_are_errors(isi: tuple[Paragraf | Tabel, ...], salah: type[Exception]) -> None:
    with pytest.raises(salah):
        render_docx(_dokumen(*isi))


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=30), st.integers(1000, 20000))
def test_column_widths_add_up_exactly(relatif: list[int], jumlah: int) -> None:
    lebar = bagi_lebar(tuple(relatif), jumlah)
    assert sum(lebar) == jumlah
    for satu, asal in zip(lebar, relatif, strict=True):
        assert abs(satu * sum(relatif) - jumlah * asal) < sum(relatif)


def test_libreoffice_prints_the_lists_and_references(cetakan: list[str]) -> None:
    daftar_isi = next(h for h in cetakan if "DAFTAR ISI" in h)
    assert re.search(r"BAB I Pendahuluan\.* ?1 A\. Latar Belakang", daftar_isi)
    seluruhnya = " ".join(cetakan)
    assert "Susunan organisasi tampak pada Gambar 1.1." in seluruhnya
    assert "Uraian pada Bab III.A.1 dan Tabel 3.1." in seluruhnya
    assert "Gambar 3.2 Capaian menurut Satuan Kerja" in seluruhnya
    assert "Tabel L1.1 Sasaran, Indikator, dan Target" in seluruhnya
    assert "Error:" not in seluruhnya


def test_libreoffice_prints_headers_footers_and_repeated_table_heads(cetakan: list[str]) -> None:
    sampul, pengantar, *sisa = cetakan
    assert "Kode verifikasi 7f3a-91c2" in sampul
    assert pengantar.startswith(f"{INSTANSI} Kata Pengantar")
    assert pengantar.endswith(" i")
    triwulan = [h for h in sisa if "Triwulan IV" in h]
    assert len(triwulan) > 1
    assert all(f"{INSTANSI} BAB II Perencanaan Kinerja" in h for h in triwulan)
    assert sisa[-1].endswith(f" {len(cetakan) - 6}")
