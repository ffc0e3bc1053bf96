"""The checked file once more, with every finding marked at its place."""

from __future__ import annotations

from pathlib import Path

from kinerja.aturan.telaah.fakta import Tempat
from kinerja.dokumen.baca.kendala import Kendala
from kinerja.dokumen.baca.naskah import Letak
from kinerja.dokumen.tandai.tanda import Tanda
from kinerja.dokumen.tandai.terpisah import tandai_terpisah
from kinerja.telaah.jalan import TelaahBerkas


def write_salinan(satu: TelaahBerkas, tujuan: Path) -> Kendala | None:
    """Write the annotated copy of a PDF or DOCX to `tujuan`; else why there is none."""
    tanda = [
        Tanda(_ke_letak(t.tempat), f"{temuan.tingkat.value}: {temuan.uraian} {temuan.saran}", t.tercetak)
        for temuan in (satu.hasil.temuan if satu.hasil else ())
        for t in temuan.tempat
    ]
    return tandai_terpisah(satu.berkas, tujuan, tanda)[1]


def _ke_letak(tempat: Tempat) -> Letak:
    return Letak(
        tempat.halaman,
        tempat.baris,
        tempat.tabel_ke,
        tempat.baris_tabel,
        tempat.kolom,
        tempat.sel,
        tempat.kotak,
    )
