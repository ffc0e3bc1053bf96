"""Named category scales; a category never travels without the name of its scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.aturan.parameter import (
    Isi,
    RujukanAturan,
    as_angka,
    as_peta,
    as_teks,
    list_parameter,
    load_parameter,
)

_AWALAN = "skala_"


@dataclass(frozen=True, slots=True)
class Kategori:
    """A category and the printed name of its scale."""

    nama: str
    skala: str
    aturan: RujukanAturan


def list_skala() -> tuple[str, ...]:
    """Codes of the scales an instansi may choose (the parameters that hold bands)."""
    calon = (load_parameter(nama) for nama in list_parameter() if nama.startswith(_AWALAN))
    return tuple(p.kode for p in calon if isinstance(p.nilai[-1].isi, tuple))


def classify(nilai: Decimal | None, skala: str | None, pada: date) -> Kategori | None:
    """Category of an unrounded value; None without a value or without a scale.

    ParameterTidakDikenal for an unknown scale, BelumBerlaku before it existed.
    """
    if nilai is None or skala is None:
        return None
    parameter = load_parameter(skala)
    pita = next(p for p in map(as_peta, parameter.pada(pada).daftar) if _is_dalam(nilai, p))
    return Kategori(as_teks(pita["nama"]), parameter.uraian, parameter.rujuk(pada, parameter.uraian))


def _is_dalam(nilai: Decimal, pita: Mapping[str, Isi]) -> bool:
    """Bands are listed from the top; the last one has no bound, so one always matches."""
    if "lebih_dari" in pita:
        return nilai > as_angka(pita["lebih_dari"])
    return "minimal" not in pita or nilai >= as_angka(pita["minimal"])
