"""Trees, text measure and PNG."""

from __future__ import annotations

import struct
from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest
import typst
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.dokumen.contoh_grafik import (
    ENAM_PULUH,
    KINERJA,
    ORGANISASI,
    SASARAN,
    SVG,
    TEKS,
    Gambar,
    Petak,
    baca_tanda,
    batang,
    periksa,
    persegi_dari,
)

from kinerja.dokumen.grafik import GagalRaster, compute_ukuran, pekerja, png, svg_ke_png
from kinerja.dokumen.grafik.gaya import LEBAR, STATUS, TINGGI_MAKS
from kinerja.dokumen.grafik.huruf import bungkus, ukur
from kinerja.dokumen.model import BaganPohon, Simpul


def _simpul(gambar: Gambar) -> list[Petak]:
    return [persegi_dari(e) for e in gambar.akar.iter(f"{SVG}rect") if e.get("rx") == "3"]


@pytest.mark.parametrize(("akar", "banyak"), [(KINERJA, 4), (ORGANISASI, 60), (ENAM_PULUH, 71)])
def test_tree_has_a_box_for_every_node_and_each_text_in_its_box(akar: Simpul, banyak: int) -> None:
    gambar = Gambar(BaganPohon(akar))
    kotak = _simpul(gambar)
    assert len(kotak) == banyak
    for satu, dua in combinations(kotak, 2):
        assert not satu.menyentuh(dua)
    for teks in gambar.teks():
        if teks.isi not in {"Tercapai", "Tidak tercapai", "Tanpa nilai"}:
            assert sum(k.memuat(teks) for k in kotak) == 1
    for simpul in (akar, *akar.anak, akar.anak[-1]):
        assert simpul.teks in gambar.kata()
        assert simpul.keterangan in gambar.kata()


def test_tree_goes_from_left_to_right() -> None:
    kotak = sorted(_simpul(Gambar(BaganPohon(KINERJA))), key=lambda p: p.x)
    assert len({k.x for k in kotak}) == 2
    assert kotak[0].kanan < kotak[1].x
    garis = next(e for e in Gambar(BaganPohon(KINERJA)).akar.iter(f"{SVG}path") if "H" in e.get("d", ""))
    assert garis.get("d").count("H") == 4


def test_leaves_share_a_panel_only_where_space_is_short() -> None:
    def lajur(banyak: int) -> int:
        anak = tuple(Simpul(f"Sasaran {i}", anak=(Simpul("Satu"),) * 4) for i in range(banyak))
        daun = [k for k in _simpul(Gambar(BaganPohon(Simpul("Kantor", anak=anak)))) if k.isi == "#6b8299"]
        return len({k.x for k in daun})

    assert lajur(2) == 1
    assert lajur(30) == 4


def test_tree_statuses_are_signed() -> None:
    assert sum(baca_tanda(Gambar(BaganPohon(KINERJA))).values()) == 6
    assert not baca_tanda(Gambar(BaganPohon(ORGANISASI)))


def test_deep_and_wordy_trees_grow() -> None:
    dalam = Simpul("Ujung")
    for i in range(11):
        dalam = Simpul(f"Tingkat {i}", anak=(dalam,))
    gambar = Gambar(BaganPohon(dalam))
    periksa(gambar)
    assert gambar.bidang.kanan > LEBAR
    panjang = Simpul("A", anak=tuple(Simpul("Persentase " * 40) for _ in range(30)))
    gambar = Gambar(BaganPohon(panjang))
    periksa(gambar)
    assert gambar.bidang.bawah > TINGGI_MAKS


POHON = st.recursive(
    st.builds(Simpul, TEKS, TEKS, st.none() | st.sampled_from(list(STATUS))),
    lambda anak: st.builds(
        Simpul, TEKS, TEKS, st.none() | st.sampled_from(list(STATUS)), st.lists(anak, max_size=9).map(tuple)
    ),
    max_leaves=40,
)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(POHON)
def test_any_tree_is_tidy(akar: Simpul) -> None:
    periksa(Gambar(BaganPohon(akar)))


@given(TEKS, st.floats(1, 300), st.floats(9, 14))
def test_wrapping_loses_nothing_and_fits(teks: str, lebar: float, ukuran: float) -> None:
    baris = bungkus(teks, lebar, ukuran)
    assert "".join("".join(baris).split()) == "".join("".join(bungkus(teks, 1e9, ukuran)).split())
    assert all(ukur(b, ukuran) <= lebar + 1e-6 or len(b) == 1 for b in baris)


def test_wrapping_prefers_spaces_then_hyphens() -> None:
    assert bungkus("Perundang-Undangan", ukur("Perundang-Un", 10), 10) == ("Perundang-", "Undangan")
    assert bungkus("", 50, 10) == ()
    assert bungkus("ab cd", 1, 10) == ("a", "b", "c", "d")
    assert ukur("é", 10) == ukur("e", 10)
    assert ukur("e\u0301", 10) == ukur("e", 10)
    assert ukur("漢", 10) > ukur("W", 10)


@pytest.mark.parametrize(
    ("berkas", "tebal"), [("SourceSans3_400Regular", False), ("SourceSans3_700Bold", True)]
)
def test_measure_is_an_upper_bound_of_the_shipped_font(berkas: str, tebal: bool) -> None:
    fon = TTFont(png.FON / f"{berkas}.ttf")
    peta, lebar = fon.getBestCmap(), fon["hmtx"]
    for huruf in map(chr, (*range(32, 127), *map(ord, "−–—…×·“”’°éÖ"))):
        nyata = lebar[peta[ord(huruf)]][0] / fon["head"].unitsPerEm
        assert nyata <= ukur(huruf, 1, tebal=tebal) + 0.001, huruf


def test_png_of_many_keeps_keys_order_and_size() -> None:
    svg = {f"g{i}": Gambar(batang((str(i + 1),))).svg for i in range(11)} | {
        "pohon": Gambar(BaganPohon(KINERJA)).svg
    }
    hasil = svg_ke_png(svg)
    assert list(hasil) == list(svg)
    for kunci, isi in hasil.items():
        assert isi.startswith(b"\x89PNG\r\n\x1a\n")
        lebar, tinggi = struct.unpack(">II", isi[16:24])
        nyata = float(etree.fromstring(svg[kunci].encode()).get("height"))
        assert (lebar, tinggi) == compute_ukuran(svg[kunci])
        assert lebar == 1260
        assert tinggi == round(nyata * 200 / 96)
    assert len(set(hasil.values())) == 12
    assert svg_ke_png({}) == {}


def test_png_of_something_else_is_refused() -> None:
    with pytest.raises(GagalRaster, match="bukan gambar"):
        svg_ke_png({"a": "bukan gambar"})
    with pytest.raises(GagalRaster, match="SVG"):
        svg_ke_png({"a": '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><g>'})


def test_worker_writes_one_picture_per_drawing(tmp_path: Path) -> None:
    for nama, sisi in (("a", 9), ("b", 12)):
        sumber = f"#set page(width: {sisi}pt, height: {sisi}pt)"
        (tmp_path / f"{nama}.typ").write_text(sumber, encoding="utf-8")
    pekerja.main(str(tmp_path), str(png.FON), "72")
    lebar = {b.name: struct.unpack(">I", b.read_bytes()[16:20])[0] for b in tmp_path.glob("*.png")}
    assert lebar == {"a.png": 9, "b.png": 12}


def test_text_stays_text_in_the_pdf(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(Gambar(SASARAN).svg, encoding="utf-8")
    (tmp_path / "a.typ").write_text('#image("a.svg", alt: "x")', encoding="utf-8")
    isi = typst.compile(str(tmp_path / "a.typ"), font_paths=[str(png.FON)], ignore_system_fonts=True)
    halaman = pypdfium2.PdfDocument(isi)[0].get_textpage().get_text_range()
    assert "Target 100%" in halaman
    assert "tidak ada data" in halaman
    assert b"SourceSans3" in isi
