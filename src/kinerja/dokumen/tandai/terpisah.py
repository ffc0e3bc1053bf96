"""Annotate an untrusted file in a process of its own, with the limits of `baca.terpisah`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from kinerja.dokumen.baca.kendala import Kendala
from kinerja.dokumen.baca.terpisah import BATAS_PROSES, BatasProses, jalankan_terpisah
from kinerja.dokumen.tandai.tanda import Tanda

_PROSES = "kinerja.dokumen.tandai.proses"


def tandai_terpisah(
    berkas: Path, keluaran: Path, tanda: Sequence[Tanda], batas: BatasProses = BATAS_PROSES
) -> tuple[tuple[Tanda, ...], Kendala | None]:
    """Write the annotated copy of a PDF or DOCX to `keluaran`: the remarks without a place, or why there is no copy."""
    tugas = {
        "berkas": str(berkas.resolve()),
        "keluaran": str(keluaran.resolve()),
        "memori": batas.memori,
        "detik": batas.detik + 5,
        "tanda": [asdict(t) for t in tanda],
    }
    jawaban = jalankan_terpisah(_PROSES, json.dumps(tugas).encode(), batas.detik)
    if isinstance(jawaban, Kendala):
        return (), jawaban
    isi = json.loads(jawaban or b'{"galat": "Pembuat salinan bertanda berhenti di tengah berkas."}')
    if "galat" in isi:
        return (), Kendala("tak-ditandai", isi["galat"], fatal=True)
    return tuple(tanda[n] for n in isi["sisa"]), None
