"""Exact decimals in the database.

SQLite keeps 15 significant digits of a DecimalField and sums it as a float. `AngkaField` therefore stores
ten-thousandths as a 64-bit integer: exact on SQLite and PostgreSQL, in sums too, up to 922 trillion.
"""

from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

DESIMAL = 4
SKALA = 10**DESIMAL
TERBESAR = Decimal(2**63 - 1) / SKALA


# Counts repeat: of a hundred thousand numbers in a year's workbook most are small and seen before.
@lru_cache(maxsize=4096)
def _ke_bulat(angka: Decimal) -> int:
    berskala = angka.scaleb(DESIMAL)
    if berskala != berskala.to_integral_value():
        raise ValidationError(f"{angka} memakai lebih dari {DESIMAL} desimal")
    return int(berskala)


@lru_cache(maxsize=4096)
def _dari_bulat(bulat: int | Decimal) -> Decimal:
    return Decimal(bulat).scaleb(-DESIMAL)


class AngkaField(models.BigIntegerField):
    """A Decimal with at most four decimals, kept as an integer of ten-thousandths.

    Raises ValidationError for a value that would lose digits, is not finite or does not fit.
    """

    description = "angka desimal eksak (empat desimal)"
    # The bounds BigIntegerField checks by default are of the stored integer, not of the number.
    default_validators: list[Any] = []

    @property
    def validators(self) -> list[Any]:
        return list(self._validators)

    def to_python(self, value: Any) -> Decimal | None:
        if value is None or isinstance(value, Decimal):
            return value
        if isinstance(value, float):
            raise ValidationError(f"{value!r} adalah float; pakai Decimal")
        try:
            return Decimal(value)
        except InvalidOperation as galat:
            raise ValidationError(f"{value!r} bukan angka") from galat

    def get_prep_value(self, value: Any) -> int | None:
        angka = self.to_python(value)
        if angka is None:
            return None
        if not angka.is_finite() or abs(angka) > TERBESAR:
            raise ValidationError(f"{angka} di luar jangkauan angka")
        return _ke_bulat(angka)

    def from_db_value(self, value: Any, *_: Any) -> Decimal | None:
        # Sums arrive as int from SQLite and as Decimal from PostgreSQL.
        return None if value is None else _dari_bulat(value)

    def value_to_string(self, obj: models.Model) -> str:
        nilai = self.value_from_object(obj)
        return "" if nilai is None else str(nilai)
