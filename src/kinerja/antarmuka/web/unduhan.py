"""The report as a file: made when it is first asked for, kept by its content, replaced when a fact changes."""

import shutil
import threading
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from kinerja.antarmuka.web.bahasa import dalam_bahasa_laporan
from kinerja.antarmuka.web.kepala import Kepala
from kinerja.dokumen.model import Dokumen
from kinerja.pelaporan.lkjip.susun import compose_lkjip
from kinerja.pelaporan.operations import make_lkjip
from kinerja.pelaporan.queries import get_data_laporan
from kinerja.telaah.lampiran import compose_lampiran_pengecualian

# One report takes both cores and 400 MiB for seconds: the second reader waits and then finds it made.
_SATU_SAJA = threading.Lock()


@dalam_bahasa_laporan
def compose_laporan(kepala: Kepala) -> Dokumen:
    """The report as a document, with the annex of what was excepted from the telaah."""
    satker, tahun = kepala.kantor.satker, kepala.tahun
    lampiran = compose_lampiran_pengecualian(satker, tahun, timezone.now())
    return compose_lkjip(get_data_laporan(satker, tahun), lampiran)


# The code of a report is that of its content: it must not depend on who asks for it.
@dalam_bahasa_laporan
def siapkan_berkas(kepala: Kepala, format: str) -> Path:
    """The file of the report in `format`, made now unless the same content was made before."""
    satker, tahun = kepala.kantor.satker, kepala.tahun
    lampiran = compose_lampiran_pengecualian(satker, tahun, timezone.now())
    kode = compose_laporan(kepala).kode
    folder = settings.DATA / "laporan" / kepala.kunci / str(tahun) / kode
    berkas = folder / f"LKjIP-{tahun}.{format}"
    with _SATU_SAJA:
        if not berkas.exists():
            folder.mkdir(parents=True, exist_ok=True)
            make_lkjip(satker=satker, tahun=tahun, format=[format], folder=folder, lampiran_lain=lampiran)
            _buang_yang_lama(folder)
    return berkas


def sebut_berkas(kepala: Kepala, format: str) -> str:
    """The name under which the file is saved: ASCII, so every browser agrees on it."""
    return f"LKjIP-{kepala.tahun}-{kepala.kunci}.{format}"


def _buang_yang_lama(folder: Path) -> None:
    for lama in folder.parent.iterdir():
        if lama != folder:
            shutil.rmtree(lama, ignore_errors=True)
