"""Separation of duty: nobody verifies what he entered; who opens a lock is not who asked for it.

The database holds the invariant, the operation gives the kind answer:

    class Verifikasi(models.Model):
        pengisi = models.ForeignKey(Pengguna, ...)
        verifikator = models.ForeignKey(Pengguna, null=True, ...)

        class Meta:
            constraints = [make_batasan_beda_orang("pengisi", "verifikator", nama="verifikasi_beda_orang")]

    require_beda_orang(oleh, baris.pengisi_id, "memverifikasi isiannya sendiri")
"""

from collections.abc import Collection

from django.db.models import CheckConstraint, F, Q

from kinerja.akses.models import Pengguna
from kinerja.akses.pelaku import Pelaku


class OrangSama(PermissionError):
    """Somebody wants to approve his own work; the message says what."""


def make_batasan_beda_orang(satu: str, dua: str, *, nama: str) -> CheckConstraint:
    """A constraint that two columns of a row name different people; either may still be empty."""
    beda = Q(**{f"{satu}__isnull": True}) | Q(**{f"{dua}__isnull": True}) | ~Q(**{satu: F(dua)})
    return CheckConstraint(condition=beda, name=nama)


def require_beda_orang(oleh: Pelaku, lain: int | Collection[int] | None, tindakan: str) -> None:
    """Raise OrangSama when `oleh` is one of the accounts with those ids; `tindakan` ends the sentence."""
    semua = {lain} if isinstance(lain, int) else set(lain or ())
    if isinstance(oleh, Pengguna) and oleh.pk in semua:
        raise OrangSama(f"Tidak seorang pun boleh {tindakan}. Mintalah rekan lain yang berwenang.")
