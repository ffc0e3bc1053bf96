"""Writes of this room. Each takes whole rows and leaves rows that did not change alone."""

from collections.abc import Iterable, Sequence

from kinerja.basisdata.simpan import Perubahan, upsert
from kinerja.organisasi.models import JumlahPegawai, RiwayatSatker, Satker, UnitEselonI, UnitKerja


def save_unit_eselon_i(isi: Iterable[UnitEselonI]) -> Perubahan:
    """Store units by kode."""
    return upsert(UnitEselonI.objects.all(), isi, kunci=["kode"])


def save_satker(isi: Iterable[Satker]) -> Perubahan:
    """Store satker by kunci."""
    return upsert(Satker.objects.all(), isi, kunci=["kunci"])


def save_riwayat_satker(isi: Iterable[RiwayatSatker]) -> Perubahan:
    """Store names and places in the tree by satker and first day.

    Stored stretches are mended before new ones are added: the one that ends must end before the next begins.
    """
    semua = list(isi)
    tersimpan = set(RiwayatSatker.objects.values_list("satker_id", "berlaku_dari"))
    perubahan = Perubahan()
    for sudah_ada in (True, False):
        bagian = [r for r in semua if ((r.satker_id, r.berlaku_dari) in tersimpan) is sudah_ada]
        perubahan += upsert(RiwayatSatker.objects.all(), bagian, kunci=["satker_id", "berlaku_dari"])
    return perubahan


def save_unit_kerja(isi: Iterable[UnitKerja]) -> Perubahan:
    """Store divisions and sections by satker and kunci."""
    return upsert(UnitKerja.objects.all(), isi, kunci=["satker_id", "kunci"])


def save_jumlah_pegawai(isi: Sequence[JumlahPegawai]) -> Perubahan:
    """Store staff counts by satker, year, classification and group."""
    lama = JumlahPegawai.objects.filter(tahun__in={b.tahun for b in isi})
    return upsert(lama, isi, kunci=["satker_id", "tahun", "menurut", "rincian"])
