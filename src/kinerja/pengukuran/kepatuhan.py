"""Who has filled what and who was in time: counted from cells and moments, never from a button."""

import datetime
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from django.db.models import Count, Q

from kinerja.alur.queries import PembacaTenggat
from kinerja.aturan.peralihan import Status
from kinerja.dasar.periode import Bulan
from kinerja.pengukuran.letak import PetaPelapor, sebut_lembar
from kinerja.pengukuran.models import LembarPengukuran, Realisasi
from kinerja.perencanaan.models import Komponen

TENGGAT_LEMBAR = "kinerja_bulanan"


class Ketepatan(StrEnum):
    """How a sheet stands against its deadline."""

    BELUM_WAKTUNYA = "belum_waktunya"
    DITUNGGU = "ditunggu"
    TEPAT = "tepat"
    TERLAMBAT = "terlambat"
    TERTUNGGAK = "tertunggak"


@dataclass(frozen=True, slots=True)
class SelKepatuhan:
    """One sheet: cells filled of those owed, its state, and whether it was submitted in time.

    TERLAMBAT was submitted after `tenggat`, TERTUNGGAK is not submitted though it should be.
    """

    lembar_id: int
    bulan: int
    terisi: int
    seharusnya: int
    status: Status
    ketepatan: Ketepatan
    tenggat: datetime.datetime | None
    diajukan_pada: datetime.datetime | None

    @property
    def persen(self) -> Decimal | None:
        """Share of filled cells, 0..100; None when nothing is owed."""
        return Decimal(self.terisi * 100) / self.seharusnya if self.seharusnya else None


@dataclass(frozen=True, slots=True)
class BarisKepatuhan:
    """One satker or division with its sheets by month (1..12); months without a sheet are absent."""

    nama: str
    satker_id: int
    unit_kerja_id: int | None
    bulan: dict[int, SelKepatuhan]


def list_kepatuhan(satker: Collection[int], tahun: int, pada: datetime.datetime) -> list[BarisKepatuhan]:
    """The heat map of those satker, in the order of names; sheets that owe no cell are left out."""
    lembar = list(
        LembarPengukuran.objects.filter(satker__in=satker, tahun=tahun).select_related("satker", "unit_kerja")
    )
    isi = count_isi(lembar)
    nama, tenggat = sebut_lembar(lembar), PembacaTenggat()
    baris: dict[tuple[str, int, int | None], dict[int, SelKepatuhan]] = defaultdict(dict)
    for satu in lembar:
        terisi, seharusnya = isi[satu.pk]
        if seharusnya:
            batas = tenggat.get(TENGGAT_LEMBAR, Bulan(tahun, satu.bulan), satu.satker_id)
            kunci = (nama[satu.pk], satu.satker_id, satu.unit_kerja_id)
            baris[kunci][satu.bulan] = SelKepatuhan(
                lembar_id=satu.pk,
                bulan=satu.bulan,
                terisi=terisi,
                seharusnya=seharusnya,
                status=Status(satu.status),
                ketepatan=_nilai(satu, batas.batas if batas else None, pada),
                tenggat=batas.batas if batas else None,
                diajukan_pada=satu.diajukan_pada,
            )
    return [
        BarisKepatuhan(*kunci, dict(sorted(bulan.items())))
        for kunci, bulan in sorted(baris.items(), key=_urut)
    ]


def _urut(baris: tuple[tuple[str, int, int | None], object]) -> tuple[str, int, int]:
    nama, satker_id, unit_id = baris[0]
    return nama, satker_id, unit_id or 0


def _nilai(lembar: LembarPengukuran, tenggat: datetime.datetime | None, pada: datetime.datetime) -> Ketepatan:
    if lembar.status != Status.DRAF:
        terlambat = tenggat and lembar.diajukan_pada and lembar.diajukan_pada > tenggat
        return Ketepatan.TERLAMBAT if terlambat else Ketepatan.TEPAT
    if tenggat is not None and pada > tenggat:
        return Ketepatan.TERTUNGGAK
    berakhir = Bulan(lembar.tahun, lembar.bulan).akhir < pada.date()
    return Ketepatan.DITUNGGU if berakhir else Ketepatan.BELUM_WAKTUNYA


def count_isi(lembar: Collection[LembarPengukuran]) -> dict[int, tuple[int, int]]:
    """lembar id -> (cells with a choice, cells owed), in three queries per year."""
    hasil: dict[int, tuple[int, int]] = {}
    per_tahun: dict[int, list[LembarPengukuran]] = defaultdict(list)
    for satu in lembar:
        per_tahun[satu.tahun].append(satu)
    for tahun, milik in per_tahun.items():
        satker = {s.satker_id for s in milik}
        peta = PetaPelapor(tahun, satker)
        banyak = dict(Komponen.objects.order_by().values_list("indikator_id").annotate(banyak=Count("pk")))
        terisi = _count_terisi(tahun, satker)
        for satu in milik:
            indikator = peta.list_indikator(satu.satker_id, satu.unit_kerja_id)
            hasil[satu.pk] = (
                sum(terisi.get((satu.satker_id, satu.bulan, i), 0) for i in indikator),
                sum(banyak.get(i, 0) for i in indikator),
            )
    return hasil


def _count_terisi(tahun: int, satker: Collection[int]) -> dict[tuple[int, int, int], int]:
    baris = (
        Realisasi.objects.filter(Q(bulan__gt=0), tahun=tahun, satker__in=satker)
        .order_by()
        .values_list("satker_id", "bulan", "komponen__indikator_id")
        .annotate(banyak=Count("pk"))
    )
    return {(s, b, i): n for s, b, i, n in baris}
