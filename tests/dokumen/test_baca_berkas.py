"""Any file: told by its content, refused with a reason, read in a process that is always gone afterwards."""

from __future__ import annotations

import io
import os
import pickle
import resource
import sys
import time
import zipfile
from pathlib import Path

import pytest
from tests.dokumen.buat_docx import buat_docx, p
from tests.dokumen.buat_pdf import Lembar, buat_pdf

from kinerja.dokumen.baca import proses, terpisah
from kinerja.dokumen.baca.arsip import Batas
from kinerja.dokumen.baca.berkas import BatasBaca, read_naskah
from kinerja.dokumen.baca.jenis import baca_sandi_huruf, kenali_jenis
from kinerja.dokumen.baca.kendala import Kendala
from kinerja.dokumen.baca.terpisah import BatasProses, read_terpisah

TEKS = "Tabel 1. Capaian – “baik”\nSebuah kalimat yang biasa saja.\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _arsip(**isi: str) -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as arsip:
        for nama, teks in isi.items():
            arsip.writestr(nama, teks)
    return keluar.getvalue()


def _kenali(isi: bytes) -> str:
    jenis = kenali_jenis(isi)
    return jenis.kode if isinstance(jenis, Kendala) else jenis


@pytest.mark.parametrize(
    ("isi", "jenis"),
    [
        (b"", "kosong"),
        (b" \n\t", "kosong"),
        (b"\n%PDF-1.7", "pdf"),
        (buat_docx(p("x")), "docx"),
        (_arsip(**{"xl/workbook.xml": ""}), "xlsx"),
        (_arsip(mimetype="application/vnd.oasis.opendocument.text"), "format-lain"),
        (_arsip(lain=""), "format-lain"),
        (b"PK\x03\x04 rusak", "rusak"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "sandi"),
        (OLE + "WordDocument".encode("utf-16-le"), "format-lama"),
        (OLE + "Workbook".encode("utf-16-le"), "format-lama"),
        (b"\x89PNG\r\n", "gambar"),
        (b"\xff\xd8\xff\xe0", "gambar"),
        (b"{\\rtf1", "format-lama"),
        (b"\xef\xbb\xbf<!-- a --><!DOCTYPE html>", "html"),
        (b"<?xml version='1.0'?>\n<HTML>", "html"),
        (b"< 5 persen", "teks"),
        (TEKS.encode(), "teks"),
    ],
)
def test_jenis_dikenali_dari_isi(isi: bytes, jenis: str) -> None:
    assert _kenali(isi) == jenis


@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_sandi_huruf(sandi: str) -> None:
    awal = b"\xfe\xff" if sandi == "utf-16-be" else b""
    for isi in (TEKS.encode(sandi), awal + TEKS.encode(sandi)):
        teks, kendala = baca_sandi_huruf(isi)
        assert teks == TEKS
        assert (kendala is not None) == (sandi == "cp1252")


def test_biner_bukan_teks() -> None:
    teks, kendala = baca_sandi_huruf(b"abcdefghijklmnopq\x00rstu" * 3)
    assert teks == ""
    assert kendala is not None
    assert kendala.fatal


@pytest.mark.parametrize(
    ("isi", "jenis"),
    [
        (buat_pdf(Lembar().tulis("Sebuah kalimat biasa.")), "pdf"),
        (buat_docx(p("Kalimat.")), "docx"),
        (b"<html><p>Kalimat.</p>", "html"),
        (TEKS.encode("cp1252"), "teks"),
    ],
)
def test_nama_berkas_tidak_menentukan(tmp_path: Path, isi: bytes, jenis: str) -> None:
    berkas = tmp_path / "laporan.xls"
    berkas.write_bytes(isi)
    naskah, kendala = read_naskah(berkas)
    assert naskah is not None
    assert naskah.jenis == jenis
    assert [k.kode for k in kendala] == (["penyandian"] if jenis == "teks" else [])


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        (b"", "kosong"),
        (b"<html>", "kosong"),
        (buat_docx(""), "kosong"),
        (buat_pdf(Lembar()), "kosong"),
        (b"abcdefghijklmnopq\x00rstu" * 3, "format-lain"),
        (_arsip(**{"xl/workbook.xml": ""}), "ditolak"),
        (b"x" * 2_000, "terlalu-besar"),
        (b"\x01\x02\x03\x04\x05\x06" * 30, "format-lain"),
    ],
)
def test_berkas_yang_tidak_dapat_dibaca(tmp_path: Path, isi: bytes, kode: str) -> None:
    berkas = tmp_path / "a"
    berkas.write_bytes(isi)
    naskah, kendala = read_naskah(berkas, BatasBaca(Batas(berkas=1_500 if isi[:1] == b"x" else 10**6)))
    assert naskah is None
    assert [k.kode for k in kendala if k.fatal] == [kode]


def test_pdf_yang_seluruhnya_pindaian(tmp_path: Path) -> None:
    lembar = Lembar()
    lembar.perintah.append("q 595 0 0 842 0 0 cm /Im1 Do Q")
    berkas = tmp_path / "a"
    berkas.write_bytes(buat_pdf(lembar, gambar=True))
    naskah, (kendala,) = read_naskah(berkas)
    assert naskah is None
    assert kendala.kode == "pindaian"


def test_folder_dan_berkas_tanpa_izin(tmp_path: Path) -> None:
    for berkas in (tmp_path, tmp_path / "tiada", tmp_path / ("n" * 300)):
        naskah, (kendala,) = read_naskah(berkas)
        assert naskah is None
        assert kendala.kode == "bukan-berkas"


# ------------------------------------------------------------------ in a process of its own


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    berkas = tmp_path / "a.pdf"
    berkas.write_bytes(buat_pdf(*(Lembar().tulis(f"Kalimat {huruf}.") for huruf in ("satu", "dua", "tiga"))))
    return berkas


def _anak() -> set[str]:
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())


def test_terpisah_sama_dengan_langsung_dan_melaporkan(pdf: Path) -> None:
    sebelum, kemajuan = _anak(), []
    assert read_terpisah(pdf, lapor=lambda a, b: kemajuan.append((a, b))) == read_naskah(pdf)
    assert kemajuan == [(1, 3), (2, 3), (3, 3)]
    assert read_terpisah(pdf) == read_naskah(pdf)
    assert _anak() <= sebelum


@pytest.mark.parametrize(
    ("batas", "kode"),
    [
        (BatasProses(detik=0), "waktu"),
        (BatasProses(baca=BatasBaca(halaman=2)), "terlalu-besar"),
    ],
)
def test_batas_waktu_dan_halaman(pdf: Path, batas: BatasProses, kode: str) -> None:
    sebelum = _anak()
    naskah, (kendala,) = read_terpisah(pdf, batas)
    assert naskah is None
    assert kendala.kode == kode
    assert _anak() <= sebelum


def test_batas_memori(tmp_path: Path) -> None:
    berkas = tmp_path / "besar.txt"
    berkas.write_bytes(b"Kalimat biasa. " * 2**21)
    _, (kendala,) = read_terpisah(berkas, BatasProses(memori=2**20))
    # Where the memory ends decides whether the child can still say so itself.
    assert kendala.kode in ("memori", "terhenti")


def test_dibatalkan_dan_proses_yang_mati_seketika(pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, (kendala,) = read_terpisah(pdf, batal=lambda: True)
    assert kendala.kode == "dibatalkan"
    panggilan = iter([False, False, True])
    _, (kendala,) = read_terpisah(pdf, batal=lambda: next(panggilan))
    assert kendala.kode == "dibatalkan"
    monkeypatch.setattr(terpisah, "_PROSES", "kinerja.tidak_ada")
    _, (kendala,) = read_terpisah(pdf)
    assert kendala.kode == "terhenti"


@pytest.mark.parametrize("sasaran", [time.sleep, os.system, pickle.Unpickler, terpisah.BatasProses])
def test_hasil_hanya_boleh_berisi_catatan_dokumen(sasaran: object) -> None:
    assert terpisah._buka(pickle.dumps(sasaran))[1][0].kode == "terhenti"


def test_fungsi_dalam_modul_yang_diizinkan_tetap_ditolak() -> None:
    isi = b"\x80\x04\x8c\x1bkinerja.dokumen.baca.naskah\x94\x8c\x09dataclass\x94\x93."
    assert terpisah._buka(isi)[1][0].kode == "terhenti"
    assert terpisah._buka(b"")[1][0].kode == "terhenti"


def test_tanpa_modul_resource_hanya_waktu_yang_membatasi(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    proses.batasi(1, 1)


def test_batas_yang_sudah_rendah_tidak_dinaikkan(monkeypatch: pytest.MonkeyPatch) -> None:
    dipasang: dict[int, tuple[int, int]] = {}
    keras = {resource.RLIMIT_AS: resource.RLIM_INFINITY, resource.RLIMIT_CPU: 3, resource.RLIMIT_CORE: 0}
    monkeypatch.setattr(resource, "getrlimit", lambda b: (0, keras[b]))
    monkeypatch.setattr(resource, "setrlimit", dipasang.__setitem__)
    proses.batasi(1_000, 60)
    assert dipasang == {
        resource.RLIMIT_AS: (1_000, resource.RLIM_INFINITY),
        resource.RLIMIT_CPU: (3, 3),
        resource.RLIMIT_CORE: (0, 0),
    }


def test_memori_habis_dijelaskan(pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def habis(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(proses, "read_naskah", habis)
    _, (kendala,) = proses._read(pdf, BatasBaca(), lambda *_: None)
    assert kendala.kode == "memori"
