"""One error planted anywhere in a correct report is found where it stands, and nothing else is said.

The report is the one of `kantor_baik`; each function of `cacat` plants errors of one kind at every place there is,
and Hypothesis picks the places. What comes out must name the planted error: the same table or heading, the same
print. Consequences are no noise as long as they say whose they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.telaah.cacat import PENANAM, Cacat

from kinerja.aturan.telaah import registri
from kinerja.aturan.telaah.registri import KELUARGA, list_pemeriksa
from kinerja.aturan.telaah.temuan import Temuan
from kinerja.dokumen.baca.html import read_html
from kinerja.dokumen.docx import render_docx
from kinerja.dokumen.model import Dokumen
from kinerja.dokumen.pdf import render_pdf
from kinerja.telaah.jalan import telaah_berkas, telaah_naskah

pytestmark = pytest.mark.django_db

_CONTOH = settings(
    derandomize=True,
    max_examples=3,
    deadline=None,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
_BERKAS = (
    ("angka_tertukar", "pdf"),
    ("serapan", "docx"),
    ("jumlah_pegawai", "docx"),
    ("arah_terbalik", "docx"),
)
"""Kinds that are planted in files, too; a PDF costs five seconds, so there is one."""


@cache
def tempat(nama: str, dokumen: Dokumen) -> tuple[Cacat, ...]:
    """Every place where an error of that kind can be planted."""
    return tuple(PENANAM[nama](dokumen))


def telaah(cacat: Cacat) -> tuple[Temuan, ...]:
    naskah, _ = read_html(cacat.to_html())
    assert naskah is not None
    return telaah_naskah(naskah).temuan


def rapat(teks: str) -> str:
    return teks.replace("\xa0", " ")


def is_ditemukan(cacat: Cacat, temuan: Iterable[Temuan]) -> bool:
    """Whether the error is named by the right check, at the right table."""
    return any(
        satu.kode in cacat.kode
        and (not cacat.tabel or any(t.tempat.tabel == cacat.tabel for t in satu.tempat))
        for satu in temuan
    )


def list_lain(cacat: Cacat, temuan: Iterable[Temuan]) -> list[str]:
    """Findings that do not name the planted error."""
    jejak = [rapat(satu) for satu in cacat.jejak]
    hasil = []
    for satu in temuan:
        sebut = rapat("\n".join((satu.uraian, satu.indikator, *(t.tercetak for t in satu.tempat))))
        if not any(j in sebut for j in jejak):
            hasil.append(f"{satu.kode}: {satu.uraian}")
    return hasil


@pytest.mark.parametrize("nama", PENANAM)
@_CONTOH
@given(data=st.data())
def test_ditemukan_dan_hanya_itu(dokumen_baik: Dokumen, nama: str, data: st.DataObject):
    semua = tempat(nama, dokumen_baik)
    cacat = semua[data.draw(st.integers(0, len(semua) - 1))]
    temuan = telaah(cacat)
    assert is_ditemukan(cacat, temuan), (cacat.kode, cacat.tabel, cacat.jejak, [t.uraian for t in temuan])
    assert list_lain(cacat, temuan) == []


@pytest.mark.parametrize("nama", PENANAM)
def test_tanpa_pemeriksaannya_tidak_ditemukan(
    dokumen_baik: Dokumen, nama: str, monkeypatch: pytest.MonkeyPatch
):
    """The test above can fail: with the checks of that code switched off it does."""
    cacat = tempat(nama, dokumen_baik)[0]
    sisa = {f: kode for f, kode in list_pemeriksa() if not set(kode) & set(cacat.kode)}
    monkeypatch.setattr(registri, "_PEMERIKSA", sisa)
    assert not is_ditemukan(cacat, telaah(cacat))


@pytest.mark.parametrize(("nama", "rupa"), _BERKAS)
def test_ditemukan_di_berkas(dokumen_baik: Dokumen, tmp_path: Path, nama: str, rupa: str):
    semua = tempat(nama, dokumen_baik)
    cacat = semua[len(semua) // 2]
    berkas = tmp_path / f"laporan.{rupa}"
    berkas.write_bytes(render_docx(cacat.dokumen) if rupa == "docx" else render_pdf(cacat.dokumen).isi)
    hasil = telaah_berkas(berkas).hasil
    assert hasil is not None
    assert is_ditemukan(cacat, hasil.temuan)
    assert list_lain(cacat, hasil.temuan) == []


def test_cacat_dari_hampir_setiap_keluarga(dokumen_baik: Dokumen):
    """Carry-over needs last year's report, meaning needs formulas in prose; both have their cases in `kasus/`."""
    keluarga = {kode.partition("-")[0] for nama in PENANAM for kode in tempat(nama, dokumen_baik)[0].kode}
    assert set(KELUARGA) - keluarga == {"makna", "bawaan"}
