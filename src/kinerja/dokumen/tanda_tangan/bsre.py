"""Sign through the service of Balai Sertifikasi Elektronik (BSrE): the key stays there, we send the PDF.

JSON over HTTPS to `<alamat>/api/v2/sign/pdf` with Basic authentication: NIK, passphrase and the file in base64. The
NIK and the passphrase go nowhere else and are never kept. The wording of an error differs between releases of the
service, so both its code and its words are looked at.
"""

from __future__ import annotations

import base64
import binascii
import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kinerja.dokumen.tanda_tangan.penyedia import (
    Keterangan,
    LayananGagal,
    LayananTidakMenjawab,
    NikTidakDikenal,
    SandiSalah,
    SertifikatTidakBerlaku,
    TandaTanganGagal,
)

FOOTER_BSRE = (
    "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh Balai "
    "Sertifikasi Elektronik (BSrE), BSSN."
)
_JALAN = "/api/v2/sign/pdf"
_TERBESAR = 60 * 2**20


@dataclass(frozen=True, slots=True)
class LayananBsre:
    """Where the service is and how this installation introduces itself."""

    alamat: str
    pengguna: str
    sandi: str = field(repr=False)
    batas_detik: float = 60


@dataclass(frozen=True, slots=True)
class PenyediaBsre:
    """One signer at the service."""

    layanan: LayananBsre
    nik: str = field(repr=False)
    frasa: str = field(repr=False)
    nama: str = "BSrE"

    def sign(self, pdf: bytes, keterangan: Keterangan) -> bytes:
        """See `Penyedia`. Raises every TandaTanganGagal but those of a key of one's own."""
        jawaban = self._kirim(
            {
                "nik": self.nik,
                "passphrase": self.frasa,
                "signatureProperties": [
                    {"tampilan": "INVISIBLE", "reason": keterangan.alasan, "location": keterangan.tempat}
                ],
                "file": [base64.b64encode(pdf).decode()],
            }
        )
        hasil = _ambil_berkas(jawaban)
        if not hasil.startswith(b"%PDF-"):
            raise LayananGagal("Jawaban layanan BSrE bukan berkas PDF.")
        return hasil

    def _kirim(self, isi: Mapping[str, Any]) -> Mapping[str, Any]:
        tanda = base64.b64encode(f"{self.layanan.pengguna}:{self.layanan.sandi}".encode()).decode()
        permintaan = urllib.request.Request(
            self.layanan.alamat.rstrip("/") + _JALAN,
            json.dumps(isi).encode(),
            {"Content-Type": "application/json", "Authorization": f"Basic {tanda}"},
        )
        try:
            with urllib.request.urlopen(permintaan, timeout=self.layanan.batas_detik) as aliran:
                return _urai(aliran.read(_TERBESAR))
        except urllib.error.HTTPError as salah:
            raise _jelaskan(salah.code, salah.read(_TERBESAR)) from None
        except OSError:
            raise LayananTidakMenjawab("Layanan BSrE tidak menjawab; coba beberapa saat lagi.") from None


def _urai(isi: bytes) -> Mapping[str, Any]:
    try:
        hasil = json.loads(isi)
    except ValueError:
        raise LayananGagal("Jawaban layanan BSrE tidak dapat dibaca.") from None
    if not isinstance(hasil, dict):
        raise LayananGagal("Jawaban layanan BSrE tidak dapat dibaca.")
    return hasil


def _ambil_berkas(jawaban: Mapping[str, Any]) -> bytes:
    match jawaban.get("file"):
        case [str() as isi, *_]:
            try:
                return base64.b64decode(isi, validate=True)
            except binascii.Error:
                raise LayananGagal("Berkas dari layanan BSrE rusak.") from None
    raise LayananGagal("Layanan BSrE tidak mengembalikan berkas.")


_KATA: tuple[tuple[tuple[str, ...], type[TandaTanganGagal], str], ...] = (
    (("passphrase",), SandiSalah, "Frasa sandi BSrE salah."),
    (
        ("expired", "kedaluwarsa", "kadaluarsa", "kadaluwarsa", "revoke", "dicabut"),
        SertifikatTidakBerlaku,
        "Sertifikat elektronik pada BSrE sudah tidak berlaku; perbarui lebih dahulu.",
    ),
    (
        ("nik", "tidak terdaftar", "belum terdaftar", "user"),
        NikTidakDikenal,
        "NIK tidak dikenal oleh BSrE atau belum memiliki sertifikat.",
    ),
)


def _jelaskan(status: int, isi: bytes) -> TandaTanganGagal:
    """The refusal in our own words; what the service wrote may hold a NIK and is not repeated."""
    if status in (401, 403):
        return LayananGagal("BSrE menolak akun layanan pemasangan ini; hubungi pengelola.")
    if status >= 500:
        return LayananGagal(f"Layanan BSrE sedang bermasalah (kode {status}); coba lagi nanti.")
    try:
        kata = str(_urai(isi).get("error", "")).lower()
    except LayananGagal as salah:
        return salah
    for tanda, jenis, pesan in _KATA:
        if any(t in kata for t in tanda):
            return jenis(pesan)
    return LayananGagal(f"BSrE menolak permintaan ini (kode {status}).")
