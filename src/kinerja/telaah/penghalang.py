"""What the telaah puts in the way of a signature; the room that signs asks through the setting PENGHALANG_LAPORAN."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from kinerja.aturan.telaah.temuan import Kepastian, Tingkat
from kinerja.dokumen.model import Dokumen
from kinerja.organisasi.models import Satker
from kinerja.telaah.laporan import telaah_dokumen
from kinerja.telaah.queries import list_temuan_terbuka

PENANGGUNG = "penyusun laporan: perbaiki, atau minta pengecualian"


def list_penghalang(
    satker: Satker, tahun: int, pada: datetime.datetime, dokumen: Dokumen | None
) -> Iterator[tuple[str, str, str]]:
    """(place, what, who) of every sure and fatal temuan without a pengecualian in force.

    With a document it is checked now, whatever earlier runs found. Raises LaporanTakTerbaca.
    """
    terbuka = list_temuan_terbuka(satker, tahun, pada)
    if dokumen is None:
        for t in terbuka:
            if t.menghalangi:
                yield t.temuan.judul_bagian, t.temuan.uraian, PENANGGUNG
        return
    dikecualikan = {t.temuan.kunci for t in terbuka if t.berlaku}
    _hasil, temuan = telaah_dokumen(dokumen)
    for satu in temuan:
        fatal = satu.temuan.tingkat is Tingkat.FATAL and satu.temuan.kepastian is Kepastian.PASTI
        if fatal and satu.kunci not in dikecualikan:
            yield satu.judul, satu.temuan.uraian, PENANGGUNG
