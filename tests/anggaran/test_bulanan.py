"""The year by month: sums, what is missing, when the months are the year, and when they are only compared."""

import datetime
from decimal import Decimal

import pytest
from tests.anggaran.kantor_bulanan import TAHUN, fill_bulan, fill_semua, list_kantor
from tests.basisdata.dunia import AWAL, make_belanja, make_riwayat, make_satker
from tests.basisdata.pelanggaran_anggaran import make_bulanan, make_pagu_belanja, make_revisi

from kinerja.anggaran.bulanan import get_arus, list_revisi
from kinerja.anggaran.models import PaguSatker
from kinerja.anggaran.queries import Serapan, list_anggaran_belanja


def test_tanpa_bulanan(dunia):
    PaguSatker.objects.create(satker=dunia.satker, tahun=TAHUN, pagu=10)
    arus = get_arus(list_kantor(dunia), TAHUN)
    assert (arus.bulan, arus.belanja, arus.berdata, arus.sampai, arus.lengkap) == ((), (), (), 0, False)
    assert [b.satker for b in arus.tanpa_bulanan] == [dunia.satker]
    assert (arus.pagu, arus.pagu_berdata, arus.realisasi) == (10, None, None)


def test_kumulatif_deviasi_dan_bulan_yang_belum_ada(dunia):
    for ukuran, bulan, nilai in (
        ("rpd", 1, 100), ("rpd", 2, 0), ("rpd", 4, 50),
        ("realisasi", 1, 90), ("realisasi", 2, 20), ("realisasi", 3, -5),
    ):  # fmt: skip
        make_bulanan(dunia, ukuran=ukuran, bulan=bulan, nilai=nilai)
    arus = get_arus(list_kantor(dunia), TAHUN)
    baris = [(b.rpd, b.realisasi, b.rpd_kumulatif, b.realisasi_kumulatif, b.deviasi) for b in arus.bulan]
    assert baris == [
        (100, 90, 100, 90, Decimal(10)),
        (0, 20, 100, 110, None),
        (None, -5, 100, 105, None),
        (50, None, 150, None, None),
    ]
    assert (arus.sampai, arus.lengkap) == (3, False)
    assert [(s.satker_id, b, j, n) for s, b, j, n in arus.negatif] == [(dunia.satker.pk, 3, "51", -5)]


def test_pagu_revisi_terakhir_dan_perubahannya(dunia):
    fill_semua(dunia)
    arus = get_arus(list_kantor(dunia), TAHUN)
    assert [(b.jenis, b.pagu, b.rpd, b.realisasi) for b in arus.belanja] == [
        ("51", 1_300, 1_200, 1_080),
        ("52", 1_200, 1_200, 1_080),
    ]
    assert (arus.pagu, arus.pagu_berdata, arus.lengkap) == (2_500, 2_500, True)
    assert [
        (r.nomor, r.kode, r.pagu, r.selisih, r.blokir) for r in list_revisi(list_kantor(dunia), TAHUN)
    ] == [
        (0, "", 2_400, None, 0),
        (1, "211", 2_500, 100, 100),
    ]


def test_pagu_sebagian_tidak_menjadi_pagu_semuanya(dunia):
    """One satker has a DIPA by revision, another only a yearly ceiling."""
    lain = make_satker()
    make_riwayat(dunia, satker=lain, induk=dunia.satker, berlaku_dari=AWAL)
    fill_bulan(dunia)
    make_bulanan(dunia, satker=lain, bulan=12)
    make_pagu_belanja(dunia, make_revisi(dunia, nomor=0), pagu=700)
    PaguSatker.objects.create(satker=lain, tahun=TAHUN, pagu=300)
    arus = get_arus(list_kantor(dunia), TAHUN)
    assert (arus.pagu, arus.pagu_berdata) == (1_000, 1_000)
    assert {b.pagu for b in arus.belanja} == {None}
    PaguSatker.objects.all().delete()
    assert get_arus(list_kantor(dunia), TAHUN).pagu_berdata is None


@pytest.mark.parametrize(
    ("bulan", "terbit", "kini", "dari_bulan"),
    [
        (range(1, 13), None, Serapan(0, 1_080), True),
        (range(1, 13), 1_000, Serapan(1_500, 1_080), True),
        (range(1, 12), 1_000, Serapan(1_500, 1_000), False),
        (range(1, 4), None, Serapan(0, 270), True),
        (range(0), 1_000, Serapan(1_500, 1_000), False),
    ],
)
def test_setahun_ialah_jumlah_bulan_atau_angka_terbit(dunia, bulan, terbit, kini, dari_bulan):
    """A published year is compared with its months and never added to them."""
    fill_bulan(dunia, bulan)
    if terbit is not None:
        make_belanja(dunia, pagu=1_500, realisasi=terbit)
    pegawai = list_anggaran_belanja(dunia.satker, TAHUN)[0]
    assert (pegawai.jenis, pegawai.kini, pegawai.dari_bulan) == ("51", kini, dari_bulan)
    assert pegawai.terbit == (None if terbit is None else Serapan(1_500, terbit))


def test_jenis_tanpa_bulan_tetap_dari_angka_terbit(dunia):
    fill_bulan(dunia)
    make_belanja(dunia, jenis="53", pagu=9, realisasi=8)
    modal = next(b for b in list_anggaran_belanja(dunia.satker, TAHUN) if b.jenis == "53")
    assert (modal.kini, modal.dari_bulan) == (Serapan(9, 8), False)


def test_revisi_menurut_nomor_bukan_tanggal(dunia):
    for nomor in (2, 0, 1):
        make_revisi(dunia, nomor=nomor, tanggal=datetime.date(2023, 12 - nomor, 1))
    assert [r.nomor for r in list_revisi(list_kantor(dunia), TAHUN)] == [0, 1, 2]
