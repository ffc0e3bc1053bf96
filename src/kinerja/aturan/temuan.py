"""What a rule found: a code to quote, what is wrong in words, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding on something a person did; `pesan` and `cara` are Indonesian sentences for that person."""

    kode: str
    pesan: str
    cara: str
