"""Exports of findings: the same rows everywhere, and nothing from a foreign file becomes a formula."""

import io
from pathlib import Path

import docx
import openpyxl
import pytest

from kinerja.aturan.telaah.fakta import Tempat
from kinerja.aturan.telaah.periksa import HasilTelaah
from kinerja.aturan.telaah.temuan import Kepastian, TempatTemuan, Temuan, Tingkat
from kinerja.telaah.jalan import TelaahBerkas
from kinerja.telaah.keluar import to_json
from kinerja.telaah.keluaran.baris import JUDUL, list_baris, print_ringkasan
from kinerja.telaah.keluaran.buku import render_xlsx, write_xlsx
from kinerja.telaah.keluaran.surat import render_docx, write_docx

JAHAT = '=HYPERLINK("http://jahat.example","klik")'
TEMUAN = Temuan(
    "hitung-capaian", Kepastian.PASTI,
    (
        TempatTemuan(Tempat(tabel="133", halaman=5, baris=7957), "-3,62", "−362,40"),
        TempatTemuan(Tempat(sel="Lembar!F12"), JAHAT),
    ),
    "+1+1", "@SUM(A1)", Tingkat.FATAL, "PermenPANRB 53/2014 Lampiran II",
)  # fmt: skip


def make_hasil(*temuan: Temuan) -> list[TelaahBerkas]:
    return [TelaahBerkas(Path("laporan.pdf"), HasilTelaah(10, 20, temuan), (), 0.5)]


def test_satu_baris_per_tempat_di_semua_keluaran():
    isi = to_json(make_hasil(TEMUAN))
    baris = list(list_baris(isi))
    assert [b[0] for b in baris] == ["1", "1"]
    assert [b[6] for b in baris] == ["Tabel 133, halaman 5, baris 7957", "Lembar!F12"]
    lembar = openpyxl.load_workbook(io.BytesIO(render_xlsx(isi))).active
    terbaca = [tuple(s or "" for s in b) for b in lembar.iter_rows(values_only=True)]
    assert terbaca[1][0] == print_ringkasan(isi)
    assert terbaca[2:] == [JUDUL, *baris]
    tabel = docx.Document(io.BytesIO(render_docx(isi))).tables[0]
    assert [b.cells[2].text for b in tabel.rows][1:] == [b[6] for b in baris]


def test_tidak_ada_sel_yang_menjadi_rumus_atau_tautan():
    lembar = openpyxl.load_workbook(io.BytesIO(render_xlsx(to_json(make_hasil(TEMUAN))))).active
    sel = [s for b in lembar.iter_rows() for s in b]
    assert JAHAT in {s.value for s in sel}
    assert {s.data_type for s in sel if s.value} == {"s"}
    assert not any(s.hyperlink for s in sel)


@pytest.mark.parametrize(("tulis", "awal"), [(write_xlsx, b"PK"), (write_docx, b"PK")])
def test_tanpa_temuan_tetap_berkas_yang_sah(tmp_path, tulis, awal):
    tujuan = tmp_path / "hasil"
    tulis(make_hasil(), tujuan)
    assert tujuan.read_bytes().startswith(awal)
    if tulis is write_docx:
        assert any("0 temuan dari 10 fakta" in p.text for p in docx.Document(tujuan).paragraphs)
