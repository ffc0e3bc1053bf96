"""Whether the report of a year is signed, so that its numbers stand still; asks the room that signs."""

import datetime
from collections.abc import Callable, Collection

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from kinerja.aturan.temuan import Temuan

PemeriksaBeku = Callable[[Collection[tuple[int, int]], datetime.datetime], frozenset[tuple[int, int]]]


class TahunBeku(ValueError):
    """Nothing of that year can be changed; the message is for the user."""

    def __init__(self, temuan: Temuan) -> None:
        super().__init__(f"{temuan.pesan} {temuan.cara}")
        self.temuan = temuan


def list_beku(pasangan: Collection[tuple[int, int]], pada: datetime.datetime) -> frozenset[tuple[int, int]]:
    """Those (satker id, tahun) whose facts belong to a signed report (setting PEMERIKSA_BEKU)."""
    pemeriksa: PemeriksaBeku = import_string(settings.PEMERIKSA_BEKU)
    return pemeriksa(pasangan, pada)


def check_beku(satker_id: int, tahun: int, pada: datetime.datetime) -> tuple[Temuan, ...]:
    """Why nothing of that satker and year can be changed; empty when it can."""
    return (make_temuan_beku(),) if list_beku({(satker_id, tahun)}, pada) else ()


def make_temuan_beku() -> Temuan:
    """Why nothing can be changed in such a year."""
    pesan = _("Laporan tahun ini sudah ditandatangani dan datanya dibekukan.")
    return Temuan("laporan_beku", pesan, _("Minta penyusun membuka laporannya kembali sebagai revisi."))
