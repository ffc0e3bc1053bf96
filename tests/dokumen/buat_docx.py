"""Word files made by hand, tag by tag: what the tests of the DOCX reader need and no program writes on demand."""

from __future__ import annotations

import io
import zipfile

_NAMA = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
JENIS = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
HUBUNGAN = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def p(isi: str, gaya: str = "", sifat: str = "") -> str:
    """A paragraph with one run, or with the runs given as markup."""
    awal = f'<w:pStyle w:val="{gaya}"/>' if gaya else ""
    lari = isi if isi.startswith("<") else f"<w:r><w:t>{isi}</w:t></w:r>"
    return f"<w:p><w:pPr>{awal}{sifat}</w:pPr>{lari}</w:p>"


def tc(isi: str, sifat: str = "") -> str:
    return f"<w:tc><w:tcPr>{sifat}</w:tcPr>{isi if isi.startswith('<') else p(isi)}</w:tc>"


def tr(*sel: str, sifat: str = "") -> str:
    return f"<w:tr><w:trPr>{sifat}</w:trPr>{''.join(sel)}</w:tr>"


def tbl(*baris: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(baris)}</w:tbl>"


def buat_docx(badan: str, gaya: str | None = "", **lain: str) -> bytes:
    """The file; `gaya` is the content of styles.xml (None: no such part), `lain` further parts by name."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("[Content_Types].xml", JENIS)
        arsip.writestr("_rels/.rels", HUBUNGAN)
        arsip.writestr("word/document.xml", f"<w:document {_NAMA}><w:body>{badan}</w:body></w:document>")
        if gaya is not None:
            arsip.writestr("word/styles.xml", f"<w:styles {_NAMA}>{gaya}</w:styles>")
        for nama, isi in lain.items():
            arsip.writestr(nama, isi)
    return keluar.getvalue()
