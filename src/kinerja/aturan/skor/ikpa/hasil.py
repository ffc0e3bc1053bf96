"""What one indicator of IKPA gives, and how parts with weights become one value."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final, TypeVar

from kinerja.aturan.parameter import RujukanAturan
from kinerja.aturan.pecahan import to_desimal
from kinerja.aturan.skor.ikpa.masukan import Indikator
from kinerja.aturan.skor.pengaturan import PengaturanSkor, TanpaObjek
from kinerja.aturan.skor.uraian import NOL, SERATUS, Suku
from kinerja.aturan.temuan import Temuan

NAMA: Final = {
    Indikator.REVISI_DIPA: "Revisi DIPA",
    Indikator.DEVIASI: "Deviasi halaman III DIPA",
    Indikator.PENYERAPAN: "Penyerapan anggaran",
    Indikator.KONTRAKTUAL: "Belanja kontraktual",
    Indikator.TAGIHAN: "Penyelesaian tagihan",
    Indikator.UP_TUP: "Pengelolaan UP dan TUP",
    Indikator.DISPENSASI: "Dispensasi SPM",
    Indikator.CAPAIAN_OUTPUT: "Capaian output",
}
_SEN: Final = Decimal("0.01")
_Benda = TypeVar("_Benda")


@dataclass(frozen=True, slots=True)
class HasilIndikator:
    """Value 0–100 with two decimals, None without any object; the explanation; what was odd."""

    nilai: Decimal | None
    uraian: Suku
    temuan: tuple[Temuan, ...] = ()


def bulat2(nilai: Decimal) -> Decimal:
    """Half up to two decimals, as the workbook of the ministry rounds each of its columns."""
    return nilai.quantize(_SEN, rounding=ROUND_HALF_UP)


def rata2(nilai: Sequence[Decimal]) -> Decimal:
    """Mean, rounded; of at least one value."""
    return bulat2(sum(nilai, NOL) / len(nilai))


def make_hasil(
    indikator: Indikator,
    nilai: Decimal | Fraction | None,
    aturan: RujukanAturan,
    rincian: Iterable[Suku],
    *,
    catatan: str = "",
    temuan: Iterable[Temuan] = (),
) -> HasilIndikator:
    """The result of an indicator: capped at 100 and rounded."""
    jadi = None if nilai is None else min(bulat2(_ke_desimal(nilai)), SERATUS)
    suku = Suku(NAMA[indikator], jadi, aturan=aturan, catatan=catatan, rincian=tuple(rincian))
    return HasilIndikator(jadi, suku, tuple(temuan))


def _ke_desimal(nilai: Decimal | Fraction) -> Decimal:
    return to_desimal(nilai) if isinstance(nilai, Fraction) else nilai


@dataclass(frozen=True, slots=True)
class Bagian:
    """A part of an indicator: its exact value, None without object. Thirds must stay thirds until the end."""

    label: str
    nilai: Fraction | None
    catatan: str = ""
    rincian: tuple[Suku, ...] = ()

    def uraikan(self, bobot: Decimal | None = None, sumbangan: Fraction | None = None) -> Suku:
        """As a term of the explanation."""
        nilai, tambah = (None if satu is None else to_desimal(satu) for satu in (self.nilai, sumbangan))
        return Suku(self.label, nilai, "", bobot, tambah, None, self.catatan, self.rincian)


def rata_bagian(label: str, nilai: Sequence[Decimal | int | Fraction], kosong: str, satuan: str) -> Bagian:
    """The mean of some values; `kosong` says why there are none."""
    if not nilai:
        return Bagian(label, None, kosong)
    rata = sum((Fraction(satu) for satu in nilai), Fraction(0)) / len(nilai)
    return Bagian(label, rata, f"{len(nilai)} {satuan}.")


def timbang_bagian(
    bagian: Sequence[tuple[Bagian, Decimal]], pengaturan: PengaturanSkor
) -> tuple[Fraction | None, tuple[Suku, ...]]:
    """Weighted value of the parts of an indicator (weights in percent points) and the parts with their contribution.

    None when no part has an object. The setting `tanpa_objek` says what a part without object does.
    """
    bagi = pengaturan.tanpa_objek is TanpaObjek.BAGI
    dihitung = [bobot for satu, bobot in bagian if satu.nilai is not None or not bagi]
    penyebut = Fraction(sum(dihitung, NOL))
    jumlah = Fraction(0)
    rincian: list[Suku] = []
    for satu, bobot in bagian:
        sumbangan = None if satu.nilai is None else satu.nilai * Fraction(bobot) / penyebut
        jumlah += sumbangan or 0
        rincian.append(satu.uraikan(bobot, sumbangan))
    kosong = all(satu.nilai is None for satu, _ in bagian)
    return None if kosong else jumlah, tuple(rincian)


def pilih_tunggal(
    semua: Iterable[_Benda], kunci: Callable[[_Benda], Hashable], sebutan: str
) -> tuple[list[_Benda], list[Temuan]]:
    """Each thing once by its number; a temuan for each that is there again, which does not count."""
    ada: dict[Hashable, _Benda] = {}
    temuan = []
    for satu in semua:
        nomor = kunci(satu)
        if nomor in ada:
            isi = "sama" if ada[nomor] == satu else "berbeda isinya"
            pesan = f"{sebutan} {nomor} ada lebih dari sekali ({isi}); yang pertama dihitung."
            temuan.append(Temuan("ganda", pesan, "Hapus yang berulang."))
        else:
            ada[nomor] = satu
    return list(ada.values()), temuan


def laporkan_luar_tahun(sebutan: str, tanggal: date, per: date) -> Temuan:
    """A date outside the budget year; the thing does not count."""
    pesan = f"{sebutan} bertanggal {tanggal.isoformat()}, di luar tahun anggaran {per.year}; tidak dihitung."
    return Temuan("di-luar-tahun", pesan, "Periksa tanggalnya.")
