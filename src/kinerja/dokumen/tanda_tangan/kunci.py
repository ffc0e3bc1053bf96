"""Sign by PAdES with a key of one's own: a PKCS#12 file, or a PKCS#11 token (smart card, USB, HSM).

B-B without a time-stamp server, B-LTA with one. The signature is an incremental update: the given bytes stay as they
are, the field is invisible, so a PDF/A stays one. Keys and passphrases live in memory only while signing.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from asn1crypto import x509
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.timestamps import HTTPTimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError
from pyhanko_certvalidator import ValidationContext

from kinerja.dasar.cetak import cetak_tanggal
from kinerja.dokumen.tanda_tangan.penyedia import (
    Keterangan,
    KunciTidakTerbaca,
    LayananTidakMenjawab,
    PdfTidakDapatDitandatangani,
    SandiSalah,
    SertifikatTidakBerlaku,
    TandaTanganGagal,
)

BATAS_DETIK = 20


@dataclass(frozen=True, slots=True)
class StempelWaktu:
    """A time-stamp server (RFC 3161) and the roots its and the signer's certificates lead to."""

    alamat: str
    akar: tuple[x509.Certificate, ...] = ()
    batas_detik: int = BATAS_DETIK


@dataclass(frozen=True, slots=True)
class PenyediaPkcs12:
    """A key file (.p12, .pfx) with its passphrase; neither is printed."""

    isi: bytes = field(repr=False)
    sandi: str = field(repr=False)
    stempel: StempelWaktu | None = None
    nama: str = "berkas kunci"

    def sign(self, pdf: bytes, keterangan: Keterangan) -> bytes:
        """See `Penyedia`. Raises SandiSalah, KunciTidakTerbaca, SertifikatTidakBerlaku and the others."""
        return _tandatangani(pdf, _baca_pkcs12(self.isi, self.sandi), keterangan, self.stempel)


@dataclass(frozen=True, slots=True)
class PenyediaToken:
    """A key that never leaves its token: path of the maker's library, label of token and of key, PIN."""

    pustaka: str
    token: str
    label: str
    pin: str = field(repr=False)
    stempel: StempelWaktu | None = None
    nama: str = "token"

    def sign(self, pdf: bytes, keterangan: Keterangan) -> bytes:
        """See `Penyedia`. Raises SandiSalah, KunciTidakTerbaca, SertifikatTidakBerlaku and the others."""
        with _buka_token(self) as penanda:
            return _tandatangani(pdf, penanda, keterangan, self.stempel)


def _baca_pkcs12(isi: bytes, sandi: str) -> SimpleSigner:
    try:
        kunci, sertifikat, _lain = pkcs12.load_key_and_certificates(isi, sandi.encode())
    except ValueError as salah:
        # The same error for a wrong passphrase and for a damaged file; only its words tell them apart.
        if "password" in str(salah).lower():
            raise SandiSalah("Frasa sandi berkas kunci salah.") from None
        raise KunciTidakTerbaca(
            "Berkas kunci tidak dapat dibaca; pastikan berkasnya .p12 atau .pfx."
        ) from None
    if kunci is None or sertifikat is None:
        raise KunciTidakTerbaca("Berkas itu tidak memuat sertifikat bersama kuncinya.")
    penanda: SimpleSigner = SimpleSigner.load_pkcs12_data(isi, (), sandi.encode())
    return penanda


@contextmanager
def _buka_token(penyedia: PenyediaToken) -> Iterator[Any]:
    try:
        # An office without a token needs no library for one.
        from pkcs11 import exceptions as p11  # noqa: PLC0415
        from pyhanko.config.pkcs11 import TokenCriteria  # noqa: PLC0415
        from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session  # noqa: PLC0415
    except ImportError:
        raise KunciTidakTerbaca("Pustaka token belum dipasang (paket kinerja[token]).") from None
    try:
        sesi = open_pkcs11_session(
            penyedia.pustaka, token_criteria=TokenCriteria(penyedia.token), user_pin=penyedia.pin
        )
    except (p11.PinIncorrect, p11.PinInvalid, p11.PinLocked, p11.PinLenRange):
        raise SandiSalah("PIN token salah atau terkunci.") from None
    except (p11.PKCS11Error, RuntimeError, OSError) as salah:
        raise KunciTidakTerbaca(f"Token {penyedia.token} tidak dapat dibuka.") from salah
    with sesi:
        try:
            # Only the digest goes to the token: fewer of them know how to make it themselves.
            penanda = PKCS11Signer(
                sesi, cert_label=penyedia.label, key_label=penyedia.label, use_raw_mechanism=True
            )
            _ = penanda.signing_cert
            yield penanda
        except (p11.PKCS11Error, PdfError) as salah:
            pesan = f"Token tidak memuat kunci {penyedia.label}, atau kunci itu tidak dapat dipakai."
            raise KunciTidakTerbaca(pesan) from salah


def _tandatangani(pdf: bytes, penanda: Any, keterangan: Keterangan, stempel: StempelWaktu | None) -> bytes:
    _require_berlaku(penanda.signing_cert, keterangan.pada)
    penulis = PdfSigner(
        _susun_keterangan(penanda, keterangan, stempel),
        signer=penanda,
        timestamper=HTTPTimeStamper(stempel.alamat, timeout=stempel.batas_detik) if stempel else None,
        new_field_spec=SigFieldSpec(keterangan.medan),
    )
    hasil = io.BytesIO()
    _jalankan(lambda: penulis.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), output=hasil))
    return hasil.getvalue()


def _susun_keterangan(
    penanda: Any, keterangan: Keterangan, stempel: StempelWaktu | None
) -> PdfSignatureMetadata:
    pokok: dict[str, Any] = {
        "field_name": keterangan.medan,
        "reason": keterangan.alasan or None,
        "location": keterangan.tempat or None,
        "md_algorithm": "sha256",
        "subfilter": SigSeedSubFilter.PADES,
    }
    if stempel is None:
        return PdfSignatureMetadata(**pokok)
    akar = [*stempel.akar, *(s for s in penanda.cert_registry if s.self_issued)]
    konteks = ValidationContext(
        trust_roots=akar,
        other_certs=list(penanda.cert_registry),
        allow_fetching=True,
        revocation_mode="soft-fail",
    )
    return PdfSignatureMetadata(
        **pokok, embed_validation_info=True, use_pades_lta=True, validation_context=konteks
    )


def _jalankan(tindakan: Callable[[], object]) -> None:
    """Do it, every failure of the libraries in our own words."""
    try:
        tindakan()
    except (TimestampRequestError, TimeoutError) as salah:
        raise LayananTidakMenjawab(
            "Server stempel waktu tidak menjawab; coba lagi atau tanpa stempel."
        ) from salah
    except SigningError as salah:
        # A field that is taken, or with a time stamp a chain of certificates that leads to no known root.
        raise TandaTanganGagal(
            "Tanda tangan tidak dapat dibubuhkan: medannya sudah terisi, atau rantai sertifikat tidak dipercaya."
        ) from salah
    except (PdfError, ValueError, OSError) as salah:
        raise PdfTidakDapatDitandatangani("Berkas ini bukan PDF yang utuh atau terkunci.") from salah


def _require_berlaku(sertifikat: x509.Certificate, pada: datetime) -> None:
    if pada > sertifikat.not_valid_after:
        hari = cetak_tanggal(sertifikat.not_valid_after.date())
        raise SertifikatTidakBerlaku(f"Sertifikat sudah kedaluwarsa sejak {hari}; perbarui ke penerbitnya.")
    if pada < sertifikat.not_valid_before:
        hari = cetak_tanggal(sertifikat.not_valid_before.date())
        raise SertifikatTidakBerlaku(f"Sertifikat baru berlaku mulai {hari}.")
