"""What we print is read back cell for cell: PDF, DOCX and HTML, ours and other engines', in a child process."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import weasyprint
from tests.dokumen.contoh_dokumen import contoh_dokumen

from kinerja.dokumen.baca.naskah import GambarBaca, JudulBaca, Naskah, TabelBaca
from kinerja.dokumen.baca.terpisah import read_terpisah
from kinerja.dokumen.docx import render_docx
from kinerja.dokumen.html import render_html
from kinerja.dokumen.model import Tabel
from kinerja.dokumen.pdf import render_pdf
from kinerja.dokumen.penomoran import nomori

_TAK_TAMPAK = re.compile("[\\s\u00ad\u200b\ufffe-]+")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tempat = tmp_path_factory.mktemp("rupa")
    dokumen = contoh_dokumen()
    pdf = render_pdf(dokumen)
    (tempat / "typst.bin").write_bytes(pdf.isi)
    (tempat / "word.bin").write_bytes(render_docx(dokumen, pdf.halaman))
    (tempat / "laman.bin").write_text(render_html(dokumen), encoding="utf-8")
    weasyprint.HTML(string=render_html(dokumen)).write_pdf(tempat / "weasyprint.bin")
    return tempat


def _rapat(teks: str) -> str:
    return _TAK_TAMPAK.sub("", teks)


def _harapan() -> dict[str, list[list[str]]]:
    dokumen = contoh_dokumen()
    label = nomori(dokumen).label
    tabel = [blok for blok in dokumen.blok() if isinstance(blok, Tabel)]
    return {label[t.id].split()[-1]: [[_rapat(s) for s in b.sel] for b in t.baris] for t in tabel}


def _terbaca(naskah: Naskah) -> dict[str, list[list[str]]]:
    tabel = [t for t in naskah.tabel() if isinstance(t, TabelBaca)]
    return {
        t.keterangan.nomor if t.keterangan else "?": [[_rapat(s.teks) for s in b] for b in t.baris]
        for t in tabel
    }


def _baca(berkas: Path) -> Naskah:
    naskah, kendala = read_terpisah(berkas)
    assert naskah is not None, kendala
    assert kendala == ()
    return naskah


def _periksa(naskah: Naskah) -> None:
    harapan, terbaca = _harapan(), _terbaca(naskah)
    assert sum(map(len, harapan.values())) > 100
    assert terbaca == harapan
    kepala = {
        t.keterangan.nomor: len(t.kepala) for t in naskah.tabel() if isinstance(t, TabelBaca) and t.keterangan
    }
    bertingkat = {n for n, banyak in kepala.items() if banyak == 2}
    assert bertingkat == {"2.1", "3.1"}
    assert set(kepala.values()) == {1, 2}


@pytest.mark.parametrize("nama", ["typst", "word", "laman", "weasyprint"])
def test_setiap_sel_kembali(folder: Path, nama: str) -> None:
    _periksa(_baca(folder / f"{nama}.bin"))


def test_setiap_sel_kembali_dari_pdf_libreoffice(folder: Path, tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if not soffice:
        pytest.skip("LibreOffice tidak terpasang")
    shutil.copy(folder / "word.bin", tmp_path / "l.docx")
    perintah = [
        soffice,
        f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}",
        "--headless",
        "--convert-to",
    ]
    subprocess.run(
        [*perintah, "pdf", "--outdir", tmp_path, tmp_path / "l.docx"], check=True, capture_output=True
    )
    _periksa(_baca(tmp_path / "l.pdf"))


@pytest.mark.parametrize("nama", ["typst", "word", "laman"])
def test_judul_dan_gambar_kembali(folder: Path, nama: str) -> None:
    naskah = _baca(folder / f"{nama}.bin")
    dokumen = contoh_dokumen()
    judul = " ".join(_rapat(b.teks).casefold() for b in naskah.blok if isinstance(b, JudulBaca))
    assert [b.judul for b in dokumen.bagian() if _rapat(b.judul).casefold() not in judul] == []
    gambar = [b for b in naskah.blok if isinstance(b, GambarBaca)]
    assert [g.keterangan.nomor for g in gambar if g.keterangan] == ["1.1", "2.1", "3.1", "3.2"]
    assert all(g.alternatif.startswith(("Bagan pohon", "Diagram batang")) for g in gambar if g.keterangan)


def test_bab_bertingkat_satu(folder: Path) -> None:
    for nama in ("typst", "word"):
        puncak = [
            b.teks.casefold()
            for b in _baca(folder / f"{nama}.bin").blok
            if isinstance(b, JudulBaca) and b.tingkat == 1
        ]
        assert any("akuntabilitas kinerja" in teks for teks in puncak)
