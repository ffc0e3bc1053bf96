"""The history of an object, in words."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from kinerja.jejak.queries import EntriRiwayat, Perubahan

TINDAKAN: Mapping[str, str | Promise] = MappingProxyType(
    {
        "jejak.mulai": gettext_lazy("jejak dimulai"),
        "data.impor": gettext_lazy("mengimpor buku kerja"),
        "akun.buat": gettext_lazy("membuat akun"),
        "akun.ubah": gettext_lazy("mengubah data akun"),
        "akun.aktifkan": gettext_lazy("mengaktifkan akun"),
        "akun.nonaktifkan": gettext_lazy("menonaktifkan akun"),
        "akun.beri_peran": gettext_lazy("memberi peran"),
        "akun.akhiri_peran": gettext_lazy("mengakhiri peran"),
        "akun.buat_tautan": gettext_lazy("membuat tautan sekali pakai"),
        "akun.pakai_tautan": gettext_lazy("memakai tautan sekali pakai"),
        "akun.masuk": gettext_lazy("masuk"),
        "akun.ganti_sandi": gettext_lazy("mengganti kata sandi"),
        "akun.lepas_pengaman": gettext_lazy("melepas pengaman kedua"),
        "akun.totp_activated": gettext_lazy("memasang aplikasi autentikator"),
        "akun.totp_deactivated": gettext_lazy("melepas aplikasi autentikator"),
        "akun.webauthn_added": gettext_lazy("menambah kunci keamanan"),
        "akun.webauthn_removed": gettext_lazy("melepas kunci keamanan"),
        "akun.recovery_codes_generated": gettext_lazy("membuat kode pemulihan"),
    }
)
"""tindakan of the trail -> what a reader sees. A room that records something new adds its words here."""


@dataclass(frozen=True, slots=True)
class BarisRiwayat:
    """One entry as it is shown."""

    pada: datetime.datetime
    oleh: str
    tindakan: str | Promise
    objek: str
    alasan: str
    perubahan: tuple[Perubahan, ...]


def sajikan_riwayat(entri: Iterable[EntriRiwayat]) -> list[BarisRiwayat]:
    """The entries with their words; an action without words keeps its code."""
    return [
        BarisRiwayat(
            e.pada,
            e.oleh,
            TINDAKAN.get(e.tindakan, e.tindakan),
            e.objek.partition(":")[2],
            e.alasan,
            e.perubahan,
        )
        for e in entri
    ]
