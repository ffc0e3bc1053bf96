"""Read an untrusted file in a process of its own, with limits of memory, time and pages; it leaves nothing behind."""

from __future__ import annotations

import io
import json
import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any, cast

from kinerja.dokumen.baca.berkas import BATAS_BACA, BatasBaca, Hasil
from kinerja.dokumen.baca.kendala import Kendala
from kinerja.dokumen.baca.pdf import Lapor

_AKAR_PAKET = Path(__file__).resolve().parents[3]
_PROSES = "kinerja.dokumen.baca.proses"
_DENYUT = 0.05
_DIIZINKAN = {
    "kinerja.dokumen.baca.naskah": None,
    "kinerja.dokumen.baca.kendala": None,
    "decimal": {"Decimal"},
}
"""Module -> the names that a result may be made of; None for all its classes."""

Batal = Callable[[], bool]
"""Asked again and again; True ends the reading."""


@dataclass(frozen=True, slots=True)
class BatasProses:
    """Limits of the process: bytes of address space (not on Windows), seconds of wall time, and of the document."""

    memori: int = 2 * 2**30
    detik: int = 120
    baca: BatasBaca = BATAS_BACA


BATAS_PROSES = BatasProses()


def read_terpisah(
    berkas: Path,
    batas: BatasProses = BATAS_PROSES,
    *,
    lapor: Lapor | None = None,
    batal: Batal | None = None,
) -> Hasil:
    """As `read_naskah`, in a child process that is always gone afterwards; never raises for what a file holds.

    `lapor` is called with pages done and pages in all, from another thread.
    """
    jawaban = jalankan_terpisah(_PROSES, _tulis_tugas(berkas, batas), batas.detik, lapor, batal)
    return (None, (jawaban,)) if isinstance(jawaban, Kendala) else _buka(jawaban)


def jalankan_terpisah(
    modul: str, tugas: bytes, detik: float, lapor: Lapor | None = None, batal: Batal | None = None
) -> bytes | Kendala:
    """Run a module of this package on a task; what it writes after its line "H", b"" when it dies before."""
    perintah = [sys.executable, "-P", "-m", modul]
    lingkungan = os.environ | {"PYTHONPATH": str(_AKAR_PAKET)}
    with subprocess.Popen(
        perintah, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=lingkungan
    ) as proses:
        masuk, keluar = cast(IO[bytes], proses.stdin), cast(IO[bytes], proses.stdout)
        pendengar = _Pendengar(keluar, lapor)
        try:
            with suppress(BrokenPipeError), masuk:
                masuk.write(tugas)
            sebab = _tunggu(pendengar, detik, batal)
        finally:
            proses.kill()
            proses.wait()
            pendengar.utas.join()
    return pendengar.hasil if sebab is None else sebab


def _tulis_tugas(berkas: Path, batas: BatasProses) -> bytes:
    tugas = {
        "berkas": str(berkas.resolve()),
        "memori": batas.memori,
        "detik": batas.detik + 5,
        "halaman": batas.baca.halaman,
        "arsip": asdict(batas.baca.arsip),
    }
    return json.dumps(tugas).encode()


class _Pendengar:
    """Reads what the child says, in a thread: pipes cannot be polled on every system."""

    def __init__(self, aliran: IO[bytes], lapor: Lapor | None) -> None:
        self.aliran = aliran
        self.lapor = lapor
        self.hasil = b""
        self.utas = threading.Thread(target=self._dengar, daemon=True)
        self.utas.start()

    def _dengar(self) -> None:
        for baris in self.aliran:
            if baris == b"H\n":
                self.hasil = self.aliran.read()
                return
            _, selesai, semua = baris.split()
            if self.lapor is not None:
                self.lapor(int(selesai), int(semua))


def _tunggu(pendengar: _Pendengar, detik: float, batal: Batal | None) -> Kendala | None:
    """Wait for the result; the reason when it will not come."""
    akhir = time.monotonic() + detik
    while pendengar.utas.is_alive():
        if batal is not None and batal():
            return Kendala("dibatalkan", "Pembacaan dibatalkan.", fatal=True)
        if time.monotonic() > akhir:
            pesan = f"Berkas tidak selesai dibaca dalam {detik:g} detik. Bagi dokumennya."
            return Kendala("waktu", pesan, fatal=True)
        pendengar.utas.join(_DENYUT)
    return None


class _Pembuka(pickle.Unpickler):
    """Makes records of the document and nothing else."""

    def find_class(self, modul: str, nama: str) -> Any:
        if modul in _DIIZINKAN and nama in (_DIIZINKAN[modul] or {nama}) and "." not in nama:
            kelas = super().find_class(modul, nama)
            if isinstance(kelas, type):
                return kelas
        raise pickle.UnpicklingError(f"{modul}.{nama}")


def _buka(isi: bytes) -> Hasil:
    try:
        hasil: Hasil = _Pembuka(io.BytesIO(isi)).load()
    except (EOFError, pickle.UnpicklingError):
        pesan = "Pembaca berhenti di tengah berkas: berkasnya rusak atau melebihi batas memori. Simpan ulang berkasnya."
        return None, (Kendala("terhenti", pesan, fatal=True),)
    return hasil
