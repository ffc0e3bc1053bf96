"""Words that the renderers print and that are not in the tree."""

from __future__ import annotations

from kinerja.dokumen.model import JenisCatatan

LABEL_CATATAN: dict[JenisCatatan, str] = {
    "kosong": "BELUM DIISI",
    "perhatian": "PERHATIAN",
    "info": "CATATAN",
}
"""The word that tells the kind of a call-out, so that colour alone never does."""
