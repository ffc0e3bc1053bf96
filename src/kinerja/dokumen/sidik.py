"""The fingerprint of a document: SHA-256 over its canonical JSON, field names and kinds of parts included."""

import dataclasses
import hashlib
import json
from decimal import Decimal
from typing import Any

from kinerja.dokumen.model import Dokumen

_PANJANG_KODE = 12


def compute_sidik(dokumen: Dokumen) -> str:
    """Hex SHA-256 of everything but the code itself."""
    isi = _ke_json(dataclasses.replace(dokumen, kode=""))
    teks = json.dumps(isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(teks.encode()).hexdigest()


def stamp_kode(dokumen: Dokumen) -> Dokumen:
    """The same document with its short code ("7f3a-91c2-04be"), printed on every page."""
    sidik = compute_sidik(dokumen)[:_PANJANG_KODE]
    return dataclasses.replace(dokumen, kode="-".join(sidik[i : i + 4] for i in range(0, _PANJANG_KODE, 4)))


def _ke_json(nilai: Any) -> Any:
    if dataclasses.is_dataclass(nilai):
        # "@" cannot be the name of a field, so the kind of a part never hides one.
        medan = {f.name: _ke_json(getattr(nilai, f.name)) for f in dataclasses.fields(nilai)}
        return {"@": type(nilai).__name__, **medan}
    if isinstance(nilai, tuple):
        return [_ke_json(n) for n in nilai]
    return str(nilai) if isinstance(nilai, Decimal) else nilai
