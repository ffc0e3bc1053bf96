"""The office without faults, composed once and gone from the database before any test runs."""

import pytest
from django.db import transaction
from tests.telaah.kantor_baik import TAHUN, make_kantor_baik

from kinerja.dokumen.model import Dokumen
from kinerja.pelaporan.kelengkapan import list_celah
from kinerja.pelaporan.lkjip.susun import compose_lkjip
from kinerja.pelaporan.queries import get_data_laporan


@pytest.fixture(scope="session")
def dokumen_baik(django_db_setup, django_db_blocker) -> Dokumen:
    """Its report of the year, in which nothing is missing."""
    with django_db_blocker.unblock(), transaction.atomic():
        data = get_data_laporan(make_kantor_baik(), TAHUN)
        assert list_celah(data) == []
        dokumen = compose_lkjip(data)
        transaction.set_rollback(True)
    return dokumen
