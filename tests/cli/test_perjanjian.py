"""`kinerja perjanjian`: the nine agreements as files, what the rules say, and what it refuses."""

import docx
import pytest
from pypdfium2 import PdfDocument
from tests.cli.conftest import jalankan

KANTOR = ("perjanjian", "--satker", "kanwil-sumsel", "--tahun", "2023")


def test_sembilan_perjanjian_sebagai_pdf_dan_docx(contoh, tmp_path):
    semua = jalankan(contoh, *KANTOR, "--out", tmp_path / "pk", "--json").json()["perjanjian"]
    assert sorted(s["kode"] for s in semua) == [f"PK-{n:02}" for n in range(1, 10)]
    assert len(list((tmp_path / "pk").glob("Perjanjian-Kinerja-2023-PK-*"))) == 18
    satu = next(s for s in semua if s["kode"] == "PK-02")
    assert (satu["pihak_kedua"], satu["anggaran"]) == ("Plt. Direktur Jenderal Imigrasi", 5_134_098_000)
    with PdfDocument(satu["berkas"]["pdf"]) as pdf:
        teks = "".join(h.get_textpage().get_text_bounded() for h in pdf)
    naskah = docx.Document(satu["berkas"]["docx"])
    sel = {s.text for t in naskah.tables for b in t.rows for s in b.cells}
    for angka in ("Rp5.134.098.000", "3,25", "3,13"):
        assert angka in teks
        assert any(angka in s for s in sel)
    salah = {t["kode"] for s in semua if s["kode"] == "PK-09" for t in s["temuan"] if t["tingkat"] == "salah"}
    assert salah == {"pk_bertanggal"}, "its day is not printed in the source"
    # Who stands above whom is known of the office, the day of its DIPA is not.
    semua_temuan = [(s["kode"], t["kode"]) for s in semua for t in s["temuan"]]
    assert not [k for k, temuan in semua_temuan if temuan == "pk_pihak_kedua"]
    assert len([k for k, temuan in semua_temuan if temuan == "pk_sesudah_dipa"]) == 9


def test_satu_perjanjian_saja_dan_yang_tidak_ada(contoh, tmp_path):
    hasil = jalankan(contoh, *KANTOR, "--kode", "PK-08", "--format", "docx", "--out", tmp_path)
    assert hasil.kode == 0
    assert "Plt. Kepala Badan Penelitian dan Pengembangan" in hasil.keluar
    assert [b.name for b in tmp_path.glob("*.*")] == ["Perjanjian-Kinerja-2023-PK-08.docx"]
    tidak = jalankan(contoh, *KANTOR, "--kode", "PK-99")
    assert (tidak.kode, tidak.galat.count("Tidak ada Perjanjian Kinerja PK-99")) == (1, 1)


@pytest.mark.parametrize(("argumen", "kode"), [(("--format", "html"), 2), (("--satker", "tidak-ada"), 1)])
def test_pemakaian_yang_keliru(contoh, argumen, kode):
    assert jalankan(contoh, *KANTOR, *argumen).kode == kode
