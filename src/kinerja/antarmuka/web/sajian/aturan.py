"""All dated parameters and choices of the rules, with their article and how certain it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kinerja.aturan.parameter import Isi, Kepastian, Parameter, list_parameter, load_parameter
from kinerja.aturan.pengaturan_instansi import PengaturanInstansi
from kinerja.aturan.pilihan import ButirPengaturan
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.cetak import cetak_angka
from kinerja.organisasi.pengaturan import read_pengaturan

KEPASTIAN: Mapping[Kepastian, str | Promise] = {
    Kepastian.PRIMER: _("naskah aslinya dibaca"),
    Kepastian.SEKUNDER: _("menurut sumber kedua"),
    Kepastian.TERUJI: _("terbukti pada data"),
    Kepastian.INGATAN: _("perlu dipastikan instansi"),
}


@dataclass(frozen=True, slots=True)
class BarisPilihan:
    """A choice in force; `sejak` and `alasan` where the instansi stored one."""

    butir: ButirPengaturan
    sejak: int | None = None
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class HalamanAturan:
    """Everything on the page; `temuan`: stored choices that cannot be used."""

    pengaturan: tuple[BarisPilihan, ...]
    temuan: tuple[Temuan, ...]
    rumus: tuple[Parameter, ...]
    pilihan: tuple[Parameter, ...]


def sajikan_aturan(instansi: int | None, tahun: int) -> HalamanAturan:
    """Rules that hold for everyone, and those an instansi (its satker id) chooses; without one the defaults."""
    semua = [load_parameter(nama) for nama in list_parameter()]
    berlaku = None if instansi is None else read_pengaturan(instansi, tahun)
    isi, pilihan = (berlaku.isi, berlaku.pilihan) if berlaku else (PengaturanInstansi(), {})
    tersimpan = {kode: (p.tahun, p.alasan) for kode, p in pilihan.items()}
    return HalamanAturan(
        pengaturan=tuple(BarisPilihan(b, *tersimpan.get(b.kode, ())) for b in isi.daftar()),
        temuan=berlaku.temuan if berlaku else (),
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
