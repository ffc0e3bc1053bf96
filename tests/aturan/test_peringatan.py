"""What is refused, what is questioned, and what passes in silence."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import strategies as st
from tests.aturan.sifat import cacah, periksa_dengan_mutan

from kinerja.aturan.capaian import Keadaan, Polaritas
from kinerja.aturan.peringatan import (
    BatasPeringatan,
    Isian,
    KonteksIsian,
    check_isian,
    list_peringatan,
)

PERSEN = KonteksIsian(berpasangan=True, bagian=True, persen=True)
NILAI = KonteksIsian(berpasangan=False, bagian=False, persen=False)
HAMPA = (Keadaan.TIDAK_ADA_OBJEK, Keadaan.BELUM_ADA)


def pasangan(pembilang: str | int, penyebut: str | int) -> Isian:
    return Isian(pembilang=Decimal(pembilang), penyebut=Decimal(penyebut))


def nilai(angka: str) -> Isian:
    return Isian(nilai=Decimal(angka))


def kode(isian: Isian, konteks: KonteksIsian) -> list[str]:
    return [t.kode for t in list_peringatan(isian, konteks)]


@pytest.mark.parametrize(
    ("isian", "konteks", "ditolak"),
    [
        (pasangan(97, 100), PERSEN, []),
        (pasangan(0, 100), PERSEN, []),
        (pasangan(0, 0), PERSEN, ["penyebut_nol"]),
        (pasangan(3, 0), PERSEN, ["penyebut_nol"]),
        (pasangan(3, 0), replace(PERSEN, bagian=False), ["penyebut_nol"]),
        (pasangan(-1, 10), PERSEN, ["negatif"]),
        (pasangan(1, -10), PERSEN, ["negatif"]),
        (nilai("97"), PERSEN, ["bentuk_pasangan"]),
        (Isian(pembilang=Decimal(3)), PERSEN, ["bentuk_pasangan"]),
        (replace(pasangan(1, 2), nilai=Decimal(50)), PERSEN, ["bentuk_pasangan"]),
        (nilai("-3.5"), NILAI, []),
        (pasangan(1, 2), NILAI, ["bentuk_nilai"]),
        (Isian(), NILAI, ["bentuk_nilai"]),
        *((Isian(k), PERSEN, []) for k in HAMPA),
        *((replace(nilai("0"), keadaan=k), NILAI, ["hampa_berangka"]) for k in HAMPA),
    ],
    ids=str,
)
def test_yang_ditolak(isian: Isian, konteks: KonteksIsian, ditolak: list[str]) -> None:
    assert [t.kode for t in check_isian(isian, konteks)] == ditolak


def test_nol_dari_nol_disuruh_memilih_tanpa_objek() -> None:
    assert "tidak ada objek" in check_isian(pasangan(0, 0), PERSEN)[0].cara
    assert "penyebut" in check_isian(pasangan(3, 0), PERSEN)[0].cara


def test_pembilang_melebihi_penyebut() -> None:
    assert kode(pasangan(101, 100), PERSEN) == ["pembilang_melebihi_penyebut"]
    assert kode(pasangan(100, 100), PERSEN) == []
    assert kode(pasangan(101, 100), replace(PERSEN, bagian=False)) == []
    assert "1.234" in list_peringatan(pasangan(1234, 1000), PERSEN)[0].pesan


@pytest.mark.parametrize(
    ("kini", "lalu", "hasil"),
    [
        (pasangan(90, 100), pasangan(60, 100), []),
        (pasangan(91, 100), pasangan(60, 100), ["lonjakan"]),
        (pasangan(29, 100), pasangan(60, 100), ["lonjakan"]),
        (pasangan(30, 100), pasangan(60, 100), []),
        (pasangan(30, 100), pasangan(0, 100), []),
        (pasangan(30, 100), Isian(Keadaan.BELUM_ADA), []),
        (pasangan(30, 100), None, []),
    ],
    ids=str,
)
def test_lonjakan_terhadap_bulan_lalu(kini: Isian, lalu: Isian | None, hasil: list[str]) -> None:
    assert kode(kini, replace(PERSEN, lalu=lalu)) == hasil


def test_lonjakan_menyebut_arah_dan_besarnya() -> None:
    naik, turun = (list_peringatan(nilai(n), replace(NILAI, lalu=nilai("4")))[0].pesan for n in ("10", "1"))
    assert "naik 150%" in naik
    assert "turun 75%" in turun


@pytest.mark.parametrize(
    ("isian", "konteks", "hasil"),
    [
        # An office of 475,962 entered as 475.962, and back.
        (nilai("475.962"), replace(NILAI, lalu=nilai("475962")), ["satuan", "lonjakan"]),
        (nilai("475962"), replace(NILAI, lalu=nilai("475.962")), ["satuan", "lonjakan"]),
        (nilai("0.97"), replace(NILAI, persen=True, target=Decimal(95)), ["satuan"]),
        (nilai("97"), replace(NILAI, persen=True, target=Decimal(95)), []),
        (nilai("0.97"), replace(NILAI, target=Decimal(95)), []),
        (pasangan(9, 9000), replace(PERSEN, lalu=pasangan(8, 9)), ["satuan", "lonjakan"]),
        (pasangan(9000, 10000), replace(PERSEN, lalu=pasangan(9, 10)), ["satuan"]),
        (pasangan(0, 10), replace(PERSEN, lalu=pasangan(9, 10)), ["lonjakan"]),
    ],
    ids=str,
)
def test_satuan_seratus_dan_seribu_kali(isian: Isian, konteks: KonteksIsian, hasil: list[str]) -> None:
    assert kode(isian, konteks) == hasil


@pytest.mark.parametrize(
    ("konteks", "hasil"),
    [
        (replace(NILAI, target=Decimal(10), kumulatif=Decimal(11), bulan=6), ["target_terlampaui"]),
        (replace(NILAI, target=Decimal(10), kumulatif=Decimal(11), bulan=12), []),
        (replace(NILAI, target=Decimal(10), kumulatif=Decimal(10), bulan=6), []),
        (replace(NILAI, target=Decimal(10), kumulatif=None, bulan=6), []),
        (replace(NILAI, target=None, kumulatif=Decimal(11), bulan=6), []),
        (
            replace(NILAI, target=Decimal(10), kumulatif=Decimal(11), bulan=6, polaritas=Polaritas.TURUN),
            [],
        ),
        (replace(NILAI, target=Decimal(10), kumulatif=Decimal(11), bulan=6, bagian=True), []),
    ],
)
def test_target_sudah_terlampaui(konteks: KonteksIsian, hasil: list[str]) -> None:
    assert kode(nilai("1"), konteks) == hasil


def test_tanpa_angka_tanpa_peringatan() -> None:
    konteks = replace(NILAI, target=Decimal(1), kumulatif=Decimal(2), bulan=3, lalu=nilai("5"))
    assert [kode(Isian(k), konteks) for k in HAMPA] == [[], []]


def test_batas_dapat_diatur() -> None:
    konteks = replace(NILAI, lalu=nilai("10"))
    assert list_peringatan(nilai("11"), konteks, BatasPeringatan(lonjakan=Decimal("0.05")))
    assert not list_peringatan(nilai("11"), konteks)


def _sifat_simetris(peringatan: object, pembilang: int, penyebut: int) -> None:
    """Warned exactly when the part is more than the whole, for every pair that can be stored."""
    isian = pasangan(pembilang, penyebut)
    if check_isian(isian, PERSEN):
        return
    ada = "pembilang_melebihi_penyebut" in [t.kode for t in peringatan(isian, PERSEN)]  # type: ignore[operator]
    assert ada == (pembilang > penyebut)


def test_peringatan_pasangan_tepat_di_batasnya() -> None:
    def mutan(isian: Isian, konteks: KonteksIsian) -> object:
        geser = replace(isian, pembilang=(isian.pembilang or Decimal(0)) + 1)
        return list_peringatan(geser, konteks)

    strategi = st.shared(cacah, key="sama")
    periksa_dengan_mutan(_sifat_simetris, strategi, strategi, asli=list_peringatan, mutan=mutan)
    periksa_dengan_mutan(
        _sifat_simetris, cacah, st.integers(1, 500), asli=list_peringatan, mutan=lambda *_: ()
    )
