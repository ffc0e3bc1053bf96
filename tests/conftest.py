"""Fixtures for all rooms: programs of the machine, and which tests run on both database engines."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.test import TransactionTestCase

if TYPE_CHECKING:
    from tests.basisdata.dunia import Dunia

AKAR = Path(__file__).resolve().parent.parent
MEMAKAI_BASIS_DATA = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that touches the database, so that `-m basisdata` runs them all on PostgreSQL too."""
    for item in items:
        memakai = MEMAKAI_BASIS_DATA.intersection(getattr(item, "fixturenames", ()))
        if (memakai or item.get_closest_marker("django_db")) and not item.get_closest_marker("satu_mesin"):
            item.add_marker(pytest.mark.basisdata)


def pytest_report_header() -> list[str]:
    from django.db import connection  # noqa: PLC0415 settings must not be read while conftest is imported

    return [f"database: {connection.vendor}"]


@pytest.fixture(scope="session", autouse=True)
def _buang_jejak_uji() -> Iterator[None]:
    """What a test wrote is thrown away, the trail too; the database refuses that to anybody else."""
    from tests.basisdata.pemicu_uji import tanpa_pemicu  # noqa: PLC0415 settings are not read while conftest is

    semula = TransactionTestCase._fixture_teardown

    def buang(uji: TransactionTestCase) -> None:
        with tanpa_pemicu():
            semula(uji)

    TransactionTestCase._fixture_teardown = buang
    yield
    TransactionTestCase._fixture_teardown = semula


@pytest.fixture(scope="session")
def akar() -> Path:
    """The folder of the repository."""
    return AKAR


@pytest.fixture
def dunia(db: None) -> "Dunia":
    """One row of everything a constraint looks at (see `tests/basisdata/dunia.py`)."""
    from tests.basisdata.dunia import make_dunia  # noqa: PLC0415 models must not be read while conftest is imported

    return make_dunia()


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the installed browser; the test is skipped, saying so, where there is none."""
    return _find_program("chromium", "google-chrome", "chromium-browser")


@pytest.fixture(scope="session")
def soffice() -> str:
    """Path of LibreOffice; the test is skipped, saying so, where there is none."""
    return _find_program("soffice", "libreoffice")


def _find_program(*nama: str) -> str:
    for calon in nama:
        if letak := shutil.which(calon):
            return letak
    pytest.skip(
        f"{nama[0]} is not installed on this machine (make test installs it when root and apt-get are there)"
    )
