"""SMART, the planning score after it, and NKA: by hand, at their borders, with bad input."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import strategies as st
from tests.aturan.sifat import periksa_dengan_mutan

from kinerja.aturan.parameter import BelumBerlaku
from kinerja.aturan.skor.masukan import (
    BulanAnggaran,
    CapaianKeluaran,
    KomponenPerencanaan,
    KomponenSmart,
    MasukanSmart,
)
from kinerja.aturan.skor.nka import explain_nka
from kinerja.aturan.skor.pengaturan import (
    PENGATURAN_SKOR_BAWAAN,
    AgregasiKeluaran,
    PengaturanSkor,
    RpdNol,
    RumusKonsistensi,
)
from kinerja.aturan.skor.perencanaan import compute_perencanaan
from kinerja.aturan.skor.smart import (
    RezimLain,
    compute_komponen_smart,
    compute_smart,
    compute_smart_mentah,
    convert_efisiensi,
    is_smart,
)
from kinerja.aturan.skor.uraian import HasilSkor, Suku

D = Decimal
TA_2023, TA_2024 = date(2023, 12, 31), date(2024, 1, 1)
nilai = st.decimals(min_value=0, max_value=100, places=2)
efisiensi = st.decimals(min_value=-20, max_value=20, places=2)


def smart(*angka: str | Decimal, pada: date = TA_2023) -> HasilSkor:
    return compute_smart(KomponenSmart(*map(D, angka)), pada=pada)


# Published rows, and by hand: 0.097 P + 0.182 K + 0.435 CRO + 0.286 (50 + 2.5 E).
@pytest.mark.parametrize(
    ("unsur", "harapan", "predikat"),
    [
        ("57.53 97.39 93.18 20", "92.43869", "Sangat Baik"),
        ("16.81 58.37 1.46 -15.63", "16.01356", "Sangat Kurang"),
        ("68.19 80.50 7.25 -20", "24.41918", "Sangat Kurang"),
        ("90.41 92.60 100 9.59", "90.27982", "Sangat Baik"),
        ("100 100 100 20", "100", "Sangat Baik"),
        ("100 100 100 0", "85.7", "Baik"),
        ("0 0 0 -20", "0", "Sangat Kurang"),
    ],
)
def test_smart_dari_komponen(unsur: str, harapan: str, predikat: str) -> None:
    hasil = smart(*unsur.split())
    assert hasil.nilai == D(harapan)
    assert hasil.predikat is not None
    assert hasil.predikat.nama == predikat
    assert sum(s.sumbangan or 0 for s in hasil.uraian.rincian) == D(harapan)
    assert all(s.aturan is not None and s.aturan.dasar_hukum for s in hasil.uraian.rincian)


@pytest.mark.parametrize(
    ("e", "ne"), [("-20", 0), ("0", 50), ("20", 100), ("10", 75), ("-31", 0), ("45", 100)]
)
def test_konversi_efisiensi(e: str, ne: int) -> None:
    assert convert_efisiensi(D(e), pada=TA_2023) == ne


@pytest.mark.parametrize(
    ("komponen", "kode"),
    [
        (KomponenSmart(None, D(1), D(1), D(1)), "smart-kosong"),
        (KomponenSmart(D(101), D(1), D(1), D(1)), "smart-di-luar-batas"),
        (KomponenSmart(D(1), D(-1), D(1), D(1)), "smart-di-luar-batas"),
        (KomponenSmart(D(1), D(1), D(1), D("20.01")), "smart-di-luar-batas"),
    ],
)
def test_komponen_cacat_tidak_dinilai(komponen: KomponenSmart, kode: str) -> None:
    hasil = compute_smart(komponen, pada=TA_2023)
    assert (hasil.nilai, hasil.predikat, [t.kode for t in hasil.temuan]) == (None, None, [kode])


def test_rezim_menurut_tahun_anggaran() -> None:
    assert is_smart(TA_2023)
    assert not is_smart(TA_2024)
    with pytest.raises(RezimLain):
        smart("1", "1", "1", "1", pada=TA_2024)
    with pytest.raises(RezimLain):
        compute_perencanaan(KomponenPerencanaan(D(1), D(1)), pada=TA_2023)
    with pytest.raises(BelumBerlaku):
        smart("1", "1", "1", "1", pada=date(2020, 12, 31))
    # The bands of the predicate are known from TA 2022 on.
    lama = smart("100", "100", "100", "20", pada=date(2021, 12, 31))
    assert (lama.nilai, lama.predikat) == (100, None)


def _kantor(**lain: Any) -> MasukanSmart:
    """Twelve months of 100 planned and 90 spent out of 1.200; 9 of 10 and 5 of 4 outputs."""
    keluaran = (CapaianKeluaran("A", D(10), D(9), 600, 500), CapaianKeluaran("B", D(4), D(5), 600, 580))
    bulan = tuple(BulanAnggaran(n, 100, 90) for n in range(1, 13))
    return replace(MasukanSmart(1_200, bulan, keluaran), **lain)


def unsur(
    masukan: MasukanSmart, pengaturan: PengaturanSkor = PENGATURAN_SKOR_BAWAAN
) -> tuple[Decimal | None, ...]:
    k = compute_komponen_smart(masukan, pada=TA_2023, pengaturan=pengaturan).komponen
    return tuple(
        None if v is None else round(v, 4)
        for v in (k.penyerapan, k.konsistensi, k.capaian_keluaran, k.efisiensi)
    )


def test_dari_fakta() -> None:
    # P 1080/1200; K 90 each month; CRO (90 + 100) / 2; E (600·0.9 + 600 − 1080) / 1140 = 60/1140.
    assert unsur(_kantor()) == (90, 90, 95, D("5.2632"))
    hasil = compute_smart_mentah(_kantor(), pada=TA_2023)
    # 8.73 + 16.38 + 41.325 + 0.286 (50 + 2.5 × 60/11.4)
    assert hasil.nilai is not None
    assert round(hasil.nilai, 6) == D("84.498158")
    assert hasil.temuan == ()
    label = [s.label for _, s in hasil.uraian.telusuri()]
    assert {"Desember", "A", "Σ pagu × capaian"} <= set(label)


@pytest.mark.parametrize(
    ("lain", "harapan"),
    [
        # Cumulative: January 0 of 100 → 0; February 100 of 200 → 50; March 200 of 300 → 66.67.
        ({"bulan": tuple(BulanAnggaran(n, 100, 100 if n > 1 else 0) for n in (1, 2, 3))}, D("38.8889")),
        # Twice the plan is as bad as nothing; more does not get worse.
        ({"bulan": (BulanAnggaran(1, 100, 500),)}, 0),
        # No plan and nothing spent is as planned; no plan and spending is not.
        ({"bulan": (BulanAnggaran(1, 0, 0), BulanAnggaran(2, 0, 5))}, 50),
        # Two rows of one month add up; a month between that is missing had no plan of its own.
        ({"bulan": (BulanAnggaran(1, 60, 50), BulanAnggaran(1, 40, 50), BulanAnggaran(3, 100, 100))}, 100),
        ({"bulan": ()}, None),
    ],
)
def test_konsistensi(lain: dict[str, Any], harapan: Decimal | None) -> None:
    assert unsur(_kantor(**lain))[1] == harapan


def test_rpd_yang_belum_ada_bukan_nol() -> None:
    masukan = _kantor(bulan=(BulanAnggaran(1, 0, 90),))
    assert unsur(masukan)[1] == 0
    tanpa = replace(masukan, berencana=False)
    assert unsur(tanpa)[1] is None
    hasil = compute_smart_mentah(tanpa, pada=TA_2023)
    assert (hasil.nilai, [t.kode for t in hasil.temuan]) == (None, ["tanpa-rpd", "smart-kosong"])


def test_pilihan_konsistensi() -> None:
    bulan = (BulanAnggaran(1, 100, 0), BulanAnggaran(2, 100, 100), BulanAnggaran(3, 0, 50))
    masukan = _kantor(bulan=bulan)
    bulanan = PengaturanSkor(rumus_konsistensi=RumusKonsistensi.BULANAN)
    assert unsur(masukan, bulanan)[1] == D("33.3333")
    assert unsur(masukan, replace(bulanan, rpd_nol=RpdNol.LEWATI))[1] == 50
    kosong = _kantor(bulan=(BulanAnggaran(1, 0, 9),))
    assert unsur(kosong, PengaturanSkor(rpd_nol=RpdNol.LEWATI))[1] is None


def test_pilihan_keluaran() -> None:
    masukan = _kantor(
        keluaran=(CapaianKeluaran("A", D(10), D(5), 300, 1), CapaianKeluaran("B", D(1), D(3), 100, 1))
    )
    assert unsur(masukan)[2] == 75
    assert unsur(masukan, PengaturanSkor(agregasi_keluaran=AgregasiKeluaran.PAGU))[2] == D("62.5")
    assert unsur(masukan, PengaturanSkor(batasi_keluaran=False))[2] == 100
    kosong = CapaianKeluaran("C", D(0), D(3), 100, 50)
    assert unsur(replace(masukan, keluaran=(*masukan.keluaran, kosong)))[2:] == unsur(masukan)[2:]
    assert unsur(replace(masukan, keluaran=(kosong,)))[2:] == (None, None)


@pytest.mark.parametrize(
    ("realisasi", "belanja", "harapan"),
    [
        (D(10), 400, D(20)),  # (600 − 400) / 600 = 33.3 %, kept at 20
        (D(10), 570, D(5)),
        (D(10), 600, D(0)),
        (D(10), 900, D(-20)),
        (D(0), 1, D(-20)),  # spent for nothing
        (D(0), 0, None),
        (D(-3), 1, D(-20)),
    ],
)
def test_efisiensi(realisasi: Decimal, belanja: int, harapan: Decimal | None) -> None:
    masukan = _kantor(keluaran=(CapaianKeluaran("A", D(10), realisasi, 600, belanja),))
    assert unsur(masukan)[3] == harapan


@pytest.mark.parametrize(
    ("lain", "kode"),
    [
        ({"bulan": (BulanAnggaran(1, -5, 0),)}, ["rpd-negatif"]),
        ({"bulan": (BulanAnggaran(1, 100, 90), BulanAnggaran(2, 100, -30))}, ["realisasi-negatif"]),
        ({"pagu": 1_000}, ["pagu-minus"]),
        ({"pagu": 0}, ["smart-kosong"]),
    ],
)
def test_fakta_janggal_disebut(lain: dict[str, Any], kode: list[str]) -> None:
    hasil = compute_smart_mentah(_kantor(**lain), pada=TA_2023)
    assert [t.kode for t in hasil.temuan] == kode
    assert (hasil.nilai is None) == (kode == ["smart-kosong"])
    assert hasil.nilai is None or 0 <= hasil.nilai <= 100


def test_koreksi_negatif_mengurangi_penyerapan() -> None:
    bulan = (BulanAnggaran(1, 100, 90), BulanAnggaran(2, 100, -30))
    assert unsur(_kantor(bulan=bulan))[:2] == (5, 60)  # 60/1200; January 90, February 60 of 200 → 30; mean 60
    assert unsur(_kantor(bulan=(BulanAnggaran(1, 100, -30),)))[:2] == (0, 0)


def test_smart_naik_bersama_setiap_unsurnya() -> None:
    def sifat(hitung: Any, p: Decimal, k: Decimal, c: Decimal, e: Decimal, tambah: Decimal) -> None:
        dasar = (p, k, c, e)
        awal = hitung(*dasar).nilai
        assert 0 <= awal <= 100
        for nomor, atas in enumerate((100, 100, 100, 20)):
            lain = list(dasar)
            lain[nomor] = min(D(atas), lain[nomor] + tambah)
            baru = hitung(*lain).nilai
            assert baru >= awal
            assert (baru > awal) == (lain[nomor] > dasar[nomor])

    def mutan(p: Decimal, k: Decimal, c: Decimal, e: Decimal) -> HasilSkor:
        return smart(p, k, c, -e)

    periksa_dengan_mutan(sifat, nilai, nilai, nilai, efisiensi, nilai, asli=smart, mutan=mutan)


def test_perencanaan() -> None:
    hasil = compute_perencanaan(KomponenPerencanaan(D(90), D(60)), pada=TA_2024)
    assert (hasil.nilai, hasil.predikat and hasil.predikat.nama) == (D("82.5"), "Baik")
    assert [s.sumbangan for s in hasil.uraian.rincian] == [D("67.5"), D(15)]
    for cacat in (KomponenPerencanaan(None, D(60)), KomponenPerencanaan(D(101), D(60))):
        hasil = compute_perencanaan(cacat, pada=TA_2024)
        assert (hasil.nilai, hasil.predikat, len(hasil.temuan)) == (None, None, 1)


@pytest.mark.parametrize(
    ("a", "b", "pada", "harapan", "predikat"),
    [
        ("89.14", "98.01", TA_2023, "92.688", "Sangat Baik"),
        ("18.70", "99.27", TA_2024, "58.985", "Kurang"),
        ("84.63", "95.56", TA_2024, "90.095", "Sangat Baik"),
        ("90", "90", TA_2023, "90", "Baik"),  # above 90, not from 90 on
        ("90.01", "90", TA_2023, "90.006", "Sangat Baik"),  # on the unrounded value
        ("50", "50", TA_2024, "50", "Sangat Kurang"),
    ],
)
def test_nka(a: str, b: str, pada: date, harapan: str, predikat: str) -> None:
    hasil = explain_nka(D(a), D(b), pada=pada)
    assert (hasil.nilai, hasil.predikat and hasil.predikat.nama) == (D(harapan), predikat)
    assert sum(s.sumbangan or 0 for s in hasil.uraian.rincian) == D(harapan)
    assert hasil.uraian.rincian[0].label == (
        "Nilai SMART" if pada == TA_2023 else "Nilai kinerja perencanaan anggaran"
    )


def test_nka_berganti_di_tahun_baru() -> None:
    lama, baru = (explain_nka(D(0), D(100), pada=p).nilai for p in (TA_2023, TA_2024))
    assert (lama, baru) == (40, 50)
    rusak = explain_nka(D(-1), D(101), pada=TA_2023)
    assert (rusak.nilai, rusak.predikat, len(rusak.temuan)) == (None, None, 2)


def test_uraian_ditelusuri_dari_atas() -> None:
    pohon = Suku("a", rincian=(Suku("b", rincian=(Suku("c"),)), Suku("d")))
    assert [(n, s.label) for n, s in pohon.telusuri()] == [(0, "a"), (1, "b"), (2, "c"), (1, "d")]
