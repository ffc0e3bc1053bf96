"""Cells whose number is computed elsewhere, so that nobody types over it; asks the room that computes it."""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from kinerja.aturan.temuan import Temuan

Tempat = tuple[int, int, int, int]
"""komponen id, satker id, tahun, bulan: a `KunciSel`."""
PemeriksaSumber = Callable[[Iterable[Tempat]], frozenset[Tempat]]


def list_terhitung(sel: Iterable[Tempat]) -> frozenset[Tempat]:
    """Those cells that a survey fills (setting PEMERIKSA_SUMBER)."""
    pemeriksa: PemeriksaSumber = import_string(settings.PEMERIKSA_SUMBER)
    return pemeriksa(sel)


def make_temuan_terhitung() -> Temuan:
    """Why such a cell is not typed."""
    pesan = _("Angka ini dihitung dari survei, jadi tidak diketik di sini.")
    return Temuan("dari_survei", pesan, _("Buka kembali surveinya, perbaiki, lalu tutup lagi."))
