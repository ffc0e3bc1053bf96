"""Growth against the year before, and the difference in points."""

from __future__ import annotations

from decimal import Decimal

from kinerja.aturan.pecahan import to_desimal, to_pecahan


def compute_pertumbuhan(kini: Decimal, lalu: Decimal) -> Decimal | None:
    """(kini − lalu) / lalu × 100 in percent points; None when `lalu` is zero or negative.

    A percentage of nothing, or of a loss, has no meaning: report `compute_selisih` instead.
    """
    if lalu <= 0:
        return None
    dasar = to_pecahan(lalu)
    return to_desimal((to_pecahan(kini) - dasar) / dasar * 100)


def compute_selisih(kini: Decimal, lalu: Decimal) -> Decimal:
    """kini − lalu, exact, in the unit of the inputs (points for percentages)."""
    return to_desimal(to_pecahan(kini) - to_pecahan(lalu))
