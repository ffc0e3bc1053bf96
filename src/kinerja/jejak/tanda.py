"""The key of the trail and what it signs."""

import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from kinerja.dokumen.sidik import write_kanonik

PANJANG_KUNCI = 32
"""A shorter key could be guessed."""


class KunciJejakTidakAda(ImproperlyConfigured):
    """KINERJA_KUNCI_JEJAK is missing or too short, and this is no development installation."""


def get_kunci() -> bytes:
    """The key that signs the trail. Raises KunciJejakTidakAda."""
    kunci = settings.KUNCI_JEJAK.strip()
    if len(kunci) < PANJANG_KUNCI:
        raise KunciJejakTidakAda(
            f"KINERJA_KUNCI_JEJAK belum diisi atau kurang dari {PANJANG_KUNCI} huruf. Isi dengan kunci rahasia "
            "yang disimpan di luar folder data; untuk mencoba saja, isi KINERJA_MODE=pengembangan."
        )
    return kunci.encode()


def compute_tanda(isi: Mapping[str, Any]) -> str:
    """Hex HMAC-SHA256 of the canonical JSON of `isi`, field names included."""
    return hmac.new(get_kunci(), write_kanonik(isi).encode(), hashlib.sha256).hexdigest()


def is_sama(satu: str, dua: str) -> bool:
    """Compare two signatures in constant time."""
    return hmac.compare_digest(satu.encode(), dua.encode())
