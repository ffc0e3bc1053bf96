"""Tables of numbers as a workbook, read back by a second reader, and as tables of a document."""

import io
from decimal import Decimal

import openpyxl
import pytest

from kinerja.dokumen.buku import KolomBuku, LembarBuku, cetak_isi, convert_lembar, render_buku

KOLOM = (KolomBuku("Nama", 30), KolomBuku("Nilai", 12, "angka"), KolomBuku("Capaian", 12, "persen"))
RUMUS = ("=1+1", "+SUM(A1)", "-2+3", "@cmd", '=HYPERLINK("http://x")', "\t=1", "http://contoh.test")


def baca(*lembar):
    return openpyxl.load_workbook(io.BytesIO(render_buku(lembar)))


def test_teks_tidak_pernah_menjadi_rumus_atau_tautan():
    isi = tuple((teks, None, None) for teks in RUMUS)
    satu = baca(LembarBuku("Uji", "=judul", KOLOM, isi, "=catatan")).worksheets[0]
    sel = [satu.cell(n, 1) for n in (1, 2, *range(4, 4 + len(RUMUS)))]
    assert [s.value for s in sel] == ["=judul", "=catatan", *RUMUS]
    assert {s.data_type for s in sel} == {"s"}
    assert [s.hyperlink for s in sel] == [None] * len(sel)


def test_angka_tetap_angka_dan_kosong_bukan_nol():
    isi = (("a", Decimal("12.5"), Decimal("97.4279")), ("b", 3, None))
    satu = baca(LembarBuku("Uji", "J", KOLOM, isi)).worksheets[0]
    assert [c.value for c in satu[4]] == ["a", 12.5, 97.4279]
    assert [c.value for c in satu[5]] == ["b", 3, None]
    assert satu["C4"].number_format == '0.00"%"'
    assert (satu.freeze_panes, satu.auto_filter.ref) == ("B4", "A3:C5")


@pytest.mark.parametrize("nama", ["", "a/b[c]:*?'", "x" * 60])
def test_nama_lembar_apa_pun_diterima_dan_tidak_bentrok(nama):
    satu = LembarBuku(nama, "J", KOLOM, ())
    nama_lembar = baca(satu, satu).sheetnames
    assert len(set(nama_lembar)) == 2
    assert max(map(len, nama_lembar)) <= 31


def test_teks_yang_terlalu_panjang_dipotong_bukan_ditolak():
    satu = baca(LembarBuku("U", "J", KOLOM, (("x" * 40_000, None, None),))).worksheets[0]
    assert len(satu["A4"].value) == 32_000


def test_tabel_dokumen_mencetak_angka_yang_sama():
    isi = (("a", Decimal("1234.567"), Decimal("97.4279")), ("", None, None))
    tabel = convert_lembar(LembarBuku("Uji", "Judul", KOLOM, isi, "catatan"), "t-1")
    assert [b.sel for b in tabel.baris] == [("a", "1.234,57", "97,43%"), ("–", "–", "–")]
    assert [k.rata for k in tabel.kolom] == ["kiri", "kanan", "kanan"]
    assert (tabel.id, tabel.judul, tabel.catatan) == ("t-1", "Judul", "catatan")


def test_rupiah_dicetak_utuh():
    assert cetak_isi(1_234_567, "rupiah") == "Rp1.234.567"
