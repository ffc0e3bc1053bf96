"""Archives whose list of parts lies, and parts that could run."""

import pytest
from tests.pertukaran.arsip import SATU_SEL, tulis_sel

from kinerja.dokumen.baca.arsip import is_bermakro
from kinerja.dokumen.baca.xlsx import BerkasDitolak, baca_xlsx


@pytest.mark.parametrize(
    ("tanda", "letak", "isi"), [(b"PK\1\2", 6, b"\xff\0"), (b"PK\5\6", 16, b"\0\0\xff\0")]
)
def test_daftar_bagian_yang_tidak_mungkin(tmp_path, tanda, letak, isi):
    """A version of the format that is not there yet; parts that lie before the beginning of the file."""
    berkas = tulis_sel(tmp_path / "a.xlsx", SATU_SEL)
    utuh = bytearray(berkas.read_bytes())
    awal = utuh.rindex(tanda) + letak
    utuh[awal : awal + len(isi)] = isi
    berkas.write_bytes(utuh)
    with pytest.raises(BerkasDitolak, match="tidak utuh"):
        list(baca_xlsx(berkas))


@pytest.mark.parametrize(
    ("bagian", "bermakro"),
    [
        ("xl/workbook.xml", False),
        ("xl/vbaProject.bin", True),
        ("word/embeddings/a.EXE", True),
        ("word/activeX/activeX1.xml", True),
    ],
)
def test_bagian_yang_dapat_jalan(bagian, bermakro):
    assert is_bermakro(["[Content_Types].xml", bagian]) is bermakro
