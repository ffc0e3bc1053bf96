"""IKPA: contracts, bills, cash advances, dispensasi and outputs; in both regimes, each value by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.aturan.skor.buat import (
    AKHIR_23,
    AKHIR_24,
    BARANG,
    BAWAAN,
    NOL,
    PEGAWAI,
    PTUP,
    D,
    gup,
    ke_hari,
    kontrak,
    lapor,
    periksa_nilai,
    spm,
)

from kinerja.aturan.skor.ikpa.dispensasi import compute_dispensasi
from kinerja.aturan.skor.ikpa.kontraktual import compute_kontraktual
from kinerja.aturan.skor.ikpa.masukan import (
    BelanjaKkp,
    Dispensasi,
    Indikator,
    Keluaran,
    Kontrak,
    LaporanKeluaran,
    MasukanIkpa,
    Pengecualian,
    UpTup,
)
from kinerja.aturan.skor.ikpa.output import compute_output
from kinerja.aturan.skor.ikpa.tagihan import compute_tagihan
from kinerja.aturan.skor.ikpa.up_tup import compute_up_tup
from kinerja.aturan.skor.pengaturan import (
    HariLaporKeluaran,
    PengaturanSkor,
)


@pytest.mark.parametrize(
    ("per", "daftar", "nilai"),
    [
        # 2023: 40 registered in time + 30 early + 30 capital. 100, 110, 100 → 103 → capped.
        (
            AKHIR_23,
            (
                kontrak(
                    "2023-01-09",
                    didaftarkan=ke_hari("2023-01-16"),
                    sp2d=ke_hari("2023-03-31"),
                    sekaligus=True,
                ),
            ),
            "100",
        ),
        # Registered on the 6th working day → 0, early 110, capital TW II 90: 33 + 27.
        (
            AKHIR_23,
            (
                kontrak(
                    "2023-01-09",
                    didaftarkan=ke_hari("2023-01-17"),
                    sp2d=ke_hari("2023-04-01"),
                    sekaligus=True,
                ),
            ),
            "60",
        ),
        # No early, no capital: the weight goes to what there is.
        (AKHIR_23, (kontrak("2023-05-08", jenis=BARANG, didaftarkan=ke_hari("2023-05-09")),), "100"),
        # Never registered and the time is over.
        (AKHIR_23, (kontrak("2023-05-08", jenis=BARANG),), "0"),
        # Signed two days ago: its time is not over, nothing else to judge.
        (date(2023, 5, 10), (kontrak("2023-05-08", jenis=BARANG),), None),
        # 2024: 20 spread + 40 early + 40 capital. 1 of 2 by June → 60; 120; TW III 80 → 12 + 48 + 32.
        (
            AKHIR_24,
            (
                kontrak("2023-12-20", jenis=BARANG),
                kontrak("2024-07-01", sp2d=ke_hari("2024-09-30"), sekaligus=True),
            ),
            "92",
        ),
        # 1 of 4 by June is 25 % → 50; no early one? one of March → 110; capital of TW IV 70: 10 + 44 + 28.
        (
            AKHIR_24,
            (
                kontrak("2024-03-31", jenis=BARANG),
                *(kontrak(f"2024-0{n}-01", jenis=BARANG) for n in (7, 8)),
                kontrak("2024-09-01", sp2d=ke_hari("2024-10-01"), sekaligus=True),
            ),
            "82",
        ),
        # None by June → 0 for the spread, which has an object, capital 70: 28 of 60.
        (AKHIR_24, (kontrak("2024-09-01", sp2d=ke_hari("2024-10-01"), sekaligus=True),), "46.67"),
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
    periksa_nilai(compute_kontraktual(MasukanIkpa(per, kontrak=daftar), BAWAAN), nilai)


def test_kontraktual_tanpa_objek() -> None:
    luput = (kontrak("2023-02-01", nilai=50), kontrak("2023-02-02", jenis=PEGAWAI), kontrak("2024-01-02"))
    hasil = compute_kontraktual(MasukanIkpa(AKHIR_23, kontrak=luput), BAWAAN)
    periksa_nilai(hasil, None, ("di-luar-tahun",))
    periksa_nilai(compute_kontraktual(MasukanIkpa(AKHIR_23), BAWAAN), None)


def test_kontraktual_yang_lebih_tua_dari_dipa_tidak_dinilai() -> None:
    """Early contracts are those signed after the DIPA; one of years ago would need holidays nobody knows."""
    tua = kontrak("2019-05-08", jenis=BARANG), kontrak("2022-11-30", jenis=BARANG)
    dini = kontrak("2022-12-01", jenis=BARANG, didaftarkan=ke_hari("2022-12-05"))
    masukan = MasukanIkpa(
        AKHIR_23, kontrak=(*tua, dini, kontrak("2023-04-03", jenis=BARANG)), dipa=date(2022, 12, 1)
    )
    # One of two registered in time 50 × 40, early 120 × 30, over 70.
    hasil = compute_kontraktual(masukan, BAWAAN)
    periksa_nilai(hasil, "80", ("sebelum-dipa", "sebelum-dipa"))
    # Without the day of the DIPA only what is older than the year before is surely too old.
    hasil = compute_kontraktual(replace(masukan, dipa=None), BAWAAN)
    periksa_nilai(hasil, "70.48", ("sebelum-dipa",))
    # A DIPA that was entered late takes no contract of its own year away.
    lambat = MasukanIkpa(AKHIR_24, kontrak=(kontrak("2024-02-01", jenis=BARANG),), dipa=date(2024, 3, 1))
    periksa_nilai(compute_kontraktual(lambat, BAWAAN), "100")


def test_kontraktual_pilihan_dan_ganda() -> None:
    satu = kontrak("2023-05-08", jenis=BARANG, didaftarkan=ke_hari("2023-05-09"), nomor="K-1")
    periksa_nilai(compute_kontraktual(MasukanIkpa(AKHIR_23, kontrak=(satu,)), NOL), "40")
    beda = replace(satu, didaftarkan=None)
    hasil = compute_kontraktual(MasukanIkpa(AKHIR_23, kontrak=(satu, satu, beda)), BAWAAN)
    periksa_nilai(hasil, "100", ("ganda", "ganda"))
    assert "berbeda isinya" in hasil.temuan[1].pesan


def test_tagihan() -> None:
    # 17 working days after Monday 9 Jan 2023, with Monday 23 Jan off: Thursday 2 Feb.
    tepat, lambat = spm("1", "2023-01-09", "2023-02-02"), spm("2", "2023-01-09", "2023-02-03")
    hasil = compute_tagihan(MasukanIkpa(AKHIR_23, spm=(tepat, lambat)))
    periksa_nilai(hasil, "50")
    assert [s.label for s in hasil.uraian.rincian] == ["SPM 2"]
    periksa_nilai(compute_tagihan(MasukanIkpa(AKHIR_23, spm=(tepat, lambat, lambat))), "50", ("ganda",))
    # No contractual bill is no object, never 100; neither are salaries nor another year's bills.
    luar = (spm("3", "2023-01-09", "2023-01-10", PEGAWAI), spm("4", "2023-12-20", "2024-01-05"))
    periksa_nilai(compute_tagihan(MasukanIkpa(AKHIR_23, spm=luar)), None, ("di-luar-tahun",))
    terbalik = compute_tagihan(MasukanIkpa(AKHIR_23, spm=(spm("5", "2023-02-09", "2023-02-01"),)))
    periksa_nilai(terbalik, "100", ("tanggal-terbalik",))
    periksa_nilai(compute_tagihan(MasukanIkpa(date(2023, 1, 31), spm=(tepat,))), None)


@pytest.mark.parametrize(
    ("up", "nilai"),
    [
        # One GUP of the whole UP in 31 days of January: timely 100, monthly 100; no TUP, no card.
        (UpTup(100, (gup("1", "2023-01-10", "2023-02-10", 100),)), "100"),
        # One day later: not timely; 100 × 31/32 = 96.875 → 25 × 96.875 / 75
        (UpTup(100, (gup("1", "2023-01-10", "2023-02-11", 100),)), "32.29"),
        # 31 January + 1 month = 28 February.
        (UpTup(0, (gup("1", "2023-01-31", "2023-02-28", 1, PTUP),)), "100"),
        # Accounted for on the day itself.
        (UpTup(0, (gup("1", "2023-01-31", "2023-01-31", 1, PTUP),)), "100"),
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
    periksa_nilai(compute_up_tup(MasukanIkpa(AKHIR_23, up_tup=up), BAWAAN), nilai)


def test_up_tup_janggal() -> None:
    semua = (gup("1", "2023-03-01", "2023-02-01", 100), gup("2", "2023-01-10", "2023-02-10", 100))
    up = UpTup(100, (*semua, semua[1], gup("2", "2023-01-10", "2023-02-10", 5, PTUP)))
    periksa_nilai(
        compute_up_tup(MasukanIkpa(AKHIR_23, up_tup=up), BAWAAN), "100", ("ganda", "tanggal-terbalik")
    )
    # What is accounted for later is not known yet.
    periksa_nilai(
        compute_up_tup(MasukanIkpa(date(2023, 2, 9), up_tup=up), BAWAAN), None, ("ganda", "tanggal-terbalik")
    )


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
    periksa_nilai(compute_output(MasukanIkpa(per, keluaran=(Keluaran("A", D(10), laporan),)), BAWAAN), nilai)


def test_output_tanpa_target_progres_disebut() -> None:
    laporan = (lapor(1, "2023-02-07", tpcro=0), lapor(2, "2023-03-07", 100, tpcro=0, rvro=10))
    for per, nilai in ((date(2023, 1, 31), "30"), (date(2023, 2, 28), "100")):
        masukan = MasukanIkpa(per, keluaran=(Keluaran("A", D(10), laporan),))
        hasil = compute_output(masukan, BAWAAN)
        periksa_nilai(hasil, nilai, ("tpcro-nol",))
        assert "RO A nol atau kosong: Januari;" in hasil.temuan[0].pesan


def test_ro_khusus_tidak_dinilai_sejak_2026() -> None:
    """By the end of its code path, and not an output whose code only looks alike."""
    laporan = (lapor(1, "2026-02-06", 100, rvro=10),)
    gagal = (lapor(1, None),)
    for kode, per, nilai in (
        ("WA.6231.FAN.ZZ1", date(2026, 1, 31), "100"),
        ("WA.6231.XFAN.ZZ1", date(2026, 1, 31), "65"),
        ("WA.6231.FAN.ZZ1", date(2025, 1, 31), "65"),
    ):
        tahun = tuple(replace(s, dilaporkan=date(per.year, 2, 3)) for s in laporan)
        isi = (Keluaran("WA.6231.EBA.994", D(10), tahun), Keluaran(kode, D(10), gagal))
        periksa_nilai(compute_output(MasukanIkpa(per, keluaran=isi), BAWAAN), nilai)


def test_output_pilihan_pengecualian_dan_janggal() -> None:
    lambat = Keluaran("A", D(10), (lapor(1, "2023-02-14"),))
    masukan = MasukanIkpa(date(2023, 1, 31), keluaran=(lambat,))
    periksa_nilai(compute_output(masukan, BAWAAN), "70")
    longgar = PengaturanSkor(hari_lapor_keluaran=HariLaporKeluaran.KESEPULUH)
    periksa_nilai(compute_output(masukan, longgar), "100")
    baru = Keluaran("A", D(10), (lapor(1, "2024-02-14"),))
    periksa_nilai(compute_output(MasukanIkpa(date(2024, 1, 31), keluaran=(baru,)), longgar), "70")
    lepas = Pengecualian(Indikator.CAPAIAN_OUTPUT, "Surat Z", keluaran=("A",))
    hasil = compute_output(replace(masukan, pengecualian=(lepas,)), BAWAAN)
    periksa_nilai(hasil, None)
    assert hasil.uraian.rincian[0].catatan == "Dikecualikan: Surat Z."
    deviasi = Pengecualian(Indikator.DEVIASI, "Surat D", keluaran=("A",))
    periksa_nilai(compute_output(replace(masukan, pengecualian=(deviasi,)), BAWAAN), "70")
    ganda = Keluaran("B", D(0), (lapor(1, "2023-02-07", 100), lapor(1, "2023-02-28")))
    periksa_nilai(compute_output(replace(masukan, keluaran=(ganda,)), BAWAAN), "30", ("volume-nol", "ganda"))
    periksa_nilai(compute_output(replace(masukan, keluaran=()), BAWAAN), None)
