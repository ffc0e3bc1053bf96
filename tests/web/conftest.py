"""A real browser on the sample office, and readers who are logged in."""

import pytest
from django.conf import settings
from django.test import Client, SimpleTestCase
from playwright.sync_api import sync_playwright
from tests.web.kantor_contoh import load_contoh
from tests.web.orang import KlienMasuk, login, make_pembaca


@pytest.fixture(autouse=True)
def _masuk(request) -> None:
    """`self.client` of a TestCase in this folder is logged in, like the fixture `client`."""
    if request.cls is not None and issubclass(request.cls, SimpleTestCase):
        request.cls.client_class = KlienMasuk


@pytest.fixture
def client(request) -> Client:
    """A browser of somebody who may read everything; without a database, of somebody unknown."""
    memakai = "db" in request.fixturenames or request.node.get_closest_marker("django_db")
    return KlienMasuk() if memakai else Client()


@pytest.fixture
def tamu() -> Client:
    """A browser of somebody who is not logged in."""
    return Client()


@pytest.fixture(scope="module")
def peramban(chromium):
    with sync_playwright() as p:
        satu = p.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield satu
        satu.close()


@pytest.fixture
def situs(live_server) -> str:
    load_contoh()
    return live_server.url


def _buka_konteks(peramban, request, ukuran, lain):
    sebagai_tamu = lain.pop("tamu", False)
    konteks = peramban.new_context(viewport=ukuran, **lain)
    if not sebagai_tamu and "situs" in request.fixturenames:
        satu = Client()
        login(satu, make_pembaca())
        nilai = satu.cookies[settings.SESSION_COOKIE_NAME].value
        konteks.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": nilai, "url": request.getfixturevalue("situs")}]
        )
    return konteks


@pytest.fixture
def lembar(peramban, request):
    """Opens a tab, logged in unless `tamu`; fails on an error in the browser (a blocked style or script is one)."""
    keluhan: list[str] = []
    dibuka = []

    def buka(ukuran: dict[str, int], **lain):
        satu = _buka_konteks(peramban, request, ukuran, lain).new_page()
        satu.on("console", lambda pesan: keluhan.append(pesan.text) if pesan.type == "error" else None)
        satu.on("pageerror", lambda galat: keluhan.append(str(galat)))
        dibuka.append(satu)
        return satu

    yield buka
    for satu in dibuka:
        satu.context.close()
    assert keluhan == []
