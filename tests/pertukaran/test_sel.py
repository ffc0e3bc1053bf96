"""One cell, one value: the forms people write, and the words for what is refused."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.dasar.angka import Kebiasaan
from kinerja.dokumen.baca.xlsx import GalatSel, Persen
from kinerja.pertukaran.lembar import Jenis, Kolom
from kinerja.pertukaran.sel import SelDitolak, baca_sel, ke_teks


def baca(jenis: Jenis, isi, kebiasaan=None, **lain):
    return baca_sel(Kolom("k", "Judul", jenis, **({"terbesar": 10**15} | lain)), isi, kebiasaan)


@pytest.mark.parametrize(
    ("isi", "teks"),
    [
        (" a ", "a"),
        (5.0, "5"),
        (97.73, "97.73"),
        (Persen(0.974), "97.4%"),
        (True, "TRUE"),
        (False, "FALSE"),
        (datetime.datetime(2023, 2, 1), "2023-02-01"),  # noqa: DTZ001
        (datetime.datetime(2023, 2, 1, 8, 30), "2023-02-01 08:30:00"),  # noqa: DTZ001
        (datetime.date(2023, 2, 1), "2023-02-01"),
        (datetime.time(8, 30), "08:30:00"),
        (GalatSel("#N/A"), "#N/A"),
    ],
)
def test_ke_teks(isi, teks):
    assert ke_teks(isi) == teks


@pytest.mark.parametrize(
    "isi",
    [
        "2023-02-01",
        "2023-2-1",
        "1/2/2023",
        "01-02-2023",
        "1.2.2023",
        "1 Februari 2023",
        "01 FEB 2023",
        "1 feb. 2023",
        datetime.date(2023, 2, 1),
    ],
)
def test_tanggal(isi):
    assert baca(Jenis.TANGGAL, isi) == datetime.date(2023, 2, 1)


@pytest.mark.parametrize(
    "isi",
    [
        "29/2/2023",
        "1/13/2023",
        "1/2/23",
        "1 Semester 2023",
        "31 April 2023",
        True,
        45000.0,
        datetime.time(1),
        "1 2023",
    ],
)
def test_bukan_tanggal(isi):
    with pytest.raises(SelDitolak, match="bukan tanggal"):
        baca(Jenis.TANGGAL, isi)


@pytest.mark.parametrize("isi", ["6", 6.0, "06", "Juni", "JUNI", " jun ", "Jun.", "bulan Juni"])
def test_bulan(isi):
    assert baca(Jenis.BULAN, isi) == 6


@pytest.mark.parametrize(
    ("isi", "aturan", "cara"),
    [
        ("IV", "Angka Romawi dapat berarti bulan atau triwulan", "Tulis 1 sampai 12"),
        ("Triwulan II", "bukan nama bulan", "Juni"),
        ("Juni 2023", "bukan nama bulan", "nama bulannya saja"),
        ("Jumi", "bukan nama bulan", "Juni"),
        (datetime.datetime(2023, 6, 1), "bukan nama bulan", "Juni"),  # noqa: DTZ001
        (True, "bukan nama bulan", "Juni"),
        (13.0, "Bulan antara 1 dan 12", "setahun"),
        ("0", "Bulan antara 1 dan 12", "setahun"),
        (1.5, "bilangan bulat", ""),
        ("6,", "tidak terbaca", ""),
    ],
)
def test_bukan_bulan(isi, aturan, cara):
    with pytest.raises(SelDitolak) as galat:
        baca(Jenis.BULAN, isi)
    assert aturan in galat.value.aturan
    assert cara in galat.value.cara


@pytest.mark.parametrize("isi", ["", " ", "-", "–", "\u200b", " — "])
def test_kosong(isi):
    assert baca(Jenis.ANGKA, isi, wajib=False) is None
    assert baca(Jenis.ANGKA, isi, wajib=False, bawaan="b") == "b"
    with pytest.raises(SelDitolak, match="wajib diisi"):
        baca(Jenis.ANGKA, isi)


def test_garis_adalah_isi_sebuah_teks():
    assert baca(Jenis.TEKS, "–") == "–"


@pytest.mark.parametrize(
    ("jenis", "isi", "nilai"),
    [
        (Jenis.ANGKA, "−18,12", Decimal("-18.12")),
        (Jenis.ANGKA, "97,4%", Decimal("97.4")),
        (Jenis.ANGKA, Persen(0.974), Decimal("97.4")),
        (Jenis.ANGKA, 97.73000000000001, Decimal("97.73")),
        (Jenis.ANGKA, "Rp1,3 miliar", Decimal(1_300_000_000)),
        (Jenis.RUPIAH, "1.500", 1500),
        (Jenis.RUPIAH, "Rp 806.279", 806279),
        (Jenis.BULAT, "12", 12),
        (Jenis.TAHUN, 2023.0, 2023),
        (Jenis.TAHUN, "2023", 2023),
        (Jenis.KUNCI, "lapas-a_2", "lapas-a_2"),
        (Jenis.KODE, 406375.0, "406375"),
        (Jenis.KODE, "PAS-SS1.1", "PAS-SS1.1"),
        (Jenis.TEKS, "a\r\nb\rc\td", "a\nb\nc\td"),
    ],
)
def test_nilai(jenis, isi, nilai):
    hasil = baca(jenis, isi)
    assert (hasil, type(hasil)) == (nilai, type(nilai))


@pytest.mark.parametrize(
    ("jenis", "isi", "aturan"),
    [
        (Jenis.ANGKA, float("nan"), "bukan angka yang terhingga"),
        (Jenis.ANGKA, float("inf"), "bukan angka yang terhingga"),
        (Jenis.RUPIAH, float("nan"), "bukan angka yang terhingga"),
        (Jenis.ANGKA, Decimal(5), "harus berupa angka"),
        (Jenis.BULAT, Persen(0.5), "bukan persentase"),
        (Jenis.BULAT, "1.500", "tidak terbaca"),
        (Jenis.TAHUN, "٢٠٢٣", "tahun empat angka"),
        (Jenis.TAHUN, 2023.5, "tahun empat angka"),
        (Jenis.KUNCI, "Lapas", "hanya huruf kecil"),
        (Jenis.KUNCI, "-a", "hanya huruf kecil"),
        (Jenis.KODE, "a b", "tanpa spasi"),
        (Jenis.KODE, "../a", "tanpa spasi"),
        (Jenis.TEKS, "a\ud800", "tidak dapat dicetak"),
        (Jenis.TEKS, "a\x00", "tidak dapat dicetak"),
        (Jenis.TANGGAL, "1/1/1900", "bertahun 1900"),
        (Jenis.TEKS, GalatSel(""), "belum dihitung"),
        (Jenis.TEKS, GalatSel("#BUSY!"), "menghasilkan galat"),
        (Jenis.TEKS, "#REF!", "menghasilkan galat"),
    ],
)
def test_ditolak(jenis, isi, aturan):
    with pytest.raises(SelDitolak, match=aturan) as galat:
        baca(jenis, isi)
    assert galat.value.cara


@given(st.sampled_from(list(Jenis)), st.text(max_size=30), st.sampled_from([None, *Kebiasaan]))
def test_teks_apa_pun_terbaca_atau_ditolak(jenis, isi, kebiasaan):
    try:
        hasil = baca(jenis, isi, kebiasaan, pilihan=("a", "b"))
    except SelDitolak as galat:
        assert galat.aturan.endswith(".")  # noqa: PT017
        assert galat.cara.endswith(".")  # noqa: PT017
    else:
        assert hasil is not None


@given(st.sampled_from(list(Jenis)), st.floats() | st.booleans() | st.datetimes() | st.times() | st.dates())
def test_isi_apa_pun_terbaca_atau_ditolak(jenis, isi):
    try:
        assert baca(jenis, isi, pilihan=("a",)) is not None
    except SelDitolak as galat:
        assert galat.cara  # noqa: PT017
