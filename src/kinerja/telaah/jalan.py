"""Files in, findings out."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from kinerja.aturan.telaah.fakta import Bahan
from kinerja.aturan.telaah.periksa import HasilTelaah, periksa
from kinerja.dokumen.baca.kendala import Kendala
from kinerja.dokumen.baca.naskah import Naskah
from kinerja.dokumen.baca.terpisah import Batal, read_terpisah
from kinerja.telaah.ekstrak import ekstrak

Lapor = Callable[[str, int, int], None]
"""Called, also from another thread, with a step of TAHAP, what of it is done, and all there is."""

BACA, BACA_LALU, FAKTA, PERIKSA = TAHAP = ("baca", "baca_lalu", "fakta", "periksa")
"""The steps in their order: pages of the file, pages of last year's, facts, checks."""


@dataclass(frozen=True, slots=True)
class TelaahBerkas:
    """What was found in one file; `hasil` None when it could not be read, `kendala` then says why."""

    berkas: Path
    hasil: HasilTelaah | None
    kendala: tuple[Kendala, ...]
    detik: float


def telaah_berkas(
    berkas: Path, tahun_lalu: Path | None = None, *, lapor: Lapor | None = None, batal: Batal | None = None
) -> TelaahBerkas:
    """Read and check one report, beside last year's when it is given. Never raises for what a file holds.

    Every file, text as well, is read in a process of its own; `batal` ends the reading when it becomes true.
    """
    mulai = time.perf_counter()
    kabar = lapor or _diam
    naskah, kendala = _baca(berkas, BACA, kabar, batal)
    lalu = None
    if tahun_lalu is not None:
        lalu, kendala_lalu = _baca(tahun_lalu, BACA_LALU, kabar, batal)
        kendala += kendala_lalu
    hasil = None
    if naskah is not None and not any(satu.fatal for satu in kendala):
        kabar(FAKTA, 0, 1)
        bahan = replace(ekstrak(naskah), lalu=None if lalu is None else ekstrak(lalu))
        kabar(FAKTA, 1, 1)
        hasil, kendala = _periksa(bahan, kendala, kabar)
    return TelaahBerkas(berkas, hasil, kendala, round(time.perf_counter() - mulai, 3))


def _diam(_tahap: str, _selesai: int, _semua: int) -> None:
    """Nobody wants to know."""


def telaah_naskah(naskah: Naskah, lalu: Naskah | None = None) -> HasilTelaah:
    """Check a document that was read already."""
    bahan = ekstrak(naskah)
    return periksa(bahan if lalu is None else replace(bahan, lalu=ekstrak(lalu)))


def _periksa(
    bahan: Bahan, kendala: tuple[Kendala, ...], kabar: Lapor
) -> tuple[HasilTelaah | None, tuple[Kendala, ...]]:
    """ "0 facts read" and "0 checks ran" are failures, never a pass."""
    hasil = periksa(bahan, lapor=lambda selesai, semua: kabar(PERIKSA, selesai, semua))
    if hasil.fakta and hasil.pemeriksaan:
        return hasil, kendala
    pesan = (
        "Tidak ada satu pun angka kinerja yang dikenali, jadi tidak ada yang diperiksa. "
        "Pastikan berkas ini laporan kinerja berbahasa Indonesia."
    )
    return None, (*kendala, Kendala("tanpa-fakta", pesan, fatal=True))


def _baca(
    berkas: Path, tahap: str, kabar: Lapor, batal: Batal | None
) -> tuple[Naskah | None, tuple[Kendala, ...]]:
    kabar(tahap, 0, 1)
    return read_terpisah(berkas, lapor=lambda selesai, semua: kabar(tahap, selesai, semua), batal=batal)
