"""Workbooks as documents: values, formulas, merged headers, several tables, hidden sheets, links to elsewhere."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from kinerja.dokumen.baca import lembar
from kinerja.dokumen.baca.kendala import Kendala
from kinerja.dokumen.baca.lembar import cetak_isi, read_buku
from kinerja.dokumen.baca.naskah import JudulBaca, Naskah, ParagrafBaca, TabelBaca
from kinerja.dokumen.baca.rumus import baca_rumus
from kinerja.dokumen.baca.xlsx import GalatSel, Persen

Tulis = Callable[[xlsxwriter.Workbook], None]


def _buku(tempat: Path, tulis: Tulis) -> Path:
    berkas = tempat / "buku.xlsx"
    with xlsxwriter.Workbook(berkas) as buku:
        tulis(buku)
    return berkas


def _baca(berkas: Path) -> tuple[Naskah, tuple[Kendala, ...]]:
    naskah, kendala = read_buku(berkas)
    assert naskah is not None, kendala
    return naskah, kendala


def test_judul_kepala_bertingkat_rumus_dan_tempat(tmp_path: Path) -> None:
    def tulis(buku: xlsxwriter.Workbook) -> None:
        s = buku.add_worksheet("Capaian")
        persen = buku.add_format({"num_format": "0.00%"})
        s.merge_range("B2:E2", "Tabel 1. Capaian Kinerja")
        s.write("B3", "Satuan kerja Contoh")
        s.merge_range("B4:B5", "Indikator")
        s.merge_range("C4:D4", "Tahun 2023")
        s.write_row("C5", ["Target", "Realisasi"])
        s.merge_range("E4:E5", "%")
        s.write_row("B6", ["Indeks", 3.1, 3.53])
        s.write_formula("E6", "=D6/C6", persen, 1.1387)

    naskah, kendala = _baca(_buku(tmp_path, tulis))
    assert kendala == ()
    judul, keterangan_kedua, tabel = naskah.blok
    assert isinstance(judul, JudulBaca)
    assert judul.teks == "Capaian"
    assert isinstance(keterangan_kedua, ParagrafBaca)
    assert isinstance(tabel, TabelBaca)
    assert tabel.keterangan is not None
    assert tabel.keterangan.judul == "Capaian Kinerja"
    assert [[(s.teks, s.bentang_kolom, s.bentang_baris) for s in b] for b in tabel.kepala] == [
        [("Indikator", 1, 2), ("Tahun 2023", 2, 1), ("%", 1, 2)], [("Target", 1, 1), ("Realisasi", 1, 1)],
    ]  # fmt: skip
    sel = tabel.baris[0][3]
    assert (sel.teks, sel.nilai, sel.rumus, sel.letak.sel) == (
        "113,87%",
        Decimal("113.87"),
        "D6/C6",
        "Capaian!E6",
    )
    assert (tabel.baris[0][1].teks, tabel.baris[0][1].nilai) == ("3,1", Decimal("3.1"))


def test_beberapa_tabel_selembar_dan_lembar_tersembunyi(tmp_path: Path) -> None:
    def tulis(buku: xlsxwriter.Workbook) -> None:
        s = buku.add_worksheet("Data")
        for kolom, nama in ((0, "x"), (4, "y")):
            s.write_row(0, kolom, ["Uraian", "Nilai"])
            s.write_row(1, kolom, [nama, 1.5])
        s.write("A5", "catatan")
        s.write_row("A7", ["Uraian", "Nilai"])
        s.write_row("A8", ["z", 2.5])
        buku.add_worksheet("Rahasia").hide()
        buku.add_worksheet("Kosong").merge_range("B2:C3", "")

    naskah, (kendala,) = _baca(_buku(tmp_path, tulis))
    assert [t.baris[0][0].teks for t in naskah.blok if isinstance(t, TabelBaca)] == ["x", "y", "z"]
    assert [b.teks for b in naskah.blok if isinstance(b, ParagrafBaca)] == ["catatan"]
    assert (kendala.kode, kendala.fatal) == ("lembar-tersembunyi", False)
    assert "Rahasia" in kendala.pesan


def test_tautan_luar_diberitahukan_dan_tidak_diikuti(tmp_path: Path) -> None:
    berkas = _buku(tmp_path, lambda b: b.add_worksheet("A").write_row("A1", ["a", "b"]) and None)
    with zipfile.ZipFile(berkas, "a") as arsip:
        arsip.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")
    _, (kendala,) = _baca(berkas)
    assert kendala.kode == "tautan-luar"


def test_lembar_yang_sangat_panjang_dibaca_sebagian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lembar, "BATAS_BARIS", 3)

    def tulis(buku: xlsxwriter.Workbook) -> None:
        s = buku.add_worksheet("Panjang")
        for n in range(6):
            s.write_row(n, 0, ["a", n + 0.5])

    naskah, (kendala,) = _baca(_buku(tmp_path, tulis))
    assert kendala.kode == "terpotong"
    (tabel,) = (b for b in naskah.blok if isinstance(b, TabelBaca))
    assert len(tabel.baris) == 3


def test_gabungan_di_luar_isi_dan_bukan_buku_kerja(tmp_path: Path) -> None:
    def tulis(buku: xlsxwriter.Workbook) -> None:
        s = buku.add_worksheet("A")
        s.write_row("A1", ["Uraian", "Nilai"])
        s.write_row("A2", ["a", 1.5])
        s.merge_range("A3:F9", "")
        s.merge_range("H1:I2", "")

    naskah, _ = _baca(_buku(tmp_path, tulis))
    assert len(list(naskah.tabel())) == 1
    (tmp_path / "b.xlsx").write_bytes(b"PK bukan arsip")
    kosong, (kendala,) = read_buku(tmp_path / "b.xlsx")
    assert kosong is None
    assert kendala.fatal


@pytest.mark.parametrize(
    ("isi", "hasil"),
    [
        (True, ("BENAR", None)),
        (False, ("SALAH", None)),
        (Persen(0.974), ("97,4%", Decimal("97.4"))),
        (97.73000000000001, ("97,73", Decimal("97.73"))),
        (1250000000.0, ("1250000000", Decimal(1250000000))),
        (datetime.date(2023, 1, 31), ("31/01/2023", None)),
        (datetime.datetime(2023, 1, 31, 8), ("31/01/2023", None)),  # noqa: DTZ001 a sheet knows no zone
        (" teks ", ("teks", None)),
        (GalatSel("#DIV/0!"), ("#DIV/0!", None)),
    ],
)
def test_isi_sel_dicetak_dengan_koma(isi: object, hasil: tuple[str, Decimal | None]) -> None:
    assert cetak_isi(isi) == hasil


def test_rumus_dibaca_dari_sel_yang_beralamat() -> None:
    xml = '<sheetData><c r="A1"><f>B1+</f><v>1</v></c><c><f>tanpa alamat</f></c>'
    xml += '<c r="B1"><f>C&amp;D</f></c><f>x</f></sheetData>'
    assert baca_rumus("uji", [xml.encode()]) == {(0, 0): "B1+", (0, 1): "C&Dx"}
