"""Writes of this room. Each takes whole rows and leaves rows that did not change alone."""

from collections.abc import Iterable

from kinerja.anggaran.models import (
    AnggaranBelanja,
    AnggaranBulanan,
    AnggaranSasaran,
    CapaianOutput,
    Kontrak,
    PaguBelanja,
    PaguSatker,
    RevisiDipa,
    RincianOutput,
    SkorAnggaran,
    Spm,
    UangPersediaan,
)
from kinerja.basisdata.simpan import Perubahan, upsert

SEKALI = 1_000
"""So many rows are named in one statement."""


def save_anggaran_sasaran(isi: Iterable[AnggaranSasaran]) -> Perubahan:
    """Store budgets by sasaran, satker and year."""
    return upsert(AnggaranSasaran.objects.all(), isi, kunci=["sasaran_id", "satker_id", "tahun"])


def save_anggaran_belanja(isi: Iterable[AnggaranBelanja]) -> Perubahan:
    """Store budgets by satker, year and jenis belanja."""
    return upsert(AnggaranBelanja.objects.all(), isi, kunci=["satker_id", "tahun", "jenis"])


def save_pagu_satker(isi: Iterable[PaguSatker]) -> Perubahan:
    """Store ceilings by satker and year."""
    return upsert(PaguSatker.objects.all(), isi, kunci=["satker_id", "tahun"])


def save_skor_anggaran(isi: Iterable[SkorAnggaran]) -> Perubahan:
    """Store score elements by satker, year, instrument and element."""
    return upsert(SkorAnggaran.objects.all(), isi, kunci=["satker_id", "tahun", "instrumen", "unsur"])


def save_revisi_dipa(isi: Iterable[RevisiDipa]) -> Perubahan:
    """Store the DIPA and its revisions by satker, year and number."""
    return upsert(RevisiDipa.objects.all(), isi, kunci=["satker_id", "tahun", "nomor"])


def list_nomor_revisi(tahun: Iterable[int]) -> dict[tuple[int | None, int, int], int]:
    """(satker id, tahun, nomor) -> id of every stored revision of those years."""
    baris = RevisiDipa.objects.filter(tahun__in=set(tahun)).order_by()
    return {(s, t, n): pk for s, t, n, pk in baris.values_list("satker_id", "tahun", "nomor", "pk")}


def save_pagu_belanja(isi: Iterable[PaguBelanja]) -> Perubahan:
    """Store the pagu of a revision by jenis belanja."""
    return upsert(PaguBelanja.objects.all(), isi, kunci=["revisi_id", "jenis"])


def save_anggaran_bulanan(isi: Iterable[AnggaranBulanan]) -> Perubahan:
    """Store monthly figures by satker, year, month, measure, jenis belanja and code path."""
    kunci = ["satker_id", "tahun", "bulan", "ukuran", "jenis", "kode"]
    return upsert(AnggaranBulanan.objects.all(), isi, kunci=kunci)


def delete_anggaran_bulanan(pk: Iterable[int]) -> int:
    """Remove monthly figures that a newer export of the same months no longer names; how many there were."""
    semua = list(pk)
    return sum(
        AnggaranBulanan.objects.filter(pk__in=semua[n : n + SEKALI]).delete()[0]
        for n in range(0, len(semua), SEKALI)
    )


def save_rincian_output(isi: Iterable[RincianOutput]) -> Perubahan:
    """Store outputs by satker, year and code."""
    return upsert(RincianOutput.objects.all(), isi, kunci=["satker_id", "tahun", "kode"])


def save_capaian_output(isi: Iterable[CapaianOutput]) -> Perubahan:
    """Store what was reported of an output by month."""
    return upsert(CapaianOutput.objects.all(), isi, kunci=["rincian_id", "bulan"])


def save_kontrak(isi: Iterable[Kontrak]) -> Perubahan:
    """Store contracts by satker, year and number."""
    return upsert(Kontrak.objects.all(), isi, kunci=["satker_id", "tahun", "nomor"])


def save_spm(isi: Iterable[Spm]) -> Perubahan:
    """Store orders to pay by satker, year and number."""
    return upsert(Spm.objects.all(), isi, kunci=["satker_id", "tahun", "nomor"])


def save_uang_persediaan(isi: Iterable[UangPersediaan]) -> Perubahan:
    """Store movements of the cash advance by satker, year and number."""
    return upsert(UangPersediaan.objects.all(), isi, kunci=["satker_id", "tahun", "nomor"])
