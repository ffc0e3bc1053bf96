"""A breach of every constraint and trigger of the dated facts about money."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from tests.basisdata.dunia import PADA, TAHUN, Dunia

from kinerja.anggaran.models import (
    AnggaranBulanan,
    CapaianOutput,
    Kontrak,
    PaguBelanja,
    PemetaanSumber,
    RevisiDipa,
    RincianOutput,
    Spm,
    UangPersediaan,
)

HARI = datetime.date(TAHUN, 3, 1)
SEHARI = datetime.timedelta(days=1)
LEWAT = datetime.date(TAHUN + 1, 1, 1)


def make_revisi(d: Dunia, **lain: Any) -> RevisiDipa:
    isi = {"satker": d.satker, "tahun": TAHUN, "nomor": 1, "tanggal": HARI, "kode": "211"}
    return RevisiDipa.objects.create(**(isi | lain))


def make_pagu_belanja(d: Dunia, revisi: RevisiDipa | None = None, **lain: Any) -> PaguBelanja:
    isi = {"revisi": revisi or make_revisi(d), "jenis": "51", "pagu": 10}
    return PaguBelanja.objects.create(**(isi | lain))


def make_bulanan(d: Dunia, **lain: Any) -> AnggaranBulanan:
    isi = {"satker": d.satker, "tahun": TAHUN, "bulan": 1, "ukuran": "realisasi", "kode": "WA.1.2"}
    return AnggaranBulanan.objects.create(**(isi | {"jenis": "51", "nilai": 5} | lain))


def make_rincian(d: Dunia, **lain: Any) -> RincianOutput:
    isi = {"satker": d.satker, "tahun": TAHUN, "kode": "WA.1.2.3", "nama": "RO", "volume": Decimal(1)}
    return RincianOutput.objects.create(**(isi | lain))


def make_capaian_output(d: Dunia, rincian: RincianOutput | None = None, **lain: Any) -> CapaianOutput:
    isi = {"rincian": rincian or make_rincian(d), "bulan": 1, "volume": Decimal(0), "progres": Decimal(5)}
    return CapaianOutput.objects.create(**(isi | lain))


def make_kontrak(d: Dunia, **lain: Any) -> Kontrak:
    isi = {"satker": d.satker, "tahun": TAHUN, "nomor": "K-1", "jenis": "53", "nilai": 60_000_000}
    return Kontrak.objects.create(**(isi | {"tanggal": HARI} | lain))


def make_spm(d: Dunia, **lain: Any) -> Spm:
    isi = {"satker": d.satker, "tahun": TAHUN, "nomor": "00001", "jenis": "ls_kontraktual", "nilai": 9}
    return Spm.objects.create(**(isi | {"belanja": "52", "bast": HARI, "diterima": HARI} | lain))


def make_uang_persediaan(d: Dunia, **lain: Any) -> UangPersediaan:
    isi = {"satker": d.satker, "tahun": TAHUN, "nomor": "UP-1", "jenis": "up", "tanggal": HARI, "nilai": 5}
    return UangPersediaan.objects.create(**(isi | lain))


def make_pemetaan(d: Dunia, **lain: Any) -> PemetaanSumber:
    isi = {"satker": d.satker, "sumber": "OM-SPAN", "jenis": "bulanan", "pada": PADA}
    return PemetaanSumber.objects.create(**(isi | lain))


def _dua(buat: Callable[..., Any], **isi: Any) -> Callable[[Dunia], None]:
    def langgar(d: Dunia) -> None:
        buat(d, **isi)
        buat(d, **isi)

    return langgar


def _dua_pagu(d: Dunia) -> None:
    revisi = make_revisi(d)
    make_pagu_belanja(d, revisi)
    make_pagu_belanja(d, revisi)


def _dua_capaian(d: Dunia) -> None:
    rincian = make_rincian(d)
    make_capaian_output(d, rincian)
    make_capaian_output(d, rincian)


def _dua_tingkat(d: Dunia) -> None:
    make_bulanan(d, kode="WA.1")
    make_bulanan(d, kode="WA.1.2")


PELANGGARAN_ANGGARAN: dict[str, Callable[[Dunia], Any]] = {
    "revisi_dipa_sekali": _dua(make_revisi),
    "revisi_dipa_tahun_wajar": lambda d: make_revisi(d, tahun=1999, tanggal=datetime.date(1999, 3, 1)),
    "revisi_dipa_dalam_tahun": lambda d: make_revisi(d, tanggal=LEWAT),
    "pagu_belanja_sekali": _dua_pagu,
    "pagu_belanja_jenis_dikenal": lambda d: make_pagu_belanja(d, jenis="54"),
    "pagu_belanja_blokir_wajar": lambda d: make_pagu_belanja(d, blokir=11),
    "anggaran_bulanan_sekali": _dua(make_bulanan),
    "anggaran_bulanan_tahun_wajar": lambda d: make_bulanan(d, tahun=1999),
    "anggaran_bulanan_bulan_1_12": lambda d: make_bulanan(d, bulan=13),
    "anggaran_bulanan_ukuran_dikenal": lambda d: make_bulanan(d, ukuran="niat"),
    "anggaran_bulanan_jenis_dikenal": lambda d: make_bulanan(d, jenis="54"),
    "anggaran_bulanan_rpd_tidak_negatif": lambda d: make_bulanan(d, ukuran="rpd", nilai=-1),
    "anggaran_bulanan_satu_tingkat": _dua_tingkat,
    "rincian_output_sekali": _dua(make_rincian),
    "rincian_output_tahun_wajar": lambda d: make_rincian(d, tahun=1999),
    "rincian_output_volume_tidak_negatif": lambda d: make_rincian(d, volume=Decimal(-1)),
    "capaian_output_sekali": _dua_capaian,
    "capaian_output_bulan_1_12": lambda d: make_capaian_output(d, bulan=0),
    "capaian_output_volume_tidak_negatif": lambda d: make_capaian_output(d, volume=Decimal(-1)),
    "capaian_output_progres_0_100": lambda d: make_capaian_output(d, progres=Decimal("100.01")),
    "kontrak_sekali": _dua(make_kontrak),
    "kontrak_tahun_wajar": lambda d: make_kontrak(d, tahun=1999),
    "kontrak_jenis_dikenal": lambda d: make_kontrak(d, jenis="54"),
    "kontrak_daftar_sesudah_tanda_tangan": lambda d: make_kontrak(d, didaftarkan=HARI - SEHARI),
    "spm_sekali": _dua(make_spm),
    "spm_tahun_wajar": lambda d: make_spm(
        d, tahun=1999, bast=datetime.date(1999, 1, 1), diterima=datetime.date(1999, 1, 1)
    ),
    "spm_jenis_dikenal": lambda d: make_spm(d, jenis="kasbon"),
    "spm_sesudah_bast": lambda d: make_spm(d, bast=HARI + SEHARI),
    "spm_kontraktual_ber_bast": lambda d: make_spm(d, bast=None),
    "spm_belanja_dikenal": lambda d: make_spm(d, jenis="lain", belanja="54"),
    "spm_dalam_tahun": lambda d: make_spm(d, diterima=LEWAT),
    "uang_persediaan_sekali": _dua(make_uang_persediaan),
    "uang_persediaan_tahun_wajar": lambda d: make_uang_persediaan(
        d, tahun=1999, tanggal=datetime.date(1999, 1, 1)
    ),
    "uang_persediaan_jenis_dikenal": lambda d: make_uang_persediaan(d, jenis="celengan"),
    "uang_persediaan_bermula": lambda d: make_uang_persediaan(d, jenis="gup"),
    "uang_persediaan_urut": lambda d: make_uang_persediaan(d, mulai=HARI + SEHARI),
    "uang_persediaan_dalam_tahun": lambda d: make_uang_persediaan(d, tanggal=LEWAT),
    "pemetaan_sumber_sekali": _dua(make_pemetaan),
    "pemetaan_sumber_jenis_dikenal": lambda d: make_pemetaan(d, jenis="ramalan"),
    "pemetaan_sumber_pengali_dikenal": lambda d: make_pemetaan(d, pengali=7),
}
"""Name of a constraint or trigger -> what it must refuse."""
