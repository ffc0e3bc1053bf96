"""The 23 criteria: their number, the conditional ones, what must stand before a reviu is signed."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja.aturan.parameter import BelumBerlaku
from kinerja.aturan.reviu import (
    Isian,
    Jawaban,
    check_isian,
    compute_rekap,
    describe_jawaban,
    is_berlaku,
    list_kriteria,
)

SEMUA = list_kriteria(date(2023, 12, 31))
KRITERIA = {k.kode: k for k in SEMUA}
BERSYARAT = {"III.3": ("III.1", "III.2"), "III.6": ("III.4", "III.5"), "III.9": ("III.8",)}
YA, TIDAK, LEWAT = Isian(Jawaban.YA), Isian(Jawaban.TIDAK, "alasan"), Isian(Jawaban.TIDAK_BERLAKU)
LENGKAP = {k.kode: LEWAT if k.kode in BERSYARAT else YA for k in SEMUA}


def test_dua_puluh_tiga_kriteria_dalam_tiga_kelompok() -> None:
    banyak = {r: sum(k.romawi == r for k in SEMUA) for r in ("I", "II", "III")}
    assert banyak == {"I": 6, "II": 7, "III": 10}
    assert [k.nomor for k in SEMUA if k.romawi == "III"] == [str(n) for n in range(1, 11)]
    assert {k.kode: k.syarat for k in SEMUA if k.syarat} == BERSYARAT
    with pytest.raises(BelumBerlaku):
        list_kriteria(date(2014, 1, 1))


@pytest.mark.parametrize(
    ("isian", "berlaku"),
    [
        ({"III.1": YA, "III.2": YA}, False),
        ({"III.1": YA, "III.2": TIDAK}, True),
        ({"III.1": TIDAK}, True),
        ({"III.1": YA}, None),
        ({"III.1": YA, "III.2": LEWAT}, False),
        ({}, None),
    ],
)
def test_butir_bersyarat_ditanyakan_bila_induknya_tidak_dipenuhi(
    isian: dict[str, Isian], berlaku: bool
) -> None:
    assert is_berlaku(KRITERIA["III.3"], isian) is berlaku
    assert is_berlaku(KRITERIA["I.1"], isian) is True


def test_semua_terjawab_tidak_ada_yang_kurang() -> None:
    assert check_isian(SEMUA, LENGKAP) == ()
    assert [t.kode for t in check_isian(SEMUA, {})] == ["reviu-belum-dijawab"] * 23


@pytest.mark.parametrize(
    ("kode", "isian", "temuan"),
    [
        ("I.1", Isian(Jawaban.TIDAK, "  "), "reviu-tanpa-catatan"),
        ("I.1", Isian(Jawaban.TIDAK_BERLAKU), "reviu-tanpa-catatan"),
        ("I.1", Isian(Jawaban.TIDAK_BERLAKU, "LKj bulanan belum diwajibkan."), None),
        ("I.1", Isian(), "reviu-belum-dijawab"),
        ("III.3", YA, "reviu-bersyarat"),
        ("III.1", TIDAK, "reviu-bersyarat"),
    ],
)
def test_yang_menghalangi_tanda_tangan(kode: str, isian: Isian, temuan: str | None) -> None:
    assert [t.kode for t in check_isian(SEMUA, LENGKAP | {kode: isian})] == ([temuan] if temuan else [])


def test_induk_yang_tidak_dipenuhi_meminta_jawaban_butir_bersyaratnya() -> None:
    isian = LENGKAP | {"III.8": TIDAK}
    (temuan,) = check_isian(SEMUA, isian)
    assert "III.9 harus dijawab" in temuan.pesan
    assert check_isian(SEMUA, isian | {"III.9": YA}) == ()


def test_rekap_menghitung_keempat_keadaan_sendiri_sendiri() -> None:
    isian = LENGKAP | {"III.8": TIDAK, "III.9": YA}
    del isian["I.1"]
    rekap = compute_rekap(SEMUA, isian)
    assert [(r.romawi, r.dipenuhi, r.belum, r.tidak_berlaku, r.belum_dijawab) for r in rekap] == [
        ("I", 5, 0, 0, 1),
        ("II", 7, 0, 0, 0),
        ("III", 7, 1, 2, 0),
    ]
    assert [r.banyak for r in rekap] == [6, 7, 10]
    assert rekap[1].kelompok == "Mekanisme Penyusunan"


def test_jawaban_tercetak() -> None:
    assert [describe_jawaban(j) for j in (*Jawaban, None)] == [
        "Ya",
        "Tidak",
        "Tidak berlaku",
        "belum dijawab",
    ]
