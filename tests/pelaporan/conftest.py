"""The sample office: read and composed once, rendered once, and gone from the database before any test runs.

What a report is made of is read in a handful of queries and asks the database nothing afterwards, so these
fixtures outlive the transaction they were read in, and no other test ever sees the sample's rows.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

import pytest
from django.db import transaction
from tests.basisdata.dunia import Dunia, make_dunia, make_target
from tests.web.kantor_contoh import KUNCI, TAHUN, load_contoh

from kinerja.dokumen.model import Dokumen
from kinerja.organisasi.models import Satker
from kinerja.pelaporan.lkjip.susun import compose_lkjip
from kinerja.pelaporan.operations import HasilLaporan, make_lkjip
from kinerja.pelaporan.queries import DataLaporan, get_data_laporan


@pytest.fixture
def kantor_contoh(db) -> Satker:
    """The sample office in the database; a test may change it."""
    load_contoh()
    return Satker.objects.get(kunci=KUNCI)


@pytest.fixture
def dunia(db) -> Dunia:
    """The smallest world that promised anything."""
    d = make_dunia()
    make_target(d, nilai=Decimal(80))
    return d


@contextmanager
def kantor_sementara(django_db_blocker) -> Iterator[Satker]:
    """The sample office, rolled back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_contoh()
        yield Satker.objects.get(kunci=KUNCI)
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def data_contoh(django_db_setup, django_db_blocker) -> DataLaporan:
    """Everything the report of 2023 is made of."""
    with kantor_sementara(django_db_blocker) as satker:
        return get_data_laporan(satker, TAHUN)


@pytest.fixture(scope="session")
def dokumen_contoh(data_contoh: DataLaporan) -> Dokumen:
    """The report of 2023 as a document."""
    return compose_lkjip(data_contoh)


@pytest.fixture(scope="session")
def laporan_contoh(
    django_db_setup, django_db_blocker, tmp_path_factory: pytest.TempPathFactory
) -> HasilLaporan:
    """The report of 2023 as files."""
    folder = tmp_path_factory.mktemp("laporan") / "hasil"
    with kantor_sementara(django_db_blocker) as satker:
        return make_lkjip(satker=satker, tahun=TAHUN, format=("pdf", "docx", "html"), folder=folder)
