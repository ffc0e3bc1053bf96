"""The web page of the sample report, read back with a forgiving and with a strict parser."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from tests.dokumen.contoh_dokumen import INSTANSI, TEKS_BERBAHAYA, contoh_dokumen

from kinerja.dokumen.html import render_html, render_isi_html
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
    teks,
)
from kinerja.dokumen.penomoran import GandaId, RujukanTanpaTujuan, nomori

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def laman() -> str:
    return render_html(contoh_dokumen())


@pytest.fixture(scope="module")
def akar(laman: str) -> html.HtmlElement:
    return html.document_fromstring(laman)


@pytest.fixture(scope="module")
def penggalan() -> str:
    return render_isi_html(contoh_dokumen())


def _dokumen(*isi: object, **lain: object) -> Dokumen:
    bab = (Bagian("b", "Bab", isi=tuple(isi)),)
    return Dokumen("Laporan", "Tahun 2023", "Kantor", 2023, "Kota, 1 Januari 2024", "k", bab=bab, **lain)


def _isi(unsur: html.HtmlElement) -> str:
    return " ".join(unsur.text_content().split())


def test_page_names_its_language_and_itself(laman: str, akar: html.HtmlElement) -> None:
    assert laman.startswith("<!doctype html>\n<html")
    assert akar.get("lang") == "id"
    assert akar.findtext("head/title") == f"Laporan Kinerja Instansi Pemerintah 2023 – {INSTANSI}"
    assert next(m.get("charset") for m in akar.iter("meta")) == "utf-8"


def test_page_loads_nothing_and_runs_nothing(laman: str, akar: html.HtmlElement) -> None:
    assert not list(akar.iter("script", "link", "img", "iframe", "object"))
    assert not re.search(r"url\(|@import|javascript:", laman)
    assert not [a for u in akar.iter() for a in u.attrib if a.startswith("on")]
    assert "@media print" in akar.findtext("head/style")


def test_first_link_jumps_to_the_content(akar: html.HtmlElement) -> None:
    pertama = next(akar.iter("a"))
    assert pertama.get("href") == "#lkjip-isi"
    assert akar.get_element_by_id("lkjip-isi").get("tabindex") == "-1"


def test_fragment_is_the_body_of_the_page_without_style(laman: str, penggalan: str) -> None:
    assert f"<main>{penggalan}</main>" in laman
    artikel = html.fragment_fromstring(penggalan)
    assert (artikel.tag, artikel.get("class")) == ("article", "lkjip")
    assert not list(artikel.iter("style", "script", f"{SVG}style"))
    assert not [u for u in artikel.iter() if "style" in u.attrib]


def test_every_id_is_unique_and_every_link_leads_somewhere(akar: html.HtmlElement) -> None:
    id_ = [u.get("id") for u in akar.iter() if u.get("id")]
    assert len(set(id_)) == len(id_)
    assert all(re.fullmatch(r"lkjip-[\w.-]+", i) for i in id_)
    tautan = [a.get("href") for a in akar.iter("a")]
    assert {t.removeprefix("#") for t in tautan} <= set(id_)
    acuan = [u.get(n) for u in akar.iter() for n in ("aria-labelledby", "aria-describedby") if u.get(n)]
    assert len(acuan) > 10
    assert set(acuan) <= set(id_)


def test_headings_follow_the_depth_of_the_tree(akar: html.HtmlElement) -> None:
    judul = [(u.tag, _isi(u)) for u in akar.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert [j for j in judul if j[0] == "h1"] == [("h1", "Laporan Kinerja Instansi Pemerintah")]
    assert ("h2", "BAB III Akuntabilitas Kinerja") in judul
    assert ("h3", "A. Capaian Kinerja Organisasi") in judul
    assert ("h4", "1. Meningkatnya kualitas layanan") in judul
    assert ("h5", "a. Persentase pengaduan yang diselesaikan") in judul
    assert ("h6", "1) Perbandingan target dan realisasi tahun ini") in judul
    assert ("h6", "Analisis penyebab keberhasilan atau kegagalan") in judul


def test_navigation_lists_what_the_numbering_lists(akar: html.HtmlElement) -> None:
    (nav,) = akar.iter("nav")
    nomor = nomori(contoh_dokumen())
    susunan = nav.xpath("./ul//a")
    assert [_isi(a) for a in susunan] == [f"{b.label} {b.judul}".strip() for b in nomor.daftar_isi]
    kedalaman = [len(list(a.iterancestors("ul"))) for a in susunan]
    assert kedalaman == [b.tingkat for b in nomor.daftar_isi]
    tabel, gambar = nav.iter("details")
    assert [_isi(a) for a in tabel.iter("a")][2].startswith("Tabel 3.1 Perbandingan")
    assert _isi(gambar.find("summary")) == "Daftar Gambar (4)"


def test_listed_part_under_an_unlisted_one_is_still_listed() -> None:
    anak = Bagian("c", "Cucu")
    bab = (Bagian("b", "Bab", anak=(Bagian("a", "Anak", anak=(anak,), dalam_daftar=False),)),)
    nav = html.fragment_fromstring(render_isi_html(replace(_dokumen(), bab=bab))).find("nav")
    assert [_isi(a) for a in nav.iter("a")] == ["BAB I Bab", "1. Cucu"]


def test_report_without_parts_has_no_navigation() -> None:
    artikel = html.fragment_fromstring(render_isi_html(replace(_dokumen(), bab=())))
    assert not list(artikel.iter("nav", "section"))
    assert [_isi(h) for h in artikel.iter("h1")] == ["Laporan"]


def test_table_has_caption_scopes_and_a_box_the_keyboard_can_scroll(akar: html.HtmlElement) -> None:
    tabel = akar.get_element_by_id("lkjip-tab-triwulan")
    assert _isi(tabel.find("caption")) == "Tabel 2.1 Target dan Realisasi per Triwulan"
    gulir = tabel.getparent()
    assert (gulir.get("role"), gulir.get("tabindex")) == ("region", "0")
    assert gulir.get("aria-labelledby") == tabel.find("caption").get("id")
    atas, bawah = tabel.findall("thead/tr")
    assert [(_isi(th), th.get("scope"), th.get("colspan"), th.get("rowspan")) for th in atas][1:3] == [
        ("Indikator Kinerja", "col", None, "2"),
        ("Triwulan I", "colgroup", "3", None),
    ]
    assert [(_isi(th), th.get("scope")) for th in bawah] == [("T", "col"), ("R", "col"), ("%", "col")] * 4
    assert sum(int(c.get("span")) for c in tabel.iter("colgroup")) == 14
    assert len(tabel.findall("tbody/tr")) == 40
    assert "lkjip-lebar" in tabel.get("class")
    assert _isi(gulir.getnext()) == "T: target; R: realisasi; %: capaian."


def test_simple_header_has_one_row(akar: html.HtmlElement) -> None:
    tabel = akar.get_element_by_id("lkjip-tab-anggaran")
    (baris,) = tabel.findall("thead/tr")
    assert [th.get("rowspan") for th in baris] == [None] * 4
    assert [th.get("scope") for th in baris] == ["col"] * 4


def test_group_and_total_rows(akar: html.HtmlElement) -> None:
    tabel = akar.get_element_by_id("lkjip-tab-panjang")
    badan = tabel.findall("tbody")
    assert [_isi(t[0]) for t in badan] == ["Pemasyarakatan", "Imigrasi", "Administrasi Hukum"]
    assert all(t[0][0].attrib == {"scope": "rowgroup", "colspan": "4"} for t in badan)
    jumlah = badan[-1][-1]
    assert jumlah.get("class") == "lkjip-jumlah"
    assert [(u.tag, _isi(u)) for u in jumlah] == [
        ("td", ""), ("th", "Rata-rata"), ("td", "80"), ("td", "74,75"),
    ]  # fmt: skip
    assert jumlah[1].get("scope") == "row"
    assert [u.get("class") for u in badan[0][1]] == ["lkjip-tengah", None, "lkjip-kanan", "lkjip-kanan"]


def test_total_row_without_text_has_no_header_cell() -> None:
    tabel = Tabel("t", "Judul", (Kolom("A"), Kolom("B")), (Baris(("", " "), "jumlah"),))
    artikel = html.fragment_fromstring(render_isi_html(_dokumen(tabel)))
    assert [u.tag for u in artikel.xpath(".//tbody/tr/*")] == ["td", "td"]


def test_figure_is_an_image_with_title_and_description(akar: html.HtmlElement, penggalan: str) -> None:
    gambar = [b for b in contoh_dokumen().blok() if isinstance(b, Gambar)]
    figure = list(akar.iter("figure"))
    nomor = nomori(contoh_dokumen())
    assert [_isi(f.find("figcaption")) for f in figure] == [f"{nomor.label[g.id]} {g.judul}" for g in gambar]
    for asal, unsur in zip(gambar, figure, strict=True):
        svg = unsur.find(".//svg")
        assert svg.get("role") == "img"
        judul, uraian = svg[:2]
        assert (judul.tag, _isi(judul)) == ("title", asal.judul)
        assert (uraian.tag, _isi(uraian)) == ("desc", asal.alt)
        assert (svg.get("aria-labelledby"), svg.get("aria-describedby")) == (
            judul.get("id"),
            uraian.get("id"),
        )
    assert _isi(figure[0].find("p")) == "Sumber: Subbagian Kepegawaian."
    assert penggalan.count("viewBox=") == len(gambar)
    assert penggalan.count('<svg xmlns="http://www.w3.org/2000/svg"') == len(gambar)


def test_call_outs_say_their_kind_in_words(akar: html.HtmlElement) -> None:
    catatan = [(u.get("class").split()[-1], _isi(u)) for u in akar.iter("div") if u.get("role") == "note"]
    assert (
        "lkjip-catatan-perhatian",
        "PERHATIAN Realisasi satuan kerja Lapas Contoh belum diverifikasi.",
    ) in (catatan)
    assert ("lkjip-catatan-kosong", "BELUM DIISI Salinan keputusan belum diunggah.") in catatan


def test_lists_and_runs(akar: html.HtmlElement) -> None:
    isi = akar.get_element_by_id("lkjip-isi")
    assert [len(u) for u in isi.iter("ol")] == [3]
    assert [_isi(u) for u in isi.xpath(".//ul/li/strong")] == ["belum merata"]
    assert [_isi(u) for u in isi.xpath(".//ul/li/em")] == ["Data pembanding"]
    artikel = html.fragment_fromstring(
        render_isi_html(_dokumen(paragraf(teks("x", tebal=True, miring=True))))
    )
    assert [_isi(u) for u in artikel.xpath(".//p/strong/em")] == ["x"]


def test_reference_is_a_link_with_the_label(akar: html.HtmlElement) -> None:
    isi = akar.get_element_by_id("lkjip-isi")
    tautan = {_isi(a): a.get("href") for a in isi.iter("a")}
    assert tautan["Tabel 3.1"] == "#lkjip-tab-panjang"
    assert tautan["Bab III.A.1"] == "#lkjip-sk1"


def test_text_is_never_markup(akar: html.HtmlElement) -> None:
    assert TEKS_BERBAHAYA in [u.text_content() for u in akar.iter("p")]
    assert not list(akar.iter("b"))


@given(st.text(alphabet=st.characters(), max_size=40))
def test_any_text_comes_back(teks: str) -> None:
    tabel = Tabel("t", teks, (Kolom(teks),), (Baris((teks,)), Baris((teks,), "kelompok")), catatan=teks)
    dokumen = replace(_dokumen(paragraf(teks, teks), tabel), instansi=teks, judul=teks, kode=teks)
    hasil = etree.fromstring(render_isi_html(dokumen).replace("<br>", "\n"), etree.HTMLParser())
    harap = bersihkan(teks)
    sel = list(hasil.iter("td", "th"))
    assert ["".join(u.itertext()) for u in sel] == [harap] * 3
    (p,) = hasil.xpath("//section/p[not(@class)]")
    assert "".join(p.itertext()) == harap * 2


def test_line_breaks_become_elements() -> None:
    artikel = render_isi_html(_dokumen(paragraf("a\nb", teks("c", tebal=True), "d\r\ne\x00")))
    assert "<p>a<br>b<strong>c</strong>d<br>e</p>" in artikel


def test_anchors_of_odd_ids_are_plain_and_differ() -> None:
    bab = (Bagian("sk 1/a", "Satu"), Bagian("sk-1-a", "Dua", isi=(paragraf(Rujukan("sk 1/a")),)))
    artikel = html.fragment_fromstring(render_isi_html(replace(_dokumen(), bab=bab)))
    satu, dua = (s.get("id") for s in artikel.iter("section"))
    assert satu == "lkjip-sk-1-a"
    assert dua != satu
    assert [a.get("href") for a in artikel.xpath(".//p/a")] == [f"#{satu}"]


@pytest.mark.parametrize(
    ("isi", "salah"),
    [
        ((paragraf(Rujukan("tiada")),), RujukanTanpaTujuan),
        ((Tabel("t", "J", (Kolom("A"), Kolom("B")), (Baris(("1",)),)),), ValueError),
        ((Tabel("t", "J", (Kolom("A"),), ()), Tabel("t", "J", (Kolom("A"),), ())), GandaId),
    ],
)
def test_mistakes_of_the_caller_are_errors(isi: tuple[Paragraf | Tabel, ...], salah: type[Exception]) -> None:
    with pytest.raises(salah):
        render_isi_html(_dokumen(*isi))
