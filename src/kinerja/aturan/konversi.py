"""Conversion between the 25–100 scale and the 1–4 scale of service surveys (PermenPANRB 14/2017)."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from kinerja.aturan.pecahan import to_desimal, to_pecahan

PEMBAGI_SURVEI: Final = Decimal(25)


def convert_skala(nilai: Decimal, pembagi: Decimal | int = PEMBAGI_SURVEI) -> Decimal:
    """From the large scale to the small one: 100 -> 4. ZeroDivisionError when `pembagi` is zero."""
    return to_desimal(to_pecahan(nilai) / to_pecahan(pembagi))


def revert_skala(nilai: Decimal, pembagi: Decimal | int = PEMBAGI_SURVEI) -> Decimal:
    """From the small scale back to the large one: 4 -> 100."""
    return to_desimal(to_pecahan(nilai) * to_pecahan(pembagi))
