"""Numbers of chapters, tables and figures."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dokumen.contoh_dokumen import JUDUL_PANJANG, contoh_dokumen

from kinerja.dokumen.model import Bagian, Dokumen, Paragraf, Rujukan, Tabel, catatan, daftar, paragraf
from kinerja.dokumen.penomoran import GandaId, RujukanTanpaTujuan, huruf, nomori, romawi


def dokumen(*bab: Bagian, depan: tuple[Bagian, ...] = ()) -> Dokumen:
    return Dokumen("Laporan", "", "Kantor", 2023, "Kota", "k", depan=depan, bab=bab)


def test_label_dan_awalan_contoh() -> None:
    nomor = nomori(contoh_dokumen())
    harapan = {
        "kata-pengantar": ("", "Kata Pengantar"),
        "bab-akuntabilitas": ("BAB III", "Bab III"),
        "capaian": ("A.", "Bab III.A"),
        "sk1": ("1.", "Bab III.A.1"),
        "sk1-ik1": ("a.", "Bab III.A.1.a"),
        "sk1-ik1-a1": ("1)", "Bab III.A.1.a.1"),
        "sk1-ik1-a2": ("", "Analisis penyebab keberhasilan atau kegagalan"),
        "anggaran": ("B.", "Bab III.B"),
        "lamp-sk": ("LAMPIRAN 2", "Lampiran 2"),
    }
    assert {k: (nomor.awalan[k], nomor.label[k]) for k in harapan} == harapan


def test_tabel_dan_gambar_dihitung_per_bab() -> None:
    nomor = nomori(contoh_dokumen())
    assert [b.label for b in nomor.daftar_tabel] == [
        "Tabel 1", "Tabel 2.1", "Tabel 3.1", "Tabel 3.2", "Tabel 3.3", "Tabel L1.1",
    ]  # fmt: skip
    assert [b.label for b in nomor.daftar_gambar] == ["Gambar 1.1", "Gambar 2.1", "Gambar 3.1", "Gambar 3.2"]
    assert nomor.daftar_tabel[2].judul == JUDUL_PANJANG


def test_daftar_isi_menurut_urutan_baca_tanpa_yang_dikecualikan() -> None:
    dok = contoh_dokumen()
    nomor = nomori(dok)
    assert [b.id for b in nomor.daftar_isi] == [b.id for b in dok.bagian() if b.dalam_daftar]
    assert "sk1-ik1-a2" not in {b.id for b in nomor.daftar_isi}
    assert [b.tingkat for b in nomor.daftar_isi if b.id in ("capaian", "sk1", "sk1-ik1-a1")] == [2, 3, 5]


def test_bagian_tak_bernomor_tidak_memakan_nomor() -> None:
    anak = (Bagian("a", "A"), Bagian("x", "X", bernomor=False), Bagian("b", "B"))
    nomor = nomori(dokumen(Bagian("bab", "Bab", anak=anak)))
    assert [nomor.awalan[k] for k in "axb"] == ["A.", "", "B."]


def test_tingkat_dalam_memakai_tata_naskah() -> None:
    bagian = Bagian("t8", "Delapan")
    for tingkat in range(7, 0, -1):
        bagian = Bagian(f"t{tingkat}", "Judul", anak=(bagian,))
    nomor = nomori(dokumen(bagian))
    assert [nomor.awalan[f"t{n}"] for n in range(2, 9)] == ["A.", "1.", "a.", "1)", "a)", "(1)", "(a)"]
    assert nomor.label["t8"] == "Bab I.A.1.a.1.a.1.a"


def test_bagian_bernomor_tanpa_bab_dirujuk_dengan_judulnya() -> None:
    depan = Bagian("kp", "Kata Pengantar", bernomor=False, anak=(Bagian("sub", "Ucapan"),))
    nomor = nomori(dokumen(depan=(depan,)))
    assert (nomor.awalan["sub"], nomor.label["sub"]) == ("A.", "Ucapan")


@pytest.mark.parametrize(
    "bab",
    [
        (Bagian("a", "A"), Bagian("a", "B")),
        (Bagian("a", "A", isi=(Tabel("a", "T", (), ()),)),),
    ],
)
def test_id_ganda_ditolak(bab: tuple[Bagian, ...]) -> None:
    with pytest.raises(GandaId, match="'a'"):
        nomori(dokumen(*bab))


@pytest.mark.parametrize(
    "blok",
    [
        paragraf("lihat ", Rujukan("hilang")),
        catatan("info", Rujukan("hilang")),
        daftar("satu", Paragraf((Rujukan("hilang"),))),
    ],
)
def test_rujukan_tanpa_tujuan_ditolak(blok: Paragraf) -> None:
    with pytest.raises(RujukanTanpaTujuan, match="'hilang'"):
        nomori(dokumen(Bagian("a", "A", isi=(blok,))))


def test_penomoran_tidak_bergantung_pada_judul() -> None:
    dok = contoh_dokumen()
    lain = replace(dok, bab=tuple(replace(b, judul="Lain") for b in dok.bab))
    assert nomori(lain).awalan == nomori(dok).awalan


@pytest.mark.parametrize(
    ("nilai", "tulisan"), [(1, "I"), (4, "IV"), (39, "XXXIX"), (40, "XL"), (399, "CCCXCIX")]
)
def test_romawi(nilai: int, tulisan: str) -> None:
    assert romawi(nilai) == tulisan


@given(st.integers(1, 399))
def test_romawi_dapat_dibaca_kembali(nilai: int) -> None:
    angka = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[h] for h in romawi(nilai)]
    kurang = sum(2 * a for a, b in pairwise(angka) if a < b)
    assert sum(angka) - kurang == nilai


@given(st.integers(1, 20_000))
def test_huruf_dapat_dibaca_kembali(urutan: int) -> None:
    hasil = 0
    for h in huruf(urutan):
        hasil = hasil * 26 + ord(h) - 96
    assert hasil == urutan
