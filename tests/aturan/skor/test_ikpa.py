"""IKPA: quality of planning, absorption, and the whole; in both regimes, each value by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.aturan.skor.buat import (
    AKHIR_23,
    AKHIR_24,
    BANSOS,
    BARANG,
    BAWAAN,
    MODAL,
    PEGAWAI,
    D,
    gup,
    ke_hari,
    kontrak,
    lapor,
    pagu,
    periksa_nilai,
    setahun,
    spm,
)

from kinerja.aturan.parameter import BelumBerlaku
from kinerja.aturan.skor.ikpa.masukan import (
    BelanjaBulan,
    Dispensasi,
    Indikator,
    Keluaran,
    MasukanIkpa,
    PaguBelanja,
    Pengecualian,
    RevisiDipa,
    UpTup,
)
from kinerja.aturan.skor.ikpa.nilai import (
    KomponenIkpa,
    compute_ikpa,
    compute_ikpa_komponen,
    get_bobot,
    make_tanpa_nilai,
)
from kinerja.aturan.skor.ikpa.pagu import RiwayatPagu, get_kunci_pagu, get_kunci_rpd
from kinerja.aturan.skor.ikpa.penyerapan import compute_penyerapan
from kinerja.aturan.skor.ikpa.rencana import compute_deviasi, compute_revisi
from kinerja.aturan.skor.pengaturan import (
    PengaturanSkor,
    RevisiNol,
)
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.periode import Triwulan


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
    periksa_nilai(compute_revisi(MasukanIkpa(per, revisi=daftar), BAWAAN), nilai)


def test_revisi_di_luar_tahun_dan_pilihan() -> None:
    luar = (*revisi("12-31", "12-30"), *revisi("1-2", "1-3", tahun=2024), *revisi("12-31", tahun=2022))
    hasil = compute_revisi(MasukanIkpa(AKHIR_23, revisi=luar), BAWAAN)
    periksa_nilai(hasil, "87.50", ("di-luar-tahun",) * 3)
    assert "2024-01-02" in hasil.temuan[0].pesan
    # 110, 110, 110, 50 → 95; all at 110 are capped.
    lebih = PengaturanSkor(revisi_dipa_nol=RevisiNol.SERATUS_SEPULUH)
    periksa_nilai(compute_revisi(MasukanIkpa(AKHIR_23, revisi=revisi("12-1", "12-2")), lebih), "95")
    periksa_nilai(compute_revisi(MasukanIkpa(AKHIR_23), lebih), "100")


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
    periksa_nilai(compute_deviasi(MasukanIkpa(per, isi, belanja)), nilai)


def test_deviasi_tanpa_pagu_atau_tanpa_angka() -> None:
    belanja = setahun(BARANG, 100, 92)
    periksa_nilai(compute_deviasi(MasukanIkpa(AKHIR_23, (), belanja)), None, ("tanpa-pagu",))
    periksa_nilai(compute_deviasi(MasukanIkpa(AKHIR_23, pagu((BARANG, 1)))), None)
    periksa_nilai(compute_deviasi(MasukanIkpa(AKHIR_23, pagu((BARANG, 0)), belanja)), None)
    # The kind without pagu does not count; the others do.
    campur = belanja + setahun(BANSOS, 5, 0)
    periksa_nilai(compute_deviasi(MasukanIkpa(AKHIR_23, pagu((BARANG, 1)), campur)), "92", ("tanpa-pagu",))


def test_rpd_yang_belum_ada_bukan_nol() -> None:
    """A plan of zero earns nothing; an unknown plan leaves neither deviation nor IKPA, and says so."""
    belanja = tuple(BelanjaBulan(n, BARANG, 0, 90) for n in range(1, 13))
    masukan = MasukanIkpa(AKHIR_23, pagu((BARANG, 1_080)), belanja)
    periksa_nilai(compute_deviasi(masukan), "0")
    assert compute_ikpa(masukan).nilai is not None
    tanpa = replace(masukan, berencana=False)
    periksa_nilai(compute_deviasi(tanpa), None, ("tanpa-rpd",))
    hasil = compute_ikpa(tanpa)
    assert (hasil.nilai, hasil.predikat, [t.kode for t in hasil.temuan]) == (None, None, ["tanpa-rpd"])
    assert {s.label: s.nilai for s in hasil.uraian.rincian}["Penyerapan anggaran"] == 100


def test_deviasi_angka_janggal_disebut() -> None:
    belanja = (BelanjaBulan(1, BARANG, -10, 0), BelanjaBulan(2, BARANG, 100, -10))
    hasil = compute_deviasi(MasukanIkpa(date(2023, 2, 28), pagu((BARANG, 1)), belanja))
    # January: no plan, nothing spent → 0; February: 110 % off counts as 100; mean 50.
    periksa_nilai(hasil, "50", ("rpd-negatif", "realisasi-negatif"))


def test_pengecualian_adalah_data() -> None:
    """March 2024 counts as 0 for 51 and 52 by letter; an office may have exceptions of its own."""
    belanja = setahun(PEGAWAI, 100, 78) + setahun(MODAL, 100, 78)
    masukan = MasukanIkpa(date(2024, 3, 31), pagu((PEGAWAI, 1), (MODAL, 1)), belanja)
    # 22, 22, 0 × 50 % + 22 × 50 % = 11 → mean 18.33
    hasil = compute_deviasi(masukan)
    periksa_nilai(hasil, "81.67")
    catatan = [s.catatan for _, s in hasil.uraian.telusuri() if "Dikecualikan" in s.catatan]
    assert catatan == ["Dikecualikan: S-119/PB.2/2024."]
    semua = Pengecualian(Indikator.DEVIASI, "Surat X", bulan=(1, 2))
    periksa_nilai(compute_deviasi(replace(masukan, pengecualian=(semua,))), "100")
    lain = Pengecualian(Indikator.DEVIASI, "Surat Y", jenis=(BANSOS,))
    periksa_nilai(compute_deviasi(replace(masukan, pengecualian=(lain,))), "81.67")


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
    periksa_nilai(compute_penyerapan(MasukanIkpa(per, pagu((BARANG, 1_000)), belanja)), nilai)


def test_penyerapan_memakai_pagu_netto_yang_dikunci() -> None:
    # 52: 150 of 800 netto against 15 % → 100; 53: 20 of 200 against 10 % → 100, weights 80/20.
    isi = (
        PaguBelanja(date(2023, 1, 1), BARANG, 1_000, blokir=200),
        PaguBelanja(date(2023, 1, 1), MODAL, 200),
    )
    belanja = (BelanjaBulan(1, BARANG, 0, 60), BelanjaBulan(3, MODAL, 0, 20))
    per = date(2023, 3, 31)
    periksa_nilai(compute_penyerapan(MasukanIkpa(per, isi, belanja)), "60")  # (60/800)/15 % = 50 × 0.8 + 20
    # Locked on the 10th working day of February: a revision of March does not change the first quarter.
    naik = PaguBelanja(date(2023, 3, 1), BARANG, 9_000)
    periksa_nilai(compute_penyerapan(MasukanIkpa(per, (*isi, naik), belanja)), "60")
    awal = PaguBelanja(date(2023, 2, 1), BARANG, 400)
    periksa_nilai(compute_penyerapan(MasukanIkpa(per, (*isi, awal), belanja)), "100")


def test_penyerapan_tanpa_dasar_dan_pagu_minus() -> None:
    periksa_nilai(compute_penyerapan(MasukanIkpa(AKHIR_23)), None)
    blokir = (PaguBelanja(date(2023, 1, 1), BARANG, 100, blokir=100),)
    periksa_nilai(compute_penyerapan(MasukanIkpa(AKHIR_23, blokir)), None)
    lebih = MasukanIkpa(AKHIR_23, pagu((BARANG, 100)), setahun(BARANG, 1, 9))
    periksa_nilai(compute_penyerapan(lebih), "100", ("pagu-minus",))


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


def _penuh(per: date) -> MasukanIkpa:
    """Everything at its best; the facts of an office that does all in time."""
    tahun = per.year
    tanggal = f"{tahun}-01-10"
    return MasukanIkpa(
        per,
        pagu((BARANG, 1_200), tahun=tahun),
        setahun(BARANG, 100, 100),
        kontrak=(kontrak(tanggal, didaftarkan=ke_hari(tanggal), sp2d=ke_hari(tanggal), sekaligus=True),),
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


def test_tanpa_nilai_menyebut_sebab_dan_aturannya() -> None:
    sebab = Temuan("tanpa-kalender", "Hari libur 2031 belum ada.", "Tambahkan.")
    hasil = make_tanpa_nilai(AKHIR_24, sebab)
    assert (hasil.nilai, hasil.predikat, hasil.temuan) == (None, None, (sebab,))
    assert hasil.aturan.dasar_hukum == "PER-5/PB/2024"
    assert hasil.uraian.nilai is None
