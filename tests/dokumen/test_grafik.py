"""Bar charts: what is drawn is read back from the SVG and compared with the data."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.dokumen.contoh_grafik import (
    CONTOH,
    SASARAN,
    SVG,
    TARGET_REALISASI,
    TEKS,
    D,
    Gambar,
    baca_tanda,
    banyak_deret,
    batang,
    periksa,
)

from kinerja.dokumen.grafik import BaganTidakSejajar, gambar_svg
from kinerja.dokumen.grafik.gaya import LEBAR, STATUS, TINGGI_MAKS, isian_deret
from kinerja.dokumen.grafik.perabot import CATATAN_POTONG
from kinerja.dokumen.model import BaganBatang, Deret, Status


@pytest.fixture(params=CONTOH, name="contoh")
def _contoh(request: pytest.FixtureRequest) -> Gambar:
    return Gambar(CONTOH[request.param])


def test_every_drawing_is_whole_and_tidy(contoh: Gambar) -> None:
    periksa(contoh)
    assert contoh.akar.get("role") == "img"
    assert [e.tag for e in contoh.akar][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert contoh.bidang.kanan == LEBAR


def test_drawing_is_deterministic() -> None:
    for bagan in CONTOH.values():
        assert Gambar(bagan).svg == Gambar(bagan).svg


def test_title_and_alternative_are_escaped_and_cleaned() -> None:
    gambar = Gambar(batang(("1",), kategori=("A < B & \x00C",)), judul="<Judul> & \x1b1", alt="x" * 5000)
    assert gambar.akar[0].text == "<Judul> & 1"
    assert gambar.akar[1].text == "x" * 5000
    assert "A < B & C" in gambar.kata()


@pytest.mark.parametrize("nama", ["target", "sasaran", "pegawai", "anggaran", "sempit", "banyak"])
def test_all_labels_are_printed(nama: str) -> None:
    bagan = CONTOH[nama]
    assert isinstance(bagan, BaganBatang)
    kata = Gambar(bagan).kata()
    harus = [*bagan.kategori, bagan.label_acuan, bagan.satuan, *(d.nama for d in bagan.deret)]
    harus += [
        t for b, d in zip(bagan.label, bagan.deret, strict=True) for t, n in zip(b, d.nilai, strict=True) if n
    ]
    for teks in harus:
        assert teks in kata


def test_bars_are_proportional_upright() -> None:
    nilai = ("10", "-5", "20.5", "40")
    gambar = Gambar(batang(nilai))
    nol = next(b.bawah for b in gambar.batang())
    for n, b in zip(nilai, gambar.batang(), strict=True):
        panjang = nol - b.y if D(n) > 0 else -(b.bawah - nol)
        assert panjang / (nol - gambar.batang()[3].y) == pytest.approx(float(D(n) / 40), abs=0.001)
        assert (b.bawah if D(n) > 0 else b.y) == pytest.approx(nol, abs=0.011)


def test_bars_are_proportional_lying() -> None:
    nilai = ("10", "-5", "20.5", "40")
    gambar = Gambar(batang(nilai, mendatar=True))
    nol = gambar.batang()[0].x
    skala = (gambar.batang()[3].kanan - nol) / 40
    for n, b in zip(nilai, gambar.batang(), strict=True):
        ujung = b.kanan if D(n) > 0 else b.x
        assert ujung - nol == pytest.approx(float(n) * skala, abs=0.02)
    assert [b.y for b in gambar.batang()] == sorted(b.y for b in gambar.batang())


@pytest.mark.parametrize("mendatar", [True, False])
def test_missing_zero_and_negative_differ(mendatar: bool) -> None:
    kosong, nol, negatif = (Gambar(batang((n, "10"), mendatar=mendatar)) for n in (None, "0", "-1"))
    assert "tidak ada data" in kosong.kata()
    assert "tidak ada data" not in nol.kata() + negatif.kata()
    assert len(kosong.batang()) == len(negatif.batang()) == 2
    assert len(nol.batang()) == 1
    garis = [
        p for p in nol.persegi(fill=nol.batang()[0].isi) if 2.3 < min(p.kanan - p.x, p.bawah - p.y) < 2.5
    ]
    assert len(garis) == 1
    assert kosong.batang()[0].isi != negatif.batang()[0].isi
    satu, sepuluh = negatif.batang()
    assert satu.kanan == sepuluh.x if mendatar else satu.y == sepuluh.bawah


def test_own_word_for_a_gap_is_kept_and_a_dash_is_not() -> None:
    assert "belum dinilai" in Gambar(batang((None,), label=(("belum dinilai",),))).kata()
    assert "tidak ada data" in Gambar(batang((None,), label=(("–",),))).kata()
    assert "tidak ada data" in Gambar(batang(("NaN",), label=(("",),), garis_acuan=D("Infinity"))).kata()


@pytest.mark.parametrize("mendatar", [True, False])
def test_outlier_is_broken_visibly(mendatar: bool) -> None:
    nilai = ("100", "2800", "110", "95", "-1500")
    gambar = Gambar(batang(nilai, mendatar=mendatar, garis_acuan=D(100)))
    assert CATATAN_POTONG in gambar.kata()
    assert gambar.svg.count('stroke="#1b2733" stroke-width="1.2"') == 2
    panjang = [max(b.kanan - b.x, b.bawah - b.y) if mendatar else b.bawah - b.y for b in gambar.batang()]
    assert panjang[2] / panjang[0] == pytest.approx(1.1, abs=0.001)
    assert panjang[0] < panjang[1] < panjang[0] * 28
    assert "2800" in gambar.kata()


@pytest.mark.parametrize(
    ("nilai", "acuan"),
    [
        (("100", "120", "290"), D(100)),
        (("2", "300", "1500", "100"), None),
        (("3", "10", "40", "150", "200", "900"), None),
        (("9", "123", "202"), None),
        (("10", "20", "300"), D(250)),
        (("1", "2"), D(900)),
        # More digits than the arithmetic context keeps: 2500/2566 × 100 as the rules compute it.
        (("35", "97.427903351519875292283710054559625876851130163678"), None),
    ],
)
def test_ordinary_spread_is_drawn_to_scale(nilai: tuple[str, ...], acuan: Decimal | None) -> None:
    gambar = Gambar(batang(nilai, garis_acuan=acuan, mendatar=True))
    assert CATATAN_POTONG not in gambar.kata()
    panjang = [b.kanan - b.x for b in gambar.batang()]
    for n, p in zip(nilai, panjang, strict=True):
        assert p / panjang[-1] == pytest.approx(float(D(n) / D(nilai[-1])), abs=0.001)


@pytest.mark.parametrize("mendatar", [True, False])
def test_reference_line_stands_at_its_value(mendatar: bool) -> None:
    gambar = Gambar(batang(("50", "80"), garis_acuan=D(80), mendatar=mendatar))
    d = next(e.get("d") for e in gambar.akar.iter(f"{SVG}path") if e.get("stroke-dasharray"))
    x, y, x2, y2 = map(float, re.findall(r"[\d.]+", d))
    ujung = gambar.batang()[1].kanan if mendatar else gambar.batang()[1].y
    assert ((x, x2) if mendatar else (y, y2)) == pytest.approx((ujung, ujung), abs=0.011)
    assert gambar.kata().count("80") >= 2


def test_label_beside_the_reference_line_moves_off_it() -> None:
    gambar = Gambar(batang(("99.5", "10", "100"), garis_acuan=D(100), mendatar=True))
    garis = gambar.batang()[2].kanan
    label = {p.isi: p for p in gambar.teks() if p.x > gambar.batang()[0].x}
    assert label["99.5"].x >= garis
    assert label["10"].x < garis


@pytest.mark.parametrize(
    ("nilai", "tanda"),
    [
        (("0.3", "1.1"), {"0", "0,25", "0,50", "0,75", "1,00", "1,25"}),
        (("3.9",), {"0", "1", "2", "3", "4"}),
        (("-40", "100"), {"−50", "0", "50", "100"}),
        (("123416573000",), {"0", "25", "50", "75", "100", "125", "Capaian (miliar rupiah)"}),
        (("1500000", "900000"), {"0,0", "0,5", "1,0", "1,5", "Capaian (juta rupiah)"} - {"0,0"}),
    ],
)
def test_ticks_are_round_and_indonesian(nilai: tuple[str, ...], tanda: set[str]) -> None:
    gambar = Gambar(batang(nilai, satuan="rupiah", label=(("",) * len(nilai),)))
    assert tanda <= {p.isi for p in gambar.teks()}


def test_crowded_ticks_are_thinned() -> None:
    nama = "Nama yang amat panjang sekali " * 3
    gambar = Gambar(
        batang(("9" * 24,), label=(("Rp" + "9" * 40,),), kategori=(nama,), mendatar=True, satuan="rupiah")
    )
    periksa(gambar)
    assert gambar.bidang.kanan > LEBAR


@pytest.mark.parametrize("bagan", [TARGET_REALISASI, SASARAN], ids=["tegak", "mendatar"])
def test_status_has_a_sign_besides_the_colour(bagan: BaganBatang) -> None:
    tanda = baca_tanda(Gambar(bagan))
    assert len({warna for warna, _ in tanda}) == len({bentuk for _, bentuk in tanda}) == 3
    for status, isian in STATUS.items():
        jumlah = sum(n for (warna, _), n in tanda.items() if warna == isian.garis)
        assert jumlah == bagan.status.count(status) + 1, "one more in the legend"
    assert not set("✓✗✔✘") & set(Gambar(bagan).svg)


def test_status_colours_a_single_series_only() -> None:
    def warna(bagan: BaganBatang) -> set[str]:
        return {b.isi for b in Gambar(bagan).batang()}

    assert {STATUS["tercapai"].garis, STATUS["tidak_tercapai"].garis} <= warna(SASARAN)
    assert not {STATUS["tercapai"].garis, STATUS["tidak_tercapai"].garis} & warna(TARGET_REALISASI)


def _terang(warna: str) -> float:
    kanal = [int(warna[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in kanal]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _kontras(satu: str, dua: str) -> float:
    terang, gelap = sorted((_terang(satu), _terang(dua)), reverse=True)
    return (terang + 0.05) / (gelap + 0.05)


def test_series_differ_on_a_black_and_white_printer() -> None:
    semua = [isian_deret(i) for i in range(30)]
    assert len({(i.isi, i.pola) for i in semua}) == 30
    for isian in (*semua, *STATUS.values()):
        assert _kontras(isian.garis, "#ffffff") >= 3
        assert isian.pola == "polos" or _kontras(isian.isi, isian.warna_pola) >= 3
    for satu, dua in pairwise(semua[:6]):
        assert _kontras(satu.isi, dua.isi) >= 3


def test_names_that_do_not_fit_upright_lie_down() -> None:
    panjang = tuple(f"Pertanggungjawabankeuangan nomor {i}" for i in range(9))
    tegak, rebah = Gambar(batang(("1",) * 9)), Gambar(batang(("1",) * 9, kategori=panjang))
    assert len({b.y for b in tegak.batang()}) == 1
    assert len({b.x for b in rebah.batang()}) == 1
    assert len({b.x for b in Gambar(banyak_deret(12, 5)).batang()}) == 1


def test_charts_of_a_report_fit_on_a_page() -> None:
    for nama in ("sasaran", "pegawai", "organisasi", "enam puluh"):
        assert Gambar(CONTOH[nama]).bidang.bawah <= TINGGI_MAKS


def test_endless_chart_grows_instead_of_shrinking() -> None:
    gambar = Gambar(batang(("5",) * 90, mendatar=True))
    periksa(gambar)
    assert gambar.bidang.bawah > TINGGI_MAKS


def test_unnamed_series_and_empty_charts() -> None:
    tanpa = BaganBatang(("A",), (Deret("", (D(1),)), Deret("", (D(2),))), (("1",), ("2",)))
    assert "Deret 2" in Gambar(tanpa).kata()
    for bagan in (BaganBatang((), (), ()), BaganBatang(("A",), (), ()), batang(())):
        assert Gambar(bagan).kata() == "tidak ada data"


def test_tuples_that_are_not_parallel_are_refused() -> None:
    for salah in (
        batang(("1", "2"), kategori=("A",)),
        batang(("1",), label=()),
        batang(("1",), label=((),)),
        batang(("1",), status=("tercapai", "tercapai")),
    ):
        with pytest.raises(BaganTidakSejajar):
            gambar_svg(salah, judul="", alt="")


NILAI = st.none() | st.decimals(allow_nan=True, allow_infinity=True) | st.integers(-3000, 3000).map(D)


@st.composite
def _bagan(draw: st.DrawFn) -> BaganBatang:
    banyak, deret = draw(st.integers(0, 12)), draw(st.integers(0, 4))

    def baris(isi: st.SearchStrategy[object]) -> tuple[object, ...]:
        return tuple(draw(st.lists(isi, min_size=banyak, max_size=banyak)))

    status: tuple[Status, ...] = baris(st.sampled_from(list(STATUS)))  # type: ignore[assignment]
    return BaganBatang(
        baris(TEKS),  # type: ignore[arg-type]
        tuple(Deret(draw(TEKS), baris(NILAI)) for _ in range(deret)),  # type: ignore[arg-type]
        tuple(baris(TEKS) for _ in range(deret)),  # type: ignore[misc]
        satuan=draw(TEKS),
        garis_acuan=draw(NILAI),
        label_acuan=draw(TEKS),
        mendatar=draw(st.booleans()),
        status=status if draw(st.booleans()) else (),
    )


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(_bagan())
def test_any_data_gives_a_tidy_chart(bagan: BaganBatang) -> None:
    periksa(Gambar(bagan))
