"""A year on its way: every indikator from month to month, and where it ends at this pace."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kinerja.aturan.agregasi import (
    AgregasiBulan,
    AgregasiSatker,
    Ukuran,
    UkuranTidakSeragam,
    rollup_bulan,
    rollup_satker,
)
from kinerja.aturan.capaian import (
    Capaian,
    CapaianSasaran,
    Keadaan,
    Polaritas,
    compute_capaian,
    compute_capaian_sasaran,
)
from kinerja.aturan.pengaturan import Pengaturan
from kinerja.aturan.perkiraan import Perkiraan, compute_perkiraan
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.pengukuran import rekap
from kinerja.pengukuran.queries import (
    HasilIndikator,
    HasilSasaran,
    compute_realisasi,
    compute_ukuran,
    to_target,
)
from kinerja.perencanaan.models import Komponen

TAK_SERAGAM = Ukuran(keadaan=Keadaan.TIDAK_TERHITUNG)
"""Pairs and plain values in one year: no later month mends that."""


@dataclass(frozen=True, slots=True)
class Ramalan:
    """The estimate of one indikator for the end of its year and what capaian it would be; no realisasi."""

    hasil: HasilIndikator
    bulan_terisi: int
    perkiraan: Perkiraan
    capaian: Capaian


@dataclass(frozen=True, slots=True)
class BulanKantor:
    """From January to that month: how many indikator are measured, how many have reached the year's target."""

    bulan: int
    berdata: int
    tercapai: int
    rata: CapaianSasaran


@dataclass(frozen=True, slots=True)
class Perjalanan:
    """The office by month, up to the last one filled, and the estimates of the indikator not yet whole."""

    bulan: tuple[BulanKantor, ...]
    ramalan: tuple[Ramalan, ...]
    indikator: int
    """Indikator known month by month."""


def list_perjalanan(
    kinerja: Sequence[HasilSasaran], satker: Collection[int], tahun: int, pengaturan: Pengaturan
) -> Perjalanan:
    """The year of those indikator over those satker, in three queries whatever their number.

    `pengaturan` are the settings of their instansi in that year.

    A month is the roll-up of what was reported for it. Where a rule takes each satker's last figure, a month
    that not every satker has reported differs from the realisasi of the year until they have.
    """
    bulanan = [h for s in kinerja for h in s.indikator if h.bulan_terisi]
    komponen = [k.pk for h in bulanan for k in h.indikator.komponen.all()]
    isi = rekap.rollup_tiap_bulan(tahun=tahun, satker=satker, komponen=komponen) if komponen else {}
    per_bulan: dict[int, list[Capaian]] = defaultdict(list)
    for satu in bulanan:
        for bulan, capaian in enumerate(_list_capaian(satu, isi, pengaturan), start=1):
            per_bulan[bulan].append(capaian)
    return Perjalanan(
        tuple(_jumlahkan(bulan, per_bulan[bulan], tahun, pengaturan) for bulan in sorted(per_bulan)),
        tuple(r for h in bulanan if (r := predict(h, pengaturan)) is not None),
        len(bulanan),
    )


def predict(hasil: HasilIndikator, pengaturan: Pengaturan) -> Ramalan | None:
    """Where the indikator ends at the pace of its months; None without a realisasi or for a whole year."""
    kini, terisi = hasil.kini, len(hasil.bulan_terisi or ())
    if kini.realisasi is None:
        return None
    perkiraan = compute_perkiraan(
        kini.realisasi,
        AgregasiBulan(hasil.indikator.agregasi_bulan),
        berpasangan=any(k.ukuran.nilai is None for k in kini.komponen),
        bulan_terisi=terisi,
    )
    if perkiraan is None:
        return None
    capaian = compute_capaian(
        to_target(kini.target),
        perkiraan.nilai,
        Polaritas(hasil.indikator.polaritas),
        keadaan=Keadaan.TERISI,
        pengaturan=pengaturan,
        pada=get_akhir_tahun(kini.tahun),
    )
    return Ramalan(hasil, terisi, perkiraan, capaian)


def _list_capaian(
    hasil: HasilIndikator, isi: Mapping[int, Mapping[int, Ukuran]], pengaturan: Pengaturan
) -> Iterator[Capaian]:
    """The capaian of January to each month, up to the last one filled, against the target of the whole year."""
    indikator, kini = hasil.indikator, hasil.kini
    sampai = max(hasil.bulan_terisi or {0})
    daftar = [(k, _list_kumulatif(k, isi.get(k.pk, {}), sampai)) for k in indikator.komponen.all()]
    for ke in range(sampai):
        komponen = tuple(
            compute_ukuran(indikator, k, ukuran)
            for k, kumulatif in daftar
            if (ukuran := kumulatif[ke]) is not None
        )
        keadaan, realisasi = compute_realisasi(indikator, komponen)
        yield compute_capaian(
            to_target(kini.target),
            realisasi,
            Polaritas(indikator.polaritas),
            keadaan=keadaan,
            pengaturan=pengaturan,
            pada=get_akhir_tahun(kini.tahun),
        )


def _list_kumulatif(komponen: Komponen, bulanan: Mapping[int, Ukuran], sampai: int) -> list[Ukuran | None]:
    """January to each month; None before the first one filled."""
    kini: Ukuran | None = None
    hasil = []
    for bulan in range(1, sampai + 1):
        baru = bulanan.get(bulan)
        if baru is not None and kini is not TAK_SERAGAM:
            kini = _gabung(komponen, [baru] if kini is None else [kini, baru])
        hasil.append(kini)
    return hasil


def _gabung(komponen: Komponen, bulanan: Sequence[Ukuran]) -> Ukuran:
    cara = AgregasiBulan(komponen.indikator.agregasi_bulan)
    bersama = komponen.indikator.agregasi_satker == AgregasiSatker.SIGMA and len(bulanan) > 1
    try:
        if cara is AgregasiBulan.JUMLAH and bersama:
            return rollup_satker(bulanan, AgregasiSatker.SIGMA)
        return rollup_bulan(bulanan, cara)
    except UkuranTidakSeragam:
        return TAK_SERAGAM


def _jumlahkan(bulan: int, capaian: Sequence[Capaian], tahun: int, pengaturan: Pengaturan) -> BulanKantor:
    return BulanKantor(
        bulan=bulan,
        berdata=sum(c.tercapai is not None for c in capaian),
        tercapai=sum(c.tercapai is True for c in capaian),
        rata=compute_capaian_sasaran(capaian, pengaturan=pengaturan, pada=get_akhir_tahun(tahun)),
    )
