"""What every writer of a part of the page needs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kinerja.dokumen.model import Dokumen
from kinerja.dokumen.penomoran import Penomoran, nomori

_AWALAN = "lkjip-"
"""Keeps the anchors of the report apart from the ids of the page around it."""


@dataclass(frozen=True, slots=True)
class Konteks:
    """`jangkar` maps each id of the document to the id of its element."""

    nomor: Penomoran
    jangkar: dict[str, str]

    @classmethod
    def untuk(cls, dokumen: Dokumen) -> Konteks:
        """Number `dokumen` and give each id an anchor that needs no escaping and that no other id has."""
        nomor = nomori(dokumen)
        dipakai: dict[str, None] = {}
        jangkar = {}
        for urutan, kunci in enumerate(nomor.label):
            nama = _AWALAN + re.sub(r"[^A-Za-z0-9_-]+", "-", kunci)
            if nama in dipakai:
                nama = f"{nama}.{urutan}"
            dipakai[nama] = None
            jangkar[kunci] = nama
        return cls(nomor, jangkar)
