"""The words by which prose speaks of numbers, and the small questions asked about words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from kinerja.dasar.berkas_yaml import read_yaml

_BERKAS: Final = Path(__file__).with_name("narasi_kata.yaml")
_KATA: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class KataNarasi:
    """See `narasi_kata.yaml`: `daftar` lists by name, `peta` lists by name and key, `asing` pairs."""

    daftar: dict[str, tuple[str, ...]]
    peta: dict[str, dict[str, tuple[str, ...]]]
    asing: tuple[tuple[str, str], ...]


@cache
def load_kata() -> KataNarasi:
    """Read the file once."""
    isi = read_yaml(_BERKAS.read_bytes())
    asing = tuple((satu[0], satu[1]) for satu in isi.pop("asing"))
    return KataNarasi(
        {nama: tuple(nilai) for nama, nilai in isi.items() if isinstance(nilai, list)},
        {nama: {k: tuple(v) for k, v in n.items()} for nama, n in isi.items() if isinstance(n, dict)},
        asing,
    )


def pecah_kata(teks: str) -> list[str]:
    """The words of a text in small letters, without figures and signs."""
    return _KATA.findall(teks.casefold())


def kata_isi(teks: str) -> frozenset[str]:
    """The words that carry the meaning of a name."""
    abai = load_kata().daftar["abai"]
    return frozenset(satu for satu in pecah_kata(teks) if satu not in abai)


def pilihan(kata: Iterable[str]) -> str:
    """A pattern for any of these words or phrases, the longest first."""
    return "|".join(re.escape(satu) for satu in sorted(kata, key=lambda satu: (-len(satu), satu)))


@cache
def pola_daftar(nama: str) -> re.Pattern[str]:
    """Any phrase of a list as whole words, in small or capital letters."""
    return re.compile(rf"(?i)\b(?:{pilihan(load_kata().daftar[nama])})\b")


def is_memuat(nama: str, teks: str) -> bool:
    """Whether a phrase of a list stands in the text."""
    return pola_daftar(nama).search(teks) is not None
