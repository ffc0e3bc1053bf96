"""One stranger's file, one process: `python -m kinerja.dokumen.tanda_tangan.proses` says what its signatures are worth.

On stdin a line of JSON ({"memori", "detik", "akar": PEM}) and then the file itself. On stdout "H" and JSON: the
signatures, or {"galat": message}.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import datetime
from typing import Any, BinaryIO

from kinerja.dokumen.baca.proses import batasi
from kinerja.dokumen.tanda_tangan.periksa import (
    HasilTandaTangan,
    TandaTanganTidakTerbaca,
    read_akar,
    verify_pdf,
)


def jalankan(masuk: BinaryIO, keluar: BinaryIO) -> None:
    """Look at the file of the task given on `masuk`."""
    tugas = json.loads(masuk.readline())
    batasi(tugas["memori"], tugas["detik"])
    try:
        akar = read_akar(tugas["akar"].encode()) if tugas["akar"] else ()
        jawaban: Any = [_tulis(satu) for satu in verify_pdf(masuk.read(), akar)]
    except TandaTanganTidakTerbaca as galat:
        jawaban = {"galat": str(galat)}
    except MemoryError:
        jawaban = {"galat": "Berkas membutuhkan memori melebihi batas."}
    keluar.write(b"H\n" + json.dumps(jawaban).encode())
    keluar.flush()


def _tulis(satu: HasilTandaTangan) -> dict[str, Any]:
    isi = asdict(satu)
    return {k: v.isoformat() if isinstance(v, datetime) else v for k, v in isi.items()}


if __name__ == "__main__":  # pragma: no cover
    jalankan(sys.stdin.buffer, sys.stdout.buffer)
