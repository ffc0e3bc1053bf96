"""All dated parameters and choices of the rules, with their article and how certain it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kinerja.aturan.parameter import Isi, Kepastian, Parameter, list_parameter, load_parameter
from kinerja.aturan.pengaturan import PENGATURAN_BAWAAN
from kinerja.aturan.pilihan import ButirPengaturan
from kinerja.dasar.cetak import cetak_angka

KEPASTIAN: Mapping[Kepastian, str | Promise] = {
    Kepastian.PRIMER: _("naskah aslinya dibaca"),
    Kepastian.SEKUNDER: _("menurut sumber kedua"),
    Kepastian.TERUJI: _("terbukti pada data"),
    Kepastian.INGATAN: _("perlu dipastikan instansi"),
}


@dataclass(frozen=True, slots=True)
class HalamanAturan:
    """Everything on the page."""

    pengaturan: tuple[ButirPengaturan, ...]
    rumus: tuple[Parameter, ...]
    pilihan: tuple[Parameter, ...]


def sajikan_aturan() -> HalamanAturan:
    """Rules that hold for everyone, and those an instansi chooses."""
    semua = [load_parameter(nama) for nama in list_parameter()]
    return HalamanAturan(
        pengaturan=PENGATURAN_BAWAAN.daftar(),
        rumus=tuple(p for p in semua if not p.pengaturan),
        pilihan=tuple(p for p in semua if p.pengaturan),
    )


def uraikan(isi: Isi) -> tuple[str, ...]:
    """The content of a parameter as lines of text."""
    return tuple(_baris(isi))


def _baris(isi: Isi) -> Iterator[str]:
    if isinstance(isi, Decimal):
        yield cetak_angka(isi)
    elif isinstance(isi, str):
        yield isi
    elif isinstance(isi, Mapping):
        yield "; ".join(
            f"{kunci.replace('_', ' ')}: {' '.join(_baris(nilai))}" for kunci, nilai in isi.items()
        )
    else:
        for satu in isi:
            yield from _baris(satu)
