"""Who belongs to whom on a given day."""

import datetime
from collections import defaultdict
from collections.abc import Iterable

from kinerja.organisasi.models import JumlahPegawai, Pengelompokan, RiwayatSatker, Satker


class SatkerTidakDikenal(LookupError):
    """No satker has that key or kode satker."""


def get_satker(sebutan: str) -> Satker:
    """The satker named by its key or its kode satker.

    Raises SatkerTidakDikenal.
    """
    satker = Satker.objects.cari(sebutan)
    if satker is None:
        raise SatkerTidakDikenal(f"Satker {sebutan!r} tidak dikenal.")
    return satker


def get_akhir_tahun(tahun: int) -> datetime.date:
    """The day on which a year's organisation is read: its last."""
    return datetime.date(tahun, 12, 31)


def list_bawahan(satker: Satker, pada: datetime.date) -> list[RiwayatSatker]:
    """`satker` and everything beneath it on that day, parents before children, siblings by urutan."""
    anak: dict[int | None, list[RiwayatSatker]] = defaultdict(list)
    diri: list[RiwayatSatker] = []
    for riwayat in RiwayatSatker.objects.pada(pada).select_related("satker", "unit"):
        anak[riwayat.induk_id].append(riwayat)
        if riwayat.satker_id == satker.pk:
            diri.append(riwayat)
    hasil: dict[int, RiwayatSatker] = {}
    tumpukan = diri
    while tumpukan:
        riwayat = tumpukan.pop()
        if riwayat.satker_id not in hasil:
            hasil[riwayat.satker_id] = riwayat
            tumpukan.extend(reversed(anak[riwayat.satker_id]))
    return list(hasil.values())


def get_nama(satker: Satker, pada: datetime.date) -> str:
    """The name in force on that day; its key when no name is."""
    riwayat = RiwayatSatker.objects.pada(pada).filter(satker=satker).first()
    return riwayat.nama if riwayat else satker.kunci


def sum_pegawai(
    bawahan: Iterable[RiwayatSatker], tahun: int
) -> dict[Pengelompokan, dict[int, dict[str, int]]]:
    """Staff counts of those satker by every classification: satker id -> group -> count."""
    hasil: dict[Pengelompokan, dict[int, dict[str, int]]] = {p: defaultdict(dict) for p in Pengelompokan}
    semua = JumlahPegawai.objects.filter(satker__in=[r.satker_id for r in bawahan], tahun=tahun)
    for satker_id, menurut, rincian, jumlah in semua.values_list("satker_id", "menurut", "rincian", "jumlah"):
        hasil[Pengelompokan(menurut)][satker_id][rincian] = jumlah
    return {p: dict(isi) for p, isi in hasil.items()}
