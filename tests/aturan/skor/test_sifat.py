"""Properties of IKPA over random offices, and verdicts on printed scores."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import strategies as st
from tests.aturan.sifat import periksa, periksa_dengan_mutan
from tests.aturan.skor.acak import make_kantor

from kinerja.aturan.skor.ikpa.masukan import (
    BelanjaBulan,
    Dispensasi,
    Indikator,
    JenisBelanja,
    MasukanIkpa,
    PaguBelanja,
)
from kinerja.aturan.skor.ikpa.nilai import KomponenIkpa, compute_ikpa, compute_ikpa_komponen, get_bobot
from kinerja.aturan.skor.ikpa.rencana import compute_deviasi
from kinerja.aturan.skor.smart import compute_smart_mentah
from kinerja.aturan.skor.terbit import (
    find_tanpa_objek,
    judge_ikpa,
    judge_nka,
    judge_perencanaan,
    judge_smart,
)
from kinerja.aturan.skor.uraian import HasilSkor, hitung_persen, jepit
from kinerja.aturan.telaah.selang import Cetakan, Putusan
from kinerja.dasar.cetak import bulatkan

D = Decimal
TA_2023, TA_2024 = date(2023, 12, 31), date(2024, 1, 1)
kantor = st.integers(0, 400).map(lambda n: make_kantor(n, 2023 + n % 2))
bagian = st.decimals(min_value=0, max_value=1, places=4)
objek = st.sets(st.sampled_from(list(Indikator)), min_size=1)


def test_semua_nilai_antara_nol_dan_seratus() -> None:
    def sifat(hitung: Any, satu: Any) -> None:
        for per in (satu.ikpa.per, date(satu.ikpa.per.year, 5, 3)):
            hasil = hitung(replace(satu.ikpa, per=per))
            assert 0 <= hasil.nilai <= 100
            for suku in hasil.uraian.rincian[:7]:
                assert suku.nilai is None or 0 <= suku.nilai <= 110
                assert suku.sumbangan is None or suku.sumbangan <= (suku.bobot or 0)
        if satu.ikpa.per.year == 2023:
            nilai = compute_smart_mentah(satu.smart, pada=TA_2023).nilai
            assert nilai is not None
            assert 0 <= nilai <= 100

    periksa(sifat, kantor, dengan=compute_ikpa)


def _kolom(porsi: Decimal, ada: set[Indikator], pada: date) -> KomponenIkpa:
    bobot = get_bobot(pada)
    return KomponenIkpa({i: porsi * bobot[i] if i in ada else None for i in bobot})


def test_konversi_tidak_mengubah_nilai_yang_rata() -> None:
    """Whoever is equally good at all he has to do gets that value, however little that is."""

    def sifat(hitung: Any, porsi: Decimal, ada: set[Indikator]) -> None:
        for pada in (TA_2023, TA_2024):
            if ada & get_bobot(pada).keys():
                assert hitung(_kolom(porsi, ada, pada), pada=pada).nilai == bulatkan(porsi * 100, 2)

    def mutan(kolom: KomponenIkpa, *, pada: date) -> HasilSkor:
        """No object counts as nothing earned."""
        return compute_ikpa_komponen(
            KomponenIkpa({i: n or D(0) for i, n in kolom.sumbangan.items()}), pada=pada
        )

    periksa_dengan_mutan(sifat, bagian, objek, asli=compute_ikpa_komponen, mutan=mutan)


def test_ikpa_naik_bersama_setiap_kolomnya() -> None:
    def sifat(hitung: Any, porsi: Decimal, ada: set[Indikator], tambah: Decimal) -> None:
        dasar = _kolom(porsi, ada, TA_2023)
        awal = hitung(dasar, pada=TA_2023).nilai
        for indikator in ada:
            naik = min(get_bobot(TA_2023)[indikator], (dasar.sumbangan[indikator] or D(0)) + tambah)
            baru = hitung(KomponenIkpa({**dasar.sumbangan, indikator: naik}), pada=TA_2023).nilai
            assert baru >= awal

    def mutan(kolom: KomponenIkpa, *, pada: date) -> HasilSkor:
        hasil = compute_ikpa_komponen(kolom, pada=pada)
        return replace(hasil, nilai=-(hasil.nilai or D(0)))

    periksa_dengan_mutan(sifat, bagian, objek, bagian, asli=compute_ikpa_komponen, mutan=mutan)


def _deviasi(persen: Decimal, per: date) -> Decimal:
    realisasi = 1_000_000 - int(persen * 10_000)
    belanja = tuple(BelanjaBulan(n, JenisBelanja.MODAL, 1_000_000, realisasi) for n in range(1, 12))
    pagu = (PaguBelanja(date(per.year, 1, 1), JenisBelanja.MODAL, 1),)
    nilai = compute_deviasi(MasukanIkpa(per, pagu, belanja)).nilai
    assert nilai is not None
    return nilai


def test_deviasi_turun_dan_melompat_hanya_di_batas_bebas() -> None:
    """Continuous everywhere but at 5, where the rule itself jumps from 100 to below 95."""

    def sifat(hitung: Any, satu: Decimal, dua: Decimal) -> None:
        kecil, besar = sorted((satu, dua))
        for per in (TA_2023, date(2024, 12, 31)):
            turun = hitung(kecil, per) - hitung(besar, per)
            assert turun >= 0
            if kecil > 5:
                assert turun == bulatkan(besar, 2) - bulatkan(kecil, 2)

    persen = st.decimals(min_value=0, max_value=100, places=2)
    periksa(sifat, persen, persen, dengan=_deviasi)
    assert [_deviasi(D(p), TA_2023) for p in ("4.99", "5", "5.01")] == [100, 100, D("94.99")]


@pytest.mark.parametrize(("banyak", "nilai"), [(9, "99.5"), (10, "99.25"), (49, "99.25"), (50, "99")])
def test_pengurang_melompat_di_batas_pita(banyak: int, nilai: str) -> None:
    komponen = MasukanIkpa(date(2024, 12, 31), dispensasi=Dispensasi(banyak, 10_000))
    assert compute_ikpa(komponen).nilai == D(nilai)


def test_rezim_berganti_di_tahun_baru() -> None:
    """The same facts: 31 December by the old rule, 1 January by the new one."""
    for per, bobot, pengurang in ((TA_2023, 10, 0), (TA_2024, 15, D("0.25"))):
        hasil = compute_ikpa(MasukanIkpa(per, dispensasi=Dispensasi(1, 100_000)))
        label = {s.label: s for s in hasil.uraian.rincian}
        assert label["Deviasi halaman III DIPA"].bobot == bobot
        assert ("Dispensasi SPM" in label) == (per == TA_2023)
        assert hasil.nilai == (D("98.33") if per == TA_2023 else 100 - pengurang)  # (10 + 4.75) / 15


def test_persen_membulatkan_setengah_ke_atas() -> None:
    for atas, bawah in ((1, 3), (-1, 8), (1, 200_000), (5, 100_000), (0, 7), (2, 1)):
        tepat = Fraction(atas * 100, bawah)
        assert hitung_persen(atas, bawah) == bulatkan(D(tepat.numerator) / D(tepat.denominator), 2)
    assert [jepit(D(n)) for n in (-1, 5, 101)] == [0, 5, 100]


def _cetak(**angka: str) -> dict[str, Cetakan]:
    return {kunci: Cetakan(teks, D(teks), len(teks.partition(".")[2])) for kunci, teks in angka.items()}


SMART = {"penyerapan": "57.53", "konsistensi": "97.39", "capaian_keluaran": "93.18", "efisiensi": "20.00"}


@pytest.mark.parametrize(
    ("terbit", "putusan"),
    [
        ("92.44", Putusan.COCOK),
        ("92.43", Putusan.DIPOTONG),  # 92.43869 cut
        ("92.46", Putusan.TIDAK),
        ("92", Putusan.COCOK),
    ],
)
def test_putusan_smart(terbit: str, putusan: Putusan) -> None:
    assert judge_smart(_cetak(**SMART), _cetak(n=terbit)["n"], pada=TA_2023) is putusan


def test_putusan_lain() -> None:
    assert (
        judge_nka(_cetak(perencanaan="87.67", pelaksanaan="97.60"), _cetak(n="91.642")["n"], pada=TA_2023)
        is Putusan.COCOK
    )
    assert (
        judge_nka(_cetak(perencanaan="87.67", pelaksanaan="99.54"), _cetak(n="91.642")["n"], pada=TA_2023)
        is Putusan.TIDAK
    )
    rencana = _cetak(efektivitas="90.00", efisiensi="60.00")
    assert judge_perencanaan(rencana, _cetak(n="82.50")["n"], pada=TA_2024) is Putusan.COCOK
    kolom: dict[Indikator, Cetakan | None] = dict.fromkeys(Indikator)
    kolom |= {Indikator.REVISI_DIPA: _cetak(n="10.00")["n"], Indikator.DEVIASI: _cetak(n="5.00")["n"]}
    assert judge_ikpa(kolom, D(0), _cetak(n="75.00")["n"], pada=TA_2023) is Putusan.COCOK
    assert judge_ikpa(kolom, D("0.75"), _cetak(n="59.25")["n"], pada=TA_2024) is Putusan.COCOK


def _nilai(**nol: str | None) -> dict[Indikator, Decimal | None]:
    isi: dict[Indikator, Decimal | None] = dict.fromkeys(Indikator, D(5))
    return isi | {Indikator(k): None if v is None else D(v) for k, v in nol.items()}


@pytest.mark.parametrize(
    ("nilai", "konversi", "tanpa"),
    [
        (_nilai(), 100, set()),
        (_nilai(belanja_kontraktual="0"), 100, set()),  # earned nothing, but had an object
        (_nilai(belanja_kontraktual="0"), 90, {"belanja_kontraktual"}),
        (_nilai(belanja_kontraktual="0", penyerapan_anggaran="0"), 80, {"penyerapan_anggaran"}),
        (
            _nilai(belanja_kontraktual="0", penyelesaian_tagihan="0"),
            80,
            {"belanja_kontraktual", "penyelesaian_tagihan"},
        ),
        (_nilai(belanja_kontraktual=None), 90, {"belanja_kontraktual"}),
        (_nilai(belanja_kontraktual=None), 100, None),
        (_nilai(), 90, None),
        (dict.fromkeys(Indikator, D(0)), 0, None),
    ],
)
def test_tanpa_objek_dari_konversi(nilai: Any, konversi: int, tanpa: set[str] | None) -> None:
    hasil = find_tanpa_objek(nilai, D(konversi), pada=TA_2023)
    assert (hasil if hasil is None else set(hasil)) == tanpa
