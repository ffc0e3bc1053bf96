"""Writes of this room. Each takes whole rows and leaves rows that did not change alone."""

from collections.abc import Iterable

from kinerja.anggaran.models import AnggaranBelanja, AnggaranSasaran, PaguSatker, SkorAnggaran
from kinerja.basisdata.simpan import Perubahan, upsert


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
