"""Read the numbers people type: "1.234.567,89", "97,4%", "Rp1,3 miliar", "98, 54", "3.5".

A text that can be read in two ways is never guessed: the value is None and `masalah` asks. "5.050" and
"475,962" are such texts (thousands, or three decimals?); a column that shows its habit in other cells
decides them. So no text is ever read a thousand times too large or too small.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from kinerja.dasar.urai import TeksDitolak, Urai, bersihkan, is_kosong, kutip, urai_angka


class Kebiasaan(StrEnum):
    """Which sign a column uses before the decimals."""

    KOMA = "koma"
    TITIK = "titik"


class Satuan(StrEnum):
    """The unit that was typed with the number."""

    PERSEN = "persen"
    RUPIAH = "rupiah"


@dataclass(frozen=True, slots=True)
class Bacaan:
    """What a text says.

    nilai       the number, or None when the cell is empty or `masalah` is not "". Percent is in percent
                points ("97,4%" is 97.4), rupiah in whole rupiah ("Rp1,3 miliar" is 1300000000).
    desimal     printed decimals of `nilai`: the text stands for nilai ± 0.5 × 10^−desimal. Negative for a
                magnitude word: −8 for "Rp1,3 miliar".
    satuan      "%" or rupiah, when typed.
    pilihan     what the text may mean when it is refused for its comma or point: two readings when it is
                ambiguous (thousands first), one when it contradicts the habit of its column.
    masalah     "" or an Indonesian sentence that says what is wrong and how to mend it.
    kosong      an empty cell ("", "-", "–"): no value, which is not zero and not a mistake.
    keterangan  words typed after the number ("layanan" in "33 layanan").
    """

    mentah: str
    nilai: Decimal | None = None
    desimal: int = 0
    satuan: Satuan | None = None
    pilihan: tuple[Decimal, ...] = ()
    masalah: str = ""
    kosong: bool = False
    keterangan: str = ""


class _Nilai(NamedTuple):
    nilai: Decimal
    desimal: int


_TANDA_DESIMAL = {Kebiasaan.KOMA: ",", Kebiasaan.TITIK: "."}
_BENTUK = {
    kebiasaan: re.compile(
        rf"(?P<bulat>[0-9]+|[1-9][0-9]{{0,2}}(?:\{ribuan}[0-9]{{3}})+)(?:\{desimal}(?P<pecahan>[0-9]+))?"
    )
    for kebiasaan, ribuan, desimal in ((Kebiasaan.KOMA, ".", ","), (Kebiasaan.TITIK, ",", "."))
}


def baca_angka(teks: str, *, kebiasaan: Kebiasaan | None = None) -> Bacaan:
    """Read one cell; `kebiasaan` is the habit of its column, None when the column does not show one.

    Never raises for any text. Whatever is not certainly one number comes back with `masalah`.
    """
    bersih = bersihkan(teks)
    if is_kosong(bersih):
        return Bacaan(teks, kosong=True)
    try:
        urai = urai_angka(bersih)
        calon = _hitung_calon(urai, bersih)
    except TeksDitolak as penolakan:
        return Bacaan(teks, masalah=str(penolakan))
    dasar = Bacaan(teks, satuan=_satuan(urai), keterangan=urai.keterangan)
    if kebiasaan is not None and kebiasaan not in calon:
        return _tolak_bertentangan(dasar, next(iter(calon.values())), kebiasaan, bersih)
    if kebiasaan is None and len(set(calon.values())) > 1:
        return _tanyakan(dasar, calon, bersih)
    terpilih = calon[kebiasaan] if kebiasaan else next(iter(calon.values()))
    return replace(dasar, nilai=terpilih.nilai, desimal=terpilih.desimal)


def tentukan_kebiasaan(kolom: Iterable[str]) -> Kebiasaan | None:
    """Decide the habit of a column from the cells that can be read in one way only.

    None when no cell shows it (whole numbers, only "3.000"-like cells) or when cells contradict each other.
    """
    bukti = {satu for teks in kolom if (satu := _bukti(teks)) is not None}
    return bukti.pop() if len(bukti) == 1 else None


def _bukti(teks: str) -> Kebiasaan | None:
    bersih = bersihkan(teks)
    if is_kosong(bersih):
        return None
    try:
        calon = _hitung_calon(urai_angka(bersih), bersih)
    except TeksDitolak:
        return None
    return next(iter(calon)) if len(calon) == 1 else None


def _hitung_calon(urai: Urai, bersih: str) -> dict[Kebiasaan, _Nilai]:
    """Return what the text means under each habit that can read it: one or two entries, thousands first."""
    calon = {
        kebiasaan: _hitung(urai, cocok["bulat"], cocok["pecahan"] or "")
        for kebiasaan, bentuk in _BENTUK.items()
        if (cocok := bentuk.fullmatch(urai.inti))
    }
    if urai.rupiah and urai.skala == 0 and len(set(calon.values())) > 1:
        # Rupiah has two decimals at most, so the "." of "Rp 806.279" can only group thousands.
        calon = {kebiasaan: nilai for kebiasaan, nilai in calon.items() if nilai.desimal == 0}
    if not calon:
        raise TeksDitolak(bersih, "salah letak titik atau komanya. Tulis seperti 1.234.567,89.")
    return dict(sorted(calon.items(), key=lambda pasangan: pasangan[1].desimal))


def _hitung(urai: Urai, bulat: str, pecahan: str) -> _Nilai:
    desimal = len(pecahan) - urai.skala
    digit = bulat.replace(".", "").replace(",", "") + pecahan
    # Built from text, because arithmetic on Decimal would round to the 28 digits of the context.
    nilai = Decimal(f"{digit}E{-desimal}") if desimal > 0 else Decimal(digit + "0" * -desimal)
    negatif = urai.negatif and not nilai.is_zero()
    return _Nilai(nilai.copy_negate() if negatif else nilai, desimal)


def _satuan(urai: Urai) -> Satuan | None:
    if urai.persen:
        return Satuan.PERSEN
    return Satuan.RUPIAH if urai.rupiah else None


def _tanyakan(dasar: Bacaan, calon: dict[Kebiasaan, _Nilai], bersih: str) -> Bacaan:
    pilihan = tuple(nilai.nilai for nilai in calon.values())
    tulisan = " atau ".join(_tulis_tegas(nilai, dasar.satuan, Kebiasaan.KOMA) for nilai in pilihan)
    masalah = f"{kutip(bersih)} dapat dibaca dengan dua cara: ribuan atau desimal. Tulis {tulisan}."
    return replace(dasar, pilihan=pilihan, masalah=masalah)


def _tolak_bertentangan(dasar: Bacaan, terbaca: _Nilai, kebiasaan: Kebiasaan, bersih: str) -> Bacaan:
    tulisan = _tulis_tegas(terbaca.nilai, dasar.satuan, kebiasaan)
    masalah = (
        f"{kutip(bersih)} tidak sesuai dengan kolom ini, yang memakai {kebiasaan} sebagai tanda desimal. "
        f"Bila maksudnya memang demikian, tulis {tulisan}."
    )
    return replace(dasar, pilihan=(terbaca.nilai,), masalah=masalah)


def _tulis_tegas(nilai: Decimal, satuan: Satuan | None, kebiasaan: Kebiasaan) -> str:
    """Write a value so that it can be read in one way only: no grouping, and never three decimals."""
    bulat, _, pecahan = format(nilai, "f").partition(".")
    pecahan = pecahan.rstrip("0")
    if len(pecahan) == 3:
        pecahan += "0"
    teks = f"{bulat}{_TANDA_DESIMAL[kebiasaan]}{pecahan}" if pecahan else bulat
    return f"{teks}%" if satuan is Satuan.PERSEN else teks
