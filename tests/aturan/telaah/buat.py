"""Facts for the tests of the checks, with as few words as possible."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kinerja.aturan.telaah.fakta import Fakta, Jenis, Kaitan, Lingkup, Pokok, Rumus, Tempat
from kinerja.aturan.telaah.selang import Cetakan

POKOK = Pokok("indikator:kegiatan:a", "Jumlah layanan", Lingkup.INDIKATOR)


def cetakan(teks: str, *, persis: bool = False) -> Cetakan:
    """A number as Indonesians print it."""
    polos = teks.rstrip("%").replace(".", "").replace(",", ".")
    return Cetakan(teks, Decimal(polos), len(polos.partition(".")[2]), persis)


def fakta(
    teks: str, jenis: Jenis = Jenis.NILAI, apa: Pokok = POKOK, *, baris: int = 1, ke: int = 1, **lain: Any
) -> Fakta:
    persis = bool(lain.pop("persis", False))
    lain.setdefault("tahun", 2023)
    return Fakta(apa, jenis, cetakan(teks, persis=persis), Tempat(baris=baris, tabel_ke=ke), **lain)


def kaitan(rumus: Rumus, masukan: list[str], hasil: str, jenis: Jenis = Jenis.NILAI, **lain: Any) -> Kaitan:
    persis = bool(lain.pop("persis", True))
    lain["tetapan"] = tuple(Decimal(satu) for satu in lain.get("tetapan", ()))
    semua = tuple(fakta(teks, persis=persis, baris=i) for i, teks in enumerate(masukan, 1))
    return Kaitan(rumus, semua, fakta(hasil, jenis, baris=9), **lain)
