"""Whether the report of a year is signed, so that its numbers stand still; asks the room that signs."""

from collections.abc import Callable, Collection

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from kinerja.aturan.temuan import Temuan

PemeriksaBeku = Callable[[Collection[tuple[int, int]]], frozenset[tuple[int, int]]]


def list_beku(pasangan: Collection[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    """Those (satker id, tahun) whose facts belong to a signed report (setting PEMERIKSA_BEKU)."""
    pemeriksa: PemeriksaBeku = import_string(settings.PEMERIKSA_BEKU)
    return pemeriksa(pasangan)


def make_temuan_beku() -> Temuan:
    """Why nothing can be changed in such a year."""
    pesan = _("Laporan tahun ini sudah ditandatangani dan datanya dibekukan.")
    return Temuan("laporan_beku", pesan, _("Minta penyusun membuka laporannya kembali sebagai revisi."))
