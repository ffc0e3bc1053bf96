"""What the browser tests ask of a page, and the screens they look at it on."""

from axe_playwright_python.sync_playwright import Axe

LAYAR = {"meja": {"width": 1366, "height": 768}, "genggam": {"width": 390, "height": 844}}
ATURAN_AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,
}


def find_pelanggaran(lembar) -> list[str]:
    """What axe finds wrong on the page, one example of each."""
    hasil = Axe().run(lembar, options=ATURAN_AXE)
    return [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in hasil.response["violations"]]


def hitung_luapan(lembar) -> int:
    """How many pixels the page is wider than the screen."""
    return lembar.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
