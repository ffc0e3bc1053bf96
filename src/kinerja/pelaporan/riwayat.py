"""What a report prints about itself: how often it was opened after it had been frozen."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.akses.queries import get_hari
from kinerja.dasar.cetak import cetak_tanggal
from kinerja.organisasi.models import Satker
from kinerja.pelaporan.models import RevisiLaporan


@dataclass(frozen=True, slots=True)
class RevisiCetak:
    """One granted reopening; `nomor` is the revision it leads to, people are named by jabatan, else by account."""

    nomor: int
    alasan: str
    diminta: str
    disetujui: str


def list_revisi_cetak(satker: Satker, tahun: int) -> tuple[RevisiCetak, ...]:
    """Every granted reopening of a report, oldest first."""
    semua = (
        RevisiLaporan.objects.filter(
            laporan__satker=satker, laporan__tahun=tahun, disetujui_pada__isnull=False
        )
        .select_related("laporan", "diminta_oleh", "disetujui_oleh")
        .order_by("id")
    )
    return tuple(
        RevisiCetak(
            r.laporan.revisi + 1,
            r.alasan,
            f"{r.diminta_oleh.jabatan or r.diminta_oleh.nama_akun}, {cetak_tanggal(get_hari(r.diminta_pada))}",
            f"{r.disetujui_oleh.jabatan or r.disetujui_oleh.nama_akun}, "
            f"{cetak_tanggal(get_hari(r.disetujui_pada))}",
        )
        for r in semua
    )
