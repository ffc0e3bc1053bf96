"""Reading an office's own templates."""

from __future__ import annotations

from kinerja.organisasi.models import Satker
from kinerja.pelaporan.models import TemplatSurat
from kinerja.pengukuran.berkas import open_berkas


def get_templat(satker: Satker, jenis: str) -> TemplatSurat | None:
    """The office's own template of that paper, or None."""
    return TemplatSurat.objects.filter(satker=satker, jenis=jenis).first()


def list_jenis_bertemplat(satker: Satker) -> frozenset[str]:
    """The kinds of paper for which the office has its own."""
    return frozenset(TemplatSurat.objects.filter(satker=satker).values_list("jenis", flat=True))


def read_templat(satker: Satker, jenis: str) -> bytes | None:
    """Its bytes; None when there is none or the store lost it."""
    templat = get_templat(satker, jenis)
    if templat is None:
        return None
    try:
        with open_berkas(templat.sha256) as aliran:
            return bytes(aliran.read())
    except FileNotFoundError:
        return None
