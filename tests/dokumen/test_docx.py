"""The Word file of the sample report, read back with python-docx, lxml and LibreOffice."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document as Wadah
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.dokumen.baca_docx import (
    HALAMAN,
    W,
    baca_bagian,
    baca_kode,
    baca_medan,
    baca_teks,
    baca_teks_penanda,
    buat_tabel,
    cari_alinea,
    cetak_libreoffice,
    susun_dokumen,
)
from tests.dokumen.contoh_dokumen import INSTANSI, KATA_PANJANG, TEKS_BERBAHAYA, contoh_dokumen

from kinerja.dokumen.docx import render_docx
from kinerja.dokumen.docx.rupa import LEBAR_MENDATAR, LEBAR_TEGAK
from kinerja.dokumen.docx.tabel import bagi_lebar
from kinerja.dokumen.karakter import bersihkan
from kinerja.dokumen.model import (
    Bagian,
    Baris,
    Kolom,
    Paragraf,
    Rujukan,
    Tabel,
    paragraf,
)
from kinerja.dokumen.penomoran import GandaId, RujukanTanpaTujuan, nomori


@pytest.fixture(scope="module")
def isi() -> bytes:
    return render_docx(contoh_dokumen(), HALAMAN)


@pytest.fixture(scope="module")
def berkas(isi: bytes) -> Wadah:
    return docx.Document(io.BytesIO(isi))


@pytest.fixture(scope="module")
def badan(isi: bytes) -> etree._Element:
    return baca_bagian(isi, "word/document.xml")[0]


@pytest.fixture(scope="module")
def cetakan(isi: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Text of each page as LibreOffice prints it, whitespace normalised."""
    return cetak_libreoffice(isi, tmp_path_factory.mktemp("office"))


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
    gaya = {s.get(f"{W}styleId") for s in baca_bagian(isi, "word/styles.xml").iter(f"{W}style")}
    with zipfile.ZipFile(io.BytesIO(isi)) as berkas:
        nama = [n for n in berkas.namelist() if re.match(r"word/(document|header|footer|numbering)", n)]
        akar = [etree.fromstring(berkas.read(n)) for n in nama if n.endswith(".xml")]
    dipakai = {u.get(f"{W}val") for a in akar for u in a.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    dasar = {u.get(f"{W}val") for u in baca_bagian(isi, "word/styles.xml").iter(f"{W}basedOn", f"{W}next")}
    assert dipakai
    assert dipakai | dasar <= gaya


def test_language_and_properties(berkas: Wadah, isi: bytes) -> None:
    bahasa = baca_bagian(isi, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
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


def test_pictures_are_not_packed_twice_and_everything_else_is_packed(isi: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(isi)) as berkas:
        cara = {(n.filename.endswith(".png"), n.compress_type) for n in berkas.infolist()}
        assert berkas.testzip() is None
    assert cara == {(True, zipfile.ZIP_STORED), (False, zipfile.ZIP_DEFLATED)}


def test_every_part_says_what_it_is_once(isi: bytes) -> None:
    jenis = baca_bagian(isi, "[Content_Types].xml")
    with zipfile.ZipFile(io.BytesIO(isi)) as berkas:
        nama = set(berkas.namelist()) - {"[Content_Types].xml"}
    sendiri = [u.get("PartName").removeprefix("/") for u in jenis.iter("{*}Override")]
    bawaan = [u.get("Extension") for u in jenis.iter("{*}Default")]
    assert sorted(bawaan) == ["png", "rels", "xml"]
    assert len(set(sendiri)) == len(sendiri)
    assert set(sendiri) == {n for n in nama if n.endswith(".xml")}


def test_captions_are_seq_fields_restarting_in_each_chapter(badan: etree._Element) -> None:
    keterangan = [
        (baca_teks(p), baca_kode(p))
        for p in (*cari_alinea(badan, "Caption"), *cari_alinea(badan, "JudulGambar"))
    ]
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
    for p in cari_alinea(badan, "Caption"):
        assert p.getnext().tag == f"{W}tbl"


def test_bookmarks_are_unique_and_every_target_exists(badan: etree._Element) -> None:
    penanda = list(badan.iter(f"{W}bookmarkStart"))
    nama = [p.get(f"{W}name") for p in penanda]
    nomor = [p.get(f"{W}id") for p in penanda]
    assert len(set(nama)) == len(nama)
    assert len(set(nomor)) == len(nomor)
    assert sorted(nomor) == sorted(p.get(f"{W}id") for p in badan.iter(f"{W}bookmarkEnd"))
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", n) for n in nama)
    sasaran = {k.split()[1] for k in baca_kode(badan) if k.startswith(("REF", "PAGEREF"))}
    sasaran |= {h.get(f"{W}anchor") for h in badan.iter(f"{W}hyperlink")}
    assert len(sasaran) > 20
    assert sasaran <= set(nama)


def test_reference_to_a_table_is_a_field_with_the_bookmarked_text(badan: etree._Element) -> None:
    rujukan = {hasil: kode for kode, hasil in baca_medan(badan) if kode.startswith("REF")}
    assert {"Tabel 1", "Gambar 1.1", "Tabel 3.1", "Tabel 3.2", "Tabel 3.3"} == set(rujukan)
    for hasil, kode in rujukan.items():
        assert kode.endswith("\\h")
        assert baca_teks_penanda(badan, kode.split()[1]) == hasil


def test_reference_to_a_numbered_part_is_a_link_because_no_heading_prints_its_label(
    badan: etree._Element,
) -> None:
    tautan = {baca_teks(h): h.get(f"{W}anchor") for h in badan.iter(f"{W}hyperlink")}
    assert baca_teks_penanda(badan, tautan["Bab III.A.1"]) == "Meningkatnya kualitas layanan"


def test_reference_to_an_unnumbered_part_prints_its_title() -> None:
    dokumen = replace(
        susun_dokumen(paragraf("Lihat ", Rujukan("depan"), ".")),
        depan=(Bagian("depan", "Ikhtisar", bernomor=False),),
    )
    badan = baca_bagian(render_docx(dokumen), "word/document.xml")
    assert [hasil for kode, hasil in baca_medan(badan) if kode.startswith("REF")] == ["Ikhtisar"]


def test_lists_of_contents_are_filled_fields(badan: etree._Element) -> None:
    kode = [k for k in baca_kode(badan) if k.startswith("TOC")]
    assert kode == ['TOC \\o "1-5" \\h \\z', 'TOC \\h \\z \\c "Tabel"', 'TOC \\h \\z \\c "Gambar"']
    kotor = [m for m in badan.iter(f"{W}fldChar") if m.get(f"{W}dirty") == "true"]
    assert len(kotor) == 3
    jenis = [m.get(f"{W}fldCharType") for m in badan.iter(f"{W}fldChar")]
    assert jenis.count("begin") == jenis.count("separate") == jenis.count("end")
    nomor = nomori(contoh_dokumen())
    baris = [p for n in range(1, 6) for p in cari_alinea(badan, f"TOC{n}")]
    assert len(baris) == len(nomor.daftar_isi)
    assert len(cari_alinea(badan, "TableofFigures")) == len(nomor.daftar_tabel) + len(nomor.daftar_gambar)
    assert not any("Analisis penyebab" in baca_teks(p) for p in baris)


def test_lists_show_given_page_numbers_and_leave_unknown_ones_blank(badan: etree._Element) -> None:
    baris = {
        baca_teks(p): baca_medan(p)
        for p in (*cari_alinea(badan, "TOC1"), *cari_alinea(badan, "TableofFigures"))
    }
    assert "Kata Pengantari" in baris
    assert "BAB I  Pendahuluan1" in baris
    assert "Gambar 3.1Target dan Realisasi Tahun 2020–202331" in baris
    assert "BAB II  Perencanaan Kinerja" in baris
    assert next(b for b in baris if b.startswith("Tabel 3.1")).endswith("27")


def test_list_styles_have_dotted_right_tabs(isi: bytes) -> None:
    gaya = {s.get(f"{W}styleId"): s for s in baca_bagian(isi, "word/styles.xml").iter(f"{W}style")}
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
    kode = baca_kode(berkas.sections[4].header._element)
    assert kode == ['STYLEREF "Nomor Bab"', 'STYLEREF "Judul Bab"']
    kaki = berkas.sections[-1].footer
    assert "Kode verifikasi 7f3a-91c2" in kaki.paragraphs[0].text
    assert baca_kode(kaki._element) == ["PAGE"]


def test_running_title_of_an_unlisted_part_is_plain_text() -> None:
    bab = (Bagian("b", "Penutup", bernomor=False, dalam_daftar=False),)
    dokumen = docx.Document(io.BytesIO(render_docx(replace(susun_dokumen(), bab=bab))))
    kepala = dokumen.sections[-1].header
    assert kepala.paragraphs[1].text == "Penutup"
    assert baca_kode(kepala._element) == []


def test_landscape_table_takes_its_heading_along(badan: etree._Element) -> None:
    (mendatar,) = (s for s in badan.iter(f"{W}sectPr") if s.find(f"{W}pgSz").get(f"{W}orient"))
    p = mendatar.getparent().getparent()
    sebelum = list(p.itersiblings(preceding=True))
    tabel = next(u for u in sebelum if u.tag == f"{W}tbl")
    assert baca_teks(tabel.getprevious()).startswith("Tabel 2.1")
    assert baca_teks(tabel.getprevious().getprevious()) == "B.Perjanjian Kinerja"
    assert tabel.getprevious().getprevious().getprevious().find(f"{W}pPr/{W}sectPr") is not None
    assert sum(int(g.get(f"{W}w")) for g in tabel.iter(f"{W}gridCol")) == LEBAR_MENDATAR


@pytest.mark.parametrize(
    ("isi", "arah"),
    [
        ((paragraf("pengantar"), buat_tabel("t", mendatar=True)), [True]),
        ((paragraf("1"), paragraf("2"), paragraf("3"), buat_tabel("t", mendatar=True)), [False, True]),
        ((buat_tabel("t0"), paragraf("p"), buat_tabel("t", mendatar=True)), [False, True]),
        ((buat_tabel("t", mendatar=True), paragraf("penutup")), [True, False]),
        ((buat_tabel("t", mendatar=True), buat_tabel("u", mendatar=True)), [True]),
    ],
)
def test_what_opens_a_page_goes_along_onto_the_landscape_page(
    isi: tuple[Paragraf | Tabel, ...], arah: list[bool]
) -> None:
    badan = baca_bagian(render_docx(susun_dokumen(*isi)), "word/document.xml")
    seksi = [s.find(f"{W}pgSz").get(f"{W}orient") == "landscape" for s in badan.iter(f"{W}sectPr")]
    assert seksi[2:] == arah


def test_part_on_a_new_page_starts_one_except_at_the_start_of_a_section(badan: etree._Element) -> None:
    baru = [p for p in badan.iter(f"{W}p") if p.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert [baca_teks(p) for p in baru] == [
        "Daftar Tabel",
        "Daftar Gambar",
        "1.Meningkatnya kualitas layanan",
    ]


def test_section_never_ends_in_a_table_or_a_bookmark(badan: etree._Element) -> None:
    for seksi in badan.iter(f"{W}sectPr"):
        if seksi.getparent().tag == f"{W}pPr":
            assert seksi.getparent().getparent().find(f"{W}bookmarkEnd") is None
    for tabel in badan.iter(f"{W}tbl"):
        assert tabel.getnext().tag == f"{W}p"


def test_every_numbered_list_starts_at_one(badan: etree._Element) -> None:
    dokumen = contoh_dokumen()
    ganda = replace(dokumen, bab=(*dokumen.bab, Bagian("x", "X", isi=(dokumen.bab[1].anak[0].isi[0],))))
    isi = render_docx(ganda)
    butir = cari_alinea(baca_bagian(isi, "word/document.xml"), "ListNumber")
    nomor = [p.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") for p in butir]
    assert nomor[0] == nomor[2] != nomor[3] == nomor[5]
    definisi = {n.get(f"{W}numId"): n for n in baca_bagian(isi, "word/numbering.xml").iter(f"{W}num")}
    for satu in set(nomor):
        assert definisi[satu].find(f"{W}lvlOverride/{W}startOverride").get(f"{W}val") == "1"
    assert len(cari_alinea(badan, "ListBullet")) == 3


def test_call_outs_say_their_kind_in_words(badan: etree._Element) -> None:
    for gaya, kata in (("Kosong", "BELUM DIISI"), ("Perhatian", "PERHATIAN"), ("Info", "CATATAN")):
        semua = cari_alinea(badan, f"Catatan{gaya}")
        assert semua
        assert all(baca_teks(p).startswith(f"{kata}  ") for p in semua)


def test_text_is_never_markup(badan: etree._Element) -> None:
    teks = [baca_teks(p) for p in cari_alinea(badan, "BodyText")]
    assert TEKS_BERBAHAYA in teks
    assert any(KATA_PANJANG in baca_teks(t) for t in badan.iter(f"{W}tbl"))


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=40))
def test_any_text_gives_a_file_that_opens_with_that_text(teks: str) -> None:
    tabel = Tabel("t", teks, (Kolom(teks),), (Baris((teks,)), Baris((teks,), "kelompok")), catatan=teks)
    dokumen = replace(susun_dokumen(paragraf("x", teks), tabel), instansi=teks, judul=teks, subjudul=teks)
    hasil = docx.Document(io.BytesIO(render_docx(dokumen)))
    assert "x" + bersihkan(teks) in [p.text for p in hasil.paragraphs]
    assert [c.text for r in hasil.tables[0].rows for c in r.cells] == [bersihkan(teks)] * 3


def test_line_breaks_and_forbidden_characters() -> None:
    hasil = docx.Document(io.BytesIO(render_docx(susun_dokumen(paragraf("a\x0bb\r\nc\x00d\x1f\ufffee\tf")))))
    assert "a\nb\ncde\tf" in [p.text for p in hasil.paragraphs]


def test_report_without_parts_is_a_cover() -> None:
    hasil = docx.Document(io.BytesIO(render_docx(replace(susun_dokumen(), bab=()))))
    assert [p.text for p in hasil.paragraphs][:3] == ["Kantor", "Laporan", "Tahun 2023"]
    assert len(hasil.sections) == 1
    assert "TOC" not in " ".join(baca_kode(hasil.element))


def test_lists_without_entries_are_left_out() -> None:
    hasil = docx.Document(io.BytesIO(render_docx(susun_dokumen(paragraf("Teks.")))))
    kode = [k for k in baca_kode(hasil.element) if k.startswith("TOC")]
    assert kode == ['TOC \\o "1-5" \\h \\z']


def test_front_list_counts_from_one_when_nothing_precedes_it() -> None:
    hasil = docx.Document(io.BytesIO(render_docx(susun_dokumen(paragraf("Teks.")))))
    (nomor,) = hasil.sections[1]._sectPr.iter(f"{W}pgNumType")
    assert nomor.attrib == {f"{W}fmt": "lowerRoman", f"{W}start": "1"}


def test_cover_distances_follow_the_length_of_the_title() -> None:
    pendek = _spasi_judul("Laporan Kinerja")
    panjang = _spasi_judul("Laporan Kinerja Instansi Pemerintah Bidang Pelayanan Administrasi Terpadu")
    assert pendek - panjang == 3 * 800
    assert _spasi_judul("Laporan Kinerja " * 20) == 400


def _spasi_judul(judul: str) -> int:
    badan = baca_bagian(render_docx(replace(susun_dokumen(), judul=judul)), "word/document.xml")
    (p,) = cari_alinea(badan, "Title")
    return int(p.find(f"{W}pPr/{W}spacing").get(f"{W}before"))


@pytest.mark.parametrize(
    ("isi", "salah"),
    [
        ((paragraf(Rujukan("tiada")),), RujukanTanpaTujuan),
        ((Tabel("t", "J", (Kolom("A"), Kolom("B")), (Baris(("1",)),)),), ValueError),
        ((buat_tabel("t"), buat_tabel("t")), GandaId),
    ],
)
def test_mistakes_of_the_caller_are_errors(isi: tuple[Paragraf | Tabel, ...], salah: type[Exception]) -> None:
    with pytest.raises(salah):
        render_docx(susun_dokumen(*isi))


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
