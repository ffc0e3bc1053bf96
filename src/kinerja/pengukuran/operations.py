"""Writes of this room."""

from collections.abc import Sequence

from kinerja.basisdata.simpan import Perubahan, upsert
from kinerja.pengukuran.models import Realisasi


def save_realisasi(isi: Sequence[Realisasi]) -> Perubahan:
    """Store facts by komponen, satker, year and month; where a fact came from does not make it differ."""
    lama = Realisasi.objects.filter(tahun__in={b.tahun for b in isi})
    return upsert(
        lama,
        isi,
        kunci=["tahun", "komponen_id", "satker_id", "bulan"],
        abaikan=["asal_id", "asal_baris", "mentah"],
    )
