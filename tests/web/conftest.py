"""A real browser on the sample office."""

import pytest
from playwright.sync_api import sync_playwright
from tests.web.kantor_contoh import load_contoh


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


@pytest.fixture
def lembar(peramban):
    """Opens a tab; fails the test when the browser reports an error (a blocked style or script is one)."""
    keluhan: list[str] = []
    dibuka = []

    def buka(ukuran: dict[str, int], **lain):
        satu = peramban.new_context(viewport=ukuran, **lain).new_page()
        satu.on("console", lambda pesan: keluhan.append(pesan.text) if pesan.type == "error" else None)
        satu.on("pageerror", lambda galat: keluhan.append(str(galat)))
        dibuka.append(satu)
        return satu

    yield buka
    for satu in dibuka:
        satu.context.close()
    assert keluhan == []
