"""Files in, findings out."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path

from kinerja.aturan.telaah.fakta import Bahan
from kinerja.aturan.telaah.periksa import HasilTelaah, periksa
from kinerja.dokumen.baca.jenis import baca_sandi_huruf, kenali_jenis
from kinerja.dokumen.baca.kendala import Kendala
from kinerja.dokumen.baca.naskah import Naskah
from kinerja.dokumen.baca.teks import read_teks
from kinerja.telaah.ekstrak import ekstrak

_BATAS_TEKS = 64 * 2**20


@dataclass(frozen=True, slots=True)
class TelaahBerkas:
    """What was found in one file; `hasil` None when it could not be read, `kendala` then says why."""

    berkas: Path
    hasil: HasilTelaah | None
    kendala: tuple[Kendala, ...]
    detik: float


def telaah_berkas(berkas: Path, tahun_lalu: Path | None = None) -> TelaahBerkas:
    """Read and check one report, beside last year's when it is given. Never raises for what a file holds."""
    mulai = time.perf_counter()
    lalu, kendala_lalu = (None, ()) if tahun_lalu is None else _bahan(tahun_lalu)
    bahan, kendala = _bahan(berkas)
    kendala += kendala_lalu
    hasil = None
    if bahan is not None and not any(satu.fatal for satu in kendala):
        hasil, kendala = _periksa(replace(bahan, lalu=lalu), kendala)
    return TelaahBerkas(berkas, hasil, kendala, round(time.perf_counter() - mulai, 3))


def telaah_naskah(naskah: Naskah, lalu: Naskah | None = None) -> HasilTelaah:
    """Check a document that was read already."""
    bahan = ekstrak(naskah)
    return periksa(bahan if lalu is None else replace(bahan, lalu=ekstrak(lalu)))


def _periksa(bahan: Bahan, kendala: tuple[Kendala, ...]) -> tuple[HasilTelaah | None, tuple[Kendala, ...]]:
    """ "0 facts read" and "0 checks ran" are failures, never a pass."""
    hasil = periksa(bahan)
    if hasil.fakta and hasil.pemeriksaan:
        return hasil, kendala
    pesan = (
        "Tidak ada satu pun angka kinerja yang dikenali, jadi tidak ada yang diperiksa. "
        "Pastikan berkas ini laporan kinerja berbahasa Indonesia."
    )
    return None, (*kendala, Kendala("tanpa-fakta", pesan, fatal=True))


def _bahan(berkas: Path) -> tuple[Bahan | None, tuple[Kendala, ...]]:
    naskah, kendala = _baca(berkas)
    return (None if naskah is None else ekstrak(naskah)), kendala


def _baca(berkas: Path) -> tuple[Naskah | None, tuple[Kendala, ...]]:
    """Plain text holds nothing that could harm; everything else is read in a process of its own."""
    isi = _isi_teks(berkas)
    if isi is not None:
        teks, kendala = baca_sandi_huruf(isi)
        if kendala is None or not kendala.fatal:
            return read_teks(teks), (() if kendala is None else (kendala,))
    from kinerja.dokumen.baca.terpisah import read_terpisah  # noqa: PLC0415 brings the readers of every format

    return read_terpisah(berkas)


def _isi_teks(berkas: Path) -> bytes | None:
    try:
        if not berkas.is_file() or berkas.stat().st_size > _BATAS_TEKS:
            return None
        isi = berkas.read_bytes()
    except OSError:
        return None
    return isi if kenali_jenis(isi) == "teks" else None
