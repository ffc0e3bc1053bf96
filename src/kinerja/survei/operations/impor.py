"""Rows of a workbook. The import asks for permission and writes the trail; a realisasi tells its own."""

import datetime
from collections.abc import Iterable, Sequence

from kinerja.aturan.survei import list_unsur_skm
from kinerja.aturan.temuan import Temuan
from kinerja.basisdata.simpan import Perubahan, upsert
from kinerja.jejak.models import Impor
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.survei.models import HasilUnsur, InstrumenSurvei, JenisInstrumen, Survei, UnsurSurvei
from kinerja.survei.operations.alir import feed_realisasi

IMPOR = "impor buku kerja (sistem)"
"""How the trail names the writer; who imported stands in the entry of the import itself."""


def save_instrumen(isi: Iterable[InstrumenSurvei]) -> Perubahan:
    """Store instruments by kode and year; a SKM gets the nine unsur of the law in force."""
    perubahan = upsert(InstrumenSurvei.objects.all(), isi, kunci=["kode", "tahun"])
    unsur = [
        UnsurSurvei(instrumen=i, kode=kode, nama=nama, urutan=n)
        for i in InstrumenSurvei.objects.filter(jenis=JenisInstrumen.SKM)
        for n, (kode, nama) in enumerate(list_unsur_skm(get_akhir_tahun(i.tahun)), 1)
    ]
    upsert(UnsurSurvei.objects.all(), unsur, kunci=["instrumen_id", "kode"], abaikan=["pertanyaan"])
    return perubahan


def save_unsur(isi: Iterable[UnsurSurvei]) -> Perubahan:
    """Store unsur by instrument and kode."""
    return upsert(UnsurSurvei.objects.all(), isi, kunci=["instrumen_id", "kode"])


def save_survei(isi: Sequence[Survei]) -> Perubahan:
    """Store surveys by instrument, satker, year and month; where a row came from does not make it differ."""
    lama = Survei.objects.filter(tahun__in={s.tahun for s in isi})
    kunci = ["instrumen_id", "satker_id", "tahun", "bulan"]
    return upsert(lama, isi, kunci=kunci, abaikan=["asal_id", "asal_baris", "rahasia"])


def save_hasil_unsur(isi: Iterable[HasilUnsur]) -> Perubahan:
    """Store means by survey and unsur."""
    return upsert(HasilUnsur.objects.all(), isi, kunci=["survei_id", "unsur_id"])


def feed_semua(
    *, survei: Iterable[Survei], asal: Impor, pada: datetime.datetime
) -> tuple[tuple[Survei, Temuan], ...]:
    """Feed the indikator of each of those surveys, cell by cell; what stands in the way of which."""
    hasil: list[tuple[Survei, Temuan]] = []
    for satu in survei:
        temuan = feed_realisasi(survei=satu, oleh=IMPOR, pada=pada, asal=asal, asal_baris=satu.asal_baris)
        hasil += [(satu, t) for t in temuan]
    return tuple(hasil)
