"""A row of years that flows: target, realisasi, capaian, again and again, "-" where a year had no indicator.

Narrow columns break numbers ("108,/2", "70/%", "-/0,39/%"). Of the readings that give whole groups of three, the
one is taken in which most groups agree with themselves; how many pieces had to be joined says how sure it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kinerja.aturan.telaah.selang import Cetakan
from kinerja.dokumen.baca.naskah import BarisTeks, Letak, TabelAlir
from kinerja.telaah.alir import isi_alir, make_tempat
from kinerja.telaah.angka import baca_cetakan, is_hitungan
from kinerja.telaah.kepala import tahun_kepala
from kinerja.telaah.tabel import Sel

_KEPING = re.compile(r"[-−–]?\d+(?:[.,]\d+)*,?%?|[-−–]|%")
_PALING_BANYAK_SAMBUNGAN = 6


@dataclass(frozen=True, slots=True)
class Keping:
    """One piece as printed: a number, a part of one, or "-"."""

    teks: str
    letak: Letak
    sambung: bool


@dataclass(frozen=True, slots=True)
class Deret:
    """One indicator over the years: its words, and (target, realisasi, capaian) per year, oldest first.

    `tambal` is how many guesses the reading needed.
    """

    teks: tuple[str, ...]
    kelompok: tuple[tuple[Sel | None, Sel | None, Sel | None], ...]
    tahun: tuple[int, ...]
    tambal: int


def urai_deret(tabel: TabelAlir, ke: int) -> list[Deret]:
    """The rows of a comparison with earlier years; the header may be lost, then `tahun` is empty."""
    kepala, baris = isi_alir(tabel)
    tahun = tahun_kepala(kepala) or tahun_kepala(" ".join(satu.teks for satu in tabel.baris))
    hasil = []
    for teks, keping in _kelompokkan(baris):
        terbaik = _pilih_bacaan(keping, len(tahun))
        if terbaik is not None:
            kelompok, tambal = terbaik
            hasil.append(
                Deret(teks, tuple(_jadikan_sel(tiga, tabel, ke) for tiga in kelompok), tahun, tambal)
            )
    return hasil


def _kelompokkan(baris: Sequence[BarisTeks]) -> Iterator[tuple[tuple[str, ...], list[Keping]]]:
    """Name and pieces per row; a name that begins with a capital after numbers begins the next row."""
    teks: list[str] = []
    keping: list[Keping] = []
    for satu in baris:
        if _is_deret(satu.teks):
            keping += _pecah(satu.teks, satu.letak, bool(keping))
            continue
        if keping and _is_nama_baru(satu.teks):
            yield tuple(teks), keping
            teks, keping = [], []
        if any(huruf.isdigit() for huruf in satu.teks) and (keping or not _is_nama_baru(satu.teks)):
            keping += _pecah(satu.teks, satu.letak, False)
        elif not keping:
            teks.append(satu.teks)
    if keping:
        yield tuple(teks), keping


def _is_deret(teks: str) -> bool:
    return re.fullmatch(r"[\s\d.,%−–-]+", teks) is not None and re.fullmatch(r"(20\d\d\s*){2,}", teks) is None


def _is_nama_baru(teks: str) -> bool:
    return teks[0].isupper() and not is_hitungan(teks) and len(teks) > 3


def _pecah(teks: str, letak: Letak, sambung: bool) -> list[Keping]:
    semua = _KEPING.findall(teks)
    return [Keping(satu, letak, sambung and i == 0) for i, satu in enumerate(semua)]


def _pilih_bacaan(keping: list[Keping], tahun: int) -> tuple[list[tuple[Keping, ...]], int] | None:
    """The best reading as groups of three, and how many doubtful joints it has."""
    pasti = _sambung_pasti(keping)
    lebih = _kelebihan(len(pasti), tahun)
    calon = [i for i in range(1, len(pasti)) if _bisa_disambung(pasti[i - 1], pasti[i])]
    if lebih is None or lebih > min(len(calon), _PALING_BANYAK_SAMBUNGAN):
        return None
    bacaan = (_sambungkan(pasti, pilihan) for pilihan in combinations(calon, lebih))
    terbaik = max(bacaan, key=_nilai_bacaan)
    return [tuple(terbaik[i : i + 3]) for i in range(0, len(terbaik), 3)], lebih


def _kelebihan(banyak: int, tahun: int) -> int | None:
    """How many joints are needed to get three pieces per year."""
    if tahun:
        return banyak - 3 * tahun if banyak >= 3 * tahun else None
    return banyak % 3 if banyak >= 3 else None


def _sambung_pasti(keping: list[Keping]) -> list[Keping]:
    """Join what cannot stand alone: a trailing comma with what follows, "%" with what precedes it."""
    hasil: list[Keping] = []
    for satu in keping:
        lalu = hasil[-1].teks if hasil else ""
        if hasil and (lalu.endswith(",") or (satu.teks == "%" and "%" not in lalu)):
            hasil[-1] = Keping(lalu + satu.teks, hasil[-1].letak, hasil[-1].sambung)
        else:
            hasil.append(satu)
    return hasil


def _bisa_disambung(lalu: Keping, ini: Keping) -> bool:
    """Whether two pieces may be one number: "-" and digits, or a decimal broken at the end of a line."""
    if lalu.teks in "-−–":
        return ini.teks[0].isdigit()
    return (
        ini.sambung
        and "," in lalu.teks
        and "%" not in lalu.teks
        and re.fullmatch(r"\d{1,2}%?", ini.teks) is not None
    )


def _sambungkan(keping: list[Keping], pilihan: Sequence[int]) -> list[Keping]:
    hasil: list[Keping] = []
    for i, satu in enumerate(keping):
        if i in pilihan:
            hasil[-1] = Keping(hasil[-1].teks + satu.teks, hasil[-1].letak, hasil[-1].sambung)
        else:
            hasil.append(satu)
    return hasil


def _nilai_bacaan(keping: list[Keping]) -> tuple[int, int]:
    """Groups that agree with themselves, then groups that are whole."""
    cocok = utuh = 0
    for i in range(0, len(keping) - 2, 3):
        nilai = [baca_cetakan(satu.teks) for satu in keping[i : i + 3]]
        kosong = sum(satu.teks in "-−–" for satu in keping[i : i + 3])
        utuh += kosong in (0, 3) and sum(satu is not None for satu in nilai) in (0, 3)
        if all(nilai):
            target, realisasi, capaian = (satu[0].nilai for satu in nilai if satu is not None)
            cocok += target != 0 and abs(realisasi / target * 100 - capaian) < 1
    return cocok, utuh


def _jadikan_sel(
    tiga: tuple[Keping, ...], tabel: TabelAlir, ke: int
) -> tuple[Sel | None, Sel | None, Sel | None]:
    satu, dua, tiga_ = (_sel(keping, tabel, ke) for keping in tiga)
    return satu, dua, tiga_


def _sel(keping: Keping, tabel: TabelAlir, ke: int) -> Sel | None:
    hasil: tuple[Cetakan, str] | None = None if keping.teks in "-−–" else baca_cetakan(keping.teks)
    return None if hasil is None else Sel(keping.teks, *hasil, make_tempat(tabel, keping.letak, ke))
