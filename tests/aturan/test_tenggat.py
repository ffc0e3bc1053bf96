"""Deadlines as the offices write them, and the days they fall on."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kinerja.aturan.tenggat import (
    WIB,
    ZONA,
    AturanTenggat,
    BatasTidakDikenal,
    TenggatTidakDikenal,
    compute_tenggat,
    get_aturan_tenggat,
    list_kode_tenggat,
    list_periode,
    parse_batas,
)
from kinerja.dasar.kalender import HariKerjaTidakAda, KalenderBelumAda
from kinerja.dasar.periode import Bulan, Semester, Tahun, Triwulan


@pytest.mark.parametrize(
    ("teks", "periode", "saat"),
    [
        ("tanggal 10 bulan berikutnya", Bulan(2023, 4), datetime(2023, 5, 10, 23, 59, 59, tzinfo=WIB)),
        ("Tanggal 10  bulan berikutnya", Bulan(2023, 12), datetime(2024, 1, 10, 23, 59, 59, tzinfo=WIB)),
        ("tanggal 5 bulan ini", Bulan(2023, 4), datetime(2023, 4, 5, 23, 59, 59, tzinfo=WIB)),
        ("hari terakhir bulan ini", Bulan(2024, 2), datetime(2024, 2, 29, 23, 59, 59, tzinfo=WIB)),
        # May 2023 begins with Labour Day on a Monday.
        ("hari kerja ke-5 bulan berikutnya", Bulan(2023, 4), datetime(2023, 5, 8, 23, 59, 59, tzinfo=WIB)),
        ("31 Desember", Tahun(2023), datetime(2023, 12, 31, 23, 59, 59, tzinfo=WIB)),
        (
            "2 Januari tahun berikutnya pukul 12.00 WIB",
            Tahun(2023),
            datetime(2024, 1, 2, 12, tzinfo=WIB),
        ),
        ("tanggal 15 bulan berikutnya", Triwulan(2023, 4), datetime(2024, 1, 15, 23, 59, 59, tzinfo=WIB)),
        ("tanggal 31 bulan berikutnya", Semester(2023, 1), datetime(2023, 7, 31, 23, 59, 59, tzinfo=WIB)),
        (
            "4 Januari tahun berikutnya pukul 9.30 WIT",
            Tahun(2023),
            datetime(2024, 1, 4, 9, 30, tzinfo=ZONA["WIT"]),
        ),
    ],
)
def test_batas_dalam_kata(teks: str, periode: Bulan, saat: datetime) -> None:
    assert parse_batas(teks).hitung(periode) == saat


def test_awal_jendela_adalah_awal_hari() -> None:
    batas = parse_batas("tanggal 6 bulan berikutnya")
    assert batas.hitung(Triwulan(2023, 1), awal=True) == datetime(2023, 4, 6, tzinfo=WIB)


@pytest.mark.parametrize(
    "teks",
    [
        "",
        "secepatnya",
        "tanggal 10",
        "tanggal 0 bulan ini",
        "tanggal 32 bulan ini",
        "hari kerja ke-0 bulan ini",
        "31 Desembur",
        "31 Desember pukul 25.00 WIB",
        "31 Desember pukul 12.60",
        "31 Desember pukul 12.00 GMT",
        "tanggal 10 bulan berikutnya tahun berikutnya",
    ],
)
def test_batas_yang_tidak_dikenal(teks: str) -> None:
    with pytest.raises(BatasTidakDikenal, match="Batas waktu"):
        parse_batas(teks)


def test_hari_yang_tidak_ada() -> None:
    with pytest.raises(BatasTidakDikenal, match="Februari 2023 tidak mempunyai tanggal 30"):
        parse_batas("tanggal 30 bulan berikutnya").hitung(Bulan(2023, 1))
    with pytest.raises(HariKerjaTidakAda):
        parse_batas("hari kerja ke-25 bulan berikutnya").hitung(Bulan(2023, 1))
    with pytest.raises(KalenderBelumAda):
        parse_batas("hari kerja ke-5 bulan berikutnya").hitung(Bulan(2050, 1))


@pytest.mark.parametrize("kode", list_kode_tenggat())
def test_setiap_aturan_terhitung_bagi_semua_periodenya(kode: str) -> None:
    aturan = get_aturan_tenggat(kode, date(2023, 6, 30))
    assert aturan is not None
    assert aturan.kode == kode
    assert aturan.pelaksana in {"satker", "divisi", "penyusun"}
    tenggat = [compute_tenggat(aturan, p) for p in list_periode(aturan, 2023)]
    assert tenggat
    assert [t.batas for t in tenggat] == sorted({t.batas for t in tenggat})
    assert all(t.mulai is None or t.mulai < t.batas for t in tenggat)


@pytest.mark.parametrize(
    ("kode", "tanggal"),
    [
        ("kinerja_bulanan", [date(2023, 2, 10), date(2024, 1, 10)]),
        ("smart_bulanan", [date(2023, 2, 15), date(2024, 1, 15)]),
        ("emonev", [date(2023, 2, 10), date(2024, 1, 10)]),
        ("penilaian_target_kinerja", [date(2023, 4, 15), date(2024, 1, 15)]),
        ("lkjip_satker", [date(2023, 12, 31)] * 2),
        ("lkjip_divisi", [date(2024, 1, 2)] * 2),
        ("lkjip_kanwil", [date(2024, 1, 4)] * 2),
    ],
)
def test_tenggat_kantor_contoh(kode: str, tanggal: list[date]) -> None:
    aturan = get_aturan_tenggat(kode, date(2023, 12, 31))
    assert aturan is not None
    periode = list_periode(aturan, 2023)
    assert [compute_tenggat(aturan, p).batas.date() for p in (periode[0], periode[-1])] == tanggal


def test_jendela_penilaian_enam_sampai_lima_belas() -> None:
    aturan = get_aturan_tenggat("penilaian_target_kinerja", date(2023, 12, 31))
    assert aturan is not None
    jendela = [compute_tenggat(aturan, p) for p in list_periode(aturan, 2023)]
    assert [(j.mulai and j.mulai.date(), j.batas.date()) for j in jendela] == [
        (date(2023, 4, 6), date(2023, 4, 15)),
        (date(2023, 7, 6), date(2023, 7, 15)),
        (date(2023, 10, 6), date(2023, 10, 15)),
        (date(2024, 1, 6), date(2024, 1, 15)),
    ]


def test_tepat_pukul_dua_belas_belum_terlambat() -> None:
    aturan = get_aturan_tenggat("lkjip_divisi", date(2023, 12, 31))
    assert aturan is not None
    tenggat = compute_tenggat(aturan, Tahun(2023))
    assert not tenggat.is_lewat(datetime(2024, 1, 2, 5, tzinfo=UTC))
    assert tenggat.is_lewat(datetime(2024, 1, 2, 5, 0, 1, tzinfo=UTC))
    # 17.30 UTC is already the next day in Palembang.
    assert tenggat.count_hari(datetime(2023, 12, 25, 17, 30, tzinfo=UTC)) == 7
    assert tenggat.count_hari(datetime(2024, 1, 3, 3, tzinfo=UTC)) == -1


def test_belum_berlaku_dan_tidak_dikenal() -> None:
    assert get_aturan_tenggat("emonev", date(2022, 12, 31)) is None
    with pytest.raises(TenggatTidakDikenal, match="entah"):
        get_aturan_tenggat("entah", date(2023, 1, 1))


def test_aturan_menyebut_sumbernya() -> None:
    aturan = get_aturan_tenggat("emonev", date(2023, 1, 1))
    assert isinstance(aturan, AturanTenggat)
    assert aturan.dasar_hukum.startswith("LKjIP")
    assert aturan.versi == date(2023, 1, 1)
