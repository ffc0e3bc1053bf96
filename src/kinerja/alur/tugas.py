"""What one person still has to do, and until when; late ones never vanish.

The rooms above know what is owed. Each names a function in the setting SUMBER_TUGAS; here they become one list.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from kinerja.aturan.tenggat import WIB

SumberTugas = Callable[[Any, datetime], Iterable["Tugas"]]
_TANPA_TENGGAT = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Tugas:
    """One thing to do.

    `kunci` is the same every time it is asked for; `jenis` and `objek` tell a page where to lead ("lembar", its
    id). `mulai` is when its window opens; without `tenggat` it is due whenever.
    """

    kunci: str
    jenis: str
    objek: int
    judul: str
    uraian: str
    tenggat: datetime | None
    mulai: datetime | None = None
    dasar: str = ""

    def is_terlambat(self, pada: datetime) -> bool:
        return self.tenggat is not None and pada > self.tenggat

    def count_hari(self, pada: datetime) -> int | None:
        """Calendar days to the deadline in its own zone, negative when it has passed."""
        if self.tenggat is None:
            return None
        zona = self.tenggat.tzinfo or WIB
        return (self.tenggat.date() - pada.astimezone(zona).date()).days


def list_tugas(pengguna: Any, pada: datetime) -> list[Tugas]:
    """Everything that person owes at that moment, soonest due first."""
    sumber: list[SumberTugas] = [import_string(nama) for nama in settings.SUMBER_TUGAS]
    tugas = [satu for cari in sumber for satu in cari(pengguna, pada)]
    return sorted(tugas, key=lambda t: (t.tenggat or _TANPA_TENGGAT, t.kunci))
