from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.dasar.periode import (
    Bulan,
    Periode,
    PeriodeTidakDikenal,
    PeriodeTidakSah,
    Semester,
    Tahun,
    Triwulan,
    baca_periode,
    nama_bulan,
    tambah_bulan,
)

tahun = st.integers(min_value=1001, max_value=9998)
periode = st.one_of(
    st.builds(Bulan, tahun, st.integers(1, 12)),
    st.builds(Triwulan, tahun, st.integers(1, 4)),
    st.builds(Semester, tahun, st.integers(1, 2)),
    st.builds(Tahun, tahun),
)


@pytest.mark.parametrize(
    ("satu", "nama", "mulai", "akhir", "banyak_bulan"),
    [
        (Bulan(2023, 1), "Januari 2023", date(2023, 1, 1), date(2023, 1, 31), 1),
        (Bulan(2024, 2), "Februari 2024", date(2024, 2, 1), date(2024, 2, 29), 1),
        (Bulan(9999, 12), "Desember 9999", date(9999, 12, 1), date(9999, 12, 31), 1),
        (Triwulan(2023, 2), "Triwulan II 2023", date(2023, 4, 1), date(2023, 6, 30), 3),
        (Triwulan(2023, 4), "Triwulan IV 2023", date(2023, 10, 1), date(2023, 12, 31), 3),
        (Semester(2023, 1), "Semester I 2023", date(2023, 1, 1), date(2023, 6, 30), 6),
        (Semester(2023, 2), "Semester II 2023", date(2023, 7, 1), date(2023, 12, 31), 6),
        (Tahun(2023), "Tahun 2023", date(2023, 1, 1), date(2023, 12, 31), 12),
    ],
)
def test_name_and_dates(satu: Periode, nama: str, mulai: date, akhir: date, banyak_bulan: int) -> None:
    assert (satu.nama, str(satu), satu.mulai, satu.akhir) == (nama, nama, mulai, akhir)
    assert len(satu.daftar_bulan) == banyak_bulan
    assert (satu.daftar_bulan[0].mulai, satu.daftar_bulan[-1].akhir) == (mulai, akhir)


@given(periode)
def test_neighbours_touch_and_lead_back(satu: Periode) -> None:
    assert satu.sesudah().mulai - satu.akhir == timedelta(days=1)
    assert satu.mulai - satu.sebelum().akhir == timedelta(days=1)
    assert satu.sesudah().sebelum() == satu.sebelum().sesudah() == satu
    assert satu.sebelum() < satu < satu.sesudah()


@given(periode)
def test_contains_its_days_and_only_them(satu: Periode) -> None:
    assert satu.mulai in satu
    assert satu.akhir in satu
    assert satu.sesudah().mulai not in satu
    assert satu.sebelum().akhir not in satu
    assert type(satu).memuat(satu.akhir) == type(satu).memuat(satu.mulai) == satu


@given(periode)
def test_name_reads_back(satu: Periode) -> None:
    assert baca_periode(satu.nama) == satu


def test_periods_of_different_length_are_different_and_unordered() -> None:
    assert len({Bulan(2023, 1), Triwulan(2023, 1), Semester(2023, 1), Tahun(2023)}) == 4
    with pytest.raises(TypeError):
        _ = Bulan(2023, 1) < Triwulan(2023, 1)


@pytest.mark.parametrize(
    ("teks", "satu"),
    [
        ("Triwulan II 2023", Triwulan(2023, 2)),
        ("triwulan  iii tahun 2023", Triwulan(2023, 3)),
        ("TW II 2023", Triwulan(2023, 2)),
        ("TW2 2023", Triwulan(2023, 2)),
        ("Tw. IV 2023", Triwulan(2023, 4)),
        ("Semester I 2023", Semester(2023, 1)),
        ("Smt 2 Tahun 2023", Semester(2023, 2)),
        ("B06 2023", Bulan(2023, 6)),
        ("2023-04", Bulan(2023, 4)),
        ("April 2023", Bulan(2023, 4)),
        ("bulan mei tahun 2023", Bulan(2023, 5)),
        ("Des. 2023", Bulan(2023, 12)),
        ("Agt 2023", Bulan(2023, 8)),
        ("Nopember 2023", Bulan(2023, 11)),
        ("PEBRUARI 2023", Bulan(2023, 2)),
        ("\u00a0Tahun\u00a02023\n", Tahun(2023)),
        ("2023", Tahun(2023)),
    ],
)
def test_read(teks: str, satu: Periode) -> None:
    assert baca_periode(teks) == satu


@pytest.mark.parametrize(
    "teks",
    [
        "",
        "2",
        "23",
        "Triwulan IVI 2023",
        "Triwulan IIII 2023",
        "Triwulan V 2023",
        "Triwulan 0 2023",
        "TW 22 2023",
        "Triwulan II",
        "Semester III 2023",
        "B13 2023",
        "B00 2023",
        "B6 2023",
        "2023-13",
        "April 23",
        "Aprilan 2023",
        "April 0999",
        "Januari 2023 Februari 2023",
        "٢٠٢٣",
    ],
)
def test_unknown_text_is_refused_with_the_text(teks: str) -> None:
    with pytest.raises(PeriodeTidakDikenal, match=r"^Periode .* tidak dikenal\. ") as penolakan:
        baca_periode(teks)
    assert f'"{teks}"' in str(penolakan.value)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(teks: str) -> None:
    try:
        satu = baca_periode(teks)
    except PeriodeTidakDikenal:
        return
    assert str(satu.tahun) in teks


@pytest.mark.parametrize(
    ("jenis", "nomor"),
    [(Bulan, 0), (Bulan, 13), (Triwulan, 0), (Triwulan, 5), (Semester, 3), (Tahun, 2)],
)
def test_number_outside_the_year(jenis: type[Periode], nomor: int) -> None:
    with pytest.raises(PeriodeTidakSah, match="tidak ada"):
        jenis(2023, nomor)


@pytest.mark.parametrize("salah", [999, 10000, -1, 23])
def test_year_has_four_digits(salah: int) -> None:
    with pytest.raises(PeriodeTidakSah, match="empat angka"):
        Tahun(salah)


def test_month_names() -> None:
    nama = [nama_bulan(bulan) for bulan in range(1, 13)]
    assert (nama[0], nama[1], nama[7], nama[11]) == ("Januari", "Februari", "Agustus", "Desember")
    assert len(set(nama)) == 12


@pytest.mark.parametrize("bulan", [0, 13, -1])
def test_no_such_month(bulan: int) -> None:
    with pytest.raises(PeriodeTidakSah, match="1 sampai dengan 12"):
        nama_bulan(bulan)


@pytest.mark.parametrize(
    ("tanggal", "banyak", "hasil"),
    [
        (date(2023, 3, 15), 1, date(2023, 4, 15)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2023, 1, 31), -2, date(2022, 11, 30)),
        (date(2023, 5, 31), 0, date(2023, 5, 31)),
    ],
)
def test_tambah_bulan(tanggal, banyak, hasil):
    assert tambah_bulan(tanggal, banyak) == hasil
