from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from kinerja.dasar.angka import Bacaan, Kebiasaan, Satuan, baca_angka, tentukan_kebiasaan
from kinerja.dasar.cetak import cetak_angka, cetak_persen, cetak_rupiah

KASUS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "angka.yaml").read_text(encoding="utf-8")
)

angka_tercetak = st.decimals(
    min_value=Decimal("-1E18"), max_value=Decimal("1E18"), allow_nan=False, allow_infinity=False, places=9
).map(lambda nilai: nilai.normalize())


def cetak_dengan_titik(nilai: Decimal) -> str:
    """Print a number the English way, with as many decimals as it has."""
    return format(nilai, ",f")


@pytest.mark.parametrize("kasus", KASUS, ids=lambda kasus: f"{kasus['teks']!r}-{kasus.get('kebiasaan', '')}")
def test_case_of_the_table(kasus: dict[str, Any]) -> None:
    kebiasaan = Kebiasaan(kasus["kebiasaan"]) if "kebiasaan" in kasus else None
    bacaan = baca_angka(kasus["teks"], kebiasaan=kebiasaan)
    assert bacaan.mentah == kasus["teks"]
    assert bacaan.nilai == (Decimal(kasus["nilai"]) if "nilai" in kasus else None)
    assert bacaan.satuan == kasus.get("satuan")
    assert bacaan.keterangan == kasus.get("keterangan", "")
    assert bacaan.pilihan == tuple(Decimal(satu) for satu in kasus.get("pilihan", []))
    assert bacaan.kosong is kasus.get("kosong", False)
    assert bacaan.desimal == kasus.get("desimal", bacaan.desimal)
    assert kasus.get("masalah", "") in bacaan.masalah
    assert bool(bacaan.masalah) is ("masalah" in kasus)


def test_table_is_large_and_has_no_case_twice() -> None:
    kunci = [(kasus["teks"], kasus.get("kebiasaan")) for kasus in KASUS]
    assert len(kunci) == len(set(kunci)) >= 100


def test_zero_never_carries_a_sign() -> None:
    assert str(baca_angka("-0,00").nilai) == "0.00"


@pytest.mark.parametrize(
    ("kolom", "kebiasaan"),
    [
        ([], None),
        (["", "-", "nihil"], None),
        (["10", "1234", "80%"], None),
        (["3.000", "475.962", "5,050"], None),
        (["3.000", "97,4%", "", "10"], Kebiasaan.KOMA),
        (["1.234.567"], Kebiasaan.KOMA),
        (["Rp 3.000"], Kebiasaan.KOMA),
        (["475.962", "98.5"], Kebiasaan.TITIK),
        (["1,234,567"], Kebiasaan.TITIK),
        (["0.123"], Kebiasaan.TITIK),
        (["97,4", "98.5"], None),
        (["97,4", "1,234,567"], None),
        (["97,4", "RATA-RATA 98.5", "1..2"], Kebiasaan.KOMA),
    ],
)
def test_habit_of_a_column(kolom: list[str], kebiasaan: Kebiasaan | None) -> None:
    assert tentukan_kebiasaan(iter(kolom)) is kebiasaan


def test_mean_of_a_pasted_column_is_not_a_hundred_times_too_large() -> None:
    kolom = ["98,76", "97,24"]
    kebiasaan = tentukan_kebiasaan(kolom)
    nilai = [bacaan.nilai for teks in kolom if (bacaan := baca_angka(teks, kebiasaan=kebiasaan)).nilai]
    assert sum(nilai, Decimal(0)) / len(nilai) == Decimal("98.00")


@given(angka_tercetak)
@example(Decimal("1234"))
@example(Decimal("-1.234"))
@example(Decimal("0.001"))
def test_printed_number_reads_back_as_itself(nilai: Decimal) -> None:
    bacaan = baca_angka(cetak_angka(nilai), kebiasaan=Kebiasaan.KOMA)
    assert (bacaan.nilai, bacaan.masalah) == (nilai, "")
    assert baca_angka(cetak_dengan_titik(nilai), kebiasaan=Kebiasaan.TITIK).nilai == nilai


@given(angka_tercetak, st.integers(min_value=0, max_value=9))
def test_printed_percent_and_rupiah_read_back_as_printed(nilai: Decimal, desimal: int) -> None:
    persen = baca_angka(cetak_persen(nilai, desimal), kebiasaan=Kebiasaan.KOMA)
    assert (persen.satuan, persen.desimal) == (Satuan.PERSEN, desimal)
    assert persen.nilai is not None
    assert abs(persen.nilai - nilai) * 2 <= Decimal(1).scaleb(-desimal)
    rupiah = baca_angka(cetak_rupiah(int(nilai)))
    assert (rupiah.satuan, rupiah.nilai) == (Satuan.RUPIAH, int(nilai))


@given(angka_tercetak, st.sampled_from([cetak_angka, cetak_dengan_titik]))
@example(Decimal("475.962"), cetak_dengan_titik)
@example(Decimal("5050"), cetak_angka)
def test_unknown_habit_gives_the_number_or_asks(nilai: Decimal, cetak: Any) -> None:
    bacaan = baca_angka(cetak(nilai))
    if bacaan.nilai is None:
        assert bacaan.masalah
        assert nilai in bacaan.pilihan
    else:
        assert bacaan.nilai == nilai


@given(st.lists(angka_tercetak, min_size=1, max_size=8), st.sampled_from([cetak_angka, cetak_dengan_titik]))
@example([Decimal("97.4"), Decimal("475.962")], cetak_dengan_titik)
@example([Decimal("97.4"), Decimal("475962")], cetak_angka)
def test_column_in_one_habit_is_read_exactly_or_asked(kolom: list[Decimal], cetak: Any) -> None:
    teks = [cetak(nilai) for nilai in kolom]
    kebiasaan = tentukan_kebiasaan(teks)
    for nilai, satu in zip(kolom, teks, strict=True):
        bacaan = baca_angka(satu, kebiasaan=kebiasaan)
        assert bacaan.nilai == nilai or (kebiasaan is None and nilai in bacaan.pilihan)


@given(angka_tercetak, st.sampled_from(["", "%", " juta", " layanan"]), st.sampled_from([None, *Kebiasaan]))
def test_suggested_spelling_is_accepted_and_means_the_choice(
    nilai: Decimal, akhiran: str, kebiasaan: Kebiasaan | None
) -> None:
    """What the message proposes must itself be readable in one way, in the column at hand."""
    for teks in (cetak_angka(nilai) + akhiran, cetak_dengan_titik(nilai) + akhiran):
        bacaan = baca_angka(teks, kebiasaan=kebiasaan)
        if bacaan.pilihan:
            saran = bacaan.masalah.rstrip(".").casefold().rpartition("tulis ")[2].split(" atau ")
            terbaca = [baca_angka(satu, kebiasaan=kebiasaan) for satu in saran]
            assert tuple(satu.nilai for satu in terbaca) == bacaan.pilihan
            assert {satu.satuan for satu in terbaca} == {bacaan.satuan}


@given(
    st.text(max_size=60)
    | st.text(alphabet="0123456789.,-−–()% Rpx\n", max_size=20)
    | st.from_regex(r"(Rp ?)?[-(]?[0-9.,]{1,9} ?(%|juta|miliar|M|layanan|rupiah)?\)?", fullmatch=True),
    st.sampled_from([None, *Kebiasaan]),
)
@example("9" * 5000, None)
@example("1." * 5000, None)
def test_any_text_has_a_defined_answer(teks: str, kebiasaan: Kebiasaan | None) -> None:
    bacaan = baca_angka(teks, kebiasaan=kebiasaan)
    assert [bacaan.nilai is not None, bacaan.kosong, bacaan.masalah != ""].count(True) == 1
    assert bacaan.nilai is None or bacaan.nilai.is_finite()
    assert "\n" not in bacaan.masalah
    assert tentukan_kebiasaan([teks]) in {None, *Kebiasaan}


@given(st.text(alphabet="0123456789.,", min_size=1, max_size=15))
def test_accepted_digits_are_the_typed_digits(teks: str) -> None:
    """No reading invents, drops or moves a digit: only the place of the decimal sign is decided."""
    bacaan: Bacaan = baca_angka(teks)
    if bacaan.nilai is not None:
        digit = "".join(huruf for huruf in teks if huruf.isdigit())
        assert Decimal(digit) == bacaan.nilai.scaleb(bacaan.desimal)
        assert bacaan.desimal == 0 or teks[-bacaan.desimal - 1] in ".,"
