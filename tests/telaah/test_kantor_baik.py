"""A correct report of our own: nothing is said about it, in whatever file it comes."""

from pathlib import Path

import pytest
from tests.telaah.buku_tabel import write_buku_tabel

from kinerja.dokumen.docx import render_docx
from kinerja.dokumen.html import render_html
from kinerja.dokumen.model import Dokumen
from kinerja.dokumen.pdf import render_pdf
from kinerja.telaah.jalan import telaah_berkas

pytestmark = pytest.mark.django_db

TULIS = {
    "pdf": lambda dokumen: render_pdf(dokumen).isi,
    "docx": render_docx,
    "html": lambda dokumen: render_html(dokumen).encode(),
    "xlsx": write_buku_tabel,
}

FAKTA = {"pdf": 450, "docx": 450, "html": 450, "xlsx": 300}
"""Facts at least. A workbook has no headings, so a table that names its indikator in its caption only tells less."""


@pytest.mark.parametrize("rupa", TULIS)
def test_tidak_ada_temuan(dokumen_baik: Dokumen, tmp_path: Path, rupa: str):
    berkas = tmp_path / f"laporan.{rupa}"
    berkas.write_bytes(TULIS[rupa](dokumen_baik))
    telaah = telaah_berkas(berkas)
    assert telaah.kendala == ()
    assert telaah.hasil is not None
    assert [(t.kode, t.kepastian.value, t.uraian) for t in telaah.hasil.temuan] == []
    assert telaah.hasil.fakta > FAKTA[rupa]
    assert telaah.hasil.pemeriksaan > FAKTA[rupa]
