"""IKPA indicator by indicator, in both regimes, each value by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kinerja.aturan.parameter import BelumBerlaku
from kinerja.aturan.skor.ikpa.dispensasi import compute_dispensasi
from kinerja.aturan.skor.ikpa.hasil import HasilIndikator
from kinerja.aturan.skor.ikpa.kontraktual import compute_kontraktual
from kinerja.aturan.skor.ikpa.masukan import (
    BelanjaBulan,
    BelanjaKkp,
    Dispensasi,
    Indikator,
    JenisBelanja,
    JenisPertanggungjawaban,
    Keluaran,
    Kontrak,
    LaporanKeluaran,
    MasukanIkpa,
    PaguBelanja,
    Pengecualian,
    Pertanggungjawaban,
    RevisiDipa,
    SpmKontraktual,
    UpTup,
)
from kinerja.aturan.skor.ikpa.nilai import KomponenIkpa, compute_ikpa, compute_ikpa_komponen, get_bobot
from kinerja.aturan.skor.ikpa.output import compute_output
from kinerja.aturan.skor.ikpa.pagu import RiwayatPagu, get_kunci_pagu, get_kunci_rpd
from kinerja.aturan.skor.ikpa.penyerapan import compute_penyerapan
from kinerja.aturan.skor.ikpa.rencana import compute_deviasi, compute_revisi
from kinerja.aturan.skor.ikpa.tagihan import compute_tagihan
from kinerja.aturan.skor.ikpa.up_tup import compute_up_tup, tambah_sebulan
from kinerja.aturan.skor.pengaturan import (
    PENGATURAN_SKOR_BAWAAN,
    HariLaporKeluaran,
    PengaturanSkor,
    RevisiNol,
    TanpaObjek,
)
from kinerja.dasar.periode import Triwulan

D = Decimal
PEGAWAI, BARANG, MODAL, BANSOS = JenisBelanja
GUP, PTUP = JenisPertanggungjawaban
AKHIR_23, AKHIR_24 = date(2023, 12, 31), date(2024, 12, 31)
JUTA = 10**6
BAWAAN = PENGATURAN_SKOR_BAWAAN
NOL = PengaturanSkor(tanpa_objek=TanpaObjek.NOL)


def _periksa(hasil: HasilIndikator, nilai: str | None, kode: tuple[str, ...] = ()) -> None:
    assert hasil.nilai == (None if nilai is None else D(nilai))
    assert hasil.uraian.nilai == hasil.nilai
    assert hasil.uraian.aturan is not None
    assert hasil.uraian.aturan.dasar_hukum.startswith("PER-5/PB/20")
    assert tuple(t.kode for t in hasil.temuan) == kode


def revisi(*hari: str, kode: str = "221", tahun: int = 2023, berubah: int = 0) -> tuple[RevisiDipa, ...]:
    return tuple(RevisiDipa(date(tahun, *map(int, h.split("-"))), kode, 100, 100 + berubah) for h in hari)


@pytest.mark.parametrize(
    ("per", "daftar", "nilai"),
    [
        # By quarter: none or one 100, more 50.
        (AKHIR_23, (), "100"),
        (AKHIR_23, revisi("2-1", "5-1", "8-1", "11-1"), "100"),
        (AKHIR_23, revisi("2-1", "3-31", "4-1"), "87.50"),
        (date(2023, 3, 31), revisi("2-1", "3-31", "4-1"), "50"),
        (AKHIR_23, revisi("2-1", "3-1", kode="301"), "100"),
        (AKHIR_23, revisi("2-1", "3-1", berubah=1), "100"),
        # By semester: at most one 110, two 100, more 50; the mean is capped at the end.
        (AKHIR_24, (), "100"),
        (AKHIR_24, revisi("2-1", "3-1", "4-1", tahun=2024), "80"),
        (AKHIR_24, revisi("2-1", "3-1", "4-1", "7-1", "8-1", tahun=2024), "75"),
        (date(2024, 6, 30), revisi("2-1", "3-1", "4-1", tahun=2024), "50"),
        (date(2024, 7, 1), revisi("2-1", "3-1", "4-1", tahun=2024), "80"),
    ],
)
def test_revisi(per: date, daftar: tuple[RevisiDipa, ...], nilai: str) -> None:
    _periksa(compute_revisi(MasukanIkpa(per, revisi=daftar), BAWAAN), nilai)


def test_revisi_di_luar_tahun_dan_pilihan() -> None:
    luar = (*revisi("12-31", "12-30"), *revisi("1-2", "1-3", tahun=2024), *revisi("12-31", tahun=2022))
    hasil = compute_revisi(MasukanIkpa(AKHIR_23, revisi=luar), BAWAAN)
    _periksa(hasil, "87.50", ("di-luar-tahun",) * 3)
    assert "2024-01-02" in hasil.temuan[0].pesan
    # 110, 110, 110, 50 → 95; all at 110 are capped.
    lebih = PengaturanSkor(revisi_dipa_nol=RevisiNol.SERATUS_SEPULUH)
    _periksa(compute_revisi(MasukanIkpa(AKHIR_23, revisi=revisi("12-1", "12-2")), lebih), "95")
    _periksa(compute_revisi(MasukanIkpa(AKHIR_23), lebih), "100")


def pagu(*isi: tuple[JenisBelanja, int], tahun: int = 2023) -> tuple[PaguBelanja, ...]:
    return tuple(PaguBelanja(date(tahun, 1, 1), jenis, jumlah) for jenis, jumlah in isi)


def setahun(jenis: JenisBelanja, rencana: int, realisasi: int) -> tuple[BelanjaBulan, ...]:
    return tuple(BelanjaBulan(n, jenis, rencana, realisasi) for n in range(1, 13))


@pytest.mark.parametrize(
    ("per", "belanja", "nilai"),
    [
        (AKHIR_23, setahun(BARANG, 100, 96), "100"),  # 4 → free
        (AKHIR_23, setahun(BARANG, 100, 95), "100"),  # 5 → still free
        (AKHIR_23, setahun(BARANG, 10_000, 9_499), "94.99"),  # 5.01 → no longer
        (AKHIR_23, setahun(BARANG, 100, 300), "0"),  # 200 counts as 100
        (AKHIR_23, setahun(BARANG, 0, 0), "100"),
        (AKHIR_23, setahun(BARANG, 0, 1), "0"),  # nothing planned, something spent
        # Kinds count alike in 2023: (8 + 0) / 2; by pagu in 2024: 8 × 75 % + 0 × 25 %, March of 52 excepted.
        (AKHIR_23, setahun(BARANG, 100, 92) + setahun(MODAL, 10, 10), "100"),
        (AKHIR_24, setahun(BARANG, 100, 92) + setahun(MODAL, 10, 10), "94.55"),
        (date(2024, 2, 29), setahun(BARANG, 100, 92) + setahun(MODAL, 10, 10), "94"),
        # December is not judged: only it was off.
        (AKHIR_23, (*setahun(BARANG, 100, 100)[:11], BelanjaBulan(12, BARANG, 100, 0)), "100"),
        # Two rows of a month add up.
        (date(2023, 1, 31), (BelanjaBulan(1, BARANG, 60, 50), BelanjaBulan(1, BARANG, 40, 41)), "91"),
    ],
)
def test_deviasi(per: date, belanja: tuple[BelanjaBulan, ...], nilai: str) -> None:
    dua = {b.jenis for b in belanja} == {BARANG, MODAL}
    isi = pagu((BARANG, 750), (MODAL, 250)) if dua else pagu((BARANG, 750))
    _periksa(compute_deviasi(MasukanIkpa(per, isi, belanja)), nilai)


def test_deviasi_tanpa_pagu_atau_tanpa_angka() -> None:
    belanja = setahun(BARANG, 100, 92)
    _periksa(compute_deviasi(MasukanIkpa(AKHIR_23, (), belanja)), None, ("tanpa-pagu",))
    _periksa(compute_deviasi(MasukanIkpa(AKHIR_23, pagu((BARANG, 1)))), None)
    _periksa(compute_deviasi(MasukanIkpa(AKHIR_23, pagu((BARANG, 0)), belanja)), None)
    # The kind without pagu does not count; the others do.
    campur = belanja + setahun(BANSOS, 5, 0)
    _periksa(compute_deviasi(MasukanIkpa(AKHIR_23, pagu((BARANG, 1)), campur)), "92", ("tanpa-pagu",))


def test_deviasi_angka_janggal_disebut() -> None:
    belanja = (BelanjaBulan(1, BARANG, -10, 0), BelanjaBulan(2, BARANG, 100, -10))
    hasil = compute_deviasi(MasukanIkpa(date(2023, 2, 28), pagu((BARANG, 1)), belanja))
    # January: no plan, nothing spent → 0; February: 110 % off counts as 100; mean 50.
    _periksa(hasil, "50", ("rpd-negatif", "realisasi-negatif"))


def test_pengecualian_adalah_data() -> None:
    """March 2024 counts as 0 for 51 and 52 by letter; an office may have exceptions of its own."""
    belanja = setahun(PEGAWAI, 100, 78) + setahun(MODAL, 100, 78)
    masukan = MasukanIkpa(date(2024, 3, 31), pagu((PEGAWAI, 1), (MODAL, 1)), belanja)
    # 22, 22, 0 × 50 % + 22 × 50 % = 11 → mean 18.33
    hasil = compute_deviasi(masukan)
    _periksa(hasil, "81.67")
    catatan = [s.catatan for _, s in hasil.uraian.telusuri() if "Dikecualikan" in s.catatan]
    assert catatan == ["Dikecualikan: S-119/PB.2/2024."]
    semua = Pengecualian(Indikator.DEVIASI, "Surat X", bulan=(1, 2))
    _periksa(compute_deviasi(replace(masukan, pengecualian=(semua,))), "100")
    lain = Pengecualian(Indikator.DEVIASI, "Surat Y", jenis=(BANSOS,))
    _periksa(compute_deviasi(replace(masukan, pengecualian=(lain,))), "81.67")


# One kind: what was spent up to each quarter out of 1.000; targets of 52 are 15, 50, 70, 90.
@pytest.mark.parametrize(
    ("per", "per_bulan", "nilai"),
    [
        (
            AKHIR_23,
            75,
            "100",
        ),  # 225, 450, 675, 900 → 100, 90, 96.43, 100 would be 96.61 without January's extra
        (date(2023, 3, 31), 25, "50"),  # 75 of 150
        (date(2023, 6, 30), 25, "40"),  # 50, 150/500 = 30
        (date(2023, 5, 31), 25, "37.50"),  # 50, 125/500 = 25
        (date(2023, 3, 31), 100, "100"),
        (date(2023, 3, 31), -5, "0"),
    ],
)
def test_penyerapan(per: date, per_bulan: int, nilai: str) -> None:
    belanja = setahun(BARANG, 0, per_bulan)
    if per == AKHIR_23:
        belanja += (BelanjaBulan(1, BARANG, 0, 50),)
    _periksa(compute_penyerapan(MasukanIkpa(per, pagu((BARANG, 1_000)), belanja)), nilai)


def test_penyerapan_memakai_pagu_netto_yang_dikunci() -> None:
    # 52: 150 of 800 netto against 15 % → 100; 53: 20 of 200 against 10 % → 100, weights 80/20.
    isi = (
        PaguBelanja(date(2023, 1, 1), BARANG, 1_000, blokir=200),
        PaguBelanja(date(2023, 1, 1), MODAL, 200),
    )
    belanja = (BelanjaBulan(1, BARANG, 0, 60), BelanjaBulan(3, MODAL, 0, 20))
    per = date(2023, 3, 31)
    _periksa(compute_penyerapan(MasukanIkpa(per, isi, belanja)), "60")  # (60/800)/15 % = 50 × 0.8 + 20
    # Locked on the 10th working day of February: a revision of March does not change the first quarter.
    naik = PaguBelanja(date(2023, 3, 1), BARANG, 9_000)
    _periksa(compute_penyerapan(MasukanIkpa(per, (*isi, naik), belanja)), "60")
    awal = PaguBelanja(date(2023, 2, 1), BARANG, 400)
    _periksa(compute_penyerapan(MasukanIkpa(per, (*isi, awal), belanja)), "100")


def test_penyerapan_tanpa_dasar_dan_pagu_minus() -> None:
    _periksa(compute_penyerapan(MasukanIkpa(AKHIR_23)), None)
    blokir = (PaguBelanja(date(2023, 1, 1), BARANG, 100, blokir=100),)
    _periksa(compute_penyerapan(MasukanIkpa(AKHIR_23, blokir)), None)
    lebih = MasukanIkpa(AKHIR_23, pagu((BARANG, 100)), setahun(BARANG, 1, 9))
    _periksa(compute_penyerapan(lebih), "100", ("pagu-minus",))


def test_hari_penguncian() -> None:
    # February 2023 begins on a Wednesday: 1–3, 6–10, 13, 14 are ten working days.
    assert get_kunci_pagu(Triwulan(2023, 1)) == get_kunci_rpd(Triwulan(2023, 1)) == date(2023, 2, 14)
    assert get_kunci_pagu(Triwulan(2023, 4)) == AKHIR_23
    assert get_kunci_rpd(Triwulan(2023, 4)) == date(2023, 10, 13)
    riwayat = RiwayatPagu.dari(
        (PaguBelanja(date(2023, 5, 1), BARANG, 2), PaguBelanja(date(2023, 3, 1), BARANG, 1))
    )
    pada = [riwayat.pada(date(2023, n, 1))[BARANG].pagu for n in (1, 4, 5)]
    assert pada == [1, 1, 2]


def kontrak(ttd: str, nilai: int = 100, jenis: JenisBelanja = MODAL, **lain: Any) -> Kontrak:
    return Kontrak(lain.pop("nomor", ttd), jenis, nilai * JUTA, date.fromisoformat(ttd), **lain)


def _hari(teks: str) -> date:
    return date.fromisoformat(teks)


@pytest.mark.parametrize(
    ("per", "daftar", "nilai"),
    [
        # 2023: 40 registered in time + 30 early + 30 capital. 100, 110, 100 → 103 → capped.
        (
            AKHIR_23,
            (
                kontrak(
                    "2023-01-09", didaftarkan=_hari("2023-01-16"), sp2d=_hari("2023-03-31"), sekaligus=True
                ),
            ),
            "100",
        ),
        # Registered on the 6th working day → 0, early 110, capital TW II 90: 33 + 27.
        (
            AKHIR_23,
            (
                kontrak(
                    "2023-01-09", didaftarkan=_hari("2023-01-17"), sp2d=_hari("2023-04-01"), sekaligus=True
                ),
            ),
            "60",
        ),
        # No early, no capital: the weight goes to what there is.
        (AKHIR_23, (kontrak("2023-05-08", jenis=BARANG, didaftarkan=_hari("2023-05-09")),), "100"),
        # Never registered and the time is over.
        (AKHIR_23, (kontrak("2023-05-08", jenis=BARANG),), "0"),
        # Signed two days ago: its time is not over, nothing else to judge.
        (date(2023, 5, 10), (kontrak("2023-05-08", jenis=BARANG),), None),
        # 2024: 20 spread + 40 early + 40 capital. 1 of 2 by June → 60; 120; TW III 80 → 12 + 48 + 32.
        (
            AKHIR_24,
            (
                kontrak("2023-12-20", jenis=BARANG),
                kontrak("2024-07-01", sp2d=_hari("2024-09-30"), sekaligus=True),
            ),
            "92",
        ),
        # 1 of 4 by June is 25 % → 50; no early one? one of March → 110; capital of TW IV 70: 10 + 44 + 28.
        (
            AKHIR_24,
            (
                kontrak("2024-03-31", jenis=BARANG),
                *(kontrak(f"2024-0{n}-01", jenis=BARANG) for n in (7, 8)),
                kontrak("2024-09-01", sp2d=_hari("2024-10-01"), sekaligus=True),
            ),
            "82",
        ),
        # None by June → 0 for the spread, which has an object, capital 70: 28 of 60.
        (AKHIR_24, (kontrak("2024-09-01", sp2d=_hari("2024-10-01"), sekaligus=True),), "46.67"),
        # More than 75 % by June → 100; 50.01–75 → 80.
        (AKHIR_24, (kontrak("2024-04-01", jenis=BARANG),), "100"),
        (
            AKHIR_24,
            (*(kontrak(f"2024-0{n}-01", jenis=BARANG) for n in (4, 5)), kontrak("2024-07-01", jenis=BARANG)),
            "80",
        ),
    ],
)
def test_kontraktual(per: date, daftar: tuple[Kontrak, ...], nilai: str | None) -> None:
    _periksa(compute_kontraktual(MasukanIkpa(per, kontrak=daftar), BAWAAN), nilai)


def test_kontraktual_tanpa_objek() -> None:
    luput = (kontrak("2023-02-01", nilai=50), kontrak("2023-02-02", jenis=PEGAWAI), kontrak("2024-01-02"))
    hasil = compute_kontraktual(MasukanIkpa(AKHIR_23, kontrak=luput), BAWAAN)
    _periksa(hasil, None, ("di-luar-tahun",))
    _periksa(compute_kontraktual(MasukanIkpa(AKHIR_23), BAWAAN), None)


def test_kontraktual_pilihan_dan_ganda() -> None:
    satu = kontrak("2023-05-08", jenis=BARANG, didaftarkan=_hari("2023-05-09"), nomor="K-1")
    _periksa(compute_kontraktual(MasukanIkpa(AKHIR_23, kontrak=(satu,)), NOL), "40")
    beda = replace(satu, didaftarkan=None)
    hasil = compute_kontraktual(MasukanIkpa(AKHIR_23, kontrak=(satu, satu, beda)), BAWAAN)
    _periksa(hasil, "100", ("ganda", "ganda"))
    assert "berbeda isinya" in hasil.temuan[1].pesan


def spm(nomor: str, selesai: str, diterima: str, jenis: JenisBelanja = BARANG) -> SpmKontraktual:
    return SpmKontraktual(nomor, jenis, _hari(selesai), _hari(diterima))


def test_tagihan() -> None:
    # 17 working days after Monday 9 Jan 2023, with Monday 23 Jan off: Thursday 2 Feb.
    tepat, lambat = spm("1", "2023-01-09", "2023-02-02"), spm("2", "2023-01-09", "2023-02-03")
    hasil = compute_tagihan(MasukanIkpa(AKHIR_23, spm=(tepat, lambat)))
    _periksa(hasil, "50")
    assert [s.label for s in hasil.uraian.rincian] == ["SPM 2"]
    _periksa(compute_tagihan(MasukanIkpa(AKHIR_23, spm=(tepat, lambat, lambat))), "50", ("ganda",))
    # No contractual bill is no object, never 100; neither are salaries nor another year's bills.
    luar = (spm("3", "2023-01-09", "2023-01-10", PEGAWAI), spm("4", "2023-12-20", "2024-01-05"))
    _periksa(compute_tagihan(MasukanIkpa(AKHIR_23, spm=luar)), None, ("di-luar-tahun",))
    terbalik = compute_tagihan(MasukanIkpa(AKHIR_23, spm=(spm("5", "2023-02-09", "2023-02-01"),)))
    _periksa(terbalik, "100", ("tanggal-terbalik",))
    _periksa(compute_tagihan(MasukanIkpa(date(2023, 1, 31), spm=(tepat,))), None)


def gup(
    nomor: str, mulai: str, selesai: str, nilai: int, jenis: JenisPertanggungjawaban = GUP
) -> Pertanggungjawaban:
    return Pertanggungjawaban(nomor, jenis, _hari(mulai), _hari(selesai), nilai)


@pytest.mark.parametrize(
    ("up", "nilai"),
    [
        # One GUP of the whole UP in 31 days of January: timely 100, monthly 100; no TUP, no card.
        (UpTup(100, (gup("1", "2023-01-10", "2023-02-10", 100),)), "100"),
        # One day later: not timely; 100 × 31/32 = 96.875 → 25 × 96.875 / 75
        (UpTup(100, (gup("1", "2023-01-10", "2023-02-11", 100),)), "32.29"),
        # 31 January + 1 month = 28 February.
        (UpTup(0, (gup("1", "2023-01-31", "2023-02-28", 1, PTUP),)), "100"),
        # TUP of 400, 100 paid back: 75. Timely 100 without GUP: (50 × 100 + 25 × 75) / 75.
        (UpTup(0, (gup("1", "2023-01-31", "2023-02-28", 1, PTUP),), tup=400, setoran_tup=100), "91.67"),
        (UpTup(0, tup=400, setoran_tup=500), "0"),
        # Card: 12.5 % of 12 × 10 are 15. Reached: 0.9 × 32.29… + 11; missed: + 10.
        (
            UpTup(
                100,
                (gup("1", "2023-01-10", "2023-02-11", 100),),
                up_kkp_bulanan=10,
                kkp=(BelanjaKkp(AKHIR_23, 15),),
            ),
            "40.06",
        ),
        (
            UpTup(
                100,
                (gup("1", "2023-01-10", "2023-02-11", 100),),
                up_kkp_bulanan=10,
                kkp=(BelanjaKkp(AKHIR_23, 14),),
            ),
            "39.06",
        ),
        (
            UpTup(
                100,
                (gup("1", "2023-01-10", "2023-02-10", 100),),
                up_kkp_bulanan=10,
                kkp=(BelanjaKkp(AKHIR_23, 15),),
            ),
            "100",
        ),
        (UpTup(100), None),
        (UpTup(100, up_kkp_bulanan=10), None),
        (None, None),
    ],
)
def test_up_tup(up: UpTup | None, nilai: str | None) -> None:
    _periksa(compute_up_tup(MasukanIkpa(AKHIR_23, up_tup=up), BAWAAN), nilai)


def test_up_tup_janggal() -> None:
    semua = (gup("1", "2023-03-01", "2023-02-01", 100), gup("2", "2023-01-10", "2023-02-10", 100))
    up = UpTup(100, (*semua, semua[1], gup("2", "2023-01-10", "2023-02-10", 5, PTUP)))
    _periksa(compute_up_tup(MasukanIkpa(AKHIR_23, up_tup=up), BAWAAN), "100", ("ganda", "tanggal-terbalik"))
    # What is accounted for later is not known yet.
    _periksa(
        compute_up_tup(MasukanIkpa(date(2023, 2, 9), up_tup=up), BAWAAN), None, ("ganda", "tanggal-terbalik")
    )
    assert tambah_sebulan(date(2024, 1, 31)) == date(2024, 2, 29)


# ‰ of the SPM of the fourth quarter, half-open bands.
@pytest.mark.parametrize(
    ("banyak", "semua", "lama", "baru"),
    [
        (0, 100, "100", "0"),
        (0, 0, "100", "0"),
        (1, 10_001, "95", "0.25"),
        (1, 10_000, "90", "0.5"),
        (1, 1_001, "90", "0.5"),
        (1, 1_000, "85", "0.75"),
        (24, 5_214, "85", "0.75"),  # 4.60 ‰
        (5, 1_000, "80", "1"),
    ],
)
def test_dispensasi(banyak: int, semua: int, lama: str, baru: str) -> None:
    for per, nilai in ((AKHIR_23, lama), (AKHIR_24, baru)):
        hasil, suku, temuan = compute_dispensasi(MasukanIkpa(per, dispensasi=Dispensasi(banyak, semua)))
        assert (hasil, suku.nilai, temuan) == (D(nilai), D(nilai), ())


@pytest.mark.parametrize("mustahil", [Dispensasi(2, 1), Dispensasi(-1, 1), Dispensasi(1, 0)])
def test_dispensasi_mustahil(mustahil: Dispensasi) -> None:
    _, _, temuan = compute_dispensasi(MasukanIkpa(AKHIR_23, dispensasi=mustahil))
    assert [t.kode for t in temuan] == ["dispensasi-mustahil"]


def lapor(
    bulan: int, hari: str | None, pcro: int = 50, tpcro: int = 50, rvro: int = 5, *, sah: bool = True
) -> LaporanKeluaran:
    return LaporanKeluaran(bulan, hari and _hari(hari), D(pcro), D(tpcro), D(rvro), sah)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("per", "laporan", "nilai"),
    [
        # January's report is due on the 5th working day of February 2023, Tuesday the 7th.
        (date(2023, 1, 31), (lapor(1, "2023-02-07"),), "100"),
        (date(2023, 1, 31), (lapor(1, "2023-02-08"),), "70"),
        (date(2023, 1, 31), (lapor(1, "2023-02-07", 40),), "86"),  # 30 + 0.7 × 80
        (date(2023, 1, 31), (lapor(1, "2023-02-07", 90),), "100"),
        (date(2023, 1, 31), (lapor(1, "2023-02-07", 0),), "30"),
        (date(2023, 1, 31), (lapor(1, "2023-02-07", sah=False),), "30"),
        (date(2023, 1, 31), (lapor(1, "2023-02-07", tpcro=0),), "30"),
        # PCRO 100: by volume, 5 of 10.
        (date(2023, 1, 31), (lapor(1, "2023-02-07", 100),), "65"),
        # Nothing reported and not due yet: only the achievement, which is not there.
        (date(2023, 1, 31), (), "0"),
        # January in time, February missing and due on 7 March: 15; achievement of January.
        (date(2023, 3, 31), (lapor(1, "2023-02-07"), lapor(2, None)), "15"),
        (date(2023, 2, 28), (lapor(1, "2023-02-07"),), "100"),
        # December counts by volume whatever the progress; eleven months are missing: 1 of 12 in time.
        (AKHIR_23, (lapor(12, "2024-01-08", 99),), "37.50"),
    ],
)
def test_output(per: date, laporan: tuple[LaporanKeluaran, ...], nilai: str) -> None:
    _periksa(compute_output(MasukanIkpa(per, keluaran=(Keluaran("A", D(10), laporan),)), BAWAAN), nilai)


def test_output_pilihan_pengecualian_dan_janggal() -> None:
    lambat = Keluaran("A", D(10), (lapor(1, "2023-02-14"),))
    masukan = MasukanIkpa(date(2023, 1, 31), keluaran=(lambat,))
    _periksa(compute_output(masukan, BAWAAN), "70")
    longgar = PengaturanSkor(hari_lapor_keluaran=HariLaporKeluaran.KESEPULUH)
    _periksa(compute_output(masukan, longgar), "100")
    baru = Keluaran("A", D(10), (lapor(1, "2024-02-14"),))
    _periksa(compute_output(MasukanIkpa(date(2024, 1, 31), keluaran=(baru,)), longgar), "70")
    lepas = Pengecualian(Indikator.CAPAIAN_OUTPUT, "Surat Z", keluaran=("A",))
    hasil = compute_output(replace(masukan, pengecualian=(lepas,)), BAWAAN)
    _periksa(hasil, None)
    assert hasil.uraian.rincian[0].catatan == "Dikecualikan: Surat Z."
    deviasi = Pengecualian(Indikator.DEVIASI, "Surat D", keluaran=("A",))
    _periksa(compute_output(replace(masukan, pengecualian=(deviasi,)), BAWAAN), "70")
    ganda = Keluaran("B", D(0), (lapor(1, "2023-02-07", 100), lapor(1, "2023-02-28")))
    _periksa(compute_output(replace(masukan, keluaran=(ganda,)), BAWAAN), "30", ("volume-nol", "ganda"))
    _periksa(compute_output(replace(masukan, keluaran=()), BAWAAN), None)


def _penuh(per: date) -> MasukanIkpa:
    """Everything at its best; the facts of an office that does all in time."""
    tahun = per.year
    tanggal = f"{tahun}-01-10"
    return MasukanIkpa(
        per,
        pagu((BARANG, 1_200), tahun=tahun),
        setahun(BARANG, 100, 100),
        kontrak=(kontrak(tanggal, didaftarkan=_hari(tanggal), sp2d=_hari(tanggal), sekaligus=True),),
        spm=(spm("1", tanggal, tanggal),),
        up_tup=UpTup(100, (gup("1", tanggal, f"{tahun}-02-10", 100),)),
        keluaran=(Keluaran("A", D(5), tuple(lapor(n, f"{tahun}-{n:02}-28", 100) for n in range(1, 13))),),
    )


@pytest.mark.parametrize("per", [AKHIR_23, AKHIR_24])
def test_ikpa_penuh_dan_konversi(per: date) -> None:
    penuh = compute_ikpa(_penuh(per))
    assert (penuh.nilai, penuh.predikat and penuh.predikat.nama, penuh.temuan) == (100, "Sangat Baik", ())
    tanpa = compute_ikpa(replace(_penuh(per), kontrak=(), spm=(), up_tup=None))
    assert tanpa.nilai == 100
    ringkas = {s.label: s.nilai for s in tanpa.uraian.rincian[-2:]}
    assert ringkas == {"Nilai total": 70, "Konversi bobot": 70}


def test_ikpa_dispensasi_indikator_lalu_pengurang() -> None:
    lama = compute_ikpa(replace(_penuh(AKHIR_23), dispensasi=Dispensasi(24, 5_214)))
    assert lama.nilai == D("99.25")  # 5 % × 85 instead of 100
    baru = compute_ikpa(replace(_penuh(AKHIR_24), dispensasi=Dispensasi(24, 5_214)))
    assert baru.nilai == D("99.25")  # 100 − 0.75
    pengurang = next(s for s in baru.uraian.rincian if s.label.startswith("Pengurang"))
    assert (pengurang.nilai, pengurang.sumbangan, pengurang.bobot) == (D("0.75"), D("-0.75"), None)
    with pytest.raises(BelumBerlaku):
        compute_ikpa(_penuh(date(2021, 12, 31)))


def test_bobot_berjumlah_seratus() -> None:
    for pada in (AKHIR_23, AKHIR_24):
        assert sum(get_bobot(pada).values()) == 100


def _kolom(*nilai: str | None, pengurang: str = "0") -> KomponenIkpa:
    return KomponenIkpa(
        {i: None if n is None else D(n) for i, n in zip(Indikator, nilai, strict=True)}, D(pengurang)
    )


@pytest.mark.parametrize(
    ("kolom", "pada", "nilai", "kategori"),
    [
        # 67.89 / 70 %, 75.54 / 80 % and the borders of the categories.
        (_kolom("10", "7.89", "20", None, None, None, "5", "25"), AKHIR_23, "96.99", "Sangat Baik"),
        (_kolom("10", "7.64", "17.90", None, None, "10", "5", "25"), AKHIR_23, "94.43", "Baik"),
        (_kolom("5", "10", "20", "10", "10", "10", "5", "25"), AKHIR_23, "95", "Sangat Baik"),
        (_kolom("10", "10", "20", "10", "10", "10", "5", "14"), AKHIR_23, "89", "Baik"),
        (_kolom("10", "10", "20", "10", "10", "10", "5", "13.99"), AKHIR_23, "88.99", "Cukup"),
        (_kolom("10", "10", "0", "10", "10", "10", "5", "15"), AKHIR_23, "70", "Cukup"),
        (_kolom("10", "10", "0", "10", "10", "10", "5", "14.99"), AKHIR_23, "69.99", "Kurang"),
        (
            _kolom("10", "12.25", "20", "10", "10", "10", None, "25", pengurang="0.75"),
            AKHIR_24,
            "96.50",
            "Sangat Baik",
        ),
        (_kolom("0", "0", "0", "0", "0", "0", None, "0", pengurang="1"), AKHIR_24, "0", "Kurang"),
    ],
)
def test_ikpa_dari_komponen(kolom: KomponenIkpa, pada: date, nilai: str, kategori: str) -> None:
    hasil = compute_ikpa_komponen(kolom, pada=pada)
    assert (hasil.nilai, hasil.predikat and hasil.predikat.nama) == (D(nilai), kategori)


@pytest.mark.parametrize(
    ("kolom", "kode"),
    [
        (_kolom("10.01", "0", "0", "0", "0", "0", "0", "0"), "ikpa-di-luar-batas"),
        (_kolom("-1", "0", "0", "0", "0", "0", "0", "0"), "ikpa-di-luar-batas"),
        (_kolom(*[None] * 8), "ikpa-kosong"),
    ],
)
def test_komponen_ikpa_cacat(kolom: KomponenIkpa, kode: str) -> None:
    hasil = compute_ikpa_komponen(kolom, pada=AKHIR_23)
    assert (hasil.nilai, hasil.predikat, [t.kode for t in hasil.temuan]) == (None, None, [kode])
