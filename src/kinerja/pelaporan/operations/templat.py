"""Keep and drop an office's own template of a paper."""

from __future__ import annotations

import datetime
import hashlib
import tempfile
from pathlib import Path

from django.db import transaction

from kinerja.akses.izin import Izin
from kinerja.akses.models import Pengguna
from kinerja.akses.queries import authorize
from kinerja.aturan.temuan import Temuan
from kinerja.jejak.operations import Peristiwa, record
from kinerja.jejak.queries import sebut_objek
from kinerja.organisasi.models import Satker
from kinerja.pelaporan.models import TemplatSurat
from kinerja.pelaporan.surat.naskah import list_naskah
from kinerja.pelaporan.surat.templat import check_templat
from kinerja.pengukuran.berkas import Unggahan, clean_nama, store_letak


def save_templat(
    *, satker: Satker, jenis: str, unggahan: Unggahan, oleh: Pengguna, pada: datetime.datetime
) -> tuple[Temuan, ...]:
    """Make an upload the office's template of that paper, or say why not. Raises AksesDitolak."""
    isi = unggahan.aliran.read()
    temuan = check_templat(isi, list_naskah()[jenis].medan)
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.SUSUN, satker, pada=pada)
        if temuan:
            return temuan
        sha256 = hashlib.sha256(isi).hexdigest()
        with tempfile.NamedTemporaryFile(prefix="kinerja-") as sementara:
            sementara.write(isi)
            sementara.flush()
            store_letak(sha256, Path(sementara.name))
        lain = {"nama": clean_nama(unggahan.nama), "sha256": sha256, "oleh": oleh, "pada": pada}
        TemplatSurat.objects.update_or_create(satker=satker, jenis=jenis, defaults=lain)
        _catat(satker, jenis, "templat.simpan", sha256, (sebutan, pada))
    return ()


def remove_templat(*, satker: Satker, jenis: str, oleh: Pengguna, pada: datetime.datetime) -> None:
    """Go back to the shipped form. Raises AksesDitolak."""
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.SUSUN, satker, pada=pada)
        TemplatSurat.objects.filter(satker=satker, jenis=jenis).delete()
        _catat(satker, jenis, "templat.hapus", "", (sebutan, pada))


def _catat(
    satker: Satker, jenis: str, tindakan: str, sha256: str, siapa: tuple[str, datetime.datetime]
) -> None:
    objek = sebut_objek(TemplatSurat, satker.kunci, jenis)
    record(
        Peristiwa(tindakan, objek, menjadi={"sha256": sha256}, rantai=satker.kunci),
        oleh=siapa[0],
        pada=siapa[1],
    )
