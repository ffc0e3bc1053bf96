"""The sample office: imported once for this folder, its report composed once and rendered once.

The import lives in a transaction that every test's own transaction nests in, and that is rolled back at the
end, so no other folder's test sees it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from tests.web.kantor_contoh import KUNCI, TAHUN, load_contoh

from kinerja.dokumen.model import Dokumen
from kinerja.organisasi.models import Satker
from kinerja.pelaporan.lkjip.susun import compose_lkjip
from kinerja.pelaporan.operations import HasilLaporan, make_lkjip
from kinerja.pelaporan.queries import DataLaporan, get_data_laporan


@pytest.fixture(scope="package")
def kantor_termuat(django_db_setup, django_db_blocker) -> Iterator[Satker]:
    """The sample office in the database, for fixtures that live longer than a test."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_contoh()
        yield Satker.objects.get(kunci=KUNCI)
        transaction.set_rollback(True)


@pytest.fixture
def kantor_contoh(kantor_termuat: Satker, db) -> Satker:
    """The sample office; a test may change the database."""
    return Satker.objects.get(kunci=KUNCI)


@pytest.fixture(scope="package")
def data_contoh(kantor_termuat: Satker) -> DataLaporan:
    """Everything the report of 2023 is made of."""
    return get_data_laporan(kantor_termuat, TAHUN)


@pytest.fixture(scope="package")
def dokumen_contoh(data_contoh: DataLaporan) -> Dokumen:
    """The report of 2023 as a document."""
    return compose_lkjip(data_contoh)


@pytest.fixture(scope="package")
def laporan_contoh(kantor_termuat: Satker, tmp_path_factory: pytest.TempPathFactory) -> HasilLaporan:
    """The report of 2023 as files."""
    folder: Path = tmp_path_factory.mktemp("laporan")
    return make_lkjip(
        satker=kantor_termuat, tahun=TAHUN, format=("pdf", "docx", "html"), folder=folder / "hasil"
    )
