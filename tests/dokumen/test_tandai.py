"""Annotated copies: the mark stands where the finding is, the original is untouched, other programs open it."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pikepdf
import pypdfium2
import pytest
from tests.dokumen.buat_docx import buat_docx, p, tbl, tc, tr
from tests.dokumen.buat_pdf import Lembar, buat_pdf
from tests.dokumen.contoh_dokumen import contoh_dokumen

from kinerja.dokumen.baca.berkas import read_naskah
from kinerja.dokumen.baca.naskah import Letak, ParagrafBaca, TabelBaca
from kinerja.dokumen.baca.terpisah import BatasProses
from kinerja.dokumen.docx import render_docx
from kinerja.dokumen.pdf import render_pdf
from kinerja.dokumen.tandai import proses, terpisah
from kinerja.dokumen.tandai.docx import tandai_docx
from kinerja.dokumen.tandai.pdf import tandai_pdf
from kinerja.dokumen.tandai.tanda import TakDapatDitandai, Tanda
from kinerja.dokumen.tandai.terpisah import tandai_terpisah


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tempat = tmp_path_factory.mktemp("tanda")
    pdf = render_pdf(contoh_dokumen())
    (tempat / "a.pdf").write_bytes(pdf.isi)
    (tempat / "a.docx").write_bytes(render_docx(contoh_dokumen(), pdf.halaman))
    return tempat


def _tanda(berkas: Path) -> Tanda:
    """A remark at the budget of the goods, in the table of the budget."""
    naskah, _ = read_naskah(berkas)
    assert naskah is not None
    (sel,) = (
        s
        for t in naskah.tabel()
        if isinstance(t, TabelBaca)
        for b in t.baris
        for s in b
        if s.teks == "Rp8.123.456.789"
    )
    return Tanda(sel.letak, "Seharusnya Rp8.123.456.790 – periksa.", sel.teks)


def _anotasi(isi: bytes, halaman: int) -> list[pikepdf.Object]:
    pdf = pikepdf.open(io.BytesIO(isi))
    assert pdf.check_pdf_syntax() == []
    return [a for a in pdf.pages[halaman - 1].get("/Annots", []) if a.Subtype in ("/Highlight", "/Text")]


def test_sorotan_pdf_menutupi_angka_dan_yang_asli_utuh(folder: Path) -> None:
    tanda, asli = _tanda(folder / "a.pdf"), (folder / "a.pdf").read_bytes()
    hasil = tandai_pdf(asli, [tanda, Tanda(Letak(), "tanpa halaman"), Tanda(Letak(halaman=999), "di luar")])
    assert [t.isi for t in hasil.tak_terpasang] == ["tanpa halaman", "di luar"]
    assert hasil.isi.startswith(asli)
    (sorotan,) = _anotasi(hasil.isi, tanda.letak.halaman or 0)
    assert (sorotan.Subtype, str(sorotan.Contents)) == ("/Highlight", tanda.isi)
    halaman = pypdfium2.PdfDocument(hasil.isi)[(tanda.letak.halaman or 0) - 1]
    kiri, bawah, kanan, atas = map(float, sorotan.Rect)
    assert halaman.get_textpage().get_text_bounded(kiri, bawah, kanan, atas).strip() == tanda.teks
    polos = pypdfium2.PdfDocument(asli)[(tanda.letak.halaman or 0) - 1].render(scale=1).to_pil()
    kotak = tuple(
        map(int, (kiri + 1, halaman.get_height() - atas + 1, kanan - 1, halaman.get_height() - bawah - 1))
    )
    assert (
        halaman.render(scale=1, may_draw_forms=False).to_pil().crop(kotak).tobytes()
        != polos.crop(kotak).tobytes()
    )


@pytest.mark.parametrize("putar", [0, 90, 180, 270])
def test_tempat_di_halaman_terputar(putar: int) -> None:
    lembar = Lembar(putar=putar).tulis("angka 97,43 tercetak")
    isi = buat_pdf(lembar)
    hasil = tandai_pdf(isi, [Tanda(Letak(halaman=1), "x", "97,43")])
    (sorotan,) = _anotasi(hasil.isi, 1)
    kotak = tuple(map(float, sorotan.Rect))
    teks = pypdfium2.PdfDocument(isi)[0].get_textpage().get_text_bounded(*kotak)
    assert "97,43" in teks


def test_tanpa_teks_di_halaman_menjadi_catatan_dan_kotak_tanpa_teks_disorot() -> None:
    isi = buat_pdf(Lembar().tulis("angka 97,43").turun(100).tulis("angka 97,43"))
    letak = Letak(halaman=1)
    bawah = replace(letak, kotak=(60.0, 640.0, 300.0, 680.0))
    hasil = tandai_pdf(
        isi,
        [
            Tanda(letak, "a", "tiada"),
            Tanda(letak, "b"),
            Tanda(bawah, "c", "97,43"),
            Tanda(bawah, "d", "tiada"),
        ],
    )
    anotasi = _anotasi(hasil.isi, 1)
    assert [str(a.Subtype) for a in anotasi] == ["/Text", "/Text", "/Highlight", "/Highlight"]
    assert float(anotasi[2].Rect[3]) < 700
    assert float(anotasi[3].Rect[2]) == pytest.approx(301.5)


def test_pdf_yang_tidak_terbuka() -> None:
    with pytest.raises(TakDapatDitandai):
        tandai_pdf(b"%PDF-rusak", [])


def _komentar(isi: bytes) -> dict[str, str]:
    """Comment -> the text it is anchored to."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        xml = arsip.read("word/document.xml").decode()
    dokumen = docx.Document(io.BytesIO(isi))
    hasil = {}
    for satu in dokumen.comments:
        awal = f'<w:commentRangeStart w:id="{satu.comment_id}"/>'
        potong = xml.split(awal)[1].split("<w:commentRangeEnd")[0]
        hasil[satu.text] = re.sub("<[^>]+>", "", potong)
    return hasil


def test_komentar_word_di_selnya(folder: Path) -> None:
    asli, tanda = (folder / "a.docx").read_bytes(), _tanda(folder / "a.docx")
    naskah, _ = read_naskah(folder / "a.docx")
    assert naskah is not None
    (alinea,) = (
        b for b in naskah.blok if isinstance(b, ParagrafBaca) and b.teks.startswith("Realisasi 72,5%")
    )
    semua = [
        tanda,
        Tanda(alinea.letak, "alinea"),
        Tanda(Letak(), "dicari", "Bab ini memuat"),
        Tanda(Letak(), "hilang", "tiada"),
    ]
    hasil = tandai_docx("a.docx", asli, semua)
    assert [t.isi for t in hasil.tak_terpasang] == ["hilang"]
    komentar = _komentar(hasil.isi)
    assert komentar[tanda.isi] == tanda.teks
    assert komentar["alinea"] == alinea.teks
    assert komentar["dicari"].startswith("Bab ini memuat")
    assert (folder / "a.docx").read_bytes() == asli


def test_sel_gabung_tempat_yang_tidak_ada_dan_alinea_tanpa_lari() -> None:
    lebar = '<w:gridSpan w:val="2"/>'
    badan = tbl(tr(tc("A"), tc("B", lebar)), tr(tc("x"), tc("1,5"), tc("<w:tcPr/>"))) + p(
        "<w:ins><w:r><w:t>sisip</w:t></w:r></w:ins>"
    )
    letak = [(1, 1, 3), (2, 1, 1), (1, 9, 1), (1, 1, 9), (1, 2, 3)]
    tanda = [Tanda(Letak(tabel=t, baris_tabel=b, kolom=k), f"{t}{b}{k}") for t, b, k in letak]
    hasil = tandai_docx(
        "a",
        buat_docx(badan),
        [*tanda, Tanda(Letak(baris=1), "alinea"), Tanda(Letak(baris=7), "jauh"), Tanda(Letak(), "x")],
    )
    assert [t.isi for t in hasil.tak_terpasang] == ["211", "191", "119", "123", "jauh", "x"]
    assert set(_komentar(hasil.isi)) == {"113", "alinea"}


def _tanpa_hubungan() -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as arsip:
        arsip.writestr("word/document.xml", "<x/>")
    return keluar.getvalue()


@pytest.mark.parametrize("isi", [b"PK rusak", buat_docx("<w:p>"), _tanpa_hubungan()])
def test_docx_yang_tidak_terbuka(isi: bytes) -> None:
    with pytest.raises(TakDapatDitandai):
        tandai_docx("a.docx", isi, [])


@pytest.mark.parametrize("nama", ["a.pdf", "a.docx"])
def test_terpisah_menulis_salinan_yang_dibuka_program_lain(folder: Path, tmp_path: Path, nama: str) -> None:
    tanda = [_tanda(folder / nama), Tanda(Letak(), "tanpa tempat")]
    sisa, kendala = tandai_terpisah(folder / nama, tmp_path / nama, tanda)
    assert (sisa, kendala) == ((tanda[1],), None)
    hasil = tmp_path / nama
    if nama == "a.docx":
        soffice = shutil.which("soffice")
        if not soffice:
            pytest.skip("LibreOffice tidak terpasang")
        profil = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
        saring = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
        perintah = [soffice, profil, "--headless", "--convert-to", saring, "--outdir", tmp_path, hasil]
        subprocess.run(perintah, check=True, capture_output=True)
        hasil = tmp_path / "a.pdf"
    isi = [str(a.get("/Contents", "")) for h in pikepdf.open(hasil).pages for a in h.get("/Annots", [])]
    assert any(tanda[0].isi in satu for satu in isi)


def test_terpisah_menjelaskan_kegagalan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"%PDF-rusak")
    assert tandai_terpisah(tmp_path / "a", tmp_path / "b", [])[1].kode == "tak-ditandai"  # type: ignore[union-attr]
    assert tandai_terpisah(tmp_path / "a", tmp_path / "b", [], BatasProses(detik=0))[1].kode == "waktu"  # type: ignore[union-attr]
    monkeypatch.setattr(terpisah, "_PROSES", "kinerja.tidak_ada")
    assert tandai_terpisah(tmp_path / "a", tmp_path / "b", [])[1].kode == "tak-ditandai"  # type: ignore[union-attr]
    assert not (tmp_path / "b").exists()


def test_memori_habis_dijelaskan(monkeypatch: pytest.MonkeyPatch) -> None:
    def habis(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(proses, "batasi", lambda *_: None)
    monkeypatch.setattr(proses, "_tandai", habis)
    keluar = io.BytesIO()
    proses.jalankan(io.BytesIO(b'{"memori": 1, "detik": 1}'), keluar)
    assert b"memori" in keluar.getvalue()
