"""Tables and pictures of the Word file, read back by their XML."""

from __future__ import annotations

import pytest
from lxml import etree
from tests.dokumen.baca_docx import (
    HALAMAN,
    WP,
    W,
    baca_bagian,
    baca_gaya,
    baca_teks,
    cari_tabel,
    susun_dokumen,
)
from tests.dokumen.contoh_dokumen import contoh_dokumen

from kinerja.dokumen.docx import render_docx
from kinerja.dokumen.docx.gambar import muat
from kinerja.dokumen.docx.rupa import LEBAR_TEGAK, TINGGI_GAMBAR
from kinerja.dokumen.model import (
    Baris,
    Gambar,
    Kolom,
    Tabel,
)


@pytest.fixture(scope="module")
def isi() -> bytes:
    return render_docx(contoh_dokumen(), HALAMAN)


@pytest.fixture(scope="module")
def badan(isi: bytes) -> etree._Element:
    return baca_bagian(isi, "word/document.xml")[0]


def test_grouped_header_repeats_spans_and_merges(badan: etree._Element) -> None:
    tabel = cari_tabel(badan, "Target dan Realisasi per Triwulan")
    atas, bawah, *sisa = tabel.findall(f"{W}tr")
    assert all(tr.find(f"{W}trPr/{W}tblHeader") is not None for tr in (atas, bawah))
    assert all(tr.find(f"{W}trPr/{W}tblHeader") is None for tr in sisa)
    assert all(tr.find(f"{W}trPr/{W}cantSplit") is not None for tr in (atas, bawah, *sisa))
    assert [baca_teks(tc) for tc in atas.findall(f"{W}tc")] == [
        "No.", "Indikator Kinerja", "Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV",
    ]  # fmt: skip
    assert [s.get(f"{W}val") for s in atas.iter(f"{W}gridSpan")] == ["3"] * 4
    assert [m.get(f"{W}val") for m in atas.iter(f"{W}vMerge")] == ["restart"] * 2
    assert [m.get(f"{W}val") for m in bawah.iter(f"{W}vMerge")] == ["continue"] * 2
    assert [baca_teks(tc) for tc in bawah.findall(f"{W}tc")] == ["", "", *("T", "R", "%") * 4]
    assert len(sisa) == 40


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
    assert [baca_teks(tr) for tr in kelompok] == ["Pemasyarakatan", "Imigrasi", "Administrasi Hukum"]
    assert all(tr.find(f".//{W}gridSpan").get(f"{W}val") == "4" for tr in kelompok)
    jumlah = [tc for tc in baris[-1].findall(f"{W}tc") if baca_teks(tc)]
    assert [baca_teks(tc) for tc in jumlah] == ["Rata-rata", "80", "74,75"]
    assert all(tc.find(f".//{W}r/{W}rPr/{W}b") is not None for tc in jumlah)
    data = baris[3].findall(f"{W}tc")
    assert [baca_gaya(tc.find(f"{W}p")) for tc in data] == [
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

    pendek = cari_tabel(badan, "Pagu dan Realisasi Anggaran menurut Jenis Belanja")
    assert sambung(pendek) == [True, True, True, False]
    assert sambung(_bagian_tabel_panjang(badan))[-3:] == [False, True, False]


def test_wide_table_gets_smaller_letters_instead_of_broken_numbers() -> None:
    kolom = tuple(Kolom(f"Kolom {n}", rata="kanan") for n in range(12))
    tabel = Tabel("t", "Judul", kolom, (Baris(("15.250.000.000",) * 12),), mendatar=True)
    badan = baca_bagian(render_docx(susun_dokumen(tabel)), "word/document.xml")
    assert baca_gaya(badan.findall(f".//{W}tr")[1].find(f".//{W}p")) == "TabelAngkaPadat"


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
    assert muat((1000, 4000), LEBAR_TEGAK) == (TINGGI_GAMBAR // 4, TINGGI_GAMBAR)
