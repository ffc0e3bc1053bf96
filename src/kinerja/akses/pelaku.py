"""The actor of a write: a person with an account, or the command line, which only who owns the machine can reach."""

from dataclasses import dataclass

from kinerja.akses.models import Pengguna


@dataclass(frozen=True, slots=True)
class Sistem:
    """The command line. It may do everything: whoever types there could change the database itself."""

    nama: str = "baris perintah"

    @property
    def sebutan(self) -> str:
        """How the trail names it."""
        return f"{self.nama} (sistem)"


BARIS_PERINTAH = Sistem()
"""Who acts when nobody is logged in."""

Pelaku = Pengguna | Sistem
"""What operations take as `oleh`."""


def sebut_pelaku(pengguna: Pengguna, peran: str) -> str:
    """How the trail names a person: account and the peran in which it was done."""
    return f"{pengguna.nama_akun} ({peran})"
