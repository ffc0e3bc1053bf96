"""What the typst template is given: column widths, printable characters, sheets, cells."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.dokumen.contoh_dokumen import KATA_PANJANG

from kinerja.dokumen.model import BaganBatang, Bagian, Baris, Deret, Dokumen, Gambar, Kolom, Tabel, paragraf
from kinerja.dokumen.typst.aksara import cetakkan
from kinerja.dokumen.typst.fon import FOLDER_FON, baca_lebar, berkas_fon
from kinerja.dokumen.typst.lebar import (
    LEBAR_MENDATAR,
    LEBAR_TEGAK,
    penggal,
    taksir_baris,
    tentukan_ukuran,
    ukur,
)
from kinerja.dokumen.typst.susunan import Penyusun, Susunan

TAK_TAMPAK = str.maketrans("", "", "\u00ad\u200b")


def tabel(*kolom: Kolom, baris: tuple[Baris, ...] = (), id: str = "t", mendatar: bool = False) -> Tabel:
    return Tabel(id, "Judul", kolom, baris, mendatar)


def susun(*isi: object, anak: tuple[Bagian, ...] = ()) -> Susunan:
    bab = Bagian("bab", "Bab", isi=isi, anak=anak)
    dok = Dokumen("Laporan", "", "Kantor", 2023, "Kota", "k", bab=(bab,))
    return Penyusun.untuk(dok).susun(dok)["bab"][0]


def arah(puncak: Susunan) -> list[tuple[bool, list[str]]]:
    return [(lembar["mendatar"], [b["j"] for b in lembar["isi"]]) for lembar in puncak["lembar"]]


# ------------------------------------------------------------------ fonts and characters


def test_fon_lengkap_dan_ringan() -> None:
    assert len(berkas_fon()) == 8
    assert sum(berkas.stat().st_size for berkas in berkas_fon()) < 3_000_000
    assert {berkas.name for berkas in FOLDER_FON.glob("OFL-*.txt")} == {
        "OFL-SourceSans3.txt",
        "OFL-SourceSerif4.txt",
    }


def test_lebar_huruf_dibaca_dari_fon() -> None:
    lebar = baca_lebar(FOLDER_FON / "SourceSans3_400Regular.ttf")
    assert lebar[ord("i")] < lebar[ord("n")] < lebar[ord("m")]
    assert {lebar[ord(angka)] for angka in "0123456789"} == {497}


@pytest.mark.parametrize(
    ("asal", "harapan"),
    [
        ("Rp1.234,5 – 97% ≥ “baik” − ✓", "Rp1.234,5 – 97% ≥ “baik” − ✓"),
        ("a\tb\r\nc", "a b\nc"),
        ("Ⅳ ① ｆｕｌｌ", "IV 1 full"),
        ("😀 中", "□ □"),
        ("satu\u2060dua\u0000", "satudua"),
        ("e\u0301", "é"),
    ],
)
def test_hanya_huruf_yang_dapat_dicetak(asal: str, harapan: str) -> None:
    assert cetakkan(asal) == harapan


@example("A\u031c\u0323")  # the first mark is in no font; without it the two others are one letter
@given(st.text())
def test_cetakkan_cukup_sekali(isi: str) -> None:
    assert cetakkan(cetakkan(isi)) == cetakkan(isi)


# ------------------------------------------------------------------ columns


def test_lebar_yang_diminta_dipakai_bila_cukup() -> None:
    ukuran = tentukan_ukuran(tabel(Kolom("A", 10), Kolom("B", 30)))
    assert ukuran.huruf == 90
    assert ukuran.kolom == (LEBAR_TEGAK // 4, LEBAR_TEGAK * 3 // 4)


def test_kolom_angka_tidak_lebih_sempit_dari_angkanya() -> None:
    angka = "Rp15.250.000.000.000"
    ukuran = tentukan_ukuran(
        tabel(Kolom("Uraian", 90), Kolom("Pagu", 1, "kanan"), baris=(Baris(("panjang", angka)),))
    )
    assert ukuran.muat(1) >= ukur(angka)
    assert sum(ukuran.kolom) <= LEBAR_TEGAK


def test_huruf_mengecil_sebelum_kata_dipenggal() -> None:
    kolom = tuple(Kolom("Realisasi", 5) for _ in range(10))
    ukuran = tentukan_ukuran(tabel(*kolom))
    assert 70 <= ukuran.huruf < 90
    assert all(ukuran.muat(n) >= ukur("Realisasi") for n in range(10))


def test_tabel_yang_mustahil_muat_dibagi_menurut_kebutuhan() -> None:
    kolom = tuple(Kolom("Realisasi", 0) for _ in range(30))
    ukuran = tentukan_ukuran(tabel(*kolom, mendatar=True))
    assert ukuran.huruf == 70
    assert sum(ukuran.kolom) <= LEBAR_MENDATAR
    assert penggal("Realisasi", ukuran.muat(0)) != "Realisasi"


@given(
    st.lists(st.tuples(st.integers(0, 60), st.text("abc 1.", max_size=30)), min_size=1, max_size=20),
    st.booleans(),
)
def test_kolom_tidak_pernah_melebihi_halaman(isi: list[tuple[int, str]], mendatar: bool) -> None:
    kolom = tuple(Kolom("K", lebar) for lebar, _ in isi)
    ukuran = tentukan_ukuran(tabel(*kolom, baris=(Baris(tuple(sel for _, sel in isi)),), mendatar=mendatar))
    assert sum(ukuran.kolom) <= (LEBAR_MENDATAR if mendatar else LEBAR_TEGAK)
    assert all(lebar > 0 for lebar in ukuran.kolom)


# ------------------------------------------------------------------ breaking words


def test_pemenggalan_menurut_suku_kata() -> None:
    assert penggal("pertanggungjawaban", 6000).split("\u00ad") == ["per", "tang", "gung", "ja", "wa", "ban"]
    assert penggal("masyarakat", 3000).split("\u00ad") == ["ma", "sya", "ra", "kat"]


def test_alamat_dipenggal_pada_tanda_bacanya() -> None:
    assert penggal("a.go.id/x", 1500).split("\u200b") == ["a", ".", "go", ".", "id", "/", "x"]


def test_yang_muat_tidak_disentuh() -> None:
    assert penggal("kata biasa", 5000) == "kata biasa"
    assert "\u00ad" not in penggal("dua kata yang muat sendiri-sendiri", 8000)


@given(st.text("abn ng12./-é", max_size=40), st.integers(1000, 9000))
def test_pemenggalan_tidak_mengubah_teks_dan_selalu_muat(isi: str, muat: int) -> None:
    hasil = penggal(isi, muat)
    assert hasil.translate(TAK_TAMPAK) == isi
    potongan = hasil.replace("\u00ad", " ").replace("\u200b", " ").split()
    assert all(ukur(satu) <= muat for satu in potongan)


def test_taksiran_baris_menghitung_baris_baru() -> None:
    assert taksir_baris("a\nb", 5000) == 2
    assert taksir_baris("kata " * 20, 10_000) >= 4


# ------------------------------------------------------------------ sheets


def test_tabel_mendatar_berurutan_berbagi_halaman() -> None:
    a, b = (tabel(Kolom("A"), id=nama, mendatar=True) for nama in "ab")
    assert arah(susun(paragraf("x"), paragraf("x"), paragraf("x"), a, b, paragraf("y"))) == [
        (False, ["judul", "par", "par", "par"]),
        (True, ["tabel", "tabel"]),
        (False, ["par"]),
    ]


def test_pengantar_pendek_di_awal_bab_ikut_mendatar() -> None:
    assert arah(susun(paragraf("x"), tabel(Kolom("A"), mendatar=True))) == [(True, ["judul", "par", "tabel"])]


def test_judul_ikut_tabel_mendatar_tetapi_isi_sebelumnya_tidak() -> None:
    anak = Bagian("a", "A", isi=(tabel(Kolom("A"), mendatar=True),))
    atas = tabel(Kolom("A"), id="atas")
    assert arah(susun(atas, anak=(anak,))) == [(False, ["judul", "tabel"]), (True, ["judul", "tabel"])]


# ------------------------------------------------------------------ cells


def test_kepala_dua_baris() -> None:
    kolom = (Kolom("No."), Kolom("T", kelompok="2023"), Kolom("R", kelompok="2023"))
    puncak = susun(tabel(*kolom))
    kepala = puncak["lembar"][0]["isi"][1]["kepala"]
    assert [(k["t"], k["c"], k["r"]) for k in kepala] == [
        ("No.", 1, 2), ("2023", 2, 1), ("T", 1, 1), ("R", 1, 1),
    ]  # fmt: skip


def test_jenis_baris() -> None:
    baris = (
        Baris(("Kelompok",), "kelompok"),
        Baris(("a", KATA_PANJANG)),
        Baris(("b", "kata " * 300)),
        Baris(("Jumlah", "1"), "jumlah"),
    )
    isi = susun(tabel(Kolom("A", 30), Kolom("B", 5), baris=baris))["lembar"][0]["isi"][1]
    assert [s["j"] if isinstance(s, dict) else "teks" for s in isi["sel"]] == [
        "kelompok", "teks", "teks", "tinggi", "tinggi", "jumlah", "jumlah",
    ]  # fmt: skip
    assert isi["sel"][2].translate(TAK_TAMPAK) == KATA_PANJANG
    assert isi["sel"][2] != KATA_PANJANG
    assert not isi["utuh"]


def test_baris_yang_tidak_sejajar_dengan_kolom_ditolak() -> None:
    with pytest.raises(ValueError, match="zip"):
        susun(tabel(Kolom("A"), baris=(Baris(("a", "b")),)))


def test_gambar_tinggi_diperkecil_agar_muat_sehalaman() -> None:
    def gambar(banyak: int) -> Gambar:
        satker = tuple(f"Satuan Kerja {n}" for n in range(banyak))
        capaian = Deret("Capaian", (Decimal(80),) * banyak)
        bagan = BaganBatang(satker, (capaian,), (("80",) * banyak,), mendatar=True)
        return Gambar(f"g{banyak}", "Judul", "alt", bagan)

    isi = susun(gambar(2), gambar(150))["lembar"][0]["isi"]
    assert isi[1]["lebar"] == 160
    assert 30 < isi[2]["lebar"] < 160
    assert isi[1]["svg"].startswith("<svg")
