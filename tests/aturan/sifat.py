"""Run a property against an implementation; a planted mutant must break the same property."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

SETELAN = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)

TANPA_MENYUSUT = settings(SETELAN, phases=[Phase.generate])

bilangan = st.decimals(min_value=-10_000, max_value=10_000, places=3, allow_nan=False, allow_infinity=False)
positif = st.decimals(min_value="0.001", max_value=10_000, places=3, allow_nan=False, allow_infinity=False)
cacah = st.integers(0, 500)


def periksa(
    sifat: Callable[..., None],
    *strategi: st.SearchStrategy[Any],
    dengan: Any,
    setelan: settings = SETELAN,
) -> None:
    """Assert `sifat(dengan, *contoh)` for many examples."""

    @setelan
    @given(st.tuples(*strategi))
    def jalankan(contoh: tuple[Any, ...]) -> None:
        sifat(dengan, *contoh)

    jalankan()


def periksa_dengan_mutan(
    sifat: Callable[..., None], *strategi: st.SearchStrategy[Any], asli: Any, mutan: Any
) -> None:
    """The real function keeps the property and the mutant is killed by it."""
    periksa(sifat, *strategi, dengan=asli)
    with pytest.raises(AssertionError):
        periksa(sifat, *strategi, dengan=mutan, setelan=TANPA_MENYUSUT)
