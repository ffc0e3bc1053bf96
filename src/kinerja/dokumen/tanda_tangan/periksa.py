"""What the signatures on a PDF are worth: who, when, whether the bytes are those that were signed."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

TERBANYAK = 20
"""Signatures on one file that are looked at; more are those of a hostile one."""


@dataclass(frozen=True, slots=True)
class HasilTandaTangan:
    """One signature. `utuh`: the signed bytes are as they were; `diubah`: something was added after it that matters.

    `waktu` is what the signer's clock said, `stempel` what a time-stamp server did. `dipercaya` is None where no
    root certificates are set up here; `kedaluwarsa` compares the certificate with the time of signing.
    """

    medan: str
    penanda_tangan: str
    penerbit: str
    waktu: datetime | None
    stempel: datetime | None
    utuh: bool
    diubah: bool
    dipercaya: bool | None
    kedaluwarsa: bool
    berlaku_sampai: datetime

    @property
    def sah(self) -> bool:
        """Whole, unchanged, and made while the certificate was valid; trust is another question."""
        return self.utuh and not self.diubah and not self.kedaluwarsa


class TandaTanganTidakTerbaca(ValueError):
    """The file is no PDF or its signatures are so damaged that nothing can be said of them."""


def verify_pdf(isi: bytes, akar: Iterable[x509.Certificate] = ()) -> tuple[HasilTandaTangan, ...]:
    """Every signature of the file in the order they were made; empty for an unsigned one.

    Asks nothing of the network. Raises TandaTanganTidakTerbaca, whatever the file is.
    """
    semua_akar = tuple(akar)
    try:
        tanda = PdfFileReader(io.BytesIO(isi)).embedded_regular_signatures[:TERBANYAK]
        hasil = tuple(_periksa(satu, semua_akar) for satu in tanda)
        return hasil if _berakhir(isi) else tuple(replace(h, diubah=True) for h in hasil)
    except Exception as salah:
        # A stranger's file can break the reader in any way; it must not break the page.
        raise TandaTanganTidakTerbaca("Tanda tangan pada berkas ini tidak dapat dibaca.") from salah


def _berakhir(isi: bytes) -> bool:
    """Whether nothing follows the end of the PDF. What does is part of no revision, so no signature speaks of it."""
    return isi.rstrip(b"\r\n").endswith(b"%%EOF")


def _periksa(tanda: Any, akar: tuple[x509.Certificate, ...]) -> HasilTandaTangan:
    konteks = ValidationContext(trust_roots=list(akar), allow_fetching=False, revocation_mode="soft-fail")
    status = validate_pdf_signature(tanda, konteks, konteks)
    sertifikat: x509.Certificate = status.signing_cert
    stempel = status.timestamp_validity.timestamp if status.timestamp_validity else None
    waktu = status.signer_reported_dt
    saat = stempel or waktu
    berlaku = saat is None or sertifikat.not_valid_before <= saat <= sertifikat.not_valid_after
    return HasilTandaTangan(
        medan=tanda.field_name,
        penanda_tangan=_sebut(sertifikat.subject),
        penerbit=_sebut(sertifikat.issuer),
        waktu=waktu,
        stempel=stempel,
        utuh=bool(status.intact and status.valid),
        diubah=not (status.coverage is SignatureCoverageLevel.ENTIRE_FILE or status.docmdp_ok),
        dipercaya=bool(status.trusted) if akar else None,
        kedaluwarsa=not berlaku,
        berlaku_sampai=sertifikat.not_valid_after,
    )


def _sebut(nama: x509.Name) -> str:
    """ "Kepala Kantor, Kementerian Hukum": the name and the organisation."""
    isi = nama.native
    bagian = (isi.get("common_name", ""), isi.get("organization_name", ""))
    return ", ".join(str(b) for b in bagian if b) or nama.human_friendly


def read_akar(isi: bytes) -> tuple[x509.Certificate, ...]:
    """Root certificates of a PEM file. Raises ValueError when it holds anything else."""
    return tuple(x509.Certificate.load(satu) for _, _, satu in pem.unarmor(isi, multiple=True))
