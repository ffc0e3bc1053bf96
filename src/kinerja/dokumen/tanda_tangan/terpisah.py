"""Signatures of an untrusted file, looked at in a process of its own with the limits of `baca.terpisah`."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from kinerja.dokumen.baca.kendala import Kendala
from kinerja.dokumen.baca.terpisah import BATAS_PROSES, BatasProses, jalankan_terpisah
from kinerja.dokumen.tanda_tangan.periksa import HasilTandaTangan, TandaTanganTidakTerbaca

_PROSES = "kinerja.dokumen.tanda_tangan.proses"
_WAKTU = ("waktu", "stempel", "berlaku_sampai")


def verify_pdf_terpisah(
    isi: bytes, akar: str = "", batas: BatasProses = BATAS_PROSES
) -> tuple[HasilTandaTangan, ...]:
    """What `periksa.verify_pdf` says, with root certificates as PEM text.

    Raises TandaTanganTidakTerbaca, also for a file that takes too long or too much memory.
    """
    kepala = {"memori": batas.memori, "detik": int(batas.detik) + 5, "akar": akar}
    jawaban = jalankan_terpisah(_PROSES, json.dumps(kepala).encode() + b"\n" + isi, batas.detik)
    if isinstance(jawaban, Kendala):
        raise TandaTanganTidakTerbaca(jawaban.pesan)
    hasil = json.loads(jawaban or b'{"galat": "Pemeriksa tanda tangan berhenti di tengah berkas."}')
    if isinstance(hasil, dict):
        raise TandaTanganTidakTerbaca(hasil["galat"])
    return tuple(_buka(satu) for satu in hasil)


def _buka(isi: dict[str, Any]) -> HasilTandaTangan:
    waktu = {k: datetime.fromisoformat(isi[k]) if isi[k] else None for k in _WAKTU}
    return HasilTandaTangan(**(isi | waktu))
