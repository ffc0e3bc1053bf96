"""Choices of an instansi typed on the command line: `--pengaturan target_nol=tidak_terhitung`."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.utils.translation import gettext as _

from kinerja.aturan.pengaturan_instansi import PengaturanInstansi, list_kode, make_pengaturan
from kinerja.aturan.pilihan import parse_kunci


class PengaturanDitolak(ValueError):
    """A choice that is none; the message is for the user."""


def read_pengaturan(teks: Iterable[str], pada: datetime.date) -> PengaturanInstansi:
    """The settings with those choices (KODE=NILAI), the default for the rest. Raises PengaturanDitolak."""
    dipilih: dict[str, str] = {}
    for satu in teks:
        kode, tanda, nilai = satu.partition("=")
        if not tanda or kode not in list_kode():
            pesan = _("--pengaturan: “%(isi)s” bukan KODE=NILAI. Kode yang dikenal: %(kode)s.")
            raise PengaturanDitolak(pesan % {"isi": satu, "kode": ", ".join(list_kode())})
        kunci, temuan = parse_kunci(kode, nilai, pada)
        if temuan:
            raise PengaturanDitolak(f"--pengaturan: {temuan[0].pesan} {temuan[0].cara}")
        dipilih[kode] = kunci
    return make_pengaturan(dipilih)[0]
