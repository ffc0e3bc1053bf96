"""What any set of choices of the instansi can do: print itself, and read a choice from its key.

A set is a frozen record whose fields are named after parameter files; a key is the text a choice is stored as.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any, Final, Self, get_type_hints

from kinerja.aturan.kategori import list_skala
from kinerja.aturan.parameter import BelumBerlaku, load_parameter
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.angka import Kebiasaan, Satuan, baca_angka
from kinerja.dasar.cetak import cetak_angka

Nilai = Decimal | bool | str | None
"""The value of a choice; None: it is not used."""
_TANPA: Final = "tanpa"
_AWALAN_SKALA: Final = "skala_"
_ANGKA: Final = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class ButirPengaturan:
    """One choice as the report prints it; `kode` is its field, `kunci` its key, the `bawaan` ones its default."""

    nama: str
    nilai_cetak: str
    penjelasan: str
    dasar: str
    kode: str
    kunci: str
    bawaan: str
    bawaan_cetak: str

    @property
    def menyimpang(self) -> bool:
        """Whether the instansi chose something else than the default."""
        return self.kunci != self.bawaan


@dataclass(frozen=True, slots=True)
class KumpulanPilihan:
    """The base of a set of choices; every field has a default."""

    def daftar(self) -> tuple[ButirPengaturan, ...]:
        """Every choice in field order, in Indonesian, for the report's chapter on rules."""
        return tuple(
            _describe(f.name, getattr(self, f.name), getattr(type(self)(), f.name)) for f in fields(self)
        )

    @classmethod
    def baca(cls, pilihan: Mapping[str, str]) -> tuple[Self, tuple[Temuan, ...]]:
        """The set with those choices (field -> key), the default for the rest and for every key with a finding.

        Keys of fields this set does not have are left to others.
        """
        isi: dict[str, Any] = {}
        temuan: list[Temuan] = []
        for satu in fields(cls):
            if satu.name in pilihan:
                nilai, masalah = _baca_pilihan(satu.name, pilihan[satu.name], get_type_hints(cls)[satu.name])
                temuan += masalah
                isi |= {} if masalah else {satu.name: nilai}
        return cls(**isi), tuple(temuan)


def name_pilihan(nilai: Nilai) -> str:
    """The key of a choice in its parameter file: "tanpa", "ya", "tidak", a number or the choice itself."""
    if nilai is None:
        return _TANPA
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    return format(nilai, "f") if isinstance(nilai, Decimal) else str(nilai)


def list_pilihan(kode: str) -> tuple[tuple[str, str], ...]:
    """(key, wording) of everything that may be chosen by name; a `rentang` of numbers comes besides.

    ParameterTidakDikenal for an unknown kode.
    """
    tetap = tuple(load_parameter(kode).pilihan.items())
    skala = list_skala() if kode.startswith(_AWALAN_SKALA) else ()
    return (*tetap, *((s, load_parameter(s).uraian) for s in skala))


def describe_nilai(kode: str, kunci: str) -> str:
    """The wording of a stored key; the key itself where the program no longer knows it."""
    if kata := dict(list_pilihan(kode)).get(kunci):
        return kata
    return f"{cetak_angka(Decimal(kunci))}%" if _is_angka(kode, kunci) else kunci


def parse_kunci(kode: str, teks: str, pada: date) -> tuple[str, tuple[Temuan, ...]]:
    """The key of what somebody chose or typed ("120", "112,5%"), and why it cannot be chosen from `pada` on.

    ParameterTidakDikenal for an unknown kode.
    """
    bersih = teks.strip()
    if bersih in dict(list_pilihan(kode)):
        return bersih, _periksa_berlaku(bersih, pada) if bersih in list_skala() else ()
    bacaan = baca_angka(bersih, kebiasaan=Kebiasaan.KOMA)
    polos = bacaan.nilai is not None and bacaan.satuan is not Satuan.RUPIAH and not bacaan.keterangan
    kunci = name_pilihan(bacaan.nilai.normalize()) if bacaan.nilai is not None and polos else bersih
    return (kunci, ()) if polos and _is_angka(kode, kunci) else (bersih, (_temuan_asing(kode, bersih),))


def _describe(kode: str, nilai: Nilai, bawaan: Nilai) -> ButirPengaturan:
    parameter = load_parameter(kode)
    kunci, semula = name_pilihan(nilai), name_pilihan(bawaan)
    return ButirPengaturan(
        nama=parameter.uraian,
        nilai_cetak=describe_nilai(kode, kunci),
        penjelasan=parameter.penjelasan,
        dasar=parameter.nilai[-1].dasar_hukum,
        kode=kode,
        kunci=kunci,
        bawaan=semula,
        bawaan_cetak=describe_nilai(kode, semula),
    )


def _is_angka(kode: str, kunci: str) -> bool:
    """Whether that key is a number the parameter allows."""
    rentang = load_parameter(kode).rentang
    if rentang is None or not _ANGKA.fullmatch(kunci):
        return False
    return rentang[0] <= Decimal(kunci) <= rentang[1]


def _baca_pilihan(kode: str, kunci: str, jenis: Any) -> tuple[Nilai, tuple[Temuan, ...]]:
    if kunci not in dict(list_pilihan(kode)):
        if _is_angka(kode, kunci):
            return Decimal(kunci), ()
        return None, (_temuan_asing(kode, kunci),)
    if kunci == _TANPA:
        return None, ()
    if jenis is bool:
        return kunci == "ya", ()
    return (jenis(kunci) if isinstance(jenis, type) else kunci), ()


def _temuan_asing(kode: str, kunci: str) -> Temuan:
    parameter = load_parameter(kode)
    cara = [f"“{kata}”" for _kunci, kata in list_pilihan(kode)]
    if parameter.rentang is not None:
        bawah, atas = map(cetak_angka, parameter.rentang)
        cara.append(f"angka dari {bawah} sampai {atas}")
    pesan = f"“{kunci}” bukan pilihan untuk pengaturan “{parameter.uraian}”."
    return Temuan("pilihan_asing", pesan, f"Pilih {', '.join(cara[:-1])}, atau {cara[-1]}.")


def _periksa_berlaku(skala: str, pada: date) -> tuple[Temuan, ...]:
    parameter = load_parameter(skala)
    try:
        parameter.pada(pada)
    except BelumBerlaku:
        awal = parameter.nilai[0].mulai.year
        pesan = f"{parameter.uraian} belum berlaku pada tahun {pada.year}."
        return (Temuan("skala_belum_berlaku", pesan, f"Pilih tahun {awal} atau sesudahnya."),)
    return ()
