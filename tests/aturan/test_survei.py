"""SKM, other survey indices, mutu, minimum sample: table values, borders, and the difference of 1/9 and 0.111."""

from __future__ import annotations

import random
import sqlite3
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.aturan.parameter import BelumBerlaku
from kinerja.aturan.survei import (
    NilaiDiLuarSkala,
    NilaiUnsur,
    PopulasiTidakSah,
    UnsurTidakLengkap,
    classify_mutu,
    compute_indeks,
    compute_nrr,
    compute_sampel,
    compute_skm,
    describe_indeks,
    list_unsur_skm,
)

PADA = date(2023, 12, 31)
KODE = tuple(f"U{n}" for n in range(1, 10))
# N -> S of the printed table of Krejcie and Morgan; N = 100,000 is the one place where the formula differs (384).
SAMPEL = {
    10: 10, 15: 14, 20: 19, 35: 32, 50: 44, 75: 63, 100: 80, 150: 108, 200: 132, 280: 162, 320: 175, 480: 214,
    500: 217, 700: 248, 1000: 278, 1500: 306, 2000: 322, 2800: 338, 5000: 357, 8000: 367, 9000: 368, 10000: 370,
    15000: 375, 30000: 379, 50000: 381, 75000: 382,
}  # fmt: skip


def unsur(*nilai: str) -> list[NilaiUnsur]:
    return [NilaiUnsur(k, Fraction(n)) for k, n in zip(KODE, nilai, strict=True)]


def test_sembilan_unsur_dengan_bobot_sepersembilan() -> None:
    hasil = compute_skm(unsur("3.2", "3.1", "3", "3.9", "3.3", "3.4", "3.5", "3.6", "3.1"), pada=PADA)
    assert round(hasil.nilai_seratus, 6) == Decimal("83.611111")
    assert hasil.mutu is not None
    assert hasil.mutu.nama == "B (Baik)"
    suku = [(n, s.label, s.catatan) for n, s in hasil.uraian.telusuri()]
    assert suku[:2] == [
        (0, "Nilai konversi (skala 100)", "nilai indeks × 25"),
        (1, "Nilai indeks (skala 4)", ""),
    ]
    assert suku[2] == (2, "U1 Persyaratan", "× 1/9 = 0,3556")
    assert sum(s.sumbangan or 0 for n, s in hasil.uraian.telusuri() if n == 2) - hasil.nilai < Decimal(
        "1E-40"
    )
    assert "14/2017" in hasil.aturan.dasar_hukum


def test_sempurna_adalah_seratus_bukan_99_90() -> None:
    """0.111 nine times is 0.999: whoever uses the printed label instead of 1/9 never reaches 100."""
    hasil = compute_skm(unsur(*["4"] * 9), pada=PADA)
    assert (hasil.nilai, hasil.nilai_seratus) == (4, 100)
    assert compute_skm(unsur(*["1"] * 9), pada=PADA).nilai_seratus == 25


def test_unsur_dikenal_dari_kodenya_bukan_tempatnya() -> None:
    depan = unsur("4", *["3"] * 8)
    assert compute_skm(depan[::-1], pada=PADA).nilai == compute_skm(depan, pada=PADA).nilai
    assert dict(list_unsur_skm(PADA))["U9"] == "Sarana dan prasarana"


@pytest.mark.parametrize(
    "salah", [unsur(*["4"] * 9)[:8], [*unsur(*["4"] * 9), NilaiUnsur("U9", Fraction(4))], []]
)
def test_unsur_kurang_atau_ganda(salah: list[NilaiUnsur]) -> None:
    with pytest.raises(UnsurTidakLengkap):
        compute_skm(salah, pada=PADA)


@pytest.mark.parametrize("nilai", ["0.99", "4.01", "0", "5"])
def test_di_luar_skala(nilai: str) -> None:
    with pytest.raises(NilaiDiLuarSkala):
        compute_skm(unsur(nilai, *["4"] * 8), pada=PADA)
    with pytest.raises(NilaiDiLuarSkala):
        describe_indeks(Decimal(nilai), 4, skm=True, pada=PADA)


def test_sebelum_berlaku() -> None:
    with pytest.raises(BelumBerlaku):
        compute_skm(unsur(*["4"] * 9), pada=date(2016, 12, 31))


@pytest.mark.parametrize(
    ("ikm", "mutu"),
    [
        ("100", "A"), ("88.31", "A"), ("88.305", "A"), ("88.3049999", "B"), ("76.61", "B"), ("76.605", "B"),
        ("76.6049", "C"), ("65", "C"), ("64.995", "C"), ("64.9949", "D"), ("25", "D"),
    ],
)  # fmt: skip
def test_batas_mutu_atas_dua_desimal(ikm: str, mutu: str) -> None:
    assert classify_mutu(Decimal(ikm), PADA).nama.startswith(mutu)


def test_nrr_dari_jawaban() -> None:
    assert compute_nrr("U1", [4, 3, 3]) == NilaiUnsur("U1", Fraction(10, 3), 3)
    assert compute_nrr("U1", [2]) == NilaiUnsur("U1", Fraction(2), 1)
    assert compute_nrr("U1", []) is None
    with pytest.raises(NilaiDiLuarSkala):
        compute_nrr("U1", [4, 0])


def test_indeks_lain_tanpa_mutu() -> None:
    hasil = compute_indeks([NilaiUnsur("A", Fraction(4)), NilaiUnsur("B", Fraction(3))], pada=PADA)
    assert (hasil.nilai, hasil.nilai_seratus, hasil.mutu) == (Decimal("3.5"), Decimal("87.5"), None)
    with pytest.raises(UnsurTidakLengkap):
        compute_indeks([], pada=PADA)


@pytest.mark.parametrize(
    ("nilai", "skala", "empat", "seratus"), [("97.32", 100, "3.8928", "97.32"), ("3.85", 4, "3.85", "96.25")]
)
def test_nilai_terbit_di_kedua_skala(nilai: str, skala: int, empat: str, seratus: str) -> None:
    hasil = describe_indeks(Decimal(nilai), skala, skm=False, pada=PADA)
    assert (hasil.nilai, hasil.nilai_seratus, hasil.mutu) == (Decimal(empat), Decimal(seratus), None)
    mutu = describe_indeks(Decimal(nilai), skala, skm=True, pada=PADA).mutu
    assert mutu is not None
    assert mutu.nama.startswith("A")


@pytest.mark.parametrize(("populasi", "minimum"), SAMPEL.items())
def test_tabel_krejcie_morgan(populasi: int, minimum: int) -> None:
    assert compute_sampel(populasi, 0, pada=PADA).minimum == minimum


def test_ketercapaian_sampel() -> None:
    kurang, cukup = compute_sampel(100, 79, pada=PADA), compute_sampel(100, 80, pada=PADA)
    assert (kurang.tercapai, cukup.tercapai) == (False, True)
    assert (kurang.persen, cukup.persen) == (Decimal("98.75"), 100)
    assert compute_sampel(1, 1, pada=PADA).minimum == 1
    assert compute_sampel(100_000, 384, pada=PADA).minimum == 383


@pytest.mark.parametrize(("populasi", "responden"), [(0, 0), (-1, 0), (9, 10), (10, -1)])
def test_populasi_tidak_sah(populasi: int, responden: int) -> None:
    with pytest.raises(PopulasiTidakSah):
        compute_sampel(populasi, responden, pada=PADA)


jawaban = st.lists(st.integers(1, 4), min_size=1, max_size=40)


@given(st.lists(jawaban, min_size=9, max_size=9))
def test_skm_dari_jawaban_di_antara_25_dan_100_dan_monoton(isi: list[list[int]]) -> None:
    nrr = [n for k, j in zip(KODE, isi, strict=True) if (n := compute_nrr(k, j))]
    hasil = compute_skm(nrr, pada=PADA)
    assert 25 <= hasil.nilai_seratus <= 100
    lebih = [NilaiUnsur(u.kode, (u.nilai + 4) / 2) for u in nrr]
    assert compute_skm(lebih, pada=PADA).nilai_seratus >= hasil.nilai_seratus


@given(st.integers(1, 10**7))
def test_sampel_naik_bersama_populasi_dan_tidak_melebihinya(populasi: int) -> None:
    kini, sesudah = (compute_sampel(n, 0, pada=PADA).minimum for n in (populasi, populasi + 1))
    assert 1 <= kini <= min(populasi, 384)
    assert kini <= sesudah


def test_seribu_kantor_acak_dihitung_ulang_oleh_sql() -> None:
    """The same thousand offices by another engine: sums, mean, IKM and mutu in one statement.

    No IKM of up to six answers comes so near to a border that its floats could matter.
    """
    acak = random.Random(14)
    jawaban = [
        (kantor, kode, acak.randint(1 + kantor % 4, 4))
        for kantor in range(1000)
        for _ in range(acak.randint(1, 6))
        for kode in KODE
    ]
    basis = sqlite3.connect(":memory:")
    basis.execute("CREATE TABLE j (kantor INTEGER, unsur TEXT, nilai INTEGER)")
    basis.executemany("INSERT INTO j VALUES (?, ?, ?)", jawaban)
    sql = basis.execute(
        "SELECT kantor, ikm, CASE WHEN ikm >= 88.305 THEN 'A' WHEN ikm >= 76.605 THEN 'B' WHEN ikm >= 64.995 THEN 'C' "
        "ELSE 'D' END FROM (SELECT kantor, SUM(nrr) * 25 / 9 + 1e-11 AS ikm "
        "FROM (SELECT kantor, AVG(nilai) AS nrr FROM j GROUP BY kantor, unsur) GROUP BY kantor) ORDER BY kantor"
    ).fetchall()
    milik: dict[int, dict[str, list[int]]] = {}
    for kantor, kode, nilai in jawaban:
        milik.setdefault(kantor, {}).setdefault(kode, []).append(nilai)
    mutu = set()
    for kantor, ikm, kelas in sql:
        nrr = [n for k, j in milik[kantor].items() if (n := compute_nrr(k, j))]
        hasil = compute_skm(nrr, pada=PADA)
        assert abs(hasil.nilai_seratus - Decimal(str(ikm))) < Decimal("1E-9")
        assert hasil.mutu is not None
        assert hasil.mutu.nama[0] == kelas
        mutu.add(kelas)
    assert mutu == {"A", "B", "C", "D"}
