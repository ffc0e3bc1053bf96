import pytest
from tests.basisdata.dunia import Dunia, make_dunia


@pytest.fixture
def dunia(db) -> Dunia:
    return make_dunia()
