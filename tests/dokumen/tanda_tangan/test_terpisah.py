"""Signatures of a stranger's file: the same answer from a process of its own, and an end to files that never end."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from tests.dokumen.tanda_tangan.sertifikat import SANDI, get_akar, get_penanda
from tests.dokumen.tanda_tangan.test_kunci import KETERANGAN

from kinerja.dokumen.baca.terpisah import BATAS_PROSES
from kinerja.dokumen.model import Bagian, Dokumen, paragraf
from kinerja.dokumen.pdf import render_pdf
from kinerja.dokumen.tanda_tangan import proses
from kinerja.dokumen.tanda_tangan.kunci import PenyediaPkcs12
from kinerja.dokumen.tanda_tangan.periksa import TandaTanganTidakTerbaca, verify_pdf
from kinerja.dokumen.tanda_tangan.terpisah import verify_pdf_terpisah


@pytest.fixture(scope="module")
def bertanda() -> bytes:
    bab = Bagian("p", "Perjanjian", (paragraf("Kami berjanji."),))
    surat = Dokumen("Perjanjian", "", "Kantor", 2023, "Palembang", "", bab=(bab,), rupa="surat")
    return PenyediaPkcs12(get_penanda().p12(), SANDI).sign(render_pdf(surat).isi, KETERANGAN)


def test_sama_dengan_di_proses_ini(bertanda):
    assert verify_pdf_terpisah(bertanda, get_akar().pem.decode()) == verify_pdf(bertanda, (get_akar().asn1,))


def test_berkas_rusak_dan_yang_tidak_selesai(bertanda):
    with pytest.raises(TandaTanganTidakTerbaca, match="tidak dapat dibaca"):
        verify_pdf_terpisah(b"%PDF-1.7 /ByteRange")
    with pytest.raises(TandaTanganTidakTerbaca, match="tidak selesai dibaca"):
        verify_pdf_terpisah(bertanda, batas=replace(BATAS_PROSES, detik=0.0))
    with pytest.raises(TandaTanganTidakTerbaca):
        verify_pdf_terpisah(bertanda, batas=replace(BATAS_PROSES, memori=1))


def test_memori_habis_dikatakan(bertanda, monkeypatch):
    def habis(*_):
        raise MemoryError

    monkeypatch.setattr(proses, "batasi", lambda *_: None)
    monkeypatch.setattr(proses, "verify_pdf", habis)
    keluar = io.BytesIO()
    kepala = json.dumps({"memori": 1, "detik": 1, "akar": ""}).encode()
    proses.jalankan(io.BytesIO(kepala + b"\n" + bertanda), keluar)
    assert json.loads(keluar.getvalue().removeprefix(b"H\n"))["galat"].startswith("Berkas membutuhkan memori")
