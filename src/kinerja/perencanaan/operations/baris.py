"""Whole rows as the workbook brings them: jabatan, tujuan, IKU sheets, rencana aksi; equal rows are left alone."""

from collections.abc import Iterable

from kinerja.basisdata.simpan import Perubahan, upsert
from kinerja.perencanaan.models import (
    GarisJabatan,
    Jabatan,
    KaitanLintas,
    LembarIku,
    PemangkuJabatan,
    PenanggungJawab,
    RencanaAksi,
    TahapAksi,
    Tujuan,
)


def save_nama_jabatan(nama: Iterable[str]) -> dict[str, int]:
    """See that every jabatan of these names is there; name -> id of all that are."""
    upsert(Jabatan.objects.all(), [Jabatan(nama=n) for n in dict.fromkeys(nama)], kunci=["nama"])
    return dict(Jabatan.objects.values_list("nama", "pk"))


def save_garis_jabatan(isi: Iterable[GarisJabatan]) -> Perubahan:
    """Store lines by jabatan, superior and first day."""
    return upsert(GarisJabatan.objects.all(), isi, kunci=["bawahan_id", "atasan_id", "berlaku_dari"])


def save_pemangku_jabatan(isi: Iterable[PemangkuJabatan]) -> Perubahan:
    """Store holders by jabatan and first day."""
    return upsert(PemangkuJabatan.objects.all(), isi, kunci=["jabatan_id", "berlaku_dari"])


def save_tujuan(isi: Iterable[Tujuan]) -> Perubahan:
    """Store tujuan by plan and number."""
    return upsert(Tujuan.objects.all(), isi, kunci=["renstra_id", "urutan"])


def save_kaitan_lintas(isi: Iterable[KaitanLintas]) -> Perubahan:
    """Store crosscutting links by both sasaran and first year."""
    return upsert(KaitanLintas.objects.all(), isi, kunci=["dari_id", "ke_id", "tahun_awal"])


def save_lembar_iku(isi: Iterable[LembarIku]) -> Perubahan:
    """Store IKU sheets by indikator."""
    return upsert(LembarIku.objects.all(), isi, kunci=["indikator_id"])


def save_penanggung_jawab(isi: Iterable[PenanggungJawab]) -> Perubahan:
    """Store who answers for an indikator by indikator, satker and first day."""
    return upsert(PenanggungJawab.objects.all(), isi, kunci=["indikator_id", "satker_id", "berlaku_dari"])


def save_rencana_aksi(isi: Iterable[RencanaAksi]) -> Perubahan:
    """Store steps by indikator, satker, year and number."""
    return upsert(RencanaAksi.objects.all(), isi, kunci=["tahun", "indikator_id", "satker_id", "nomor"])


def save_tahap_aksi(isi: Iterable[TahapAksi]) -> Perubahan:
    """Store what steps are to yield and did yield, by step and month."""
    return upsert(TahapAksi.objects.all(), isi, kunci=["rencana_id", "bulan"])
