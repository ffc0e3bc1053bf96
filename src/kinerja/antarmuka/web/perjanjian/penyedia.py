"""Which ways to sign are open here, and the provider behind what somebody filled in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from kinerja.dokumen.tanda_tangan.bsre import PenyediaBsre
from kinerja.dokumen.tanda_tangan.kunci import PenyediaPkcs12, PenyediaToken
from kinerja.dokumen.tanda_tangan.penyedia import LayananGagal, Penyedia
from kinerja.pelaporan.tanda_tangan import get_layanan_bsre, get_stempel


def list_cara_elektronik() -> list[tuple[str, str]]:
    """The ways of a certificate: a key file always, token and BSrE where they are set up."""
    cara = [("p12", _("Sertifikat: berkas kunci"))]
    if settings.TOKEN_PUSTAKA:
        cara.append(("token", _("Sertifikat: token")))
    if settings.BSRE_ALAMAT:
        cara.append(("bsre", _("Sertifikat: layanan BSrE")))
    return cara


def make_penyedia(isi: dict[str, Any]) -> Penyedia:
    """The provider for a checked `TandaForm`. Raises LayananGagal when that way is not open here."""
    match isi["cara"]:
        case "p12":
            return PenyediaPkcs12(isi["berkas_kunci"].read(), isi["sandi"], get_stempel())
        case "token" if settings.TOKEN_PUSTAKA:
            token, _pemisah, label = settings.TOKEN_LABEL.partition("/")
            return PenyediaToken(settings.TOKEN_PUSTAKA, token, label or token, isi["sandi"], get_stempel())
        case "bsre" if layanan := get_layanan_bsre():
            return PenyediaBsre(layanan, isi["nik"], isi["sandi"])
    raise LayananGagal(_("Cara tanda tangan itu tidak tersedia di pemasangan ini."))
