"""Early warnings on a number as it is typed: likely slips, never verdicts.

A warning does not keep a number out; it is confirmed with a reason. What cannot be true at all is a refusal
(`check_isian`). Both compare exact numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kinerja.aturan.capaian import Keadaan, Polaritas
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.cetak import cetak_angka

_NOL: Final = Decimal(0)
_SERATUS: Final = Decimal(100)
_LIPAT: Final = (Decimal(100), Decimal(1000))
"""A percentage typed as a fraction, and a separator of thousands taken for a decimal comma."""


@dataclass(frozen=True, slots=True)
class BatasPeringatan:
    """When a change is worth a question: the share of last month's value, and how near a slip must come."""

    lonjakan: Decimal = Decimal("0.5")
    kedekatan: Decimal = Decimal("0.25")


@dataclass(frozen=True, slots=True)
class Isian:
    """What is typed into one cell: a pair or a direct value; neither unless `keadaan` is TERISI."""

    keadaan: Keadaan = Keadaan.TERISI
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    nilai: Decimal | None = None

    @property
    def besaran(self) -> Decimal | None:
        """The one number that is compared over time: the share of the pair, or the value."""
        if self.pembilang is not None and self.penyebut:
            return self.pembilang / self.penyebut
        return self.nilai


@dataclass(frozen=True, slots=True)
class KonteksIsian:
    """What a cell is held against.

    `berpasangan`: it takes numerator and denominator; `bagian`: the numerator is a part of the denominator.
    `kumulatif` is the realisasi from January to this cell and `target` the year's, both in the indikator's unit.
    """

    berpasangan: bool
    bagian: bool
    persen: bool
    lalu: Isian | None = None
    target: Decimal | None = None
    kumulatif: Decimal | None = None
    polaritas: Polaritas = Polaritas.NAIK
    bulan: int = 12


def check_isian(isian: Isian, konteks: KonteksIsian) -> tuple[Temuan, ...]:
    """Why a cell cannot be stored at all; empty when it can."""
    angka = (isian.pembilang, isian.penyebut, isian.nilai)
    if isian.keadaan is not Keadaan.TERISI:
        berangka = any(a is not None for a in angka)
        return (_TEMUAN_HAMPA,) if berangka else ()
    pasangan = isian.pembilang is not None and isian.penyebut is not None and isian.nilai is None
    langsung = isian.pembilang is None and isian.penyebut is None and isian.nilai is not None
    if not (pasangan if konteks.berpasangan else langsung):
        return (_TEMUAN_BENTUK_PASANGAN if konteks.berpasangan else _TEMUAN_BENTUK_NILAI,)
    return tuple(_check_pasangan(isian)) if pasangan else ()


_TEMUAN_HAMPA: Final = Temuan(
    "hampa_berangka",
    "Sel tanpa data atau tanpa objek tidak memuat angka.",
    "Hapus angkanya atau pilih terisi.",
)
_TEMUAN_BENTUK_PASANGAN: Final = Temuan(
    "bentuk_pasangan", "Indikator ini diisi pembilang dan penyebut.", "Isi keduanya, tanpa persentase."
)
_TEMUAN_BENTUK_NILAI: Final = Temuan(
    "bentuk_nilai", "Indikator ini diisi satu nilai.", "Isi nilainya tanpa pembilang dan penyebut."
)


def _check_pasangan(isian: Isian) -> Iterator[Temuan]:
    if isian.penyebut == _NOL:
        tanpa = isian.pembilang == _NOL
        cara = 'Pilih "tidak ada objek".' if tanpa else "Periksa penyebutnya."
        pesan = "0 dari 0 bukan 0%." if tanpa else "Penyebut 0, sedangkan pembilangnya tidak."
        yield Temuan("penyebut_nol", pesan, cara)
    if any(a is not None and a < _NOL for a in (isian.pembilang, isian.penyebut)):
        yield Temuan("negatif", "Pembilang dan penyebut tidak dapat kurang dari nol.", "Periksa tandanya.")


def list_peringatan(
    isian: Isian, konteks: KonteksIsian, batas: BatasPeringatan = BatasPeringatan()
) -> tuple[Temuan, ...]:
    """What should be looked at again in a cell that can be stored; each kode at most once."""
    if isian.keadaan is not Keadaan.TERISI:
        return ()
    return (
        *_warn_bagian(isian, konteks),
        *_warn_lipat(isian, konteks, batas),
        *_warn_lonjakan(isian, konteks, batas),
        *_warn_target(konteks),
    )


def _warn_bagian(isian: Isian, konteks: KonteksIsian) -> Iterator[Temuan]:
    if isian.pembilang is None or isian.penyebut is None or not konteks.bagian:
        return
    if isian.pembilang > isian.penyebut:
        pesan = (
            f"Pembilang {cetak_angka(isian.pembilang)} lebih besar daripada penyebut "
            f"{cetak_angka(isian.penyebut)}."
        )
        yield Temuan("pembilang_melebihi_penyebut", pesan, "Periksa apakah keduanya tertukar.")


def _warn_lipat(isian: Isian, konteks: KonteksIsian, batas: BatasPeringatan) -> Iterator[Temuan]:
    """A number near a hundred or a thousand times what it is held against."""
    for nama, kini, banding in _pasangkan(isian, konteks):
        for lipat in _LIPAT:
            if _is_dekat(kini, banding * lipat, batas) or _is_dekat(kini * lipat, banding, batas):
                pesan = (
                    f"{nama} {cetak_angka(kini)} kira-kira {lipat} kali lebih besar atau lebih kecil "
                    f"daripada pembandingnya, {cetak_angka(banding)}."
                )
                yield Temuan("satuan", pesan, "Periksa satuan, tanda desimal, dan pemisah ribuan.")
                return


def _pasangkan(isian: Isian, konteks: KonteksIsian) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Each number of the cell beside last month's; a percentage beside its target, too."""
    lalu = konteks.lalu or Isian(Keadaan.BELUM_ADA)
    pasangan = [
        ("Pembilang", isian.pembilang, lalu.pembilang),
        ("Penyebut", isian.penyebut, lalu.penyebut),
        ("Nilai", isian.nilai, lalu.nilai),
        ("Nilai", isian.nilai if konteks.persen else None, konteks.target),
    ]
    for nama, kini, banding in pasangan:
        if kini and banding:
            yield nama, kini, banding


def _is_dekat(kini: Decimal, banding: Decimal, batas: BatasPeringatan) -> bool:
    return abs(kini - banding) <= abs(banding) * batas.kedekatan


def _warn_lonjakan(isian: Isian, konteks: KonteksIsian, batas: BatasPeringatan) -> Iterator[Temuan]:
    kini, lalu = isian.besaran, konteks.lalu.besaran if konteks.lalu else None
    if kini is None or not lalu or abs(kini - lalu) <= abs(lalu) * batas.lonjakan:
        return
    ubah = abs(kini - lalu) / abs(lalu) * _SERATUS
    arah = "naik" if kini > lalu else "turun"
    pesan = f"Nilai {arah} {cetak_angka(ubah.quantize(Decimal(1)))}% terhadap bulan sebelumnya."
    yield Temuan("lonjakan", pesan, "Periksa angkanya, atau jelaskan sebabnya.")


def _warn_target(konteks: KonteksIsian) -> Iterator[Temuan]:
    """The year's target is passed while months are still to come."""
    lewat = (
        konteks.polaritas is Polaritas.NAIK
        and konteks.target is not None
        and konteks.kumulatif is not None
        and konteks.kumulatif > konteks.target
    )
    if lewat and konteks.bulan < 12 and not konteks.bagian:
        pesan = "Realisasi sampai bulan ini sudah melampaui target setahun."
        yield Temuan("target_terlampaui", pesan, "Periksa angkanya, atau jelaskan sebabnya.")
