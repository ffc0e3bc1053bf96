"""One file, one process: `python -m kinerja.dokumen.tandai.proses` writes the annotated copy of an untrusted file.

Task on stdin as JSON (see `terpisah`). On stdout "H" and JSON: {"sisa": [index, …]} or {"galat": message}.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, BinaryIO

from kinerja.dokumen.baca.jenis import kenali_jenis
from kinerja.dokumen.baca.naskah import Letak
from kinerja.dokumen.baca.proses import batasi
from kinerja.dokumen.tandai.docx import tandai_docx
from kinerja.dokumen.tandai.pdf import tandai_pdf
from kinerja.dokumen.tandai.tanda import TakDapatDitandai, Tanda


def jalankan(masuk: BinaryIO, keluar: BinaryIO) -> None:
    """Annotate the file of the task given on `masuk`."""
    tugas = json.load(masuk)
    batasi(tugas["memori"], tugas["detik"])
    try:
        jawaban: dict[str, Any] = {"sisa": _tandai(tugas)}
    except TakDapatDitandai as galat:
        jawaban = {"galat": str(galat)}
    except MemoryError:
        jawaban = {"galat": "Berkas membutuhkan memori melebihi batas."}
    keluar.write(b"H\n" + json.dumps(jawaban).encode())
    keluar.flush()


def _tandai(tugas: dict[str, Any]) -> list[int]:
    berkas = Path(tugas["berkas"])
    tanda = [_baca_tanda(t) for t in tugas["tanda"]]
    isi = berkas.read_bytes()
    jenis = kenali_jenis(isi)
    if jenis not in {"pdf", "docx"}:
        raise TakDapatDitandai(
            "Salinan bertanda hanya dapat dibuat dari PDF dan DOCX. Untuk berkas lain, unduh daftar temuannya."
        )
    hasil = tandai_pdf(isi, tanda) if jenis == "pdf" else tandai_docx(berkas.name, isi, tanda)
    Path(tugas["keluaran"]).write_bytes(hasil.isi)
    return [n for n, satu in enumerate(tanda) if satu in hasil.tak_terpasang]


def _baca_tanda(isi: dict[str, Any]) -> Tanda:
    letak = isi["letak"]
    kotak = tuple(letak["kotak"]) if letak["kotak"] else None
    return Tanda(Letak(**(letak | {"kotak": kotak})), isi["isi"], isi["teks"])


if __name__ == "__main__":  # pragma: no cover
    jalankan(sys.stdin.buffer, sys.stdout.buffer)
