"""What stood in the way of reading a file, as data: told to the user, never raised at him."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.dokumen.baca.naskah import Letak


@dataclass(frozen=True, slots=True)
class Kendala:
    """`kode` is stable ("sandi", "rusak", "pindaian", …); `pesan` says why and what to do; `fatal`: nothing read."""

    kode: str
    pesan: str
    fatal: bool = False
    letak: Letak | None = None
