"""Facts from a workbook, many at once."""

from collections.abc import Sequence

from kinerja.basisdata.simpan import Perubahan, upsert
from kinerja.pengukuran.models import Realisasi

VERSI_TIAP_IMPOR = 10**6
"""More often than this no cell is typed between two imports."""


def save_realisasi(isi: Sequence[Realisasi]) -> Perubahan:
    """Store facts by komponen, satker, year and month; where a fact came from does not make it differ.

    A changed fact gets a version above any it can have had, so whoever has the old one on his screen is told.
    """
    lama = Realisasi.objects.filter(tahun__in={b.tahun for b in isi})
    return upsert(
        lama,
        isi,
        kunci=["tahun", "komponen_id", "satker_id", "bulan"],
        abaikan=["asal_id", "asal_baris", "mentah"],
        turunan={
            "versi": lambda baris: (baris.asal_id or 0) * VERSI_TIAP_IMPOR + 1,
            "diisi_oleh_id": lambda _: None,
            "diisi_pada": lambda _: None,
        },
    )
