"""BSrE's service against a server on this machine: a signature, and every way it refuses or fails."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.dokumen.tanda_tangan.peladen import NIK, jalankan_peladen, jawab_bsre
from tests.dokumen.tanda_tangan.sertifikat import KINI, SANDI, get_akar

from kinerja.dokumen.model import Bagian, Dokumen, paragraf
from kinerja.dokumen.pdf import render_pdf
from kinerja.dokumen.tanda_tangan.bsre import LayananBsre, PenyediaBsre
from kinerja.dokumen.tanda_tangan.penyedia import (
    Keterangan,
    LayananGagal,
    LayananTidakMenjawab,
    NikTidakDikenal,
    SandiSalah,
    SertifikatTidakBerlaku,
)
from kinerja.dokumen.tanda_tangan.periksa import verify_pdf


@pytest.fixture(scope="module")
def alamat() -> Iterator[str]:
    with jalankan_peladen(jawab_bsre) as satu:
        yield satu


def sign(
    alamat: str, hal: str = "PK", *, nik: str = NIK, frasa: str = SANDI, sandi: str = "layanan"
) -> bytes:
    layanan = LayananBsre(alamat, "kinerja", sandi, 1)
    return PenyediaBsre(layanan, nik, frasa).sign(b"%PDF-x", Keterangan(KINI, alasan=hal))


def test_layanan_menandatangani(alamat):
    bab = Bagian("p", "Perjanjian", (paragraf("Isi."),))
    pdf = render_pdf(Dokumen("P", "", "K", 2023, "Palembang", "", bab=(bab,), rupa="surat")).isi
    layanan = LayananBsre(alamat + "/", "kinerja", "layanan")
    hasil = PenyediaBsre(layanan, NIK, SANDI).sign(pdf, Keterangan(KINI, alasan="PK"))
    assert hasil.startswith(pdf)
    assert verify_pdf(hasil, (get_akar().asn1,))[0].sah


@pytest.mark.parametrize(
    ("lain", "jenis"),
    [
        ({"frasa": "salah"}, SandiSalah),
        ({"nik": "0000000000000009"}, NikTidakDikenal),
        ({"hal": "kedaluwarsa"}, SertifikatTidakBerlaku),
        ({"hal": "lambat"}, LayananTidakMenjawab),
        ({"hal": "galat"}, LayananGagal),
        ({"hal": "lain"}, LayananGagal),
        ({"hal": "html"}, LayananGagal),
        ({"sandi": "salah"}, LayananGagal),
        *(
            ({"hal": h}, LayananGagal)
            for h in ("bukan-json", "daftar", "kosong", "base64-rusak", "bukan-pdf")
        ),
    ],
)
def test_setiap_penolakan_dan_kegagalan(alamat, lain, jenis):
    with pytest.raises(jenis) as galat:
        sign(alamat, **lain)
    pesan = str(galat.value)
    assert pesan.endswith(".")
    assert not {NIK, SANDI, "0000000000000009"} & set(pesan.split())


def test_tidak_ada_layanan():
    with pytest.raises(LayananTidakMenjawab):
        sign("http://127.0.0.1:9")


def test_rahasia_tidak_tercetak():
    penyedia = PenyediaBsre(LayananBsre("https://x", "kinerja", "layanan-rahasia"), NIK, SANDI)
    assert not [r for r in (NIK, SANDI, "layanan-rahasia") if r in repr(penyedia)]
