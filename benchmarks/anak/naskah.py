"""`naskah {CARA} BERKAS`: read a document; the last line is JSON with how many pages, tables and cells came back.

`baca` is the reader of telaah, `terpisah` the same in a guarded process; the others only take out the bare text.
"""

import json
import sys
import zipfile
from pathlib import Path

CARA = sys.argv[1]
BERKAS = Path(sys.argv[2])


def baca_naskah() -> dict[str, int]:
    if CARA == "baca":
        from kinerja.dokumen.baca.berkas import read_naskah as baca  # noqa: PLC0415 each way pays for its own import
    else:
        from kinerja.dokumen.baca.terpisah import read_terpisah as baca  # noqa: PLC0415
    naskah, _ = baca(BERKAS)
    if naskah is None:
        raise SystemExit("unreadable")
    tabel = [t for t in naskah.tabel() if hasattr(t, "kepala")]
    sel = sum(len(b) for t in tabel for b in t.baris)
    return {"blok": len(naskah.blok), "tabel": len(tabel), "sel": sel}


def baca_polos() -> dict[str, int]:
    """Nothing but the letters."""
    if CARA == "pdfium":
        import pypdfium2  # noqa: PLC0415

        with pypdfium2.PdfDocument(BERKAS) as pdf:
            return {"huruf": sum(len(halaman.get_textpage().get_text_range()) for halaman in pdf)}
    if CARA == "huruf":
        return {"huruf": len(BERKAS.read_text("utf-8"))}
    from lxml import etree, html  # noqa: PLC0415

    if CARA == "lxml-docx":
        with zipfile.ZipFile(BERKAS) as arsip:
            akar = etree.fromstring(arsip.read("word/document.xml"))
        return {"huruf": sum(len(t) for t in akar.itertext())}
    if CARA == "lxml-html":
        return {"huruf": len(html.parse(str(BERKAS)).getroot().text_content())}
    from python_calamine import load_workbook  # noqa: PLC0415

    buku = load_workbook(str(BERKAS))
    return {"huruf": sum(len(str(buku.get_sheet_by_name(n).to_python())) for n in buku.sheet_names)}


sys.stdout.write(json.dumps(baca_naskah() if CARA in ("baca", "terpisah") else baca_polos()) + "\n")
