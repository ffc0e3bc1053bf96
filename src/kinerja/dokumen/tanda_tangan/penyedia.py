"""What every provider of signatures offers, and each way it can fail: one class, one code, words for the signer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Protocol


@dataclass(frozen=True, slots=True)
class Keterangan:
    """What is written into the signature besides the certificate; `pada` decides whether the certificate is valid."""

    pada: datetime
    alasan: str = ""
    tempat: str = ""
    medan: str = "TandaTangan"
    """Name of the signature field; two signatures on one file need two names."""


class Penyedia(Protocol):
    """Somebody or something that signs a PDF. `nama` is kept in the trail; a secret never is."""

    @property
    def nama(self) -> str:
        """What it is called: "berkas kunci", "token", "BSrE"."""

    def sign(self, pdf: bytes, keterangan: Keterangan) -> bytes:
        """The signed bytes; the given ones stand unchanged at their beginning. Raises TandaTanganGagal."""


class TandaTanganGagal(RuntimeError):
    """A signature could not be made; the message is for the signer and names no secret."""

    kode: ClassVar[str] = "tanda_tangan_gagal"


class SandiSalah(TandaTanganGagal):
    """The passphrase or PIN does not open the key."""

    kode = "sandi_salah"


class KunciTidakTerbaca(TandaTanganGagal):
    """The key file or token is damaged, absent, or holds no certificate with its key."""

    kode = "kunci_tidak_terbaca"


class SertifikatTidakBerlaku(TandaTanganGagal):
    """The certificate has expired, or is not valid yet."""

    kode = "sertifikat_tidak_berlaku"


class NikTidakDikenal(TandaTanganGagal):
    """The service knows nobody with that NIK."""

    kode = "nik_tidak_dikenal"


class LayananTidakMenjawab(TandaTanganGagal):
    """No answer in time, or no connection."""

    kode = "layanan_tidak_menjawab"


class LayananGagal(TandaTanganGagal):
    """The service answered that it failed, refused us, or in words we do not know."""

    kode = "layanan_gagal"


class PdfTidakDapatDitandatangani(TandaTanganGagal):
    """The file is no PDF, is damaged, or encrypted."""

    kode = "pdf_tidak_dapat_ditandatangani"
