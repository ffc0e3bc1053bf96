"""The guides name what the program has: every sheet, every way a signature fails, every check of an agreement."""

import re

from tests.arsitektur.sumber import AKAR

from kinerja.aturan.parameter import load_parameter
from kinerja.dokumen.tanda_tangan.penyedia import TandaTanganGagal
from kinerja.pertukaran.lembar import BUKU

PANDUAN = AKAR / "docs" / "panduan"


def baca(nama: str) -> str:
    return (PANDUAN / f"{nama}.md").read_text(encoding="utf-8")


def list_sel(teks: str) -> set[str]:
    """The words of the first column of every table, apart."""
    baris = re.findall(r"^ *\| ([^|]+) \|", teks, re.MULTILINE)
    return {satu.strip() for sel in baris for satu in sel.split(",")}


def test_setiap_lembar_disebut():
    assert {lembar.nama for lembar in BUKU} - list_sel(baca("mulai")) == set()


def test_setiap_kegagalan_tanda_tangan_disebut():
    kode = {satu.kode for satu in TandaTanganGagal.__subclasses__()}
    assert len(kode) > 5
    assert kode - list_sel(baca("tanda-tangan")) == set()


def test_setiap_syarat_perjanjian_disebut():
    kode = {f"pk_{kunci}" for kunci in load_parameter("syarat_perjanjian").nilai[-1].peta}
    assert kode - list_sel(baca("perjanjian")) == set()
