"""Writes of this room. Each takes whole rows and leaves rows that did not change alone."""

from collections.abc import Iterable, Sequence

from kinerja.basisdata.simpan import Perubahan, upsert
from kinerja.perencanaan.models import (
    AnggaranPerjanjian,
    Indikator,
    Komponen,
    Misi,
    PerjanjianKinerja,
    Renstra,
    Sasaran,
    Target,
)


def save_renstra(isi: Iterable[Renstra]) -> Perubahan:
    """Store plans by name."""
    return upsert(Renstra.objects.all(), isi, kunci=["nama"])


def save_misi(isi: Iterable[Misi]) -> Perubahan:
    """Store missions by plan and number."""
    return upsert(Misi.objects.all(), isi, kunci=["renstra_id", "urutan"])


def save_sasaran(isi: Iterable[Sasaran]) -> Perubahan:
    """Store sasaran by kode."""
    return upsert(Sasaran.objects.all(), isi, kunci=["kode"])


def save_indikator(isi: Iterable[Indikator]) -> Perubahan:
    """Store indicators by kode."""
    return upsert(Indikator.objects.all(), isi, kunci=["kode"])


def save_komponen(isi: Iterable[Komponen]) -> Perubahan:
    """Store komponen by indikator and kode."""
    return upsert(Komponen.objects.all(), isi, kunci=["indikator_id", "kode"])


def save_target(isi: Sequence[Target]) -> Perubahan:
    """Store targets by indikator, satker, year and kind."""
    lama = Target.objects.filter(tahun__in={b.tahun for b in isi})
    return upsert(lama, isi, kunci=["indikator_id", "satker_id", "tahun", "jenis"])


def save_perjanjian(isi: Iterable[PerjanjianKinerja]) -> Perubahan:
    """Store agreements by satker, year and kode."""
    return upsert(PerjanjianKinerja.objects.all(), isi, kunci=["satker_id", "tahun", "kode"])


def save_anggaran_perjanjian(isi: Iterable[AnggaranPerjanjian]) -> Perubahan:
    """Store the budget lines of agreements by program and kegiatan."""
    return upsert(AnggaranPerjanjian.objects.all(), isi, kunci=["perjanjian_id", "program", "kegiatan"])
