"""The fingerprint of a document: SHA-256 over its canonical JSON, field names and kinds of parts included."""

import dataclasses
import datetime
import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from kinerja.dokumen.model import Dokumen

PANJANG_KODE = 12
"""How many letters of a hash people compare."""


def compute_sidik(dokumen: Dokumen) -> str:
    """Hex SHA-256 of everything but the code itself."""
    return hashlib.sha256(write_kanonik(dataclasses.replace(dokumen, kode="")).encode()).hexdigest()


def write_kanonik(nilai: Any) -> str:
    """The one JSON text of a value: field names sorted, no spaces, decimals and dates as text.

    Takes what JSON knows, and dataclasses, tuples, Decimal, date and datetime (an aware one is written in UTC).
    Raises TypeError for anything else, float included: two machines may print it differently.
    """
    return json.dumps(_ke_json(nilai), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def make_kode(sidik: str) -> str:
    """The short code of a hash: "7f3a-91c2-04be"."""
    return "-".join(sidik[i : i + 4] for i in range(0, PANJANG_KODE, 4))


def stamp_kode(dokumen: Dokumen) -> Dokumen:
    """The same document with its short code, printed on every page."""
    return dataclasses.replace(dokumen, kode=make_kode(compute_sidik(dokumen)))


def _ke_json(nilai: Any) -> Any:
    if isinstance(nilai, str):
        return nilai
    if dataclasses.is_dataclass(nilai):
        # "@" cannot be the name of a field, so the kind of a part never hides one.
        jenis: type = type(nilai)
        medan = {nama: _ke_json(getattr(nilai, nama)) for nama in _list_medan(jenis)}
        return {"@": jenis.__name__, **medan}
    if isinstance(nilai, Mapping):
        return {str(k): _ke_json(n) for k, n in nilai.items()}
    if isinstance(nilai, tuple | list):
        return [_ke_json(n) for n in nilai]
    if isinstance(nilai, datetime.date):
        return _ke_teks(nilai)
    if isinstance(nilai, float):
        raise TypeError(f"{nilai!r} adalah float; pakai Decimal")
    return str(nilai) if isinstance(nilai, Decimal) else nilai


@cache
def _list_medan(jenis: type) -> tuple[str, ...]:
    return tuple(f.name for f in dataclasses.fields(jenis))


def _ke_teks(hari: datetime.date) -> str:
    if isinstance(hari, datetime.datetime) and hari.tzinfo is not None:
        hari = hari.astimezone(datetime.UTC)
    return hari.isoformat()
