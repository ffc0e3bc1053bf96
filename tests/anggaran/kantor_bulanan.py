"""A small office with facts by month: what the scores are computed from."""

import datetime
from decimal import Decimal

from tests.basisdata.dunia import Dunia
from tests.basisdata.pelanggaran_anggaran import (
    make_capaian_output,
    make_kontrak,
    make_revisi,
    make_rincian,
    make_spm,
    make_uang_persediaan,
)

from kinerja.anggaran.models import AnggaranBulanan, PaguBelanja
from kinerja.organisasi.models import RiwayatSatker
from kinerja.organisasi.queries import get_akhir_tahun, list_bawahan

TAHUN = 2023


def list_kantor(d: Dunia) -> list[RiwayatSatker]:
    return list_bawahan(d.satker, get_akhir_tahun(TAHUN))


def fill_bulan(d: Dunia, bulan: range = range(1, 13), *, rpd: int = 100, realisasi: int = 90) -> None:
    """The same plan and spending in every month, for 51 and 52."""
    AnggaranBulanan.objects.bulk_create(
        AnggaranBulanan(satker=d.satker, tahun=TAHUN, bulan=b, ukuran=u, jenis=j, nilai=n, kode="WA.1")
        for b in bulan
        for u, n in (("rpd", rpd), ("realisasi", realisasi))
        for j in ("51", "52")
    )


def fill_semua(d: Dunia) -> None:
    """Facts of every kind, a year long."""
    fill_bulan(d)
    for nomor, tanggal, pagu in (
        (0, datetime.date(2022, 12, 1), 1_200),
        (1, datetime.date(2023, 5, 2), 1_300),
    ):
        revisi = make_revisi(d, nomor=nomor, tanggal=tanggal, kode="" if nomor == 0 else "211")
        PaguBelanja.objects.create(revisi=revisi, jenis="51", pagu=pagu)
        PaguBelanja.objects.create(revisi=revisi, jenis="52", pagu=1_200, blokir=nomor * 100)
    rincian = make_rincian(d, kode="WA.1", pagu=2_400)
    for bulan in range(1, 13):
        isi = {"bulan": bulan, "progres": Decimal(bulan * 8), "target_progres": Decimal(bulan * 8)}
        lapor = datetime.date(2023, bulan, 28) + datetime.timedelta(days=5)
        make_capaian_output(d, rincian, dilaporkan=lapor, volume=Decimal(bulan == 12), **isi)
    make_kontrak(d, tanggal=datetime.date(2023, 6, 1), didaftarkan=datetime.date(2023, 6, 5))
    make_spm(d, bast=datetime.date(2023, 6, 1), diterima=datetime.date(2023, 8, 1))
    make_spm(d, nomor="2", diterima=datetime.date(2023, 11, 1), dispensasi=True)
    make_uang_persediaan(d)
    for nomor, jenis, nilai in (("G", "gup", 4), ("P", "ptup", 3)):
        mulai = datetime.date(2023, 3, 1)
        make_uang_persediaan(
            d, nomor=nomor, jenis=jenis, mulai=mulai, tanggal=datetime.date(2023, 3, 20), nilai=nilai
        )
    for nomor, jenis in (("T", "tup"), ("S", "setoran_tup"), ("K", "up_kkp"), ("KG", "gup_kkp")):
        make_uang_persediaan(d, nomor=nomor, jenis=jenis, nilai=2)
