"""One untrusted file, one process: `python -m kinerja.dokumen.baca.proses` reads a task and writes the document.

Task on stdin as JSON (see `terpisah`). On stdout a line "P <done> <all>" per page, then "H" and the pickled
result, which the parent unpickles by a list of allowed classes, because a reader that was taken over may lie.
"""

from __future__ import annotations

import json
import pickle
import sys
from pathlib import Path
from typing import BinaryIO

from kinerja.dokumen.baca.arsip import Batas
from kinerja.dokumen.baca.berkas import BatasBaca, Hasil, read_naskah
from kinerja.dokumen.baca.kendala import Kendala
from kinerja.dokumen.baca.pdf import Lapor


def jalankan(masuk: BinaryIO, keluar: BinaryIO) -> None:
    """Read the file of the task given on `masuk`."""
    tugas = json.load(masuk)
    batasi(tugas["memori"], tugas["detik"])
    batas = BatasBaca(Batas(**tugas["arsip"]), tugas["halaman"])

    def lapor(selesai: int, semua: int) -> None:
        keluar.write(b"P %d %d\n" % (selesai, semua))
        keluar.flush()

    keluar.write(b"H\n" + pickle.dumps(_read(Path(tugas["berkas"]), batas, lapor), protocol=5))
    keluar.flush()


def _read(berkas: Path, batas: BatasBaca, lapor: Lapor) -> Hasil:
    try:
        return read_naskah(berkas, batas, lapor)
    except (MemoryError, RecursionError):
        pesan = "Berkas membutuhkan memori melebihi batas. Bagi dokumennya, atau simpan ulang."
        return None, (Kendala("memori", pesan, fatal=True),)


def batasi(memori: int, detik: int) -> None:
    """Let the operating system end this process at these limits (bytes, CPU seconds); Windows cannot."""
    try:
        import resource  # noqa: PLC0415 absent on Windows
    except ImportError:
        return
    for batas, nilai in (
        (resource.RLIMIT_AS, memori),
        (resource.RLIMIT_CPU, detik),
        (resource.RLIMIT_CORE, 0),
    ):
        keras = resource.getrlimit(batas)[1]
        # A limit that is already lower stays.
        tujuan = nilai if keras == resource.RLIM_INFINITY else min(nilai, keras)
        resource.setrlimit(batas, (tujuan, keras))


if __name__ == "__main__":  # pragma: no cover
    jalankan(sys.stdin.buffer, sys.stdout.buffer)
