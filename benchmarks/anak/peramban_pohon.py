"""`peramban_pohon ALAMAT COOKIE VALUE CHROMIUM TRACE KALI`: the pohon kinerja in a real browser, its frames while
it is dragged, and the trace of it. The last line is JSON."""

import json
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

LAYAR = {"width": 1366, "height": 768}
LANGKAH = 180
KATEGORI = ["devtools.timeline", "disabled-by-default-devtools.timeline.frame", "toplevel", "benchmark"]
_REKAM = """() => { window.jeda = []; let lalu = 0; const catat = (t) => { if (lalu) window.jeda.push(t - lalu);
lalu = t; if (window.rekam) requestAnimationFrame(catat); }; window.rekam = true; requestAnimationFrame(catat); }"""
_BERHENTI = "() => { window.rekam = false; return window.jeda; }"


def buka(peramban: Browser, alamat: str, kuki: tuple[str, str]) -> Page:
    konteks = peramban.new_context(viewport=LAYAR)
    konteks.add_cookies([{"name": kuki[0], "value": kuki[1], "url": alamat}])
    halaman = konteks.new_page()
    halaman.goto(alamat)
    halaman.wait_for_selector(".pohon-gambar [data-n]")
    return halaman


def ukur_buka(peramban: Browser, alamat: str, kuki: tuple[str, str]) -> list[float]:
    """First contentful paint and the moment the picture stands, milliseconds from the click, with an empty cache."""
    halaman = buka(peramban, alamat, kuki)
    siap = halaman.evaluate("performance.now()")
    cat = halaman.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    halaman.context.close()
    return [cat, siap]


def seret(halaman: Page) -> list[float]:
    """Milliseconds between frames while the picture is dragged to and fro for some three seconds."""
    kotak = halaman.locator("[data-pohon]").bounding_box()
    assert kotak is not None
    x, y = kotak["x"] + kotak["width"] / 2, kotak["y"] + min(kotak["height"], 300) / 2
    halaman.mouse.move(x, y)
    halaman.mouse.down()
    halaman.evaluate(_REKAM)
    for n in range(LANGKAH):
        arah = 1 if (n // 45) % 2 else -1
        x, y = x + arah * 4, y + arah * -3
        halaman.mouse.move(x, y)
        halaman.wait_for_timeout(12)
    jeda = halaman.evaluate(_BERHENTI)
    halaman.mouse.up()
    return jeda


def baca_jejak(berkas: Path) -> dict[str, float]:
    """From the trace: frames drawn and dropped, the longest task of the page's main thread in milliseconds."""
    peristiwa = json.loads(berkas.read_text())["traceEvents"]
    utas = {
        (p["pid"], p["tid"])
        for p in peristiwa
        if p["name"] == "thread_name" and p["args"]["name"] == "CrRendererMain"
    }
    tugas = [
        p["dur"] / 1000
        for p in peristiwa
        if "dur" in p and p["name"].endswith("RunTask") and (p["pid"], p["tid"]) in utas
    ]
    return {
        "gambar": sum(p["name"] == "DrawFrame" for p in peristiwa),
        "gugur": sum(p["name"] == "DroppedFrame" for p in peristiwa),
        "tugas": max(tugas, default=0),
    }


def main() -> None:
    alamat, nama, nilai, chromium, jejak, kali = sys.argv[1:]
    kuki = (nama, nilai)
    with sync_playwright() as p:
        peramban = p.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        # Every process of the server has answered once before it is measured.
        for _ in range(4):
            ukur_buka(peramban, alamat, kuki)
        dibuka = [ukur_buka(peramban, alamat, kuki) for _ in range(int(kali))]
        hasil: dict[str, object] = {"buka": dibuka}
        halaman = buka(peramban, alamat, kuki)
        for sebutan, tombol in (("buka semua", ["buka"]), ("seluruhnya", ["muat"])):
            for satu in tombol:
                halaman.click(f"[data-pohon-laku={satu}]")
            halaman.wait_for_timeout(400)
            peramban.start_tracing(page=halaman, path=jejak, categories=KATEGORI)
            jeda = seret(halaman)
            peramban.stop_tracing()
            hasil[sebutan] = {"jeda": jeda, **baca_jejak(Path(jejak))}
        peramban.close()
    print(json.dumps(hasil))


if __name__ == "__main__":
    main()
