"""The machine's evidence beside a reviu, kept with the code of its report until a fact changes.

Composing the report for every look at the form would cost 0.3 s of a core each time. Every write of a fact is in the
trail, so the ends of its chains tell whether anything changed; what a reviewer answers changes no evidence.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from kinerja.akses.queries import get_hari
from kinerja.antarmuka.web.bahasa import dalam_bahasa_laporan
from kinerja.antarmuka.web.kepala import Kepala
from kinerja.antarmuka.web.unduhan import compose_laporan
from kinerja.aturan.reviu import list_kriteria
from kinerja.jejak.queries import get_ujung
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.telaah.reviu.bukti import compute_bukti, compute_data_umum, read_bahan
from kinerja.telaah.reviu.isi import Bukti

_TERBANYAK = 64
_ABAIKAN_INSTANSI = "akun.masuk"
_simpanan: dict[Any, BuktiLaporan] = {}
_kunci = threading.Lock()


@dataclass(frozen=True, slots=True)
class BuktiLaporan:
    """The code of the report that was looked at, what it is about in counts, and the evidence per criterion."""

    kode: str
    umum: tuple[tuple[str, str], ...]
    bukti: dict[str, tuple[Bukti, ...]]


@dalam_bahasa_laporan
def compute_bukti_laporan(kepala: Kepala) -> BuktiLaporan:
    """The evidence of this moment."""
    laporan = compose_laporan(kepala)
    bahan = read_bahan(kepala.kantor.satker, kepala.tahun, laporan)
    kriteria = list_kriteria(get_akhir_tahun(kepala.tahun))
    return BuktiLaporan(laporan.kode, compute_data_umum(bahan), compute_bukti(bahan, kriteria))


def get_bukti_laporan(kepala: Kepala) -> BuktiLaporan:
    """The same, computed anew only when a fact or the day is another one."""
    hari = get_hari(timezone.now())
    ujung = get_ujung({"": _ABAIKAN_INSTANSI, kepala.kunci: "reviu."})
    kunci = (kepala.kunci, kepala.tahun, hari, ujung)
    with _kunci:
        ada = _simpanan.get(kunci)
    if ada is not None:
        return ada
    baru = compute_bukti_laporan(kepala)
    with _kunci:
        while len(_simpanan) >= _TERBANYAK:
            # The oldest goes first.
            del _simpanan[next(iter(_simpanan))]
        _simpanan[kunci] = baru
    return baru
