"""Who may do what, as one table. Where it applies is decided by the assignment (Penugasan), not here."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.db.models import TextChoices


class Peran(TextChoices):
    """What somebody is for a satker; `publik` is whoever is not logged in and is never assigned."""

    OPERATOR = "operator", "Operator satker"
    VERIFIKATOR = "verifikator", "Verifikator"
    PENYUSUN = "penyusun", "Penyusun laporan"
    PIMPINAN = "pimpinan", "Pimpinan"
    APIP = "apip", "APIP/Inspektorat"
    PERENCANA = "perencana", "Perencana"
    ADMIN = "admin", "Admin instansi"
    PUBLIK = "publik", "Publik"


PERAN_DITUGASKAN = tuple(p for p in Peran if p is not Peran.PUBLIK)
PERAN_SE_INSTANSI = (Peran.PIMPINAN, Peran.APIP, Peran.PERENCANA, Peran.ADMIN)
"""Peran that may be given without a satker: for the whole instansi."""


class Izin(StrEnum):
    """What can be allowed; the operation or page that needs it names it."""

    LIHAT = "lihat"
    LIHAT_JEJAK = "lihat_jejak"
    UNDUH_BUKTI = "unduh_bukti"
    ISI = "isi"
    MINTA_BUKA = "minta_buka"
    VERIFIKASI = "verifikasi"
    SETUJUI = "setujui"
    KUNCI = "kunci"
    SETUJUI_BUKA = "setujui_buka"
    SUSUN = "susun"
    TANDA_TANGAN = "tanda_tangan"
    RENCANA = "rencana"
    REVIU = "reviu"
    SIMPAN_TELAAH = "simpan_telaah"
    KECUALIKAN = "kecualikan"
    KELOLA_DATA = "kelola_data"
    KELOLA_AKUN = "kelola_akun"


_O, _V, _S, _P, _A, _R, _D = PERAN_DITUGASKAN

IZIN: Mapping[Izin, frozenset[Peran]] = MappingProxyType(
    {
        Izin.LIHAT: frozenset({_O, _V, _S, _P, _A, _R, _D}),
        Izin.LIHAT_JEJAK: frozenset({_O, _V, _S, _P, _A, _R, _D}),
        Izin.UNDUH_BUKTI: frozenset({_O, _V, _S, _P, _A}),
        Izin.ISI: frozenset({_O}),
        Izin.MINTA_BUKA: frozenset({_O, _V, _S}),
        Izin.VERIFIKASI: frozenset({_V}),
        Izin.SETUJUI: frozenset({_V}),
        Izin.KUNCI: frozenset({_S}),
        Izin.SETUJUI_BUKA: frozenset({_S, _P}),
        Izin.SUSUN: frozenset({_S}),
        Izin.TANDA_TANGAN: frozenset({_P}),
        Izin.RENCANA: frozenset({_R}),
        Izin.REVIU: frozenset({_A}),
        Izin.SIMPAN_TELAAH: frozenset({_S, _A}),
        Izin.KECUALIKAN: frozenset({_S, _P}),
        Izin.KELOLA_DATA: frozenset({_D}),
        Izin.KELOLA_AKUN: frozenset({_D}),
    }
)
"""izin -> the peran that have it, in the order operator, verifikator, penyusun, pimpinan, apip, perencana, admin."""


def list_peran(izin: Izin) -> list[str]:
    """The values of the peran that have that izin."""
    return [p.value for p in PERAN_DITUGASKAN if p in IZIN[izin]]
