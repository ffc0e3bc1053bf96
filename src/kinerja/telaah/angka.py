"""Printed numbers of a foreign document, also those that lost their blanks or were broken over lines."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from kinerja.aturan.telaah.selang import Cetakan
from kinerja.dasar.angka import Bacaan, Kebiasaan, Satuan, baca_angka
from kinerja.telaah.kosakata import load_kosakata

# "98, 54" and "-18, 12%" are one number; "1, 2022" and "5, 250" are not.
POLA_ANGKA = re.compile(
    r"(?<![\w.,/-])(?:Rp\.?\s*)?[-−–]?\s?\d+(?:[.,]\d+)*(?:,\s\d{1,2}(?![\d.,]))?(?:,-)?\s?%?(?![\w/]|[.,]\d|[-–]\d)"
)
_TANPA_DESIMAL = re.compile(r"\d{1,3}(\.\d{3})+")


@lru_cache(maxsize=50_000)
def baca_cetakan(teks: str) -> tuple[Cetakan, str] | None:
    """The printed number and its unit ("%", "Rp" or ""); None for what is not surely one number.

    An Indonesian report writes a decimal comma; a number that cannot be read so is read with a decimal point.
    """
    bacaan = _baca(teks.removesuffix(",-").removesuffix(".-"))
    if bacaan is None or bacaan.nilai is None:
        return None
    satuan = {Satuan.PERSEN: "%", Satuan.RUPIAH: "Rp", None: ""}[bacaan.satuan]
    if not satuan and len(re.findall(r"\.\d{3}", teks)) >= 2:
        satuan = "Rp"
    return Cetakan(teks.strip(), bacaan.nilai, bacaan.desimal, satuan == "Rp"), satuan


def _baca(teks: str) -> Bacaan | None:
    rapat = re.sub(r"(?<=[-−–])\s+(?=\d)", "", teks.strip())
    bacaan = baca_angka(rapat, kebiasaan=Kebiasaan.KOMA)
    if bacaan.masalah:
        bacaan = baca_angka(rapat)
    return None if bacaan.masalah or bacaan.kosong else bacaan


def is_hitungan(satuan: str) -> bool:
    """Whether a unit counts things, so that its numbers are exact."""
    pertama = satuan.casefold().split()[:1]
    return bool(pertama) and pertama[0] in load_kosakata().daftar["satuan_hitung"]


def pastikan(cetakan: Cetakan) -> Cetakan:
    """The same print, its digits taken as the whole value."""
    return Cetakan(cetakan.teks, cetakan.nilai, cetakan.desimal, persis=True)


def is_rupiah(teks: str) -> bool:
    """Whether the text is an amount written with at least two groups of thousands, or with "Rp"."""
    return "rp" in teks.casefold() or len(re.findall(r"\.\d{3}", teks)) >= 2


def bulat(teks: str) -> int | None:
    """The value of a short whole number written with digits only (a row number), else None."""
    inti = teks.strip().rstrip(".)")
    return int(inti) if re.fullmatch(r"\d{1,3}", inti) else None


def nilai_kasar(teks: str) -> Decimal | None:
    """The value of a text, when it is one number."""
    cetakan = baca_cetakan(teks)
    return None if cetakan is None else cetakan[0].nilai
