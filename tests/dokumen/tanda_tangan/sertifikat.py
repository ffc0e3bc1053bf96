"""Certificates made for the tests: a root, signers under it, a time-stamp authority, key files."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache

from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

SANDI = "frasa-rahasia-uji"
KINI = datetime.datetime.now(datetime.UTC)
"""Signatures carry the real time: what they are compared with must be the real time, too."""
SETAHUN = datetime.timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Pemegang:
    """A key and its certificate."""

    kunci: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
    sertifikat: x509.Certificate

    @property
    def asn1(self) -> asn1.Certificate:
        return asn1.Certificate.load(self.sertifikat.public_bytes(Encoding.DER))

    @property
    def pem(self) -> bytes:
        return self.sertifikat.public_bytes(Encoding.PEM)

    def kunci_der(self) -> bytes:
        return self.kunci.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())

    def kunci_ec(self) -> bytes:
        """With the name of the curve inside, as a token wants it."""
        return self.kunci.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())

    def p12(self, sandi: str = SANDI) -> bytes:
        return pkcs12.serialize_key_and_certificates(
            b"uji",
            self.kunci,
            self.sertifikat,
            [get_akar().sertifikat],
            BestAvailableEncryption(sandi.encode()),
        )


def make_pemegang(
    nama: str, *, mulai: datetime.datetime = KINI - SETAHUN, akhir: datetime.datetime = KINI + SETAHUN,
    stempel: bool = False, akar: bool = False,
) -> Pemegang:  # fmt: skip
    """A certificate under the root of the tests (`akar`: the root itself)."""
    # The stand-in authority knows RSA only.
    kunci = rsa.generate_private_key(65537, 2048) if stempel else ec.generate_private_key(ec.SECP256R1())
    sebutan = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, nama),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Kantor Contoh"),
        ]
    )
    induk = None if akar else get_akar()
    isi = (
        x509.CertificateBuilder()
        .subject_name(sebutan)
        .issuer_name(induk.sertifikat.subject if induk else sebutan)
        .public_key(kunci.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(mulai)
        .not_valid_after(akhir)
        .add_extension(x509.BasicConstraints(ca=akar, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(not akar, not akar, False, False, False, akar, akar, False, False), critical=True
        )
    )
    if stempel:
        isi = isi.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return Pemegang(kunci, isi.sign(induk.kunci if induk else kunci, hashes.SHA256()))


@cache
def get_akar() -> Pemegang:
    """The root of every certificate here."""
    return make_pemegang("Akar Uji", mulai=KINI - 5 * SETAHUN, akhir=KINI + 5 * SETAHUN, akar=True)


@cache
def get_penanda(nama: str = "Kepala Kantor Wilayah") -> Pemegang:
    return make_pemegang(nama)


@cache
def get_kedaluwarsa() -> Pemegang:
    return make_pemegang("Pejabat Lama", mulai=KINI - 3 * SETAHUN, akhir=KINI - SETAHUN)
