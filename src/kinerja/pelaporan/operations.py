"""Writes of this room."""

from collections.abc import Iterable

from kinerja.basisdata.simpan import Perubahan, upsert
from kinerja.pelaporan.models import Narasi, TabelPendukung


def save_narasi(isi: Iterable[Narasi]) -> Perubahan:
    """Store texts by satker, year, part and indikator."""
    return upsert(Narasi.objects.all(), isi, kunci=["satker_id", "tahun", "bagian", "indikator_id"])


def save_tabel_pendukung(isi: Iterable[TabelPendukung]) -> Perubahan:
    """Store supporting tables by satker, year and kunci."""
    return upsert(TabelPendukung.objects.all(), isi, kunci=["satker_id", "tahun", "kunci"])
