from __future__ import annotations

from datetime import date, timedelta
from importlib import resources
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kinerja.dasar.kalender import (
    HariKerjaTidakAda,
    HariLibur,
    JenisLibur,
    KalenderBelumAda,
    hari_kerja_ke,
    hari_libur,
    is_hari_kerja,
    tambah_hari_kerja,
)
from kinerja.dasar.periode import Bulan

TAHUN_ADA = range(2022, 2027)
BERKAS = resources.files("kinerja.dasar") / "data" / "libur.yaml"


def banyak(tahun: int, jenis: JenisLibur) -> int:
    return sum(libur.jenis is jenis for libur in hari_libur(tahun).values())


# The numbers of days are those announced with each decree; 2024 has two election days by Keppres besides.
@pytest.mark.parametrize(
    ("tahun", "libur_nasional", "cuti_bersama"),
    [(2022, 16, 4), (2023, 16, 11), (2024, 19, 10), (2025, 17, 11), (2026, 17, 8)],
)
def test_number_of_days_of_each_year(tahun: int, libur_nasional: int, cuti_bersama: int) -> None:
    assert banyak(tahun, JenisLibur.LIBUR_NASIONAL) == libur_nasional
    assert banyak(tahun, JenisLibur.CUTI_BERSAMA) == cuti_bersama


@pytest.mark.parametrize("tahun", TAHUN_ADA)
def test_every_day_is_of_its_year_in_order_and_has_a_decree(tahun: int) -> None:
    libur = hari_libur(tahun)
    assert list(libur) == sorted(libur)
    for tanggal, satu in libur.items():
        assert (satu.tanggal, tanggal.year) == (tanggal, tahun)
        assert satu.nama
        assert satu.dasar_hukum.startswith(("Keputusan Bersama Menteri Agama", "Keputusan Presiden Nomor"))
        assert satu.jenis is JenisLibur.LIBUR_NASIONAL or tanggal.weekday() < 5
    for bulan, hari in ((1, 1), (5, 1), (6, 1), (8, 17), (12, 25)):
        assert date(tahun, bulan, hari) in libur


def test_file_names_each_decree_its_date_and_certainty_and_no_date_twice() -> None:
    teks = BERKAS.read_text(encoding="utf-8")
    isi: dict[int, dict[str, Any]] = yaml.safe_load(teks)["tahun"]
    assert list(isi) == list(TAHUN_ADA)
    tercatat = 0
    for tahun, data in isi.items():
        for keputusan in data["keputusan"].values():
            assert keputusan["kepastian"] in {"sekunder", "dari_ingatan"}
            assert keputusan["tanggal"].year in {tahun - 1, tahun}
        tanggal = [*data["libur_nasional"], *data["cuti_bersama"]]
        assert len(tanggal) == len(set(tanggal)) == len(hari_libur(tahun))
        tercatat += len(tanggal)
    # YAML lets the last of two equal keys win in silence: count the lines as well
    assert (
        sum(baris.lstrip().startswith("20") and "nama:" in baris for baris in teks.splitlines()) == tercatat
    )


def test_returned_calendar_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        hari_libur(2023)[date(2023, 1, 3)] = HariLibur(  # type: ignore[index]
            date(2023, 1, 3), "", JenisLibur.CUTI_BERSAMA, ""
        )


@pytest.mark.parametrize(
    ("tanggal", "kerja"),
    [
        (date(2023, 1, 1), False),  # a Sunday and a holiday
        (date(2023, 1, 2), True),
        (date(2023, 1, 23), False),  # cuti bersama on a Monday
        (date(2023, 4, 19), False),  # added by the first change of the decree
        (date(2023, 4, 26), True),  # cuti bersama until that change
        (date(2023, 6, 30), False),  # added by the second change
        (date(2023, 7, 1), False),  # an ordinary Saturday
        (date(2024, 2, 14), False),  # election
        (date(2024, 11, 27), False),  # election
        (date(2025, 8, 18), False),
        (date(2026, 12, 31), True),
    ],
)
def test_working_day(tanggal: date, kerja: bool) -> None:
    assert is_hari_kerja(tanggal) is kerja


@pytest.mark.parametrize(
    ("tanggal", "jumlah", "hasil"),
    [
        (date(2023, 1, 2), 1, date(2023, 1, 3)),
        (date(2023, 1, 6), 1, date(2023, 1, 9)),
        (date(2023, 1, 7), 1, date(2023, 1, 9)),
        (date(2023, 4, 18), 1, date(2023, 4, 26)),
        (date(2023, 4, 26), -1, date(2023, 4, 18)),
        (date(2023, 12, 29), 1, date(2024, 1, 2)),
        (date(2023, 7, 3), 17, date(2023, 7, 27)),  # 19 July is a holiday
        (date(2023, 1, 1), 0, date(2023, 1, 1)),
    ],
)
def test_add_working_days(tanggal: date, jumlah: int, hasil: date) -> None:
    assert tambah_hari_kerja(tanggal, jumlah) == hasil


@given(st.dates(date(2022, 6, 1), date(2026, 6, 1)), st.integers(min_value=1, max_value=60))
def test_way_there_counts_exactly_the_working_days(tanggal: date, jumlah: int) -> None:
    maju = tambah_hari_kerja(tanggal, jumlah)
    assert is_hari_kerja(maju)
    lewat = [tanggal + timedelta(days=hari) for hari in range(1, (maju - tanggal).days + 1)]
    assert sum(is_hari_kerja(hari) for hari in lewat) == jumlah
    if is_hari_kerja(tanggal):
        assert tambah_hari_kerja(maju, -jumlah) == tanggal


@pytest.mark.parametrize(
    ("nomor", "bulan", "tanggal"),
    [
        (1, Bulan(2023, 1), date(2023, 1, 2)),
        (5, Bulan(2023, 2), date(2023, 2, 7)),
        (10, Bulan(2023, 4), date(2023, 4, 17)),  # 7 April is a holiday
        (5, Bulan(2025, 4), date(2025, 4, 14)),  # the first week is Idulfitri
        (22, Bulan(2023, 8), date(2023, 8, 31)),
    ],
)
def test_nth_working_day(nomor: int, bulan: Bulan, tanggal: date) -> None:
    assert hari_kerja_ke(nomor, bulan) == tanggal


@pytest.mark.parametrize("nomor", [-1, 0, 23])
def test_month_without_such_a_working_day(nomor: int) -> None:
    with pytest.raises(HariKerjaTidakAda, match=f"Agustus 2023 tidak mempunyai hari kerja ke-{nomor}"):
        hari_kerja_ke(nomor, Bulan(2023, 8))


@pytest.mark.parametrize("tahun", [2021, 2027])
def test_year_without_data_is_never_counted(tahun: int) -> None:
    with pytest.raises(KalenderBelumAda, match=f"tahun {tahun} belum ada") as penolakan:
        hari_libur(tahun)
    assert penolakan.value.tahun == tahun
    # not even a Saturday, which is no working day in any year
    sabtu = next(hari for hari in map(date, [tahun] * 7, [1] * 7, range(1, 8)) if hari.weekday() == 5)
    with pytest.raises(KalenderBelumAda):
        is_hari_kerja(sabtu)
    with pytest.raises(KalenderBelumAda):
        hari_kerja_ke(1, Bulan(tahun, 1))


def test_way_into_a_year_without_data_raises() -> None:
    with pytest.raises(KalenderBelumAda, match="2027"):
        tambah_hari_kerja(date(2026, 12, 30), 2)
    with pytest.raises(KalenderBelumAda, match="2021"):
        tambah_hari_kerja(date(2022, 1, 3), -1)
