"""Sign with a key of one's own, and see what a signature is worth; every refusal in words."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from tests.dokumen.tanda_tangan.peladen import jalankan_peladen, jawab_stempel
from tests.dokumen.tanda_tangan.sertifikat import (
    KINI,
    SANDI,
    SETAHUN,
    get_akar,
    get_kedaluwarsa,
    get_penanda,
)

from kinerja.dokumen.model import Bagian, Dokumen, paragraf
from kinerja.dokumen.pdf import render_pdf
from kinerja.dokumen.tanda_tangan.kunci import PenyediaPkcs12, PenyediaToken, StempelWaktu
from kinerja.dokumen.tanda_tangan.penyedia import (
    Keterangan,
    KunciTidakTerbaca,
    LayananTidakMenjawab,
    PdfTidakDapatDitandatangani,
    SandiSalah,
    SertifikatTidakBerlaku,
    TandaTanganGagal,
)
from kinerja.dokumen.tanda_tangan.periksa import TandaTanganTidakTerbaca, read_akar, verify_pdf

KETERANGAN = Keterangan(KINI, "Perjanjian Kinerja 2023", "Palembang")
AKAR = (get_akar().asn1,)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    bab = Bagian("p", "Perjanjian", (paragraf("Kami berjanji: anggaran Rp5.134.098.000."),))
    surat = Dokumen(
        "Perjanjian", "", "Kantor", 2023, "Palembang, 2 Januari 2023", "", bab=(bab,), rupa="surat"
    )
    return render_pdf(surat).isi


@pytest.fixture(scope="module")
def bertanda(pdf: bytes) -> bytes:
    return PenyediaPkcs12(get_penanda().p12(), SANDI).sign(pdf, KETERANGAN)


def test_tanda_tangan_utuh_dan_byte_semula_tidak_disentuh(pdf, bertanda):
    assert bertanda.startswith(pdf)
    (satu,) = verify_pdf(bertanda, AKAR)
    assert (satu.sah, satu.utuh, satu.diubah, satu.dipercaya) == (True, True, False, True)
    assert satu.penanda_tangan == "Kepala Kantor Wilayah, Kantor Contoh"
    assert satu.penerbit == "Akar Uji, Kantor Contoh"
    assert satu.stempel is None
    assert satu.waktu is not None
    assert verify_pdf(bertanda)[0].dipercaya is None
    assert verify_pdf(bertanda, (get_kedaluwarsa().asn1,))[0].dipercaya is False
    assert verify_pdf(pdf) == ()


def test_pdf_tetap_bertag_dan_pdf_a(bertanda):
    with pikepdf.open(io.BytesIO(bertanda)) as berkas:
        assert berkas.Root.MarkInfo.Marked
        meta = berkas.Root.Metadata.read_bytes().decode()
        assert re.search(r"pdfaid:part.{0,3}2", meta)
        (medan,) = berkas.Root.AcroForm.Fields
        assert medan.V.SubFilter == "/ETSI.CAdES.detached"
        assert list(medan.Rect) == [0, 0, 0, 0]


def test_dua_pihak_pada_satu_berkas(bertanda):
    kedua = Keterangan(KINI, medan="PihakKedua")
    dua = PenyediaPkcs12(get_penanda("Direktur Jenderal").p12(), SANDI).sign(bertanda, kedua)
    hasil = verify_pdf(dua, AKAR)
    assert [h.penanda_tangan.split(",")[0] for h in hasil] == ["Kepala Kantor Wilayah", "Direktur Jenderal"]
    assert all(h.sah for h in hasil)
    with pytest.raises(TandaTanganGagal):
        PenyediaPkcs12(get_penanda().p12(), SANDI).sign(bertanda, KETERANGAN)


def test_berkas_yang_diubah_ketahuan(bertanda):
    rusak = bytearray(bertanda)
    rusak[bertanda.index(b"stream") + 20] ^= 1
    (satu,) = verify_pdf(bytes(rusak), AKAR)
    assert not satu.utuh
    assert not satu.sah
    tambah = io.BytesIO()
    with pikepdf.open(io.BytesIO(bertanda)) as berkas:
        berkas.save(tambah)
    (ulang,) = verify_pdf(tambah.getvalue(), AKAR)
    assert not ulang.sah


def test_isi_di_belakang_akhir_pdf_ketahuan(bertanda):
    """No signature covers what is no revision of the file; line ends after the end are no addition."""
    for ekor, diubah in ((b"\n% sisipan\n", True), (b"\r\n\n", False)):
        (satu,) = verify_pdf(bertanda + ekor, AKAR)
        assert (satu.utuh, satu.diubah) == (True, diubah)


def test_tambahan_sesudah_tanda_tangan_ketahuan(bertanda):
    from pyhanko.pdf_utils.generic import DictionaryObject, NameObject, NumberObject  # noqa: PLC0415
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415

    penulis = IncrementalPdfFileWriter(io.BytesIO(bertanda))
    halaman = penulis.root["/Pages"]["/Kids"][0]
    halaman[NameObject("/Rotate")] = NumberObject(90)
    penulis.update_container(halaman)
    penulis.root[NameObject("/PieceInfo")] = DictionaryObject()
    penulis.update_root()
    hasil = io.BytesIO()
    penulis.write(hasil)
    (satu,) = verify_pdf(hasil.getvalue(), AKAR)
    assert satu.utuh
    assert satu.diubah
    assert not satu.sah


@pytest.mark.parametrize("isi", [b"", b"bukan pdf", b"%PDF-1.7\n%%EOF"])
def test_yang_bukan_pdf(isi):
    with pytest.raises(TandaTanganTidakTerbaca):
        verify_pdf(isi)
    with pytest.raises(PdfTidakDapatDitandatangani):
        PenyediaPkcs12(get_penanda().p12(), SANDI).sign(isi, KETERANGAN)


def test_sandi_dan_berkas_kunci_yang_keliru(pdf):
    tanpa_kunci = pkcs12.serialize_key_and_certificates(
        b"x", None, None, [get_akar().sertifikat], NoEncryption()
    )
    for isi, sandi, jenis in (
        (get_penanda().p12(), "bukan-frasa-itu", SandiSalah),
        (b"bukan kunci", SANDI, KunciTidakTerbaca),
        (tanpa_kunci, "", KunciTidakTerbaca),
    ):
        with pytest.raises(jenis) as galat:
            PenyediaPkcs12(isi, sandi).sign(pdf, KETERANGAN)
        assert sandi == "" or sandi not in str(galat.value)


def test_sertifikat_kedaluwarsa_dan_belum_berlaku(pdf):
    with pytest.raises(SertifikatTidakBerlaku, match="kedaluwarsa"):
        PenyediaPkcs12(get_kedaluwarsa().p12(), SANDI).sign(pdf, KETERANGAN)
    with pytest.raises(SertifikatTidakBerlaku, match="baru berlaku"):
        PenyediaPkcs12(get_penanda().p12(), SANDI).sign(pdf, Keterangan(KINI - 2 * SETAHUN))


def test_tanda_tangan_dengan_sertifikat_kedaluwarsa_disebut(pdf):
    # Its clock is set back: the program refuses, so the forger says it was another day.
    lama = PenyediaPkcs12(get_kedaluwarsa().p12(), SANDI).sign(pdf, Keterangan(KINI - 2 * SETAHUN))
    (satu,) = verify_pdf(lama, AKAR)
    assert satu.kedaluwarsa
    assert satu.utuh
    assert not satu.sah


def test_rahasia_tidak_tercetak():
    penyedia = PenyediaPkcs12(b"isi", SANDI)
    assert SANDI not in repr(penyedia)
    assert "1234" not in repr(PenyediaToken("/x.so", "t", "l", "1234"))


def test_dengan_stempel_waktu_menjadi_b_lta(pdf):
    with jalankan_peladen(jawab_stempel) as alamat:
        hasil = PenyediaPkcs12(get_penanda().p12(), SANDI, StempelWaktu(alamat, AKAR)).sign(pdf, KETERANGAN)
    (satu,) = verify_pdf(hasil, AKAR)
    assert satu.sah
    assert satu.stempel is not None
    with pikepdf.open(io.BytesIO(hasil)) as berkas:
        assert "/DSS" in berkas.Root
        assert [m.V.Type for m in berkas.Root.AcroForm.Fields] == ["/Sig", "/DocTimeStamp"]


def test_server_stempel_waktu_mati_atau_tak_dipercaya(pdf):
    mati = StempelWaktu("http://127.0.0.1:9", AKAR, 2)
    with pytest.raises(LayananTidakMenjawab):
        PenyediaPkcs12(get_penanda().p12(), SANDI, mati).sign(pdf, KETERANGAN)
    with (
        jalankan_peladen(lambda *_: (200, "text/html", b"<h1>")) as alamat,
        pytest.raises(LayananTidakMenjawab),
    ):
        PenyediaPkcs12(get_penanda().p12(), SANDI, StempelWaktu(alamat)).sign(pdf, KETERANGAN)


def test_rantai_yang_tidak_sampai_ke_akar(pdf):
    penanda = get_penanda()
    sebatang = pkcs12.serialize_key_and_certificates(
        b"x", penanda.kunci, penanda.sertifikat, None, NoEncryption()
    )
    with (
        jalankan_peladen(jawab_stempel) as alamat,
        pytest.raises(TandaTanganGagal, match="rantai sertifikat"),
    ):
        PenyediaPkcs12(sebatang, "", StempelWaktu(alamat)).sign(pdf, KETERANGAN)


def test_akar_dari_berkas_pem():
    assert [a.subject.native["common_name"] for a in read_akar(get_akar().pem * 2)] == ["Akar Uji"] * 2
    with pytest.raises(ValueError, match=r".*"):
        read_akar(b"bukan pem")


@pytest.fixture(scope="module")
def token(tmp_path_factory) -> PenyediaToken:
    """A token in software, with the same key as the file."""
    alat = shutil.which("softhsm2-util")
    pustaka = next((p for p in map(str, Path("/usr/lib").rglob("libsofthsm2.so"))), "") if alat else ""
    if not (alat and pustaka):
        pytest.skip("SoftHSM is not installed on this machine")
    pytest.importorskip("pkcs11")
    wadah = tmp_path_factory.mktemp("token")
    (wadah / "tokens").mkdir()
    (wadah / "softhsm2.conf").write_text(
        f"directories.tokendir = {wadah}/tokens\nobjectstore.backend = file\n"
    )
    os.environ["SOFTHSM2_CONF"] = str(wadah / "softhsm2.conf")
    subprocess.run(
        [alat, "--init-token", "--free", "--label", "uji", "--pin", "1234", "--so-pin", "5678"],
        check=True, capture_output=True,
    )  # fmt: skip
    _isi_token(pustaka)
    return PenyediaToken(pustaka, "uji", "kepala", "1234")


def _isi_token(pustaka: str) -> None:
    import pkcs11  # noqa: PLC0415
    from pkcs11.util.ec import decode_ec_private_key  # noqa: PLC0415
    from pkcs11.util.x509 import decode_x509_certificate  # noqa: PLC0415

    penanda = get_penanda()
    token = pkcs11.lib(pustaka).get_token(token_label="uji")
    with token.open(rw=True, user_pin="1234") as sesi:
        kunci = decode_ec_private_key(penanda.kunci_ec())
        sertifikat = decode_x509_certificate(penanda.asn1.dump())
        lain = {pkcs11.Attribute.LABEL: "kepala", pkcs11.Attribute.TOKEN: True}
        sesi.create_object({**kunci, **lain, pkcs11.Attribute.ID: b"1"})
        sesi.create_object({**sertifikat, **lain, pkcs11.Attribute.ID: b"1"})


def test_kunci_pada_token(token, pdf):
    (satu,) = verify_pdf(token.sign(pdf, KETERANGAN), AKAR)
    assert satu.sah
    assert satu.penanda_tangan.startswith("Kepala Kantor Wilayah")


@pytest.mark.parametrize(
    ("ganti", "jenis"),
    [
        ({"pin": "9999"}, SandiSalah),
        ({"token": "lain"}, KunciTidakTerbaca),
        ({"label": "lain"}, KunciTidakTerbaca),
    ],
)
def test_token_yang_keliru(token, pdf, ganti, jenis):
    from dataclasses import replace  # noqa: PLC0415

    with pytest.raises(jenis):
        replace(token, **ganti).sign(pdf, KETERANGAN)


def test_tanpa_pustaka_token(pdf, monkeypatch):
    monkeypatch.setitem(sys.modules, "pkcs11", None)
    with pytest.raises(KunciTidakTerbaca, match="belum dipasang"):
        PenyediaToken("/tidak/ada.so", "uji", "kepala", "1234").sign(pdf, KETERANGAN)
